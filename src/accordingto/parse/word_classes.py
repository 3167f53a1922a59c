"""Lemma and coarse part of speech from a word and its fine tag, by a table that fills itself.

spaCy's own rule lemmatizer is asked once a (word, tag) and remembered: run over every token, it and the attribute
ruler cost a quarter of the whole parse.
"""

from __future__ import annotations

import re
from typing import Final

from spacy.language import Language
from spacy.pipeline import Lemmatizer
from spacy.symbols import AUX, VERB
from spacy.tokens import Doc, Token

MOST_REMEMBERED: Final = 200_000
"""Entries after which the table starts afresh; about 40 MB."""

_AUXILIARY_RELATIONS: Final = frozenset({"aux", "auxpass"})

_CLASS_OF_TAG: Final[dict[str, str]] = {
    "#": "SYM", "$": "SYM", "AFX": "ADJ", "CC": "CCONJ", "CD": "NUM", "DT": "DET", "EX": "PRON", "FW": "X",
    "IN": "ADP", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "MD": "AUX", "NN": "NOUN", "NNS": "NOUN", "NNP": "PROPN",
    "NNPS": "PROPN", "PDT": "DET", "POS": "PART", "PRP": "PRON", "PRP$": "PRON", "RB": "ADV", "RBR": "ADV",
    "RBS": "ADV", "RP": "ADP", "TO": "PART", "UH": "INTJ", "VB": "VERB", "VBD": "VERB", "VBG": "VERB", "VBN": "VERB",
    "VBP": "VERB", "VBZ": "VERB", "WDT": "PRON", "WP": "PRON", "WP$": "PRON", "WRB": "ADV", "_SP": "SPACE",
}  # fmt: skip

_MORPH_OF_BASE_FORM: Final[dict[str, str]] = {
    "NN": "Number=Sing", "NNP": "Number=Sing", "VB": "VerbForm=Inf", "VBP": "Tense=Pres|VerbForm=Fin",
    "JJ": "Degree=Pos", "RB": "Degree=Pos",
}  # fmt: skip
"""What tells the rule lemmatizer that a word is its own lemma: without it, *focus* becomes "focu"."""

_FORMS_OF_BE: Final = frozenset({"am", "are", "'m", "'re"})
"""The finite present forms that are no base forms, whatever their tag."""

_WOULD_DOUBLE = re.compile(r"[^aeiou][aeiou][^aeiouwxy]")


class WordClasses:
    """Sets `pos` and `lemma` of every token of a Doc."""

    def __init__(self, pipeline: Language, lemmatizer: Lemmatizer) -> None:
        self._pipeline = pipeline
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[int, int], tuple[int, int]] = {}
        self._be = pipeline.vocab.strings.add("be")

    def annotate(self, doc: Doc) -> None:
        """Fill in lemma and coarse class; the Doc must have tags and dependencies."""
        known = self._known
        for token in doc:
            key = (token.orth, token.tag)
            entry = known.get(key) or self._learn(token)
            token.lemma, token.pos = entry
            if entry[1] == VERB and (entry[0] == self._be or token.dep_ in _AUXILIARY_RELATIONS):
                token.pos = AUX

    def _learn(self, token: Token) -> tuple[int, int]:
        if len(self._known) >= MOST_REMEMBERED:
            self._known.clear()
        word_class, morph = _class_of(token.tag_), _MORPH_OF_BASE_FORM.get(token.tag_, "")
        alone = Doc(self._pipeline.vocab, [token.text], tags=[token.tag_], pos=[word_class], morphs=[morph])
        is_be = word_class == "VERB" and token.lower_ in _FORMS_OF_BE
        lemma = "be" if is_be else _spelling_chosen(self._lemmatizer.rule_lemmatize(alone[0]))
        entry = (self._pipeline.vocab.strings.add(lemma), alone[0].pos)
        self._known[token.orth, token.tag] = entry
        return entry


def _spelling_chosen(lemmas: list[str]) -> str:
    """The first lemma, or the one with a silent e where the first would have doubled its consonant: *hoping*.

    >>> _spelling_chosen(["hop", "hope"]), _spelling_chosen(["visit"])
    ('hope', 'visit')
    """
    first = lemmas[0]
    return f"{first}e" if f"{first}e" in lemmas and _WOULD_DOUBLE.fullmatch(first[-3:]) else first


def _class_of(tag: str) -> str:
    return _CLASS_OF_TAG.get(tag, "PUNCT")
