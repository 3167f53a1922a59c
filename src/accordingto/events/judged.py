"""Proposals after the classifier: those it takes for events, with the type, mode and participants that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from spacy.tokens import Token

from accordingto.events.classifier import EventClassifier, calibrated
from accordingto.events.context_features import context_features
from accordingto.events.match_roles import roles_of, without_acts
from accordingto.events.matching import Match
from accordingto.events.modes import clause_words, mode_by_words, mode_of
from accordingto.events.proposal_features import Surroundings, proposal_features, surroundings_of
from accordingto.events.proposals import Origin, Proposal
from accordingto.events.roles import Coded
from accordingto.model.codebook import Codebook, Trigger, load_codebook

LEAST: Final = {Origin.CODED: 0.15, Origin.DOUBTED: 0.4, Origin.OPEN: 0.4}
"""The probability of the best type from which on a proposal is an event: what no row codes must be surer.

Chosen on five folds of PLV and of our own train sentences. A tenth more each gains .03 in type precision on ours and
loses .02 of the roots among PLV's events."""

LEAST_REMOTE: Final = {Origin.CODED: 0.4, Origin.DOUBTED: 0.7, Origin.OPEN: 0.8}
"""The same in a report that is remote from public affairs, by the look of 24 reports of sport, crime and leisure."""

_WITHIN: Final = frozenset({"xcomp", "dobj", "pobj", "prep", "acl"})
"""Relations under which a word without a row that has its head's type tells of the head's event."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An event with its mode, how likely its type is right, and its contexts where a classifier told them."""

    coded: Coded
    mode: str | None
    probability: float
    contexts: tuple[str, ...] | None = None


class Observer:
    """Sees proposals of a report; what those of one sentence share is worked out once."""

    def __init__(self, book: Codebook) -> None:
        self._book = book
        self._sentence: tuple[int, int] | None = None
        self._around = Surroundings(())

    def see(self, proposal: Proposal) -> tuple[str, ...]:
        """The named features of a proposal."""
        head = proposal.coded.match.head
        self._enter(head)
        clause = clause_words(head, with_complement=True)
        return proposal_features(proposal, clause, self._around, self._book)

    def _enter(self, head: Token) -> None:
        sentence = head.sent
        key = (id(head.doc), sentence.start)
        if key != self._sentence:
            self._sentence, self._around = key, surroundings_of(sentence, self._book)


@dataclass(frozen=True, slots=True)
class Judge:
    """A classifier with what it reads: the codebook, what is seen of a proposal, and whether the report is remote."""

    classifier: EventClassifier
    book: Codebook
    observer: Observer
    remote: bool = False

    def events(self, proposals: Iterable[Proposal]) -> Iterator[Judged]:
        """The proposals that are events."""
        judged = [(proposal, self._judged(proposal)) for proposal in proposals]
        kept = [(proposal, one) for proposal, one in judged if one is not None]
        types = {one.coded.match.head.i: one.coded.match.trigger.event_type for _, one in kept}
        return (one for proposal, one in kept if proposal.origin is not Origin.OPEN or not _is_told(one.coded, types))

    def _judged(self, proposal: Proposal) -> Judged | None:
        names = self.observer.see(proposal)
        verdict = self.classifier.judge(names)
        least = LEAST_REMOTE if self.remote else LEAST
        if verdict.probability < least[proposal.origin]:
            return None
        coded = retyped(proposal.coded, verdict.event_type, self.book)
        told = mode_told(proposal.coded.match, verdict.event_type, self.book)
        mode = told or self._learned_mode(proposal, verdict.event_type, names)
        return Judged(coded, mode, calibrated(verdict.probability), self._contexts(coded, mode))

    def _contexts(self, coded: Coded, mode: str | None) -> tuple[str, ...] | None:
        names = context_features(coded.match.head, coded.match.trigger.event_type, mode, self.book)
        return self.classifier.contexts_of(names)

    def _learned_mode(self, proposal: Proposal, event_type: str, names: tuple[str, ...]) -> str | None:
        if not self.book.types[event_type].modes:
            return None
        hints = mode_hints(proposal.coded.match, event_type, self.book)
        return self.classifier.mode(event_type, (*names, *hints))


def mode_told(match: Match, event_type: str, book: Codebook) -> str | None:
    """The mode that the row tells, where it is of this type, or the words of the clause."""
    if match.trigger.event_type == event_type:
        return mode_of(match, book)
    return mode_by_words(match.head, event_type, book)


def mode_hints(match: Match, event_type: str, book: Codebook) -> tuple[str, ...]:
    """Features for the choice of a mode: the type, and the mode that the words of the clause tell."""
    return (f"type={event_type}", f"told={event_type}:{mode_by_words(match.head, event_type, book)}")


def retyped(coded: Coded, event_type: str, book: Codebook) -> Coded:
    """The same words as an event of another type, with the participants that its frame gives."""
    if coded.match.trigger.event_type == event_type:
        return coded
    match = replace(coded.match, trigger=_row_of(coded.match.head, event_type, book))
    return Coded(match, without_acts(roles_of(match, book), book))


def _row_of(head: Token, event_type: str, book: Codebook) -> Trigger:
    """The lemma's own row of the type, else one as most rows of the type are."""
    lemma, is_noun = head.lemma_.lower(), head.pos_ == "NOUN"
    table = book.nouns if is_noun else book.verbs
    own = next((row for row in table.get(lemma, ()) if row.event_type == event_type), None)
    return replace(own or _usual_row(event_type, is_noun=is_noun), lemma=lemma, conditions=())


@cache
def _usual_row(event_type: str, *, is_noun: bool) -> Trigger:
    book = load_codebook()
    table = book.nouns if is_noun else book.verbs
    rows = [row for rows in table.values() for row in rows if row.event_type == event_type]
    usual = Counter((row.frame, row.recipients, row.of_is_actor, row.possessor_undergoes) for row in rows)
    frame, recipients, of_is_actor, possessor_undergoes = usual.most_common(1)[0][0]
    return Trigger("", event_type, None, frame, recipients, of_is_actor, possessor_undergoes, ())


def _is_told(coded: Coded, types: dict[int, str]) -> bool:
    """True for a word whose event its head tells already: agreed to *set up* a force."""
    head = coded.match.head
    over = head.head.head if head.dep_ == "pobj" else head.head
    return head.dep_ in _WITHIN and over is not head and types.get(over.i) == coded.match.trigger.event_type
