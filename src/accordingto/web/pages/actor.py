"""A dossier: what somebody did, was done to, said, and what is said about them; their names and offices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Query
from fastapi.responses import RedirectResponse

from accordingto.dossier import Dossier, PartPage, every_claim, find_dossier, pages_of
from accordingto.model.errors import OptionError
from accordingto.store.appearances import Part
from accordingto.store.store import Store
from accordingto.web import claim_list, words
from accordingto.web.siblings import Cell, Page, Table, add_page
from accordingto.web.site import SiteDep

router = APIRouter()

SHOWN, SHOWN_ALONE = 10, 50
PART_NAMES: Final = {"did": Part.DID, "done_to": Part.DONE_TO, "said": Part.SAID, "said_about": Part.SAID_ABOUT}
PART_WORDS: Final = {
    Part.DID: "Did", Part.DONE_TO: "Was done to", Part.SAID: "Said", Part.SAID_ABOUT: "Others say of them",
}  # fmt: skip
LARGEST_NUMBER: Final = 2**31 - 1

Number = Annotated[int | None, Query(ge=0, le=LARGEST_NUMBER, description="key of the page before")]
PartName = Annotated[str | None, Query(description="one of did, done_to, said, said_about: that part alone")]


@router.get("/actor", include_in_schema=False)
def actor_form(name: str = "") -> RedirectResponse:
    """From the form to the dossier's own address."""
    return RedirectResponse(f"/actor/{words.path(name.strip())}" if name.strip() else "/search", 303)


def actor_page(site: SiteDep, name: str, part: PartName = None, after: Number = None) -> Page:
    """Someone's dossier: names, offices by date, what they did, was done to them, said, and others say of them.

    The JSON is a list: the dossier itself, then every claim with the part that it belongs to.
    """
    parts = tuple(Part) if part is None else (_part(part),)
    dossier = find_dossier(site.store, name)
    size = SHOWN if part is None else SHOWN_ALONE
    shown = _shown(site.store, pages_of(site.store, dossier, parts, after=after, limit=size))
    return Page(
        "actor.html",
        {"dossier": dossier, "parts": shown, "part": part, "words": PART_WORDS, "names": _PART_PATHS},
        document=lambda: _objects(site.store, dossier, parts),
        table=lambda: Table(("part", *claim_list.COLUMNS), _rows(site.store, dossier, parts)),
        name="dossier",
    )


def _part(name: str) -> Part:
    if name not in PART_NAMES:
        raise OptionError(f"There is no part {name[:40]!r} of a dossier. Parts: {', '.join(PART_NAMES)}.")
    return PART_NAMES[name]


def _shown(store: Store, pages: dict[Part, PartPage]) -> list[tuple[Part, list[claim_list.Listed], int | None]]:
    """Each part with its claims and their incidents, and the key of its next page."""
    incidents = store.incidents_of(claim.id for page in pages.values() for claim in page.claims)
    return [
        (part, [(claim, incidents.get(claim.id)) for claim in page.claims], page.next) for part, page in pages.items()
    ]


def _rows(store: Store, dossier: Dossier, parts: tuple[Part, ...]) -> Iterator[tuple[Cell, ...]]:
    for part in parts:
        claims = (claim for _, claim in every_claim(store, dossier, (part,)))
        yield from ((str(part), *claim_list.row_of(each)) for each in claim_list.with_incidents(store, claims))


def _objects(store: Store, dossier: Dossier, parts: tuple[Part, ...]) -> Iterator[dict[str, Any]]:  # JSON objects
    yield {
        "format": "accordingto.dossier/1",
        "name": dossier.name,
        "names": [
            {"name": each.party.name, "kind": each.party.kind, "country": each.party.country, "claims": each.claims}
            for each in dossier.names
        ],
        "offices": [
            {"title": each.title, "country": each.country, "start": _day(each.start), "end": _day(each.end),
             "source": each.source}
            for each in dossier.offices
        ],
        "counts": {str(part): number for part, number in dossier.counts.items()},
        "first": _day(dossier.first),
        "last": _day(dossier.last),
    }  # fmt: skip
    for part in parts:
        claims = (claim for _, claim in every_claim(store, dossier, (part,)))
        for each in claim_list.with_incidents(store, claims):
            yield {"part": str(part)} | claim_list.object_of(each)


def _day(value: object) -> str | None:
    return None if value is None else str(value)


_PART_PATHS: Final = {part: name for name, part in PART_NAMES.items()}

add_page(router, "/actor/{name:path}", actor_page)
