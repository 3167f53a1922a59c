"""The words of data/speech_acts.toml, looked up by word and class."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from accordingto.model.attribution import SpeechAct
from accordingto.model.resources import load_toml

_TABLES = {"VERB": "verbs", "AUX": "verbs", "NOUN": "nouns", "PROPN": "nouns", "ADJ": "adjectives"}
FOLLOWING = 4
"""Words behind a verb in which the rest of its phrase stands: took full and sole *responsibility*."""


def act_of_cue(word: Token) -> SpeechAct | None:
    """The act that a cue names by itself; None for *say* and other words that only tell."""
    return _cues().get((_TABLES.get(word.pos_, ""), word.lemma_.lower()))


def act_of_phrase(word: Token) -> SpeechAct | None:
    """The act of a verb with a word behind it: *claimed responsibility*, *expressed hope*."""
    behind = {token.lower_ for token in word.doc[word.i + 1 : word.i + 1 + FOLLOWING]}
    return next((act for (verb, other), act in _phrases().items() if verb == word.lemma_ and other in behind), None)


@cache
def words(table: str, group: str) -> frozenset[str]:
    """A word list of the data file."""
    return frozenset(load_toml("speech_acts.toml")[table][group].split())


@cache
def _cues() -> dict[tuple[str, str], SpeechAct]:
    found: dict[tuple[str, str], SpeechAct] = {}
    for row in load_toml("speech_acts.toml")["cue"]:
        for kind in ("verbs", "nouns", "adjectives"):
            found |= {(kind, word): SpeechAct(row["act"]) for word in row.get(kind, "").split()}
    return found


@cache
def _phrases() -> dict[tuple[str, str], SpeechAct]:
    rows = load_toml("speech_acts.toml")["phrase"]
    return {
        (verb, word): SpeechAct(row["act"])
        for row in rows
        for verb in row["verbs"].split()
        for word in row["words"].split()
    }
