"""Review: the most disputed and least certain incidents, one after the other, with one key an answer."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import Annotated, Any, Final
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse

from accordingto.catalogue import find_incident
from accordingto.model.errors import OptionError
from accordingto.model.incident import Slot
from accordingto.model.summary import IncidentOrder, IncidentSummary
from accordingto.store.decisions import Decision
from accordingto.store.incident_search import IncidentSearch
from accordingto.store.store import Store
from accordingto.web.csrf import Checked
from accordingto.web.review_answers import ANSWERS, Answer, answer_of
from accordingto.web.siblings import Page, Table, add_page
from accordingto.web.site import Site, SiteDep
from accordingto.web.words import query as query_of

router = APIRouter()

QUEUE: Final = IncidentSearch(to_review=True)
COOKIE: Final = "accordingto_person"
ONE_YEAR: Final = 365 * 24 * 3600
LIKE_IT: Final = 8
"""Incidents offered for merging."""
AROUND: Final = 5
"""Days around an incident in which others may be the same."""
LONGEST_NAME: Final = 80
COLUMNS: Final = ("number", "kind", "subject", "person", "decided_at")

After = Annotated[str | None, Query(max_length=200, description="key after which the queue goes on")]
Number = Annotated[int | None, Query(ge=0, le=2**31 - 1, description="number of the decision just made")]


def review_page(site: SiteDep, request: Request, after: After = None, done: Number = None) -> Page:
    """The next incident to review, with the answers. The files list the decisions that stand."""
    if request.url.path.endswith((".json", ".csv")):
        return Page(
            "review.html",
            document=lambda: (dict(zip(COLUMNS, row, strict=True)) for row in map(_row, site.store.decisions())),
            table=lambda: Table(COLUMNS, map(_row, site.store.decisions())),
            name="decisions",
        )
    values = {
        "person": person_of(site, request),
        "after": after,
        "done": None if done is None else _decision(site.store, done),
    }
    return Page("review.html", values | _first(site.store, site.store.version(), after))


@router.post("/review", dependencies=[Checked])
def answer(site: SiteDep, request: Request, given: Annotated[Answer, Depends(answer_of)]) -> RedirectResponse:
    """Make the decision of the form, and go on to the incident that is first in the queue then."""
    person = given.person.strip()[:LONGEST_NAME] or person_of(site, request)
    back = RedirectResponse("/review", 303)
    if person is not None and given.person.strip():
        keep_person(back, person)
    if given.action != "name":
        if person is None:
            raise OptionError("Say who decides: every decision is kept with a name. Go back and fill in your name.")
        if given.action not in ANSWERS:
            raise OptionError(f"There is no answer {given.action[:40]!r}. Answers: {', '.join(ANSWERS)}.")
        done = ANSWERS[given.action](site.store, given, person)
        back.headers["location"] = "/review?" + query_of({"after": given.after, "done": done})
    return back


def keep_person(answer: RedirectResponse, person: str) -> None:
    """Let the browser keep the name, so that it is asked once."""
    answer.set_cookie(COOKIE, quote(person[:LONGEST_NAME]), max_age=ONE_YEAR, httponly=True, samesite="strict")


def person_of(site: Site, request: Request) -> str | None:
    """Who decides: the name that was given once, else that of the program's start; None where there is none."""
    name = unquote(request.cookies.get(COOKIE, ""))[:LONGEST_NAME]
    return name or (site.settings.person if site.settings.person != "reader" else None)


@lru_cache(maxsize=64)
def _first(store: Store, _version: str, after: str | None) -> dict[str, Any]:  # values of many types
    """The incident that comes first, with what is shown beside it; the same for all as long as the version stays."""
    found = store.incident_summaries(QUEUE, order=IncidentOrder.DISPUTED, limit=1, after=after)
    summary = next(iter(found.incidents), None)
    return {
        "incident": None if summary is None else find_incident(store, summary.id),
        "like_it": [] if summary is None else _like(store, summary),
        "left": store.count_incidents(QUEUE),
        "next": found.next,
        "slots": tuple(Slot),
    }


def _decision(store: Store, number: int) -> Decision | None:
    return next((each for each in store.decisions() if each.number == number), None)


def _like(store: Store, summary: IncidentSummary) -> list[IncidentSummary]:
    """Others of its type in the days around it, which may be the same: those to offer for merging."""
    if summary.day is None:
        return []
    wanted = IncidentSearch(
        type=next(iter(summary.types), None), since=_shifted(summary.day, -AROUND), until=_shifted(summary.day, AROUND)
    )
    near = store.incident_summaries(wanted, limit=LIKE_IT + 1).incidents
    return [each for each in near if each.id != summary.id][:LIKE_IT]


def _shifted(day: date, days: int) -> date:
    """The day so many days on, within the calendar."""
    return date.fromordinal(min(max(day.toordinal() + days, 1), date.max.toordinal()))


def _row(decision: Decision) -> tuple[Any, ...]:  # cells of many types
    return decision.number, decision.kind, decision.subject, decision.person, decision.decided_at.isoformat()


add_page(router, "/review", review_page)
