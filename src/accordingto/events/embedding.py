"""What governs an event's words, and by what kind of tie: the complement of *denied*, an if-clause, a relative."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from accordingto.events.added_words import teller_who_adds
from accordingto.events.commitment_words import governor_of, words

_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "oprd", "dative"})
_PREDICATES = frozenset({"attr", "acomp"})
_ALIKE = frozenset({"appos", "nmod", "npadvmod"})
_POSSESSED = frozenset({"compound", "poss"})
_PREPOSITIONAL = frozenset({"pobj", "pcomp"})
_SUBORDINATORS = frozenset({"mark", "advmod"})


_SUBJECTS = frozenset({"nsubj", "nsubjpass", "expl", "csubj"})

FARTHEST_CONJUNCT = 8
"""Conjuncts looked back over: an endless list in a broken text stays cheap."""


@dataclass(frozen=True, slots=True)
class Tie:
    """The governing word and the kind of complement: an arc of data/factuality.toml, or one of those below.

    "also" (conjunct), "predicate" (of a copula), "beside" (compound, possessor), "alike" (apposition), "relative",
    "conditional", "contrary", "interrogative", "temporal", "purpose", "adverbial", "participle", "loose".
    """

    governor: Token
    arc: str


def tie_of(token: Token) -> Tie | None:
    """What governs the token, or None at the top of the sentence."""
    dep = token.dep_
    if dep == "ROOT" or token.head == token:
        return None
    if dep in _PREPOSITIONAL:
        return _prepositional(token)
    teller = teller_who_adds(token)
    if teller is not None:
        return Tie(teller, "participle")
    return _through_copula(Tie(token.head, _arc(token, dep)))


def _through_copula(tie: Tie) -> Tie:
    """The tie to the adjective where there is one: it is *unclear* whether they fled; an attack is *possible*."""
    arc = "whether" if tie.arc == "conditional" else tie.arc
    if tie.governor.lemma_ not in words("copula") or arc not in {"subject", "that", "to", "whether"}:
        return tie
    predicate = next((child for child in tie.governor.rights if child.dep_ in _PREDICATES), None)
    return Tie(predicate, arc) if predicate is not None and governor_of(predicate, arc) is not None else tie


def _arc(token: Token, dep: str) -> str:
    if dep in _OBJECTS:
        return "object"
    if dep == "nsubj":
        return "subject"
    if dep == "conj":
        return "whether" if _marked_by(token, frozenset({"whether"})) else "also"
    if dep in _PREDICATES:
        return "predicate"
    if dep in _POSSESSED:
        return "beside"
    if dep in _ALIKE:
        return "alike"
    if dep in _CLAUSES or dep == "xcomp":
        return "loose" if _is_run_on(token) else _clause(token)
    if dep == "relcl":
        return "to" if is_infinitive(token) else "relative"
    if dep == "acl":
        return _noun_clause(token)
    return _adverbial(token) if dep == "advcl" else "loose"


def _prepositional(token: Token) -> Tie:
    """The tie over a preposition: "prevented from *firing*" is governed by *prevented*, with arc "from"."""
    preposition = token.head
    governor = preposition.head
    while governor.dep_ == "prep" and governor.head != governor:
        preposition, governor = governor, governor.head
    if _is_contrary(preposition):
        return Tie(governor, "contrary")
    if token.dep_ == "pcomp" and _marked_by(token, words("conditional") | {"whether"}):
        return Tie(governor, "whether")
    if token.dep_ == "pcomp" and is_interrogative(token):
        return Tie(governor, "interrogative")
    return Tie(governor, "to-noun" if preposition.lower_ == "to" else preposition.lower_)


def _is_contrary(preposition: Token) -> bool:
    """True for *far from* withdrawing and *instead of* leaving."""
    beside = (preposition.head, *preposition.children)
    return any(word.lower_ in words("contrary") and abs(word.i - preposition.i) == 1 for word in beside)


def _clause(token: Token) -> str:
    """The arc of a complement clause: whether they fired, to fire, firing, that they fired."""
    if _marked_by(token, words("conditional") | {"whether"}):
        return "whether"
    if is_infinitive(token):
        return "to"
    if is_interrogative(token):
        return "interrogative"
    has_subject = any(child.dep_ in {"nsubj", "nsubjpass", "expl"} for child in token.children)
    if token.tag_ == "VBG" and not any(child.dep_ == "aux" for child in token.children):
        return "ing"
    return (
        "to"
        if token.tag_ == "VB" and token.dep_ == "ccomp" and not has_finite_auxiliary(token) and has_subject
        else "that"
    )


def _is_run_on(token: Token) -> bool:
    """True for the first of two sentences that a semicolon joins: they *shelled* the town; the army denied it."""
    between = token.doc[token.i : token.head.i] if token.i < token.head.i else ()
    return any(word.text == ";" for word in between)


def _noun_clause(token: Token) -> str:
    """The arc of a clause under a noun: a plan *to leave*, reports that he *left*, a convoy *carrying* aid."""
    if is_infinitive(token):
        return "to"
    return "that" if _marked_by(token, frozenset({"that"})) else "relative"


def _adverbial(token: Token) -> str:
    if _marked_by(token, words("conditional")) or is_inverted_condition(token):
        return "whether" if _is_of_the_unknown(token) else "conditional"
    if is_infinitive(token):
        return "for" if _is_called_for(token) else "purpose"
    if any(child.lower_ in words("contrary") for child in token.lefts):
        return "contrary"
    if _marked_by(token, words("temporal")):
        return "temporal"
    if any(child.dep_ == "mark" for child in token.children):
        return "adverbial"
    return "participle" if token.tag_ in {"VBG", "VBN"} else "adverbial"


def _is_of_the_unknown(token: Token) -> bool:
    """True for "it is not known *if* they *fled*", which the parse takes for a condition."""
    before = token.i > token.head.i and governor_of(token.head, "whether") is not None
    return before and any(child.dep_ == "nsubjpass" and child.lower_ == "it" for child in token.head.lefts)


def _is_called_for(token: Token) -> bool:
    """True for what a verb with "for" asks that someone do: called *for* the editor to be *released*."""
    return _marked_by(token, frozenset({"for"})) and governor_of(token.head, "for") is not None


def earlier_conjuncts(token: Token) -> Iterator[Token]:
    """The verbs that the token shares its subject with, nearest first: they will *meet* and *talk* and sign."""
    for _ in range(FARTHEST_CONJUNCT):
        if token.dep_ != "conj" or any(child.dep_ in _SUBJECTS for child in token.lefts):
            return
        token = token.head
        yield token


def is_infinitive(token: Token) -> bool:
    """True for a verb with *to*, its copula included: plans to *leave*, wants to be *free*."""
    return any(child.dep_ in {"aux", "mark"} and child.lower_ == "to" for child in token.children)


def is_interrogative(token: Token) -> bool:
    """True for an embedded question about a part of it: would not say *who ordered* the raid."""
    first = token.left_edge
    if first.lower_ not in words("interrogative") or first.tag_ not in {"WP", "WP$", "WRB", "WDT"}:
        return False
    return first.head == token or (first.head.head == token and first.head.dep_ not in {"advcl", "ccomp", "csubj"})


def is_inverted_condition(token: Token) -> bool:
    """True where the auxiliary before the subject does the work of *if*: *Had* they fired, many would have died."""
    first = next(iter(token.lefts), None)
    return first is not None and first.dep_ == "aux" and first.lower_ in {"had", "should", "were"} and token.n_lefts > 1


def is_conditioned(token: Token) -> bool:
    """True for the outcome of a condition: *if* talks fail, the rebels will *resume* the war; not for "even if"."""
    return any(
        child.dep_ == "advcl" and child.left_edge.lower_ != "even" and _adverbial(child) == "conditional"
        for child in token.children
    )


def has_finite_auxiliary(token: Token) -> bool:
    """True where an auxiliary carries the tense: *had* fired, *will* fire."""
    return any(child.dep_ in {"aux", "auxpass"} and child.lower_ not in {"to", "having"} for child in token.children)


def _marked_by(token: Token, listed: frozenset[str]) -> bool:
    return any(child.dep_ in _SUBORDINATORS and child.lower_ in listed for child in token.lefts)
