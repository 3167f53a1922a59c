"""Contents that end where the same source begins to tell something else, and those that go on."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.model.span import words_of

CASES = [
    (
        "two cues of one source",
        "The mayor said the road was open and denied that anyone had left.",
        "said",
        "the road was open",
    ),
    (
        "two events of one content",
        "The mayor said troops had taken the bridge and left the valley.",
        "said",
        "troops had taken the bridge and left the valley",
    ),
    (
        "another side after while",
        "The envoy said the talks were going well, while the rebels said they had ended.",
        "said",
        "the talks were going well",
    ),
    (
        "another side within brackets of commas",
        "The firm said the plant, which the mayor said was old, would close.",
        "said",
        "the plant, which the mayor said was old, would close",
    ),
    (
        "quoted words after a conjunction",
        'The envoy said the talks had made "some progress" and would go on "for weeks".',
        "said",
        'the talks had made "some progress" and would go on "for weeks"',
    ),
    (
        "quoted words of another source",
        'The envoy said the talks had made "some progress", but the rebels called them "a farce".',
        "said",
        'the talks had made "some progress"',
    ),
]


@pytest.mark.parametrize(("report", "cue", "content"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_where_a_content_ends(report: str, cue: str, content: str) -> None:
    found = find_attributions(a_parse(report))
    assert content in [words_of(report, item.content) for item in found if words_of(report, item.cue) == cue]
