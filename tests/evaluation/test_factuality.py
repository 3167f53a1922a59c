"""Reading a table of judged tokens, and the figures on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accordingto.evaluation.factuality import evaluate_factuality, mean_absolute_error, pearson, read_judged_sentences

ROWS = [
    {
        "text": "`` Troops fired , '' he said -LRB- loudly -RRB- .",
        "targets": [{"span1": [2, 3], "label": 2.8, "span_text": "fired"}],
    },
    {
        "text": "They did not surrender , and they may leave .",
        "targets": [
            {"span1": [3, 4], "label": -2.5, "span_text": "surrender"},
            {"span1": [8, 9], "label": 0.5, "span_text": "leave"},
        ],
    },
]


@pytest.fixture
def judged(tmp_path: Path) -> Path:
    folder = tmp_path / "UDS_IH2"
    folder.mkdir()
    file = folder / "dev.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in ROWS) + "\n\n", encoding="utf-8")
    return file


def test_tokens_are_read_as_in_running_text(judged: Path) -> None:
    first = read_judged_sentences(judged)[0]
    assert first.tokens[0] == '"'
    assert first.tokens[7] == "("
    assert first.labels == ((2, 2.8),)


def test_the_answer_to_the_sets_own_question_comes_first(judged: Path) -> None:
    evaluation = evaluate_factuality(judged)
    assert evaluation.units == 3
    assert evaluation.figures[0].name == "has happened, Pearson r"
    assert all(figure.value > 0 for figure in evaluation.figures)


def test_an_empty_file_has_no_correlation(tmp_path: Path) -> None:
    file = tmp_path / "empty.jsonl"
    file.write_text("", encoding="utf-8")
    assert evaluate_factuality(file).units == 0
    assert pearson([]) == mean_absolute_error([]) == 0.0
