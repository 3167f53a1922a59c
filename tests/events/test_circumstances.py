"""Where and when: the words of the trigger's own clause."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.find import find_events
from accordingto.model.span import Span

ROWS = [
    ("Gunmen killed a judge in Kabul on Friday.", "Kabul", "Friday"),
    ("Ministers met for talks in Geneva.", "Geneva", None),
    ("A bomb exploded in a market in Baghdad.", "Baghdad", None),
    ("The envoy left Oslo yesterday.", "Oslo", "yesterday"),
    # a name that the parser does not know for a place
    ("Police seized the cargo in Lyon.", "Lyon", None),
    ("The vessel was seized off Callao.", "Callao", None),
    ("Two men were arrested in the village of Sarmin.", "Sarmin", None),
    ("Gunmen attacked the village of Tarin.", "Tarin", None),
    # whom it concerns is not where it is
    ("Peru called on China to free the editor.", None, None),
    ("Peru imposed sanctions on Chile.", None, None),
    ("Peru sanctioned two firms involved in Chile's missile programme.", None, None),
    # a name that the tagger takes into the date after it
    ("Bandits raided a camp near Gossi in Niger on Friday.", "Gossi", "Friday"),
    # no place of another clause
    ("Rebels attacked the town, said a witness who lives in Paris.", None, None),
]


@pytest.mark.parametrize(("sentence", "place", "time"), ROWS)
def test_place_and_time_words(sentence: str, place: str | None, time: str | None) -> None:
    parsed = a_parse(sentence)
    event = find_events(parsed)[0]
    assert (_words(event.place_words, parsed.article.text), _words(event.time_words, parsed.article.text)) == (
        place,
        time,
    )


def _words(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)
