"""The scorer of the eleven values, and that every row of our own table can be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.evaluation.stances import (
    JudgedStance,
    MarkedStance,
    accuracy,
    evaluate_stances,
    load_stances,
    macro_f1,
    read_stance,
)
from accordingto.model.claim import Factuality
from accordingto.model.errors import InputError

OWN = Path(__file__).parents[2] / "gold" / "stances.tsv"


def judged(marked: Factuality, read: Factuality) -> JudgedStance:
    return JudgedStance(MarkedStance("They [left].", marked, "first"), read)


def test_every_row_of_our_own_can_be_read_and_has_all_values() -> None:
    assert {row.factuality for row in load_stances(OWN)} == set(Factuality)


def test_a_value_weighs_the_same_however_rare() -> None:
    rows = [judged(Factuality.HAPPENED, Factuality.HAPPENED)] * 3 + [judged(Factuality.DENIED, Factuality.HAPPENED)]
    assert accuracy(rows) == 0.75
    assert macro_f1(rows) == pytest.approx((6 / 7 + 0) / 2)


def test_the_figures_are_of_all_and_of_each_list(tmp_path: Path) -> None:
    file = tmp_path / "marks.tsv"
    file.write_text(
        "sentence\tfactuality\tlist\nThey [left].\thappened\tfirst\nThey did not [leave].\thappened\tsecond\n",
        encoding="utf-8",
    )
    figures = {figure.name: figure.value for figure in evaluate_stances(file).figures}
    assert figures["all: accuracy"] == 0.5
    assert (figures["list first: accuracy"], figures["list second: accuracy"]) == (1.0, 0.0)


@pytest.mark.parametrize("row", ["They left.\thappened\tfirst", "They [left].\tmaybe\tfirst", "They [left].\thappened"])
def test_a_row_that_is_none_is_told_with_its_line(tmp_path: Path, row: str) -> None:
    file = tmp_path / "marks.tsv"
    file.write_text(f"sentence\tfactuality\tlist\n{row}\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 2"):
        list(load_stances(file))


def test_the_word_in_brackets_is_read() -> None:
    assert read_stance("They said they would not [leave], and left.").factuality is Factuality.DENIED
