"""The stance of an event's own words: negation, modals, tense and adverbs together, whatever governs them."""

from __future__ import annotations

from spacy.tokens import Token

from accordingto.events.modality import is_perfect, modal_of, own_stance
from accordingto.events.polarity import is_negated
from accordingto.events.stance import Stance, negation_of
from accordingto.model.claim import Factuality

NOT_DONE = Stance(Factuality.DENIED, -2.0)
"""Could not, would not: in news nearly always of what was not done."""

_INABILITY = frozenset({"can", "ca", "could", "need"})
_REFUSAL = frozenset({"would", "'d"})


def stance_alone(token: Token, *, reported: bool = False) -> Stance:
    """The stance of the token's own words; `reported` under someone's telling, where *would* is the past of *will*."""
    stance = own_stance(token, reported=reported)
    if not is_negated(token):
        return stance
    modal = modal_of(token)
    return NOT_DONE if modal is not None and _denies_with_not(modal.lower_, token) else negation_of(stance)


def is_forestalled(token: Token) -> bool:
    """True for "it was defused before it *could explode*"."""
    modal = modal_of(token)
    return (
        modal is not None
        and modal.lower_ in {"could", "can"}
        and any(child.lower_ == "before" for child in token.lefts)
    )


def _denies_with_not(modal: str, token: Token) -> bool:
    """True for *could not* fire and *would not* say, not for "would not have fired" or "would not fire if …"."""
    if modal in _INABILITY:
        return not is_perfect(token)
    conditioned = is_perfect(token) or any(child.dep_ == "advcl" for child in token.children)
    return modal in _REFUSAL and not conditioned
