"""Keys under which claims that may speak of one incident find each other in an index, so that no store is ever scanned.

A key joins a week, an act and somebody or somewhere: reports of one incident come out within days of each other or
name its day. Claims are kept under `keys_of` and looked up under `search_keys_of`, which asks for the weeks beside
too; the two are made so that it does not matter which of two claims came first.

A claim that no day is known of is kept under no week (`NO_DAY`). It meets those with a day by their narrowest keys, two
names with an act, which these keep apart (`ANY_DAY`): only what has no day looks there, so that a claim with a day, as
nearly all have, asks for nothing that grows with the age of the store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import combinations
from typing import Final

from accordingto.model.reported import Party, ReportedClaim
from accordingto.model.when import TimePrecision
from accordingto.record.descriptions import FEWEST_COUNTED
from accordingto.record.features_words import base_form, load_words, rarity, small_words, words_in
from accordingto.record.grounds import befallen
from accordingto.record.parties import is_unspecific
from accordingto.record.sources import head_of
from accordingto.record.stories_sketch import Sketch, Weights

DAYS: Final = 7
"""Days of one bucket; with the buckets beside it a search sees one to two weeks each way."""
MOST_NAMES: Final = 3
"""Names of a claim's sentence and headline that make keys, the rarest first."""
MOST_PARTIES: Final = 4
MOST_DESCRIBED: Final = 2
"""Of those told without a name whom an act befell, as many make keys with its day and their number."""
MOST_SENSES: Final = 2
"""Senses of a trigger that make keys beside its own word."""
STORY_WORDS: Final = 8
"""Names, and words, of an article that make its story's keys: 95 % of ECB+'s pairs of one story share one."""
STORY_WORDS_UNDATED: Final = 4
"""Names that make the keys by which dated and undated articles meet."""
LEAST_RARE: Final = 2.0
"""A name in more than about an eighth of all news texts makes no key."""
NO_DAY: Final = "-"
"""In place of the week: of claims and articles without a day."""
ANY_DAY: Final = "*"
"""In place of the week: of those with a day, for those without one to find."""
OF_STANDING: Final = frozenset({"REALIGN", "PERSONNEL", "RETREAT", "MOVE", "COERCE", "ASSAULT"})
"""Types that reports confuse when they disagree on what became of somebody: defected, was dismissed, was abducted."""

_CLOSE: Final = {TimePrecision.DAY, TimePrecision.WEEK}


def keys_of(claim: ReportedClaim) -> tuple[str, ...]:
    """The keys to keep the claim under, in order; about eighteen."""
    return tuple(sorted(set(_keys(claim, asked=False))))


def search_keys_of(claim: ReportedClaim) -> tuple[str, ...]:
    """The keys to look for others under, in order: those of `keys_of`, and the same of the weeks beside."""
    return tuple(sorted(set(_keys(claim, asked=True))))


def story_keys_of(sketch: Sketch, published: date | None) -> tuple[str, ...]:
    """The keys to keep an article under, so that reports of one story meet: its weightiest words by twos, by week."""
    return tuple(sorted(set(_story_keys(sketch, published, asked=False))))


def search_story_keys_of(sketch: Sketch, published: date | None) -> tuple[str, ...]:
    """The keys to look for other reports of its story under, in order."""
    return tuple(sorted(set(_story_keys(sketch, published, asked=True))))


def _story_keys(sketch: Sketch, published: date | None, *, asked: bool) -> Iterator[str]:
    days = [published] if published else []
    top = sorted({*_weightiest(sketch.names, STORY_WORDS), *_weightiest(sketch.words, STORY_WORDS)})
    for week in _buckets(days, beside=asked):
        yield from (f"{week}|{first}+{second}" for first, second in combinations(top, 2))
    narrow = sorted(_weightiest(sketch.names, STORY_WORDS_UNDATED))
    for week in _across(bool(days), asked=asked):
        yield from (f"{week}|{first}&{second}" for first, second in combinations(narrow, 2))


def _across(is_dated: bool, *, asked: bool) -> str:  # says what it is
    """Under which marks the narrowest keys stand: those with a day keep theirs apart from those without.

    >>> _across(True, asked=False), _across(True, asked=True), _across(False, asked=True)
    ('*', '-', '*-')
    """
    if asked:
        return NO_DAY if is_dated else ANY_DAY + NO_DAY
    return ANY_DAY if is_dated else NO_DAY


def _weightiest(weights: Weights, most: int) -> list[str]:
    return sorted(weights, key=lambda word: (-weights[word], word))[:most]


