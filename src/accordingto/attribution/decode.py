"""Attribution candidates out of what the encoder says of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.confidence import Confidence, features_of
from accordingto.attribution.proposals import Proposal, Run, TagCues, find_proposals, runs_of
from accordingto.model.span import Span, Spans
from accordingto.parse.encoder import EncodedWindow
from accordingto.parse.windows import Word


def decode_candidates(
    windows: Iterable[EncodedWindow], tag: TagCues, confidence: Confidence, *, believed: float | None = None
) -> list[Candidate]:
    """The attributions of a text in the order of their cues; each has a cue and a content, not always a source.

    `believed` is the least probability to be kept, in place of the one that the confidence was fitted with.
    """
    least = confidence.believed if believed is None else believed
    return [
        candidate
        for window in windows
        for candidate in _of_window(window, tag, confidence)
        if candidate.probability >= least and candidate.content
    ]


def _of_window(window: EncodedWindow, tag: TagCues, confidence: Confidence) -> Iterator[Candidate]:
    proposals = find_proposals(window, tag)
    if not proposals:
        return
    for proposal, features in zip(proposals, features_of(window, proposals), strict=True):
        yield to_candidate(window, proposal, confidence.rate(features))


def to_candidate(window: EncodedWindow, proposal: Proposal, probability: float) -> Candidate:
    """The proposal in code points of the text."""
    words = window.window.words
    return Candidate(
        source=_spans(words, [] if proposal.source is None else [proposal.source]),
        cue=_spans(words, [proposal.cue]),
        content=_spans(words, (_without_edge_separators(words, run) for run in runs_of(proposal.content))),
        probability=probability,
    )


def _spans(words: Sequence[Word], runs: Iterable[Run]) -> Spans:
    return tuple(Span(words[start].start, words[end - 1].end) for start, end in runs if start < end)


def _without_edge_separators(words: Sequence[Word], run: Run) -> Run:
    """The run without commas and semicolons at its ends: people leave them out of contents, not always of sources."""
    start, end = run
    while start < end and words[start].is_separator:
        start += 1
    while start < end and words[end - 1].is_separator:
        end -= 1
    return start, end
