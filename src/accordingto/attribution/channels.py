"""The medium, venue or document that words came through: on state television, in a statement, told Reuters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.hands import handed, is_handed_on, is_spoken
from accordingto.attribution.media import channel_words, is_document, is_medium, is_platform
from accordingto.attribution.passage import Passage, PassageIndex
from accordingto.attribution.venues import speaking_of, takes_words, venues_of
from accordingto.model.attribution import Channel
from accordingto.model.span import Span, any_overlap, hull

_ON_AIR = frozenset({"on", "over", "via", "through", "by", "from", "to", "with"})
_IN_WORDS = frozenset({"in", "during", "at", "via", "through", "on", "by", "from"})
_WHEREIN = frozenset({"which", "where"})
_RECIPIENTS = frozenset({"dobj", "dative", "iobj", "pobj"})


def find_channels(index: PassageIndex, candidates: Sequence[Candidate]) -> list[tuple[Channel, ...]]:
    """For each candidate the channels of its words, in order."""
    return [_channels_of(index, candidate) for candidate in candidates]


def _channels_of(index: PassageIndex, candidate: Candidate) -> tuple[Channel, ...]:
    if not candidate.cue:
        return ()
    passage = index.passage_at(candidate.cue[0].start)
    anchor = passage.head_of(candidate.cue[0]) if passage is not None else None
    if passage is None or anchor is None:
        return tuple(map(Channel, candidate.channels))
    heads = dict.fromkeys((*_of_cue(anchor), *_before_clause(anchor), *_sent_just_before(passage, anchor, candidate)))
    has_medium = any(is_medium(head) for head in heads)
    kept = (head for head in heads if not (has_medium and is_spoken(head)))
    spans = {span for head in kept for span in _hops(passage, head)}
    taken = (*candidate.source, *candidate.content)
    own = (span for span in spans if not any_overlap((span,), taken))
    return tuple(Channel(span) for span in sorted({*own, *candidate.channels}))


def _hops(passage: Passage, head: Token) -> Iterator[Span]:
    """The words of a channel, and the hands that a document came through; acts of speech only count for their hands."""
    parted = handed(passage, head, _channel_span(passage, head))
    if not (parted.hands and is_spoken(head)):
        yield parted.words
    yield from parted.hands


def _of_cue(anchor: Token) -> Iterator[Token]:
    """Channels in the cue's own clause: said *on state television*, told *Reuters*, said in *a statement*."""
    for child in anchor.children:
        if child.dep_ in {"prep", "agent"}:
            yield from _of_preposition(child)
        elif child.dep_ in _RECIPIENTS and child.i > anchor.i:
            if is_medium(child) or (is_document(child) and anchor.pos_ == "VERB") or takes_words(anchor, child):
                yield child
            yield from (head for inner in child.children if inner.dep_ == "prep" for head in _of_preposition(inner))
    for participle in (*speaking_of(anchor), *_heard_saying(anchor)):
        yield from (head for child in participle.rights if child.dep_ == "prep" for head in _of_preposition(child))
        yield from venues_of(participle)
    yield from venues_of(anchor)
    yield from _written_in(anchor)


def _heard_saying(anchor: Token) -> Iterator[Token]:
    """The word of saying under one of hearing: the general is heard *saying* in a recording."""
    if anchor.lemma_ in channel_words("sensing_verbs"):
        yield from (child for child in anchor.rights if child.dep_ in {"xcomp", "ccomp"} and child.tag_ == "VBG")


def _written_in(anchor: Token) -> Iterator[Token]:
    """The document that a clause is about: *a diary* in which the general admits that …; *a film* where she says …"""
    if anchor.dep_ != "relcl" or not is_document(anchor.head):
        return
    opened = (word for child in anchor.lefts for word in (child, *child.children))
    if any(word.lower_ in _WHEREIN for word in opened):
        yield anchor.head


def _of_preposition(preposition: Token) -> Iterator[Token]:
    for head in preposition.children:
        if head.dep_ == "pobj" and is_channel(preposition.lower_, head):
            yield head
        if head.dep_ == "pobj":
            yield from (deeper for inner in head.children if inner.dep_ == "prep" for deeper in _of_preposition(inner))


def is_channel(preposition: str, head: Token) -> bool:
    """True where the preposition and the noun together tell a channel: *on television*, *in a letter*, *on X*."""
    if preposition in _ON_AIR and (is_medium(head) or is_platform(head)):
        return True
    return preposition in _IN_WORDS and (is_document(head) or (is_spoken(head) and is_handed_on(head)))


def _before_clause(anchor: Token) -> Iterator[Token]:
    """Channels at the head of the sentence, where the parse hung them elsewhere: *In a letter to the UN*, he said …"""
    opening = anchor.sent[0]
    if opening.dep_ == "prep" and opening.i < anchor.i and opening.head != anchor:
        yield from _of_preposition(opening)


def _sent_just_before(passage: Passage, anchor: Token, candidate: Candidate) -> Iterator[Token]:
    """Channels of the sentence before a quotation: *Doe aired this message on Nova TV.*"""
    start = min(hull(candidate.content).start if candidate.content else passage.start, passage.offset(anchor))
    quoted = any(quotation.span.start == start for quotation in passage.quotations)
    sentence = anchor.sent
    while quoted and sentence.start > 0 and passage.offset(sentence[0]) > start:
        sentence = passage.paragraph.doc[sentence.start - 1].sent
    if not quoted or sentence.start == 0:
        return
    for token in passage.paragraph.doc[sentence.start - 1].sent:
        if token.lemma_ in channel_words("sending_verbs") and _sends_words(token):
            yield from (head for child in token.children if child.dep_ == "prep" for head in _of_preposition(child))


def _sends_words(verb: Token) -> bool:
    """True for a verb whose object or subject is words: *aired this message*, *the video was posted*."""
    arguments = (child for child in verb.children if child.dep_ in {"dobj", "nsubjpass"})
    return any(argument.lemma_.lower() in channel_words("sent_nouns") for argument in arguments)


def _channel_span(passage: Passage, head: Token) -> Span:
    """The phrase with its modifiers, up to a clause that is set off from it."""
    last = head
    for child in head.rights:
        is_its_name = child.dep_ == "appos" and child.left_edge.i == last.i + 1
        if child.dep_ in {"relcl", "appos", "punct", "cc", "conj", "advcl"} and not is_its_name:
            break
        last = child.right_edge
    return passage.span(head.left_edge, last)
