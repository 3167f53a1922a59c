"""Factuality held against readers' judgements: a commitment from −3 to +3 for each marked token.

A file has one sentence a line, as JSON: `text` with its tokens apart by spaces, and `targets` with `span1` (the first
token's index, and the index after the last) and `label`. The sets ask different questions: UW and MEANTIME whether
the event holds or will, as the text has it; UDS-IH2 whether it has happened. Each figure says which answer it is
about; the first is the answer to the question of the file's own set.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from spacy.tokens import Doc, Token

from accordingto.evaluation.report import Evaluation, Figure, figure
from accordingto.events.commitment import judge, with_commitment
from accordingto.events.factuality import assess
from accordingto.parse.language_model import BATCH_SIZE, LanguageModel, load_language_model

SETS_OF_WHAT_HAPPENED = frozenset({"UDS_IH2", "UDS-IH2"})
"""Folders of sets whose readers were asked whether it happened; all others were asked what is committed to."""

_AS_WRITTEN = {"``": '"', "''": '"', "`": "'", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{",
               "-RCB-": "}"}  # fmt: skip

Pair = tuple[float, float]  # people's label, our answer
Judged = dict[str, float]  # our answers by the name of the question, and people's under "gold"


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """The tokens of a sentence, and for each judged token its index and people's label."""

    tokens: tuple[str, ...]
    labels: tuple[tuple[int, float], ...]


def read_judged_sentences(path: Path) -> tuple[JudgedSentence, ...]:
    """The sentences of a file, with the tokens written as in running text."""
    rows = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    return tuple(
        JudgedSentence(
            tokens=tuple(_AS_WRITTEN.get(word, word) for word in row["text"].split()),
            labels=tuple((target["span1"][0], float(target["label"])) for target in row["targets"]),
        )
        for row in rows
    )


def judged_tokens(sentences: Sequence[JudgedSentence], model: LanguageModel) -> Iterator[tuple[Token, float]]:
    """Every judged token, parsed with the file's own tokens, and people's label."""
    docs = [Doc(model.pipeline.vocab, words=list(sentence.tokens)) for sentence in sentences]
    with model.threads.limit(limits=1, user_api="blas"):
        parsed = list(model.pipeline.pipe(docs, batch_size=BATCH_SIZE))
    for sentence, doc in zip(sentences, parsed, strict=True):
        model.word_classes.annotate(doc)
        yield from ((doc[index], label) for index, label in sentence.labels)


def evaluate_factuality(path: Path) -> Evaluation:
    """Pearson's r and the mean absolute error of each answer, over every judged token."""
    answers = [_answers(token, label) for token, label in judged_tokens(read_judged_sentences(path), _model())]
    names = ["commitment", "commitment of claims", "commitment by rule", "has happened"]
    if path.resolve().parent.name in SETS_OF_WHAT_HAPPENED:
        names.insert(0, names.pop())
    figures = [found for name in names for found in _figures(name, answers)]
    return Evaluation("factuality", len(answers), tuple(figures))


def pearson(pairs: Iterable[Pair]) -> float:
    """Pearson's correlation; 0.0 where one side does not vary.

    >>> round(pearson([(0, 1), (1, 2), (2, 3)]), 6)
    1.0
    """
    gold, ours = np.array(list(pairs), dtype=float).reshape(-1, 2).T
    if len(gold) < 2 or gold.std() == 0 or ours.std() == 0:
        return 0.0
    return float(np.corrcoef(gold, ours)[0, 1])


def mean_absolute_error(pairs: Iterable[Pair]) -> float:
    """The mean distance of our answers from people's; 0.0 of none.

    >>> mean_absolute_error([(3, 2), (0, 0)])
    0.5
    """
    distances = [abs(gold - ours) for gold, ours in pairs]
    return sum(distances) / len(distances) if distances else 0.0


def _answers(token: Token, label: float) -> Judged:
    stance, learned = assess(token), judge(token)
    return {
        "gold": label,
        "commitment": learned.commitment,
        "commitment of claims": with_commitment(stance, token).commitment,
        "commitment by rule": stance.commitment,
        "has happened": learned.occurred,
    }


def _figures(name: str, answers: Sequence[Judged]) -> Iterator[Figure]:
    pairs = [(answer["gold"], answer[name]) for answer in answers]
    measures: dict[str, Callable[[Sequence[Pair]], float]] = {"Pearson r": pearson, "MAE": mean_absolute_error}
    for measure, value in measures.items():
        yield figure(f"{name}, {measure}", pairs, value, len(pairs))


def _model() -> LanguageModel:
    return load_language_model()
