"""The eleven values of factuality against our own marks: `gold/stances.tsv`.

A row has a sentence with the event's word in square brackets, what the sentence commits to about it, and the list it
was written for. A list is read once before its failures are: the newest tells what an unseen sentence meets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.evaluation.own_tables import rows_of
from accordingto.evaluation.report import Counts, Evaluation, Figure, f1, figure
from accordingto.events.factuality import assess
from accordingto.events.stance import Stance
from accordingto.model.claim import Factuality
from accordingto.model.errors import InputError
from accordingto.parse.language_model import load_language_model

_MARKED = re.compile(r"[^\[\]]*\[[^\[\]]+\][^\[\]]*")
COLUMNS = ("sentence", "factuality", "list")


@dataclass(frozen=True, slots=True)
class MarkedStance:
    """A sentence with one word in square brackets, and the value it is marked with."""

    sentence: str
    factuality: Factuality
    list: str


@dataclass(frozen=True, slots=True)
class JudgedStance:
    """A marked sentence, and the value that was read."""

    marked: MarkedStance
    read: Factuality


def evaluate_stances(file: Path) -> Evaluation:
    """Accuracy and macro F1 over the eleven values, of all sentences and by list."""
    judged = [JudgedStance(marked, read_stance(marked.sentence).factuality) for marked in load_stances(file)]
    lists = dict.fromkeys(row.marked.list for row in judged)
    parts = [("all", judged), *((f"list {name}", [row for row in judged if row.marked.list == name]) for name in lists)]
    return Evaluation("stances", len(judged), tuple(found for name, rows in parts for found in _figures(name, rows)))


def load_stances(file: Path) -> Iterator[MarkedStance]:
    """The rows of a tab-separated file. Raises InputError for a row without a bracketed word or a known value."""
    for where, row in rows_of(file, COLUMNS):
        if row["factuality"] not in set(Factuality) or not _MARKED.fullmatch(row["sentence"]):
            found = f"{row['sentence'][:60]!r}, {row['factuality'][:20]!r}"
            wanted = f"a sentence with words in square brackets, and one of {', '.join(Factuality)}"
            raise InputError(f"{where}: {found}. A row has {wanted}.")
        yield MarkedStance(row["sentence"], Factuality(row["factuality"]), row["list"])


def read_stance(sentence: str) -> Stance:
    """What the sentence, in its writer's own voice, commits to about the word in square brackets.

    >>> read_stance("The governor did not [resign].").factuality.value
    'denied'
    """
    place = sentence.index("[")
    docs = load_language_model().parse([sentence.replace("[", "").replace("]", "")])
    return assess(next(token for doc in docs for token in doc if token.idx == place))


def accuracy(judged: Sequence[JudgedStance]) -> float:
    """The share that was read as marked."""
    return sum(row.read is row.marked.factuality for row in judged) / len(judged) if judged else 0.0


def macro_f1(judged: Sequence[JudgedStance]) -> float:
    """The mean F1 of the values that are marked; each weighs the same, however rare."""
    values = sorted({row.marked.factuality for row in judged})
    return sum(f1(_counts(judged, value)) for value in values) / len(values) if values else 0.0


def _counts(judged: Sequence[JudgedStance], value: Factuality) -> Counts:
    return Counts(
        hits=sum(row.read is row.marked.factuality is value for row in judged),
        predicted=sum(row.read is value for row in judged),
        gold=sum(row.marked.factuality is value for row in judged),
    )


def _figures(name: str, judged: Sequence[JudgedStance]) -> Iterator[Figure]:
    yield figure(f"{name}: accuracy", judged, accuracy, len(judged))
    yield figure(f"{name}: macro F1", judged, macro_f1, len(judged))
