"""What a ban forbids is no event."""

from __future__ import annotations

import pytest
from tests.factories import a_parse

from accordingto.events.barred import is_barred


@pytest.mark.parametrize(
    ("text", "word", "barred"),
    [
        ("Finland barred Estonian firms from importing timber.", "importing", True),
        ("The militia is prohibited from carrying out attacks on the town.", "carrying", True),
        ("The law bars foreigners from buying or selling land.", "selling", True),
        ("The court forbade the editor to leave the country.", "leave", True),
        ("The navy kept the ships from reaching the port.", "reaching", False),
        ("The court urged the editor to leave the country.", "leave", False),
        ("The council banned the party after its men attacked a school.", "attacked", False),
    ],
)
def test_what_a_ban_forbids_is_barred(text: str, word: str, barred: bool) -> None:
    doc = a_parse(text).paragraphs[0].doc
    assert is_barred(next(token for token in doc if token.text == word)) is barred
