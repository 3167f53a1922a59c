"""Whether the words at an event deny it: *not*, *never*, *no*, *nobody*."""

from __future__ import annotations

from spacy.tokens import Token

from accordingto.events.commitment_words import words
from accordingto.events.embedding import earlier_conjuncts

NEGATABLE = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "expl"})
"""Arguments whose *no* denies their clause."""

_DETERMINING = frozenset({"det", "preconj", "cc"})
_NEGATING = frozenset({"advmod", "det", "preconj", "cc"})
_SHARING = frozenset({"or", "nor"})


def is_negated(token: Token) -> bool:
    """True where the event's own words deny it: they did *not* fire; *nobody* fired; *no* attack; signed *nothing*."""
    return _is_denied(token) or _shares_negation(token)


def is_negative_noun(token: Token) -> bool:
    """True for *nobody*, *no* shots and *not a* shot: the clause they stand in is denied."""
    if token.lower_ in words("negative_noun") or _is_not_one(token):
        return True
    return any(child.dep_ in _DETERMINING and child.lower_ in words("negative_determiner") for child in token.lefts)


def _is_not_one(noun: Token) -> bool:
    """True for "*not a* single shot" and "*not one* of them", not for "not all"."""
    lefts = list(noun.lefts)
    if not lefts or lefts[0].dep_ != "neg":
        return False
    return noun.lower_ == "one" or any(child.lower_ in {"a", "an", "one"} for child in lefts[1:2])


def _has_negation(token: Token) -> bool:
    return any(_is_negative_word(child) and _denies(child) for child in token.children) or _has_negative_setting(token)


def _has_negative_setting(token: Token) -> bool:
    """True for "*at no point* did they fire" and "*under no circumstances* will we leave", not for "in no time"."""
    before = (word for child in token.lefts for word in (child, *child.lefts) if word.dep_ == "prep")
    nouns = (below for preposition in before for below in preposition.rights if below.dep_ == "pobj")
    return any(noun.lemma_.lower() in words("setting") and is_negative_noun(noun) for noun in nouns) and _is_turned(
        token
    )


def _is_turned(token: Token) -> bool:
    """True where an auxiliary stands before the subject: at no point *did they* fire."""
    auxiliary = next((child.i for child in token.lefts if child.dep_ in {"aux", "auxpass"}), None)
    subject = next((child.i for child in token.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    return auxiliary is not None and subject is not None and auxiliary < subject


def _is_negative_word(token: Token) -> bool:
    """True for *not*, for *no longer*, and for *haven't* where it was not taken apart."""
    if token.dep_ == "neg" or (
        token.dep_ in _NEGATING and token.lower_ in words("negation") and token.i < token.head.i
    ):
        return True
    if token.lower_ == "longer":
        return any(child.lower_ == "no" for child in token.lefts)
    return token.dep_ in {"aux", "auxpass"} and token.lower_.endswith("n't") and len(token) > len("n't")


def _denies(negation: Token) -> bool:
    """False for the *not* of "not only" and the *no* of "no later than": they deny something else."""
    after = negation.doc[negation.i + 1] if negation.i + 1 < len(negation.doc) else None
    return after is None or after.lower_ not in words("not_negating")


def _has_negative_argument(token: Token) -> bool:
    """True for "*Nobody* fired" and "they signed *no* deal", not for "they have *no* plan"."""
    if token.pos_ not in {"VERB", "AUX"}:
        return False
    arguments = (child for child in token.children if child.dep_ in NEGATABLE and is_negative_noun(child))
    return any(child.dep_ != "dobj" or token.lemma_ not in words("holding") for child in arguments)


def _is_denied(token: Token) -> bool:
    return _has_negation(token) or _has_negative_argument(token)


def _shares_negation(token: Token) -> bool:
    """True for the second of two under one negation: they did not shoot *or* shell anyone."""
    if token.dep_ != "conj" or any(child.dep_ in {"nsubj", "nsubjpass", "aux"} for child in token.lefts):
        return False
    both = (*token.head.children, *token.lefts)
    joined = any(child.dep_ == "cc" and child.lower_ in _SHARING for child in both)
    return joined and any(_is_denied(earlier) for earlier in earlier_conjuncts(token))
