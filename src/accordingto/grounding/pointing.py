"""From the words of a source, an actor or a channel to the mention that stands for them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from accordingto.model.mention import Mention
from accordingto.model.span import Span, overlaps


class Pointers:
    """Mentions by where their heads stand."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = sorted(mentions, key=lambda mention: (mention.head.start, -len(mention.span)))
        self._starts = [mention.head.start for mention in self._mentions]

    def within(self, span: Span) -> list[Mention]:
        """The mentions whose head word is in the span."""
        return self._mentions[bisect_left(self._starts, span.start) : bisect_left(self._starts, span.end)]

    def mention_of(self, span: Span) -> Mention | None:
        """The mention that the span's words are: the one whose head depends on nothing inside the span.

        Of several sources in one span ("the minister and two aides") the first stands for all. A name in
        apposition inside the span goes before its description, a mention of just these words before all others.
        """
        inside = self.within(span)
        for mention in inside:
            if mention.span == span or mention.name == span:
                return mention
        roots = [mention for mention in inside if mention.governor is None or not overlaps(mention.governor, span)]
        return min(roots or inside, key=lambda mention: (mention.span.start, -len(mention.span)), default=None)
