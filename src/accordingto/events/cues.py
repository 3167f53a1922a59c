"""What an attribution's cue makes of its content, for its source and for whoever passes it on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from accordingto.events.act_stance import is_bound_to_nothing, is_by_the_bound, through_act
from accordingto.events.commitment import with_commitment
from accordingto.events.commitment_words import Governor, governor_of, words
from accordingto.events.embedding import Tie, tie_of
from accordingto.events.factuality import DEEPEST, Scope, assess
from accordingto.events.own_words import stance_alone
from accordingto.events.stance import DENIED, HAPPENED, UNKNOWN, Stance, effect, within
from accordingto.model.attribution import SpeechAct
from accordingto.model.claim import Factuality

ARCS = ("that", "to", "object", "of", "for", "ing", "on", "with", "against")
"""Tried in turn where only the cue counts, not how its content hangs on it."""


@dataclass(frozen=True, slots=True)
class Telling:
    """One attribution: its cue, the content's token indexes, whether it is wholly a quotation, and its speech act."""

    cue: tuple[Token, ...]
    content: frozenset[int]
    direct: bool
    act: SpeechAct | None = None


def stance_under(telling: Telling, trigger: Token) -> Stance:
    """What the source of the telling commits to about the event at the trigger.

    Where the cue only tells, the commitment is what readers would make of the words; else it is the cue's. The speech
    act says whether what is to come is promised or threatened.
    """
    entry = _entry(telling, trigger)
    scope = Scope(telling.content, entry)
    stance = assess(trigger, scope)
    if is_by_the_bound(trigger, telling.content):
        stance = through_act(stance, telling.act)
    return with_commitment(stance, trigger, scope) if entry == HAPPENED else stance


def outer_stance(telling: Telling, inner: Stance) -> Stance | None:
    """What someone who passes the telling on commits to; None where that is no more than that it was told.

    `inner` is what the content says, the cue aside.
    """
    found = _known_cue(telling.cue)
    if found is None:
        return None
    word, governor = found
    own = _stance_of_cue(word)
    if own.factuality is not Factuality.HAPPENED:
        return None
    if any(child.lower_ in words("untrue") for child in word.children):
        return within(inner, DENIED)
    if governor.presupposed or (governor.teller is not None and governor.teller.factuality is Factuality.HAPPENED):
        return inner
    return UNKNOWN if governor.affirmed.factuality is Factuality.DENIED and governor.teller is not None else None


def _entry(telling: Telling, trigger: Token) -> Stance:
    """The stance that the cue gives to what it holds directly; to another sentence of the content it gives none."""
    if telling.direct:
        return HAPPENED
    tie = _tie_out_of(telling.content, trigger)
    if tie is not None and tie.governor in telling.cue:
        found = _known_cue([tie.governor], [tie.arc])
    else:
        beside = [word for word in telling.cue if word.doc is trigger.doc and word.sent == trigger.sent]
        found = _known_cue(beside, ["that"])
    if found is None:
        return HAPPENED
    word, governor = found
    if is_bound_to_nothing(governor.affirmed, telling.act):
        return HAPPENED
    return effect(governor.affirmed, governor.negated, _stance_of_cue(word))


def _tie_out_of(content: frozenset[int], trigger: Token) -> Tie | None:
    """The tie over which the trigger hangs on a word outside the content."""
    tie = tie_of(trigger)
    for _ in range(DEEPEST):
        if tie is None or tie.governor.i not in content:
            return tie
        tie = tie_of(tie.governor)
    return None


def _known_cue(cue: Iterable[Token], arcs: Iterable[str] = ARCS) -> tuple[Token, Governor] | None:
    """The cue's word that a list knows with one of the arcs, and its group."""
    for word in cue:
        for arc in arcs:
            governor = governor_of(word, arc)
            if governor is not None:
                return word, governor
    return None


def _stance_of_cue(word: Token) -> Stance:
    """Whether the telling itself took place: did not confirm, may announce, was expected to say."""
    return assess(word) if word.pos_ == "VERB" else stance_alone(word)
