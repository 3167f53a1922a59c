"""When two names are forms of one person's name: spelling, particles, initials, parts left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from accordingto.grounding.atoms import REMEMBERED, atoms_of
from accordingto.grounding.words import words

_FEWEST_LETTERS_TO_VARY = 5
_INITIAL = 1
_VOWELS = "aeiou"


def person_words(name: str) -> tuple[str, ...]:
    """The folded words of a person's name without titles, particles and suffixes; all of them if none is left.

    >>> person_words("Gen. Nawaf al-Fares"), person_words("Mr. Obama"), person_words("Martin Luther King Jr.")
    (('nawaf', 'fares'), ('obama',), ('martin', 'luther', 'king'))
    """
    keys = [atom.key for atom in atoms_of(name)]
    while len(keys) > 1 and keys[0] in words("titles"):
        keys = keys[1:]
    while len(keys) > 1 and keys[-1] in words("suffixes"):
        keys = keys[:-1]
    kept = tuple(key for key in keys if key not in words("particles"))
    return kept or tuple(keys)


def are_one_person(left: Sequence[str], right: Sequence[str]) -> bool:
    """True where two names of two words or more can be one person's.

    >>> are_one_person(("basahr", "assad"), ("bashar", "assad"))
    True
    >>> are_one_person(("maher", "assad"), ("bashar", "assad"))
    False
    >>> are_one_person(("j", "smith"), ("john", "smith"))
    True
    >>> are_one_person(("hosni", "mubarak"), ("muhammad", "hosni", "mubarak"))
    True
    >>> are_one_person(("kim", "jong", "un"), ("kim", "jong", "il"))
    False
    """
    if len(left) < 2 or len(right) < 2:
        return False
    if not are_spellings(left[-1], right[-1]):
        return _is_part(left, right)
    return _first_names_agree(left[0], right[0]) or _is_part(left, right)


def are_spellings(left: str, right: str) -> bool:
    """True for one word, or two spellings of one: mohammed and muhammad, qaddafi and qadafi.

    >>> are_spellings("mohammed", "muhammad"), are_spellings("hussein", "husain"), are_spellings("rice", "price")
    (True, True, False)
    """
    if left == right:
        return True
    if min(len(left), len(right)) < _FEWEST_LETTERS_TO_VARY:
        return False
    a, b = _skeleton(left), _skeleton(right)
    starts_alike = (left[0] in _VOWELS) == (right[0] in _VOWELS)
    return (a == b and starts_alike) or _swapped(left, right)


def spelling_keys(word: str) -> tuple[str, ...]:
    """Keys of which two spellings of one name share at least one.

    >>> set(spelling_keys("mohammed")) & set(spelling_keys("muhammad"))
    {'mhmd'}
    """
    if len(word) < _FEWEST_LETTERS_TO_VARY:
        return (word,)
    return _skeleton(word), "".join(sorted(word)) + "*"


def _first_names_agree(left: str, right: str) -> bool:
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == _INITIAL:
        return longer.startswith(shorter)
    return are_spellings(left, right) or (len(shorter) >= 3 and longer.startswith(shorter) and len(longer) > 4)


def _is_part(left: Sequence[str], right: Sequence[str]) -> bool:
    """True where every word of the shorter name is in the longer one, in order, and the last or first agrees."""
    shorter, longer = sorted((left, right), key=len)
    rest = iter(longer)
    return len(shorter) >= 2 and all(word in rest for word in shorter)


@lru_cache(maxsize=REMEMBERED)
def _skeleton(word: str) -> str:
    """The consonants of a word without doubling, with those that transliteration mixes made one."""
    for variant, standard in (("kh", "h"), ("gh", "g"), ("dh", "d"), ("ph", "f"), ("q", "k"), ("ck", "k"), ("y", "i")):
        word = word.replace(variant, standard)
    kept = [letter for letter in word if letter not in _VOWELS]
    return "".join(letter for index, letter in enumerate(kept) if index == 0 or letter != kept[index - 1])


def _swapped(left: str, right: str) -> bool:
    """True where two neighbouring letters changed places: Basahr for Bashar."""
    if len(left) != len(right):
        return False
    differing = [index for index, (a, b) in enumerate(zip(left, right, strict=True)) if a != b]
    if len(differing) != 2 or differing[1] - differing[0] != 1:
        return False
    first, second = differing
    return left[first] == right[second] and left[second] == right[first]
