"""Acts done by saying what one will or must do, and the recipients of acts whose content names them.

"said it *will* release the hostages" is an AGREE, "*will not* lift the embargo" a REJECT, "said rebels *must* disarm"
a REQUEST; "agreed to free *the pilots*" concerns the pilots.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from spacy.tokens import Token

from accordingto.events.arguments import grammatical_subject, is_passive, logical_object, logical_subject
from accordingto.events.matching import Match
from accordingto.events.participants import is_actor
from accordingto.events.roles import Coded, Roles, owners_of
from accordingto.model.codebook import Codebook, Frame, Trigger

_COOPERATIVE_QUADS: Final = frozenset({1, 2})
_CONFLICT_QUAD: Final = 4
_ANNOUNCING: Final = frozenset(
    {"say", "announce", "declare", "state", "confirm", "tell", "assert", "add", "insist", "indicate"}
)
_WILL: Final = ("will", "wo", "would")
_DO: Final = ("do", "does", "did")
_SELF: Final = frozenset({"he", "she", "it", "they", "we", "i"})
_OWN_BODIES: Final = frozenset(
    {
        "government",
        "country",
        "state",
        "army",
        "ministry",
        "group",
        "party",
        "nation",
        "side",
        "fighter",
        "force",
        "troop",
        "soldier",
        "member",
        "militant",
        "rebel",
        "authority",
    }
)
_WITH_CONTENT: Final = frozenset({"AGREE", "REJECT", "THREATEN", "REQUEST"})


def with_recipients_of_content(coded: Coded, by_head: dict[int, Coded]) -> Coded:
    """An act of speech without a recipient takes that of what it is about: refused to meet *the envoy*."""
    if not coded.roles.recipients and coded.match.trigger.event_type == "ACCUSE":
        return _with_recipients(coded, tuple(_blamed(coded)))
    if coded.roles.recipients or coded.match.trigger.event_type not in _WITH_CONTENT:
        return coded
    content = _content_of(coded.match)
    if content is None:
        return coded
    if coded.match.trigger.event_type == "REQUEST":
        subject = logical_subject(content)
        return _with_recipients(coded, () if subject is None or not is_actor(subject) else (subject,))
    inner = by_head.get(content.i)
    if inner is not None:
        return _with_recipients(
            coded, tuple(token for token in inner.roles.recipients if token not in coded.roles.actors)
        )
    thing = logical_object(content)
    if thing is None:
        return coded
    return _with_recipients(coded, (thing,) if is_actor(thing) else owners_of(thing))


def _blamed(coded: Coded) -> Iterator[Token]:
    """Whom the clause after an accusing verb is about: complained that *Chile*'s delay was hurting trade."""
    clause = next((child for child in coded.match.head.rights if child.dep_ == "ccomp"), None)
    subject = None if clause is None else grammatical_subject(clause)
    if subject is None or subject in coded.roles.actors or subject.lower_ in _SELF:
        return
    yield from (subject,) if is_actor(subject) else owners_of(subject)


def is_empty_will(coded: Coded, by_head: dict[int, Coded]) -> bool:
    """True for being ready or willing for nothing that the codebook knows: *willing* to go far."""
    if coded.match.head.pos_ != "ADJ" or coded.match.trigger.event_type != "AGREE" or coded.roles.recipients:
        return False
    content = _content_of(coded.match)
    return content is None or content.i not in by_head


def announced(coded: Coded, codebook: Codebook) -> Coded | None:
    """The AGREE or THREATEN of announcing the act: the group said it *will* free them; None where nobody announces."""
    modal = _modal(coded.match.head, ("will", "'ll", "would"))
    if modal is None or coded.match.head.dep_ != "ccomp" or coded.match.head.head.lemma_ not in _ANNOUNCING:
        return None
    teller = logical_subject(coded.match.head.head)
    if any(child.dep_ == "neg" for child in coded.match.head.children):
        return None
    if teller is None or not is_actor(teller) or not _is_teller(grammatical_subject(coded.match.head)):
        return None
    quad = codebook.types[coded.match.trigger.event_type].quad
    if quad not in _COOPERATIVE_QUADS and quad != _CONFLICT_QUAD:
        return None
    if coded.match.trigger.event_type == "MOBILIZE":
        return None
    kind = "AGREE" if quad in _COOPERATIVE_QUADS else "THREATEN"
    recipients = tuple(token for token in coded.roles.recipients if token not in coded.roles.actors)
    return Coded(Match(_row("will", kind), coded.match.head, (modal,)), Roles((teller,), recipients))


