"""Which third-person pronoun a thing takes, from its name, title or noun."""

from __future__ import annotations

from functools import cache

from accordingto.grounding.agent_nouns import agent_noun, singular
from accordingto.grounding.atoms import atoms_of, fold
from accordingto.grounding.drafts import Draft, Gender
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.resources import load_toml

_PEOPLE = frozenset({EntityKind.PERSON})


def gender_of_draft(draft: Draft, text: str) -> Gender:
    """What a draft's names and descriptions say; PERSON where it is one person of unknown sex."""
    for name in draft.names:
        found = gender_of_name(name)
        if found is not None:
            return found
    by_words = [gender_of_words(mention, text) for mention in draft.mentions if mention.form is not MentionForm.PRONOUN]
    for gender in (Gender.HE, Gender.SHE):
        if gender in by_words:
            return gender
    if draft.kind in _PEOPLE or Gender.PERSON in by_words:
        return Gender.PERSON
    if draft.kind is EntityKind.GROUP or (draft.mentions and draft.mentions[0].plural):
        return Gender.THEY
    return Gender.IT


def gender_of_name(name: str) -> Gender | None:
    """By title or given name, or None where they do not tell.

    >>> gender_of_name("Mrs. Zebari"), gender_of_name("Yulia Tymoshenko"), gender_of_name("Xi Jinping")
    (<Gender.SHE: 'she'>, <Gender.SHE: 'she'>, None)
    """
    keys = [atom.key for atom in atoms_of(name)]
    if len(keys) < 2:
        return _given_names().get(keys[0]) if keys else None
    return _titles().get(keys[0]) or _given_names().get(keys[0])


def title_gender(name: str) -> Gender | None:
    """By the title alone.

    >>> title_gender("Mrs. Zebari"), title_gender("Yulia Tymoshenko")
    (<Gender.SHE: 'she'>, None)
    """
    keys = [atom.key for atom in atoms_of(name)]
    return _titles().get(keys[0]) if keys else None


def gender_of_words(mention: Mention, text: str) -> Gender | None:
    """By the head noun of a description, or by a title before a name: *Mr.* Fares."""
    if mention.form is MentionForm.NAME:
        before = [atom.key for atom in atoms_of(mention.span.of(text))]
        told = (_titles().get(key) or _nouns().get(key) for key in before[:-1])
        return next((gender for gender in told if gender is not None), None)
    if mention.plural:
        return None
    head = fold(mention.head.of(text))
    found = _nouns().get(head)
    if found is not None:
        return found
    noun = agent_noun((head,))
    is_person = noun is not None and noun.kind in {EntityKind.PERSON, EntityKind.GROUP} and singular(head) == head
    return Gender.PERSON if is_person else None


@cache
def _given_names() -> dict[str, Gender]:
    table = load_toml("actors/genders.toml")["given_names"]
    return {name: gender for gender in (Gender.HE, Gender.SHE) for name in table[gender].split()}


@cache
def _titles() -> dict[str, Gender]:
    table = load_toml("actors/genders.toml")["titles"]
    return {word: gender for gender in (Gender.HE, Gender.SHE) for word in table[gender]}


@cache
def _nouns() -> dict[str, Gender]:
    table = load_toml("actors/genders.toml")["nouns"]
    return {word: gender for gender in (Gender.PERSON, Gender.HE, Gender.SHE) for word in table[gender]}
