"""Events by a judge: what becomes of proposals whose type it changes, doubts or finds without a row."""

from __future__ import annotations

import numpy as np
import pytest
from tests.factories import a_parse

from accordingto.events.classifier import NO_EVENT, EventClassifier, Weights, calibrated, feature_key
from accordingto.events.find import find_events
from accordingto.events.judged import LEAST
from accordingto.events.proposals import Origin

LABELS = (NO_EVENT, "AID", "ASSAULT", "PROTEST")


def a_classifier(telling: tuple[str, ...] | None = None, **scores: list[float]) -> EventClassifier:
    """A judge that goes by the lemma alone: scores for no event, AID, ASSAULT and PROTEST."""
    types = Weights(
        labels=LABELS,
        rows={feature_key(f"lemma={lemma}"): row for row, lemma in enumerate(scores)},
        values=np.array(list(scores.values()), np.float32).reshape(-1, len(LABELS)),
        bias=np.array([3, 0, 0, 0], np.float32),
    )
    modes = Weights(("PROTEST:", "PROTEST:riot"), {}, np.zeros((0, 2), np.float32), np.array([0, 3], np.float32))
    return EventClassifier(types, modes, None if telling is None else frozenset(telling))


def codes(text: str, classifier: EventClassifier) -> list[tuple[str, str | None]]:
    return [(event.type, event.mode) for event in find_events(a_parse(text), classifier=classifier)]


def test_a_word_without_a_row_can_tell_of_an_event() -> None:
    assert codes("The sailors towed the boat.", a_classifier(tow=[0, 0, 0, 9])) == [("PROTEST", "riot")]


def test_what_the_judge_takes_for_none_is_none() -> None:
    assert codes("Rebels attacked the town.", a_classifier(attack=[9, 0, 0, 0])) == []


def test_a_row_of_the_type_keeps_its_mode() -> None:
    assert codes("Police beat the students.", a_classifier(beat=[0, 0, 9, 0])) == [("ASSAULT", "beat")]


def test_lemmas_that_never_told_of_an_event_are_passed_over() -> None:
    assert codes("The sailors towed the boat.", a_classifier(("row",), tow=[0, 0, 0, 9])) == []
    assert codes("The sailors towed the boat.", a_classifier(("tow",), tow=[0, 0, 0, 9])) == [("PROTEST", "riot")]


def test_a_changed_type_takes_the_participants_of_its_frame() -> None:
    parsed = a_parse("Peru attacked the rebels.")
    event = find_events(parsed, classifier=a_classifier(attack=[0, 9, 0, 0]))[0]
    text = parsed.article.text
    assert event.type == "AID"
    assert [who.span.of(text) for who in (*event.actors, *event.recipients)] == ["Peru", "the rebels"]


def test_the_score_is_the_calibrated_probability_of_the_type() -> None:
    event = find_events(a_parse("Rebels attacked the town."), classifier=a_classifier(attack=[0, 0, 4, 0]))[0]
    assert event.score == pytest.approx(calibrated(np.exp(4) / (np.exp(4) + np.exp(3) + 2)), abs=0.001)


def test_a_word_below_one_of_its_type_is_told_already() -> None:
    judge = a_classifier(tow=[0, 0, 0, 9], help=[0, 0, 0, 9])
    assert len(codes("The sailors helped tow the boat.", judge)) == 1


def test_in_a_report_far_from_public_affairs_events_must_be_surer() -> None:
    judge, line = a_classifier(tow=[0, 0, 0, 3.6]), "The sailors towed the boat."
    assert codes(line, judge) == [("PROTEST", "riot")]
    assert codes(" ".join([line, *["The chorus sang, and the cake was sweet."] * 12]), judge) == []


def test_words_without_a_row_must_be_surer() -> None:
    assert LEAST[Origin.OPEN] > LEAST[Origin.CODED]
