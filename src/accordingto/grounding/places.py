"""An article and its mentions -> the places it names, chosen in context from an offline gazetteer."""

from __future__ import annotations

from collections.abc import Callable

from accordingto.grounding.gazetteer import Candidate, PlaceKind
from accordingto.grounding.mention_index import MentionIndex
from accordingto.grounding.place_choice import choose_places
from accordingto.grounding.place_evidence import place_evidence
from accordingto.grounding.toponyms import find_toponyms
from accordingto.model.article import Article
from accordingto.model.mention import Mention
from accordingto.model.place import Place, PlacePrecision, place_id
from accordingto.model.span import Span

_PRECISION = {
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
    PlaceKind.REGION: PlacePrecision.REGION,
    PlaceKind.DISTRICT: PlacePrecision.REGION,
    PlaceKind.CITY: PlacePrecision.CITY,
    PlaceKind.SITE: PlacePrecision.SITE,
    PlaceKind.AREA: PlacePrecision.AREA,
}
_POINTLESS = frozenset({PlaceKind.COUNTRY, PlaceKind.AREA})
_FINEST_FIRST = (
    PlacePrecision.SITE,
    PlacePrecision.CITY,
    PlacePrecision.REGION,
    PlacePrecision.COUNTRY,
    PlacePrecision.AREA,
    PlacePrecision.UNKNOWN,
)


def ground_places(article: Article, mentions: tuple[Mention, ...]) -> tuple[Place, ...]:
    """Every place the article names, with all the names that point to it, in the order of first mention."""
    toponyms = find_toponyms(article, mentions)
    chosen = choose_places(toponyms, place_evidence(article, mentions, toponyms))
    spans: dict[int, list[Span]] = {}
    places: dict[int, Candidate] = {}
    for toponym, candidate in zip(toponyms, chosen, strict=True):
        places.setdefault(candidate.id, candidate)
        spans.setdefault(candidate.id, []).append(toponym.span)
    article_id = article.id
    return tuple(_place(article_id, article.text, places[key], tuple(spans[key])) for key in places)


def place_finder(places: tuple[Place, ...]) -> Callable[[Span], str | None]:
    """From words to the id of the place they name: the finest one in them, then the first ("in Homs, Syria": Homs)."""
    index = MentionIndex((mention, place) for place in places for mention in place.mentions)

    def find(span: Span) -> str | None:
        inside = index.overlapping(span)
        finest = min(inside, key=lambda pair: (_FINEST_FIRST.index(pair[1].precision), pair[0]), default=None)
        return finest[1].id if finest is not None else None

    return find


def place_of(places: tuple[Place, ...], span: Span) -> str | None:
    """The id of the place that words name. For many spans of one article take a `place_finder`."""
    return place_finder(places)(span)


def _place(article_id: str, text: str, candidate: Candidate, mentions: tuple[Span, ...]) -> Place:
    name = mentions[0].of(text) if _is_foreign_spelling(candidate) else candidate.name
    has_point = candidate.kind not in _POINTLESS
    return Place(
        id=place_id(article_id, name, candidate.geonameid),
        name=name,
        country=candidate.country,
        latitude=candidate.latitude if has_point else None,
        longitude=candidate.longitude if has_point else None,
        geonameid=candidate.geonameid,
        precision=_PRECISION[candidate.kind],
        mentions=mentions,
    )


def _is_foreign_spelling(candidate: Candidate) -> bool:
    """True where the gazetteer's name is not the one English has, and the article's words are: Köln, *Cologne*."""
    is_region = candidate.kind in {PlaceKind.REGION, PlaceKind.DISTRICT}
    return not candidate.is_main and (is_region or not candidate.name.isascii())
