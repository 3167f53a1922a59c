"""`accordingto store`: check a store, copy it, and merge two."""

from __future__ import annotations

import click

from accordingto.cli import streams
from accordingto.cli.claim_words import clean
from accordingto.cli.store_option import opened, store_option

FAULTS_FOUND = 1

_EXAMPLE = """\b
Examples:
  accordingto store check --store record.db
  accordingto store backup monday.db --store postgresql://localhost/record
  accordingto store merge record.db field-office.db
"""


@click.group(epilog=_EXAMPLE, short_help="Check a store, copy it, merge two.")
def store() -> None:
    """Keep a store in order."""


@store.command(short_help="Say what is wrong with a store.")
@store_option("The store to check: a file, or the URL of a PostgreSQL database.")
def check(where: str) -> None:
    """Check that every reference, hash and offset holds, and that incidents, families and indexes agree with the rest.

    One line a fault goes to standard output; the exit status is 1 where there is any.
    """
    from accordingto.keeping import check_store  # noqa: PLC0415  # SQLAlchemy, which --help can do without

    with opened(where) as found:
        faults = check_store(found)
        contents = found.describe()
    streams.write(f"{fault.check}: {fault.row}: {clean(fault.found)}\n" for fault in faults)
    if faults:
        streams.say(
            f"{len(faults)} faults. A backup from before they came, merged with what was added since, has none."
        )
        click.get_current_context().exit(FAULTS_FOUND)
    streams.say(f"All is well: {contents.articles:,} articles, {contents.claims:,} claims, {contents.links:,} links.")


@store.command(short_help="Copy a store, while others may write to it.")
@click.argument("target", metavar="FILE|URL")
@store_option("The store to copy: a file, or the URL of a PostgreSQL database.")
def backup(target: str, where: str) -> None:
    """Copy a store to a new FILE, or into the empty PostgreSQL database at URL, as it is at one moment.

    The copy in a file is a store of its own, whatever the store is kept in: give it to --store.
    """
    from accordingto.store.copying import back_up  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(where) as source:
        back_up(source, target)
    streams.say(f"Copied to {target}.")


@store.command(short_help="Add the reports and decisions of one store to another.")
@click.argument("into", metavar="A")
@click.argument("other", metavar="B")
def merge(into: str, other: str) -> None:
    """Add what store B holds to store A, as if B's reports had been added to A. B stays as it is.

    Incidents are put together again. Decisions are carried with who made them and when; where two people decided
    otherwise on the same claims, the later decision stands.
    """
    from accordingto.keeping import merge_stores  # noqa: PLC0415  # SQLAlchemy, as above

    with opened(into) as target, opened(other) as source:
        new = merge_stores(target, source)
        contents = target.describe()
    streams.say(f"{new:,} new articles; {into} holds {contents.articles:,} articles and {contents.claims:,} claims.")
