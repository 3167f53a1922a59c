"""Which pronoun a name takes."""

from __future__ import annotations

import pytest

from accordingto.grounding.drafts import Gender
from accordingto.grounding.genders import gender_of_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Omar Haddad", Gender.HE),
        ("Maria Duarte", Gender.SHE),
        ("Mrs. Haddad", Gender.SHE),
        ("Mr. Duarte", Gender.HE),
        ("Queen Noor", Gender.SHE),
        ("Haddad", None),
        ("Kim Lee", None),
        ("", None),
    ],
)
def test_a_title_or_a_given_name_tells(name: str, gender: Gender | None) -> None:
    assert gender_of_name(name) is gender
