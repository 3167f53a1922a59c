"""Mentions -> the names of places among them, each with what it may mean and what holds it ("Paris, *Texas*")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from accordingto.grounding.country_facts import is_capital
from accordingto.grounding.gazetteer import Candidate, PlaceKind, find_candidates
from accordingto.grounding.place_context import (
    find_container,
    full_name,
    is_after_place_preposition,
    is_before_word_of_person,
    is_before_word_of_place,
    is_institution_word,
    is_no_place,
    names_of_many,
    shorter_names,
)
from accordingto.grounding.place_names import name_key
from accordingto.model.article import READ_ROLES, Article, PartRole
from accordingto.model.mention import Mention
from accordingto.model.span import Span

PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
RESCUED_POPULATION = 50_000
"""Inhabitants a place needs where only a preposition speaks for it, not the recogniser."""

ORGANISATION_POPULATION = 100_000
"""Inhabitants a place needs where the recogniser took its bare name for an organisation."""

SMALL_TOWN = 1_000
"""Inhabitants a place needs where the word after it speaks for it: *Homs* residents."""

GREAT_CITY = 500_000
"""Inhabitants from which a place's name stands for it even where someone bears it as a first name."""

LARGEST_VILLAGE = 100_000
"""Inhabitants from which no report calls a place a village; the gazetteer gives some cities rare other names."""

SHORTEST_REPEATED = 4
"""Code points a name needs to be looked for where the recogniser did not find it."""

Names = frozenset[str]
_VILLAGES = ("village of ", "hamlet of ", "villages of ", "settlement of ")
_FIRST_WORD = re.compile(r"\w+")
_DATELINE_PLACE = re.compile(r"\s*([^(,—–-]+?)\s*(?=[(,—–-]|$)")


@dataclass(frozen=True, slots=True)
class Toponym:
    """A name of a place: its words, the places it may mean, and those that the words after it name as its container."""

    span: Span
    key: str
    candidates: tuple[Candidate, ...]
    containers: tuple[Candidate, ...] = ()
    is_dateline: bool = False


def find_toponyms(article: Article, mentions: Sequence[Mention]) -> tuple[Toponym, ...]:
    """Every name of a place that the gazetteer knows, in the order of the text, none within another."""
    named = _without_overlaps([*_datelines(article), *_listed(article), *_named(article.text, mentions)])
    people = _names_of_people(article.text, mentions, named)
    places = [toponym for toponym in named if not _is_person(article.text, toponym, people)]
    again = [toponym for toponym in _repeated(article, places) if not _is_person(article.text, toponym, people)]
    return _without_overlaps([*places, *again])


def _names_of_people(text: str, mentions: Sequence[Mention], named: Sequence[Toponym]) -> tuple[Names, Names]:
    """Words that people bear here whatever place bears them too, and words that they bear unless it is a great one.

    The last words of people's names of two and more words; the first words, and names that "said" something.
    """
    names = [mention.name.of(text).split() for mention in mentions if mention.name and mention.label == "PERSON"]
    full = [name for name in names if len(name) > 1]
    single = [(place.span.of(text), place.span.end) for place in named if " " not in place.span.of(text)]
    telling = {words for words, end in single if is_before_word_of_person(text, end)}
    return frozenset(name[-1] for name in full), frozenset(name[0] for name in full) | telling


def _is_person(text: str, toponym: Toponym, people: tuple[Names, Names]) -> bool:
    """True for a bare name that is someone's here, unless a container or a word beside it makes it a place.

    Great cities and capitals stay places beside first names and "said": Paris beside Paris Hilton, Tallinn said.
    """
    words, (surnames, others) = toponym.span.of(text), people
    if toponym.containers or toponym.is_dateline or is_after_place_preposition(text, toponym.span.start):
        return False
    if is_before_word_of_place(text, toponym.span.end):
        return False
    return words in surnames or (words in others and not _is_great(toponym.candidates[0]))


def _is_great(place: Candidate) -> bool:
    return place.population >= GREAT_CITY or place.kind == PlaceKind.COUNTRY or is_capital(place)


def _without_overlaps(toponyms: Iterable[Toponym]) -> tuple[Toponym, ...]:
    """In order of the text; of two that overlap the earlier given one at the same start, else the earlier one."""
    kept: list[Toponym] = []
    for toponym in sorted(toponyms, key=lambda toponym: toponym.span.start):
        if not kept or kept[-1].span.end <= toponym.span.start:
            kept.append(toponym)
    return tuple(kept)


def _datelines(article: Article) -> Iterator[Toponym]:
    """The place of "ALEPPO, Syria (AP) —"."""
    for part in article.parts:
        words = _DATELINE_PLACE.match(part.span.of(article.text)) if part.role == PartRole.DATELINE else None
        if words is None:
            continue
        span = Span(part.span.start + words.start(1), part.span.start + words.end(1))
        yield from (replace(found, is_dateline=True) for found in _with_container(article.text, span))


def _listed(article: Article) -> Iterator[Toponym]:
    """Homs and Hama provinces: two regions, whatever else bears the names."""
    for part in article.parts:
        if part.role in READ_ROLES:
            for span, candidates in names_of_many(article.text, part.span):
                yield Toponym(span, f"{name_key(span.of(article.text))} (one of many)", candidates)