def refused(coded: Coded, codebook: Codebook) -> Coded | None:
    """The REJECT in saying that cooperation will not come: *will not* release them; None where nothing is refused.

    Of what is another's to ask for also in the past: *did not* allow the march.
    """
    head = coded.match.head
    gives = coded.match.trigger.event_type == "CONCEDE" or coded.match.trigger.mode == "access"
    modal = _modal(head, (*_WILL, *_DO) if gives else _WILL)
    negation = next((child for child in head.children if child.dep_ == "neg"), None)
    cooperative = codebook.types[coded.match.trigger.event_type].quad in _COOPERATIVE_QUADS
    if modal is None or negation is None or not cooperative:
        return None
    recipients = tuple(token for token in coded.roles.recipients if token not in coded.roles.actors)
    actors = coded.roles.actors or _as_tuple(logical_subject(head))
    return Coded(Match(_row(head.lemma_, "REJECT"), head, (modal, negation)), Roles(actors[:1], recipients))


def demanded(verb: Token) -> Coded | None:
    """The REQUEST in telling others what they must do: she said the rebels *must* disarm; None where there is none.

    What must be done to them is nothing that they are asked for: refugees *must* not be forced.
    """
    modal = _modal(verb, ("must",))
    if modal is None or verb.dep_ != "ccomp" or verb.head.lemma_ not in _ANNOUNCING or is_passive(verb):
        return None
    teller, told = logical_subject(verb.head), grammatical_subject(verb)
    if teller is None or told is None or not is_actor(teller) or not is_actor(told) or told.lower_ in _SELF:
        return None
    return Coded(Match(_row("must", "REQUEST"), verb, (modal,)), Roles((teller,), (told,)))


def _content_of(match: Match) -> Token | None:
    """The verb that says what is agreed, refused, threatened or asked for."""
    for token in (match.head, *match.within_act):
        for child in token.children:
            if child.dep_ in {"xcomp", "ccomp", "acl"} and child.i > token.i:
                return child
            if child.dep_ == "advcl" and any(part in match.words for part in child.lefts):
                return child
            if child.dep_ == "prep" and child.lower_ == "to":
                gerund = next((part for part in child.children if part.dep_ == "pcomp"), None)
                if gerund is not None:
                    return gerund
    return None


def _with_recipients(coded: Coded, recipients: tuple[Token, ...]) -> Coded:
    return replace(coded, roles=replace(coded.roles, recipients=recipients))


def _modal(verb: Token, words: tuple[str, ...]) -> Token | None:
    return next((child for child in verb.lefts if child.dep_ == "aux" and child.lower_ in words), None)


def _is_teller(subject: Token | None) -> bool:
    """True where a told act is the teller's own: *it* will, *his government* will."""
    if subject is None:
        return False
    if subject.lower_ in _SELF:
        return True
    own = any(child.dep_ == "poss" and child.tag_ == "PRP$" for child in subject.children)
    plain = not any(child.dep_ in {"compound", "amod", "poss"} for child in subject.children)
    return own or (plain and subject.lemma_ in _OWN_BODIES)


def _row(lemma: str, event_type: str) -> Trigger:
    return Trigger(
        lemma, event_type, None, Frame.DIRECT, (), of_is_actor=False, possessor_undergoes=False, conditions=()
    )


def _as_tuple(token: Token | None) -> tuple[Token, ...]:
    return () if token is None else (token,)
