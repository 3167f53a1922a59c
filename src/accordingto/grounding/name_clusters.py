"""The names of an article put together by the thing they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from accordingto.grounding.atoms import Atom, atoms_of, is_acronym, name_key, without_article
from accordingto.grounding.drafts import Draft
from accordingto.grounding.known import Known, known_names
from accordingto.grounding.name_forms import are_one_person, are_spellings, person_words
from accordingto.grounding.tenures import tenures_by_name
from accordingto.grounding.words import words as word_group
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm

_BRACKETED = re.compile(r"\s{0,2}\(([A-Z][A-Za-z.\-]{1,9})\)")
_LESSER_WORDS = frozenset({"of", "the", "and", "for", "in", "to", "de", "on"})
_THINGS = frozenset({"PRODUCT", "EVENT", "WORK_OF_ART", "LAW"})
_ADJECTIVAL = frozenset({"amod", "compound", "nmod", "npadvmod"})
_KINDS = {"PERSON": EntityKind.PERSON, "ORG": EntityKind.ORGANISATION, "NORP": EntityKind.GROUP}


class NameClusters:
    """Takes name mentions in the order of the text and knows which draft each belongs to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.drafts: list[Draft] = []
        self._by_key: dict[str, Draft] = {}
        self._by_acronym: dict[str, Draft] = {}
        self._people: dict[str, list[Draft]] = {}
        self._words: dict[int, tuple[str, ...]] = {}

    def add_all(self, mentions: Iterable[Mention]) -> dict[Mention, Draft]:
        """The draft of every name mention; adjectives of nationality are no mention of anyone."""
        found: dict[Mention, Draft] = {}
        for mention in mentions:
            if mention.form is not MentionForm.NAME or mention.name is None or mention.label in _THINGS:
                continue
            if mention.label == "NORP" and mention.relation in _ADJECTIVAL:
                continue
            draft = self._draft_for(mention)
            if draft is not None:
                draft.mentions.append(mention)
                found[mention] = draft
        return found

    def _draft_for(self, mention: Mention) -> Draft | None:
        assert mention.name is not None
        name = " ".join(mention.name.of(self._text).split())
        words = without_article(atoms_of(name))
        if not words or not any(atom.capitalised for atom in words):
            return None
        key = name_key(name)
        known = known_names().get(key) or _known_but_for_generic(words)
        if known is None or (mention.label == "PERSON" and len(words) > 1):
            draft = self._person(name, mention) if self._may_be_person(mention, words) else None
            draft = draft or self._organisation(name, key, mention)
        else:
            draft = self._known(known, key)
        draft.add_name(_clean(name))
        self._note_acronym(mention, draft)
        return draft

    def _may_be_person(self, mention: Mention, words: Sequence[Atom]) -> bool:
        return mention.label == "PERSON" or (
            len(words) == 1 and person_words(_of(mention, self._text))[-1] in self._people
        )

    def _known(self, known: Known, key: str) -> Draft:
        """The draft of a name that the tables know: one for all forms of the name."""
        table_key = f"{known.table}:{known.country}" if known.table in {"country", "demonym"} else known.name
        if known.table == "demonym":
            table_key = f"people:{known.country}"
        draft = self._by_key.get(table_key)
        if draft is None:
            draft = self._new(Draft(known.kind, country=known.country, sectors=known.sectors, canonical=known.name))
            self._by_key[table_key] = draft
        self._by_key.setdefault(key, draft)
        return draft

    def _person(self, name: str, mention: Mention) -> Draft | None:
        words = person_words(name)
        terms = tenures_by_name().get(name_key(name))
        if terms and terms[0].name in self._by_key:
            return self._by_key[terms[0].name]
        draft = self._same_person(words)
        if draft is None:
            draft = self._new(Draft(EntityKind.PERSON))
        if terms:
            self._by_key.setdefault(terms[0].name, draft)
        if len(words) > len(self._words.get(id(draft), ())):
            self._words[id(draft)] = words
        for word in dict.fromkeys((words[-1], words[0])):
            holders = self._people.setdefault(word, [])
            if draft not in holders:
                holders.append(draft)
        return draft

    def _same_person(self, words: tuple[str, ...]) -> Draft | None:
        """The person already met under this name, or under one it is a form of."""
        candidates = self._people.get(words[-1], []) + self._people.get(words[0], [])
        if len(words) == 1:
            by_surname = [draft for draft in candidates if self._words[id(draft)][-1] == words[0]]
            return max(by_surname or candidates, key=_salience, default=None)
        for draft in candidates or self._alike(words):
            other = self._words[id(draft)]
            if are_one_person(words, other) or (len(other) == 1 and other[0] == words[-1]):
                return draft
        return next((draft for draft in self._alike(words) if are_one_person(words, self._words[id(draft)])), None)

    def _alike(self, words: tuple[str, ...]) -> list[Draft]:
        """People whose surname begins as this one does and may be another spelling of it."""
        found = []
        for surname, drafts in self._people.items():
            if surname[:1] == words[-1][:1] and are_spellings(surname, words[-1]):
                found += drafts
        return found

    def _organisation(self, name: str, key: str, mention: Mention) -> Draft:
        draft = self._by_key.get(key) or self._by_acronym.get(key)
        if draft is None:
            kind = _KINDS.get(mention.label or "", EntityKind.PLACE)
            draft = self._new(Draft(kind))
            self._by_key[key] = draft
            self._learn_initials(name, draft)
        return draft

    def _note_acronym(self, mention: Mention, draft: Draft) -> None:
        """Remember the acronym in brackets behind a name: Syrian Observatory for Human Rights (*SOHR*)."""
        assert mention.name is not None
        match = _BRACKETED.match(self._text, mention.name.end)
        if match is not None and is_acronym(match.group(1)):
            self._by_acronym[name_key(match.group(1))] = draft
            self._by_key[name_key(match.group(1))] = draft

    def _learn_initials(self, name: str, draft: Draft) -> None:
        words = [atom.text for atom in without_article(atoms_of(name))]
        if len(words) < 3:
            return
        for kept in (words, [word for word in words if word.lower() not in _LESSER_WORDS]):
            self._by_acronym.setdefault("=" + "".join(word[0] for word in kept).upper(), draft)

    def _new(self, draft: Draft) -> Draft:
        self.drafts.append(draft)
        return draft


def _known_but_for_generic(words: Sequence[Atom]) -> Known | None:
    """What the tables know under the name without the word that says what it is: Al Jazeera *TV*."""
    if len(words) < 2 or words[-1].key not in word_group("generic"):
        return None
    return known_names().get(" ".join(atom.key for atom in words[:-1]))


def _salience(draft: Draft) -> tuple[int, int]:
    return len(draft.mentions), draft.mentions[-1].span.start if draft.mentions else 0


def _of(mention: Mention, text: str) -> str:
    return (mention.name or mention.span).of(text)


def _clean(name: str) -> str:
    """The name without a possessive ending."""
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name
