"""Time expressions held against TIMEX values that people gave them (the TimeNorm rows).

The file has an expression, its TIMEX type and its value a row, documents apart by a blank line; the first row of
each is the day the document was made. Expressions stand alone, so tense cannot be seen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from accordingto.evaluation.report import Evaluation, figure
from accordingto.grounding.time_value import TimeValue, written_stretch
from accordingto.grounding.times import find_times
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.span import Span
from accordingto.model.when import TimePrecision

_UNIT_OF_PRECISION = {
    TimePrecision.DAY: "D",
    TimePrecision.WEEK: "W",
    TimePrecision.MONTH: "M",
    TimePrecision.YEAR: "Y",
}
_DATED = re.compile(r"\b(?:1\d|20)\d\d\b|'\d\d\b")


@dataclass(frozen=True, slots=True)
class DateRow:
    """An expression, the kind and value people gave it, and the day its document was made."""

    words: str
    kind: str
    value: str
    made: date | None


def read_date_rows(path: Path) -> tuple[DateRow, ...]:
    """The rows of a file, without those that only state when a document was made."""
    documents = path.read_text(encoding="utf-8").split("\n\n")
    return tuple(row for document in documents for row in _rows(document))


def evaluate_dates(path: Path) -> Evaluation:
    """The share of values that are right: where no document date is needed, and on all that lie on a calendar."""
    rows = read_date_rows(path)
    alone = [row for row in rows if needs_no_document_date(row)]
    calendar = [row for row in rows if not row.value.endswith("_REF")]
    groups = {"value accuracy, no document date needed": alone, "value accuracy, on the calendar": calendar}
    groups["value accuracy, all"] = list(rows)
    figures = tuple(
        figure(name, [is_right(row) for row in chosen], lambda hits: sum(hits) / len(hits), len(chosen))
        for name, chosen in groups.items()
    )
    return Evaluation("dates", len(rows), figures)


def needs_no_document_date(row: DateRow) -> bool:
    """True for lengths and for dates that name their year."""
    if row.kind == "DURATION":
        return True
    return row.kind == "DATE" and _DATED.search(row.words) is not None


def is_right(row: DateRow) -> bool:
    """True where our value of the words is the one people gave."""
    return timex_of(row.words, row.made) == row.value


def timex_of(words: str, made: date | None) -> str | None:
    """The TIMEX value of words that are one expression, or None where they are read as none.

    >>> timex_of("last month", date(2012, 7, 12)), timex_of("six months", None)
    ('2012-06', 'P6M')
    """
    article = Article(words, (Part(PartRole.BODY, Span(0, len(words))),), published=made)
    found = max(find_times(article), key=lambda time: len(time.span), default=None)
    return _timex(found.value) if found is not None else None


def _timex(value: TimeValue) -> str | None:
    if value.written is not None or value.days is None or value.precision not in _UNIT_OF_PRECISION:
        return value.written
    return written_stretch(value.days, _UNIT_OF_PRECISION[value.precision])


def _rows(document: str) -> Iterator[DateRow]:
    fields = [line.split("\t") for line in document.splitlines() if line.count("\t") == 2]
    made = _date(fields[0][2]) if fields else None
    for words, kind, value in fields[1 if made is not None else 0 :]:
        yield DateRow(words, kind, value, made)


def _date(value: str) -> date | None:
    return date.fromisoformat(value[:10]) if re.match(r"\d{4}-\d\d-\d\d", value) else None
