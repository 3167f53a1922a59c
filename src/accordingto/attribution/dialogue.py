"""Speakers' labels before what they say, paragraph by paragraph: *Q: Who fired?*, *THE CHAIR: Proceed.*

A colon after a few words at the head of a paragraph is a label only where the report shows that it is laid out so:
with *Q* and *A*, or with two labels or more of which one speaks again, is told by a title or answers the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.media import is_medium
from accordingto.attribution.passage import Passage, PassageIndex
from accordingto.model.article import PartRole
from accordingto.model.resources import load_toml
from accordingto.model.span import Span, overlaps, trim

_LABEL = re.compile(r"\s*([^\W\d_][\w.'’ -]{0,50}?)((?: \([^()\n]{1,60}\)|, [^:\n]{1,40})?) ?:\s+(?=\S)")
"""A label, what it adds in brackets or after a comma ("DOE (Minister)"), and the colon."""
_MOST_WORDS = 6
_PROBABILITY = 0.9
_TALKING = frozenset({"speak", "talk", "interview", "answer"})


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled paragraph: its number, the label's words, and where label, colon and the rest stand."""

    number: int
    name: str
    label: Span
    colon: Span
    words: Span


def with_dialogue(index: PassageIndex, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, with those of labelled turns in place of what else was made of label and colon."""
    turns = find_turns(index)
    if not turns:
        return tuple(candidates)
    marks = {turn.number: turn for turn in turns}
    kept = [item for item in candidates if not _is_of_label(index, item, marks)]
    return (*kept, *(_candidate(index, turn, turns[0]) for turn in turns))


def find_turns(index: PassageIndex) -> tuple[Turn, ...]:
    """The labelled turns of a report, in order; none where its colons are no labels."""
    found = [turn for number, passage in enumerate(index.passages) if (turn := _turn(number, passage)) is not None]
    if len(found) == 1:
        return tuple(turn for turn in found if _has_title(turn) and _is_quoted(index, turn))
    counts = Counter(turn.name for turn in found)
    by_number = {turn.number: turn for turn in found}
    sure = {turn.name for turn in found if _is_sure(index, turn, counts, by_number)}
    beside = {turn.name for turn in found if any(near.name in sure for near in _neighbours(turn, by_number))}
    return tuple(turn for turn in found if turn.name in sure | beside)


def is_asking(name: str) -> bool:
    """True for the label of whoever asks.

    >>> is_asking("q"), is_asking("a")
    (True, False)
    """
    return name in _words("asking")


def _turn(number: int, passage: Passage) -> Turn | None:
    whole = passage.paragraph.span
    match = _LABEL.match(passage.text, whole.start, whole.end)
    if match is None or passage.paragraph.role is PartRole.HEADLINE:
        return None
    name = match[1].strip(". ")
    words = name.lower().split()
    if not words or len(words) > _MOST_WORDS or not _is_capital(name) or not _words("signposts").isdisjoint(words):
        return None
    colon = match[0].rindex(":") + match.start()
    label = Span(match.start(1), match.end(2))
    return Turn(number, name.lower(), label, Span(colon, colon + 1), trim(passage.text, Span(match.end(), whole.end)))


def _is_capital(name: str) -> bool:
    """True where the label's words begin as names do: *Piet Solm*, *Head of Mission*; not *The problem*, *Rey said*."""
    words = name.split()
    small = (word for word in words[1:-1] if word[0].islower())
    return words[0][0].isupper() and words[-1][0].isupper() and _words("particles").issuperset(small)


def _is_sure(index: PassageIndex, turn: Turn, counts: Mapping[str, int], turns: Mapping[int, Turn]) -> bool:
    if turn.name in _words("asking") | _words("answering"):
        return not _words("asking").isdisjoint(counts)
    if _has_title(turn):
        return True
    passage = index.passages[turn.number]
    others = [other for other in _neighbours(turn, turns) if other.name != turn.name]
    if counts[turn.name] > 1 and others:
        return True
    return any(_asks(passage.text, turn) or _asks(passage.text, other) for other in others)


def _neighbours(turn: Turn, turns: Mapping[int, Turn]) -> list[Turn]:
    return [turns[near] for near in (turn.number - 1, turn.number + 1) if near in turns]


def _has_title(turn: Turn) -> bool:
    """True for *Mr Fenn* and *THE WITNESS*: a title with a word beside it; not for *President: Ada Nuru*, a fact."""
    words = turn.name.replace(".", "").split()
    return len(words) > 1 and not _words("titles").isdisjoint(words)


def _is_quoted(index: PassageIndex, turn: Turn) -> bool:
    quotations = index.passages[turn.number].quotations
    return bool(quotations) and quotations[0].span.start == turn.words.start


def _asks(text: str, turn: Turn) -> bool:
    return turn.words.of(text).rstrip("\"”'’").endswith("?")


def _is_of_label(index: PassageIndex, candidate: Candidate, turns: Mapping[int, Turn]) -> bool:
    """True for a candidate whose cue is the colon, or stands in the label."""
    cue = candidate.cue[0] if candidate.cue else None
    number = None if cue is None else index.number_at(cue.start)
    turn = None if number is None else turns.get(number)
    return cue is not None and turn is not None and (overlaps(cue, turn.colon) or overlaps(cue, turn.label))


def _candidate(index: PassageIndex, turn: Turn, first: Turn) -> Candidate:
    channels = () if turn.name not in _words("answering") else tuple(_announced_media(index, first))
    return Candidate((turn.label,), (turn.colon,), (turn.words,), _PROBABILITY, channels)


def _announced_media(index: PassageIndex, first: Turn) -> Iterator[Span]:
    """The medium that the paragraph before the first question says is spoken to: *She spoke to Radio Ova.*"""
    if first.number == 0:
        return
    passage = index.passages[first.number - 1]
    for verb in passage.tokens:
        if verb.lemma_ in _TALKING:
            for preposition in verb.children:
                if preposition.lower_ in {"to", "with", "by"}:
                    heads = (child for child in preposition.children if child.dep_ == "pobj" and is_medium(child))
                    yield from (passage.span(head.left_edge, head) for head in heads)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_toml("dialogue.toml")[group].split())
