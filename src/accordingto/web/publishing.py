"""A store -> a folder of pages that need no server: each page of the reading room is asked for once and written down.

It starts from the front page, the contents, every incident and every report, and follows their links. Addresses from
the root become relative; what a copy cannot answer (search, review) loses its link. The same store gives the same
bytes.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread
from typing import Final

import httpx

from accordingto.model.errors import OptionError
from accordingto.store.store import Store
from accordingto.web.addresses import file_of, is_copied, relative
from accordingto.web.app import STATIC, create_app
from accordingto.web.settings import Settings

_LINK: Final = re.compile(r'\b(href|src)="(/[^"]*)"')
_MARK: Final = "accordingto-site.txt"
_WARNING: Final = "Written by accordingto publish. Publishing here again writes over these files:"
_ORIGIN: Final = "http://127.0.0.1"


def publish_site(store: Store, folder: Path) -> Iterator[Path]:
    """Each file as it is written; those of an earlier copy that are none now are removed at the end.

    Raises OptionError where the folder holds something else.
    """
    if folder.exists() and any(folder.iterdir()) and not (folder / _MARK).exists():
        raise OptionError(f"{folder} is not empty, and not written by publish. Give a new folder.")
    earlier = _listed(folder)
    _write(folder / _MARK, _marked(earlier))
    written: set[str] = set()
    for path in _files(store, folder):
        written.add(path.relative_to(folder).as_posix())
        yield path
    for name in earlier - written:
        (folder / name).unlink(missing_ok=True)
    yield _write(folder / _MARK, _marked(written))


def _files(store: Store, folder: Path) -> Iterator[Path]:
    for file in sorted(STATIC.iterdir()):
        yield _write(folder / "static" / file.name, file.read_bytes())
    with _asking(store) as ask:
        yield from _pages(ask, _beginnings(store), folder)


def _listed(folder: Path) -> set[str]:
    """The files that the mark of an earlier copy names, none of them outside the folder."""
    mark = folder / _MARK
    names = mark.read_text(encoding="utf-8").splitlines()[1:] if mark.exists() else []
    return {name for name in names if (folder / name).resolve().is_relative_to(folder.resolve())}


def _marked(names: Iterable[str]) -> bytes:
    return "\n".join([_WARNING, *sorted(names), ""]).encode("utf-8", "surrogateescape")


class _Asking:
    """Asks the application, in this process, one address after the other."""

    def __init__(self, client: httpx.AsyncClient, loop: asyncio.AbstractEventLoop) -> None:
        self._client = client
        self._loop = loop

    def get(self, address: str) -> httpx.Response:
        """The answer to the address."""
        return asyncio.run_coroutine_threadsafe(self._client.get(address), self._loop).result()


@contextmanager
def _asking(store: Store) -> Iterator[_Asking]:
    """The loop runs on a thread of its own, so that a notebook, which has one already, can publish too."""
    app = create_app(store, Settings(is_static=True, secret=b"published"))
    loop = asyncio.new_event_loop()
    thread = Thread(target=loop.run_forever, daemon=True)
    thread.start()
    try:
        yield _Asking(httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url=_ORIGIN), loop)
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


def _beginnings(store: Store) -> Iterator[str]:
    yield from ("/", "/contents")
    yield from (f"/incident/{id_}" for id_ in store.incidents_in_order())
    yield from (f"/report/{article.id}" for article in store.articles_in_order())


def _pages(ask: _Asking, beginnings: Iterable[str], folder: Path) -> Iterator[Path]:
    """Every page that can be reached, each once. What it links to is written right after it."""
    known: set[str] = set()
    for beginning in beginnings:
        waiting = [beginning]
        while waiting:
            address = waiting.pop()
            if address in known:
                continue
            known.add(address)
            answer = ask.get(address)
            if answer.status_code != httpx.codes.OK:
                continue
            is_page = answer.headers["content-type"].startswith("text/html")
            waiting += sorted(links_of(answer.text) - known, reverse=True) if is_page else []
            yield _write(
                folder / file_of(address), _made_relative(address, answer.text).encode() if is_page else answer.content
            )


def links_of(page: str) -> set[str]:
    """The addresses of this site that a page links to, without their fragments.

    >>> links_of('<a href="/report/1#c-2">x</a> <a href="/search?q=y">y</a>')
    {'/report/1'}
    """
    return {each for _, address in _LINK.findall(page) if is_copied(each := address.partition("#")[0])}


def _made_relative(page: str, text: str) -> str:
    return _LINK.sub(lambda found: _attribute(page, found.group(1), found.group(2)), text)


def _attribute(page: str, name: str, address: str) -> str:
    is_there = is_copied(address.partition("#")[0]) or address.startswith("/static/")
    return f'{name}="{relative(page, address)}"' if is_there else f'data-{name}="none"'


def _write(path: Path, content: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path
