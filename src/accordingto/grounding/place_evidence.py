"""What an article says, besides the names themselves, of the part of the world it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from accordingto.grounding.country_facts import demonyms
from accordingto.grounding.gazetteer import PlaceKind
from accordingto.grounding.toponyms import Toponym
from accordingto.model.article import Article
from accordingto.model.mention import Mention
from accordingto.model.resources import load_toml

PUBLISHER_WEIGHT = 2.0
"""What the publisher's country counts, in mentions of a country by name."""

DATELINE_WEIGHT = 3.0
"""What the dateline counts, in mentions of a place by name."""


@dataclass(frozen=True, slots=True)
class PlaceEvidence:
    """How often countries (ISO 3166 alpha-3) and regions (GeoNames ids) are spoken of, weighted."""

    countries: Counter[str]
    regions: Counter[int]


def place_evidence(article: Article, mentions: Iterable[Mention], toponyms: Iterable[Toponym]) -> PlaceEvidence:
    """The countries and regions that the article names outright, by demonyms, and through its publisher."""
    countries: Counter[str] = Counter()
    regions: Counter[int] = Counter()
    for mention in mentions:
        if mention.label == "NORP" and mention.name is not None:
            countries[demonyms().get(mention.name.of(article.text).lower(), "")] += 1
    for toponym in toponyms:
        weight = DATELINE_WEIGHT if toponym.is_dateline else 1.0
        for candidate in (*toponym.candidates[:1], *toponym.containers[:1]):
            if candidate.kind == PlaceKind.COUNTRY and candidate.country:
                countries[candidate.country] += weight  # type: ignore[assignment]  # Counters hold any number
            elif candidate.kind == PlaceKind.REGION:
                regions[candidate.id] += weight  # type: ignore[assignment]  # as above
    home = publisher_country(article)
    if home is not None:
        countries[home] += PUBLISHER_WEIGHT  # type: ignore[assignment]  # as above
    countries.pop("", None)
    return PlaceEvidence(countries, regions)


def publisher_country(article: Article) -> str | None:
    """The country of the publisher's internet address, or None where its ending tells none."""
    known = load_toml("places/places.toml")["domain"]
    for address in (urlsplit(article.url or "").netloc, article.publisher or ""):
        labels = address.lower().split(".")
        if len(labels) < 2 or " " in address:
            continue
        found = known.get(".".join(labels[-2:])) or known.get(labels[-1])
        if found is not None:
            return str(found)
    return None
