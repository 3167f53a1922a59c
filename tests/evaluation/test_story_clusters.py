"""Articles of one event found together, with the wrong pairs named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accordingto.evaluation.story_clusters import evaluate_story_clusters
from accordingto.model.errors import InputError

STORM = (
    "Storm Hedda tore the roof off the Marsala ferry terminal on Tuesday and 40 passengers were hurt, officials said."
)
STORM_AGAIN = (
    "Forty passengers were hurt when storm Hedda tore the roof off the ferry terminal at Marsala, police said."
)
VOTE = "Parliament in Tallinn approved the budget by 51 votes to 48 after finance minister Mart Kask promised tax cuts."


def write(folder: Path, rows: list[tuple[str, int]]) -> None:
    for number, (text, event) in enumerate(rows):
        row = {
            "text": text,
            "title": text[:20],
            "date_publish": "2017-05-02T00:00:00",
            "newsCluster": {"EventId": event},
        }
        (folder / f"{number}.json").write_text(json.dumps(row), encoding="utf-8")


def test_two_of_one_event_are_together_and_a_third_is_alone(tmp_path: Path) -> None:
    write(tmp_path, [(STORM, 1), (STORM_AGAIN, 1), (VOTE, 2)])
    evaluation = evaluate_story_clusters(tmp_path)
    assert {figure.name: figure.value for figure in evaluation.figures} == {
        "B³ F1": 1.0,
        "pairwise precision": 1.0,
        "pairwise recall": 1.0,
        "pairwise F1": 1.0,
    }
    assert evaluation.notes == ()


def test_a_false_merge_is_named(tmp_path: Path) -> None:
    write(tmp_path, [(STORM, 1), (STORM_AGAIN, 2), (VOTE, 3)])
    evaluation = evaluate_story_clusters(tmp_path)
    assert [note for note in evaluation.notes if "Storm Hedda" in note and "Forty passengers" in note]


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no JSON article"):
        evaluate_story_clusters(tmp_path)
