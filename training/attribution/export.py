"""Writes trained weights as the files that are read with: int8 encoder and tagger (ONNX), vocabulary.

`python -m training.attribution.export CHECKPOINT OUT --start FOLDER`
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn
from training.attribution.model import Model

OPSET = 18
ENCODER_AXES = {"pieces": {1: "pieces"}, "looks": {1: "pieces"}, "firsts": {1: "words"}}
TAGGER_AXES = {"states": {0: "words"}, "labels": {0: "words"}, "paragraphs": {0: "words"}, "cues": {0: "cues"}}


class Reader(nn.Module):
    """The encoder and the token heads, as one graph."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, looks: Tensor, firsts: Tensor) -> tuple[Tensor, Tensor]:
        """Word states [1, words, width] and token log-probabilities [1, words, 8]."""
        return self.model.read(pieces, looks, firsts)


class CueTagger(nn.Module):
    """The tagger as a graph, from the word states of one window."""

    def __init__(self, model: Model) -> None:
        super().__init__()
        self.model = model

    def forward(self, states: Tensor, labels: Tensor, paragraphs: Tensor, cues: Tensor) -> tuple[Tensor, Tensor]:
        """Log-probabilities of the roles [cues, words, 3] and validity [cues]."""
        roles, valid = self.model.tag(states, labels, paragraphs, cues)
        return roles.log_softmax(-1), valid.sigmoid()


def export(checkpoint: Path, start: Path, out: Path) -> None:
    """Writes `encoder.onnx`, `tagger.onnx` and `vocab.txt` into `out`."""
    model = Model(dropout=0.0)
    model.load_state_dict(torch.load(checkpoint, weights_only=True))
    model.eval()
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        exact = Path(scratch) / "encoder.onnx"
        write_encoder(model, exact)
        quantize(exact, out / "encoder.onnx")
    write_tagger(model, out / "tagger.onnx")
    shutil.copy(start / "vocab.txt", out / "vocab.txt")


def write_encoder(model: Model, path: Path) -> None:
    """The encoder as an exact (32-bit) graph."""
    ones = torch.ones((1, 7), dtype=torch.int64)
    arguments = {"pieces": ones, "looks": ones, "firsts": torch.tensor([[1, 3, 5]])}
    _write(Reader(model), arguments, ENCODER_AXES, ["states", "labels"], path)


def write_tagger(model: Model, path: Path) -> None:
    """The tagger as an exact graph."""
    arguments = {
        "states": torch.zeros(5, 384),
        "labels": torch.zeros(5, 8),
        "paragraphs": torch.tensor([0, 0, 0, 1, 1]),
        "cues": torch.tensor([[0, 1], [2, 4], [4, 5]]),
    }
    _write(CueTagger(model), arguments, TAGGER_AXES, ["roles", "valid"], path)


def quantize(exact: Path, path: Path) -> None:
    """The graph with 8-bit weights in its matrix products and its embedding table.

    One scale a channel and seven of the eight bits: one scale a matrix costs .004 of full-match F1, and with all eight
    bits the products overflow on processors that have no instruction for them; seven cost nothing.
    """
    quantize_dynamic(
        exact,
        path,
        per_channel=True,
        reduce_range=True,
        weight_type=QuantType.QInt8,
        op_types_to_quantize=["MatMul", "Gemm", "Gather"],
    )


def _write(
    module: nn.Module,
    arguments: dict[str, Tensor],
    axes: dict[str, dict[int, str]],
    outputs: list[str],
    path: Path,
) -> None:
    torch.onnx.export(
        module.eval(),
        tuple(arguments.values()),
        str(path),
        input_names=list(arguments),
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=OPSET,
        dynamo=False,
    )


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--start", type=Path, required=True)
    arguments = parser.parse_args()
    export(arguments.checkpoint, arguments.start, arguments.out)


if __name__ == "__main__":
    main()
