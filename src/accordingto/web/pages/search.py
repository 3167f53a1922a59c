"""Search: words and facets, each value with its count; all of the search stands in the address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final
from urllib.parse import parse_qsl

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from accordingto.export.formats import FORMATS, format_named
from accordingto.model.reported import Report
from accordingto.model.summary import IncidentSummary
from accordingto.searching import FACETS, Kind, Search, SearchIndex, from_query, to_query
from accordingto.searching import Page as Found
from accordingto.store.store import Store
from accordingto.store.values import chunks
from accordingto.web import claim_list
from accordingto.web.found_rows import rows_found
from accordingto.web.indexes import SECONDS_TO_WAIT, index_of
from accordingto.web.openapi import describe_query
from accordingto.web.siblings import Cell, Page, Table, add_page
from accordingto.web.site import SiteDep
from accordingto.web.words import query as query_of

router = APIRouter()

FACET_WORDS: Final = {
    "type": "Type", "mode": "Mode", "factuality": "What the source commits to", "country": "Country",
    "actor": "Who acts", "recipient": "Acted upon", "speaker": "According to", "publisher": "Publisher",
}  # fmt: skip
INCIDENT_COLUMNS: Final = (
    "incident", "title", "types", "first_day", "last_day", "place", "countries", "claims", "accounts", "reports",
    "publishers", "origins", "disputed", "statement",
)  # fmt: skip
ARTICLE_COLUMNS: Final = ("report", "title", "publisher", "published", "path")
FORGET: Final = {"find": "words", "q": "words"}


def search_page(site: SiteDep, request: Request) -> Page:
    """Claims, incidents or reports by words and facets, with how many there are under each value."""
    search = asked(request)
    index = index_of(site.store)
    rows = (row for row in _rows(site.store, index, search))
    if _is_page(request) and not index.is_ready(SECONDS_TO_WAIT):
        return Page("waiting.html", {"address": f"/search?{to_query(search)}"})
    return Page(
        "search.html",
        _values(site.store, index, search) if _is_page(request) else {},
        document=lambda: (dict(zip(row[0], row[1], strict=True)) | row[2] for row in rows),
        table=lambda: Table(_columns(search.kind), (row[1] for row in rows)),
        name=f"search-{search.kind}",
    )


@router.get("/search/export", response_class=Response)
def export(site: SiteDep, request: Request) -> StreamingResponse:
    """What the search finds, all of it, in a format of `accordingto export`: format=geojson, format=ucdp and so on."""
    pairs = request.query_params.multi_items()
    chosen = format_named(next((value for name, value in pairs if name == "format"), "csv"))
    search = from_query([pair for pair in pairs if pair[0] != "format"])
    index = index_of(site.store)
    headers = {"Content-Disposition": f'attachment; filename="search-{chosen.name}{chosen.suffix}"'}
    pieces = chosen.write(rows_found(site.store, index, search))
    return StreamingResponse(pieces, media_type=chosen.media_type, headers=headers)


def asked(request: Request) -> Search:
    """The search in the address. Raises OptionError where it means nothing."""
    pairs = [(FORGET.get(name, name), value) for name, value in request.query_params.multi_items()]
    return from_query(pairs)


def _is_page(request: Request) -> bool:
    return not request.url.path.endswith((".json", ".csv"))


def _values(store: Store, index: SearchIndex, search: Search) -> dict[str, Any]:  # values of many types
    found = index.find(search)
    following = None if found.next is None else to_query(replace(search, after=found.next))
    return {
        "search": search,
        "found": found,
        "facets": [(FACET_WORDS[facet], facet, _links(search, facet, found)) for facet in FACETS],
        "ticked": [(FACET_WORDS[facet], value, _without(search, facet, value)) for facet, value in _ticked(search)],
        "hidden": list(_ticked(search)),
        "kinds": [(kind, to_query(replace(search, kind=kind, after=None))) for kind in Kind],
        "query": to_query(replace(search, after=None)),
        "next": following,
        "asked": [pair for pair in parse_qsl(to_query(search)) if pair[0] not in {"kind", "after"}],
        "formats": tuple(FORMATS.values()),
        "kept": query_of(question_in(search)),
        "items": _items(store, search.kind, found),
    }


def question_in(search: Search) -> dict[str, str]:
    """What of the search a track can ask: one value a facet; names without the marks of whole names."""
    asked = {facet: getattr(search, facet) for facet in ("type", "mode", "actor", "recipient", "country")}
    one = {facet: values[0].strip('"') for facet, values in asked.items() if len(values) == 1}
    days = {name: str(day) for name, day in (("since", search.since), ("until", search.until)) if day is not None}
    return one | days | ({"disputed": "1"} if search.disputed else {})


def _links(search: Search, facet: str, found: Found) -> list[tuple[str, int, bool, str]]:
    """What is shown, the count, whether it is ticked, and the address that ticks or unticks it."""
    return [
        (each.shown, each.claims, each.is_ticked, to_query(search.with_value(facet, each.value)))
        for each in found.facets[facet]
    ]


def _ticked(search: Search) -> Iterator[tuple[str, str]]:
    for facet in FACETS:
        yield from ((facet, value) for value in getattr(search, facet))


def _without(search: Search, facet: str, value: str) -> str:
    return to_query(search.with_value(facet, value))


def _items(store: Store, kind: Kind, found: Found) -> list[Any]:  # claims, summaries or reports
    if kind is Kind.CLAIMS:
        return list(claim_list.with_incidents(store, store.claims_numbered(map(int, found.keys))))
    ids = [str(key) for key in found.keys]
    if kind is Kind.INCIDENTS:
        return list(store.summaries(ids))
    reports = store.reports(ids)
    return [reports[id_] for id_ in ids if id_ in reports]


Row = tuple[tuple[str, ...], tuple[Cell, ...], dict[str, Any]]


def _columns(kind: Kind) -> tuple[str, ...]:
    return {Kind.CLAIMS: claim_list.COLUMNS, Kind.INCIDENTS: INCIDENT_COLUMNS, Kind.ARTICLES: ARTICLE_COLUMNS}[kind]


def _rows(store: Store, index: SearchIndex, search: Search) -> Iterator[Row]:
    """Everything that fits, whatever page is shown: names of columns, cells, and what JSON says otherwise."""
    keys = index.every_key(search)
    if search.kind is Kind.CLAIMS:
        for listed in claim_list.with_incidents(store, store.claims_numbered(map(int, keys))):
            yield claim_list.COLUMNS, claim_list.row_of(listed), claim_list.object_of(listed)
        return
    for chunk in chunks(map(str, keys)):
        if search.kind is Kind.INCIDENTS:
            yield from ((INCIDENT_COLUMNS, *incident_cells(each)) for each in store.summaries(chunk))
        else:
            reports = store.reports(chunk)
            yield from ((ARTICLE_COLUMNS, _report(reports[id_]), {}) for id_ in chunk if id_ in reports)


def incident_cells(summary: IncidentSummary) -> tuple[tuple[Cell, ...], dict[str, Any]]:
    """Its cells, and its lists for JSON."""
    counts = summary.counts
    lists = {"types": summary.types, "countries": summary.countries, "disputed": tuple(map(str, summary.disputed))}
    joined = {name: claim_list.SEPARATOR.join(values) for name, values in lists.items()}
    cells = (
        summary.id, summary.title, joined["types"], _day(summary.first_day), _day(summary.last_day),
        summary.place.name if summary.place else None, joined["countries"], summary.claims, summary.accounts,
        counts.reports, counts.publishers, counts.origins, joined["disputed"], summary.statement,
    )  # fmt: skip
    return cells, {name: list(values) for name, values in lists.items()}


def _report(report: Report) -> tuple[Cell, ...]:
    return report.article, report.title, report.publisher, _day(report.published), report.path


def _day(value: object) -> str | None:
    return None if value is None else str(value)


add_page(router, "/search", search_page)
describe_query(
    router,
    {
        "kind": "claims, incidents or articles",
        "words": 'words of the report; "words in quotation marks" stand together',
        **{facet: f"{FACET_WORDS[facet].lower()}; several times for any of several" for facet in FACETS},
        "since": "first day, such as 2024-05-17",
        "until": "last day",
        "disputed": "1 for claims of incidents whose accounts contradict",
        "after": "key of the page before, from its link to the next",
        "format": "for /search/export alone: a format of accordingto export",
    },
)
