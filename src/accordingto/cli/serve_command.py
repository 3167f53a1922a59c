"""`accordingto serve` and `publish`: the record as pages, from this machine or as files."""

from __future__ import annotations

import socket
import tempfile
import webbrowser
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import ip_address
from pathlib import Path
from secrets import token_urlsafe
from typing import TYPE_CHECKING

import click

from accordingto.cli import streams
from accordingto.cli.named_path import A_FOLDER
from accordingto.cli.reading_options import How
from accordingto.cli.store_option import login, opened, store_option
from accordingto.model.errors import OptionError

if TYPE_CHECKING:
    from accordingto.store.store import Store
    from accordingto.web.settings import Settings

_LOOPBACK = "127.0.0.1"
_PORT = 8642
_WAITING = 128
_REDRAWN = 50
"""Files between two drawings of their number."""
_SERVE_EXAMPLE = """\b
Examples:
  accordingto serve --store record.db --open
  accordingto serve --demo
  accordingto serve --store record.db --host 0.0.0.0
"""
_PUBLISH_EXAMPLE = """\b
Example:
  accordingto publish site/ --store record.db
"""


@click.command(epilog=_SERVE_EXAMPLE, short_help="Show a store as pages in the browser.")
@store_option("The store to show: a file, or the URL of a PostgreSQL database.", required=False)
@click.option("--host", default=_LOOPBACK, show_default=True, help="The address to answer at; others ask for a token.")
@click.option(
    "--port", type=click.IntRange(0, 65535), default=_PORT, show_default=True, help="0 takes any that is free."
)
@click.option("--open", "in_browser", is_flag=True, help="Open the browser.")
@click.option(
    "--demo", is_flag=True, help="Show the sample reports that the package ships, in a store that is thrown away."
)
@click.option("--person", metavar="NAME", help="Who decides when reviewing. [default: the name you are logged in by]")
def serve(where: str | None, host: str, port: int, person: str | None, *, in_browser: bool, demo: bool) -> None:
    """Show reports with their sources in the margin, and incidents with their accounts side by side.

    Only this machine is answered unless --host says otherwise; then every visitor must show the token that is printed.
    Nothing is fetched from elsewhere. Ctrl-C ends it.
    """
    from accordingto.web.settings import Settings  # noqa: PLC0415  # not needed for --help

    if (where is None) != demo:
        raise click.UsageError("Give --store FILE|URL, or --demo alone.")
    with _shown(where) as store, _listening(host, port) as listening:
        token = None if _is_loopback(host) else token_urlsafe(24)
        settings = Settings(
            host=host,
            port=listening.getsockname()[1],
            token=token,
            person=person or login(),
            names=(host,),
            is_demo=demo,
        )
        address = f"http://{_in_url(host)}:{settings.port}/" + (f"?token={token}" if token else "")
        streams.say(f"{store.name} is at {address}\nCtrl-C ends it.")
        if in_browser:
            webbrowser.open(address)
        _run(store, settings, listening)


@click.command(epilog=_PUBLISH_EXAMPLE, short_help="Write a store as a folder of pages, to hand over or archive.")
@click.argument("folder", type=A_FOLDER)
@store_option("The store to publish: a file, or the URL of a PostgreSQL database.")
def publish(folder: Path, where: str) -> None:
    """Write the pages of `serve` as files that need no server. Publishing the same store again writes the same bytes.

    The folder must be empty, or hold an earlier copy. Search and review are left out.
    """
    from accordingto.web.publishing import publish_site  # noqa: PLC0415  # FastAPI takes half a second

    with opened(where) as store:
        written = sum(1 for _ in _counted(publish_site(store, folder)))
    streams.say(f"{written:,} files in {folder}. Open {folder / 'index.html'}.")


def _counted(files: Iterator[Path]) -> Iterator[Path]:
    """The files, with their number drawn over again where a person sees it."""
    for number, file in enumerate(files, start=1):
        if streams.is_watched() and number % _REDRAWN == 0:
            click.echo(f"\r{number:,} files", err=True, nl=False)
        yield file


@contextmanager
def _shown(where: str | None) -> Iterator[Store]:
    """The store, or one of the samples that goes away at the end."""
    if where is not None:
        with opened(where) as store:
            yield store
        return
    with (
        tempfile.TemporaryDirectory(prefix="accordingto-") as folder,
        opened(f"{folder}/demo.db", create=True) as store,
    ):
        _fill(store)
        yield store


def _fill(store: Store) -> None:
    from accordingto.cli.adding import Orders, add_all  # noqa: PLC0415  # the reader, only for this
    from accordingto.cli.demo import articles_of  # noqa: PLC0415
    from accordingto.cli.samples import pairs  # noqa: PLC0415

    articles = [article for pair in pairs() for article in articles_of(pair)]
    progress = streams.Progress(len(articles) if streams.is_watched() else None)
    streams.say(f"Reading {len(articles)} sample reports …")
    for _ in add_all(store, articles, Orders(How(reader="fast"))):
        progress.count()
    progress.clear()


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """A socket that takes calls already, so that a browser opened now waits for the first page."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        listening = socket.create_server((host, port), family=family, backlog=_WAITING)
    except OSError as error:
        raise OptionError(f"Cannot answer at {host}, port {port}: {error.strerror or error}. Try --port 0.") from error
    with listening:
        yield listening


def _run(store: Store, settings: Settings, listening: socket.socket) -> None:
    import uvicorn  # noqa: PLC0415  # not needed for --help

    from accordingto.web.app import create_app  # noqa: PLC0415  # FastAPI takes half a second

    config = uvicorn.Config(create_app(store, settings), log_level="warning", access_log=False, server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _in_url(host: str) -> str:
    return f"[{host}]" if ":" in host else host
