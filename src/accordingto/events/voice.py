"""Whether a verb is passive: with its auxiliary, without one, and in headlines."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.objects import DEEPEST, OBJECTS, OWN_SUBJECTS, object_of_next, object_of_result, whom_before
from accordingto.model.codebook import load_codebook

_MARKS_OF_PASSIVE: Final = frozenset({"auxpass", "nsubjpass", "agent", "csubjpass"})
_PARTICIPIAL: Final = frozenset({"acl", "advcl", "oprd", "ccomp", "xcomp"})
_COMPLEMENTS: Final = frozenset({"dobj", "obj", "aux", "prt", "ccomp", "xcomp", "dative", "oprd", "attr", "acomp"})
_OF_COUNT: Final = frozenset({"between", "about", "over", "around", "some", "up"})
"""Words before a count that the parser takes for prepositions: killed *between* ten and twenty."""


def is_passive(verb: Token, depth: int = 0) -> bool:
    """True where the grammatical subject undergoes: was *shot*, a town *held* by rebels, two shot and ten *beaten*."""
    if verb.tag_ == "VBD":
        return _is_headline_passive(verb)
    if verb.tag_ != "VBN" or whom_before(verb) is not None:
        return False
    relations = {child.dep_ for child in verb.children}
    if relations & _MARKS_OF_PASSIVE:
        return True
    if "aux" in relations or depth > DEEPEST or relations & OBJECTS:
        return False
    if _is_finite(verb, relations):
        return False
    if verb.dep_ == "conj":
        return bool(relations & OWN_SUBJECTS) or is_passive(verb.head, depth + 1)
    return verb.dep_ in _PARTICIPIAL or verb.dep_ == "ROOT"


def _is_finite(verb: Token, relations: set[str]) -> bool:
    """True for a past tense that the tagger takes for a participle: the envoy, Jon Berg, *defected*, it said."""
    return verb.dep_ in {"ccomp", "ROOT"} and "nsubj" in relations and not _is_of_headlines(verb)


def _is_headline_passive(verb: Token) -> bool:
    """True where a headline leaves out "was" and the tagger sees a past tense: Two *killed* in blast."""
    if not _is_of_headlines(verb) or object_of_next(verb) is not None or object_of_result(verb) is not None:
        return False
    if any(child.dep_ in _COMPLEMENTS and child.lower_ != "dead" for child in verb.children):
        return False
    return not any(child.i == verb.i + 1 and child.lower_ in _OF_COUNT for child in verb.rights)


def _is_of_headlines(verb: Token) -> bool:
    """True for a verb whose past tense without an object lacks its "was": *killed*, *shot dead*, *beaten to death*."""
    if verb.lemma_ in load_codebook().classes["headline_passive"]:
        return True
    doc, after = verb.doc, verb.i + 1
    if after == len(doc) or doc[after].lower_ not in {"dead", "to"}:
        return False
    return doc[after].lower_ == "dead" or (after + 1 < len(doc) and doc[after + 1].lower_ == "death")
