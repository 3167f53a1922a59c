"""An incident for people: what is disputed, and each account with its holders, its words and what stands behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accordingto.cli.claim_words import clean
from accordingto.model.incident import Account, Counts, Holder, Incident, Slot

_SLOT_WORDS = {
    Slot.WHETHER: "whether it happened",
    Slot.WHAT: "what happened",
    Slot.WHO: "who did it",
    Slot.TO_WHOM: "to whom",
    Slot.WHEN: "when",
    Slot.WHERE: "where",
    Slot.HOW_MANY: "how many",
}
_LIST_HEADINGS = (
    ("id", 0, 16),
    ("when", 0, 10),
    ("incident", 8, 8),
    ("accounts", 0, 8),
    ("origins", 0, 7),
    ("reports", 0, 7),
    ("disputed", 4, 8),
)
"""Name, share of the width that is left, and least width: an id or a day that is cut in two cannot be copied."""
_ACCOUNT_HEADINGS = (
    ("account", 4, 10),
    ("held by", 4, 10),
    ("seen", 0, 10),
    ("stands on", 0, 12),
    ("the words", 7, 14),
)
_WIDE_LIST = 100
"""Columns that the table of incidents needs; below, an incident is a line or two."""
_WIDE_ACCOUNTS = 72
"""Columns that the table of accounts needs; below, they stand under each other."""


def print_incident(console: Console, incident: Incident) -> None:
    """Print one incident: its head, one row an account, and who changed their mind."""
    console.print(Group(*_blocks(incident, wide=console.width >= _WIDE_ACCOUNTS)))


def print_incidents(console: Console, incidents: Iterable[Incident]) -> int:
    """Print one row an incident; how many there were."""
    listed = list(incidents)
    if console.width < _WIDE_LIST:
        for incident in listed:
            console.print(_list_lines(incident))
        return len(listed)
    table = _empty_table(_LIST_HEADINGS)
    for incident in listed:
        table.add_row(*_list_row(incident))
    if listed:
        console.print(table)
    return len(listed)


def headline_counts(incident: Incident) -> str:
    """The three counts in a line: "3 accounts, 2 independent origins, 7 reports"."""
    accounts = _number(len(incident.accounts), "account")
    origins, reports = (
        _number(incident.counts.origins, "independent origin"),
        _number(incident.counts.reports, "report"),
    )
    return f"{accounts}, {origins}, {reports}"


def slot_words(slots: Iterable[Slot]) -> str:
    """The slots for people: "what happened, how many"."""
    return ", ".join(_SLOT_WORDS[slot] for slot in slots)


def _blocks(incident: Incident, *, wide: bool) -> Iterator[RenderableType]:
    yield Text(clean(incident.title), style="bold")
    yield Text(headline_counts(incident))
    if incident.disputed:
        yield Text(f"in dispute: {slot_words(incident.disputed)}", style="yellow")
    yield _account_table(incident.accounts) if wide else _account_lines(incident.accounts)
    for change in incident.changes:
        yield Padding(Text(f"changed: {clean(change)}"), (0, 1))
    for reason in (reason for account in incident.accounts for reason in account.collapses):
        yield Padding(Text(f"counted once: {clean(reason)}", style="dim"), (0, 1))
    yield Text(f"id {incident.id}", style="dim")


def _account_table(accounts: Iterable[Account]) -> Table:
    table = _empty_table(_ACCOUNT_HEADINGS)
    for account in accounts:
        table.add_row(*_account_row(account))
    return table


def _account_lines(accounts: Iterable[Account]) -> Text:
    """The accounts under each other, for a terminal too narrow for a table."""
    blocks = (Text("\n").join(cell for cell in _account_row(account) if cell.plain) for account in accounts)
    return Text("\n").join([Text(), Text("\n\n").join(blocks), Text()])


def _account_row(account: Account) -> tuple[Text, ...]:
    told = "\n".join(f"{slot.value.replace('_', ' ')}: {clean(value)}" for slot, value in account.slots.items())
    holders = "\n".join(f"{clean(holder.name)} ({holder.factuality.value})" for holder in account.holders)
    seen = "\n".join(dict.fromkeys(filter(None, map(_seen, account.holders))))
    return Text(told), Text(holders), Text(seen), Text(_stands_on(account.counts)), Text(clean(account.statement))


def _seen(holder: Holder) -> str:
    days = [day.isoformat() for day in (holder.first, holder.last) if day]
    return " to ".join(dict.fromkeys(days))


def _stands_on(counts: Counts) -> str:
    parts = (counts.origins, "origin"), (counts.publishers, "publisher"), (counts.reports, "report")
    return "\n".join(_number(count, noun) for count, noun in parts)


def _list_row(incident: Incident) -> tuple[str, ...]:
    when = incident.when.start.isoformat() if incident.when else ""
    counts = str(len(incident.accounts)), str(incident.counts.origins), str(incident.counts.reports)
    return incident.id, when, clean(incident.title), *counts, slot_words(incident.disputed)


def _list_lines(incident: Incident) -> Padding:
    id_, when, title, *_ = _list_row(incident)
    dispute = f"; in dispute: {slot_words(incident.disputed)}" if incident.disputed else ""
    head = f"{id_}  {when:<10}  {headline_counts(incident)}{dispute}"
    return Padding(Text.assemble((title, "bold"), "\n", head), (0, 0, 1, 0))


def _empty_table(headings: tuple[tuple[str, int, int], ...]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False)
    for heading, ratio, least in headings:
        table.add_column(heading, ratio=ratio or None, min_width=least, overflow="fold")
    return table


def _number(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"
