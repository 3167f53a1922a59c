"""Trains the classifier of event types and modes and writes `data/event-types.npz`.

    python -m training.events.train ../shared/gold gold/events

Prints the figures on our own test sentences, then those of five-fold cross-validation: every sentence read by weights
that were not trained on it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from training.events.examples import (
    FOLDS,
    Row,
    context_rows,
    fold_of,
    mode_rows,
    parsed_of,
    rows_of_labelled,
    rows_of_marked,
    rows_of_news,
    seen_in,
)
from training.events.fit import fit, fit_each

from accordingto.evaluation import events as marked_events
from accordingto.evaluation import labelled_events
from accordingto.evaluation.events import MarkedSentence, Outcome, outcome_of, read_marked_sentences
from accordingto.evaluation.labelled_events import TEST, LabelledSentence, read_labelled_sentences
from accordingto.evaluation.report import Evaluation
from accordingto.events.classifier import (
    NO_EVENT,
    WEIGHTS_FILE,
    EventClassifier,
    Weights,
    feature_key,
)
from accordingto.events.find import find_events
from accordingto.events.proposals import Origin
from accordingto.model.codebook import load_codebook
from accordingto.model.event import EventMention
from accordingto.model.reading import Reading
from accordingto.parse.parsed import ParsedArticle

PLV: Final = "plover/PLV_train.tsv"
NEWS: Final = "news_events"
DATA: Final = Path(__file__).parents[2] / "src" / "accordingto" / "data"
TYPE_PENALTY: Final = 2.0
MODE_PENALTY: Final = 0.5
CONTEXT_PENALTY: Final = 0.5
SEEN_OFTEN: Final = 5
"""So often a word without a row must have been no event, and never one, to be passed over though it can tell."""
READ_LAST: Final = 3
"""PLV's sentences whose number divided by four leaves this were not read while the codebook was first written.

