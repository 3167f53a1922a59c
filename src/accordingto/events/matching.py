"""Which row of the codebook a word of the text meets, and the words that are part of the act."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from accordingto.events.arguments import (
    direct_object,
    is_passive,
    logical_object,
    logical_subject,
    objects_of_preposition,
)
from accordingto.events.participants import is_actor, is_human, is_site, is_state, is_time, may_be_a_persons_name
from accordingto.model.codebook import Condition, Relation, Trigger, load_codebook

_BEFORE = frozenset({"compound", "amod", "nmod", "nummod", "npadvmod"})
_POINTS_BACK = frozenset({"it", "them"})
_FARTHEST_NAMED = 30
"""Tokens before a pronoun in which its noun is looked for: its sentence and part of the one before."""

_CLAUSE_RELATIONS = frozenset({"ccomp", "xcomp", "advcl", "acl"})


@dataclass(frozen=True, slots=True)
class Match:
    """A word that meets a row. `words` are the trigger's; `within_act` the nouns that are part of the act."""

    trigger: Trigger
    head: Token
    words: tuple[Token, ...]
    within_act: tuple[Token, ...] = ()


def match_verb(verb: Token, rows: Iterable[Trigger]) -> Match | None:
    """The narrowest row that the verb meets: *open* in "opened fire", not in "opened the door"."""
    return next((match for row in rows if (match := _matched(verb, row)) is not None), None)


def match_noun(noun: Token, rows: Iterable[Trigger]) -> Match | None:
    """The narrowest row that the noun meets: *attack*, not in "heart attack"."""
    return next((match for row in rows if (match := _matched(noun, row)) is not None), None)


def is_word(token: Token, words: frozenset[str]) -> bool:
    """True where the token is one of the words, or of the kind that an "@" word names."""
    if "@any" in words:
        return True
    if token.lemma_.lower() in words or token.lower_ in words:
        return True
    return (
        ("@human" in words and (is_human(token) or may_be_a_persons_name(token)))
        or ("@actor" in words and is_actor(token))
        or ("@state" in words and is_state(token))
        or ("@site" in words and is_site(token))
    )


def _matched(head: Token, row: Trigger) -> Match | None:
    words, within = [head], []
    for condition in row.conditions:
        met = _met(head, condition)
        if met is None:
            return None
        within += [
            token
            for token in met
            if condition.relation in {Relation.OBJECT_IN_ACT, Relation.PARTICLE}
            and token.pos_ != "ADP"
            and condition.words
        ]
        words += met
    return Match(row, head, tuple(sorted(set(words), key=lambda token: token.i)), tuple(within))


def _met(head: Token, condition: Condition) -> tuple[Token, ...] | None:
    """The words that the condition adds to the trigger (often none), or None where it does not hold."""
    match condition.relation:
        case Relation.OBJECT_IN_ACT:
            return _object_in_act(head, condition)
        case Relation.OBJECT:
            found = _object_or_attribute(head)
            return () if any(is_word(token, condition.words) for token in found) else None
        case Relation.NOT_OBJECT:
            return _without_object(head, condition)
        case Relation.SUBJECT | Relation.NOT_SUBJECT:
            subject = logical_subject(head)
            holds = subject is not None and (not condition.words or is_word(subject, condition.words))
            return () if holds == (condition.relation is Relation.SUBJECT) else None
        case Relation.PARTICLE:
            return _particle(head, condition)
        case Relation.NOT_PARTICLE:
            return None if any(_is_particle(child, condition.words) for child in head.children) else ()
        case Relation.COMPLEMENT:
            return () if _has_complement(head, condition.words) else None
        case Relation.BEFORE | Relation.NOT_BEFORE:
            return _modifiers(head, condition)


def _object_in_act(head: Token, condition: Condition) -> tuple[Token, ...] | None:
    """Opened *fire*, imposed a *curfew*, peace *talks* were held, left two *dead*, was handed a *sentence*."""
    for result in (child for child in head.children if child.dep_ in {"oprd", "acomp"}):
        if is_word(result, condition.words):
            return (result,)
    kept = next((child for child in head.rights if child.dep_ == "dobj"), None) if is_passive(head) else None
    if kept is not None and is_word(kept, condition.words):
        return (kept,)
    found = logical_object(head)
    if found is None:
        return None
    core = _core(found)
    if is_word(core, condition.words):
        return (found,)
    if found.lower_ in _POINTS_BACK and _is_named_before(found, condition.words):
        return ()
    others = (found, *(child for child in core.children if child.dep_ == "conj"))
    return next(((token,) for token in others if is_word(token, condition.words)), None)


def _is_named_before(pronoun: Token, words: frozenset[str]) -> bool:
    """True where a little before stands what the act needs: the *militia's* leader said that they joined *it*."""
    named = pronoun.doc[max(0, pronoun.i - _FARTHEST_NAMED) : pronoun.i]
    return any(token.lemma_.lower() in words and token.pos_ in {"NOUN", "PROPN"} for token in named)


