"""What the nearest source commits to about an event: from its own words, and from all that governs them.

The stance of an event is computed from the top down. The words at the event (negation, modals, tense, adverbs) give it
a stance of its own; the word that governs it, which has a stance too, says what becomes of its complement ("failed to
agree" denies, "may have failed to agree" makes possible that not). So polarity is projected through any depth of
embedding, after Nairn, Condoravdi and Karttunen's account of implicatives and factives.

What a `Scope` leaves out (the words above a source's content) has no say in what that source commits to.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from accordingto.events.commitment_words import Governor, governor_of, preposition_stance, words
from accordingto.events.embedding import Tie, has_finite_auxiliary, is_infinitive, tie_of
from accordingto.events.modality import is_polar_question, own_stance
from accordingto.events.own_words import NOT_DONE, is_forestalled, stance_alone
from accordingto.events.polarity import NEGATABLE, is_negative_noun
from accordingto.events.presupposition import (
    is_any,
    is_generic,
    is_of_whoever,
    is_one_of_a_kind,
    is_rebuffed,
    is_taken_as_given,
)
from accordingto.events.stance import DENIED, HAPPENED, UNKNOWN, Stance, effect, within
from accordingto.model.claim import Factuality

DEEPEST = 12
"""Governing words climbed at most; no sentence of the factuality sets needed more than nine."""

HYPOTHETICAL = Stance(Factuality.HYPOTHETICAL, 0.0)
FORWARD = Stance(Factuality.EXPECTED, 1.0)
"""Of a time clause under a main clause to come, and of a purpose."""

OPEN = Stance(Factuality.UNKNOWN, 0.5)
"""Of an infinitive under a word that we do not know."""

_WHATEVER_GOVERNS = {
    "contrary": Stance(Factuality.DENIED, -1.0),
    "interrogative": HAPPENED,
    "adverbial": HAPPENED,
    "loose": HAPPENED,
    "purpose": FORWARD,
    "to": OPEN,
}
"""The stance by the kind of tie alone, where no list knows the word above."""

_LOOKS_FORWARD = frozenset(set(Factuality) - {Factuality.HAPPENED, Factuality.DENIED, Factuality.UNKNOWN})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose words count: the token indexes of a source's content (None: the whole paragraph), and what the cue makes
    of them. With `teller`, words of telling on the way up say what their *teller* commits to, not their speaker."""

    tokens: frozenset[int] | None = None
    entry: Stance = HAPPENED
    teller: bool = False

    def holds(self, token: Token) -> bool:
        return self.tokens is None or token.i in self.tokens


WHOLE = Scope()


def assess(token: Token, scope: Scope = WHOLE) -> Stance:
    """What the nearest source commits to about the event at this trigger."""
    if is_rebuffed(token):
        return HAPPENED
    return _assess(token, scope, DEEPEST)


def _assess(token: Token, scope: Scope, depth: int) -> Stance:
    tie = tie_of(token)
    reported = scope.tokens is not None or (tie is not None and _is_told(tie))
    return within(stance_alone(token, reported=reported), _context(token, tie, scope, depth))


def _above(word: Token, below: Token, scope: Scope, depth: int) -> Stance:
    """The stance of a governing word. The *no* of "no shots were fired" counts once, with the noun."""
    if not is_negative_noun(below) or below.dep_ not in NEGATABLE:
        return _assess(word, scope, depth - 1)
    tie = tie_of(word)
    return within(own_stance(word, reported=scope.tokens is not None), _context(word, tie, scope, depth - 1))


def _is_told(tie: Tie) -> bool:
    governor = governor_of(tie.governor, tie.arc)
    return governor is not None and governor.teller is not None


def _context(token: Token, tie: Tie | None, scope: Scope, depth: int) -> Stance:
    """What the words above the event make of it."""
    if tie is not None and tie.arc == "conditional":
        return HYPOTHETICAL
    if tie is None or depth <= 0 or not scope.holds(tie.governor):
        return within(UNKNOWN, scope.entry) if is_polar_question(token) else scope.entry
    governor = governor_of(tie.governor, tie.arc)
    if governor is None and tie.arc == "beside":
        governor = governor_of(tie.governor, "of")
    if governor is None and _is_bare_gerund(token, tie):
        governor = governor_of(tie.governor, "ing")
    if governor is None and tie.arc == "purpose" and not _is_called_together(tie):
        tie = _over_its_noun(token, tie)
        governor = governor_of(tie.governor, "to")
    if governor is not None:
        return _governed(governor, tie, token, scope, depth)
    return _ungoverned(token, tie, scope, depth)


def _governed(governor: Governor, tie: Tie, token: Token, scope: Scope, depth: int) -> Stance:
    if (governor.teller is not None and is_rebuffed(tie.governor)) or _came_to_nothing(tie.governor):
        return NOT_DONE
    above = _above(tie.governor, token, scope, depth)
    if tie.arc == "of" and _led_nowhere(token, tie.governor):
        return HAPPENED
    if governor.presupposed:
        return DENIED if above.factuality is Factuality.DENIED and is_any(token) else governor.affirmed
    if scope.teller and governor.teller is not None:
        return effect(governor.teller, UNKNOWN, above)
    return effect(governor.affirmed, governor.negated, above)


