"""The scorer of actor phrases, and that every row of our own table can be read."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from accordingto.evaluation.actors import MarkedActor, actor_figures, evaluate_actors, judge, load_actors
from accordingto.model.errors import InputError

OWN = Path(__file__).parents[2] / "gold" / "actors.tsv"
HEADER = "phrase\ton\tcountry\tsector\tclass\tlist\n"


def a_mark(phrase: str, country: str | None, sector: str | None, on: date | None = None) -> MarkedActor:
    return MarkedActor(phrase, on, country, sector, "people", "first")


def test_a_row_is_a_phrase_with_its_day_and_marks(tmp_path: Path) -> None:
    file = tmp_path / "actors.tsv"
    file.write_text(f"{HEADER}rebels\t2001-02-03\t\tREB\tpeople\tfirst\n", encoding="utf-8")
    assert list(load_actors(file)) == [a_mark("rebels", None, "REB", date(2001, 2, 3))]


@pytest.mark.parametrize(
    ("row", "told"),
    [("rebels\tthen\t\tREB\tpeople\tfirst\n", "line 2: 'then' is no date"), ("rebels\n", "line 2: a row has")],
)
def test_a_row_that_is_none_is_named(tmp_path: Path, row: str, told: str) -> None:
    file = tmp_path / "actors.tsv"
    file.write_text(HEADER + row, encoding="utf-8")
    with pytest.raises(InputError, match=told):
        list(load_actors(file))


def test_a_country_and_a_sector_are_right_or_wrong_by_themselves() -> None:
    judged = judge(a_mark("Iraqi soldiers", "IRQ", "COP"))
    assert (judged.is_country_right, judged.is_sector_right) == (True, False)


def test_figures_are_shares_of_all_and_of_each_part() -> None:
    judged = [judge(a_mark("Iraqi soldiers", "IRQ", "MIL")), judge(a_mark("rebels", "IRQ", "REB", date(2001, 2, 3)))]
    values = {figure.name: (figure.value, figure.count) for figure in actor_figures(judged)}
    assert values["all: country"] == (0.5, 2)
    assert values["all: first sector"] == (1.0, 2)
    assert values["with a day: country"] == (0.0, 1)
    assert values["without a day: country"] == (1.0, 1)


def test_our_own_table_has_four_hundred_phrases_half_of_them_with_a_day_and_each_once() -> None:
    marked = list(load_actors(OWN))
    assert len(marked) >= 400
    assert sum(row.on is not None for row in marked) * 2 >= len(marked)
    assert len({(row.phrase, row.on) for row in marked}) == len(marked)


def test_our_own_table_is_met() -> None:
    """The bar of the project: countries .92, first sectors .85."""
    values = {figure.name: figure.value for figure in evaluate_actors(OWN).figures}
    assert values["all: country"] >= 0.92
    assert values["all: first sector"] >= 0.85
