"""The arguments of a verb: who does it and to whom, through passives, lists, control and relative clauses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Token

from accordingto.events.participants import is_actor
from accordingto.model.resources import load_toml

_OWN_SUBJECTS: Final = frozenset({"nsubj", "nsubjpass"})
_RELATIVE: Final = frozenset({"WDT", "WP"})
_OBJECTS: Final = frozenset({"dobj", "obj"})
_SUBJECT_CONTROL: Final = frozenset({"promise", "vow", "threaten", "agree", "offer", "swear", "pledge"})
"""Verbs whose subject does what the infinitive says even where there is an object: she promised him *to leave*."""

_TELLING: Final = frozenset({"say", "report", "tell", "announce", "add", "state"})

_ASKING: Final = frozenset({"call", "appeal", "urge", "press", "push", "lobby", "plead"})
"""Verbs whose infinitive the parser at times takes for one of purpose: called on them *to leave*."""

_COMPLEMENTS: Final = frozenset({"dobj", "obj", "aux", "prt", "ccomp", "xcomp", "dative", "oprd", "attr", "acomp"})
_OF_COUNT: Final = frozenset({"between", "about", "over", "around", "some", "up"})
"""Words before a count that the parser takes for prepositions: killed *between* ten and twenty."""

_NEXT: Final = 3
"""Tokens between two verbs that share an object: *and*, an adverb."""

_DEEPEST = 12
"""Steps up the tree after which the search for a subject is given up."""


def is_passive(verb: Token, depth: int = 0) -> bool:
    """True where the grammatical subject undergoes: was *shot*, a town *held* by rebels, two shot and ten *beaten*."""
    if verb.tag_ == "VBD":
        return _is_headline_passive(verb)
    if verb.tag_ != "VBN":
        return False
    has_auxiliary = False
    for child in verb.children:
        if child.dep_ in {"auxpass", "nsubjpass", "agent", "csubjpass"}:
            return True
        has_auxiliary = has_auxiliary or child.dep_ == "aux"
    if has_auxiliary or depth > _DEEPEST:
        return False
    if verb.dep_ == "conj" and any(child.dep_ in _OBJECTS for child in verb.children):
        return False
    if verb.dep_ == "conj":
        return _has_own_subject(verb) or is_passive(verb.head, depth + 1)
    if verb.dep_ in {"acl", "advcl", "oprd", "ccomp", "xcomp"}:
        return not any(child.dep_ in _OBJECTS for child in verb.children)
    return verb.dep_ == "ROOT" and not any(child.dep_ in _OBJECTS for child in verb.children)


def _is_headline_passive(verb: Token) -> bool:
    """True where a headline leaves out "was" and the tagger sees a past tense: Two *killed* in blast."""
    if verb.lemma_ not in load_toml("codebook.toml")["classes"]["headline_passive"]:
        return False
    if any(child.dep_ in _COMPLEMENTS for child in verb.children) or _object_of_next(verb) is not None:
        return False
    return not any(child.i == verb.i + 1 and child.lower_ in _OF_COUNT for child in verb.rights)


def _object_of_next(verb: Token) -> Token | None:
    """The object that stands with the second of two verbs: *arrested* and charged *the editor*."""
    for child in verb.rights:
        if child.dep_ == "conj" and child.pos_ == "VERB" and child.i - verb.i <= _NEXT:
            return next((part for part in child.children if part.dep_ in _OBJECTS), None)
    return None


def logical_subject(verb: Token) -> Token | None:
    """The head of who does it; None where nobody is told: were shot by *rebels*, *rebels* shot."""
    return agent_of(verb) if is_passive(verb) else grammatical_subject(verb)


def logical_object(verb: Token) -> Token | None:
    """The head of who or what undergoes it: rebels shot *soldiers*, *soldiers* were shot."""
    if is_passive(verb):
        return grammatical_subject(verb)
    found = direct_object(verb)
    return found if found is not None else _gap_object(verb)


def direct_object(verb: Token) -> Token | None:
    """The object that stands with the verb, a relative pronoun resolved to its noun."""
    for child in verb.children:
        if child.dep_ in _OBJECTS:
            return _antecedent(child, verb) if child.tag_ in _RELATIVE else child
    for child in verb.children:
        if child.dep_ == "dative" and child.pos_ != "ADP":
            return child
    return _object_of_next(verb) or _subject_of_infinitive(verb)


def _subject_of_infinitive(verb: Token) -> Token | None:
    """The noun between a verb and its infinitive where the parser gives it to the latter: asked *us* to go."""
    for child in verb.children:
        if child.dep_ == "ccomp" and child.tag_ == "VB" and any(part.lower_ == "to" for part in child.lefts):
            return next((part for part in child.lefts if part.dep_ == "nsubj"), None)
    return None


def agent_of(verb: Token) -> Token | None:
    """The head of the "by" phrase of a passive: shot by *rebels*."""
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            for grandchild in child.children:
                if grandchild.dep_ == "pobj":
                    return grandchild
    return None


def grammatical_subject(verb: Token, depth: int = 0) -> Token | None:
    """The head of the verb's subject, its own or one that a higher clause lends it."""
    if depth > _DEEPEST:
        return None
    for child in verb.children:
        if child.dep_ in _OWN_SUBJECTS:
            return _antecedent(child, verb) if child.tag_ in _RELATIVE or child.lower_ == "that" else child
    return _lent_subject(verb, depth + 1)


def objects_of_preposition(preposition: Token, depth: int = 0) -> Iterator[Token]:
    """The heads of the noun phrases after a preposition, also "in and around *X*"."""
    for child in preposition.children:
        if child.dep_ == "pobj":
            yield child
        elif child.dep_ in {"prep", "conj"} and child.pos_ == "ADP" and depth < _DEEPEST:
            yield from objects_of_preposition(child, depth + 1)


