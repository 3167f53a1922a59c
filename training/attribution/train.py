"""Trains the attribution model: `python -m training.attribution.train GOLD OUT --start FOLDER`.

GOLD holds `train/` in brat stand-off, FOLDER the published `model.safetensors` and `vocab.txt` of MiniLM. After every
epoch the averaged weights are written to `OUT/epoch-N.pt`. `--own training/attribution/own` adds our own marked texts
to the articles of GOLD, `--own-times N` each of them N times an epoch.
"""

from __future__ import annotations

import argparse
import logging
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from torch import Tensor, nn
from training.attribution.corpus import read_articles
from training.attribution.examples import Example, make_batches, make_examples
from training.attribution.loss import batch_loss
from training.attribution.model import Model, load_start
from training.attribution.own_texts import read_own_texts
from training.attribution.settings import Average, Progress, Settings

from accordingto.parse.wordpiece import WordPieces

logger = logging.getLogger("train")
LOGGED_STEPS = 50
Batches = list[list[Example]]


def train(gold: Path, start: Path, out: Path, settings: Settings) -> None:
    """Trains by the settings and writes the weights of every epoch."""
    torch.manual_seed(settings.seed)
    chance = random.Random(settings.seed)  # noqa: S311  # order and sizes, not secrets
    model = Model(settings.dropout)
    load_start(model, start)
    if settings.resume is not None:
        model.load_state_dict(torch.load(settings.resume, weights_only=True))
    average = Average(model, settings.average)
    optimizer = _optimizer(model, settings)
    epochs = _epochs(gold, start, settings, chance)
    batches = next(epochs)
    progress = Progress(len(batches) * settings.epochs, settings.minutes * 60, time.monotonic())
    out.mkdir(parents=True, exist_ok=True)
    for epoch in range(1, settings.epochs + 1):
        total = 0.0
        for batch in batches:
            _set_rates(optimizer, settings, progress.share())
            total += _step(model, optimizer, batch_loss(model, batch, chance), settings.clip)
            average.update(model)
            if progress.step() >= 1:
                break
            if progress.done % LOGGED_STEPS == 0:
                logger.info("epoch %d step %d loss %.2f", epoch, progress.done, total / LOGGED_STEPS)
                total = 0.0
        torch.save(average.model.state_dict(), out / f"epoch-{epoch}.pt")
        if progress.share() >= 1:
            return
        batches = next(epochs)


def _epochs(gold: Path, start: Path, settings: Settings, chance: random.Random) -> Iterator[Batches]:
    """The batches of one epoch after the other, cut anew for each."""
    vocabulary = WordPieces.load(start / "vocab.txt")
    articles = read_articles(gold / "train")[: settings.articles]
    if settings.own is not None:
        articles += read_own_texts(settings.own) * settings.own_times
    while True:
        yield make_batches(make_examples(articles, vocabulary, chance), settings.batch_pieces, chance)


def _step(model: Model, optimizer: torch.optim.Optimizer, loss: Tensor, clip: float) -> float:
    loss.backward()  # type: ignore[no-untyped-call]  # torch does not annotate it
    nn.utils.clip_grad_norm_(model.parameters(), clip)
    optimizer.step()
    optimizer.zero_grad()
    return loss.item()


def _optimizer(model: Model, settings: Settings) -> torch.optim.Optimizer:
    heads = [*model.heads.parameters(), *model.tagger.parameters()]
    groups = [
        {"params": list(model.encoder.parameters()), "peak": settings.encoder_rate},
        {"params": heads, "peak": settings.heads_rate},
    ]
    return torch.optim.AdamW(groups, lr=settings.encoder_rate, weight_decay=settings.decay, fused=True)


def _set_rates(optimizer: torch.optim.Optimizer, settings: Settings, share: float) -> None:
    """Up in a straight line to the peak, then down to nothing."""
    factor = min((share + 1e-3) / settings.warmup, (1 - share) / (1 - settings.warmup))
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * factor


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    parser.add_argument("--minutes", type=float, default=Settings().minutes, help="end by then, rates down to nothing")
    parser.add_argument("--resume", type=Path, help="weights of an earlier run to go on from")
    parser.add_argument("--encoder-rate", type=float, default=Settings().encoder_rate)
    parser.add_argument("--heads-rate", type=float, default=Settings().heads_rate)
    parser.add_argument("--own", type=Path, help="a folder of marked texts to add to the articles")
    for name in ("epochs", "seed", "articles", "own-times"):
        parser.add_argument(f"--{name}", type=int, default=getattr(Settings(), name.replace("-", "_")))
    given = vars(parser.parse_args())
    logging.basicConfig(level=logging.INFO, format="%(message)s")
    gold, start, out = (given.pop(name) for name in ("gold", "start", "out"))
    train(gold, start, out, Settings(**given))


if __name__ == "__main__":
    main()
