"""Sources put right that cannot speak: *From Oslo, Ana Ruiz* said; a statement after *the raid* said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.media import is_document
from accordingto.attribution.passage import Passage
from accordingto.model.resources import load_toml
from accordingto.model.span import Span

_FROM_WHERE = frozenset({"from", "in", "at", "outside", "near"})
_LONGEST_PLACE = 5
"""Tokens of a place before the comma: *From New Oru City*, Ana Ruiz said."""
_WHEN = frozenset({"after", "before", "during", "following", "since", "amid"})
_TIMES = frozenset({"DATE", "TIME"})
_PERSONS = frozenset({"PERSON", "ORG", "NORP"})


def with_speakable_sources(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph with places, times and quotations taken out of their sources."""
    return tuple(_put_right(passage, candidate) for candidate in candidates)


def _put_right(passage: Passage, candidate: Candidate) -> Candidate:
    if len(candidate.source) != 1 or not candidate.cue:
        return candidate
    source = candidate.source[0]
    if _opens_a_quotation(passage, source):
        return _turned(passage, candidate)
    words = passage.paragraph.doc.char_span(source.start - passage.start, source.end - passage.start)
    if words is None:
        return candidate
    behind = _behind_the_place(words[0], words[-1])
    if behind is not None:
        return replace(candidate, source=(passage.span(behind, words[-1]),))
    if _cannot_speak(words.root, words[0]):
        speaker = _nearest_speaker(words[0])
        return candidate if speaker is None else replace(candidate, source=(_phrase(passage, speaker, words[0]),))
    return candidate


def _behind_the_place(first: Token, last: Token) -> Token | None:
    """The first word behind the comma of *From Oslo, Ana Ruiz, an adviser,*; None where no place opens the sentence."""
    opening = first if first.lower_ in _FROM_WHERE else first.doc[max(first.i - 1, 0)]
    if opening.lower_ not in _FROM_WHERE or opening.i != opening.sent.start:
        return None
    place = first.doc[opening.i + 1 : opening.i + 2 + _LONGEST_PLACE]
    comma = next((token.i for token in place if token.lower_ == ","), None)
    if comma is None or comma >= last.i or any(token.pos_ != "PROPN" for token in first.doc[opening.i + 1 : comma]):
        return None
    return first.doc[comma + 1]


def _cannot_speak(head: Token, first: Token) -> bool:
    """True for a time, and for what stands after *after*: a statement after *the raid* said."""
    if head.ent_type_ in _TIMES:
        return True
    before = first.doc[first.i - 1].lower_ if first.i > 0 else ""
    return before in _WHEN and head.pos_ == "NOUN" and head.ent_type_ not in _PERSONS


def _nearest_speaker(token: Token) -> Token | None:
    """The nearest word before it in the sentence that has words or speaks them; a document before anybody."""
    words = token.doc[token.sent.start : token.i]
    papers = (word for word in words if is_document(word) or _is_paper(word))
    named = (word for word in reversed(words) if word.ent_type_ in _PERSONS and word.dep_ in {"nsubj", "ROOT"})
    return next(papers, None) or next(named, None)


def _is_paper(word: Token) -> bool:
    lemma = word.lemma_.lower()
    return word.pos_ == "NOUN" and ("document" in groups_of(lemma, "NOUN") or lemma in _papers())


def _phrase(passage: Passage, speaker: Token, before: Token) -> Span:
    """The speaker's phrase as far as what cannot speak, without the words that lead there."""
    last = before.doc[before.i - 1]
    for token in before.doc[speaker.i + 1 : before.i]:
        if token.lower_ in _WHEN or (token.tag_ == "VBN" and token.head.i == speaker.i):
            last = token.doc[token.i - 1]
            break
    return passage.span(speaker.left_edge, last)


def _opens_a_quotation(passage: Passage, source: Span) -> bool:
    return any(item.span.start <= source.start and source.end <= item.span.end for item in passage.quotations) and (
        source.of(passage.text)[:1] in {'"', "“"}
    )


def _turned(passage: Passage, candidate: Candidate) -> Candidate:
    """*"What a day!" tweeted the mayor*: who stands behind the cue said what stands in quotation marks before it."""
    behind = len(candidate.content) == 1 and candidate.content[0].start >= candidate.cue[0].end
    if not behind or not any(word.of(passage.text)[:1].isalpha() for word in candidate.content):
        return candidate
    return replace(candidate, source=candidate.content, content=candidate.source)


@cache
def _papers() -> frozenset[str]:
    return frozenset(load_toml("deeds.toml")["speakers"]["papers"].split())
