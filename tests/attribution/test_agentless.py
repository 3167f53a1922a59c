"""Telling by nobody who is named."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.model.span import words_of


@pytest.mark.parametrize(
    ("report", "cue", "content", "channels"),
    [
        ("The clerk allegedly sold the keys.", "allegedly", "The clerk … sold the keys", []),
        ("The clerk, it was claimed, had sold the keys.", "was claimed", "The clerk … had sold the keys", []),
        (
            "The court heard that the clerk had sold the keys.",
            "heard",
            "that the clerk had sold the keys",
            ["The court"],
        ),
    ],
)
def test_nobody_is_named(report: str, cue: str, content: str, channels: list[str]) -> None:
    """The source is empty; where a court hears it, the court is the channel."""
    told = [item for item in find_attributions(a_parse(report)) if words_of(report, item.cue) == cue]
    assert [item.source for item in told] == [()]
    assert " … ".join(span.of(report) for span in told[0].content) == content
    assert [channel.span.of(report) for channel in told[0].channel] == channels


@pytest.mark.parametrize(
    ("report", "content"),
    [
        ("The keys are gone, the clerk wrote on his blog.", "The keys are gone"),
        ("The clerk said on Tuesday, after a walk in Oslo, that the keys were gone.", "that the keys were gone"),
    ],
)
def test_when_and_through_what_are_no_content(report: str, content: str) -> None:
    """A day and a blog are circumstances of the telling."""
    assert content in {words_of(report, item.content) for item in find_attributions(a_parse(report))}
