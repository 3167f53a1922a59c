"""Nouns of telling that have a teller of their own, or none: *rumours* that …; denied *a report by Vedo* that …

Whoever denies or judges a report does not tell it. *Rumours that the bank had failed were untrue, he said*: somebody
told of the failure, and he is the outer one. In *the army denied a report by Vedo that troops fired* Vedo tells of the
firing, and the denial is a second telling of the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.media import is_medium
from accordingto.attribution.noun_cues import told_clause_of
from accordingto.attribution.passage import Passage
from accordingto.model.span import Span, Spans, any_covers, any_overlap, overlaps

_PROBABILITY = 0.6
_DENYING = frozenset({"deny", "dismiss", "reject", "refute", "dispute", "rebut", "discount"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset({"relcl", "acl", "ccomp"})
_BY_WHOM = frozenset({"by", "from", "in"})
_SET_OFF = frozenset({"relcl", "acl", "ccomp", "advcl", "punct"})


def with_told_nouns(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, with those of nouns that others than the sentence's subject tell."""
    told = list(candidates)
    for noun in passage.tokens:
        if noun.pos_ != "NOUN" or "say" not in groups_of(noun.lemma_.lower(), "NOUN"):
            continue
        is_named = bool(_teller_of(passage, noun))
        clause = told_clause_of(noun) or (_taken_for_relative(noun) if is_named else None)
        if clause is not None and is_subject(noun):
            _tell(passage, noun, clause, told)
        elif clause is not None and is_named and is_denied(noun):
            _tell_denied(passage, noun, clause, told)
    return tuple(told)


def is_subject(noun: Token) -> bool:
    """True for a noun that something is said about, so that its sentence has no other teller for it: *rumours* spread.

    A possessor tells it, and is found with the cue.
    """
    return noun.dep_ in _SUBJECTS and not any(child.dep_ == "poss" for child in noun.lefts)


def is_denied(noun: Token) -> bool:
    """True for what is denied or dismissed: dismissed *a report*, dismissed as false *a report*."""
    governors = (noun.head, noun.head.head) if noun.dep_ == "pobj" else (noun.head,)
    return noun.dep_ in {"dobj", "pobj"} and any(verb.lemma_ in _DENYING for verb in governors)


def _taken_for_relative(noun: Token) -> Token | None:
    """The clause of a report by Vedo *that two pilots had defected*, which the parse took for one about its noun.

    It opens with "that", has a subject besides, and may hang on the name before it.
    """
    named = (deeper for child in noun.rights if child.dep_ == "prep" for deeper in child.children)
    for clause in (child for head in (noun, *named) for child in head.rights):
        subjects = (child for child in clause.lefts if child.dep_ in _SUBJECTS and child != clause.left_edge)
        if clause.dep_ in _CLAUSES and clause.left_edge.lower_ == "that" and any(True for _ in subjects):
            return clause
    return None


def _tell(passage: Passage, noun: Token, clause: Token, told: list[Candidate]) -> None:
    """*Rumours that the bank had failed spread*: told by nobody named, by whoever the noun names, or as found."""
    word = _word(passage, noun)
    _judge_clause(passage, noun, clause, told)
    if any(overlaps(word, span) for item in told for span in (*item.cue, *item.source)):
        return
    content = (passage.span(clause.left_edge, clause.right_edge),)
    if not any(any_overlap(content, item.cue) for item in told):
        told.append(Candidate(_teller_of(passage, noun), (word,), content, _PROBABILITY))


def _judge_clause(passage: Passage, noun: Token, clause: Token, told: list[Candidate]) -> None:
    """*The claim that troops fired was dismissed by the mayor*: his dismissal holds the clause, not who claims it."""
    judging, word = _word(passage, noun.head), _word(passage, noun)
    whole = passage.span(clause.left_edge, clause.right_edge)
    for number, item in enumerate(told):
        if any(overlaps(judging, span) for span in item.cue) and any_covers(item.content, word):
            told[number] = replace(item, content=(whole,))


def _tell_denied(passage: Passage, noun: Token, clause: Token, told: list[Candidate]) -> None:
    """*The army denied a report by Vedo that troops fired*: both tell of the firing, one each way."""
    source, word = _teller_of(passage, noun), _word(passage, noun)
    whole = passage.span(clause.left_edge, clause.right_edge)
    if any(any_overlap(source, item.source) for item in told):
        return
    for number, item in enumerate(told):
        if any_overlap(item.content, (whole,)) and not any_overlap(item.cue, (whole,)):
            told[number] = replace(item, content=(whole,))
    behind_that = clause.doc[clause.left_edge.i + 1]
    told.append(Candidate(source, (word,), (passage.span(behind_that, clause.right_edge),), _PROBABILITY))


def _teller_of(passage: Passage, noun: Token) -> Spans:
    """Who the noun itself names: a report *by the weekly Vedo*, a *newspaper* report; empty for nobody."""
    return next(_tellers_of(passage, noun), ())


def _tellers_of(passage: Passage, noun: Token) -> Iterator[Spans]:
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in _BY_WHOM:
            yield from ((_phrase(passage, named),) for named in child.children if _is_named(child, named))
        elif child.dep_ == "compound" and is_medium(child):
            yield (passage.span(child.left_edge, child),)


def _is_named(preposition: Token, named: Token) -> bool:
    """True for a report *by the commission* and one *in the weekly Vedo*, not one in March."""
    return named.dep_ == "pobj" and (preposition.lower_ == "by" or is_medium(named))


def _phrase(passage: Passage, named: Token) -> Span:
    ends = (child for child in named.rights if child.dep_ in _SET_OFF)
    cut = next(ends, None)
    return passage.span(named.left_edge, named.right_edge if cut is None else cut.doc[cut.left_edge.i - 1])


def _word(passage: Passage, noun: Token) -> Span:
    start = passage.offset(noun)
    return Span(start, start + len(noun))
