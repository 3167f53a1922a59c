"""The tokens of one part of speech, picked by number: a pass over all `Token` objects costs ten times as much."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

Mask = NDArray[np.bool_]


def _numbers(*names: str) -> NDArray[np.uint64]:
    return np.array([get_string_id(name) for name in names], np.uint64)


_PREDICATES: Final = _numbers("VERB", "ADJ")
_VERB: Final = _numbers("VERB")
_BE: Final = _numbers("be")
_NOUNS: Final = _numbers("NN", "NNS")
_CLAUSE: Final = _numbers("ccomp")


def predicates(doc: Doc) -> Iterator[Token]:
    """Verbs, adjectives and forms of *be*."""
    return _where(doc, _is(doc, "POS", _PREDICATES) | _is(doc, "LEMMA", _BE))


def nouns(doc: Doc) -> Iterator[Token]:
    """Common nouns."""
    return _where(doc, _is(doc, "TAG", _NOUNS))


def acting_words(doc: Doc) -> Iterator[Token]:
    """Verbs and common nouns."""
    return _where(doc, _is(doc, "POS", _VERB) | _is(doc, "TAG", _NOUNS))


def clauses(doc: Doc) -> Iterator[Token]:
    """The verbs of complement clauses."""
    return _where(doc, _is(doc, "DEP", _CLAUSE))


def _is(doc: Doc, attribute: str, numbers: NDArray[np.uint64]) -> Mask:
    column = doc.to_array([attribute])
    found: Mask = column == numbers[0]
    for number in numbers[1:]:
        found = found | (column == number)
    return found


def _where(doc: Doc, mask: Mask) -> Iterator[Token]:
    return (doc[place] for place in np.flatnonzero(mask.ravel()).tolist())
