"""Values of the options that say which incidents are wanted: a wrong one is told, instead of finding nothing."""

from __future__ import annotations

import re

import click

from accordingto.cli.claim_words import clean
from accordingto.model.resources import load_toml

MOST_ROWS = 1_000_000_000
"""The highest --limit: databases count rows in 64 bits, and nobody reads more."""

_COUNTRY = re.compile("[A-Z]{3}")


def as_type(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The event type in capitals. One that the codebook does not have is wrong usage."""
    if value is None:
        return None
    types = sorted(_modes_by_type())
    if value.upper() in types:
        return value.upper()
    raise click.BadParameter(f"found {_shown(value)}. The types are {', '.join(types)}.", context, option)


def as_mode(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The mode in small letters. One that no type of the codebook has is wrong usage."""
    if value is None:
        return None
    modes = sorted({mode for modes in _modes_by_type().values() for mode in modes})
    if value.lower() in modes:
        return value.lower()
    raise click.BadParameter(f"found {_shown(value)}. The modes are {', '.join(modes)}.", context, option)


def as_country(context: click.Context, option: click.Parameter, value: str | None) -> str | None:
    """The code in capitals. What is no code of three letters is wrong usage."""
    if value is None or _COUNTRY.fullmatch(value.upper()):
        return value.upper() if value else None
    message = f"found {_shown(value)}, which is no code. Write the three letters of ISO 3166, such as SYR."
    raise click.BadParameter(message, context, option)


def _shown(value: str) -> str:
    return repr(clean(value))


def _modes_by_type() -> dict[str, dict[str, str]]:
    types: dict[str, dict[str, dict[str, str]]] = load_toml("codebook.toml")["type"]
    return {name: each["modes"] for name, each in types.items()}
