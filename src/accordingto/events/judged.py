"""Proposals after the classifier: those it takes for events, with the type, mode and participants that follow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

import numpy as np
from spacy.tokens import Token

from accordingto.events.classifier import LEAST, EventClassifier, Floats
from accordingto.events.match_roles import roles_of
from accordingto.events.modes import clause_words, mode_by_words
from accordingto.events.proposal_features import proposal_features, surroundings_of
from accordingto.events.proposals import Origin, Proposal
from accordingto.events.roles import Coded
from accordingto.events.word_states import WordStates
from accordingto.model.codebook import Codebook, Trigger, load_codebook

_WITHIN: Final = frozenset({"xcomp", "dobj", "pobj", "prep", "acl"})
"""Relations under which a word without a row that has its head's type tells of the head's event."""


@dataclass(frozen=True, slots=True)
class Judged:
    """An event with its mode and how likely its type is."""

    coded: Coded
    mode: str | None
    probability: float


@dataclass(frozen=True, slots=True)
class Judge:
    """A classifier with what it reads: the codebook, and the states of the report's words where it uses them."""

    classifier: EventClassifier
    book: Codebook
    states: WordStates | None

    def events(self, proposals: Iterable[Proposal]) -> Iterator[Judged]:
        """The proposals that are events."""
        kept: list[tuple[Proposal, Judged]] = []
        for proposal in proposals:
            found = self._judged(proposal)
            if found is not None:
                kept.append((proposal, found))
        coded = {one.coded.match.head.i: one.coded.match.trigger.event_type for _, one in kept}
        return (one for proposal, one in kept if proposal.origin is not Origin.OPEN or not _is_told(one.coded, coded))

    def _judged(self, proposal: Proposal) -> Judged | None:
        head = proposal.coded.match.head
        names = proposal_features(proposal, surroundings_of(head.sent, self.book), self.book)
        states = None if self.states is None else state_vector(head, self.states)
        verdict = self.classifier.judge(names, states)
        if verdict.probability < LEAST:
            return None
        hints = mode_hints(head, verdict.event_type, self.book)
        mode = self.classifier.mode(verdict.event_type, (*names, *hints), states)
        return Judged(retyped(proposal.coded, verdict.event_type, self.book), mode, verdict.probability)


def state_vector(head: Token, states: WordStates) -> Floats:
    """The states of the word, of its clause and of its sentence, one after the other."""
    clause = clause_words(head, with_complement=True)
    return np.concatenate([states.of(head), states.mean(clause), states.mean(head.sent)])


def mode_hints(head: Token, event_type: str, book: Codebook) -> tuple[str, ...]:
    """Features for the choice of a mode: the type, and the mode that the words of the clause tell."""
    told = mode_by_words(head, event_type, book)
    return (f"type={event_type}", f"told={event_type}:{told}")


def retyped(coded: Coded, event_type: str, book: Codebook) -> Coded:
    """The same words as an event of another type, with the participants that its frame gives."""
    if coded.match.trigger.event_type == event_type:
        return coded
    match = replace(coded.match, trigger=_row_of(coded.match.head, event_type, book))
    return Coded(match, roles_of(match, book))


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
