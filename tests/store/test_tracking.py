"""Tracks: which incidents answer a question, in order, and what was told of a count by which day."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.store.news import add, fill, reading_by

from accordingto.catalogue import find_incident
from accordingto.cli.main import run
from accordingto.model.errors import InputError
from accordingto.store.open import open_store
from accordingto.store.store import Store
from accordingto.store.tracks import drop_track, tracks_of
from accordingto.tracking import (
    Question,
    around,
    counts_as_of,
    incidents_on,
    question_of,
    save_question,
    timeline_of_track,
)


@pytest.fixture
def filled(store: Store) -> Store:
    fill(store)
    return store


def toll_by(store: Store, publisher: str) -> str:
    """The incident in which the publisher counts people."""
    claim = next(each for each in store.claims_in_order() if each.counts and each.publisher == publisher)
    return store.incidents_of([claim.id])[claim.id]


@pytest.mark.parametrize(
    ("question", "publishers"),
    [
        (Question(type="REALIGN"), {"Harbour Post", "Inland Mail"}),
        (Question(type="REALIGN", actor="berg"), {"Harbour Post", "Inland Mail"}),
        (Question(type="REALIGN", actor="lund"), set()),
        (Question(type="ASSAULT", place="dara"), {"Valley Times"}),
        (Question(recipient="Jon Berg"), {"Harbour Post", "Inland Mail"}),
        (Question(disputed=True), {"Harbour Post", "Inland Mail"}),
        (Question(type="COERCE", until=date(2019, 3, 1)), set()),
        (Question(type="ASSAULT", actor_sector="REB"), {"Valley Times"}),
    ],
)
def test_incidents_that_answer(filled: Store, question: Question, publishers: set[str]) -> None:
    found = incidents_on(filled, question)
    assert {report.publisher for incident in found for report in incident.reports} == publishers


def test_a_question_comes_back_as_it_was_saved(filled: Store) -> None:
    question = Question(type="REALIGN", actor_country="NOR", since=date(2011, 1, 1), disputed=True)
    save_question(filled, "defections", Question(type="MOVE"), "Rita")
    save_question(filled, "defections", question, "Rita")
    assert question_of(filled, "defections") == question
    assert [(track.name, track.person) for track in tracks_of(filled)] == [("defections", "Rita")]
    assert drop_track(filled, "defections")
    assert not drop_track(filled, "defections")
    with pytest.raises(InputError, match="no track 'defections'"):
        question_of(filled, "defections")


def test_the_one_before_and_the_one_after(filled: Store) -> None:
    """Shelling on Saturday, departure and arrest on Sunday."""
    found = incidents_on(filled, Question(until=date(2019, 3, 31)))
    first = around(found, found[0].id)
    assert first.before is None
    assert first.after == found[1]
    assert around(found, found[-1].id).before == found[-2]
    with pytest.raises(InputError, match="not on the track"):
        around(found, "nothing")


def test_a_track_in_time(filled: Store) -> None:
    moments = timeline_of_track(filled, Question(type="ASSAULT"))
    assert {moment.claim.type for moment in moments} == {"ASSAULT"}
    assert (moments[0].happened, moments[0].reported) == (date(2019, 3, 2), date(2019, 3, 4))
    assert (moments[-1].happened, moments[-1].reported) == (None, date(2019, 3, 4))


def test_what_was_told_by_which_day(filled: Store) -> None:
    incident = find_incident(filled, toll_by(filled, "Valley Times"))
    assert {count.kind for claim in incident.claims for count in claim.counts} == {"killed"}
    series = counts_as_of(incident, "killed")
    assert [(each.reported, each.low, each.lowest, each.highest) for each in series][-1] == (date(2019, 3, 4), 4, 4, 4)
    assert counts_as_of(incident, "arrested") == ()


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = str(tmp_path / "record.db")
    store = open_store(where, create=True)
    fill(store)
    add(store, reading_by("Valley Times", 1))
    shelling = toll_by(store, "Valley Times")
    store.close()
    assert run(["track", "save", "shelling", "--type", "assault", "--actor-sector", "reb", "--store", where]) == 0
    assert run(["track", "list", "--store", where]) == 0
    assert "shelling  actor-sector=REB type=ASSAULT  by" in capsys.readouterr().out
    assert run(["track", "show", "shelling", "--store", where, "--format", "jsonl"]) == 0
    row = json.loads(capsys.readouterr().out.splitlines()[0])
    assert (row["happened"], row["reported"]) == ("2019-03-02", "2019-03-04")
    assert run(["timeline", "--track", "shelling", "--store", where, "--format", "jsonl"]) == 0
    assert "shelled" in capsys.readouterr().out
    assert run(["timeline", shelling, "--counts", "killed", "--store", where, "--format", "text"]) == 0
    assert "9 killed" in capsys.readouterr().out
    assert run(["timeline", "--store", where]) == 2
    assert run(["track", "save", "all", "--store", where]) == 2
    assert run(["track", "drop", "shelling", "--store", where]) == 0
    assert run(["track", "drop", "shelling", "--store", where]) == 1
