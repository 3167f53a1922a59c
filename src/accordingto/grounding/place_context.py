"""What stands around a name of a place: its container, the institution it is part of, the preposition before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from accordingto.grounding.gazetteer import Candidate, PlaceKind, find_candidates
from accordingto.grounding.place_names import name_key
from accordingto.model.resources import load_toml
from accordingto.model.span import Span

LOOK_AROUND = 60
"""Code points looked at on either side of a name."""

MOST_PART_WORDS = 4
"""Words such as "northern" taken off the front of one name: "the old city of"."""

_CONTAINERS = frozenset({PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.DISTRICT})
_AFTER = re.compile(r"(,?)\s\(?((?:[A-Z][\w.’'-]*)(?:\s[A-Z][\w.’'-]*){0,2})")
_WORD_BEFORE = re.compile(r"([a-z]+)\s+(?:the\s+)?$")
_NEXT_WORD = re.compile(r"\s([a-z]+)\b")
_WORD = re.compile(r"[^\s,]+")
_MANY = re.compile(r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?(?:, and |, | and )){1,12}[A-Z][\w'’-]+ (?=[Ccpgdor])(\w+)")
_ONE_OF_MANY = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")


def find_container(text: str, end: int) -> tuple[Span | None, tuple[Candidate, ...]]:
    """The words after a name that put it in a region or country, where they are an abbreviation, and what they mean.

    Paris, *Texas*; Alexandria, *La.*; Athens *GA*; Homs, *Syria*.
    """
    after = _AFTER.match(text, end, end + LOOK_AROUND)
    if after is None:
        return None, ()
    words = after.group(2).split()
    for length in range(len(words), 0, -1):
        name = " ".join(words[:length])
        full = full_name(name)
        is_code = words[0].isupper() and len(words[0].strip(".")) == 2
        if full is not None and (after.group(1) or is_code):
            short = Span(after.start(2), after.start(2) + len(name.rstrip("’'")))
            return short, _containers(find_candidates(full))
        containers = _containers(find_candidates(name.rstrip(".’'"))) if after.group(1) else ()
        if containers:
            return None, containers
    return None, ()


def full_name(abbreviation: str) -> str | None:
    """The state, province or country that newspapers shorten so: "La." is Louisiana."""
    found = load_toml("places/places.toml")["abbreviation"].get(name_key(abbreviation.rstrip(".’'")))
    if found is None or ("." in abbreviation[:-1] and " " not in found):
        return None  # "L.A." is no Louisiana; only names of several words are shortened to initials with dots
    return str(found)


def shorter_names(text: str, span: Span) -> Iterator[Span]:
    """The name; then without "northern", "downtown" or "the city of" before it; then the place an institution is of."""
    yield span
    rest = span
    for _ in range(MOST_PART_WORDS):
        first = re.match(r"(\w[\w-]*)\s+(?=\S)", rest.of(text))
        if first is None or first.group(1).lower() not in _words("part_of"):
            break
        rest = Span(rest.start + first.end(), rest.end)
        yield rest
    yield from _place_of_institution(text, span)


def is_after_place_preposition(text: str, start: int) -> bool:
    """True after "in", "near" and the like: fled from *Homs*."""
    before = _WORD_BEFORE.search(text[max(0, start - LOOK_AROUND) : start])
    return before is not None and before.group(1) in _words("place_preposition")


def is_before_word_of_place(text: str, end: int) -> bool:
    """True before "residents", "police" and the like: *Homs* residents."""
    after = _NEXT_WORD.match(text, end, end + LOOK_AROUND)
    return after is not None and after.group(1) in _words("of_a_place")


def is_before_word_of_person(text: str, end: int) -> bool:
    """True before "said" and the like: *Petrova* said."""
    after = _NEXT_WORD.match(text, end, end + LOOK_AROUND)
    return after is not None and after.group(1) in _words("of_a_person")


def is_no_place(words: str) -> bool:
    """True for words that name no place alone: *North*, *Police*, and planets that are also towns."""
    return words.lower() in _words("part_of") | _words("no_place") or is_institution_word(words, after_known_place=True)


def is_institution_word(word: str, *, after_known_place: bool = False) -> bool:
    """True for a word that makes a body or building of the place before it: Homs *Police*.

    After a place that the article has named, more words do: Aleppo *University*, but not Lincoln *University*.
    """
    plain = word.lower().removesuffix("'s").removesuffix("’s").strip(".,")
    return plain in _words("institution") or (after_known_place and plain in _words("named_institution"))


def names_of_many(text: str, span: Span) -> Iterator[tuple[Span, tuple[Candidate, ...]]]:
    """Each name of a list that one plural closes: *Homs* and *Hama* provinces."""
    kinds = load_toml("places/places.toml")["kinds_of_many"]
    for listed in _MANY.finditer(text, span.start, span.end):
        kind = kinds.get(listed.group(1).lower())
        if kind is None:
            continue
        for name in _ONE_OF_MANY.finditer(text, listed.start(), listed.start(1)):
            found = [found for found in find_candidates(f"{name.group()} {kind}") if found.kind in _CONTAINERS]
            if found:
                yield Span(*name.span()), tuple(found)


def _place_of_institution(text: str, span: Span) -> Iterator[Span]:
    """The first one to three words, where the word after them makes an institution of them: *Edgar County* Sheriff."""
    words = list(_WORD.finditer(text, span.start, min(span.end, span.start + 2 * LOOK_AROUND)))[:4]
    for count in range(len(words) - 1, 0, -1):
        if is_institution_word(words[count].group()):
            if words[count].group().lower() in _words("kind_in_name"):
                yield Span(span.start, words[count].end())
            yield Span(span.start, words[count - 1].end())


def _containers(candidates: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    return tuple(candidate for candidate in candidates if candidate.kind in _CONTAINERS)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_toml("places/places.toml")[group]["words"])
