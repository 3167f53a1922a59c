"""Who speaks, on reports of our own: is the entity that a reading names as speaker the one who is marked?

An attribution is found where half of the words of its content are read as one. A speaker is right where the name or
a mention of the entity is told by the marked words, and by those of no other speaker of the report: two people taken
for one are wrong for both.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.evaluation.attribution import roles_of
from accordingto.evaluation.attribution_match import Roles, Words, find_matches, head_of_source, words_of_text
from accordingto.evaluation.chains import (
    JudgedChain,
    chain_figures,
    has_words,
    judge,
    predicted_hops,
    words_in,
)
from accordingto.evaluation.own_reports import MarkedReport, MarkedSpeaker, SourceKind, read_own_reports
from accordingto.evaluation.report import Evaluation, Figure, figure
from accordingto.model.attribution import Attribution
from accordingto.model.entity import Entity
from accordingto.model.reading import Reading
from accordingto.model.span import Span, any_covers

LEAST_CARRIED = 0.5
"""Share of a carried quotation's words that a longer content must hold to have found it."""

_ARTICLES = {"a", "an", "the"}


@dataclass(frozen=True, slots=True)
class JudgedSpeaker:
    """One marked attribution: whether its content was found, and whether the speaker is right."""

    marked: MarkedSpeaker
    is_found: bool
    is_right: bool


def evaluate_speakers(folder: Path, read: Callable[[str], Reading]) -> Evaluation:
    """Accuracy of the speaker over the attributions found and over all, by kind of source; and the chains."""
    reports = list(read_own_reports(folder))
    readings = [read(report.text) for report in reports]
    judged = [row for pair in zip(reports, readings, strict=True) for row in judge_speakers(*pair)]
    chains = [row for pair in zip(reports, readings, strict=True) for row in judge_chains(*pair)]
    kinds = [(kind.value, [row for row in judged if row.marked.kind is kind]) for kind in SourceKind]
    figures = [figure("contents found", judged, _share_found, len(judged))]
    for name, rows in [("all sources", judged), *kinds]:
        figures += _figures(name, rows)
    return Evaluation("speakers", len(reports), (*figures, *chain_figures(chains)))


def judge_speakers(report: MarkedReport, reading: Reading) -> Iterator[JudgedSpeaker]:
    """Each marked attribution of a report, judged."""
    speakers = {marked.speaker for marked in report.attributions if marked.speaker is not None}
    found = _found(report, reading)
    for number, marked in enumerate(report.attributions):
        attribution = found.get(number)
        right = attribution is not None and _is_right(reading, attribution, marked.speaker, speakers)
        yield JudgedSpeaker(marked, attribution is not None, right)


def judge_chains(report: MarkedReport, reading: Reading) -> Iterator[JudgedChain]:
    """The chains of the words that each marked attribution begins with, save where they are another's within it."""
    for marked in report.attributions:
        anchor = _first_word(report.text, marked)
        size = sum(map(len, marked.content))
        inner = (other for other in report.attributions if sum(map(len, other.content)) < size)
        if not any(any_covers(other.content, anchor) for other in inner):
            yield judge(marked.chain, predicted_hops(reading, anchor))


def is_named(reading: Reading, entity: Entity, speaker: str) -> bool:
    """True where the entity's name, or the head of one of its mentions, is told by the words of the speaker."""
    telling = set(words_in(speaker)) - _ARTICLES
    mentions = (mention.of(reading.article.text) for mention in entity.mentions)
    return any(has_words(telling, phrase) and _is_headed(telling, phrase) for phrase in (entity.name, *mentions))


def _is_headed(telling: Collection[str], phrase: str) -> bool:
    """True where a telling word is the head or the end: "the panel" is not told by "the panel's chairman"."""
    words = words_of_text(phrase)
    head = head_of_source(words, frozenset(range(len(words.words))))
    return words_in(phrase)[-1] in telling or (head is not None and words.words[head].casefold() in telling)


def _is_right(reading: Reading, attribution: Attribution, speaker: str | None, speakers: Collection[str]) -> bool:
    entity = reading.entities_by_id.get(attribution.speaker or "")
    if entity is None or speaker is None:
        return entity is None and speaker is None
    others = (other for other in speakers if other != speaker)
    return is_named(reading, entity, speaker) and not any(is_named(reading, entity, other) for other in others)


def _found(report: MarkedReport, reading: Reading) -> Mapping[int, Attribution]:
    """The reading's attribution for each marked one that was found, by number."""
    words = words_of_text(report.text)
    gold = [roles_of(words, marked) for marked in report.attributions]
    own = [roles_of(words, attribution) for attribution in reading.attributions]
    found = {match.marked: reading.attributions[match.read] for match in find_matches(words, gold, own)}
    for number, marked in enumerate(report.attributions):
        holder = _holder(words, gold[number], own) if marked.kind is SourceKind.NONE else None
        if holder is not None:
            found.setdefault(number, reading.attributions[holder])
    return found


def _holder(words: Words, carried: Roles, own: Sequence[Roles]) -> int | None:
    """The smallest content that holds most of a carried quotation, by number."""
    wanted = words.without_marks(carried.content)
    sizes = {
        number: len(roles.content)
        for number, roles in enumerate(own)
        if len(wanted & roles.content) >= LEAST_CARRIED * len(wanted)
    }
    return min(sizes, key=lambda number: sizes[number], default=None)


def _first_word(text: str, marked: MarkedSpeaker) -> Span:
    """The first word of the content that is not the "that" before it."""
    first = min(marked.content)
    words = words_of_text(first.of(text))
    offsets = {number: offset for offset, number in sorted(words.number_at.items(), reverse=True)}
    telling = [number for number in offsets if words.is_word(number)]
    number = min((number for number in telling if words.words[number] != "that"), default=min(telling))
    start = first.start + offsets[number]
    return Span(start, start + len(words.words[number]))


def _figures(name: str, judged: Sequence[JudgedSpeaker]) -> list[Figure]:
    found = [row for row in judged if row.is_found]
    return [
        figure(f"{name}: speaker, of those found", found, _share_right, len(found)),
        figure(f"{name}: speaker, of all", judged, _share_right, len(judged)),
    ]


def _share_found(judged: Sequence[JudgedSpeaker]) -> float:
    return sum(row.is_found for row in judged) / len(judged) if judged else 0.0


def _share_right(judged: Sequence[JudgedSpeaker]) -> float:
    return sum(row.is_right for row in judged) / len(judged) if judged else 0.0
