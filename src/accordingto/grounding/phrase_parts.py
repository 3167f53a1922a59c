"""A phrase cut into what the tables know in it: names, countries, offices, agent nouns, and unknown names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.grounding.actors_in_force import in_force
from accordingto.grounding.agent_nouns import AgentNoun, agent_noun, former_words
from accordingto.grounding.atoms import Atom, acronym_key, atoms_of, is_acronym
from accordingto.grounding.known import LONGEST_NAME, Known, known_names
from accordingto.grounding.tenures import Tenure, single_names, terms_named
from accordingto.grounding.words import words

_LINKS = frozenset({"and", "or"})


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a phrase that means one thing. `known`, `noun` or `tenures` says what; all None: a name
    unknown to the tables. `keys` are its folded words; `where` counts segments: 0 the phrase itself, 1 and more
    what stands behind a preposition or a comma."""

    start: int
    end: int
    keys: tuple[str, ...]
    where: int
    known: Known | None = None
    noun: AgentNoun | None = None
    tenures: tuple[Tenure, ...] = ()
    possessive: bool = False
    excluded: bool = False
    former: bool = False
    capitalised: bool = False

    @property
    def is_unknown_name(self) -> bool:
        return self.known is None and self.noun is None and not self.tenures and not self.former


@dataclass(frozen=True, slots=True)
class PhraseParts:
    """The parts in order. `first_link` is the preposition or comma that opened segment 1, None without;
    `plain_head` the last word of segment 0 where the tables know nothing of it: Kremlin *statement*."""

    parts: tuple[Part, ...]
    first_link: str | None
    plain_head: str | None = None


def parts_of(phrase: str) -> PhraseParts:
    """The parts of a phrase, up to the first conjunct of a coordination.

    >>> [" ".join(part.keys) for part in parts_of("Iraqi Foreign Minister Hoshyar Zebari").parts]
    ['iraqi', 'foreign minister', 'hoshyar zebari']
    >>> [(" ".join(part.keys), part.where) for part in parts_of("the leader of the opposition").parts]
    [('leader', 0), ('opposition', 1)]
    """
    atoms = atoms_of(phrase)
    parts: list[Part] = []
    where, first_link, position = 0, None, 0
    plain_head: str | None = None
    while position < len(atoms):
        if position > 0 and _comma_before(phrase, atoms, position):
            where, first_link = where + 1, first_link or ","
        part = _part_at(atoms, position, where)
        if part is not None:
            parts.append(part[0])
            position = part[1]
            plain_head = None if where == 0 else plain_head
            continue
        key = atoms[position].key
        if key in _LINKS and parts:
            break
        if key in words("prepositions") and not atoms[position].joined:
            where, first_link = where + 1, first_link or key
        elif where == 0 and not _is_article(atoms[position]):
            plain_head = key
        position += 1
    return PhraseParts(tuple(_joined_names(parts)), first_link, plain_head)


def _part_at(atoms: tuple[Atom, ...], position: int, where: int) -> tuple[Part, int] | None:
    """The longest part that begins here and the position after it."""
    if atoms[position].key in former_words():
        return Part(
            atoms[position].start, atoms[position].end, (atoms[position].key,), where, former=True
        ), position + 1
    for end in range(min(len(atoms), position + LONGEST_NAME), position, -1):
        part = _meaning(atoms[position:end], where)
        if part is not None and not _begins_longer_name(part, atoms, end):
            return _with_hyphens(part, atoms, position, end), end
    atom = atoms[position]
    if atom.capitalised and atom.key not in words("prepositions") and atom.key not in _LINKS and not _is_article(atom):
        return Part(atom.start, atom.end, (atom.key,), where, possessive=atom.possessive), position + 1
    return None


def _begins_longer_name(part: Part, atoms: tuple[Atom, ...], end: int) -> bool:
    """True for a paper named by one plain word, where the word begins another name: *National* Institutes of Health."""
    if part.known is None or len(part.keys) > 1 or not part.known.name.startswith("The "):
        return False
    return not part.possessive and end < len(atoms) and atoms[end].capitalised


def _meaning(atoms: tuple[Atom, ...], where: int) -> Part | None:
    if any(atom.possessive for atom in atoms[:-1]) and not _keeps_possessive(atoms):
        return None
    keys = tuple(atom.key for atom in atoms)
    joined = " ".join(keys)
    start, end, possessive = atoms[0].start, atoms[-1].end, atoms[-1].possessive
    is_full_name = len(atoms) > 1 or joined in single_names() or _is_own_person(joined)
    tenures = terms_named(joined) if is_full_name and atoms[0].capitalised else ()
    if tenures:
        return Part(start, end, keys, where, tenures=tenures, possessive=possessive)
    known = _known(atoms, joined)
    if known is not None:
        return Part(start, end, keys, where, known=known, possessive=possessive)
    noun = agent_noun(keys)
    if noun is not None:
        return Part(start, end, keys, where, noun=noun, possessive=possessive, capitalised=atoms[0].capitalised)
    return None


def _is_own_person(key: str) -> bool:
    """True for a person whom the user's own tables know by one word."""
    own = in_force()
    return own is not None and key in own.people


def _keeps_possessive(atoms: tuple[Atom, ...]) -> bool:
    """True where the tables may hold the possessive itself: *People's* Republic of China, prime *minister's* office."""
    joined = " ".join(atom.key for atom in atoms)
    return joined in known_names() or agent_noun(tuple(atom.key for atom in atoms)) is not None


def _known(atoms: tuple[Atom, ...], joined: str) -> Known | None:
    names = known_names()
    if len(atoms) > 1:
        return names.get(joined) if any(atom.capitalised for atom in atoms) else None
    word = atoms[0].text
    if is_acronym(word) and acronym_key(word) in names:
        return names[acronym_key(word)]
    return names.get(joined) if atoms[0].capitalised else None


def _with_hyphens(part: Part, atoms: tuple[Atom, ...], position: int, end: int) -> Part:
    """The part, left out of account in *anti*-American, *anti*-immigrant, Iranian-*backed*, London-*based*."""
    behind = end < len(atoms) and atoms[end].joined and atoms[end].key in words("participles")
    before = position > 0 and atoms[position].joined and atoms[position - 1].key in words("against")
    if not before and (not behind or part.noun is not None):
        return part
    return Part(part.start, part.end, part.keys, part.where, part.known, part.noun, part.tenures, excluded=True)


def _joined_names(parts: list[Part]) -> Iterator[Part]:
    """The same with neighbouring unknown names made one: Hoshyar + Zebari."""
    held: Part | None = None
    for part in parts:
        if held is not None and part.is_unknown_name and part.where == held.where and part.start - held.end <= 2:
            held = Part(held.start, part.end, held.keys + part.keys, held.where, possessive=part.possessive)
            continue
        if held is not None:
            yield held
        held = part if part.is_unknown_name else None
        if held is None:
            yield part
    if held is not None:
        yield held


def _comma_before(phrase: str, atoms: tuple[Atom, ...], position: int) -> bool:
    return "," in phrase[atoms[position - 1].end : atoms[position].start]


def _is_article(atom: Atom) -> bool:
    return atom.key in words("determiners")
