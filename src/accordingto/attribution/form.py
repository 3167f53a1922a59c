"""Whether a content is given in quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.attribution.passage import Passage
from accordingto.model.article import PartRole
from accordingto.model.attribution import Form
from accordingto.model.span import Span, Spans, overlaps, subtract


def form_of(text: str, content: Spans, quoted: Sequence[Span]) -> Form:
    """Direct where every word of the content is quoted, indirect where none is, else mixed.

    >>> form_of('He said he was "relieved" of it.', (Span(8, 31),), [Span(15, 25)])
    <Form.MIXED: 'mixed'>
    """
    if not any(overlaps(span, quotation) for span in content for quotation in quoted):
        return Form.INDIRECT
    outside = subtract(content, quoted)
    return Form.MIXED if any(_has_words(span.of(text)) for span in outside) else Form.DIRECT


def quoted_spans(passages: Sequence[Passage]) -> tuple[Span, ...]:
    """Everything that is given in another's words: quotations in marks, and block quotations whole, in order."""
    quoted: list[Span] = []
    for passage in passages:
        if passage.paragraph.role is PartRole.BLOCKQUOTE and not passage.quotations:
            quoted.append(passage.paragraph.span)
        quoted += [quotation.span for quotation in passage.quotations]
    return tuple(quoted)


def _has_words(text: str) -> bool:
    return any(character.isalnum() for character in text)