They were read later, beside rules and training sentences."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """The sentences of the two marked sets, parsed, and the rows they give."""

    marked: list[tuple[MarkedSentence, ParsedArticle]]
    labelled: list[tuple[LabelledSentence, ParsedArticle]]
    types: list[Row]
    modes: list[Row]
    contexts: list[Row]


def corpus_of(gold_sets: Path, own: Path) -> Corpus:
    """All sets; the test rows of our own are parsed, and not learned from."""
    marked = [(gold, parsed_of(gold.sentence)) for gold in read_marked_sentences(gold_sets / PLV)]
    labelled = [(gold, parsed_of(gold.text)) for gold in read_labelled_sentences(own)]
    types, modes, contexts = list[Row](), list[Row](), list[Row]()
    for gold, parsed in marked:
        types += rows_of_marked(gold, seen_in(parsed), type_labels())
    for sentence, parsed in labelled:
        if sentence.split != TEST:
            seen = seen_in(parsed)
            types += rows_of_labelled(sentence, seen)
            modes += mode_rows(sentence, seen)
            contexts += context_rows(sentence, seen)
    for file in sorted((gold_sets / NEWS).glob("*.json")):
        types += rows_of_news(json.loads(file.read_text(encoding="utf-8"))["text"] or "")
    return Corpus(marked, labelled, types, modes, contexts)


def type_labels() -> list[str]:
    """No event, and the types of the codebook."""
    return [NO_EVENT, *load_codebook().types]


def mode_labels() -> list[str]:
    """TYPE:mode for every mode, and TYPE: for an event of a type with modes that has none of them."""
    types = load_codebook().types.values()
    return [f"{one.name}:{mode}" for one in types if one.modes for mode in ("", *one.modes)]


def classifier_of(corpus: Corpus, without: int | None = None) -> EventClassifier:
    """The classifier learned from all folds but one."""
    types = [row for row in corpus.types if row.fold != without]
    modes = [row for row in corpus.modes if row.fold != without]
    contexts = [row for row in corpus.contexts if row.fold != without]
    return EventClassifier(
        fit(types, type_labels(), TYPE_PENALTY),
        fit(modes, mode_labels(), MODE_PENALTY),
        frozenset(telling_lemmas(types)),
        fit_each(contexts, list(load_codebook().contexts), CONTEXT_PENALTY),
    )


def telling_lemmas(rows: Sequence[Row]) -> Iterator[str]:
    """Lemmas that told of an event, but for those that without a row of the codebook were often seen and never did."""
    seen, open_told, told = Counter[str](), set[str](), set[str]()
    for row in rows:
        lemma = next((name.removeprefix("lemma=") for name in row.names if name.startswith("lemma=")), None)
        if lemma is None:
            continue
        tells = {lemma} if row.labels != (NO_EVENT,) else set()
        told |= tells
        if f"origin={Origin.OPEN}" in row.names:
            seen[lemma] += 1
            open_told |= tells
    return (lemma for lemma in told if seen[lemma] < SEEN_OFTEN or lemma in open_told)


def cross_validated(corpus: Corpus) -> Iterator[tuple[str, Evaluation]]:
    """The figures on PLV, on the part of it read last, and on our own sentences that are learned from."""
    folds = [classifier_of(corpus, fold) for fold in range(FOLDS)]
    outcomes = [
        _outcome(gold, parsed, find_events(parsed, classifier=folds[fold_of(gold.sentence)]))
        for gold, parsed in corpus.marked
    ]
    read_last = [one for one in outcomes if one.gold.number % 4 == READ_LAST]
    yield "PLV", marked_events.summarise(outcomes)
    yield "PLV, the quarter read last", marked_events.summarise(read_last)
    readings = [
        (gold, find_events(parsed, classifier=folds[fold_of(gold.text)]))
        for gold, parsed in corpus.labelled
        if gold.split != TEST
    ]
    yield "our own sentences, train", labelled_events.summarise(readings)
    print(*reliability(readings), sep="\n")  # noqa: T201  # a script


def reliability(readings: Sequence[tuple[LabelledSentence, Sequence[EventMention]]]) -> Iterator[str]:
    """For each fifth of the scores how many events have one in it, their mean score, and how many types are right."""
    scored = [
        (event.score, any(event is hit and label.event_type == hit.type for label, hit in pairs))
        for gold, events in readings
        for pairs in (list(labelled_events.pairs(gold, events)),)
        for event in events
    ]
    brier = sum((score - right) ** 2 for score, right in scored) / max(len(scored), 1)
    yield f"Brier score {brier:.3f} of {len(scored)} events"
    for low in range(5):
        part = [(score, right) for score, right in scored if low <= min(score * 5, 4.99) < low + 1]
        if part:
            means = [sum(column) / len(part) for column in zip(*part, strict=True)]
            yield f"score from {low / 5:.1f}: {len(part)} events, mean {means[0]:.2f}, right {means[1]:.2f}"


def held_back(corpus: Corpus, classifier: EventClassifier | None) -> Evaluation:
    """The figures on our own test sentences; without a classifier those of the codebook."""
    readings = [
        (gold, find_events(parsed, classifier=classifier)) for gold, parsed in corpus.labelled if gold.split == TEST
    ]
    return labelled_events.summarise(readings)


def stored(classifier: EventClassifier) -> dict[str, np.typing.NDArray[np.generic]]:
    """The arrays of the weights file."""
    found: dict[str, np.typing.NDArray[np.generic]] = {"telling": np.array(sorted(classifier.telling or ()))}
    questions = {"types": classifier.types, "modes": classifier.modes, "contexts": classifier.contexts}
    for question, weights in questions.items():
        found |= {} if weights is None else {f"{question}_{name}": array for name, array in _arrays(weights).items()}
    return found


def _arrays(weights: Weights) -> dict[str, np.typing.NDArray[np.generic]]:
    return {
        "labels": np.array(weights.labels),
        "keys": np.array(list(weights.rows), np.uint32),
        "values": weights.values.astype(np.float16),
        "bias": weights.bias,
    }


def _outcome(gold: MarkedSentence, parsed: ParsedArticle, events: Sequence[EventMention]) -> Outcome:
    return outcome_of(gold, Reading(parsed.article, events=tuple(events)))


def _print(name: str, evaluation: Evaluation) -> None:
    lines = [f"  {one.name:36} {one.value:.3f} [{one.low:.3f}, {one.high:.3f}]" for one in evaluation.figures]
    print(f"{name}, {evaluation.units} sentences", *lines, sep="\n", flush=True)  # noqa: T201  # a script


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path, help=f"a folder with {PLV} and {NEWS}")
    parser.add_argument("own", type=Path, help="our own labelled sentences, such as gold/events")
    parser.add_argument("--out", type=Path, default=DATA / WEIGHTS_FILE)
    parser.add_argument("--only-fit", action="store_true", help="no cross-validation")
    choices = parser.parse_args()
    corpus = corpus_of(choices.gold, choices.own)
    classifier = classifier_of(corpus)
    arrays = stored(classifier) | {"sentences": np.array(sorted(sentence_keys(corpus)), np.uint32)}
    _print("codebook alone, our own test", held_back(corpus, None))
    _print("our own test", held_back(corpus, classifier))
    figures = []
    for name, evaluation in () if choices.only_fit else cross_validated(corpus):
        _print(f"five-fold, {name}", evaluation)
        figures.append(f"{name}: " + ", ".join(f"{one.name} {one.value:.3f}" for one in evaluation.figures))
    _save(choices.out, arrays, "\n".join(figures) or "not measured")


def sentence_keys(corpus: Corpus) -> set[int]:
    """The keys of the sentences that are learned from."""
    texts = [gold.sentence for gold, _ in corpus.marked]
    texts += [gold.text for gold, _ in corpus.labelled if gold.split != TEST]
    return {feature_key(text) for text in texts}


def _save(path: Path, arrays: dict[str, np.typing.NDArray[np.generic]], figures: str) -> None:
    np.savez_compressed(path, figures=np.array(figures), **arrays)  # type: ignore[arg-type]  # NumPy types names too


if __name__ == "__main__":
    main()
