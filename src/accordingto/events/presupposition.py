"""What is taken as given, whatever the clause around it says: definite events, rebuffed words, circumstances."""

from __future__ import annotations

from spacy.tokens import Token

from accordingto.events.commitment_words import governor_of, words
from accordingto.events.embedding import earlier_conjuncts, tie_of
from accordingto.events.polarity import is_negated
from accordingto.model.claim import Factuality

_REBUFFS = frozenset({"deny", "fail", "prevent", "hoax"})


def is_rebuffed(word: Token) -> bool:
    """True for the *offer* in "rejected the offer" and the *reports* in "denied reports": told, but not taken on."""
    tie = tie_of(word)
    if tie is None or tie.arc != "object" or word.pos_ != "NOUN" or is_negated(word) or is_negated(tie.governor):
        return False
    rebuffed = governor_of(tie.governor, "object")
    told = governor_of(word, "that") or governor_of(word, "to")
    return (
        rebuffed is not None
        and rebuffed.name in _REBUFFS
        and told is not None
        and not _is_denied_from_above(tie.governor)
    )


def is_taken_as_given(token: Token, arc: str, *, denied: bool) -> bool:
    """True for a definite event, the subject of a copula, and the subject and circumstances of what is denied."""
    if is_definite(token) or token.pos_ in {"VERB", "AUX"}:
        return True
    if arc == "subject" and any(child.dep_ in {"attr", "acomp"} for child in token.head.children):
        return True
    if arc == "of" and token.head.head.lower_.endswith(tuple(words("agent_endings"))):
        return True
    return denied and not is_any(token) and (arc == "subject" or arc in words("circumstance"))


def is_definite(token: Token) -> bool:
    """True for *the* attack, *his* resignation, *Monday's* vote: taken as given."""
    return any(
        child.dep_ == "poss" or (child.dep_ == "det" and child.lower_ in words("definite")) for child in token.lefts
    )


def is_generic(noun: Token) -> bool:
    """True for *anyone* (who fires), *any* soldier (who fires): no one in particular."""
    if noun.lower_ in words("generic"):
        return True
    return any(child.dep_ == "det" and child.lower_ in words("generic") for child in noun.lefts)


def is_of_whoever(token: Token) -> bool:
    """True for "*whoever* informs on them will be paid": nobody may."""
    return token.tag_ in {"VBZ", "VBP"} and any(
        child.dep_ == "nsubj" and child.lower_.endswith("ever") for child in token.lefts
    )


def is_one_of_a_kind(noun: Token) -> bool:
    """True for the *first* envoy (to visit) and for *one of* the men (to sign): who did is picked out by it."""
    if any(child.lower_ in words("picking_out") for child in noun.lefts):
        return True
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.lower_ in {"one", "some", "most", "many"}


def is_any(token: Token) -> bool:
    """True for *any* attempts: where the clause is denied, so are they."""
    return any(child.lower_ == "any" for child in token.lefts)


def _is_denied_from_above(word: Token) -> bool:
    """True for the *deny* of "declined to confirm or deny"."""
    tie = next(
        (tie for tie in map(tie_of, (*earlier_conjuncts(word), word)) if tie is not None and tie.arc != "also"), None
    )
    governor = governor_of(tie.governor, tie.arc) if tie is not None else None
    return governor is not None and governor.affirmed.factuality is Factuality.DENIED