def _has_own_subject(verb: Token) -> bool:
    return any(child.dep_ in _OWN_SUBJECTS for child in verb.children)


def _antecedent(pronoun: Token, verb: Token) -> Token:
    """The noun that a relative pronoun stands for: *rebels* who fled; the pronoun where no noun is found."""
    current = verb
    for _ in range(_DEEPEST):
        if current.dep_ == "relcl":
            return current.head
        if current.head is current:
            break
        current = current.head
    return pronoun


def _gap_object(verb: Token) -> Token | None:
    """The noun that a relative clause without an object of its own describes: the *men* they captured."""
    if verb.dep_ != "relcl" or not _has_own_subject(verb):
        return None
    subject = next(child for child in verb.children if child.dep_ in _OWN_SUBJECTS)
    return None if subject.tag_ in _RELATIVE or subject.lower_ == "that" else verb.head


def _lent_subject(verb: Token, depth: int) -> Token | None:
    relation, head = verb.dep_, verb.head
    if head is verb:
        return None
    if relation in {"xcomp", "ccomp"}:
        return _controller(verb, head, depth)
    if relation in {"acomp", "oprd"}:
        return grammatical_subject(head, depth)
    if relation == "advcl" and head.lemma_ in _ASKING and _is_infinitive(verb):
        return _controller(verb, head, depth)
    if relation == "advcl" and (told := _told_before(head)) is not None and verb.i > head.i:
        return grammatical_subject(told, depth)
    if relation in {"conj", "advcl"} and verb.i > head.i and (teller := _teller_of_state(head)) is not None:
        return grammatical_subject(teller, depth)
    if relation in {"conj", "advcl", "dep", "parataxis"}:
        return grammatical_subject(head, depth) if head.pos_ in {"VERB", "AUX"} else None
    if relation == "acl":
        return _subject_from_noun(verb, head, depth)
    if relation == "relcl":
        return head
    if relation == "pcomp":
        return _subject_across_preposition(head, depth)
    return None


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def _told_before(verb: Token) -> Token | None:
    """The clause told before its verb of telling: rebels *seized* the base, officials said, killing two."""
    if verb.lemma_ not in _TELLING:
        return None
    return next((child for child in verb.lefts if child.dep_ == "ccomp"), None)


def _teller_of_state(verb: Token) -> Token | None:
    """The verb of telling whose clause only says what a thing is: *said* it was a threat and imposed sanctions."""
    if verb.lemma_ != "be" or verb.dep_ != "ccomp" or verb.head.lemma_ not in _TELLING:
        return None
    subjects = (child for child in verb.lefts if child.dep_ in _OWN_SUBJECTS)
    return verb.head if any(child.lower_ == "it" or not is_actor(child) for child in subjects) else None


def _controller(verb: Token, head: Token, depth: int) -> Token | None:
    """Who is meant to do what an infinitive says: urged *the army* to turn, *they* agreed to leave."""
    if head.pos_ not in {"VERB", "AUX"}:
        return _subject_of_adjective(head, depth) if head.pos_ == "ADJ" else None
    if verb.dep_ == "ccomp" and verb.tag_ not in {"VB", "VBG", "VBN"}:
        return None
    if head.lemma_ not in _SUBJECT_CONTROL and not is_passive(head):
        for child in head.children:
            if child.dep_ in _OBJECTS and child.i < verb.i:
                return child
            if child.dep_ == "prep" and child.lower_ in {"on", "upon", "to", "for", "with"} and child.i < verb.i:
                return next(objects_of_preposition(child), None)
    return grammatical_subject(head, depth)


def _subject_of_adjective(adjective: Token, depth: int) -> Token | None:
    """Ready to leave: whoever is ready."""
    if adjective.dep_ in {"acomp", "oprd"} and adjective.head.pos_ in {"VERB", "AUX"}:
        return grammatical_subject(adjective.head, depth)
    return adjective.head if adjective.dep_ == "amod" else None


def _subject_from_noun(verb: Token, noun: Token, depth: int) -> Token | None:
    """Of a participle its noun (*troops* guarding it); of an infinitive whoever has the noun (*his* plan to go)."""
    if verb.tag_ in {"VBG", "VBN", "VBD"}:
        return noun
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from", "for"}:
            return next(objects_of_preposition(child), None)
    if noun.dep_ in _OBJECTS and noun.head.pos_ == "VERB":
        return grammatical_subject(noun.head, depth)
    return None


def _accused(charge: Token, depth: int) -> Token | None:
    """Whom charges name: filed charges against *guards* for beating him, *he* faces charges of beating him."""
    for child in charge.rights:
        if child.dep_ == "prep" and child.lower_ == "against":
            return next(objects_of_preposition(child), None)
    if charge.dep_ in _OBJECTS and charge.head.lemma_ in {"face", "deny", "fight", "await"}:
        return grammatical_subject(charge.head, depth)
    return None


def _subject_across_preposition(preposition: Token, depth: int) -> Token | None:
    """After leaving: whoever the clause is about; accused *him* of lying: the accused."""
    head = preposition.head
    if head.pos_ not in {"VERB", "AUX"}:
        return _accused(head, depth) if head.pos_ == "NOUN" and preposition.lower_ in {"of", "for"} else None
    if preposition.lower_ in {"of", "from", "for", "into"}:
        undergoer = logical_object(head)
        if undergoer is not None:
            return _accused(undergoer, depth) or undergoer
    return grammatical_subject(head, depth)
