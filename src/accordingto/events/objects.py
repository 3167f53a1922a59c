"""The noun phrases that stand with a verb: its object, what follows its prepositions, who does it in a passive."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

OBJECTS: Final = frozenset({"dobj", "obj"})
OWN_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
RELATIVE: Final = frozenset({"WDT", "WP"})
TELLING: Final = frozenset({"say", "report", "tell", "announce", "add", "state"})

DEEPEST: Final = 12
"""Steps up the tree after which a search is given up."""

_HUNG_ON_RESULT: Final = OBJECTS | {"pobj"}
_NEXT: Final = 3
"""Tokens between two verbs that share an object: *and*, an adverb."""


def direct_object(verb: Token) -> Token | None:
    """The object that stands with the verb, a relative pronoun resolved to its noun."""
    for child in verb.children:
        if child.dep_ in OBJECTS:
            return antecedent(child, verb) if child.tag_ in RELATIVE else child
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return child
    return object_of_next(verb) or object_of_result(verb) or _subject_of_infinitive(verb)


def object_of_next(verb: Token) -> Token | None:
    """The object that stands with the second of two verbs: *arrested* and charged *the editor*."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= _NEXT:
            return next((part for part in child.children if part.dep_ in OBJECTS), None)
    return None


def object_of_result(verb: Token) -> Token | None:
    """The object that the parser hangs on a result told before it: shot *dead* a clerk, set *free* two men."""
    result = next((child for child in verb.rights if child.i == verb.i + 1 and child.pos_ == "ADJ"), None)
    if result is None:
        return None
    return next((part for part in result.rights if part.dep_ in _HUNG_ON_RESULT and part.pos_ != "ADP"), None)


def own_subject(verb: Token) -> Token | None:
    """The head of the subject that stands with the verb itself, a relative pronoun resolved to its noun."""
    for child in verb.children:
        if child.dep_ in OWN_SUBJECTS:
            return antecedent(child, verb) if child.tag_ in RELATIVE or child.lower_ == "that" else child
    return None


def agent_of(verb: Token) -> Token | None:
    """The head of the "by" phrase of a passive: shot by *rebels*; shot, police said, by *rebels*."""
    found = _after_by(verb)
    if found is None and verb.dep_ == "ccomp" and verb.head.lemma_ in TELLING and verb.i < verb.head.i:
        return _after_by(verb.head)
    return found


def objects_of_preposition(preposition: Token, depth: int = 0) -> Iterator[Token]:
    """The heads of the noun phrases after a preposition, also "in and around *X*"."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ in {"prep", "conj"} and child.pos_ == "ADP" and depth < DEEPEST:
            yield from objects_of_preposition(child, depth + 1)


def objects_after(word: Token, prepositions: frozenset[str]) -> Iterator[Token]:
    """The heads after any of these prepositions of a verb or noun: charges *against guards*."""
    for child in word.children:
        if child.dep_ == "prep" and child.lower_ in prepositions:
            yield from objects_of_preposition(child)


def antecedent(pronoun: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for: *rebels* who fled; the pronoun where no noun is found."""
    current = verb
    for _ in range(DEEPEST):
        if current.dep_ == "relcl":
            return current.head
        if current.head is current:
            break
        current = current.head
    return pronoun


def gap_object(verb: Token) -> Token | None:
    """The noun that a relative clause without an object of its own describes: the *men* they captured."""
    if (whom := whom_before(verb)) is not None:
        return _noun_left_of(whom)
    if verb.dep_ != "relcl":
        return None
    subject = next((child for child in verb.children if child.dep_ in OWN_SUBJECTS), None)
    if subject is None or subject.tag_ in RELATIVE or subject.lower_ == "that":
        return None
    return verb.head


def whom_before(verb: Token) -> Token | None:
    """The *whom* of a clause whose past tense the tagger takes for a participle: the chief, whom a guard *killed*."""
    if verb.dep_ != "acl" or verb.tag_ != "VBN":
        return None
    before = verb.head.left_edge.i - 1
    return verb.doc[before] if before > 0 and verb.doc[before].lower_ == "whom" else None


def _noun_left_of(pronoun: Token) -> Token | None:
    """The head of the noun phrase that ends where the pronoun's clause begins."""
    left = pronoun.i - (2 if pronoun.nbor(-1).is_punct else 1)
    if left < 0:
        return None
    noun = pronoun.doc[left]
    while noun.head.i < noun.i and noun.head.pos_ in {"NOUN", "PROPN", "ADP"}:
        noun = noun.head
    return noun if noun.pos_ in {"NOUN", "PROPN"} else None


def _after_by(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def _subject_of_infinitive(verb: Token) -> Token | None:
    """The noun between a verb and its infinitive where the parser gives it to the latter: asked *us* to go."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.tag_ == "VB" and any(part.lower_ == "to" for part in child.lefts):
            return next((part for part in child.lefts if part.dep_ == "nsubj"), None)
    return None
