"""Contents of relative clauses."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.model.span import words_of

CASES = [
    (
        "The navy seized six other ships that local authorities say are violating the ban.",
        "six other ships that … are violating the ban",
    ),
    ("The firm said the plant, which the mayor loves, would close.", "the plant, which the mayor loves, would close"),
]


@pytest.mark.parametrize(("report", "content"), CASES)
def test_what_is_told_of_a_noun(report: str, content: str) -> None:
    found = find_attributions(a_parse(report))
    assert content in [words_of(report, item.content) for item in found]
