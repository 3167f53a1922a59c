"""What an incident is called."""

from __future__ import annotations

import pytest
from tests.factories import a_claim

from accordingto.model.reported import Party, Report
from accordingto.record.incidents import assemble_incident


def title_of(actors: list[str], recipients: list[str]) -> str:
    claim = a_claim(
        "They met.",
        article="one",
        type="CONSULT",
        actors=tuple(Party(name, None) for name in actors),
        recipients=tuple(Party(name, None) for name in recipients),
    )
    return assemble_incident([claim], {"one": Report("one", "Harbour Post", "one")}).title


@pytest.mark.parametrize(
    ("actors", "recipients", "title"),
    [
        (["Ana Duarte"], ["Omar Haddad"], "Ana Duarte, Omar Haddad · consult"),
        (["Ana Duarte", "Omar Haddad"], ["Ana Duarte", "Omar Haddad"], "Ana Duarte, Omar Haddad · consult"),
        (["Duarte"], ["Ana Duarte", "the army"], "Ana Duarte, the army · consult"),
        (["he"], ["the army", "12"], "the army, 12 · consult"),
        (["he"], [], "he · consult"),
        ([], [], "consult"),
    ],
)
def test_a_title_names_each_once_and_those_who_tell_most(actors: list[str], recipients: list[str], title: str) -> None:
    assert title_of(actors, recipients) == title
