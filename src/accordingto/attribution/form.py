"""Whether a content is given in quotation marks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from accordingto.attribution.options import has_words
from accordingto.attribution.passage import Passage
from accordingto.model.article import PartRole
from accordingto.model.attribution import Form
from accordingto.model.span import Span, Spans, subtract


def form_of(text: str, content: Spans, cue: Spans, quoted: Sequence[Span]) -> Form:
    """Direct where every word of the content is quoted, indirect where none is, else mixed.

    A quotation that holds the cue too is of who is quoted, not of whom he tells: "I *call* on you to leave".

    >>> form_of('He said he was "relieved" of it.', (Span(8, 31),), (Span(3, 7),), [Span(15, 25)])
    <Form.MIXED: 'mixed'>
    """
    outer = [quotation for span in cue for quotation in _touching(quoted, span)]
    marks = [quotation for span in content for quotation in _touching(quoted, span) if quotation not in outer]
    if not marks:
        return Form.INDIRECT
    outside = subtract(content, marks)
    return Form.MIXED if any(has_words(span.of(text)) for span in outside) else Form.DIRECT


def quoted_spans(passages: Sequence[Passage]) -> tuple[Span, ...]:
    """Everything that is given in another's words: quotations in marks, and block quotations whole, in order."""
    quoted: list[Span] = []
    for passage in passages:
        if passage.paragraph.role is PartRole.BLOCKQUOTE and not passage.quotations:
            quoted.append(passage.paragraph.span)
        quoted += [quotation.span for quotation in passage.quotations]
    return tuple(quoted)


def _touching(quoted: Sequence[Span], span: Span) -> Sequence[Span]:
    """The quotations, in order and apart, that share a code point with the span."""
    first = bisect_right(quoted, span.start, key=lambda quotation: quotation.end)
    last = bisect_left(quoted, span.end, key=lambda quotation: quotation.start)
    return quoted[first:last]
