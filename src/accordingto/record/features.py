"""What two claims have in common, as numbers that a learned score is made of.

A claim is first turned into a profile: its trigger, sentence, participants and so on as base forms. A pair of profiles,
and of the sketches of their articles, gives a row of numbers named by `FEATURES`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log1p, sqrt
from typing import Final

from accordingto.model.reported import Party, ReportedClaim
from accordingto.record.features_words import (
    base_form,
    kinship,
    numbers_in,
    rarity,
    small_words,
    telling_bases,
    word_list,
    words_in,
)
from accordingto.record.stories import STORY_FEATURES, story_features
from accordingto.record.stories_sketch import Sketch, Weights, cosine

PAIR_FEATURES: Final = (
    "same_article", "same_sentence", "same_word", "kinship", "trigger_words", "rarity", "telling", "capitals",
    "sentence_words", "words_around", "sentence_names", "sentence_numbers", "other_numbers_told", "trigger_told",
    "actors", "recipients", "parties", "crossed_parties", "actors_told", "recipients_told", "other_names",
    "best_name", "lead", "distance", "types", "spread", "told_in_both",
)  # fmt: skip
FEATURES: Final = PAIR_FEATURES + STORY_FEATURES
"""What `pair_features` gives, in order."""

UNKNOWN: Final = -1.0
"""The value of every story feature where an article has no sketch."""
AROUND: Final = 4
"""Words on each side of the trigger that say what it is about."""

RECENT: Final = 4096
"""Profiles kept in memory, about 25 MB: a claim is compared with those of many reports."""

Row = tuple[float, ...]
Stories = dict[tuple[str, str], Row]
"""What two articles have in common, by their ids in order: filled as pairs are looked at."""

_NO_STORY: Final = (UNKNOWN,) * len(STORY_FEATURES)


@dataclass(frozen=True, slots=True)
class Profile:
    """A claim as it is compared: weights are of length one, name sets hold base forms."""

    claim: ReportedClaim
    head: str
    bases: frozenset[str]
    is_capital: bool
    sentence: Weights
    around: Weights
    names: Weights
    numbers: frozenset[str]
    actors: Weights
    recipients: Weights
    parties: Weights
    party_names: frozenset[str]


@lru_cache(maxsize=RECENT)
def profile_of(claim: ReportedClaim) -> Profile:
    """The claim's profile."""
    trigger = words_in(claim.trigger)
    bases = telling_bases(trigger) or [base_form(word.lower()) for word in trigger] or [claim.trigger.lower()]
    words = words_in(claim.sentence)
    told = [base for base in telling_bases(words) if base not in bases]
    return Profile(
        claim=claim,
        head=max(bases, key=rarity),
        bases=frozenset(bases),
        is_capital=claim.trigger[:1].isupper(),
        sentence=_weighted(told),
        around=_weighted(_around(claim, words, trigger)),
        names=_weighted(base for base in _names(words[1:]) if base not in bases),
        numbers=numbers_in(words),
        actors=_weighted(_party_words(claim.actors)),
        recipients=_weighted(_party_words(claim.recipients)),
        parties=_weighted(_party_words((*claim.actors, *claim.recipients))),
        party_names=frozenset(
            base for party in (*claim.actors, *claim.recipients) for base in _names(words_in(party.name))
        ),
    )


def pair_features(left: Profile, right: Profile, sketches: Mapping[str, Sketch], stories: Stories) -> Row:
    """The row of a pair, by `FEATURES`; the same in both orders. `stories` holds what articles have in common."""
    mine, theirs = sketches.get(left.claim.article), sketches.get(right.claim.article)
    if mine is None or theirs is None:
        return (*_of_claims(left, right), UNKNOWN, UNKNOWN, *_NO_STORY)
    articles = (mine.article, theirs.article) if mine.article < theirs.article else (theirs.article, mine.article)
    if articles not in stories:
        stories[articles] = story_features(mine, theirs)
    return (*_of_claims(left, right), *_spread(left, right, mine, theirs), *stories[articles])


def _of_claims(left: Profile, right: Profile) -> Row:
    one_article = left.claim.article == right.claim.article
    numbers = len(left.numbers & right.numbers)
    return (
        float(one_article),
        float(one_article and left.claim.sentence == right.claim.sentence),
        float(left.head == right.head),
        max(kinship(mine, theirs) for mine in left.bases for theirs in right.bases),
        len(left.bases & right.bases) / sqrt(len(left.bases) * len(right.bases)),
        min(rarity(left.head), rarity(right.head)),
        float(not word_list("telling").isdisjoint((left.head, right.head))),
        float(left.is_capital) + float(right.is_capital),
        cosine(left.sentence, right.sentence),
        cosine(left.around, right.around),
        cosine(left.names, right.names),
        float(min(numbers, 2)),
        float(not numbers and bool(left.numbers) and bool(right.numbers)),
        float(left.head in right.sentence) + float(right.head in left.sentence),
        cosine(left.actors, right.actors),
        cosine(left.recipients, right.recipients),
        cosine(left.parties, right.parties),
        max(cosine(left.actors, right.recipients), cosine(left.recipients, right.actors)),
        float(bool(left.actors)) + float(bool(right.actors)),
        float(bool(left.recipients)) + float(bool(right.recipients)),
        _name_agreement(left, right),
        max((rarity(name) for name in left.names if name in right.names), default=0.0),
        float(left.claim.lead) + float(right.claim.lead),
        log1p(abs(left.claim.start - right.claim.start)) if one_article else UNKNOWN,
        _types(left.claim, right.claim),
    )


def _name_agreement(left: Profile, right: Profile) -> float:
    """1 where participants share a name, -1 where both have names and share none, 0 where one has none."""
    if not left.party_names or not right.party_names:
        return 0.0
    return 1.0 if left.party_names & right.party_names else -1.0


def _types(left: ReportedClaim, right: ReportedClaim) -> float:
    """1 for one type, -1 for two, 0 where the codebook has none for one of the triggers."""
    if not left.type or not right.type:
        return 0.0
    return 1.0 if left.type == right.type else -1.0


def _spread(left: Profile, right: Profile, mine: Sketch, theirs: Sketch) -> tuple[float, float]:
    """How prominent each trigger is in its own article, and in the other's: the lesser of the two weights."""
    own = min(mine.words.get(left.head, 0.0), theirs.words.get(right.head, 0.0))
    other = min(mine.words.get(right.head, 0.0), theirs.words.get(left.head, 0.0))
    return own, other


def _around(claim: ReportedClaim, words: list[str], trigger: list[str]) -> list[str]:
    """The base forms of the words on both sides of the trigger, where it first stands in its sentence."""
    first = trigger[0] if trigger else claim.trigger
    place = words.index(first) if first in words else 0
    after = place + len(trigger)
    return telling_bases(words[max(0, place - AROUND) : place] + words[after : after + AROUND])


def _names(words: Iterable[str]) -> list[str]:
    small = small_words()
    return [base_form(word.lower()) for word in words if word[0].isupper() and word.lower() not in small]


def _party_words(parties: Iterable[Party]) -> list[str]:
    return [base for party in parties for base in telling_bases(words_in(party.name))]


def _weighted(bases: Iterable[str]) -> Weights:
    weights = {base: rarity(base) for base in bases}
    length = sqrt(sum(weight * weight for weight in weights.values()))
    return {base: weight / length for base, weight in weights.items()} if length else {}
