"""Tracks: saved questions, and the incidents that answer one of them in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import Any, Final

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse

from accordingto.model.errors import OptionError
from accordingto.model.summary import IncidentSummary
from accordingto.searching import Kind, Search, from_query
from accordingto.store.store import Store
from accordingto.store.tracks import tracks_of
from accordingto.tracking import Question, is_answered_by, question_of, save_question
from accordingto.web.csrf import Checked
from accordingto.web.indexes import SECONDS_TO_WAIT, index_of
from accordingto.web.pages.review import keep_person, person_of
from accordingto.web.pages.search import INCIDENT_COLUMNS, incident_cells
from accordingto.web.pending import result_of
from accordingto.web.siblings import Page, Table, add_page
from accordingto.web.site import SiteDep
from accordingto.web.words import path as path_of

router = APIRouter()

MOST_SHOWN: Final = 1000
LONGEST: Final = 200
ASKED: Final = {
    "type": "Type",
    "mode": "Mode",
    "actor": "Who acts",
    "actor_country": "Country of who acts",
    "actor_sector": "Sector of who acts",
    "recipient": "Acted upon",
    "recipient_country": "Country of who is acted upon",
    "place": "Place",
    "country": "Country of the place",
    "since": "From day",
    "until": "To day",
    "disputed": "In dispute",
}
"""The fields of a question, in words."""
_OF_CLAIMS: Final = ("actor_sector", "place", "actor_country", "recipient_country", "country")
"""What the index does not know, or not so closely: looked up in the claims that it finds."""


def tracks_page(site: SiteDep, request: Request) -> Page:
    """The saved questions, and a form for another."""
    kept = tracks_of(site.store)
    rows = [(each.name, _in_words(each.question), each.person, each.saved_at.isoformat()) for each in kept]
    given = {name: request.query_params.get(name, "")[:LONGEST] for name in ASKED}
    return Page(
        "tracks.html",
        {"tracks": rows, "given": given, "asked": ASKED, "person": person_of(site, request)},
        document=lambda: [{"name": each.name, "question": each.question, "person": each.person} for each in kept],
        table=lambda: Table(("name", "question", "person", "saved_at"), rows),
        name="tracks",
    )


@router.post("/tracks", dependencies=[Checked])
async def save(site: SiteDep, request: Request) -> RedirectResponse:
    """Save the question of the form, and show it."""
    form = {name: str(value).strip()[:LONGEST] for name, value in (await request.form()).items()}
    person = form.get("person") or person_of(site, request)
    if not form.get("name") or not person:
        raise OptionError("Give the track a name, and say who keeps it.")
    question = question_from({name: form[name] for name in ASKED if form.get(name)})
    if question == Question():
        raise OptionError("Ask something: fill in at least one field of the question.")
    save_question(site.store, form["name"], question, person)
    answer = RedirectResponse(f"/track/{path_of(form['name'])}", 303)
    keep_person(answer, person)
    return answer


def track_page(site: SiteDep, request: Request, name: str) -> Page:
    """The incidents that answer a saved question, in order of time."""
    question = question_of(site.store, name)
    is_page = not request.url.path.endswith((".json", ".csv"))
    found = _answers_soon(site.store, question) if is_page else ()
    if found is None:
        return Page("waiting.html", {"address": f"/track/{path_of(name)}"})
    return Page(
        "track.html",
        {"name": name, "question": _in_words(asdict(question)), "total": len(found), "found": found[-MOST_SHOWN:]},
        document=lambda: (
            dict(zip(INCIDENT_COLUMNS, row, strict=True)) | more for row, more in _rows(site.store, question)
        ),
        table=lambda: Table(INCIDENT_COLUMNS, (row for row, _ in _rows(site.store, question))),
        name="track",
    )


def question_from(given: dict[str, str]) -> Question:
    """The question that the fields ask. Raises OptionError where one means nothing."""
    search = from_query(
        [(name, given[name]) for name in ("type", "mode", "since", "until", "disputed") if name in given]
    )
    texts = {name: given[name] for name in ("actor", "actor_sector", "recipient", "place") if name in given}
    countries = {
        name: given[name].upper() for name in ("actor_country", "recipient_country", "country") if name in given
    }
    for code in countries.values():
        from_query([("country", code)])
    return Question(
        type=next(iter(search.type), None), mode=next(iter(search.mode), None),
        since=search.since, until=search.until, disputed=search.disputed, **texts, **countries,
    )  # fmt: skip


def answers_to(store: Store, question: Question) -> tuple[IncidentSummary, ...]:
    """The incidents with a claim that answers the question, the earliest first."""
    ids = tuple(dict.fromkeys(_incidents(store, question)))
    return tuple(sorted(store.summaries(ids), key=lambda each: (each.day is None, each.day, each.id)))


def _answers_soon(store: Store, question: Question) -> tuple[IncidentSummary, ...] | None:
    """The same, or None while they are being looked for."""
    key = (store, store.version(), question)
    found: tuple[IncidentSummary, ...] | None = result_of(key, lambda: answers_to(store, question), SECONDS_TO_WAIT)
    return found


def _incidents(store: Store, question: Question) -> Iterator[str]:
    """From the index alone where it knows all that is asked, else by a look at each claim that it finds."""
    index = index_of(store)
    if not any(getattr(question, name) for name in _OF_CLAIMS):
        yield from (str(key) for key in index.every_key(_search(question, Kind.INCIDENTS)))
        return
    claims = store.claims_numbered(int(key) for key in index.every_key(_search(question, Kind.CLAIMS)))
    fitting = [claim.id for claim in claims if is_answered_by(claim, question)]
    where = store.incidents_of(fitting)
    yield from (where[claim] for claim in fitting if claim in where)


def _search(question: Question, kind: Kind) -> Search:
    """What the index is asked: all of the question that it knows."""
    countries = {question.actor_country, question.recipient_country, question.country} - {None}
    named = ("type", "mode", "actor", "recipient")
    same: dict[str, Any] = {name: (getattr(question, name),) for name in named if getattr(question, name)}
    country = tuple(each for each in countries if each) if len(countries) == 1 else ()
    return Search(
        kind=kind, country=country, since=question.since, until=question.until, disputed=question.disputed, **same
    )


def _rows(store: Store, question: Question) -> Iterator[tuple[tuple[Any, ...], dict[str, Any]]]:  # cells of many types
    return (incident_cells(each) for each in answers_to(store, question))


def _in_words(question: dict[str, Any]) -> str:  # an object of JSON
    """What is asked, for people: "Type: REALIGN, Country of who acts: SYR"."""
    told = (f"{words}: {question[name]}" for name, words in ASKED.items() if question.get(name))
    return ", ".join(told).replace(": True", "")


add_page(router, "/tracks", tracks_page)
add_page(router, "/track/{name:path}", track_page)
