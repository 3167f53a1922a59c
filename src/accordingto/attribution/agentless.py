"""Telling without a teller: *allegedly*, *it was claimed*, *the court heard*."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.cue_words import groups_of
from accordingto.attribution.passage import Passage
from accordingto.attribution.venues import is_venue
from accordingto.model.span import Span, Spans, any_overlap, trim

_PROBABILITY = 0.7
_EDGES = " \t\r\n\u00a0,;.—–"


def with_agentless(passage: Passage, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates of one paragraph, those that name no teller put right."""
    return tuple(_settled(passage, candidate) for candidate in candidates)


def find_hearsay(passage: Passage, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """Candidates for hearsay adverbs before a verb that are in no other's source or cue."""
    for token in passage.paragraph.doc:
        if token.pos_ != "ADV" or token not in _hearsay_adverbs(token.head) or passage.quotation_of(token) is not None:
            continue
        candidate = _by_adverb(passage, Candidate((), (), (), _PROBABILITY), token)
        if not any(any_overlap(other.telling, candidate.cue) for other in found):
            yield candidate


def is_set_apart(verb: Token) -> bool:
    """True for *it was claimed* between commas: somebody claims all of the sentence around it."""
    subject = next((child for child in verb.lefts if child.dep_ in {"nsubjpass", "nsubj"}), None)
    if subject is None or subject.lower_ != "it" or verb.tag_ != "VBN" or subject.i == verb.sent.start:
        return False
    after = verb.doc[verb.i + 1 : verb.i + 2].text
    return verb.doc[subject.i - 1].text in {",", "—", "–"} and after in {",", "—", "–", "."}


def _settled(passage: Passage, candidate: Candidate) -> Candidate:
    anchor = passage.head_of(candidate.cue[0]) if candidate.cue else None
    if anchor is None:
        return candidate
    adverb = next(_hearsay_adverbs(anchor), None)
    if adverb is not None:
        return _by_adverb(passage, candidate, adverb)
    if is_set_apart(anchor):
        return replace(candidate, source=(), content=_around(passage, anchor))
    return _heard(passage, candidate, anchor)


def _hearsay_adverbs(verb: Token) -> Iterator[Token]:
    """*Allegedly* before a verb that is itself no word of telling."""
    if verb.pos_ != "VERB" or "say" in groups_of(verb.lemma_.lower(), verb.pos_):
        return
    for child in verb.lefts:
        if child.dep_ == "advmod" and "say" in groups_of(child.lower_, "ADV"):
            yield child


def _by_adverb(passage: Passage, candidate: Candidate, adverb: Token) -> Candidate:
    """*The general allegedly ordered it*: the adverb is the cue, the clause without it is told by nobody named."""
    clause, doc = adverb.head, adverb.doc
    start = passage.offset(adverb)
    pieces: list[Span] = []
    if clause.left_edge.i < adverb.i:
        pieces.append(passage.span(clause.left_edge, doc[adverb.i - 1]))
    pieces.append(passage.span(doc[adverb.i + 1], clause.right_edge))
    content = tuple(trim(passage.text, piece, _EDGES) for piece in pieces)
    return replace(candidate, source=(), cue=(Span(start, start + len(adverb)),), content=content)


def _around(passage: Passage, verb: Token) -> Spans:
    """The sentence before and after *, it was claimed,*."""
    sentence, doc = verb.sent, verb.doc
    subject = next(child for child in verb.lefts if child.lower_ == "it")
    pieces = [passage.span(doc[sentence.start], doc[subject.i - 1])]
    if verb.i + 1 < sentence.end:
        pieces.append(passage.span(doc[verb.i + 1], doc[sentence.end - 1]))
    trimmed = (trim(passage.text, piece, _EDGES) for piece in pieces)
    return tuple(piece for piece in trimmed if len(piece) > 1)


def _heard(passage: Passage, candidate: Candidate, verb: Token) -> Candidate:
    """*The court heard that he ordered it*: told in court by somebody who is not named."""
    source = passage.head_of(candidate.source[0]) if len(candidate.source) == 1 else None
    if verb.lemma_ != "hear" or source is None or not is_venue(source):
        return candidate
    return replace(candidate, source=(), channels=(*candidate.channels, *candidate.source))
