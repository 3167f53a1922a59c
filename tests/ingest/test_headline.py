"""The first paragraph as headline."""

from __future__ import annotations

import pytest

from accordingto.ingest.headline import is_headline


@pytest.mark.parametrize(
    ("words", "title", "expected"),
    [
        ("Envoy defects to the opposition", None, True),
        ("Envoy Defects To The Opposition.", None, True),
        ("Will the envoy defect", None, True),
        ("The envoy has defected to the opposition.", None, False),
        ("“The envoy has defected,” he said", None, False),
        ("The envoy, in a letter:", None, False),
        ("Envoy", None, False),
        ("word " * 60, None, False),
        ("Envoy defects to the opposition.", "Envoy Defects to the Opposition", True),
        ("Envoy defects to opposition in Baghdad", "Envoy defects to the opposition", True),
        ("Soldiers guard the bridge", "Envoy defects to the opposition", False),
    ],
)
def test_headlines(words: str, title: str | None, expected: bool) -> None:
    assert is_headline(words, title) is expected
