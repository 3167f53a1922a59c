"""The regression behind the event classifier, on rows made up for it."""

from __future__ import annotations

import pytest

pytest.importorskip("training.events.fit", reason="the training code stands beside a checkout only")

from training.events.examples import Row, without_code
from training.events.fit import fit, fit_each
from training.events.train import telling_lemmas

LABELS = ("NONE", "AID", "MOVE")
LIGHT = 0.1


def a_row(names: tuple[str, ...], labels: tuple[str, ...], weight: float = 1.0) -> Row:
    return Row(names, labels, weight, 0)


def best(rows: list[Row], names: tuple[str, ...]) -> str:
    return LABELS[int(fit(rows, LABELS, LIGHT).scores(names).argmax())]


def test_a_feature_leads_to_the_label_it_was_seen_with() -> None:
    rows = [a_row(("give",), ("AID",)), a_row(("run",), ("MOVE",))] * 3
    assert (best(rows, ("give",)), best(rows, ("run",))) == ("AID", "MOVE")


def test_either_of_two_right_labels_will_do_and_other_rows_decide() -> None:
    rows = [a_row(("give",), ("AID", "MOVE")), a_row(("give", "money"), ("AID",)), a_row(("sit",), ("NONE",))] * 3
    assert best(rows, ("give",)) == "AID"


def test_labels_by_themselves_may_be_several_or_none() -> None:
    rows = [a_row(("trial", "army"), ("AID", "MOVE")), a_row(("trial",), ("AID",)), a_row(("rain",), ())] * 4
    weights = fit_each(rows, ("AID", "MOVE"), LIGHT)
    likely = [
        [bool(score > 0) for score in weights.scores(names)] for names in (("trial", "army"), ("trial",), ("rain",))
    ]
    assert likely == [[True, True], [True, False], [False, False]]


def test_heavier_rows_win() -> None:
    rows = [a_row(("go",), ("MOVE",), weight=3.0), a_row(("go",), ("AID",))] * 3
    assert best(rows, ("go",)) == "MOVE"


def test_modes_compete_with_those_of_their_type() -> None:
    rows = [a_row(("go",), ("MOVE:flee",)), a_row(("go",), ("AID:x",))] * 3
    weights = fit(rows, ("MOVE:", "MOVE:flee", "AID:", "AID:x"), LIGHT)
    scores = weights.scores(("go",))
    assert scores[1] > scores[0]
    assert scores[3] > scores[2]


def test_what_the_codebook_says_is_hidden_and_the_rest_kept() -> None:
    assert without_code(("code=AID", "lemma=give", "object=boat"))[0] == "object=boat"


def test_common_words_that_never_told_of_an_event_without_a_row_are_passed_over() -> None:
    by_row, no_row = a_row(("origin=coded", "lemma=hold"), ("AID",)), a_row(("origin=open", "lemma=hold"), ("NONE",))
    flee = a_row(("origin=open", "lemma=flee"), ("NONE",))
    told = a_row(("origin=open", "lemma=flee"), ("MOVE",))
    assert set(telling_lemmas([by_row, no_row, flee, told])) == {"hold", "flee"}
    assert set(telling_lemmas([by_row, flee, told, *[no_row] * 6])) == {"flee"}