def _named(text: str, mentions: Sequence[Mention]) -> Iterator[Toponym]:
    for mention in mentions:
        if mention.name is not None and mention.label not in {None, "NORP"}:
            for span in _pieces(text, mention.name):
                yield from _of_name(text, span, mention.label or "")


def _pieces(text: str, name: Span) -> Iterator[Span]:
    """The name, or its pieces where the recogniser took "Alexandria, La." for one."""
    for piece in re.finditer(r"[^,]+", name.of(text)):
        words = piece.group().strip()
        if words:
            start = name.start + piece.start() + piece.group().index(words)
            yield Span(start, start + len(words))


def _of_name(text: str, span: Span, label: str) -> Iterator[Toponym]:
    for number, shorter in enumerate(shorter_names(text, span)):
        words = shorter.of(text)
        if not words[:1].isupper() or is_no_place(words):
            continue
        is_believed = label in PLACE_LABELS if number == 0 else label != "PERSON" or shorter.start == span.start
        found = list(_with_container(text, shorter, is_short=label in PLACE_LABELS))
        if found and (is_believed or _is_rescued(text, shorter, label, found[0].candidates)):
            yield from found
            return


def _with_container(text: str, span: Span, *, is_short: bool = False) -> Iterator[Toponym]:
    """The toponym of a name, and that of the abbreviation after it that says where it lies."""
    words = span.of(text)
    full = full_name(words) if is_short and "." in text[span.end - 1 : span.end + 1] else None
    candidates = _small_enough(text, span, find_candidates(full or words))
    if not candidates:
        return
    short, containers = find_container(text, span.end)
    yield Toponym(span, name_key(words), candidates, containers)
    if short is not None and containers:
        yield Toponym(short, name_key(short.of(text)), containers)


def _small_enough(text: str, span: Span, candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Those that can be meant: behind "the village of" none is a city."""
    if not text[max(0, span.start - 24) : span.start].lower().endswith(_VILLAGES):
        return candidates
    return tuple(place for place in candidates if place.population <= LARGEST_VILLAGE)


def _is_rescued(text: str, span: Span, label: str, candidates: tuple[Candidate, ...]) -> bool:
    """True for a large place that the recogniser took for something else: fled from *Homs*; *Georgia* said."""
    first = candidates[0]
    if label == "ORG" and first.kind == PlaceKind.COUNTRY:
        return True
    if label == "ORG" and first.is_main and first.population >= ORGANISATION_POPULATION:
        return first.kind in {PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.CITY} and not span.of(text).isupper()
    if is_before_word_of_place(text, span.end) and first.is_main and first.population >= SMALL_TOWN:
        return True
    if not is_after_place_preposition(text, span.start):
        return False
    return first.population >= (RESCUED_POPULATION if first.is_main else 4 * RESCUED_POPULATION)


def _repeated(article: Article, named: Sequence[Toponym]) -> Iterator[Toponym]:
    """Places named again where the recogniser did not see it: *Homs* police, the *HOMS* of a heading."""
    known: dict[str, Toponym] = {}
    for toponym in named:
        words = toponym.span.of(article.text)
        if len(words) >= SHORTEST_REPEATED and "one of many" not in toponym.key:
            known.setdefault(words, toponym)
            known.setdefault(words.upper(), toponym)
    by_first_word: dict[str, list[str]] = {}
    for words in sorted(known, key=len, reverse=True):
        first = _FIRST_WORD.match(words)
        if first is not None:
            by_first_word.setdefault(first.group(), []).append(words)
    for span in _occurrences(article, by_first_word):
        if _stands_alone(article.text, span.start, span.end):
            containers = find_container(article.text, span.end)[1]
            yield replace(known[span.of(article.text)], span=span, containers=containers, is_dateline=False)


def _occurrences(article: Article, by_first_word: dict[str, list[str]]) -> Iterator[Span]:
    """Where one of the names stands in what is read of the article; of several at one place the longest."""
    for part in article.parts:
        if part.role not in READ_ROLES:
            continue
        for word in _FIRST_WORD.finditer(article.text, part.span.start, part.span.end):
            start = word.start()
            ends = (
                start + len(name)
                for name in by_first_word.get(word.group(), ())
                if article.text.startswith(name, start)
            )
            end = next((end for end in ends if not article.text[end : end + 1].isalnum()), None)
            if end is not None and end <= part.span.end:
                yield Span(start, end)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """True unless the name is part of a longer one: West *Columbia*, *Charlotte* Smith; but *Homs* Police is Homs."""
    before = re.search(r"([^\W\d_][\w.'’-]*)\s$", text[max(0, start - 30) : start])
    after = re.match(r"[\s-]([^\W\d_][\w'’-]*)", text[end : end + 30])
    if before is not None and before.group(1)[0].isupper() and not before.group(1).endswith("."):
        return False
    return (
        after is None or not after.group(1)[0].isupper() or is_institution_word(after.group(1), after_known_place=True)
    )
