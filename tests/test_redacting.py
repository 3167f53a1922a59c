"""Labels for names: none is left, offsets hold, and labels are the same wherever one key is used."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store.reports import a_claim, a_reading

from accordingto.model.incident_contract import incident_to_dict
from accordingto.model.reported import Hop, Party, Report
from accordingto.model.span import Span
from accordingto.reader import read
from accordingto.record.incidents import assemble_incident
from accordingto.redacting import Labels, make_labels, redact_claim, redact_incident, redact_reading
from accordingto.redacting_names import Edit, Person, edited, find_names, moved, name_words

REPORT = (
    "Colonel Jonas Vik defected on Sunday, the defence minister, Aud al-Hamra, said. "
    '"Vik has left his post," Hamra told Harbour Radio. VIK, who is in Oslo, said that an Iraqi official paid him.'
)
NAMES = ("Jonas", "Vik", "VIK", "Aud", "Hamra")


@cache
def the_reading() -> str:
    reading = read(REPORT, publisher="Gulf Herald", published=date(2024, 5, 14), reader="fast")
    return json.dumps(reading.to_dict())


def spans_in(value: Any, path: str = "") -> list[tuple[str, list[int]]]:
    if isinstance(value, list) and len(value) == 2 and all(type(each) is int for each in value):
        return [(path, value)]
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [found for key, each in rows for found in spans_in(each, f"{path}/{key}")]


def test_no_name_is_left_anywhere() -> None:
    redacted = json.dumps(redact_reading(json.loads(the_reading()), make_labels("key")), ensure_ascii=False)
    assert [name for name in NAMES if name in redacted] == []
    assert "Colonel Person-" in redacted
    assert "an Iraqi official" in redacted


def test_every_span_holds_the_words_it_held() -> None:
    """Outside of names the words of each span are the same; within, they are labels."""
    before = json.loads(the_reading())
    after = redact_reading(before, make_labels("key"))
    pairs = list(zip(spans_in(before), spans_in(after), strict=True))
    assert pairs
    for (path, old), (same_path, new) in pairs:
        assert path == same_path
        was, now = before["article"]["text"][slice(*old)], after["article"]["text"][slice(*new)]
        if not any(name in was for name in NAMES):
            assert was == now
        else:
            assert "Person-" in now


def test_ids_still_point_to_each_other_and_are_not_the_old_ones() -> None:
    before = json.loads(the_reading())
    after = redact_reading(before, make_labels("key"))
    assert {claim["event"] for claim in after["claims"]} <= {event["id"] for event in after["events"]}
    assert not {event["id"] for event in after["events"]} & {event["id"] for event in before["events"]}
    assert after["article"]["id"] != before["article"]["id"]
    assert len(after["article"]["id"]) == 16


def test_what_was_handed_in_stays() -> None:
    before = json.loads(the_reading())
    redact_reading(before, make_labels("key"))
    assert before == json.loads(the_reading())


def test_one_key_gives_one_label_and_another_key_another() -> None:
    one, again, other = make_labels("key"), make_labels("key"), make_labels("other")
    assert one.of_person("Jonas Vik") == again.of_person("VIK, Jonas") != other.of_person("Jonas Vik")
    assert make_labels().of_person("Jonas Vik") != make_labels().of_person("Jonas Vik")


def test_only_the_person_who_is_meant() -> None:
    labels = Labels(b"key", only="Jonas Vik", chosen="Witness A")
    redacted = json.dumps(redact_reading(json.loads(the_reading()), labels))
    assert "Vik" not in redacted
    assert "Colonel Witness A defected" in redacted
    assert "Aud al-Hamra" in redacted


def test_an_incident_has_the_labels_of_its_readings() -> None:
    article = a_reading("Jonas Vik defected.").article
    person = Party("Jonas Vik", "person", "NOR", ("MIL",))
    claim = a_claim(article, 0, actors=(person,), sentence="Vik defected.", hops=(Hop(Party("Aud Hamra", "person")),))
    incident = assemble_incident([claim], {article.id: Report(article.id, "Gulf Herald", article.id, title="Vik out")})
    labels = make_labels("key")
    redacted = redact_incident(incident, labels)
    words = json.dumps(incident_to_dict(redacted))
    assert [name for name in NAMES if name in words] == []
    assert labels.of_person("Jonas Vik") in words
    assert redacted.reports[0].article == labels.of_id(article.id)
    assert redacted.disputed == incident.disputed
    assert redact_claim(claim, labels).actors[0].name == labels.of_person("Jonas Vik")


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Nawaf al-Fares fled.", "Nawaf Fares", "X fled."),
        ("FARES FLEES", "Fares", "X FLEES"),
        ("Fares's aide", "Fares", "X's aide"),
        ("J. Berg and Bergen", "Berg", "J. X and Bergen"),
        ("al-Fares spoke", "Fares", "X spoke"),
        ("Anna von der Leyen left", "Anna Leyen", "X left"),
        ("a rose for Rosa", "Rosa", "a rose for X"),
        ("In May she met Theresa May", "Theresa May", "In May she met X"),
    ],
)
def test_names_in_a_text(text: str, words: str, expected: str) -> None:
    assert edited(text, find_names(text, [Person(frozenset(words.split()), "X")])) == expected


@given(st.text(alphabet="Vik aé", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_moved_spans_stay_in_bounds(text: str, start: int, length: int) -> None:
    edits = find_names(text, [Person(frozenset({"Vik"}), "Person-1")])
    start = min(start, len(text))
    new_start, new_end = moved(start, min(start + length, len(text)), edits)
    assert 0 <= new_start <= new_end <= len(edited(text, edits))


def test_a_stretch_within_a_name_takes_all_of_its_label() -> None:
    edits = [Edit(Span(0, 9), "Person-1")]
    assert [moved(0, 3, edits), moved(5, 9, edits), moved(10, 14, edits)] == [(0, 8), (0, 8), (9, 13)]
    assert name_words("the two men") == ()
