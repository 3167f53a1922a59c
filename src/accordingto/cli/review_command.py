"""`accordingto review`: the most disputed and least certain incidents first, one key a decision."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import click

from accordingto.cli import streams
from accordingto.cli.claim_words import clean
from accordingto.cli.filter_options import MOST_ROWS
from accordingto.cli.store_option import login, opened, store_option
from accordingto.model.errors import InputError
from accordingto.model.incident import Slot

if TYPE_CHECKING:
    from accordingto.model.reported import ReportedClaim
    from accordingto.reviewing import Queued
    from accordingto.store.decisions import Decision
    from accordingto.store.store import Store

_HELP = "a accept  s split an account off  m merge  w withdraw a claim  e edit a claim  n next  u undo  ? help  q quit"
_SLOTS = click.Choice([slot.value for slot in Slot])
_EXAMPLE = """\b
Examples:
  accordingto review --store record.db
  accordingto review --store record.db --decisions
  accordingto review --store record.db --edit 47865c736569efb6 what PERSONNEL:dismiss
  accordingto review --store record.db --undo 3
"""


@dataclass(slots=True)
class _Session:
    """Who is at the keyboard, and what they decided in this sitting."""

    store: Store
    person: str
    decided: list[Decision] = field(default_factory=list)


@click.command(epilog=_EXAMPLE, short_help="Look through what is disputed or uncertain, and decide.")
@store_option("The store to review: a file, or the URL of a PostgreSQL database.")
@click.option("--person", metavar="NAME", help="Who decides. [default: the name you are logged in by]")
@click.option("--limit", type=click.IntRange(1, MOST_ROWS), default=20, show_default=True, help="How many incidents.")
@click.option("--decisions", "list_decisions", is_flag=True, help="List the decisions that stand, and end.")
@click.option(
    "--edit", "edited", type=(str, _SLOTS, str), metavar="CLAIM SLOT WORDS", help="Correct a slot of a claim, and end."
)
@click.option("--undo", "undone", type=int, metavar="NUMBER", help="Undo the decision of that number, and end.")
def review(
    where: str,
    person: str | None,
    limit: int,
    *,
    list_decisions: bool,
    edited: tuple[str, str, str] | None,
    undone: int | None,
) -> None:
    """Show incidents one after the other, most disputed first. One key decides and goes on to the next.

    Every decision is kept with who made it and when, and can be undone.
    """
    from accordingto.reviewing import edit, review_queue, undo  # noqa: PLC0415  # SQLAlchemy, which --help can do without

    with opened(where) as store:
        if list_decisions:
            streams.write(_decision_line(each) + "\n" for each in store.decisions())
        elif undone is not None:
            streams.say(f"Undone: {_decision_line(undo(store, undone))}")
        elif edited is not None:
            claim, slot, words = edited
            streams.say(_decision_line(edit(store, claim, Slot(slot), words, person or login())))
        elif not sys.stdin.isatty():
            raise click.UsageError("Reviewing takes a terminal. For programs: --decisions, --edit, --undo.")
        else:
            _walk(_Session(store, person or login()), review_queue(store, limit=limit))


def _walk(session: _Session, queue: tuple[Queued, ...]) -> None:
    if not queue:
        streams.say("Nothing to review: no incident has several claims that nobody has accepted yet.")
    for number, queued in enumerate(queue, start=1):
        streams.say(f"\n{number} of {len(queue)}")
        if not _ask(session, queued):
            return


def _ask(session: _Session, queued: Queued) -> bool:
    """False where the reviewer wants to stop."""
    from accordingto.cli.incident_table import print_incident  # noqa: PLC0415  # rich takes a tenth of a second

    print_incident(streams.console(), queued.incident)
    streams.say(_HELP)
    while True:
        key = click.getchar()
        if key == "q":
            return False
        if key == "n":
            return True
        action = _ACTIONS.get(key)
        if action is None:
            streams.say(_HELP)
            continue
        try:
            decision = action(session, queued)
        except InputError as error:
            streams.say(str(error))
            continue
        if decision is None:
            continue
        session.decided.append(decision)
        streams.say(_decision_line(decision))
        return True


def _accept(session: _Session, queued: Queued) -> Decision:
    from accordingto.reviewing import accept  # noqa: PLC0415  # as above

    return accept(session.store, queued.incident.id, session.person)


def _split(session: _Session, queued: Queued) -> Decision:
    from accordingto.reviewing import split  # noqa: PLC0415  # as above

    number = click.prompt(f"Which account, 1 to {len(queued.incident.accounts)}", type=int, err=True)
    if not 1 <= number <= len(queued.incident.accounts):
        raise InputError(f"There is no account {number}.")
    return split(session.store, queued.incident.id, queued.incident.accounts[number - 1].id, session.person)


def _merge(session: _Session, queued: Queued) -> Decision:
    from accordingto.reviewing import merge  # noqa: PLC0415  # as above

    return merge(session.store, queued.incident.id, click.prompt("With which incident (id)", err=True), session.person)


def _withdraw(session: _Session, queued: Queued) -> Decision:
    from accordingto.reviewing import withdraw  # noqa: PLC0415  # as above

    return withdraw(session.store, _ask_claim(queued).id, session.person)


def _edit(session: _Session, queued: Queued) -> Decision:
    from accordingto.reviewing import edit  # noqa: PLC0415  # as above

    claim = _ask_claim(queued)
    slot = Slot(click.prompt("Which slot", type=_SLOTS, err=True))
    return edit(session.store, claim.id, slot, click.prompt("What it should be", err=True), session.person)


def _ask_claim(queued: Queued) -> ReportedClaim:
    claims = queued.incident.claims
    for number, claim in enumerate(claims, start=1):
        streams.say(
            f"{number}  {claim.type} “{clean(claim.trigger)}”, {clean(claim.publisher or '-')}: {clean(claim.sentence)}"
        )
    number = click.prompt(f"Which claim, 1 to {len(claims)}", type=int, err=True)
    if not 1 <= number <= len(claims):
        raise InputError(f"There is no claim {number}.")
    return claims[number - 1]


def _undo(session: _Session, queued: Queued) -> Decision | None:
    from accordingto.reviewing import undo  # noqa: PLC0415  # as above

    if not session.decided:
        raise InputError("Nothing was decided in this sitting. Earlier ones: accordingto review --decisions")
    streams.say(f"Undone: {_decision_line(undo(session.store, session.decided.pop().number))}")
    return None


_ACTIONS: dict[str, Callable[[_Session, Queued], Decision | None]] = {
    "a": _accept,
    "s": _split,
    "m": _merge,
    "w": _withdraw,
    "e": _edit,
    "u": _undo,
}


def _decision_line(decision: Decision) -> str:
    when = f"{decision.decided_at:%Y-%m-%d %H:%M}"
    return f"{decision.number}  {decision.kind}  {decision.subject}  by {decision.person}, {when}"
