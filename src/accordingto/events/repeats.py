"""One event told by two words of one clause is coded once.

"The airstrike killed twelve" is one event whose verb tells the harm and whose noun tells how; "two killed in a blast",
"met for talks" and "held a meeting with talks" likewise.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from accordingto.events.arguments import logical_subject
from accordingto.events.roles import DEEDS, Coded, Roles
from accordingto.model.codebook import Codebook


def without_repeats(coded: dict[int, Coded], codebook: Codebook) -> dict[int, Coded]:
    """The events by their head, those left out that a verb of the same clause tells already."""
    kept = dict(coded)
    for position, one in coded.items():
        if one.match.head.pos_ == "VERB":
            kept[position] = _with_actor_of_noun(one, kept, codebook)
    for position, one in coded.items():
        if one.match.head.pos_ == "NOUN" and position in kept and _is_told_by_verb(one, coded):
            del kept[position]
    return kept


def _with_actor_of_noun(one: Coded, kept: dict[int, Coded], codebook: Codebook) -> Coded:
    """The harm with the actor of the act that did it: a *rebel* attack killed two; of a bomb, without one."""
    if one.match.trigger.event_type not in DEEDS:
        return one
    subject = logical_subject(one.match.head)
    if subject is None or subject not in one.roles.actors:
        return one
    cause = kept.get(subject.i)
    if cause is not None and cause.match.trigger.event_type in DEEDS and subject.pos_ == "NOUN":
        if cause.match.trigger.event_type == one.match.trigger.event_type:
            del kept[subject.i]
        return _with_actors(one, cause.roles.actors)
    if subject.lemma_.lower() in codebook.classes["instrument"] or _is_act(subject, codebook):
        return _with_actors(one, tuple(child for child in subject.lefts if child.ent_type_ in {"GPE", "NORP", "ORG"}))
    return one


def _is_act(noun: Token, codebook: Codebook) -> bool:
    return noun.pos_ == "NOUN" and any(row.event_type in DEEDS for row in codebook.nouns.get(noun.lemma_.lower(), ()))


def _with_actors(one: Coded, actors: tuple[Token, ...]) -> Coded:
    return replace(one, roles=Roles(actors, one.roles.recipients, one.roles.light_verb))


def _is_told_by_verb(one: Coded, coded: dict[int, Coded]) -> bool:
    """True for a noun in a phrase of a verb of its type: killed in *a blast*, met for *talks*."""
    preposition = one.match.head.head
    if one.match.head.dep_ != "pobj" or preposition.lower_ not in {"in", "by", "during", "for", "with", "at", "after"}:
        return False
    over = coded.get(preposition.head.i)
    return (
        over is not None
        and over.match.head.pos_ == "VERB"
        and over.match.trigger.event_type == one.match.trigger.event_type
        and set(one.roles.actors) <= set(over.roles.actors) | set(over.roles.recipients)
    )
