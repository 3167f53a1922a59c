"""Place, day and agency before the first sentence."""

from __future__ import annotations

from datetime import date

import pytest

from accordingto.ingest.dateline import find_dateline
from accordingto.model.span import Span


@pytest.mark.parametrize(
    ("dateline", "place", "agency", "day"),
    [
        ("BAGHDAD (AP) — ", "BAGHDAD", "The Associated Press", None),
        ("CAIRO, July 4 (Reuters) - ", "CAIRO", "Reuters", None),
        ("SEOUL, South Korea — ", "SEOUL", None, None),
        ("CONCORD, N.H. (AP) -- ", "CONCORD", "The Associated Press", None),
        ("Geneva (AFP) – ", "Geneva", "Agence France-Presse", None),
        ("Geneva — ", "Geneva", None, None),
        ("San José — ", "San José", None, None),
        ("GENEVA (10 December 2020) – ", "GENEVA", None, date(2020, 12, 10)),
        ("GENEVA/NEW YORK, 3 March 2022 – ", "GENEVA", None, date(2022, 3, 3)),
        ("KABUL, March 3, 2022 (Xinhua) -- ", "KABUL", "Xinhua", date(2022, 3, 3)),
        ("BEIJING, Xinhua -- ", "BEIJING", "Xinhua", None),
        ("(Reuters) - ", None, "Reuters", None),
        ("(CNN) ", None, "CNN", None),
        ("Dec 29 (Reuters) - ", None, "Reuters", None),
        ("SEOUL—", "SEOUL", None, None),
        ("LAHORE: ", "LAHORE", None, None),
        ("BOSTON (WXYZ) — ", "BOSTON", None, None),
    ],
)
def test_datelines(dateline: str, place: str | None, agency: str | None, day: date | None) -> None:
    text = f"{dateline}The troops fired on Monday."
    found = find_dateline(text, Span(0, len(text)))
    assert found is not None
    assert found.span.of(text) == dateline
    assert (found.place.of(text) if found.place else None, found.agency, found.day) == (place, agency, day)


@pytest.mark.parametrize(
    "text",
    [
        "The envoy — who had been in Cairo — left.",
        "Fares — who had been in Cairo — left.",
        "Ann Hale (R-Texas) — The senator left.",
        "UPDATE — The troops fired.",
        "WATCH: The troops fired.",
        "SPEAKER: I will not go.",
        "Wednesday — The troops fired.",
        "Troops fired - again.",
        "Saint-Denis fell on Monday.",
        "The troops (AP) fired.",
        "AP",
        "—",
        "",
    ],
)
def test_other_dashes_and_colons_are_no_datelines(text: str) -> None:
    assert find_dateline(text, Span(0, len(text))) is None


def test_a_paragraph_can_be_a_dateline() -> None:
    text = "BAGHDAD, July 4, 2012"
    found = find_dateline(text, Span(0, len(text)))
    assert found is not None
    assert found.span == Span(0, len(text))
    assert found.day == date(2012, 7, 4)
