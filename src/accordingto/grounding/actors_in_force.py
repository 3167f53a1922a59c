"""The actors that a user brought, for as long as they are in force: they go before those of the shipped tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accordingto.grounding.agent_nouns import AgentNoun
    from accordingto.grounding.known import Known
    from accordingto.grounding.tenures import Tenure


@dataclass(frozen=True, slots=True, eq=False)
class OwnActors:
    """A user's names, people and nouns by the keys that they are looked up under; `version` names them in readings."""

    names: dict[str, Known] = field(default_factory=dict)
    people: dict[str, tuple[Tenure, ...]] = field(default_factory=dict)
    nouns: dict[str, AgentNoun] = field(default_factory=dict)
    version: str = ""

    def __len__(self) -> int:
        return len(self.names) + len(self.people) + len(self.nouns)


_IN_FORCE: ContextVar[OwnActors | None] = ContextVar("own_actors", default=None)


@contextmanager
def own_actors(own: OwnActors | None) -> Iterator[None]:
    """Look actors up in `own` first, until the block ends."""
    token = _IN_FORCE.set(own)
    try:
        yield
    finally:
        _IN_FORCE.reset(token)


def use_own_actors(own: OwnActors | None) -> None:
    """Look actors up in `own` first, from now on: for a process that does nothing else."""
    _IN_FORCE.set(own)


def in_force() -> OwnActors | None:
    """What the user brought, None where they brought nothing."""
    return _IN_FORCE.get()
