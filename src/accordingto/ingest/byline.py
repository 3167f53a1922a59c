"""Who a report is by: "By Ann Hale and Bo Ruiz", "(Reporting by Ann Hale in Cairo; editing by …)"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final

from accordingto.ingest.agencies import find_agency
from accordingto.model.resources import load_toml

LONGEST_BYLINE: Final = 160
"""Code points of a paragraph that may be a byline: room for four names with their papers. Not tuned."""

_BY: Final = re.compile(r"(?:(?:story|words|report|written|reported)\s+)?by:?\s+(?=\S)", re.IGNORECASE)
_REPORTS_FROM: Final = re.compile(r"(?P<names>[^.!?:;]{4,80}?)\s+reports?(?:\s+(?:from|for)\s+[^.!?:;]{2,60})?\.?")
_REPORTING_BY: Final = re.compile(
    r"(?<!additional )\b(?:reporting|reported) by:?\s+(?P<names>[^;:()\[\]]{3,300})", re.IGNORECASE
)
_CONTRIBUTED: Final = re.compile(
    r"(?P<names>[^.!?:;()]{4,200}?)\s+contributed\s+(?:from|(?:reporting )?(?:to|for) this)\b", re.IGNORECASE
)
_NEXT_CREDIT: Final = re.compile(
    r"[.,;]?\s+(?:additional|writing|written|editing|edited|with|compiled)\b.*|\.\s.*", re.IGNORECASE | re.DOTALL
)
_JOINTS: Final = re.compile(
    r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*|\s*[/|•·–—]\s*|\s+-\s+|\s+with\s+)", re.IGNORECASE
)
_WHERE: Final = re.compile(r"\s+(?:in|at|for|of|from|reports?|reporting)\s+.*", re.DOTALL)
_MOST_NAME_WORDS: Final = 5


def find_byline(words: str) -> tuple[str, ...] | None:
    """The names of a paragraph that is a byline, () where it names only an agency; None where it is no byline.

    >>> find_byline("By Ann Hale and Bo Ruiz, The Wire")
    ('Ann Hale', 'Bo Ruiz')
    >>> find_byline("By Wednesday, troops had left.") is None
    True
    """
    if len(words) > LONGEST_BYLINE:
        return None
    told = _BY.match(words)
    if told:
        return _names_of_line(words[told.end() :])
    reports = _REPORTS_FROM.fullmatch(words)
    names = _split(reports["names"]) if reports else []
    return tuple(names) if names and all(map(is_person_name, names)) else None


def find_reporters(credit: str) -> tuple[str, ...]:
    """The names after "Reporting by" in a credit, without those who only added, wrote or edited.

    >>> find_reporters("(Reporting by Ann Hale in Cairo and Bo Ruiz; Editing by Cy Dunn)")
    ('Ann Hale', 'Bo Ruiz')
    """
    found = _REPORTING_BY.search(credit)
    if found is None:
        return ()
    pieces = _split(_NEXT_CREDIT.sub("", found["names"]))
    return tuple(name for piece in pieces if is_person_name(name := _WHERE.sub("", piece)))


def find_contributors(credit: str) -> tuple[str, ...]:
    """The names before "contributed" in a credit; reporters where no others are named.

    >>> find_contributors("Ann Hale and Bo Ruiz contributed from Cairo.")
    ('Ann Hale', 'Bo Ruiz')
    """
    found = _CONTRIBUTED.match(credit)
    pieces = _split(found["names"]) if found is not None else []
    return find_person_names(_WHERE.sub("", piece) for piece in pieces)


def is_person_name(words: str) -> bool:
    """True for two to five words that could be a person's name: *Ann Hale*, *Maïa de la Baume*, *ANN HALE*."""
    tokens = words.strip(" .").split()
    if not 2 <= len(tokens) <= _MOST_NAME_WORDS or any(character.isdigit() for character in words):
        return False
    if any(token.strip(".,").casefold() in _words("not_names") for token in tokens):
        return False
    inner = (token[0].isupper() or token in _words("particles") for token in tokens)
    return all(inner) and tokens[-1][0].isupper() and all(map(_is_name_word, tokens))


def find_person_names(words: Iterable[str]) -> tuple[str, ...]:
    """Those of the words that could be people's names, each once; not agencies, papers and offices.

    >>> find_person_names(["Ann Hale", "Reuters", "NJ Advance Media", "admin"])
    ('Ann Hale',)
    """
    return unique(name for name in words if is_person_name(name) and not _is_paper(name) and find_agency(name) is None)


def unique(names: Iterable[str]) -> tuple[str, ...]:
    """The names once each, in order."""
    return tuple(dict.fromkeys(names))


def _names_of_line(words: str) -> tuple[str, ...] | None:
    pieces = _split(words)
    first = _WHERE.sub("", pieces[0]) if pieces else ""
    if find_agency(first) is not None:
        return ()
    if not is_person_name(first) or not all(map(_is_beside_a_name, pieces[1:])):
        return None
    return unique(_people(pieces))


def _people(pieces: list[str]) -> Iterator[str]:
    """The people among the pieces of a byline: up to the first paper, agency or office."""
    for piece in pieces:
        name = _WHERE.sub("", piece)
        if find_agency(name) is not None or not is_person_name(name) or _is_paper(name):
            return
        yield name.strip(" .")


def _is_paper(words: str) -> bool:
    """True for what stands after a reporter's name without being one: *The Wire*, *Staff Writer*, *BBC News*."""
    return words.casefold().split()[-1] in _words("papers")


def _is_beside_a_name(piece: str) -> bool:
    """True for what may follow the first name in a byline: another, a paper, an office, a place, a date."""
    return len(piece.split()) <= 8 and not piece.rstrip(".").endswith(("?", "!"))


def _split(words: str) -> list[str]:
    return [piece.strip(" .") for piece in _JOINTS.split(words) if piece.strip(" .")]


def _is_name_word(token: str) -> bool:
    return all(character.isalpha() or character in ".'’-" for character in token) and token[0].isalpha()


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_toml("article_parts.toml")["byline"][group])