def _keys(claim: ReportedClaim, *, asked: bool) -> Iterator[str]:
    weeks = _weeks(claim, beside=asked)
    acts, names = _acts(claim), _names(claim)
    wide = list(_wide(claim, acts, names))
    narrow = [f"{first}+{second}|{act}" for first, second in combinations(sorted(names), 2) for act in acts[:2]]
    for week in weeks:
        yield from (f"{week}|{key}" for key in wide)
    for week in _across(weeks != (NO_DAY,), asked=asked):
        yield from (f"{week}|{key}" for key in narrow)


def _wide(claim: ReportedClaim, acts: list[str], names: list[str]) -> Iterator[str]:
    """What is narrow enough within one week."""
    if claim.place is not None and claim.place.precision not in {"country", "area"}:
        yield f"at {claim.place.geonameid or base_form(claim.place.name.lower())}|{acts[0]}"
    for name in _party_names(claim):
        yield f"{name}|{acts[0]}"
        if claim.type in OF_STANDING:
            yield f"{name}|standing"
    for name in names:
        yield from (f"{name}|{act}" for act in acts[1:])
    yield from (f"{first}+{second}" for first, second in combinations(sorted(names), 2))
    yield from (f"{word}|{acts[0]}|{size}" for word, size in _befell_told(claim))


def _befell_told(claim: ReportedClaim) -> Iterator[tuple[str, str]]:
    """Those told without a name whom it befell, with the day and with their number: *nine farmers* shot on Monday."""
    told = [party for party in befallen(claim) if not is_unspecific(party)]
    heads = [head for party in told if (head := head_of(party.name)) in party.name.split()]
    for head in [base_form(head) for head in heads][:MOST_DESCRIBED]:
        if claim.when is not None and claim.when.precision is TimePrecision.DAY:
            yield head, claim.when.start.isoformat()
        yield from ((head, str(count.low)) for count in claim.counts if (count.low or 0) >= FEWEST_COUNTED)


def _weeks(claim: ReportedClaim, *, beside: bool) -> tuple[str, ...]:
    """The buckets of the report's day and, where it tells of another week, of the event's; else `NO_DAY`."""
    days = [claim.published] if claim.published else []
    if claim.when is not None and claim.when.precision in _CLOSE and not _is_near(claim.when.start, days):
        days.append(claim.when.start)
    return _buckets(days, beside=beside)


def _buckets(days: Iterable[date], *, beside: bool) -> tuple[str, ...]:
    buckets = {day.toordinal() // DAYS for day in days}
    wanted = {bucket + step for bucket in buckets for step in ((-1, 0, 1) if beside else (0,))}
    return tuple(str(bucket) for bucket in sorted(wanted)) or (NO_DAY,)


def _is_near(day: date, days: Iterable[date]) -> bool:
    return any(abs((day - other).days) <= DAYS for other in days)


def _acts(claim: ReportedClaim) -> list[str]:
    """The event's type, else its trigger; then the trigger and its commonest senses."""
    trigger = [word.lower() for word in words_in(claim.trigger)] or [claim.trigger.lower()]
    head = max((base_form(word) for word in trigger if word not in small_words()), key=rarity, default=trigger[0])
    kin = load_words().kin.get(head, {})
    senses = sorted(kin, key=lambda node: (-kin[node], node))[:MOST_SENSES]
    return [claim.type or head, head, *senses]


def _names(claim: ReportedClaim) -> list[str]:
    """The rarest names of the claim's sentence and headline."""
    trigger = {word.lower() for word in words_in(claim.trigger)}
    words = words_in(f"{claim.sentence} {claim.title or ''}")
    names = {base_form(word.lower()) for word in words if _may_be_name(word) and word.lower() not in trigger}
    rare = [name for name in names if rarity(name) >= LEAST_RARE]
    return sorted(rare, key=lambda name: (-rarity(name), name))[:MOST_NAMES]


def _party_names(claim: ReportedClaim) -> list[str]:
    """The last word of each participant that is named: of a person the surname."""
    last = [[word for word in words_in(party.name) if _may_be_name(word)][-1:] for party in _parties(claim)]
    return list(dict.fromkeys(base_form(word.lower()) for words in last for word in words))[:MOST_PARTIES]


def _parties(claim: ReportedClaim) -> tuple[Party, ...]:
    return (*claim.actors, *claim.recipients)


def _may_be_name(word: str) -> bool:
    return word[0].isupper() and word.lower() not in small_words()
