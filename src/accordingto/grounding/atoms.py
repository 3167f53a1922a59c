"""A phrase as the words that names are compared by: without accents, marks, articles and possessive endings."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

LONGEST_PHRASE = 400
"""Code points of a phrase that are looked at; no name or title is longer."""

REMEMBERED = 8192
"""Phrases and words whose folded form is kept: a report asks for most of them several times."""

_WORD = re.compile(r"[^\W_](?:[^\s\-–—/,;:()\"“”\[\]]*[^\W_])?\.?", re.UNICODE)
_POSSESSIVE = re.compile(r"(?:['’`´]s|(?<=s)['’`´])$", re.IGNORECASE)
_INNER_MARKS = str.maketrans("", "", ".'’‘`´ʼʻ")
_ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Atom:
    """One word of a phrase. `key` is its folded form; `joined` says that a hyphen binds it to the word before."""

    text: str
    key: str
    start: int
    end: int
    joined: bool
    possessive: bool

    @property
    def capitalised(self) -> bool:
        return self.text[:1].isupper()


@lru_cache(maxsize=REMEMBERED)
def atoms_of(phrase: str) -> tuple[Atom, ...]:
    """The words of a phrase in order, hyphenated ones apart.

    >>> [atom.key for atom in atoms_of("Syria's U.S.-backed Maïa al-Assad")]
    ['syria', 'us', 'backed', 'maia', 'al', 'assad']
    """
    found: list[Atom] = []
    for match in _WORD.finditer(phrase, 0, min(len(phrase), LONGEST_PHRASE)):
        text = match.group()
        bare = _POSSESSIVE.sub("", text)
        possessive = bare != text or (text.endswith("s") and phrase[match.end() : match.end() + 1] in ("'", "’"))
        joined = match.start() > 0 and phrase[match.start() - 1] in "-–" and bool(found)
        found.append(Atom(bare, fold(bare), match.start(), match.end(), joined, possessive))
    return tuple(atom for atom in found if atom.key)


@lru_cache(maxsize=REMEMBERED)
def fold(word: str) -> str:
    """A word in lower case without accents, dots and apostrophes.

    >>> fold("Élysée"), fold("U.N."), fold("N'Djamena")
    ('elysee', 'un', 'ndjamena')
    """
    if word.isascii():
        return word.translate(_INNER_MARKS).lower()
    plain = unicodedata.normalize("NFKD", word.translate(_INNER_MARKS).replace("ı", "i").replace("ł", "l"))
    return "".join(char for char in plain if not unicodedata.combining(char)).replace("ø", "o").lower()


def without_article(atoms: tuple[Atom, ...]) -> tuple[Atom, ...]:
    """The words without an article at the start, unless nothing else is there."""
    return atoms[1:] if len(atoms) > 1 and atoms[0].key in _ARTICLES else atoms


def name_key(name: str) -> str:
    """The key a table keeps a name under. A single word in capitals keeps them: the AP is not an ap.

    >>> name_key("The Associated Press"), name_key("U.N."), name_key("Bashar Al-Assad")
    ('associated press', '=UN', 'bashar al assad')
    """
    if name.isascii() and " " in name and name.replace(" ", "").isalpha():
        return name.lower().removeprefix("the ")
    atoms = without_article(atoms_of(name))
    if len(atoms) == 1 and is_acronym(atoms[0].text):
        return acronym_key(atoms[0].text)
    return " ".join(atom.key for atom in atoms)


def is_acronym(word: str) -> bool:
    """True for a word of capitals.

    >>> is_acronym("U.N."), is_acronym("FARC"), is_acronym("M23"), is_acronym("Time"), is_acronym("I")
    (True, True, True, False, False)
    """
    letters = word.replace(".", "")
    return 2 <= len(letters) <= 8 and letters.isupper()


def acronym_key(word: str) -> str:
    """The key of a word of capitals: "U.N." and "UN" are one."""
    return "=" + word.replace(".", "")
