"""The name inside a mention, also where the recogniser saw none."""

from __future__ import annotations

from accordingto.grounding.agent_nouns import agent_noun
from accordingto.grounding.atoms import atoms_of
from accordingto.grounding.words import words
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Span

LONGEST_UNMARKED = 3
"""Words of a name that the recogniser did not see; longer capitalised phrases are mostly titles and headings."""

_ADJECTIVAL = frozenset({"amod", "compound", "nmod", "npadvmod"})


def name_in(mention: Mention, text: str) -> Span | None:
    """The recogniser's name, or a phrase of capitalised words; an adjective of nationality is none."""
    if mention.label == "NORP" and mention.relation in _ADJECTIVAL:
        return None
    if mention.label == "NORP" and not mention.plural and _is_one_of_them(mention.span.of(text)):
        return None
    if mention.name is not None:
        return mention.name
    if mention.form is not MentionForm.NOMINAL or mention.plural:
        return None
    return mention.span if _looks_like_name(mention.span.of(text)) else None


def _is_one_of_them(phrase: str) -> bool:
    """True for *a Syrian* and *the 46-year-old South African*: people without a name."""
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
