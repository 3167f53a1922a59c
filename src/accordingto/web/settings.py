"""How a reading room is run."""

from __future__ import annotations

from dataclasses import dataclass, field
from secrets import token_bytes

LOOPBACK = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class Settings:
    """`token`, where given, must be shown by every visitor. `person` is who decides in the review.

    `names` are host names beside addresses under which the room may be asked for. `secret` signs forms; it lasts as
    long as the program.
    """

    host: str = LOOPBACK
    port: int = 8642
    token: str | None = None
    person: str = "reader"
    names: tuple[str, ...] = ()
    is_static: bool = False
    is_demo: bool = False
    secret: bytes = field(default_factory=lambda: token_bytes(32), repr=False)
