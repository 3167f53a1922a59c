"""The whole model: encoder, token heads and tagger, and how it starts from MiniLM's published weights."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from training.attribution.network import LAYERS, CueView, Encoder, Tagger, TokenHeads

PARTS = {
    "attention.output.dense": "out",
    "attention.output.LayerNorm": "norm",
    "intermediate.dense": "wide",
    "output.dense": "narrow",
    "output.LayerNorm": "last_norm",
}


class Model(nn.Module):
    """Encoder and heads together, for training; they are exported apart."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.heads = TokenHeads(dropout)
        self.tagger = Tagger(dropout)

    def read(self, pieces: Tensor, looks: Tensor, firsts: Tensor, mask: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Word states and token log-probabilities."""
        states: Tensor = self.encoder(pieces, looks, firsts, mask)
        return states, self.heads(states)

    def tag(self, states: Tensor, labels: Tensor, paragraphs: Tensor, cues: Tensor) -> tuple[Tensor, Tensor]:
        """Role scores and validity of the cues of one window; every argument but `cues` is that of its words."""
        role, valid = self.tagger(CueView(states, labels.exp(), paragraphs, cues))
        return role, valid


def load_start(model: Model, folder: Path) -> None:
    """Puts MiniLM's weights into the encoder, which has one table more: the looks, zero at first."""
    tensors = load_file(folder / "model.safetensors")
    weights = {name.removeprefix("bert."): tensor for name, tensor in tensors.items()}
    model.encoder.load_state_dict({**_renamed(weights), "looks.weight": model.encoder.looks.weight.detach()})


def _renamed(weights: dict[str, Tensor]) -> dict[str, Tensor]:
    renamed = {
        "words.weight": weights["embeddings.word_embeddings.weight"],
        "positions.weight": weights["embeddings.position_embeddings.weight"]
        + weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        old, new = f"encoder.layer.{number}.", f"layers.{number}."
        for kind in ("weight", "bias"):
            self_attention = [weights[f"{old}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            renamed[f"{new}joined.{kind}"] = torch.cat(self_attention)
            for old_part, new_part in PARTS.items():
                renamed[f"{new}{new_part}.{kind}"] = weights[f"{old}{old_part}.{kind}"]
    return renamed
