"""What the network is told after a batch: token labels, each cue's roles, and which cues are none."""

from __future__ import annotations

import random

import torch
from torch import Tensor
from torch.nn import functional
from training.attribution.examples import IGNORED, Example
from training.attribution.model import Model

# A word that looks this much like a cue, and is none, is learnt from as a false cue.
FALSE_CUE = 0.15
# So often the tagger is given only a part of the marked cue, as it will be when reading.
PARTIAL_CUE = 0.25
# At most so many false cues a window: at the start of training every word looks like one.
MOST_FALSE = 6
SMOOTHING = 0.03
# So many word pieces are hidden from the encoder, so that it learns to tell cues by their surroundings too.
HIDDEN = 0.06
MASK_PIECE, FIRST_PLAIN_PIECE = 103, 999
# Losses are sums over a window's words; cues are the bottleneck, the many words of contents would drown them.
WEIGHTS = {"cue": 1.0, "source": 0.3, "content": 0.1}
ROLES_WEIGHT = 0.3
VALID_WEIGHT = 0.5


def batch_loss(model: Model, batch: list[Example], chance: random.Random) -> Tensor:
    """The summed loss of a batch of windows."""
    pieces, looks, firsts, mask = tensors(batch)
    with torch.autocast("cpu", torch.bfloat16):
        states, labels = model.read(hide_some(pieces), looks, firsts, mask)
    states, labels = states.float(), labels.float()
    total = token_loss(labels, batch)
    for example, own_states, own_labels in zip(batch, states, labels, strict=True):
        size = len(example.window.words)
        total = total + _tagger_loss(model, example, own_states[:size], own_labels[:size], chance)
    return total / len(batch)


def hide_some(pieces: Tensor) -> Tensor:
    """The pieces with some plain ones, drawn at random, replaced by the mask."""
    hidden = (torch.rand(pieces.shape) < HIDDEN) & (pieces >= FIRST_PLAIN_PIECE)
    return pieces.masked_fill(hidden, MASK_PIECE)


def tensors(batch: list[Example]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Piece ids, looks, first pieces and the attention mask of a batch, padded with zeros."""
    windows = [example.window for example in batch]
    pieces = _padded([torch.tensor(window.pieces) for window in windows], 0)
    firsts = _padded([torch.tensor(window.firsts) for window in windows], 0)
    looks = _padded([torch.tensor(window.looks) for window in windows], 0)
    lengths = torch.tensor([len(window.pieces) for window in windows])
    mask = torch.arange(pieces.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)
    return pieces, looks, firsts, mask[:, None, None, :]


def token_loss(labels: Tensor, batch: list[Example]) -> Tensor:
    """Cross-entropy of the three token heads."""
    total = labels.new_zeros(())
    for name, start, end in (("cue", 0, 3), ("source", 3, 6), ("content", 6, 8)):
        gold = _padded([torch.from_numpy(getattr(example, name)) for example in batch], IGNORED)
        scores = labels[..., start:end].transpose(1, 2)
        loss = functional.cross_entropy(scores, gold, ignore_index=IGNORED, label_smoothing=SMOOTHING, reduction="sum")
        total = total + WEIGHTS[name] * loss
    return total


def _tagger_loss(model: Model, example: Example, states: Tensor, labels: Tensor, chance: random.Random) -> Tensor:
    true = [_partial(cue, chance) for cue in example.cues]
    wrong = false_cues(labels, example)
    cues = true + chance.sample(wrong, min(MOST_FALSE, len(wrong)))
    if not cues:
        return labels.new_zeros(())
    paragraphs = torch.tensor([word.paragraph for word in example.window.words])
    with torch.autocast("cpu", torch.bfloat16):
        role, valid = model.tag(states, labels, paragraphs, torch.tensor(cues))
    role, valid = role.float(), valid.float()
    is_cue = torch.zeros(len(cues))
    is_cue[: len(true)] = 1
    total = VALID_WEIGHT * functional.binary_cross_entropy_with_logits(valid, is_cue, reduction="sum")
    if true:
        gold = torch.from_numpy(example.roles_of_cues)
        roles = role[: len(true)].transpose(1, 2)
        total = total + ROLES_WEIGHT * functional.cross_entropy(roles, gold, reduction="sum")
    return total


def false_cues(labels: Tensor, example: Example) -> list[tuple[int, int]]:
    """Runs of words that the network takes for cues and that touch no marked one."""
    likely = (1 - labels[:, 0].detach().exp()) > FALSE_CUE
    runs: list[tuple[int, int]] = []
    for number in likely.nonzero().flatten().tolist():
        if runs and runs[-1][1] == number:
            runs[-1] = (runs[-1][0], number + 1)
        else:
            runs.append((number, number + 1))
    return [(start, end) for start, end in runs if not example.cue[start:end].any()]


def _partial(cue: tuple[int, int], chance: random.Random) -> tuple[int, int]:
    start, end = cue
    if end - start == 1 or chance.random() > PARTIAL_CUE:
        return cue
    first = chance.randrange(start, end)
    return first, chance.randrange(first, end) + 1


def _padded(rows: list[Tensor], value: int) -> Tensor:
    return torch.nn.utils.rnn.pad_sequence(rows, batch_first=True, padding_value=value)
