"""The gazetteer has the places of world news, as newspapers spell them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from accordingto.grounding.gazetteer import PlaceKind, find_candidates
from accordingto.grounding.place_choice import choose_places
from accordingto.grounding.place_evidence import PlaceEvidence
from accordingto.grounding.place_names import name_key
from accordingto.grounding.toponyms import Toponym
from accordingto.model.span import Span

NEWS_PLACES = [
    line.split("\t") for line in (Path(__file__).parent / "news_places.tsv").read_text(encoding="utf-8").splitlines()
]


def test_a_name_alone_is_the_place_that_world_news_means() -> None:
    """Seven hundred places of conflict, protest and diplomacy, each by its name alone."""
    wrong = []
    for name, country in NEWS_PLACES:
        toponym = Toponym(Span(0, len(name)), name_key(name), find_candidates(name))
        chosen = choose_places([toponym], PlaceEvidence(Counter(), Counter())) if toponym.candidates else ()
        if [place.country for place in chosen] != [country]:
            wrong.append((name, country, chosen))
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Aleppo province", PlaceKind.REGION),
        ("Kunduz Province", PlaceKind.REGION),
        ("the Kremlin", PlaceKind.SITE),
        ("Lake Chad", PlaceKind.AREA),
        ("Kansas City", PlaceKind.CITY),
    ],
)
def test_the_kind_of_a_place(name: str, kind: PlaceKind) -> None:
    assert find_candidates(name)[0].kind == kind


@pytest.mark.parametrize("name", ["", " ", "Xyzzyville", "a" * 10_000, "\ud800", "'; DROP TABLE place; --"])
def test_what_is_not_there(name: str) -> None:
    assert find_candidates(name) == ()


def test_a_region_has_a_point_among_its_cities() -> None:
    region = find_candidates("Aleppo province")[0]
    assert region.latitude is not None
    assert abs(region.latitude - 36.3) < 0.5
