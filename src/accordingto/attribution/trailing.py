"""What a trailing report holds: *The road is open, though nobody uses it, officials said Friday* is theirs as a whole.

The encoder sometimes takes the last clause alone for the content. Where the telling ends its sentence after a comma and
the content before it is not quoted, the parse says whether the clauses before belong to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage
from accordingto.model.span import Span, hull

_TOLD = frozenset({"ccomp", "parataxis", "advcl", "ROOT"})


def with_whole_sentences(passage: Passage, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    """The candidates of one paragraph, each trailing one with its sentence from the beginning."""
    here = tuple(candidates)
    for candidate in here:
        yield _from_sentence_start(passage, candidate, here)


def _from_sentence_start(passage: Passage, candidate: Candidate, others: Sequence[Candidate]) -> Candidate:
    if len(candidate.content) != 1 or not candidate.cue:
        return candidate
    content, cue = candidate.content[0], hull(candidate.telling)
    head = passage.head_of(candidate.cue[0])
    if head is None or cue.start < content.end or passage.quotation_of(head) is not None:
        return candidate
    start = passage.offset(_first(head.sent))
    if start >= content.start or not _is_told(passage, head, content):
        return candidate
    if _tells(others, candidate, Span(start, content.start)):
        return candidate
    return replace(candidate, content=(passage.span(_first(head.sent), _last_within(passage, head, content)),))


def _first(sentence: Iterable[Token]) -> Token:
    return next(token for token in sentence if not token.is_punct and not token.is_space)


def _last_within(passage: Passage, head: Token, content: Span) -> Token:
    return [token for token in head.sent if passage.offset(token) < content.end][-1]


def _is_told(passage: Passage, head: Token, content: Span) -> bool:
    """True where the sentence's first clause is what the word of telling tells: *came* … reported."""
    main = next((child for child in head.lefts if child.dep_ in _TOLD), None)
    if main is None or passage.quotation_of(main) is not None:
        return False
    return passage.offset(main) < content.start and _first(main.subtree) == _first(head.sent)


def _tells(others: Sequence[Candidate], candidate: Candidate, before: Span) -> bool:
    """True where another tells in the words before: they are that one's."""
    return any(
        other is not candidate and other.cue and before.start <= other.cue[0].start < before.end for other in others
    )
