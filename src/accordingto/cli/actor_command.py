"""`accordingto actor`: what a phrase for an actor is taken for."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from accordingto.cli import streams
from accordingto.cli.claim_words import clean
from accordingto.cli.output import to_json_line
from accordingto.cli.own_actors import actors_option, load_once, say_problems
from accordingto.cli.read_options import SOME_INPUTS_FAILED, as_date
from accordingto.model.errors import OptionError

if TYPE_CHECKING:
    from accordingto.grounding.actors import ActorAnswer

STANDARD_INPUT = "-"

_EXAMPLE = """\b
Examples:
  accordingto actor "Iraqi Foreign Minister Hoshyar Zebari" --on 2012-07-12
  accordingto actor "the Kremlin" "villagers" --format jsonl
  accordingto actor - < phrases.jsonl
  accordingto actor "the Hill Guard" --actors ours.csv --on 2004-05-17
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A phrase, and the day on which it was said."""

    phrase: str
    on: date | None


@click.command(epilog=_EXAMPLE, short_help="Say what a phrase for an actor is taken for.")
@click.argument("phrases", metavar="PHRASE...", nargs=-1, required=True)
@click.option("--on", metavar="DATE", callback=as_date, help="The day the phrase was said, such as 2012-07-12.")
@actors_option()
@click.option(
    "--format", "format_", type=click.Choice(["text", "jsonl"]), help="[default: text on a terminal, jsonl elsewhere]"
)
def actor(phrases: tuple[str, ...], on: date | None, actors: tuple[Path, ...], format_: str | None) -> None:
    """Say who is meant by a phrase: name, kind, country, sectors, roles, and by which words and facts.

    With - for a phrase, lines such as {"phrase": "the president", "on": "2012-07-12"} are read from standard input.
    """
    from accordingto.grounding.actors_in_force import own_actors  # noqa: PLC0415  # tables that --help can do without

    own, problems = load_once(actors)
    failed = say_problems(problems)
    with own_actors(own):
        failed |= _answer(_asked(phrases, on), is_text=format_ == "text" or (format_ is None and streams.is_terminal()))
    if failed:
        click.get_current_context().exit(SOME_INPUTS_FAILED)


def _answer(questions: Iterable[Asked | OptionError], *, is_text: bool) -> bool:
    """Write what each phrase is taken for; True where a line asked nothing."""
    from accordingto.grounding.actors import look_up  # noqa: PLC0415

    failed = False
    for asked in questions:
        if isinstance(asked, OptionError):
            streams.say(str(asked))
            failed = True
            continue
        answer = look_up(asked.phrase, asked.on)
        streams.write([_as_text(answer) if is_text else to_json_line(_as_row(answer)) + "\n"])
    return failed


def _asked(phrases: Iterable[str], on: date | None) -> Iterator[Asked | OptionError]:
    for phrase in phrases:
        if phrase != STANDARD_INPUT:
            yield Asked(phrase, on)
            continue
        for number, line in enumerate(sys.stdin.buffer, 1):
            if line.strip():
                yield _from_line(line, number, on)


def _from_line(line: bytes, number: int, on: date | None) -> Asked | OptionError:
    """What a line of JSON asks, or what is wrong with it."""
    try:
        row = json.loads(line)
    except ValueError:  # of JSON and of UTF-8
        row = None
    if not isinstance(row, dict) or not isinstance(row.get("phrase"), str):
        return OptionError(f'Line {number} asks nothing. Give one object a line, such as {{"phrase": "the Kremlin"}}.')
    if row.get("on") is None:
        return Asked(row["phrase"], on)
    try:
        return Asked(row["phrase"], date.fromisoformat(str(row["on"])))
    except ValueError:
        return OptionError(f'Line {number}: {row["on"]!r} is no date. Write "on" as year-month-day: "2012-07-12".')


def _as_row(answer: ActorAnswer) -> dict[str, Any]:  # a JSON object: values of many types
    return {
        "phrase": answer.phrase,
        "name": answer.name,
        "kind": answer.kind,
        "country": answer.country,
        "sectors": list(answer.sectors),
        "roles": [{"title": role.title, "country": role.country} for role in answer.roles],
        "why": list(answer.why),
        "scope": answer.scope,
    }


def _as_text(answer: ActorAnswer) -> str:
    roles = "; ".join(f"{role.title} ({role.country})" if role.country else role.title for role in answer.roles)
    lines = {
        "name": answer.name,
        "kind": answer.kind,
        "country": answer.country or answer.scope or "not known",
        "sectors": " ".join(answer.sectors) or "not known",
        "roles": roles or "none",
        "why": "; ".join(answer.why) or "no word of it is known",
    }
    return "\n".join([clean(answer.phrase), *(f"  {name:<8} {clean(value)}" for name, value in lines.items()), "\n"])
