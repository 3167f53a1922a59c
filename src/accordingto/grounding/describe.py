"""Roles, country and sectors of a draft, from the words around its names and from the tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from accordingto.grounding.actors import ActorAnswer, look_up
from accordingto.grounding.atoms import name_key
from accordingto.grounding.contexts import STATE_SECTORS
from accordingto.grounding.drafts import Draft
from accordingto.model.entity import EntityKind, Role
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span


def describe_named(draft: Draft, text: str, published: date | None) -> None:
    """Fill in a named draft from every phrase its names stand in, then from its name alone."""
    take_roles(draft, text, published)
    answer = look_up(draft.best_name, published)
    if answer.country is not None or answer.sectors or answer.scope is not None:
        _take(draft, answer, None)


def take_roles(draft: Draft, text: str, published: date | None) -> None:
    """Fill in a draft from the phrases that its mentions stand in: *Iraqi Foreign Minister* Hoshyar Zebari."""
    phrases = [
        (_with_complement(mention, text), mention.span)
        for mention in draft.mentions
        if (mention.form is MentionForm.NOMINAL or (mention.name is not None and mention.span != mention.name))
        and name_key(mention.span.of(text)) not in draft.acronyms
    ]
    for phrase, span in phrases:
        _take(draft, look_up(phrase, published), span)


def _with_complement(mention: Mention, text: str) -> str:
    """The phrase with an *of* or *to* phrase behind it: the minister *of defence*."""
    behind = text[mention.span.end : mention.span.end + 40]
    if behind.startswith((" of ", " to ", " for ")):
        return mention.span.of(text) + behind.split(",")[0].split(".")[0]
    return mention.span.of(text)


def _take(draft: Draft, answer: ActorAnswer, span: Span | None) -> None:
    kind = draft.kind
    if kind is EntityKind.PERSON and answer.kind in {EntityKind.COUNTRY, EntityKind.PLACE}:
        return
    draft.country = draft.country or answer.country
    draft.international = draft.international or answer.scope is not None
    if kind is EntityKind.ORGANISATION and answer.kind is EntityKind.PERSON:
        return
    if kind is EntityKind.ORGANISATION and answer.kind in {EntityKind.MEDIUM, EntityKind.GROUP}:
        draft.kind = answer.kind
    if not draft.sectors and (kind is EntityKind.PERSON or answer.kind is not EntityKind.UNKNOWN):
        draft.sectors = answer.sectors
    if kind is EntityKind.PERSON:
        known = {role.title for role in draft.roles}
        draft.roles += [replace(role, span=span) for role in answer.roles if role.title not in known]


def take_country(drafts: Sequence[Draft], country: str | None) -> None:
    """Give officials and forces of no told country that of the article."""
    if country is None:
        return
    for draft in drafts:
        told = (
            draft.country is not None
            or draft.international
            or not draft.sectors
            or draft.sectors[0] not in STATE_SECTORS
        )
        if not told and draft.kind in {EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP}:
            draft.country = country
            draft.roles[:] = [Role(role.title, role.country or country, role.span) for role in draft.roles]
