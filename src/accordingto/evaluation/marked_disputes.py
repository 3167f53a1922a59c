"""Small sets of invented reports that disagree, with the accounts and origins a careful person finds in them.

One TOML file a set in `gold/disputes`; `docs/reference/dispute-guidelines.md` says what is marked and how:

    what = "one killing, two tolls"
    [[report]]
    id = "a"
    publisher = "Gulf Herald"
    published = 2014-05-17
    title = "Blast kills 12 in Dara"
    text = '''…'''
    [[incident]]
    disputed = ["how_many"]
    [[incident.account]]
    origins = 1
    claims = [{ report = "a", words = "Blast kills", by = "" }]

`words` are told as in `own_reports.find_piece`; the trigger of a claim lies in them. `by` are words of the name of its
holder, empty for the report's own voice, left out where any holder will do; " / " stands between two names of one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.evaluation.own_reports import find_piece
from accordingto.ingest.details import ArticleDetails
from accordingto.ingest.plain_text import article_from_text
from accordingto.model.article import Article
from accordingto.model.errors import InputError
from accordingto.model.incident import Slot
from accordingto.model.span import Span

Table = dict[str, Any]  # values of a TOML table have no common type


@dataclass(frozen=True, slots=True)
class MarkedClaim:
    """A claim as marked: its article's id, the words that hold its trigger, and words of its holder's name."""

    article: str
    words: Span
    by: str | None


@dataclass(frozen=True, slots=True)
class MarkedAccount:
    """The claims that agree, and how many independent origins they have."""

    claims: tuple[MarkedClaim, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class MarkedIncident:
    """One event in the world: its accounts, and the slots on which they differ."""

    accounts: tuple[MarkedAccount, ...]
    disputed: frozenset[Slot]


@dataclass(frozen=True, slots=True)
class MarkedSet:
    """A few reports, and the incidents they tell of."""

    name: str
    what: str
    articles: tuple[Article, ...]
    incidents: tuple[MarkedIncident, ...]


def read_marked_sets(folder: Path) -> Iterator[MarkedSet]:
    """Every set of the folder, in order of name. Raises InputError where a file is not as described, and says where."""
    files = sorted(folder.glob("*.toml"))
    if not files:
        raise InputError(f"No marked sets in {folder}. Expected files such as 01-toll.toml in it.")
    for file in files:
        yield _read_set(file)


def _read_set(file: Path) -> MarkedSet:
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise InputError(f"{file} is not TOML: {error}.") from error
    articles = {row["id"]: _article(row) for row in table["report"]}
    try:
        incidents = tuple(_incident(row, articles) for row in table["incident"])
    except (KeyError, ValueError, InputError) as error:
        raise InputError(f"{file}: {error}. docs/reference/dispute-guidelines.md describes the form.") from error
    return MarkedSet(file.stem, table["what"], tuple(articles.values()), incidents)


def _article(row: Table) -> Article:
    details = ArticleDetails(published=row["published"], publisher=row["publisher"], title=row.get("title"))
    return article_from_text(row["text"].strip() + "\n", details)


def _incident(row: Table, articles: dict[str, Article]) -> MarkedIncident:
    accounts = tuple(_account(account, articles) for account in row["account"])
    return MarkedIncident(accounts, frozenset(Slot(slot) for slot in row.get("disputed", ())))


def _account(row: Table, articles: dict[str, Article]) -> MarkedAccount:
    return MarkedAccount(tuple(_claim(claim, articles) for claim in row["claims"]), row["origins"])


def _claim(row: Table, articles: dict[str, Article]) -> MarkedClaim:
    article = articles[row["report"]]
    return MarkedClaim(article.id, find_piece(article.text, row["words"]), row.get("by"))
