"""The scorer of kinds of source and speech acts, and that every row of our own table can be read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.factories import an_article, the_span

from accordingto.evaluation.source_kinds import (
    COLUMNS,
    MarkedSource,
    described_of,
    evaluate_source_kinds,
    judge,
    load_marked,
)
from accordingto.model.attribution import Anonymity, Attribution, Form, SourceKind, SpeechAct, Standpoint
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading

OWN = Path(__file__).parents[2] / "gold" / "source_kinds.tsv"
TEXT = "A clerk denied that he left."
ROW = "read\tA clerk [denied] that he left.\tanonymous\tdeny\tself\tA clerk\t-"


def a_reading(text: str = TEXT) -> Reading:
    article = an_article(text)
    source, cue = the_span(article, "A clerk"), the_span(article, "denied")
    told = Attribution("a", (source,), (cue,), (the_span(article, "that he left"),), Form.INDIRECT)
    told = replace(told, act=SpeechAct.DENY, source_kind=SourceKind.ANONYMOUS, anonymity=Anonymity((source,)))
    return Reading(article, attributions=(told,))


def a_table(folder: Path, *rows: str) -> Path:
    file = folder / "marks.tsv"
    file.write_text("\n".join(["\t".join(COLUMNS), *rows]) + "\n", encoding="utf-8")
    return file


def test_a_row_is_held_against_the_attribution_of_its_cue(tmp_path: Path) -> None:
    (marked,) = load_marked(a_table(tmp_path, ROW))
    judged = judge(marked, a_reading())
    assert [judged.has(name) for name in ("kind", "act", "standpoint")] == [True, True, False]


def test_a_row_without_its_attribution_is_wrong_in_all(tmp_path: Path) -> None:
    (marked,) = load_marked(a_table(tmp_path, ROW))
    judged = judge(marked, Reading(an_article(TEXT)))
    assert judged.read is None
    assert not any(judged.has(name) for name in ("kind", "act", "standpoint"))


def test_the_figures_of_a_table(tmp_path: Path) -> None:
    evaluation = evaluate_source_kinds(a_table(tmp_path, ROW, ROW), lambda _: a_reading())
    values = {found.name: (found.value, found.count) for found in evaluation.figures}
    assert values["read: kind of source, of all"] == (1.0, 2)
    assert values["read: standpoint, where there is one"] == (0.0, 2)
    assert values["read: description of the anonymous"] == (1.0, 2)
    assert values["read: reason for anonymity"] == (0.0, 0)


def test_a_row_without_brackets_says_where(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2"):
        list(load_marked(a_table(tmp_path, ROW.replace("[", ""))))


def test_the_words_of_a_description() -> None:
    (told,) = a_reading().attributions
    assert described_of(TEXT, told) == ("A clerk", None)
    assert described_of(TEXT, replace(told, anonymity=None)) == (None, None)


def test_our_own_table_marks_what_there_is() -> None:
    rows = list(load_marked(OWN))
    assert len(rows) >= 200
    assert {row.kind for row in rows} - {None} == set(SourceKind)
    assert {row.act for row in rows} == set(SpeechAct)
    assert {row.standpoint for row in rows} - {None} == set(Standpoint)
    assert sum(row.part == "unread" for row in rows) * 3 == len(rows)


@pytest.mark.parametrize("row", load_marked(OWN), ids=lambda row: row.text[:40])
def test_descriptions_stand_in_their_text(row: MarkedSource) -> None:
    pieces = [*(row.described or "").split(" | "), row.reason or ""]
    assert all(piece in row.text for piece in pieces)
    assert (row.described is not None) == (row.kind == "anonymous")
