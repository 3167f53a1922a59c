"""Whatever the text: no exception, spans in bounds, the same ids twice."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.factories import a_parse

from accordingto.events.find import find_events

WORDS = ["rebels", "attacked", "the", "town", "of", "and", "by", "was", "killed", "12", "to", ",", '"', "said", "will",
         "not", "release", "that", "who", "Iran", "in", "dozens", "between", "peace", "talks", "must"]  # fmt: skip


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_words_give_spans_in_bounds_and_the_same_ids_twice(text: str) -> None:
    parsed = a_parse(text)
    events = find_events(parsed)
    spans = [span for event in events for span in event.trigger]
    spans += [who.span for event in events for who in (*event.actors, *event.recipients)]
    spans += [count.span for event in events for count in event.quantities]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert [event.id for event in find_events(parsed)] == [event.id for event in events]


@given(st.text(max_size=80))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_characters_raise_nothing(text: str) -> None:
    find_events(a_parse(text))


@pytest.mark.parametrize("text", ["rebels and " * 900, "of the army " * 800, "killed and " * 900, "said that " * 900])
def test_long_chains_neither_raise_nor_take_long(text: str) -> None:
    parsed = a_parse(text)
    started = time.process_time()
    find_events(parsed)
    assert time.process_time() - started < 2
