"""The option --store, and the store it names."""

from __future__ import annotations

import getpass
from collections.abc import Callable
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accordingto.store.store import Store


def store_option(text: str, *, required: bool = True) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """The option --store, with its help; the environment may give it as ACCORDINGTO_STORE."""
    return click.option(
        "--store",
        "where",
        metavar="FILE|URL",
        envvar="ACCORDINGTO_STORE",
        show_envvar=True,
        required=required,
        help=text,
    )


def login() -> str:
    """The name that the person is logged in by; wrong usage where the system knows none, as in some containers."""
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        raise click.UsageError("The system has no name for you. Give one: --person NAME") from None


@contextmanager
def opened(where: str, *, create: bool = False) -> Iterator[Store]:
    """The store, closed at the end."""
    from accordingto.store.open import open_store  # noqa: PLC0415  # a third of a second, and only for those that ask

    store = open_store(where, create=create)
    try:
        yield store
    finally:
        store.close()
