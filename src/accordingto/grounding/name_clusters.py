"""The names of an article put together by the thing they name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from accordingto.grounding.agent_nouns import agent_noun
from accordingto.grounding.atoms import Atom, atoms_of, is_acronym, name_key, without_article
from accordingto.grounding.drafts import Draft, Gender
from accordingto.grounding.genders import gender_of_name, title_gender
from accordingto.grounding.known import Known, known_names
from accordingto.grounding.name_forms import person_words
from accordingto.grounding.name_spans import name_in, without_possessive
from accordingto.grounding.people import People
from accordingto.grounding.words import words
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention
from accordingto.model.span import Span

_BRACKETED = re.compile(r"\s{0,2}\(([A-Z][A-Za-z.\-]{1,9})\)")
_OF_PLACE = re.compile(
    r"\b(?:villages?|towns?|city|cities|hamlets?|districts?|suburbs?|port|island|settlement|municipality|province) of $"
)
_LESSER_WORDS = frozenset({"of", "the", "and", "for", "in", "to", "de", "on"})
_UNSURE = frozenset({None, "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "ORG", "GPE"})
"""Labels, and none, under which the recogniser often hides a person of one name."""

LONGEST_ACRONYM = 5
"""Length of the key, its sign included, up to which a word of capitals is taken for an acronym."""

LONGEST_PLACE_NOUN = 20
"""Code points before a name in which a noun may say that it is a place."""

FULL_NAME_WEIGHT = 20
"""Votes of a full name that the recogniser takes for a person: surnames alone it often takes for companies."""

_WORDS_OF_FULL_NAME = (2, 3)

_KINDS = {
    "ORG": EntityKind.ORGANISATION,
    "NORP": EntityKind.GROUP,
    **dict.fromkeys(("GPE", "LOC", "FAC"), EntityKind.PLACE),
}


class NameClusters:
    """Takes name mentions in the order of the text and knows which draft each belongs to."""

    def __init__(self, text: str) -> None:
        self._text = text
        self.drafts: list[Draft] = []
        self._people = People()
        self._by_key: dict[str, Draft] = {}
        self._by_part: dict[str, Draft] = {}
        self._by_bracket: dict[str, Draft] = {}
        self._full_media: dict[str, Known] = {}

    def add_all(self, mentions: Iterable[Mention]) -> dict[Mention, Draft]:
        """The draft of every name mention."""
        found: dict[Mention, Draft] = {}
        mentions = tuple(mentions)
        self._full_media = self._media_in_full(mentions)
        for mention in mentions:
            span = name_in(mention, self._text)
            draft = self._draft_for(span, mention) if span is not None else None
            if draft is not None:
                draft.mentions.append(mention)
                found[mention] = draft
        return found

    def _draft_for(self, span: Span, mention: Mention) -> Draft | None:
        name = " ".join(span.of(self._text).split())
        atoms = without_article(atoms_of(name))
        if not any(atom.capitalised for atom in atoms):
            return None
        key = self._key(name, atoms)
        known = self._full_media.get(key) or known_names().get(key) or _known_but_for_generic(atoms)
        longer = self._by_bracket.get(key) or self._longer(atoms, known)
        if longer is not None:
            draft = longer
        elif (
            known is not None and not self._is_titled(mention, span) and (mention.label != "PERSON" or len(atoms) == 1)
        ):
            draft = self._known(known, key)
        elif self._is_told_place(span):
            draft = self._thing(name, key, EntityKind.PLACE)
        elif self._is_titled(mention, span) or (
            self._may_be_person(mention, atoms) and not self._is_ship_or_series(mention, span, atoms)
        ):
            draft = self._person(name, key, title_gender(mention.span.of(self._text)))
        else:
            draft = self._thing(name, key, _KINDS.get(mention.label or "", EntityKind.UNKNOWN))
        self._learn_parts(atoms, draft)
        if key not in self._by_bracket:
            draft.add_name(without_possessive(name))
        self._note_acronym(span, draft)
        return draft

    def _media_in_full(self, mentions: Iterable[Mention]) -> dict[str, Known]:
        """The one medium named in full, by the last word of its name: *the Times* of the New York Times."""
        found: dict[str, set[Known]] = {}
        for mention in mentions:
            key = name_key(mention.name.of(self._text)) if mention.name is not None else ""
            known = known_names().get(key) if " " in key else None
            if known is not None and known.table == "media":
                found.setdefault(key.split()[-1], set()).add(known)
        return {last: next(iter(known)) for last, known in found.items() if len(known) == 1}

    def _is_ship_or_series(self, mention: Mention, name: Span, atoms: Sequence[Atom]) -> bool:
        """True for one name behind "the", which no person bears: *the Koti* was seized."""
        before = self._text[mention.span.start : name.start].lower()
        return before == "the " and len(atoms) == 1 and not mention.plural and not self._people.knows(atoms[0].key)

    def _is_told_place(self, name: Span) -> bool:
        """True for the village *of Lelo*, whatever the recogniser takes the name for."""
        return _OF_PLACE.search(self._text, max(0, name.start - LONGEST_PLACE_NOUN), name.start) is not None

    def _is_titled(self, mention: Mention, name: Span) -> bool:
        """True for *Mr.* Hill, who is no newspaper."""
        before = atoms_of(self._text[mention.span.start : name.start])
        return bool(before) and before[-1].key in words("personal_titles")

    def _key(self, name: str, atoms: Sequence[Atom]) -> str:
        """The key of the name; a word shouted in a heading is the word: *APPLE*."""
        key = name_key(name)
        is_shouted = len(atoms) == 1 and len(key) > LONGEST_ACRONYM and key.startswith("=")
        return atoms[0].key if is_shouted and key not in known_names() else key

    def _longer(self, atoms: Sequence[Atom], known: Known | None) -> Draft | None:
        """The organisation whose name ends in these words, or begins with this word: *Delta* for Delta Air Lines."""
        if known is not None and (len(atoms) > 1 or known.table not in {"media", "organisations", "groups"}):
            return None
        draft = self._by_part.get(" ".join(atom.key for atom in atoms))
        if draft is None or draft.kind is EntityKind.PERSON or self._people.knows(atoms[0].key):
            return None
        return draft if known is None or known.name != draft.canonical else None

    def _learn_parts(self, atoms: Sequence[Atom], draft: Draft) -> None:
        """Let the last words of an organisation's name, or its first, stand for it later."""
        if len(atoms) < 2 or draft.kind not in {EntityKind.ORGANISATION, EntityKind.MEDIUM}:
            return
        for start in range(1, len(atoms)):
            self._by_part[" ".join(atom.key for atom in atoms[start:])] = draft
        self._by_part.setdefault(atoms[0].key, draft)

    def _may_be_person(self, mention: Mention, atoms: Sequence[Atom]) -> bool:
        if any(char.isdigit() for atom in atoms for char in atom.text):
            return False
        if mention.label == "PERSON" or (len(atoms) == 1 and self._people.knows(atoms[0].key)):
            return True
        if mention.label in _UNSURE and len(atoms) > 1 and atoms[0].key in words("personal_titles"):
            return agent_noun((atoms[-1].key,)) is None
        return mention.label in _UNSURE and len(atoms) <= 2 and gender_of_name(atoms[0].text) is not None

    def _person(self, name: str, key: str, gender: Gender | None) -> Draft:
        draft = None if gender is not None else self._by_key.get(key)
        draft = draft or self._people.find(name, gender)
        draft = draft or self._by_surname(name)
        if draft is None:
            draft = Draft(EntityKind.PERSON)
            self.drafts.append(draft)
        draft.vote(EntityKind.PERSON, FULL_NAME_WEIGHT if len(name.split()) > 1 else 1)
        self._people.note(name, draft)
        self._by_key.setdefault(key, draft)
        return draft

    def _by_surname(self, name: str) -> Draft | None:
        """What was met under the surname alone and taken for something else."""
        parts = person_words(name)
        draft = self._by_key.get(parts[-1]) if len(parts) > 1 else None
        return draft if draft is not None and draft.canonical is None else None

    def _known(self, known: Known, key: str) -> Draft:
        """The draft of a name that the tables know: one for all forms of the name."""
        table_key = f"{known.table}:{known.country}" if known.table in {"country", "demonym"} else f"name:{known.name}"
        draft = self._by_key.get(table_key)
        if draft is None:
            draft = Draft(known.kind, country=known.country, sectors=known.sectors, canonical=known.name)
            draft.international = known.scope is not None
            self.drafts.append(draft)
            self._by_key[table_key] = draft
        self._by_key.setdefault(key, draft)
        return draft

    def _thing(self, name: str, key: str, kind: EntityKind) -> Draft:
        draft = self._by_key.get(key)
        if draft is None:
            draft = Draft(kind)
            self.drafts.append(draft)
            self._by_key[key] = draft
            self._learn_initials(name, draft)
            if kind is EntityKind.UNKNOWN and len(name.split()) in _WORDS_OF_FULL_NAME:
                self._people.note(name, draft)
        if kind is not EntityKind.UNKNOWN:
            draft.vote(kind)
        return draft

    def _note_acronym(self, name: Span, draft: Draft) -> None:
        """Remember the acronym in brackets behind a name: Northern Air (*AFP*) is no news agency in its report."""
        match = _BRACKETED.match(self._text, name.end)
        if match is not None and is_acronym(match.group(1)):
            self._by_bracket[name_key(match.group(1))] = draft
            draft.acronyms.add(name_key(match.group(1)))

    def _learn_initials(self, name: str, draft: Draft) -> None:
        """Let a later *SOHR* find the Syrian Observatory for Human Rights, with no bracket to say so."""
        texts = [atom.text for atom in without_article(atoms_of(name))]
        if len(texts) < 3:
            return
        for kept in (texts, [text for text in texts if text.lower() not in _LESSER_WORDS]):
            self._by_key.setdefault("=" + "".join(text[0] for text in kept).upper(), draft)


def _known_but_for_generic(atoms: Sequence[Atom]) -> Known | None:
    """What the tables know under the name without the word that says what it is: Al Jazeera *TV*."""
    if len(atoms) < 2 or atoms[-1].key not in words("generic"):
        return None
    return known_names().get(" ".join(atom.key for atom in atoms[:-1]))
