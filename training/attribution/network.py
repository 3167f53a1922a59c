"""The network: a small BERT, token heads over its word states, and a tagger that reads the window for one cue."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional

from accordingto.parse.looks import LOOKS

WIDTH, LAYERS, HEADS, INNER = 384, 6, 12, 1536
VOCABULARY, POSITIONS = 30522, 512
# Distances to the cue, in words, at which the tagger's view of them changes.
DISTANCES = (1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96)
TAGGER_WIDTH = 128
DILATIONS = (1, 2, 4, 8)
TOKEN_LABELS = 3 + 3 + 2


class Layer(nn.Module):
    """One BERT layer (post-norm)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.joined = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.last_norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor | None) -> Tensor:
        batch, length, _ = states.shape
        joined = self.joined(states).view(batch, length, 3, HEADS, WIDTH // HEADS)
        query, key, value = joined.permute(2, 0, 3, 1, 4).unbind(0)
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = seen.transpose(1, 2).reshape(batch, length, WIDTH)
        states = self.norm(states + self.dropout(self.out(seen)))
        inner = self.narrow(functional.gelu(self.wide(states)))
        result: Tensor = self.last_norm(states + self.dropout(inner))
        return result


class Encoder(nn.Module):
    """Piece ids and looks [batch, pieces], the place of each word's first piece [batch, words] -> word states."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.words = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.looks = nn.Embedding(LOOKS, WIDTH)
        nn.init.zeros_(self.looks.weight)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.dropout = nn.Dropout(dropout)

    def forward(self, pieces: Tensor, looks: Tensor, firsts: Tensor, mask: Tensor | None = None) -> Tensor:
        places = torch.arange(pieces.shape[1])
        states = self.words(pieces) + self.positions(places) + self.looks(looks)
        states = self.dropout(self.norm(states))
        for layer in self.layers:
            states = layer(states, mask)
        result: Tensor = states.gather(1, firsts.unsqueeze(-1).expand(-1, -1, WIDTH))
        return result


class TokenHeads(nn.Module):
    """Word states -> log-probabilities of cue (outside, begin, inside), source (the same), content (no, yes)."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.label = nn.Linear(WIDTH, TOKEN_LABELS)
        self.dropout = nn.Dropout(dropout)

    def forward(self, states: Tensor) -> Tensor:
        heads = self.label(self.dropout(states)).split((3, 3, 2), dim=-1)
        return torch.cat([head.log_softmax(-1) for head in heads], dim=-1)


@dataclass(frozen=True, slots=True)
class CueView:
    """What the tagger is given: a window's word states and token labels, and the places of `n` cues in it."""

    states: Tensor  # [words, WIDTH]
    labels: Tensor  # [words, TOKEN_LABELS], probabilities
    paragraphs: Tensor  # [words]
    cues: Tensor  # [n, 2], half-open


class Tagger(nn.Module):
    """For each cue: labels (none, source, content) of every word, and how likely the cue is one at all."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.word = nn.Linear(WIDTH, TAGGER_WIDTH)
        self.cue = nn.Linear(WIDTH, 2 * TAGGER_WIDTH)
        self.labels = nn.Linear(TOKEN_LABELS, TAGGER_WIDTH)
        self.distance = nn.Embedding(2 * len(DISTANCES) + 1, TAGGER_WIDTH)
        self.same = nn.Embedding(2, TAGGER_WIDTH)
        self.blocks = nn.ModuleList(Block(dilation, dropout) for dilation in DILATIONS)
        self.norm = nn.LayerNorm(TAGGER_WIDTH)
        self.role = nn.Linear(TAGGER_WIDTH, 3)
        self.valid = nn.Sequential(nn.Linear(3 * TAGGER_WIDTH, 64), nn.GELU(), nn.Linear(64, 1))
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("edges", torch.tensor(DISTANCES), persistent=False)

    def forward(self, view: CueView) -> tuple[Tensor, Tensor]:
        """Role scores [n, words, 3] and validity scores [n]."""
        inside = in_cue(view)
        weights = inside / inside.sum(1, keepdim=True)
        added, gate = self.cue(self.dropout(weights @ view.states)).unsqueeze(1).chunk(2, dim=-1)
        word = self.word(self.dropout(view.states))
        hidden = word + added + word * gate + self.labels(view.labels)
        hidden = hidden + self.distance(self.distances(view)) + self.same(same_paragraph(view))
        for block in self.blocks:
            hidden = block(hidden)
        hidden = self.norm(hidden)
        at_cue = torch.bmm(weights.unsqueeze(1), hidden.float()).squeeze(1)
        summary = torch.cat([at_cue, hidden.amax(1), added.squeeze(1)], dim=-1)
        return self.role(self.dropout(hidden)), self.valid(self.dropout(summary)).squeeze(-1)

    def distances(self, view: CueView) -> Tensor:
        """The bucket of every word's signed distance to the cue; the middle one is the cue itself."""
        places = torch.arange(view.states.shape[0]).unsqueeze(0)
        before = (view.cues[:, :1] - places).clamp(min=0)
        after = (places - view.cues[:, 1:] + 1).clamp(min=0)
        edges = self.get_buffer("edges")
        steps = (after.unsqueeze(-1) >= edges).sum(-1) - (before.unsqueeze(-1) >= edges).sum(-1)
        return steps + len(DISTANCES)


class Block(nn.Module):
    """A residual convolution over words."""

    def __init__(self, dilation: int, dropout: float) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(TAGGER_WIDTH)
        self.mix = nn.Conv1d(TAGGER_WIDTH, TAGGER_WIDTH, 3, padding=dilation, dilation=dilation)
        self.dropout = nn.Dropout(dropout)

    def forward(self, hidden: Tensor) -> Tensor:
        mixed = self.mix(self.norm(hidden).transpose(1, 2)).transpose(1, 2)
        result: Tensor = hidden + self.dropout(functional.gelu(mixed))
        return result


def in_cue(view: CueView) -> Tensor:
    """1 for the cue's words, else 0, [n, words]."""
    places = torch.arange(view.states.shape[0]).unsqueeze(0)
    return ((places >= view.cues[:, :1]) & (places < view.cues[:, 1:])).to(view.states.dtype)


def same_paragraph(view: CueView) -> Tensor:
    """1 for words of the cue's paragraph, else 0, [n, words]."""
    own = view.paragraphs[view.cues[:, 0]].unsqueeze(1)
    return (view.paragraphs.unsqueeze(0) == own).to(torch.int64)
