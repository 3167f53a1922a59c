"""The way from spans to tokens, and from a token to the attributions whose content holds it, in a long article too."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Token

from accordingto.model.attribution import Attribution
from accordingto.model.span import Span, Spans, any_covers, any_overlap
from accordingto.parse.parsed import ParsedArticle, span_of

_CONTENT_CLASSES = ("VERB", "NOUN", "AUX", "PROPN", "ADJ")


class Passages:
    """An index over one parsed article and its attributions."""

    def __init__(self, parsed: ParsedArticle, attributions: Iterable[Attribution]) -> None:
        self.by_id = {attribution.id: attribution for attribution in attributions}
        self._paragraphs = parsed.paragraphs
        self._starts = [paragraph.span.start for paragraph in parsed.paragraphs]
        self._holding: dict[int, list[Attribution]] = defaultdict(list)
        self._contents: dict[tuple[str, int], frozenset[int]] = {}
        for attribution in self.by_id.values():
            for index in sorted({index for span in attribution.content for index in self._indexes(span)}):
                self._holding[index].append(attribution)

    def tokens(self, spans: Iterable[Span]) -> list[Token]:
        """The tokens that share a code point with one of the spans, in the order of the spans."""
        return [token for span in spans for index in self._indexes(span) for token in self._tokens(index, span)]

    def holders(self, token: Token, trigger: Spans) -> list[Attribution]:
        """The attributions whose content holds the token, and whose cue has no word of its trigger."""
        place = span_of(token)
        holding = self._holding.get(self._index(place.start), ())
        return [a for a in holding if any_covers(a.content, place) and not any_overlap(a.cue, trigger)]

    def content_around(self, token: Token, attribution: Attribution) -> frozenset[int]:
        """The indexes, in the token's Doc, of the content's tokens; the cue's own words are left out."""
        key = attribution.id, self._index(span_of(token).start)
        if key not in self._contents:
            inside = {word.i for span in attribution.content for word in self._tokens(key[1], span)}
            cue = {word.i for span in attribution.cue for word in self._tokens(key[1], span)}
            self._contents[key] = frozenset(inside - cue)
        return self._contents[key]

    def _index(self, offset: int) -> int:
        return bisect_right(self._starts, offset) - 1

    def _indexes(self, span: Span) -> range:
        return range(max(self._index(span.start), 0), self._index(max(span.end - 1, span.start)) + 1)

    def _tokens(self, index: int, span: Span) -> list[Token]:
        paragraph = self._paragraphs[index]
        start, end = span.start - paragraph.span.start, span.end - paragraph.span.start
        if end <= 0 or start >= len(paragraph.span):
            return []
        inside = paragraph.doc.char_span(max(start, 0), min(end, len(paragraph.span)), alignment_mode="expand")
        return list(inside) if inside is not None else []


def head_of(tokens: Iterable[Token]) -> Token | None:
    """The word that the others hang on, a verb or noun where there is one; None of none."""
    found = list(tokens)
    inside = set(found)
    tops = [token for token in found if token.head == token or token.head not in inside]
    return min(tops, key=_rank, default=None)


def _rank(token: Token) -> tuple[int, int]:
    rank = _CONTENT_CLASSES.index(token.pos_) if token.pos_ in _CONTENT_CLASSES else len(_CONTENT_CLASSES)
    return rank, token.i
