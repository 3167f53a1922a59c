"""The name inside a mention, also where the recogniser saw none."""

from __future__ import annotations

import re

from accordingto.grounding.agent_nouns import agent_noun
from accordingto.grounding.atoms import atoms_of, fold, name_key
from accordingto.grounding.known import known_names
from accordingto.grounding.words import words
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span

LONGEST_UNMARKED = 3
"""Words of a name that the recogniser did not see; longer capitalised phrases are mostly titles and headings."""

LONGEST_TITLED = 6
"""Words of a title and the name behind it."""

_COMPLEMENT = re.compile(r" (?:of|for) (?:the )?[A-Z]\w+(?: (?:and )?[A-Z]\w+){0,3}")
_DAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day [-–—] ")
_ADJECTIVAL = frozenset({"amod", "compound", "nmod", "npadvmod"})


def name_in(mention: Mention, text: str) -> Span | None:
    """The recogniser's name, or a phrase of capitalised words; an adjective of nationality is none."""
    if mention.label == "NORP" and mention.relation in _ADJECTIVAL:
        return None
    if mention.label == "NORP" and not mention.plural and _is_nameless(mention.span.of(text)):
        return None
    if mention.name is not None and fold(mention.name.of(text)) in words("titles"):
        return None
    if mention.name is not None:
        return _with_complement(_behind_day(mention.name, text), text)
    if mention.form is not MentionForm.NOMINAL or mention.plural:
        return None
    atoms = atoms_of(mention.span.of(text))
    if 1 < len(atoms) <= LONGEST_TITLED and atoms[0].key in words("personal_titles") and atoms[-1].capitalised:
        return Span(mention.span.start + atoms[1].start, mention.span.end)
    span = _behind_day(mention.span, text)
    return span if _looks_like_name(span.of(text)) else None


def _behind_day(name: Span, text: str) -> Span:
    """The name without the day of a dateline before it: LISBON, Monday - *Ana* and Omar Ruiz said."""
    day = _DAY.match(text, name.start, name.end)
    return Span(day.end(), name.end) if day is not None and day.end() < name.end else name


def _with_complement(name: Span, text: str) -> Span:
    """The name with its *of* or *for* phrase where the tables know it so: Revolutionary Armed Forces *of Colombia*."""
    match = _COMPLEMENT.match(text, name.end)
    if match is None:
        return name
    ends = [name.end + end.end() for end in re.finditer(r"\w+", match.group())]
    longer = (Span(name.start, end) for end in reversed(ends))
    return next((span for span in longer if name_key(span.of(text)) in known_names()), name)


def _is_nameless(phrase: str) -> bool:
    """True for *a Syrian* and *the 46-year-old South African*, people without a name, and for *German*, a language."""
    if len(phrase.split()) == 1:
        known = known_names().get(name_key(phrase))
        return known is not None and known.table == "demonym"
    return phrase.lower().startswith(("a ", "an ")) or "-old" in phrase


def _looks_like_name(phrase: str) -> bool:
    """True for *Suhasini*, not for *Critics* or *Monday*."""
    atoms = atoms_of(phrase)
    if not atoms or len(atoms) > LONGEST_UNMARKED or not all(atom.capitalised for atom in atoms):
        return False
    first, last = atoms[0].key, atoms[-1].key
    return agent_noun((last,)) is None and first not in words("determiners") and first not in words("never_names")


def without_possessive(name: str) -> str:
    """The name without a possessive ending.

    >>> without_possessive("Fares'"), without_possessive("Zebari’s")
    ('Fares', 'Zebari')
    """
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name
