"""Texts that nobody wrote to be read: every one gets a reading or a clear refusal, soon."""

from __future__ import annotations

import json
import os
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.model.contract import reading_to_dict
from accordingto.model.errors import InputError
from accordingto.model.reading import Reading
from accordingto.reader import ReaderName, read

INPUTS = int(os.environ.get("FUZZ_INPUTS", "40"))
"""`make fuzz` sets it to 100,000."""

SENTENCE = "The minister said on Friday that the army had fired on a crowd in Lyon. "
MADE = {
    "quotation marks in a row": '"' * 20_000,
    "opening quotation marks": "“" * 20_000 + SENTENCE,
    "one-letter quotations": '"a" ' * 3_000 + SENTENCE,
    "a sentence of one word": "the " * 10_000,
    "names without an end": "Anna Weber met Jonas Keller and " * 1_000,
    "nested telling": "he said that " * 2_000 + "the army fired.",
    "no white space": SENTENCE + "a" * 100_000,
    "null bytes": "\0" * 5_000 + SENTENCE,
    "bidi controls": "\u202e" * 5_000 + SENTENCE,
    "lone surrogates": "\ud800" * 100 + SENTENCE + "\udfff",
    "combining marks": "e" + "\u0301" * 20_000 + " " + SENTENCE,
    "paragraphs of a letter": "A\n\n" * 5_000 + SENTENCE,
    "commas": "a, " * 5_000 + SENTENCE,
    "brackets": "(" * 10_000 + SENTENCE + ")" * 10_000,
    "digits": SENTENCE + "1" * 50_000,
    "number words": "one hundred and " * 3_000 + "people died.",
    "dates": "on 12 May 2012 " * 2_000,
    "prepositions": "by " * 10_000,
    "full stops": ". " * 10_000 + SENTENCE,
    "one address": SENTENCE + "http://a.example/" + "x/" * 20_000,
    "speakers' labels": "KELLER: no.\n\nWEBER: yes.\n\n" * 500,
}
MOST_SECONDS = 20.0
"""The slowest of them takes about two seconds on one core; a search that grows with the square would take minutes."""

PIECES = st.sampled_from(
    ["“", "”", '"', "‘", "’", "'", "—", "(", ")", "\n\n", "\r", "\t", "\u2028", "\0", "\ud800", "\u202e", "\u00a0",
     "said", "according to", "The minister", "he", "Reuters", "denied", "killed 3 people", "on Friday", "in Lyon",
     ",", ".", ":", "Q:", "--"]
)  # fmt: skip
TEXTS = st.lists(st.one_of(PIECES, PIECES, st.text(max_size=8)), min_size=1, max_size=60).map(" ".join)


FOR_THE_ENCODER = ("opening quotation marks", "lone surrogates", "null bytes", "combining marks", "no white space")
CASES = [(name, ReaderName.FAST) for name in MADE] + [(name, ReaderName.ACCURATE) for name in FOR_THE_ENCODER]


@pytest.mark.parametrize(("name", "reader"), CASES)
def test_a_hostile_text_is_read_soon(name: str, reader: str) -> None:
    begun = time.process_time()
    reading = read(MADE[name], reader=reader)
    assert time.process_time() - begun < MOST_SECONDS
    assert spans_hold(reading)


@given(TEXTS)
@settings(max_examples=INPUTS, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_text_of_any_pieces_is_read_or_refused(text: str) -> None:
    try:
        reading = read(text, reader=ReaderName.FAST)
    except InputError:
        return
    assert spans_hold(reading)
    assert json.loads(json.dumps(reading_to_dict(reading)))["article"]["text"] == text


def spans_hold(reading: Reading) -> bool:
    spans = [span for each in reading.attributions for span in (*each.source, *each.cue, *each.content)]
    spans += [span for each in reading.events for span in each.trigger]
    return all(0 <= span.start < span.end <= len(reading.article.text) for span in spans)