def _object_or_attribute(head: Token) -> tuple[Token, ...]:
    if head.pos_ == "NOUN":
        return _undergoers_of(head)
    found = logical_object(head)
    predicates = tuple(child for child in head.children if child.dep_ in {"oprd", "acomp", "attr", "dative"})
    if found is None:
        return predicates
    return (found, _core(found), *(child for child in found.children if child.dep_ in {"conj", "appos"}), *predicates)


def _undergoers_of(noun: Token) -> tuple[Token, ...]:
    """Whom the act of a noun befalls: the release of *hostages*, *his* release."""
    found = [child for child in noun.lefts if child.dep_ in {"poss", "compound"}]
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == "of":
            found += objects_of_preposition(child)
    return tuple(core for token in found for core in (token, _core(token)))


def _without_object(head: Token, condition: Condition) -> tuple[Token, ...] | None:
    found = logical_object(head)
    if not condition.words:
        return () if direct_object(head) is None and not is_passive(head) else None
    return None if found is not None and is_word(found, condition.words) else ()


def _particle(head: Token, condition: Condition) -> tuple[Token, ...] | None:
    """Stepped *down*; relieved *of* his *duties*; fired rockets *at* it: a child of the verb or of its object."""
    for child in _children_with_objects(head):
        if child.lower_ != condition.particle or child.dep_ in {"aux", "nsubj", "dobj", "mark"}:
            continue
        nouns = list(objects_of_preposition(child))
        if not condition.words:
            if nouns and all(is_time(noun) for noun in nouns):
                continue
            return (child,)
        for noun in nouns:
            if is_word(noun, condition.words):
                return (child, noun)
    return None if condition.words else _mark_of_clause(head, condition)


def _mark_of_clause(verb: Token, condition: Condition) -> tuple[Token, ...] | None:
    """The preposition that the parser gives to an infinitive clause: called *for* police to solve it."""
    for clause in verb.rights:
        if clause.dep_ in {"advcl", "ccomp"} and any(part.lower_ == "to" for part in clause.lefts):
            mark = next((part for part in clause.lefts if part.dep_ == "mark"), None)
            if mark is not None and mark.lower_ == condition.particle:
                return (mark,)
    return None


def _children_with_objects(head: Token) -> Iterator[Token]:
    """The children of a word, and the prepositions that the parser hangs on its object."""
    yield from head.children
    for child in head.children:
        if child.dep_ in {"dobj", "nsubjpass"}:
            yield from (part for part in child.rights if part.dep_ == "prep")


def _is_particle(child: Token, words: frozenset[str]) -> bool:
    """True for a particle, preposition or relation named; not one of time: called her *on Friday*."""
    if child.dep_ in words:
        return True
    return child.lower_ in words and not any(is_time(noun) for noun in objects_of_preposition(child))


def _core(noun: Token) -> Token:
    """What a word of measure measures: a batch of *peacekeepers*, ten percent of their *arms*."""
    if noun.lemma_.lower() not in _measures() and noun.tag_ != "CD":
        return noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ == "of":
            return next(objects_of_preposition(child), noun)
    return noun


def _has_complement(head: Token, kinds: frozenset[str]) -> bool:
    """True for an infinitive ("to") or a clause ("that") after the word."""
    for child in head.children:
        if child.dep_ not in _CLAUSE_RELATIONS or child.i < head.i:
            continue
        infinitive = any(grandchild.lower_ == "to" and grandchild.dep_ == "aux" for grandchild in child.children)
        if ("to" in kinds and infinitive) or ("that" in kinds and not infinitive and child.dep_ == "ccomp"):
            return True
        if child.lemma_ in kinds:
            return True
    return False


def _modifiers(head: Token, condition: Condition) -> tuple[Token, ...] | None:
    """A *suicide* attack; for verbs, a word before the noun that is part of the act."""
    before = [
        token for noun in _nouns_of(head) for token in noun.lefts if token.dep_ in _BEFORE or token.pos_ == "NOUN"
    ]
    found = next((token for token in before if is_word(token, condition.words)), None)
    if condition.relation is Relation.NOT_BEFORE:
        return () if found is None else None
    return None if found is None else (found,)


def _nouns_of(head: Token) -> list[Token]:
    """The noun itself; of a verb its object and what follows its prepositions: went on hunger *strike*."""
    if head.pos_ in {"NOUN", "PROPN"}:
        return [head]
    found = logical_object(head)
    after = [noun for child in head.children if child.dep_ == "prep" for noun in objects_of_preposition(child)]
    return after if found is None else [found, *after]


def _measures() -> frozenset[str]:
    return load_codebook().classes["measure"]
