"""Pronouns put to the entity they stand for."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.grounding.drafts import Draft
from accordingto.grounding.pointing import Pointers
from accordingto.model.attribution import Attribution
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span, any_covers

FARTHEST_SENTENCES = 5
_THIRD = {
    "he": "he", "him": "he", "his": "he", "himself": "he",
    "she": "she", "her": "she", "hers": "she", "herself": "she",
    "it": "it", "its": "it", "itself": "it",
    "they": "they", "them": "they", "their": "they", "theirs": "they", "themselves": "they",
}  # fmt: skip
_FIRST = frozenset({"i", "me", "my", "mine", "myself"})


def resolve_pronouns(
    text: str,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    pointers: Pointers,
    by_mention: dict[Mention, Draft],
) -> None:
    """Give every third-person pronoun, and every "I" of a quotation, its draft."""
    recent: list[Mention] = []
    for mention in mentions:
        word = mention.span.of(text).lower()
        if mention.form is MentionForm.PRONOUN and word in _THIRD:
            draft = _best(mention, _THIRD[word], recent, by_mention)
            if draft is not None:
                _link(mention, draft, by_mention)
        if mention in by_mention:
            recent.append(mention)
    for mention in mentions:
        if mention.form is MentionForm.PRONOUN and mention.span.of(text).lower() in _FIRST:
            draft = _speaker_around(mention.span, attributions, pointers, by_mention)
            if draft is not None:
                _link(mention, draft, by_mention)


def _link(mention: Mention, draft: Draft, by_mention: dict[Mention, Draft]) -> None:
    draft.mentions.append(mention)
    by_mention[mention] = draft


def _best(mention: Mention, pronoun: str, recent: list[Mention], by_mention: dict[Mention, Draft]) -> Draft | None:
    best: tuple[float, Draft] | None = None
    for candidate in reversed(recent[-40:]):
        if mention.sentence - candidate.sentence > FARTHEST_SENTENCES:
            break
        draft = by_mention[candidate]
        if not _agrees(draft, candidate, pronoun):
            continue
        score = 2.0 * (candidate.relation in {"nsubj", "nsubjpass"}) - (mention.sentence - candidate.sentence)
        score -= 0.001 * (mention.span.start - candidate.span.start)
        if best is None or score > best[0]:
            best = (score, draft)
    return best[1] if best else None


def _agrees(draft: Draft, candidate: Mention, pronoun: str) -> bool:
    person = draft.kind is EntityKind.PERSON
    if pronoun in {"he", "she"}:
        return person
    if pronoun == "it":
        return not person and not candidate.plural
    return not person or candidate.plural


def _speaker_around(
    span: Span, attributions: Sequence[Attribution], pointers: Pointers, by_mention: dict[Mention, Draft]
) -> Draft | None:
    around = [
        attribution for attribution in attributions if any_covers(attribution.content, span) and attribution.source
    ]
    if not around:
        return None
    nearest = min(around, key=lambda attribution: sum(map(len, attribution.content)))
    mention = pointers.mention_of(nearest.source[0])
    return by_mention.get(mention) if mention is not None else None
