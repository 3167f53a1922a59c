"""The country that an article is about, for officials and forces that it does not say the country of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from accordingto.grounding.atoms import name_key
from accordingto.grounding.drafts import Draft
from accordingto.grounding.known import known_names
from accordingto.model.mention import Mention

STATE_SECTORS = frozenset({"GOV", "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "REB", "PRM", "PTY"})
"""Sectors that belong to a country's politics. Others (JRN, BUS, SOC) are often from elsewhere."""

SMALLEST_SHARE = 0.5
"""The part of all mentions of countries that one must have; below it the article is about several."""

FEWEST_MENTIONS = 3


def country_of_article(text: str, mentions: Iterable[Mention], drafts: Iterable[Draft]) -> str | None:
    """The country that at least half of an article's mentions of countries and their people speak of, or None."""
    counts: Counter[str] = Counter()
    for mention in mentions:
        if mention.label in {"GPE", "NORP", "LOC"} and mention.name is not None:
            known = known_names().get(name_key(mention.name.of(text)))
            if known is not None and known.country is not None:
                counts[known.country] += 1
    for draft in drafts:
        if draft.country is not None and draft.names and draft.sectors and draft.sectors[0] in STATE_SECTORS:
            counts[draft.country] += len(draft.mentions)
    if not counts:
        return None
    (first, times), *rest = counts.most_common(2)
    enough = times >= FEWEST_MENTIONS and times >= SMALLEST_SHARE * counts.total()
    return first if enough and not (rest and rest[0][1] == times) else None
