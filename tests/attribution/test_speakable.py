"""Sources that cannot speak, and who speaks in their place."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.model.span import words_of

CASES = [
    ("place first", 'From Oslo, Ana Ruiz, an adviser, said: "It is over."', "Ana Ruiz, an adviser"),
    (
        "place first, told",
        "From Oslo, Ana Ruiz, an aide, told reporters that the test was a threat.",
        "Ana Ruiz, an aide",
    ),
    ("place last", "Ana Ruiz, from Oslo, said the camp was full.", "Ana Ruiz, from Oslo"),
    (
        "after an event",
        "A statement from the ministry after the raid said two men had died.",
        "A statement from the ministry",
    ),
    ("quotation first", '"Nice work, everyone!" tweeted the mayor of Oru.', "the mayor of Oru"),
]


@pytest.mark.parametrize(("report", "source"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_who_speaks(report: str, source: str) -> None:
    assert [words_of(report, item.source) for item in find_attributions(a_parse(report))] == [source]


def test_a_post_in_quotation_marks_is_the_content() -> None:
    report = '"Nice work, everyone!" tweeted the mayor of Oru.'
    found = find_attributions(a_parse(report))
    assert [words_of(report, item.content) for item in found] == ['"Nice work, everyone!"']
