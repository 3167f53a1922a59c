"""The regression behind the event classifier, on rows made up for it."""

from __future__ import annotations

import numpy as np
import pytest

pytest.importorskip("training.events.fit", reason="the training code stands beside a checkout only")

from training.events.examples import Row, without_code
from training.events.fit import Penalties, fit
from training.events.train import never_events

LABELS = ("NONE", "AID", "MOVE")
LIGHT = Penalties(0.1, 0.1)


def a_row(names: tuple[str, ...], labels: tuple[str, ...], state: float = 0.0, weight: float = 1.0) -> Row:
    return Row(names, np.array([state, 0.0], np.float32), labels, weight, 0)


def best(rows: list[Row], names: tuple[str, ...], state: float = 0.0, penalties: Penalties = LIGHT) -> str:
    weights = fit(rows, LABELS, penalties)
    return LABELS[int(weights.scores(names, np.array([state, 0.0], np.float32)).argmax())]


def test_a_feature_leads_to_the_label_it_was_seen_with() -> None:
    rows = [a_row(("give",), ("AID",)), a_row(("run",), ("MOVE",))] * 3
    assert (best(rows, ("give",)), best(rows, ("run",))) == ("AID", "MOVE")


def test_either_of_two_right_labels_will_do_and_other_rows_decide() -> None:
    rows = [a_row(("give",), ("AID", "MOVE")), a_row(("give", "money"), ("AID",)), a_row(("sit",), ("NONE",))] * 3
    assert best(rows, ("give",)) == "AID"


def test_states_decide_where_no_feature_does() -> None:
    rows = [a_row(("it",), ("AID",), 1.0), a_row(("it",), ("MOVE",), -1.0)] * 3
    assert (best(rows, ("it",), 1.0), best(rows, ("it",), -1.0)) == ("AID", "MOVE")


def test_without_a_penalty_for_states_none_are_read() -> None:
    rows = [a_row(("it",), ("AID",), 1.0), a_row(("it",), ("MOVE",), -1.0)] * 3
    assert fit(rows, LABELS, Penalties(0.1, None)).dense is None


def test_heavier_rows_win() -> None:
    rows = [a_row(("go",), ("MOVE",), weight=3.0), a_row(("go",), ("AID",))] * 3
    assert best(rows, ("go",)) == "MOVE"


def test_modes_compete_with_those_of_their_type() -> None:
    rows = [a_row(("go",), ("MOVE:flee",)), a_row(("go",), ("AID:x",))] * 3
    weights = fit(rows, ("MOVE:", "MOVE:flee", "AID:", "AID:x"), LIGHT)
    scores = weights.scores(("go",), None)
    assert scores[1] > scores[0]
    assert scores[3] > scores[2]


def test_what_the_codebook_says_is_hidden_and_the_rest_kept() -> None:
    assert without_code(("code=AID", "lemma=give", "object=boat"))[0] == "object=boat"


def test_common_words_that_never_told_of_an_event_are_passed_over() -> None:
    think = a_row(("origin=open", "lemma=think"), ("NONE",))
    flee = a_row(("origin=open", "lemma=flee"), ("NONE",))
    told = a_row(("origin=open", "lemma=flee"), ("MOVE",))
    assert list(never_events([think, flee] * 6 + [told])) == ["think"]
