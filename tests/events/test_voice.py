"""Whether a verb is passive."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.voice import is_passive

ROWS = [
    ("The envoy was dismissed.", "dismissed", True),
    ("The town held by rebels burned.", "held", True),
    ("Rebels dismissed the envoy.", "dismissed", False),
    ("Two soldiers shot dead at the border", "shot", True),
    ("Guard beaten to death in a cell", "beaten", True),
    ("Police shot two soldiers dead.", "shot", False),
    ("The ambassador to Norway, Jon Berg, defected on Sunday, the opposition said.", "defected", False),
]


@pytest.mark.parametrize(("words", "verb", "expected"), ROWS)
def test_whether_the_subject_undergoes(words: str, verb: str, *, expected: bool) -> None:
    token = next(token for token in a_parse(words).paragraphs[0].doc if token.text == verb)
    assert is_passive(token) is expected
