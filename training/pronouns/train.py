"""Trains the pronoun rankers on GAP development, GUM and ECB+, and prints what they reach on what they did not see.

    python training/pronouns/train.py --gold FOLDER [--write]

FOLDER holds `pronouns/gap-development.tsv`, `gum/conllu` and `ecbplus`. The ranker of the fast reader knows features
only, that of the accurate reader also the word states of the shipped encoder: train again whenever the encoder is
replaced. Five folds by document; figures are of the folds left out. `--write` trains on everything and writes both
sets of weights. About three minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path

import numpy as np

from accordingto.evaluation.pronoun_examples import MarkedText, examples_of, read_marked
from accordingto.evaluation.pronoun_training import train_ranker
from accordingto.evaluation.pronouns import LEFT_OUT, SETS, cross_validated, gap_evaluation, gum_evaluation
from accordingto.grounding.pronoun_ranker import STATE_WEIGHTS, WEIGHTS, Ranker, encoder_fingerprint
from accordingto.parse.encoder import load_encoder

DATA = Path(__file__).parents[2] / "src/accordingto/data"
SMALLEST_WEIGHT = 0.005


def main() -> None:
    options = _options()
    for with_states in (False, True):
        texts = _texts(options.gold, with_states=with_states)
        folds = {LEFT_OUT: cross_validated(texts)}
        evaluations = (gap_evaluation(texts, folds), gum_evaluation(texts, folds))
        reached = {f"{each.task}: {one.name}": round(one.value, 3) for each in evaluations for one in each.figures}
        sys.stdout.write(json.dumps(reached, indent=1) + "\n")
        if options.write:
            _write(train_ranker([example for text in texts for example in examples_of(text)]), reached)


def _texts(gold: Path, *, with_states: bool) -> list[MarkedText]:
    encoder = load_encoder() if with_states else None
    return [text for name in SETS for text in read_marked(gold / name, encoder)]


def _write(ranker: Ranker, reached: dict[str, float]) -> None:
    card = {
        "trained_on": "GAP development, GUM (all genres), ECB+ (topics 1 to 35)",
        "date": str(date.today()),
        "reached_when_left_out_of_training": reached,
    }
    kept = {name: round(weight, 3) for name, weight in ranker.weights.items() if abs(weight) >= SMALLEST_WEIGHT}
    network = ranker.network
    if network is None:
        lines = json.dumps({"card": card, "weights": dict(sorted(kept.items()))}, indent=0)
        (DATA / WEIGHTS).write_text(lines + "\n", encoding="utf-8")
        return
    card["encoder"] = encoder_fingerprint()
    matrices = {name: getattr(network, name).astype(np.float16) for name in network.__slots__}
    weights = np.array(list(kept.values()), np.float32)
    np.savez_compressed(DATA / STATE_WEIGHTS, card=json.dumps(card), names="\n".join(kept), weights=weights, **matrices)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    return parser.parse_args()


if __name__ == "__main__":
    main()
