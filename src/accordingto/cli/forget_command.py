"""`accordingto forget`: a report or a person out of a store for good."""

from __future__ import annotations

import click

from accordingto.cli import streams
from accordingto.cli.store_option import login, opened, store_option

_EXAMPLE = """\b
Examples:
  accordingto forget article 4f0c1d2e3a5b6978 --reason "withdrawn by the publisher" --store record.db
  accordingto forget person "Jon Berg" --reason "asked us to" --store record.db
"""
_STORE_HELP = "The store to forget it in: a file, or the URL of a PostgreSQL database."
_reason = click.option("--reason", required=True, metavar="TEXT", help="Why, for those who find the tombstone.")
_person = click.option("--person", metavar="NAME", help="Who decides. [default: the name you are logged in by]")


@click.group(epilog=_EXAMPLE, short_help="Take a report or a person out of a store for good.")
def forget() -> None:
    """Take a report, or the name of a person, out of a store for good.

    A tombstone stays: that something was forgotten, when, by whom and why. Copies of the store, and the files that
    were read, are yours to take care of.
    """


@forget.command(short_help="Take out one report with all that was read in it.")
@click.argument("id_", metavar="ID")
@_reason
@_person
@store_option(_STORE_HELP)
def article(id_: str, where: str, reason: str, person: str | None) -> None:
    """Take out the report with this ID: its words, readings, claims, links, keys and its place in the full-text index.

    Its id and the reason stay, and adding it again is refused unless `add --allow` is given. The file is written
    again, which takes as long as copying it, so that no free page holds the words.
    """
    from accordingto.forgetting import forget_article  # noqa: PLC0415  # SQLAlchemy, which --help can do without

    with opened(where) as store:
        forget_article(store, id_, reason=reason, person=person or login())
    streams.say(f"Forgotten: article {id_}.")


@forget.command("person", short_help="Put a label in place of a name.")
@click.argument("name", metavar="NAME")
@_reason
@_person
@click.option("--label", metavar="TEXT", help="What stands for the person from now on. [default: made up]")
@store_option(_STORE_HELP)
def forget_someone(name: str, where: str, reason: str, person: str | None, label: str | None) -> None:
    """Put a label in place of NAME (given and family name) in every report of the store that holds all of it.

    Spans are moved so that they hold. Reports added later that name the person are stored with the label.
    """
    from accordingto.forgetting import forget_person  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(where) as store:
        done = forget_person(store, name, reason=reason, person=person or login(), label=label)
    streams.say(f"Forgotten in {done.articles:,} articles: {done.tombstone.subject} stands for the person now.")
    if done.partly:
        streams.say(f"These hold the last word of the name without the rest: {', '.join(done.partly[:20])}")
