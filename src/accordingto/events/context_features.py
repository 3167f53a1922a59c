"""What an event's contexts are learned from: the words of its sentence, its type and mode, what the word lists say."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from accordingto.events.contexts import contexts_of
from accordingto.model.codebook import Codebook


def context_features(head: Token, event_type: str, mode: str | None, book: Codebook) -> tuple[str, ...]:
    """The named features, each once."""
    return tuple(dict.fromkeys(_names(head, event_type, mode, book)))


def _names(head: Token, event_type: str, mode: str | None, book: Codebook) -> Iterator[str]:
    yield from (f"about type={event_type}", f"about mode={event_type}:{mode}")
    yield from (f"about list={name}" for name in contexts_of(head, book))
    for token in head.sent:
        if token.is_alpha and not token.is_stop:
            yield f"about={token.lemma_.lower()}"
