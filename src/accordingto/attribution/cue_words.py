"""The groups of cue words, from data/cues.toml."""

from __future__ import annotations

from functools import cache

from accordingto.model.resources import load_toml

_TABLES = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives", "ADV": "adverbs"}


@cache
def cue_groups(word_class: str) -> dict[str, tuple[str, ...]]:
    """Lemma -> its groups ("say", "demand", …) for a coarse word class; empty for a class without cues."""
    table = load_toml("cues.toml").get(_TABLES.get(word_class, ""), {})
    groups: dict[str, tuple[str, ...]] = {}
    for group, words in table.items():
        for word in words.split():
            groups[word] = (*groups.get(word, ()), group)
    return groups


@cache
def performative_verbs() -> frozenset[str]:
    """The lemmas of verbs that do what they say."""
    return frozenset(load_toml("cues.toml")["performatives"]["verbs"].split())


def groups_of(lemma: str, word_class: str) -> tuple[str, ...]:
    """The groups of a word.

    >>> groups_of("vow", "VERB")
    ('promise',)
    """
    return cue_groups(word_class).get(lemma, ())
