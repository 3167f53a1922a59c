"""Who a report is by."""

from __future__ import annotations

import pytest

from accordingto.ingest.byline import find_byline, find_person_names, find_reporters, is_person_name


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("By Ann Hale", ("Ann Hale",)),
        ("BY ANN HALE", ("ANN HALE",)),
        ("By Ann Hale and Bo Ruiz", ("Ann Hale", "Bo Ruiz")),
        ("By Ann Hale, Bo Ruiz and Cy van der Dunn", ("Ann Hale", "Bo Ruiz", "Cy van der Dunn")),
        ("By Ann Hale in Cairo", ("Ann Hale",)),
        ("By Ann Hale, Associated Press", ("Ann Hale",)),
        ("By Ann Hale | The Harbour Post", ("Ann Hale",)),
        ("By Ann Hale, Staff Writer", ("Ann Hale",)),
        ("By Maïa O’Dell-Żak", ("Maïa O’Dell-Żak",)),
        ("Ann Hale reports from Cairo.", ("Ann Hale",)),
        ("By The Associated Press", ()),
        ("By Reuters Staff", ()),
    ],
)
def test_bylines_name_people(words: str, names: tuple[str, ...]) -> None:
    assert find_byline(words) == names


@pytest.mark.parametrize(
    "words",
    [
        "By Wednesday",
        "By the way, nobody died.",
        "By contrast, the army left.",
        "By Monday Morning",
        "By night, soldiers took the bridge.",
        "By 2012 the war was over",
        "By Ann Hale’s count forty people had died, and not the twelve that the governor named.",
        "Bystanders Ann Hale and Bo Ruiz saw it.",
        "The army reports from the front.",
        "",
    ],
)
def test_other_phrases_are_no_bylines(words: str) -> None:
    assert find_byline(words) is None


@pytest.mark.parametrize(
    ("credit", "names"),
    [
        ("(Reporting by Ann Hale; Editing by Bo Ruiz)", ("Ann Hale",)),
        ("Reporting by Ann Hale in Cairo and Bo Ruiz in Rome, editing by Cy Dunn", ("Ann Hale", "Bo Ruiz")),
        ("(Additional reporting by Ann Hale)", ()),
        ("(Reporting by the Cairo newsroom)", ()),
        ("Editing by Ann Hale", ()),
    ],
)
def test_credits_name_reporters(credit: str, names: tuple[str, ...]) -> None:
    assert find_reporters(credit) == names


@pytest.mark.parametrize(
    ("words", "expected"), [("Ann Hale", True), ("Hale", False), ("Ann 2", False), ("ann hale", False)]
)
def test_names_have_two_words_in_capitals(words: str, expected: bool) -> None:
    assert is_person_name(words) is expected


def test_papers_and_agencies_are_no_people() -> None:
    assert find_person_names(["Ann Hale", "Harbour News", "Reuters Staff", "Ann Hale", "admin"]) == ("Ann Hale",)
