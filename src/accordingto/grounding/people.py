"""The people of an article by their names, so that a later form of a name finds its person."""

from __future__ import annotations

from accordingto.grounding.atoms import name_key
from accordingto.grounding.drafts import Draft, Gender
from accordingto.grounding.genders import gender_of_name
from accordingto.grounding.name_forms import are_one_person, are_spellings, person_words, spelling_keys
from accordingto.grounding.tenures import terms_named

MOST_NAMESAKES = 20
"""People of one name, or names of one spelling, that are looked through; a report has a handful."""


class People:
    """Knows the fullest form of each person's name so far."""

    def __init__(self) -> None:
        self._by_word: dict[str, list[Draft]] = {}
        self._by_known: dict[str, Draft] = {}
        self._fullest: dict[int, tuple[str, ...]] = {}
        self._spellings: dict[str, list[str]] = {}

    def knows(self, word: str) -> bool:
        """True for a first or last name already met."""
        return word in self._by_word

    def find(self, name: str, gender: Gender | None = None) -> Draft | None:
        """The person already met under this name, or under one that it is a form of.

        A surname alone is the person spoken of most by that name; the full names of two of a family stay apart.
        `gender` is what a title before the name says.
        """
        known = _known_as(name)
        if known is not None and known in self._by_known:
            return self._by_known[known]
        parts = person_words(name)
        if len(parts) == 1:
            return self._by_single(parts[0], gender)
        met = {id(draft): draft for word in self._alike(parts[-1]) for draft in self._by_word[word][-MOST_NAMESAKES:]}
        met |= {id(draft): draft for draft in self._by_word.get(parts[0], [])[-MOST_NAMESAKES:]}
        return next((draft for draft in met.values() if self._is_form(parts, draft)), None)

    def note(self, name: str, draft: Draft) -> None:
        """Remember that the person goes by this name."""
        parts = person_words(name)
        known = _known_as(name)
        if known is not None:
            self._by_known.setdefault(known, draft)
        if len(parts) > len(self._fullest.get(id(draft), ())):
            self._fullest[id(draft)] = parts
        for word in dict.fromkeys((parts[-1], parts[0])):
            holders = self._by_word.setdefault(word, [])
            if not holders:
                for key in spelling_keys(word):
                    self._spellings.setdefault(key, []).append(word)
            if draft not in holders:
                holders.append(draft)

    def _by_single(self, word: str, gender: Gender | None) -> Draft | None:
        """The person of one name; *Mrs.* Haddad is not Omar Haddad."""
        holders = self._by_word.get(word, [])[-MOST_NAMESAKES:]
        if gender is not None:
            holders = [draft for draft in holders if _given_gender(self._fullest[id(draft)]) in {None, gender}]
        by_surname = [draft for draft in holders if self._fullest[id(draft)][-1] == word]
        return max(by_surname or holders, key=_salience, default=None)

    def _is_form(self, parts: tuple[str, ...], draft: Draft) -> bool:
        other = self._fullest[id(draft)]
        return are_one_person(parts, other) or (len(other) == 1 and other[0] in {parts[-1], parts[0]})

    def _alike(self, surname: str) -> list[str]:
        """The names already met that may be another spelling of this one."""
        near = {word: None for key in spelling_keys(surname) for word in self._spellings.get(key, [])[-MOST_NAMESAKES:]}
        return [word for word in near if are_spellings(word, surname)]


def _given_gender(parts: tuple[str, ...]) -> Gender | None:
    return gender_of_name(parts[0]) if len(parts) > 1 else None


def _known_as(name: str) -> str | None:
    terms = terms_named(name_key(name))
    return terms[0].name if terms else None


def _salience(draft: Draft) -> tuple[int, int]:
    return len(draft.mentions), draft.mentions[-1].span.start if draft.mentions else 0
