"""The PLOVER sector of a phrase: its head noun's, or that of the words a weak head stands beside."""

from __future__ import annotations

from datetime import date

from accordingto.grounding.agent_nouns import AgentNoun, sectors_left_behind
from accordingto.grounding.phrase_parts import Part, PhraseParts
from accordingto.grounding.tenures import Tenure
from accordingto.grounding.words import words

_HAVE_PRESIDENTS = frozenset({"BUS", "EDU", "LAB", "SOC", "JRN", "REL", "MED", "AGR", "PTY"})

_PRESIDENTS = frozenset({"president", "vice president"})

Sectors = tuple[tuple[str, ...], str | None]
"""The sectors and the words that made them so."""


def sectors_of(parsed: PhraseParts, head: Part | None, person: Tenure | None, on: date | None) -> Sectors:
    if head is not None and head.noun is not None:
        holds = person is not None and on is not None and person.holds_on(on)
        if person is not None and holds and _tells_more(person, head.noun):
            return _with_rank(_of_person(person, on), head.noun)
        if not head.noun.weak:
            return _of_any_body(parsed, head) or _strong(parsed.parts, head)
        beside = _beside(parsed, head)
        if beside is not None:
            return beside
        if not holds:
            return ((), None) if _heads_what_is_told(parsed, head) else _bare(parsed.parts, head)
    if person is not None:
        return _of_person(person, on)
    if head is not None and head.known is not None:
        return head.known.sectors, f"{head.known.name}: {head.known.table}"
    return (), None


def _tells_more(person: Tenure, noun: AgentNoun) -> bool:
    """True where the term says more than the noun: the *general* who is president, the NATO *chief*, of no country."""
    return noun.words in person.office or noun.sector == "MIL" or person.scope is not None


def _with_rank(found: Sectors, noun: AgentNoun) -> Sectors:
    """The sectors and, after them, the military where the words give a rank: *General* Manaf Tlass, who went over."""
    sectors, why = found
    return ((*sectors, noun.sector), why) if noun.sector == "MIL" and noun.sector not in sectors else found


def _of_any_body(parsed: PhraseParts, head: Part) -> Sectors | None:
    """The sector of the body whose president or secretary it is: the *union* president, president of *Facebook*."""
    if head.noun is None or head.noun.words not in words("of_any_body"):
        return None
    beside = _beside(parsed, head)
    if beside is None and head.noun.words in _PRESIDENTS and _is_of_unknown_body(parsed, head):
        return (), None
    return beside if beside is not None and set(beside[0]) & _HAVE_PRESIDENTS else None


def _is_of_unknown_body(parsed: PhraseParts, head: Part) -> bool:
    """True for the president, written small, of what the tables do not know: *Selmo Motors* president Ana Ruiz."""
    before = [part for part in parsed.parts if part.where == head.where and part.end <= head.start]
    return bool(before) and before[-1].is_unknown_name and head.start - before[-1].end == 1 and not head.capitalised


def _heads_what_is_told(parsed: PhraseParts, head: Part) -> bool:
    """True for the chairman *of the Prisoners Club*: the word alone would mean a company's."""
    if head.noun is None or head.noun.sector != "BUS" or parsed.first_link != "of":
        return False
    behind = [part for part in parsed.parts if part.where > head.where]
    return any(part.noun is None or not part.noun.weak for part in behind)


def _strong(parts: tuple[Part, ...], head: Part) -> Sectors:
    """The head noun's sector; armed men of rebels are rebels: *rebel* soldiers, *Taliban* troops."""
    if head.noun is None or head.noun.sector is None:
        return (), None
    sector = head.noun.sector
    name = _name_before(parts, head)
    if name is not None and name.known is not None and name.known.sectors and head.noun.words in words("generic"):
        return name.known.sectors, f"{name.known.name}: {name.known.table}"
    if sector in {"MIL", "UAF", "PRM", "CVL"}:
        for part in parts:
            if part is not head and part.where == head.where and sector == "MIL" and _is_stateless(part):
                return ("REB",), f"{' '.join(part.keys)} {head.noun.words}"
            if part is not head and part.where == head.where and _sector_of(part) in {"REB", "PRM"}:
                return (_sector_of(part) or sector,), f"{' '.join(part.keys)} {head.noun.words}"
    return (sector,), head.noun.words


def _is_stateless(part: Part) -> bool:
    """True for a people whose armed men are no state's: *Bosnian Serb* troops."""
    return " ".join(part.keys) in words("stateless")


def _name_before(parts: tuple[Part, ...], head: Part) -> Part | None:
    """The known name right before a head that only repeats what it is: the ruling *ZANU-PF* party."""
    before = [part for part in parts if part.where == head.where and part.end <= head.start]
    return before[-1] if before and _sector_of(before[-1]) is not None and before[-1].known is not None else None


def _beside(parsed: PhraseParts, head: Part) -> Sectors | None:
    """For a weak head, the sector of the nearest part before it, else of what it is head *of*."""
    before = [part for part in parsed.parts if part.where == head.where and part.end <= head.start]
    behind = [part for part in parsed.parts if part.where > head.where]
    follows = behind if parsed.first_link in {"of", "for", "from", "in", "at", "with", ","} else []
    for part in [*reversed(before), *follows]:
        sector = _sector_of(part)
        international = part.known is not None and part.known.scope is not None
        if sector == "GOV" and head.noun is not None and head.noun.words in words("followers"):
            continue
        if sector is not None or international:
            return (() if sector is None else (sector,)), " ".join((*part.keys, *head.keys))
    return None


def _sector_of(part: Part) -> str | None:
    """The sector that a part lends to a weak head beside it; places and peoples lend none: *local* officials."""
    if part.noun is not None:
        return None if part.noun.weak or part.noun.sector in {"CVL", "ELI"} else part.noun.sector
    if part.known is not None and part.known.table not in {"country", "demonym", "capital", "region"}:
        if part.known.sectors == ("CVL",):
            return None
        return part.known.sectors[0] if part.known.sectors else None
    return None


def _bare(parts: tuple[Part, ...], head: Part) -> Sectors:
    """A position with nothing beside it that says more: the Syrian *leader*."""
    assert head.noun is not None
    sector = head.noun.sector
    return ((sector,), head.noun.words) if sector is not None else ((), None)


def _of_person(person: Tenure, on: date | None) -> Sectors:
    why = f"{person.name}: {person.why}"
    is_over = on is not None and person.end is not None and on > person.end
    if is_over and set(person.sectors) & sectors_left_behind():
        return ("ELI",), f"{why}, formerly"
    return person.sectors, why
