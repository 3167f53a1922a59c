"""Event types against the PLV sentences: one marked pair of actors a sentence, with its PLOVER root.

The file is tab-separated with a header, quoting off: `sentence`, `source`, `target`, `gold_root`, `gold_penta`. Its
YIELD is PLOVER 0.8's CONCEDE and RETREAT. The coder reads the sentence alone. Among the events it finds, the one
whose actors' and recipients' words best overlap the marked source and target is held against the root; between
equals the one whose trigger stands between the two, then the first. Of our own types PERSONNEL:recall counts as
SANCTION (ties reduced); the others have no PLOVER root and count as wrong when chosen.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from accordingto.evaluation.report import Evaluation, Figure, figure
from accordingto.events.classifier import load_training
from accordingto.model.event import EventMention, Participant
from accordingto.model.reading import Reading

ROOT_OF: Final = {"CONCEDE": "YIELD", "RETREAT": "YIELD", "PERSONNEL:recall": "SANCTION"}
"""Our type, or type and mode, and PLV's root where the two are called differently."""

QUADS: Final = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1),
    **dict.fromkeys(("YIELD", "COOPERATE", "AID"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""PLV's classes: verbal and material cooperation, verbal and material conflict. Its YIELD, also in words, is 2."""


@dataclass(frozen=True, slots=True)
class MarkedSentence:
    """A sentence with the marked words of source and target, its root and its class (1 to 4)."""

    number: int
    sentence: str
    source: str
    target: str
    root: str
    quad: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """What the coder made of one sentence: the root of the chosen event (None: no event), and all roots."""

    gold: MarkedSentence
    chosen: str | None
    roots: tuple[str, ...]


def evaluate_events(file: Path, code: Callable[[str], Reading]) -> Evaluation:
    """The figures of a coder on a file in PLV's layout; `code` reads one sentence."""
    sentences = read_marked_sentences(file)
    evaluation = summarise([outcome_of(gold, code(gold.sentence)) for gold in sentences])
    return replace(evaluation, notes=training_notes([gold.sentence for gold in sentences]))


def training_notes(sentences: Sequence[str]) -> tuple[str, ...]:
    """What to know of figures on sentences that the shipped weights were trained on; nothing where there are none."""
    training = load_training()
    known = sum(training.knows(sentence) for sentence in sentences)
    if not known:
        return ()
    return (
        f"The weights were trained on {known:,} of these {len(sentences):,} sentences: the figures above flatter.",
        "Five-fold, each sentence read by weights that were not trained on it:",
        *training.figures.splitlines(),
    )


def read_marked_sentences(file: Path) -> list[MarkedSentence]:
    """The rows of a file in PLV's layout, in order."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            MarkedSentence(
                number=int(row["sentence_id"]),
                sentence=row["sentence"],
                source=row["source"],
                target=row["target"],
                root=row["gold_root"],
                quad=int(row["gold_penta"]),
            )
            for row in rows
        ]


def outcome_of(gold: MarkedSentence, reading: Reading) -> Outcome:
    """The chosen event's root and all the roots of a sentence's reading."""
    best = max(reading.events, key=lambda event: _fit(gold, event, reading), default=None)
    return Outcome(gold, None if best is None else root_of(best), tuple(root_of(event) for event in reading.events))


def root_of(event: EventMention) -> str:
    """PLV's name for the event's type."""
    return root_of_code(event.type, event.mode)


def root_of_code(event_type: str, mode: str | None) -> str:
    """PLV's name for a type with its mode."""
    return ROOT_OF.get(f"{event_type}:{mode}", ROOT_OF.get(event_type, event_type))


def summarise(outcomes: Sequence[Outcome]) -> Evaluation:
    """The figures over all sentences, with bootstrap intervals."""
    return Evaluation("events", len(outcomes), tuple(_figures(outcomes)))


def confusions(outcomes: Iterable[Outcome]) -> Counter[tuple[str, str]]:
    """How often each gold root (first) was coded as each root (second; "none": no event)."""
    return Counter((outcome.gold.root, outcome.chosen or "none") for outcome in outcomes)


def _figures(outcomes: Sequence[Outcome]) -> list[Figure]:
    count = len(outcomes)
    return [
        figure("root accuracy, best overlap", outcomes, _mean(lambda one: one.chosen == one.gold.root), count),
        figure(
            "quad accuracy, best overlap",
            outcomes,
            _mean(lambda one: QUADS.get(one.chosen or "") == one.gold.quad),
            count,
        ),
        figure("gold root among the events", outcomes, _mean(lambda one: one.gold.root in one.roots), count),
        figure("events a sentence", outcomes, _mean(lambda one: len(one.roots)), count),
        figure("sentences without an event", outcomes, _mean(lambda one: not one.roots), count),
    ]


def _mean(value: Callable[[Outcome], float]) -> Callable[[Sequence[Outcome]], float]:
    return lambda outcomes: sum(value(outcome) for outcome in outcomes) / len(outcomes)


def overlaps_of(gold: MarkedSentence, event: EventMention, text: str) -> tuple[float, bool]:
    """How well the event's participants overlap the marked pair, 0 to 2, and whether its trigger is between the two."""
    overlap = _overlap(gold.source, _words_of(event.actors, text)) + _overlap(
        gold.target, _words_of(event.recipients, text)
    )
    ends = sorted((text.find(gold.source), text.find(gold.target)))
    return round(overlap, 6), ends[0] <= event.trigger[0].start <= ends[1]


def _fit(gold: MarkedSentence, event: EventMention, reading: Reading) -> tuple[float, bool, int]:
    return (*overlaps_of(gold, event, reading.article.text), -event.trigger[0].start)


def _overlap(marked: str, found: set[str]) -> float:
    """F1 of the words."""
    wanted = _words(marked)
    return 2 * len(wanted & found) / (len(wanted) + len(found)) if wanted and found else 0.0


def _words_of(participants: Iterable[Participant], text: str) -> set[str]:
    return {word for participant in participants for word in _words(participant.span.of(text))}


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - {"the", "a", "an", "of", "s"}
