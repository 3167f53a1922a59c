"""Whether a match tells of an event at all: the guards against over-coding."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from accordingto.events.circumstances import place_words
from accordingto.events.matching import Match
from accordingto.events.modes import clause_words
from accordingto.events.participants import can_take_part, is_actor, is_site
from accordingto.events.roles import Coded, Roles
from accordingto.events.tolls import toll_of
from accordingto.events.topic import Topic, addresses_the_reader, has_public_participant, is_private
from accordingto.model.codebook import Codebook

_BLASTS: Final = frozenset(
    {"explode", "detonate", "go", "explosion", "blast", "bombing", "shooting", "clash", "attack", "assault"}
    | {"protest", "demonstration", "riot"}
)
"""Acts that need no participant where the place is told: a bomb *exploded* in Kabul."""

_FORCES: Final = frozenset({"navy", "army", "police", "guard", "militia", "military", "rebel", "marine", "government"})
_AIMED: Final = frozenset({"shoot", "fight", "kill", "target", "hit", "strike", "battle"})
"""Verbs that tell of an event only with whom or where: she taught her how to *shoot*."""

_BODILY: Final = frozenset({"ASSAULT"})
_DEEDS: Final = frozenset({"THREATEN", "ASSAULT", "COERCE", "PROTEST", "SANCTION", "MOBILIZE", "AID"})
_MILD: Final = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "REQUEST", "COOPERATE", "AID", "MOVE", "CONCEDE", "REJECT", "PERSONNEL", "REALIGN"}
)
_TALK: Final = frozenset(
    {"comment", "say", "elaborate", "disclose", "specify", "identify", "speak", "answer", "confirm"}
)

_POINTING: Final = frozenset({"it", "this", "that", "there"})
_TALKING: Final = frozenset({"discuss", "talk", "meet", "speak"})


def is_event(coded: Coded, topic: Topic, codebook: Codebook) -> bool:
    """True where someone in public life takes part and the words can mean what the codebook says."""
    match, roles = coded.match, coded.roles
    if addresses_the_reader(roles) or _is_background(match, roles, codebook) or _is_nobody(roles):
        return False
    if not _has_participant(roles):
        if match.trigger.event_type in _BODILY and toll_of(match.head) is not None:
            return topic.public and not topic.mishap
        return _tells_by_itself(match) and topic.public
    if not topic.public and not has_public_participant(roles):
        return False
    if (
        topic.campaign
        and match.trigger.mode in {None, "demo", "seize"}
        and match.head.lemma_ in codebook.classes["figurative"]
    ):
        return False
    if match.trigger.event_type in _MILD and (_is_among_private(match, roles) or _is_reticence(match)):
        return False
    if match.trigger.event_type in {"CONSULT", "REJECT"} and _is_with_the_press(match, roles, codebook):
        return False
    if match.trigger.event_type in _DEEDS and _has_lifeless_actor(match, roles):
        return False
    if match.trigger.event_type not in _BODILY:
        return True
    if _is_mishap(match, roles, topic, codebook):
        return False
    if match.head.lemma_ in _AIMED and not roles.recipients and place_words(match.head) is None:
        return len(match.words) > 1
    return not _is_figurative(match, roles)


def _tells_by_itself(match: Match) -> bool:
    """True for acts that need nobody named: *protests* have been held; where the place is told a bomb *exploded*."""
    if _is_what_it_was(match):
        return True
    if not any(word.lemma_ in _BLASTS for word in (match.head, *match.within_act)):
        return False
    is_held = match.trigger.event_type == "PROTEST" and bool(match.within_act)
    return is_held or place_words(match.head) is not None


def _is_what_it_was(match: Match) -> bool:
    """True for what is said to have been such an act, or none: it was a *coup*, there was no *attack*."""
    noun, verb = match.head, match.head.head
    if noun.pos_ != "NOUN" or noun.dep_ not in {"attr", "conj"} or match.trigger.event_type not in _DEEDS:
        return False
    be = verb.head if noun.dep_ == "conj" and verb.dep_ == "attr" else verb
    return be.lemma_ == "be" and any(child.lower_ in _POINTING for child in be.lefts)


def _is_among_private(match: Match, roles: Roles) -> bool:
    """True for private people alone; not where what they join is public: the boys joined *the militia*."""
    return is_private(roles) and not (match.trigger.mode in {"join", "defect"} and match.within_act)


def _is_reticence(match: Match) -> bool:
    """True for refusing only to speak to the press, or asking for it: declined to *comment*, requests for *comment*."""
    for child in match.head.children:
        if child.dep_ == "xcomp" and child.lemma_ in _TALK:
            return True
        if child.dep_ == "prep" and any(noun.lemma_ in {"comment", "interview"} for noun in child.children):
            return True
    return False


def _is_with_the_press(match: Match, roles: Roles, codebook: Codebook) -> bool:
    """True for talks, or a refusal to talk, with reporters: spoke with *a German channel*."""
    if match.trigger.event_type == "REJECT" and not any(child.lemma_ in _TALKING for child in match.head.children):
        return False
    others = [head for head in roles.recipients if head not in roles.actors[:1]]
    return bool(others) and all(_is_press(head, codebook) for head in others)


def _is_press(head: Token, codebook: Codebook) -> bool:
    """True for a word for the press, also before its name: *reporters*, *channel* ZDK."""
    words = (head, *(child for child in head.lefts if child.dep_ in {"compound", "nmod"}))
    return any(word.lemma_.lower() in codebook.classes["press"] for word in words)


def _is_nobody(roles: Roles) -> bool:
    """True where only "it" takes part on both sides: *it* is possible to meet halfway."""
    heads = (*roles.actors, *roles.recipients)
    return len(heads) > 1 and all(head.lower_ == "it" for head in heads)


def _is_background(match: Match, roles: Roles, codebook: Codebook) -> bool:
    """True for a state of affairs rather than an event: despite *United Nations* sanctions, the *Syrian* war."""
    if match.head.pos_ != "NOUN" or roles.light_verb is not None:
        return False
    if match.head.lemma_.lower() in codebook.classes["state_noun"]:
        return True
    if match.head.lemma_.lower() in codebook.classes["speech_noun"]:
        return not (roles.actors and roles.recipients)
    if roles.recipients:
        return False
    return (
        bool(roles.actors)
        and all(actor.head is match.head and actor.dep_ in {"amod", "compound", "nmod"} for actor in roles.actors)
        and place_words(match.head) is None
    )


def _is_mishap(match: Match, roles: Roles, topic: Topic, codebook: Codebook) -> bool:
    """True where nobody meant it: killed *in a crash*, the *storm* destroyed homes."""
    if match.head.lemma_ not in codebook.classes["toll_verb"] or match.trigger.mode is not None:
        return False
    if topic.mishap and not any(is_actor(actor) for actor in roles.actors):
        return True
    hazards = codebook.classes["hazard"]
    words = clause_words(match.head)
    return any(word.lemma_.lower() in hazards and word.pos_ in {"NOUN", "PROPN"} for word in words)


def _has_lifeless_actor(match: Match, roles: Roles) -> bool:
    """True where what acts cannot mean to: the *scandal* hit the government."""
    if match.head.pos_ != "VERB" or not roles.actors:
        return False
    return not any(_can_be_hurt(token) or _is_of_a_force(token) for token in roles.actors)


def _is_of_a_force(token: Token) -> bool:
    """True for what a force acts with: a *navy* corvette, two *police* cars."""
    return any(child.dep_ == "compound" and child.lemma_.lower() in _FORCES for child in token.lefts)


def _has_participant(roles: Roles) -> bool:
    heads = (token for token in (*roles.actors, *roles.recipients) if can_take_part(token))
    return any(is_actor(token) or is_site(token) for token in heads)


def _is_figurative(match: Match, roles: Roles) -> bool:
    """True for violence that is none: fought *corruption*, killed the *bill*."""
    if match.head.pos_ == "NOUN" or not roles.recipients:
        return False
    return not any(_can_be_hurt(token) for token in roles.recipients)


def _can_be_hurt(token: Token) -> bool:
    return is_actor(token) or is_site(token) or token.pos_ in {"PROPN", "NUM", "PRON"} or token.ent_type_ == "CARDINAL"