def _ungoverned(token: Token, tie: Tie, scope: Scope, depth: int) -> Stance:
    """The stance under a word that no list knows, by the kind of tie alone."""
    arc, word = tie.arc, tie.governor
    if arc == "whether":
        return HYPOTHETICAL if any(child.lower_ == "if" for child in token.lefts) else UNKNOWN
    if arc == "to" and is_one_of_a_kind(word):
        return HAPPENED
    if is_of_whoever(token):
        return HYPOTHETICAL
    if arc in _WHATEVER_GOVERNS:
        return _WHATEVER_GOVERNS[arc]
    if arc == "relative":
        return _in_a_relative_clause(token, word)
    if arc == "also":
        return _beside_a_conjunct(token, word, scope, depth)
    above = _above(word, token, scope, depth)
    if arc == "temporal":
        if is_forestalled(token) or _is_called_off_before(token, word):
            return NOT_DONE
        return FORWARD if above.factuality in _LOOKS_FORWARD and not _is_past(token) else HAPPENED
    if arc == "participle" and above.factuality is Factuality.DENIED:
        return HAPPENED
    if arc in {"predicate", "participle", "ing", "that", "beside", "alike"}:
        return above
    return _of_a_noun(token, arc, above)


def _is_called_off_before(token: Token, verb: Token) -> bool:
    """True for "the march was called off before it *began*" and "cancelled the talks before *signing*"."""
    subject = next((child for child in token.lefts if child.dep_ in {"nsubj", "nsubjpass"}), None)
    ended = governor_of(verb, "object")
    return (
        any(child.lower_ == "before" for child in token.lefts)
        and (subject is None or subject.pos_ == "PRON")
        and ended is not None
        and ended.name in {"call off", "fail", "prevent"}
    )


def _in_a_relative_clause(token: Token, noun: Token) -> Stance:
    """Taken as given, but for "anyone who fires" and "nothing that happened"."""
    if is_negative_noun(noun):
        return DENIED
    return HYPOTHETICAL if is_generic(noun) and token.tag_ in {"VBZ", "VBP"} else HAPPENED


def _beside_a_conjunct(token: Token, first: Token, scope: Scope, depth: int) -> Stance:
    """The second of two has what governs the first: "failed to come and to call", not "failed to come and *left*"."""
    if token.pos_ in {"NOUN", "PROPN"}:
        return _assess(first, scope, depth - 1)
    if token.tag_ in _FINITE and is_infinitive(first):
        first = first.head
    return _context(first, tie_of(first), scope, depth - 1)


def _of_a_noun(token: Token, arc: str, above: Stance) -> Stance:
    """The stance of a noun's event in an argument of a word that says nothing of it.

    A definite one is taken as given ("will condemn the attack"); another shares what its clause is ("could bring an
    attack").
    """
    told = preposition_stance(arc)
    if told is not None:
        return within(told, above) if above.factuality is not Factuality.DENIED else told
    given = is_taken_as_given(token, arc, denied=above.factuality is Factuality.DENIED)
    return HAPPENED if given else above


def _is_bare_gerund(token: Token, tie: Tie) -> bool:
    """True for "ruled out *sending* troops", which the parse takes for an aside, with no comma before it."""
    if tie.arc != "participle" or token.tag_ != "VBG" or token.i < tie.governor.i:
        return False
    return not any(between.is_punct for between in token.doc[tie.governor.i : token.i])


def _came_to_nothing(noun: Token) -> bool:
    """True for the *attempt* (to seize the port) that *failed*."""
    return noun.pos_ == "NOUN" and noun.dep_ == "nsubj" and noun.head.lemma_ in words("failing")


def _led_nowhere(token: Token, noun: Token) -> bool:
    """True for what was done though nothing came of it: the failure of the *talks*, of the *offensive*."""
    return noun.pos_ == "NOUN" and noun.lemma_ == "failure" and token.lemma_ in words("process")


def _over_its_noun(token: Token, tie: Tie) -> Tie:
    """The tie to the noun right before the infinitive where it takes one: renewed his *threat to* invade."""
    before = next((word for word in tie.governor.rights if word.dep_ == "dobj"), None)
    if before is None or governor_of(before, "to") is None or before.i + 1 != next(iter(token.lefts), token).i:
        return tie
    return Tie(before, "to")


def _is_called_together(tie: Tie) -> bool:
    """True for "called a meeting to discuss it", where nobody is called on to discuss."""
    return tie.governor.lemma_ == "call" and any(child.dep_ == "dobj" for child in tie.governor.children)


def _is_past(token: Token) -> bool:
    if token.tag_ == "VBD":
        return True
    return (
        has_finite_auxiliary(token) and any(child.tag_ == "VBD" for child in token.lefts) and not is_infinitive(token)
    )
