"""Spellings of place names -> the key under which the gazetteer keeps them."""

from __future__ import annotations

import re
import unicodedata

_DROPPED = re.compile(r"[.'’‘`ʻʼʿʾ\"“”]")
_UNSPELLED = frozenset({"Mn", "Cs", "Cf"})
"""Categories of characters that spell nothing: combining marks, lone surrogates, invisible formats."""

_SPACED = re.compile(r"[\s\-–—_/,]+")
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "port"}
_GENERIC = re.compile(
    r"\s(?:province|governorate|state|region|oblast|district|prefecture|county|department|territory|republic|"
    r"municipality|raion|emirate|canton|voivodship|city|town|village|island|area)$"
)
_ARTICLE = re.compile(r"^(?:al|el|ad|an|ar|as|ash|at|az|ed|en|er|es|esh|et|ez)\s(?=\w{4})")
LONGEST_NAME = 80
"""Code points; no gazetteer name that a report would spell out is longer."""


def name_key(name: str) -> str:
    """The name in lower case without accents and marks, with "St." and its like spelled out.

    >>> name_key("St. Louis"), name_key("Dayr al-Zawr"), name_key("Maïdan-Wardak"), name_key("the Hague")
    ('saint louis', 'dayr al zawr', 'maidan wardak', 'hague')
    """
    plain = unicodedata.normalize("NFKD", name[:LONGEST_NAME])
    plain = "".join(char for char in plain if unicodedata.category(char) not in _UNSPELLED).lower()
    words = _SPACED.sub(" ", _DROPPED.sub("", plain)).split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and words[0] in _SHORT_FORMS:
        words[0] = _SHORT_FORMS[words[0]]
    return " ".join(words)


def without_generic(key: str) -> str | None:
    """The key without the word that says what kind of place it is, or None where it has none.

    >>> without_generic("aleppo province"), without_generic("aleppo")
    ('aleppo', None)
    """
    shorter = _GENERIC.sub("", key)
    return shorter if shorter != key else None


def without_article(key: str) -> str | None:
    """The key without an Arabic article before it, or None where there is none.

    >>> without_article("al hudaydah"), without_article("ash shaykh zuwayd"), without_article("aleppo")
    ('hudaydah', 'shaykh zuwayd', None)
    """
    shorter = _ARTICLE.sub("", key)
    return shorter if shorter != key else None
