"""Which of the things that a pronoun can mean could have said what the pronoun is said to say."""

from __future__ import annotations

from accordingto.grounding.actors import look_up
from accordingto.grounding.drafts import Draft, Gender
from accordingto.model.entity import EntityKind

SPEAKING_KINDS = frozenset(
    {
        EntityKind.PERSON,
        EntityKind.ORGANISATION,
        EntityKind.GROUP,
        EntityKind.MEDIUM,
        EntityKind.COUNTRY,
        EntityKind.DOCUMENT,
    }
)
"""What speaks without having spoken before; places and things do only where the report let them: *Paris* said."""

_PERSONAL = frozenset({Gender.HE, Gender.SHE, Gender.PERSON})


def can_speak(draft: Draft, wanted: Gender, *, has_spoken: bool) -> bool:
    """True for what may be the subject of a verb of saying: *the ministry*, no oil; for "she", no launch."""
    if has_spoken or draft.gender in _PERSONAL:
        return True
    if wanted in {Gender.HE, Gender.SHE}:
        return bool(draft.names)
    if draft.kind is not EntityKind.UNKNOWN:
        return draft.kind in SPEAKING_KINDS
    return draft.description is not None and _kind_described(draft) in SPEAKING_KINDS


def _kind_described(draft: Draft) -> EntityKind:
    return look_up(draft.description or "").kind
