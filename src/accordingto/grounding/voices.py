"""Whose words stand where: the speaker around a span, and the one who spoke before it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from itertools import islice

from accordingto.grounding.drafts import Draft
from accordingto.grounding.pointing import Pointers
from accordingto.model.attribution import Attribution, Form
from accordingto.model.mention import Mention
from accordingto.model.span import Span, Spans, any_covers, hull

MOST_AROUND = 50
"""Attributions that are looked through for the one that holds a span."""


class Voices:
    """The attributions of an article with the drafts that their sources point to, so far as known."""

    def __init__(
        self, attributions: Sequence[Attribution], pointers: Pointers, by_mention: Mapping[Mention, Draft]
    ) -> None:
        self._by_mention = by_mention
        told = [attribution for attribution in attributions if attribution.source and attribution.content]
        sources = [(attribution, pointers.mention_of(hull(attribution.source))) for attribution in told]
        found = [(attribution, mention) for attribution, mention in sources if mention is not None]
        self._told = sorted(found, key=lambda pair: hull(pair[0].content).start)
        self._starts = [hull(attribution.content).start for attribution, _ in self._told]
        self._in_order = sorted(found, key=lambda pair: pair[1].head.start)
        self._heads = [mention.head.start for _, mention in self._in_order]
        self._words = {mention: attribution.content for attribution, mention in found}
        self._looked_at: dict[int, tuple[int, bool]] = {}
        self._longest = max((len(hull(attribution.content)) for attribution, _ in found), default=0)

    def speaker_around(self, span: Span) -> tuple[Draft | None, Form | None]:
        """Who utters the words at the span in the innermost attribution that holds them, and in which form."""
        innermost: tuple[int, Attribution, Mention] | None = None
        last = bisect_right(self._starts, span.start) - 1
        for index in range(last, max(last - MOST_AROUND, -1), -1):
            if span.start - self._starts[index] > self._longest:
                break
            attribution, mention = self._told[index]
            length = len(hull(attribution.content))
            if any_covers(attribution.content, span) and (innermost is None or length < innermost[0]):
                innermost = (length, attribution, mention)
        if innermost is None:
            return None, None
        return self._by_mention.get(innermost[2]), innermost[1].form

    def words_of(self, source: Mention) -> Spans:
        """What a mention is said to say, where it is the source of an attribution."""
        return self._words.get(source, ())

    def has_spoken(self, draft: Draft) -> bool:
        """True for a draft that some attribution names or describes as its source.

        A draft only gains mentions: of one that was asked about before, only the new ones are looked at.
        """
        seen, spoken = self._looked_at.get(id(draft), (0, False))
        spoken = spoken or any(mention in self._words for mention in islice(draft.mentions, seen, None))
        self._looked_at[id(draft)] = (len(draft.mentions), spoken)
        return spoken

    def speaker_before(self, span: Span) -> Draft | None:
        """Whose attribution was the last to name its source before the span."""
        index = bisect_right(self._heads, span.start - 1) - 1
        return self._by_mention.get(self._in_order[index][1]) if index >= 0 else None
