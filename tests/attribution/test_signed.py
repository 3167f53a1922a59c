"""Quotations signed with a dash and a name."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.attribution.find import find_attributions
from accordingto.attribution.signed import signature_after
from accordingto.model.span import words_of

CASES = [
    ("in the same paragraph", ['"We will stay in this town." — Ana Ruiz'], "Ana Ruiz"),
    ("in the next paragraph", ['"We will stay in this town."', "— Ana Ruiz, nurse"], "Ana Ruiz, nurse"),
    ("no dash", ['"We will stay in this town." He left.'], ""),
    ("a dash and a clause", ['"We will stay in this town." — so they thought'], ""),
]


@pytest.mark.parametrize(("paragraphs", "source"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_the_name_after_the_dash_is_the_source(paragraphs: list[str], source: str) -> None:
    parsed = a_parse(*paragraphs)
    found = find_attributions(parsed)
    quoted = [item for item in found if item.content and item.content[0].start == 0]
    assert [words_of(parsed.article.text, item.source) for item in quoted] == [source]


@pytest.mark.parametrize(
    "text", ["—" + "A" * 80 + "!", "— " + "a " * 44, "— " + "A," * 44, "-" * 90, "— " + "A." * 40 + "\n."]
)
def test_no_text_takes_long(text: str) -> None:
    signature_after(text, 0, len(text))
