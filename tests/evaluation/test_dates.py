"""The date evaluation on rows of our own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from accordingto.evaluation.dates import evaluate_dates, read_date_rows, timex_of

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "dates" / "timenorm_train.tsv"

ROWS = (
    "2012-07-12\tDATE\t2012-07-12\nlast month\tDATE\t2012-06\nMay 2011\tDATE\t2011-05\n\n2012-01-01\tDATE\t2012-01-01\n"
)


@pytest.mark.parametrize(
    ("words", "value"),
    [("two weeks", "P2W"), ("yesterday", "2012-07-11"), ("last week", "2012-W27"), ("the first quarter", "2012-Q1")],
)
def test_values_are_written_as_timex_has_them(words: str, value: str) -> None:
    assert timex_of(words, date(2012, 7, 12)) == value


def test_the_first_row_of_a_document_is_its_date(tmp_path: Path) -> None:
    file = tmp_path / "rows.tsv"
    file.write_text(ROWS, encoding="utf-8")
    assert [(row.words, row.made) for row in read_date_rows(file)] == [
        ("last month", date(2012, 7, 12)),
        ("May 2011", date(2012, 7, 12)),
    ]
    assert [figure.value for figure in evaluate_dates(file).figures] == [1.0, 1.0, 1.0]


@pytest.mark.skipif(not GOLD.exists(), reason="the gold sets are not part of the project")
def test_values_on_the_gold_rows_stay_above_the_floor() -> None:
    assert evaluate_dates(GOLD).figures[0].value >= 0.84
