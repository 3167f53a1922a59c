"""Pronouns against marked ones: GAP's F1 over its two names, and the antecedents of GUM's third-person pronouns.

The shipped weights were trained on both sets, so what they reach there says little of other texts. Beside it stands
what rankers reach on documents that they did not see: five folds, trained anew for each, end to end.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from accordingto.evaluation.pronoun_examples import MarkedText, asked_of, examples_of, linked, read_marked
from accordingto.evaluation.pronoun_training import train_ranker
from accordingto.evaluation.report import Counts, Evaluation, Figure, f1, figure, precision, recall
from accordingto.grounding.drafts import Gender
from accordingto.grounding.pronoun_features import PRONOUNS
from accordingto.grounding.pronoun_ranker import Ranker, shipped_ranker
from accordingto.model.mention import Mention
from accordingto.model.span import Span, any_overlap, overlaps
from accordingto.parse.encoder import Encoder, load_encoder

FOLDS: Final = 5
FEWEST_DOCUMENTS: Final = 50
"""Fewer are not cut into folds: what is left to train on would be too little."""

SETS: Final = ("pronouns/gap-development.tsv", "gum/conllu", "ecbplus")
"""What the weights are trained on, from the folder that holds all the sets."""

GUM_NEWS: Final = "gum-news"
LEFT_OUT: Final = "five folds"

RankerOf = Callable[[MarkedText], Ranker]


@dataclass(frozen=True, slots=True)
class _Unit:
    """The counts of one text, and the sex that its pronoun is of."""

    counts: Counts
    gender: Gender | None = None


def evaluate_gap(path: Path, reader: str = "fast") -> Evaluation:
    """F1, precision and recall over the two names of every row, as GAP counts them, and F1 by the pronoun's sex."""
    texts = _texts(path, reader)
    return gap_evaluation(texts, _rankings(texts))


def evaluate_gum(folder: Path, reader: str = "fast") -> Evaluation:
    """The part of the news' third-person pronouns whose entity has a mention at one of the marked antecedents."""
    texts = _texts(folder, reader)
    return gum_evaluation(texts, _rankings(texts))


def gap_evaluation(texts: Sequence[MarkedText], rankings: Mapping[str, RankerOf]) -> Evaluation:
    """GAP's figures for each way of ranking, by its name."""
    asked = [text for text in texts if text.pair is not None]
    units = {name: [_gap_unit(text, ranker_of(text)) for text in asked] for name, ranker_of in rankings.items()}
    figures = [each for name, counted in units.items() for each in _gap_figures(name, counted)]
    return Evaluation("pronouns, GAP", len(asked), tuple(figures))


def gum_evaluation(texts: Sequence[MarkedText], rankings: Mapping[str, RankerOf]) -> Evaluation:
    """The accuracy on GUM's news for each way of ranking, by its name."""
    asked = [text for text in texts if text.set == GUM_NEWS]
    units = {name: [_gum_counts(text, ranker_of(text)) for text in asked] for name, ranker_of in rankings.items()}
    figures = [_measured(f"{name}: accuracy", counted, recall) for name, counted in units.items()]
    return Evaluation("pronouns, GUM news", len(asked), tuple(figures))


def _texts(path: Path, reader: str) -> list[MarkedText]:
    """The texts of the set and, where it lies among all the sets, those of the others, which train too."""
    encoder: Encoder | None = load_encoder() if reader == "accurate" else None
    home = next((parent for parent in path.resolve().parents if all((parent / name).exists() for name in SETS)), None)
    paths = [home / name for name in SETS] if home is not None else [path]
    return [text for each in paths for text in read_marked(each, encoder)]


def _rankings(texts: Sequence[MarkedText]) -> dict[str, RankerOf]:
    """What to measure: rankers that did not see the text, where there is enough to train them; the shipped one."""
    folds = {LEFT_OUT: cross_validated(texts)} if len(texts) >= FEWEST_DOCUMENTS else {}
    return {**folds, "shipped weights, trained on this": lambda text: shipped_ranker(text.state_at)}


def cross_validated(texts: Sequence[MarkedText]) -> RankerOf:
    """For each text a ranker trained on the other folds."""
    examples = [example for text in texts for example in examples_of(text)]
    fold_of = {name: number % FOLDS for number, name in enumerate(sorted(text.document for text in texts))}
    rankers = [train_ranker([one for one in examples if fold_of[one.document] != fold]) for fold in range(FOLDS)]

    def ranker_of(text: MarkedText) -> Ranker:
        trained = rankers[fold_of[text.document]]
        return Ranker(trained.weights, trained.network, text.state_at)

    return ranker_of


def _gap_unit(text: MarkedText, ranker: Ranker) -> _Unit:
    pair = text.pair
    if pair is None:
        return _Unit(Counts())
    found = linked(text, ranker).get(pair.pronoun, [])
    said = [any(overlaps(mention.name or mention.span, name) for mention in found) for name in pair.names]
    hits = sum(ours and theirs for ours, theirs in zip(said, pair.meant, strict=True))
    gender = PRONOUNS[pair.pronoun.of(text.article.text).lower()]
    return _Unit(Counts(hits, sum(said), sum(pair.meant)), gender)


def _gum_counts(text: MarkedText, ranker: Ranker) -> Counts:
    found = linked(text, ranker)
    asked = asked_of(text)
    hits = sum(_is_right(found.get(each.span, ()), each.antecedents) for each in asked)
    return Counts(hits, sum(bool(found.get(each.span)) for each in asked), len(asked))


def _is_right(found: Sequence[Mention], antecedents: Sequence[Span]) -> bool:
    return any_overlap((mention.head for mention in found), antecedents)


def _gap_figures(name: str, units: Sequence[_Unit]) -> list[Figure]:
    sexes = {"masculine": Gender.HE, "feminine": Gender.SHE}
    parts = {f"F1, {sex}": [unit.counts for unit in units if unit.gender is gender] for sex, gender in sexes.items()}
    everything = [unit.counts for unit in units]
    measures = {"F1": f1, "precision": precision, "recall": recall}
    figures = [_measured(f"{name}: {what}", everything, measure) for what, measure in measures.items()]
    return figures + [_measured(f"{name}: {what}", some, f1) for what, some in parts.items()]


def _measured(name: str, units: Sequence[Counts], measure: Callable[[Counts], float]) -> Figure:
    return figure(name, units, lambda some: measure(_total(some)), _total(units).gold)


def _total(units: Sequence[Counts]) -> Counts:
    return sum(units, Counts())
