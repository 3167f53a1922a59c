"""Quotations signed with a dash and a name: "We will stay." — Ana Ruiz."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage, PassageIndex
from accordingto.attribution.quotations import Quotation
from accordingto.model.span import Span, any_covers

_SIGNATURE = re.compile(r"\s*(—|–|―|--?)\s*([^\W\d_]\S*(?:[ \u00a0]\S+){0,9})\s*\Z")
_LONGEST = 90
_PROBABILITY = 0.8


def with_signed_quotations(index: PassageIndex, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, and one for each quotation that ends its paragraph but for a dash and a name."""
    return (*candidates, *_signed(index, candidates))


def signature_after(text: str, end: int, limit: int) -> tuple[Span, Span] | None:
    """The dash and the name that are all the text holds between two offsets.

    >>> signature_after('"We stay." — Ana Ruiz', 10, 21)
    (Span(start=11, end=12), Span(start=13, end=21))
    >>> signature_after('"We stay." He left.', 10, 19)
    """
    found = _SIGNATURE.match(text[end:limit]) if limit - end <= _LONGEST else None
    if found is None or not found.group(2)[0].isupper():
        return None
    name = Span(end + found.start(2), end + found.start(2) + len(found.group(2).rstrip(" ,.")))
    return Span(end + found.start(1), end + found.end(1)), name


def _signed(index: PassageIndex, candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    cues_at: dict[int, list[Span]] = defaultdict(list)
    for candidate in candidates:
        for number in index.numbers_of(candidate.cue):
            cues_at[number] += candidate.cue
    for number, passage in enumerate(index.passages):
        for quotation in passage.quotations[-1:]:
            signature = _of_quotation(index.passages, number, quotation)
            if signature is not None and all(any_covers((quotation.span,), cue) for cue in cues_at[number]):
                dash, name = signature
                yield Candidate((name,), (dash,), (quotation.span,), _PROBABILITY)


def _of_quotation(passages: Sequence[Passage], number: int, quotation: Quotation) -> tuple[Span, Span] | None:
    """The signature behind a quotation, in its own paragraph or, where that ends with it, in the next one."""
    passage = passages[number]
    own = passage.paragraph.span
    if passage.text[own.start : quotation.span.start].strip():
        return None
    if passage.text[quotation.span.end : own.end].strip() or number + 1 == len(passages):
        return signature_after(passage.text, quotation.span.end, own.end)
    following = passages[number + 1].paragraph.span
    return signature_after(passage.text, following.start, following.end)
