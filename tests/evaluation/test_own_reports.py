"""Our own reports: how a mark is told, and that every mark is in its report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accordingto.evaluation.own_reports import ATTRIBUTIONS, SourceKind, find_piece, read_own_reports
from accordingto.model.errors import InputError

OWN = Path(__file__).parents[2] / "gold" / "reports"
TEXT = "Q: Did he go?\n\nA: He did. Then he came back, he says."

PIECES = [
    ("he", "he", 7),
    ("he#2", "he", 31),
    ("Then … back", "Then he came back", 26),
    (":#2", ":", 16),
    ("A", "A", 15),
]


@pytest.mark.parametrize(("piece", "words", "start"), PIECES)
def test_a_piece_is_told_by_its_words(piece: str, words: str, start: int) -> None:
    found = find_piece(TEXT, piece)
    assert (found.of(TEXT), found.start) == (words, start)


@pytest.mark.parametrize("piece", ["she", "he#9", "Then … away", ""])
def test_a_piece_that_is_not_there_is_told(piece: str) -> None:
    with pytest.raises(InputError, match="stands"):
        find_piece(TEXT, piece)


def test_a_folder_without_reports_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No marked reports"):
        list(read_own_reports(tmp_path))


def test_a_report_and_its_marks(tmp_path: Path) -> None:
    row = {"report": "1", "kind": "label", "source": ["A"], "cue": [":#2"], "content": ["He did."]}
    (tmp_path / "1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / ATTRIBUTIONS).write_text(json.dumps({**row, "speaker": None, "chain": ["A"]}), encoding="utf-8")
    (report,) = read_own_reports(tmp_path)
    (marked,) = report.attributions
    assert marked.kind is SourceKind.LABEL
    assert [span.of(TEXT) for span in (*marked.source, *marked.cue, *marked.content)] == ["A", ":", "He did."]


@pytest.mark.skipif(not OWN.exists(), reason="our reports come with a checkout only")
def test_our_own_reports_are_as_the_guidelines_say() -> None:
    reports = list(read_own_reports(OWN))
    assert len(reports) == 20
    for report in reports:
        assert 60 <= len(report.text.split()) <= 150, report.id
        for marked in report.attributions:
            assert marked.content, (report.id, marked)
            assert bool(marked.source) == (marked.kind not in {SourceKind.NONE, SourceKind.UNNAMED}), (
                report.id,
                marked,
            )
            assert marked.chain, (report.id, marked)
