"""A sourced record of political events: who did what to whom, where, when, according to whom.

`read` and `read_article` come with the language model behind them, so they are loaded when they are first asked for:
`import accordingto` itself takes no time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accordingto.model.reading import ReadClaim, Reading
from accordingto.notebook import reading_to_html

if TYPE_CHECKING:
    from accordingto.reader import read, read_article

__all__ = ["ReadClaim", "Reading", "read", "read_article"]

Reading._repr_html_ = reading_to_html  # type: ignore[attr-defined]  # the view is above the model, which must not import it


def __getattr__(name: str) -> object:
    """`read` and `read_article`, from the one room that knows the order of the stages."""
    if name not in {"read", "read_article"}:
        raise AttributeError(f"module 'accordingto' has no attribute {name!r}")
    from accordingto import reader  # noqa: PLC0415  # see above

    return getattr(reader, name)
