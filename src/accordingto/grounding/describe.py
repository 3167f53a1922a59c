"""Roles, country and sectors of a draft, from the words around its names and from the tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import repeat

from accordingto.grounding.actors import ActorAnswer, look_up
from accordingto.grounding.atoms import name_key
from accordingto.grounding.contexts import STATE_SECTORS
from accordingto.grounding.drafts import Draft
from accordingto.grounding.tenures import tenures_by_surname
from accordingto.model.entity import EntityKind, Role
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span

_NO_PERSONS = frozenset({EntityKind.COUNTRY, EntityKind.PLACE, EntityKind.MEDIUM})
_END_OF_COMPLEMENT = re.compile(r",|(?<![A-Z])\.")
_OF_A_COUNTRY = frozenset({EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP})
_MANY_COUNTRIES = frozenset({"country", "state", "nation"})


def describe_named(draft: Draft, text: str, published: date | None) -> None:
    """Fill in a named draft from every phrase its names stand in, then from its name alone."""
    take_roles(draft, text, published)
    answer = look_up(draft.best_name, published)
    if answer.country is not None or answer.sectors or answer.scope is not None:
        _take(draft, answer, None)


def take_roles(draft: Draft, text: str, published: date | None) -> None:
    """Fill in a draft from the phrases that its mentions stand in: *Iraqi Foreign Minister* Hoshyar Zebari."""
    phrases = [
        (with_complement(mention, text), mention.span)
        for mention in draft.mentions
        if (mention.form is MentionForm.NOMINAL or (mention.name is not None and mention.span != mention.name))
        and name_key(mention.span.of(text)) not in draft.acronyms
    ]
    for phrase, span in phrases:
        _take(draft, look_up(phrase, published), span)


def with_complement(mention: Mention, text: str) -> str:
    """The phrase with an *of* or *to* phrase behind it: the minister *of defence*."""
    behind = text[mention.span.end : mention.span.end + 40]
    if behind.startswith((" of ", " to ", " for ")):
        return mention.span.of(text) + _END_OF_COMPLEMENT.split(behind)[0]
    return mention.span.of(text)


def _take(draft: Draft, answer: ActorAnswer, span: Span | None) -> None:
    kind = draft.kind
    if kind is EntityKind.PERSON and answer.kind in _NO_PERSONS:
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


def drop_namesakes(drafts: Sequence[Draft], published: date | None) -> None:
    """Take its country from a bare surname that an office was once held under, where nothing else is of the country.

    Mr. *Marin* is no former minister of Finland in a report that does not speak of Finland.
    """
    for draft in drafts:
        is_bare = all(map(_is_out_of_office, draft.names, repeat(published)))
        if draft.kind is not EntityKind.PERSON or draft.roles or not is_bare:
            continue
        if draft.names and not any(other.country == draft.country for other in drafts if other is not draft):
            draft.country, draft.sectors = None, ()


def _is_out_of_office(name: str, published: date | None) -> bool:
    """True for a single name that someone in the table has, who held no office on the day."""
    terms = tenures_by_surname().get(name_key(name), ())
    return bool(terms) and published is not None and not any(term.holds_on(published) for term in terms)


def take_country(drafts: Sequence[Draft], country: str | None) -> None:
    """Give officials and forces of no told country that of the article; *countries* have many."""
    if country is None:
        return
    for draft in drafts:
        if _is_of_no_told_country(draft) and draft.kind in _OF_A_COUNTRY:
            draft.country = country
            draft.roles[:] = [Role(role.title, role.country or country, role.span) for role in draft.roles]


def take_owner_country(drafts: Sequence[Draft], by_mention: Mapping[Mention, Draft]) -> None:
    """Give what is only described the country, or none, of whose it is: *its* minister, *their* troops."""
    owners = {mention.span.start: mention for mention in by_mention if mention.form is MentionForm.PRONOUN}
    for draft in drafts:
        if draft.names or not draft.mentions or not _is_of_no_told_country(draft):
            continue
        owner = owners.get(draft.mentions[0].span.start)
        if owner is not None and owner.span != draft.mentions[0].span:
            draft.country, draft.international = by_mention[owner].country, True


def _is_of_no_told_country(draft: Draft) -> bool:
    if draft.country is not None or draft.international or not draft.sectors:
        return False
    return draft.sectors[0] in STATE_SECTORS and not (draft.mentions and draft.mentions[0].lemma in _MANY_COUNTRIES)
