"""Mentions -> the names of places among them, each with what stands after it ("Paris, *Texas*")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from accordingto.grounding.gazetteer import Candidate, PlaceKind, find_candidates
from accordingto.grounding.place_names import name_key
from accordingto.model.article import Article, PartRole
from accordingto.model.mention import Mention
from accordingto.model.resources import load_toml
from accordingto.model.span import Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
RESCUED_LABELS = frozenset({"PERSON", "ORG", "PRODUCT", "WORK_OF_ART", "NORP"})
RESCUED_POPULATION = 50_000
"""Inhabitants a place needs when only a preposition speaks for it, not the recogniser."""

_CONTAINERS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT})
_AFTER = re.compile(r"(,?)\s\(?((?:[A-Z][\w.’'-]*\.?)(?:\s[A-Z][\w.’'-]*){0,2})")
_WORD_BEFORE = re.compile(r"([a-z]+)\s+(?:the\s+)?$")
LOOK_AROUND = 60
"""Code points looked at on either side of a name."""


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place: its words, the places it may mean, and those that the words after it name as its container."""

    span: Span
    key: str
    candidates: tuple[Candidate, ...]
    containers: tuple[Candidate, ...] = ()
    is_dateline: bool = False


def find_toponyms(article: Article, mentions: Iterable[Mention]) -> tuple[Toponym, ...]:
    """Every name of a place that the gazetteer knows, in the order of the text, none within another."""
    found: list[Toponym] = list(_datelines(article))
    taken = 0
    for mention in sorted((mention for mention in mentions if mention.name is not None), key=_name_start):
        for span in _name_pieces(article.text, mention):
            if span.start < taken:
                continue
            toponym = _toponym(article.text, span, mention.label or "")
            if toponym is not None:
                found.append(toponym)
                taken = toponym.span.end
    return tuple(sorted(found, key=lambda toponym: toponym.span))


def _name_start(mention: Mention) -> int:
    return mention.name.start if mention.name is not None else 0


def _datelines(article: Article) -> Iterator[Toponym]:
    """The place of "ALEPPO, Syria (AP) —"."""
    for part in article.parts:
        if part.role != PartRole.DATELINE:
            continue
        words = re.match(r"\s*([^(,—–-]+?)\s*(?=[(,—–-]|$)", part.span.of(article.text))
        if words is None:
            continue
        span = Span(part.span.start + words.start(1), part.span.start + words.end(1))
        candidates = find_candidates(words.group(1))
        if candidates:
            yield Toponym(span, name_key(words.group(1)), candidates, _containers(article.text, span.end), True)


def _name_pieces(text: str, mention: Mention) -> Iterator[Span]:
    """The name, or its pieces where the recogniser took "Alexandria, La." for one."""
    assert mention.name is not None
    start = mention.name.start
    for piece in re.finditer(r"[^,]+", mention.name.of(text)):
        words = piece.group()
        left = len(words) - len(words.lstrip())
        if words.strip():
            yield Span(start + piece.start() + left, start + piece.start() + left + len(words.strip()))


def _toponym(text: str, span: Span, label: str) -> Toponym | None:
    for shorter in _without_part_words(text, span):
        candidates = find_candidates(shorter.of(text))
        if candidates and (
            label in PLACE_LABELS or (label in RESCUED_LABELS and _is_rescued(text, shorter, candidates))
        ):
            return Toponym(shorter, name_key(shorter.of(text)), candidates, _containers(text, span.end))
    return None


def _without_part_words(text: str, span: Span) -> Iterator[Span]:
    """The name, then without "northern", "downtown", "the city of" before it: at most four words fewer."""
    yield span
    for _ in range(4):
        first = re.match(r"(\w[\w-]*)\s+(?=\S)", span.of(text))
        if first is None or first.group(1).lower() not in _words("part_of"):
            return
        span = Span(span.start + first.end(), span.end)
        yield span


def _is_rescued(text: str, span: Span, candidates: tuple[Candidate, ...]) -> bool:
    """True for a large place after "in" or "near", whatever the recogniser took it for: fled from *Homs*."""
    before = _WORD_BEFORE.search(text[max(0, span.start - LOOK_AROUND) : span.start])
    if before is None or before.group(1) not in _words("place_preposition") or not span.of(text)[:1].isupper():
        return False
    return candidates[0].population >= (RESCUED_POPULATION if candidates[0].is_main else 4 * RESCUED_POPULATION)


def _containers(text: str, end: int) -> tuple[Candidate, ...]:
    """The regions or countries that the words after a name put it in: Paris, *Texas*; Athens *GA*; Homs (*Syria*)."""
    after = _AFTER.match(text, end, end + LOOK_AROUND)
    if after is None:
        return ()
    words = after.group(2).split()
    for length in range(len(words), 0, -1):
        key = name_key(" ".join(words[:length]).rstrip(".'’"))
        full = load_toml("places/places.toml")["abbreviation"].get(key)
        is_code = words[0].isupper() and len(words[0].strip(".")) == 2
        if full is not None and (after.group(1) or is_code):
            return _of_container_kind(find_candidates(full))
        if after.group(1):
            containers = _of_container_kind(find_candidates(key))
            if containers:
                return containers
    return ()


def _of_container_kind(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate in candidates if candidate.kind in _CONTAINERS)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_toml("places/places.toml")[group]["words"])
