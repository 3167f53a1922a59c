"""Where the names of persons stand in a text, and the text with something else in their place.

Safety goes before neatness: a word of a name is taken wherever it stands with a capital, so a town that bears the
family name of somebody in the report goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final

from accordingto.model.span import Span

SAME_SPELLING: Final = 0.7
"""How alike two spellings of one word of a name are at least. Chosen, not tuned: Basahr and Bashar are .83 alike."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_TITLE_WORDS: Final = (
    "mr mrs ms miss dr prof sir lord lady dame gen lt col maj capt brig sgt adm sen rep gov president minister premier "
    "prime chancellor king queen prince princess sheikh ayatollah pope general colonel major captain ambassador "
    "secretary senator governor mayor judge chief director spokesman spokeswoman foreign interior defence defense "
    "former vice deputy the and of"
)
_TITLES: Final = frozenset(_TITLE_WORDS.split())
"""Titles and the words that join them: they name an office, and stay."""

_ALSO_WORDS: Final = frozenset({"May", "March", "April", "June", "August", "Will", "Mark", "Hope", "Grace", "Rose"})
"""Given names that are words too: alone, and outside of the words for the person, they stay."""

_DETERMINERS: Final = frozenset({"a", "an", "the", "his", "her", "its", "their", "some", "one", "two", "another"})
_PARTICLE: Final = r"(?:al|el|de|der|den|van|von|bin|ibn|abu|da|di|du|la|le|dos|ben)"
_GAP: Final = rf"[\s\-]+(?:(?:{_PARTICLE}|[A-Z]\.)[\s\-]+)*"


@dataclass(frozen=True, slots=True)
class Edit:
    """A stretch of the text, and what takes its place."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class Person:
    """One person of a text: the words of the name, what takes their place, and the spans that speak of the person."""

    words: frozenset[str]
    label: str
    mentions: tuple[Span, ...] = ()


def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell who it is: those with a capital, or of a script that has none.

    >>> name_words("Gen. Manaf al-Tlass"), name_words("a senior official")
    (('Manaf', 'Tlass'), ())
    """
    return tuple(
        word
        for word in _WORD.findall(name)
        if not word[0].islower() and len(word) > 1 and word.casefold() not in _TITLES
    )


def folded_words(name: str) -> frozenset[str]:
    """The words of a name that tell who it is, in lower case and in no order."""
    return frozenset(word.casefold() for word in name_words(name))


def is_named(name: str) -> bool:
    """True for a name, and not for a description that names nobody, such as "an Iraqi official".

    >>> is_named("Manaf al-Tlass"), is_named("an Iraqi official"), is_named("the Norwegian"), is_named("U.N. envoys")
    (True, False, False, False)
    """
    words = _WORD.findall(name)
    return bool(name_words(name)) and not words[-1][0].islower() and words[0].casefold() not in _DETERMINERS


def words_of_mention(mention: str, known: Iterable[str]) -> tuple[str, ...]:
    """The words of a mention that are of the name, or another spelling of one that is; all where it is but a name.

    >>> words_of_mention("Syrian President Basahr al-Assad", ["Bashar", "Assad"])
    ('Basahr', 'Assad')
    >>> words_of_mention("Abu Omar", ["Jon", "Berg"]), words_of_mention("the Norwegian", ["Jon", "Berg"])
    (('Abu', 'Omar'), ())
    """
    told = name_words(mention)
    alike = tuple(word for word in told if any(_is_alike(word, other) for other in known))
    is_name = all(not word[0].islower() for word in _WORD.findall(mention))
    return alike or (told if is_name else ())


def find_names(text: str, persons: Sequence[Person]) -> tuple[Edit, ...]:
    """The edits that take every name out of the text, in order; none overlaps another."""
    taken: list[Edit] = []
    for person in persons:
        for mention in person.mentions:
            _take(taken, text, person, mention)
    whole = Span(0, len(text))
    for person in sorted(persons, key=lambda person: -len(person.words)):
        _take(taken, text, person, whole)
    return tuple(sorted(taken, key=lambda edit: edit.span))


def edited(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made.

    >>> edited("Ali Saleh left.", [Edit(Span(0, 9), "Person-1")])
    'Person-1 left.'
    """
    pieces, last = [], 0
    for edit in edits:
        pieces += [text[last : edit.span.start], edit.label]
        last = edit.span.end
    return "".join([*pieces, text[last:]])


def moved(start: int, end: int, edits: Iterable[Edit]) -> tuple[int, int]:
    """Where a stretch lies once the edits are made; one that begins or ends within an edit takes all of its label.

    >>> moved(4, 14, [Edit(Span(0, 9), "Person-1")])
    (0, 13)
    """
    new_start, new_end = start, end
    for edit in edits:
        grown = len(edit.label) - len(edit.span)
        if edit.span.end <= start:
            new_start += grown
        elif edit.span.start < start:
            new_start -= start - edit.span.start
        if edit.span.end <= end:
            new_end += grown
        elif edit.span.start < end:
            new_end += edit.span.end - end + grown
    return new_start, max(new_start, new_end)


def pattern_of(words: Iterable[str]) -> re.Pattern[str]:
    """What finds the words of a name one after the other, as they are or in capitals: "Nawaf al-Fares", "FARES"."""
    forms = sorted({form for word in words for form in (word, word.upper())}, key=lambda form: (-len(form), form))
    one = rf"(?:{'|'.join(map(re.escape, forms))})"
    return re.compile(rf"(?<![^\W_])(?:(?:al|el|Al|El)-)?{one}(?:{_GAP}{one})*(?![^\W_])")


def holds_a_name(address: str, words: Iterable[str]) -> bool:
    """True where an address spells one of the words, in any case.

    >>> holds_a_name("https://example.org/2012/fares-defects", ["Nawaf", "Fares"])
    True
    """
    folded = address.casefold()
    return any(re.search(rf"(?<![^\W_]){re.escape(word.casefold())}(?![^\W_])", folded) for word in words)


def _take(taken: list[Edit], text: str, person: Person, within: Span) -> None:
    if not person.words:
        return
    for match in pattern_of(person.words).finditer(text, within.start, within.end):
        span = Span(*match.span())
        if match.group() in _ALSO_WORDS and within == Span(0, len(text)):
            continue
        if not any(edit.span.start < span.end and span.start < edit.span.end for edit in taken):
            taken.append(Edit(span, person.label))


def _is_alike(word: str, other: str) -> bool:
    left, right = word.casefold(), other.casefold()
    return left == right or SequenceMatcher(None, left, right).ratio() >= SAME_SPELLING
