"""One page, three routes: the page itself and, under the same address, its `.json` and its `.csv`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from accordingto.web.site import site_of
from accordingto.web.templating import rendered

ROWS_AT_ONCE = 200
"""Rows written in one piece of a stream."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a cell of a spreadsheet must not begin with, for the rest would be run as a formula."""
Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Table:
    """What a page's `.csv` holds."""

    columns: Sequence[str]
    rows: Iterable[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is written. `document` and `table` are called only for `.json` and `.csv`.

    `document` may return an iterator of objects, which is then streamed as a JSON array.
    """

    template: str
    values: Mapping[str, Any] = field(default_factory=dict)
    document: Callable[[], Any] = dict
    table: Callable[[], Table] = lambda: Table((), ())
    name: str = "accordingto"


def add_page(router: APIRouter, path: str, build: Callable[..., Page], *, stem: str | None = None) -> None:
    """Add the three routes of a page to the router; `stem` is the path of the siblings where it is another ("/index").

    `build` takes FastAPI's parameters and says in its docstring what the page shows.
    """
    page_of = Depends(build)
    about = (build.__doc__ or "").strip()

    def as_page(request: Request, page: Page = page_of) -> Response:
        return HTMLResponse(rendered(site_of(request), request, page.template, page.values))

    def as_json(page: Page = page_of) -> Response:
        return json_response(page)

    def as_csv(page: Page = page_of) -> Response:
        return csv_response(page)

    base = stem or path
    name = build.__name__.strip("_")
    router.add_api_route(f"{base}.json", as_json, name=f"{name}.json", description=about, response_class=Response)
    router.add_api_route(f"{base}.csv", as_csv, name=f"{name}.csv", description=about, response_class=Response)
    router.add_api_route(path, as_page, name=name, description=about, response_class=HTMLResponse)


def json_response(page: Page) -> Response:
    """The page's object as JSON; what cannot be encoded is escaped."""
    document = page.document()
    if isinstance(document, Iterator):
        return StreamingResponse(_json_array(document), media_type="application/json")
    return Response(_encoded(json.dumps(document, ensure_ascii=False, indent=2) + "\n"), media_type="application/json")


def csv_response(page: Page) -> Response:
    """The page's table as CSV in UTF-8, streamed."""
    headers = {"Content-Disposition": f'attachment; filename="{page.name}.csv"'}
    return StreamingResponse(csv_pieces(page.table()), media_type="text/csv; charset=utf-8", headers=headers)


def csv_pieces(table: Table) -> Iterator[bytes]:
    """The table as CSV, some rows at a time."""
    yield _lines([table.columns])
    rest = iter(table.rows)
    while rows := list(islice(rest, ROWS_AT_ONCE)):
        yield _lines(rows)


def plain_cell(value: Cell) -> Cell:
    """The value as a cell that no spreadsheet takes for a formula.

    >>> plain_cell("=1+1"), plain_cell(-3)
    ("'=1+1", -3)
    """
    if isinstance(value, str) and value.lstrip().startswith(_FORMULA):
        return "'" + value
    return value


def _lines(rows: Iterable[Sequence[Cell]]) -> bytes:
    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows([plain_cell(cell) for cell in row] for row in rows)
    return _encoded(out.getvalue())


def _json_array(objects: Iterator[Any]) -> Iterator[bytes]:
    before = "[\n"
    for each in objects:
        yield _encoded(before + json.dumps(each, ensure_ascii=False))
        before = ",\n"
    yield b"[]\n" if before == "[\n" else b"\n]\n"


def _encoded(text: str) -> bytes:
    """The text in UTF-8; a half of a surrogate pair becomes \\ud800, which JSON reads as what it was."""
    return text.encode("utf-8", "backslashreplace")
