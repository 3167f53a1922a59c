"""Two voices in turn: *"Who paid?" asked the judge.* / *"I did," said the clerk.* / *"When?"* is the judge again.

A paragraph that is nothing but a quotation goes on with the one before it, unless two have just been heard to answer
each other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accordingto.attribution.candidate import Candidate
from accordingto.attribution.passage import Passage, PassageIndex
from accordingto.model.span import Span, any_covers, any_overlap, merge, trim

_ANSWERING = frozenset({"answer", "reply", "respond", "retort", "counter"})


@dataclass(frozen=True, slots=True)
class _Heard:
    """The last two voices, by the numbers of their candidates; `answers` where one was heard to answer the other."""

    before: int | None = None
    last: int | None = None
    answers: bool = False


def with_turns(index: PassageIndex, candidates: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """The candidates, with the bare quotations of an exchange given to the two voices in turn."""
    told = [_asked_by(index, candidate) for candidate in candidates]
    speakers = _speakers(index, told)
    heard = _Heard()
    for number, passage in enumerate(index.passages):
        speaker = speakers.get(number)
        bare = _bare_quotation(passage) if passage.quotations else None
        if not passage.quotations:
            heard = _Heard()
        elif speaker is not None:
            answers = _is_answer(index, passage, told[speaker], number)
            heard = _Heard(heard.last, speaker, answers or (heard.answers and heard.before == speaker))
        elif bare is not None and heard.answers and heard.before is not None:
            told[:] = [_without(candidate, bare) for candidate in told]
            mine = told[heard.before]
            told[heard.before] = replace(mine, content=merge((*mine.content, bare)))
            heard = _Heard(heard.last, heard.before, answers=True)
    return tuple(told)


def _without(candidate: Candidate, bare: Span) -> Candidate:
    """The candidate without the other voice's quotation, which a finder may have let it run on into."""
    if not candidate.cue or not any_overlap(candidate.content, (bare,)):
        return candidate
    rest = tuple(span for span in candidate.content if not any_covers((bare,), span))
    return replace(candidate, content=rest) if rest else candidate


def _asked_by(index: PassageIndex, candidate: Candidate) -> Candidate:
    """The candidate with the one asking for its source, where the parse took them for the one asked.

    *"Who paid?" asked the judge.*
    """
    passage = index.passage_at(candidate.cue[0].start) if candidate.cue and not candidate.source else None
    verb = None if passage is None else passage.head_of(candidate.cue[0])
    if passage is None or verb is None or verb.lemma_ != "ask":
        return candidate
    start = passage.offset(verb)
    before = next((item.span for item in passage.quotations if 0 <= start - item.span.end <= 1), None)
    after = (child for child in verb.rights if child.dep_ in {"dobj", "nsubj"})
    asker = next((child for child in after if child.left_edge.i == verb.i + 1), None)
    if before is None or asker is None or "?" not in before.of(passage.text):
        return candidate
    return replace(candidate, source=(passage.span(asker.left_edge, asker.right_edge),), content=(before,))


def _speakers(index: PassageIndex, told: Sequence[Candidate]) -> dict[int, int]:
    """Passage -> the candidate whose cue stands there and who says the quotation that opens it."""
    found: dict[int, int] = {}
    for position, candidate in enumerate(told):
        number = index.number_at(candidate.cue[0].start) if candidate.cue else None
        if number is None or not index.passages[number].quotations:
            continue
        if any_covers(candidate.content, index.passages[number].quotations[0].span):
            found.setdefault(number, position)
    return found


def _bare_quotation(passage: Passage) -> Span | None:
    """The quotation that is all of the paragraph."""
    span = passage.quotations[0].span
    return span if span == trim(passage.text, passage.paragraph.span) else None


def _is_answer(index: PassageIndex, passage: Passage, candidate: Candidate, number: int) -> bool:
    """True where the cue says that it is an answer, or the paragraph before ended its quotation with a question."""
    cue = passage.head_of(candidate.cue[0])
    if cue is not None and cue.lemma_ in _ANSWERING:
        return True
    quotations = index.passages[number - 1].quotations if number else ()
    return bool(quotations) and quotations[-1].span.of(passage.text).rstrip("\"'”’»").endswith("?")
