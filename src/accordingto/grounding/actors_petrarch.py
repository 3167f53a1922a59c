"""Actors of PETRARCH's dictionaries: names with dated codes, and agents, as its manual describes them.

```
HILMA_DORREN_          a name, its words joined by underscores
+DORREN_THE_ELDER      another name of the same
    [FRAGOV 010203-050607]   what it was from one day to another; also <yymmdd, >yymmdd, and years of four digits
    [FRAELI]                 what it is at other times
RIVER_WARDEN {RIVER_WARDENS} [~COP]    an agent: a noun, its plural ({}: none), its sector
!PERSON! = MAN, WOMAN                  words that stand for !PERSON! in agents
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from string import capwords

from accordingto.grounding.actors_cameo import country_of_code, sectors_of_codes
from accordingto.grounding.actors_own import BadRow, OwnActor, Spell
from accordingto.model.entity import EntityKind

AGENT = "~"
LAST_CENTURY_FROM = 30
"""Years of two digits from this one on are of the twentieth century: 330101 is 1933."""

_CODE = re.compile(r"\[([^\[\]]*)\]")
_PLURAL = re.compile(r"\{([^{}]*)\}")
_COMMENT = re.compile(r"[;#].*")
_MARKUP = re.compile(r"<!\s*--.*?-->", re.DOTALL)
_DATED = re.compile(r"(?P<code>[^\s<>]+)\s*(?P<sign>[<>]?)\s*(?P<first>\d{6,8})?\s*(?:-\s*(?P<last>\d{6,8}))?")
_SUBSTITUTION = re.compile(r"(![^!\s]+!)\s*=\s*(.+)")
_NO_CODE = frozenset({"---", "###", "+++"})


@dataclass(slots=True)
class _Entry:
    """An entry while its lines are read."""

    line: int
    names: list[str]
    codes: list[str] = field(default_factory=list)
    plural: str | None = None


class _BadCodeError(ValueError):
    """A code that means nothing; the message says what was found and what to write."""


def is_petrarch(text: str) -> bool:
    """True where some line ends in a code in brackets."""
    return _CODE.search(_COMMENT.sub("", _without_markup(text))) is not None


def actors_from_petrarch(text: str) -> Iterator[OwnActor | BadRow]:
    """An actor an entry, an agent noun an entry with ~; what cannot be used is named."""
    plain = _without_markup(text)
    media_is_med = "HLH" in plain or "JRN" not in plain
    substitutes = {word: _words(listed) for word, listed in _SUBSTITUTION.findall(plain)}
    for entry in _entries(plain):
        try:
            yield _actor(_spelled(entry, substitutes), cameo=media_is_med)
        except _BadCodeError as error:
            yield BadRow(entry.line, str(error))


def _without_markup(text: str) -> str:
    """The text with comments between <!-- and --> blanked; lines keep their numbers."""
    return _MARKUP.sub(lambda found: "\n" * found.group().count("\n"), text)


def _words(listed: str) -> list[str]:
    return [word.strip() for word in _COMMENT.sub("", listed).split(",") if word.strip()]


def _entries(text: str) -> Iterator[_Entry]:
    entry: _Entry | None = None
    for number, line in enumerate(text.split("\n"), 1):
        told = _COMMENT.sub("", line).strip()
        if not told or _SUBSTITUTION.match(told):
            continue
        name = _PLURAL.sub("", told.split("[")[0]).strip()
        if name and not name.startswith("+"):
            if entry is not None:
                yield entry
            entry = _Entry(number, [])
        entry = entry or _Entry(number, [])
        entry.names += [name.removeprefix("+").strip()] if name else []
        entry.codes += _CODE.findall(told) or ([told] if "[" in told else [])
        plural = _PLURAL.search(told)
        entry.plural = plural.group(1).strip() if plural else entry.plural
    if entry is not None:
        yield entry


def _spelled(entry: _Entry, substitutes: dict[str, list[str]]) -> _Entry:
    """The entry with a name for each word that a !WORD! in it stands for."""
    names = entry.names + ([entry.plural] if entry.plural else [])
    for mark, listed in substitutes.items():
        names = [name.replace(mark, word) for name in names for word in (listed if mark in name else [mark])]
    return replace(entry, names=names)


def _actor(entry: _Entry, *, cameo: bool) -> OwnActor:
    names = tuple(dict.fromkeys(filter(None, (_name(name) for name in entry.names))))
    if not names:
        raise _BadCodeError("found a code without a name before it. Write the name, or take the code out.")
    if not entry.codes:
        raise _BadCodeError(f"found {names[0]!r} without a code. Write one in brackets, such as [FRAGOV].")
    if any(AGENT in code for code in entry.codes):
        sectors = sectors_of_codes(entry.codes[0].replace(AGENT, "").strip().upper(), cameo=cameo)
        if not sectors:
            raise _BadCodeError(f"found the code [{entry.codes[0]}], which holds no sector. Write one such as [~GOV].")
        return OwnActor(tuple(name.lower() for name in names), None, (Spell(None, sectors),))
    spells = tuple(_spell(code, cameo=cameo) for code in entry.codes)
    kind = _kind(names[0], spells)
    if kind is EntityKind.COUNTRY:
        spells = tuple(replace(spell, sectors=("GOV",)) for spell in spells)
    return OwnActor(names, kind, spells)


def _name(written: str) -> str:
    """A name as people write it.

    >>> _name("HILMA_DORREN_"), _name("UN_"), _name("Hill Guard")
    ('Hilma Dorren', 'UN', 'Hill Guard')
    """
    spaced = " ".join(written.replace("_", " ").rstrip("=").split())
    is_short = " " not in spaced and len(spaced) <= 4  # UN, NATO
    return spaced if is_short or not spaced.isupper() else capwords(spaced)


def _kind(name: str, spells: tuple[Spell, ...]) -> EntityKind:
    """A person where a name of several words has dated codes; a country where the code is one alone."""
    if any(not spell.is_usual for spell in spells):
        return EntityKind.PERSON if " " in name else EntityKind.ORGANISATION
    is_country = spells[0].country is not None and not spells[0].sectors
    return EntityKind.COUNTRY if is_country else EntityKind.ORGANISATION


def _spell(code: str, *, cameo: bool) -> Spell:
    """What a code says, and when."""
    told = _DATED.fullmatch(code.strip())
    if told is None or (told["code"].isdigit() or told["code"].replace("-", "").isdigit()):
        raise _BadCodeError(f"found [{code}]. Write [FRAGOV], [FRAGOV 010203-050607], [FRAGOV <010203] or [… >010203].")
    if told["code"] in _NO_CODE:
        return Spell(None, (), None, *_days(told, code))
    word = told["code"].split("/")[0].upper()
    country, scope, rest = country_of_code(word)
    if country is None and scope is None:
        raise _BadCodeError(
            f"found [{code}], which begins with no country. Write an ISO 3166 alpha-3 code, or IGO, NGO, IMG, MNC."
        )
    return Spell(country, sectors_of_codes(rest, cameo=cameo), scope, *_days(told, code))


def _days(told: re.Match[str], code: str) -> tuple[date | None, date | None]:
    """The first and the last day; before and after a day leave the day itself out."""
    if told["first"] is None:
        return None, None
    first = _day(told["first"], code)
    if told["sign"] == "<":
        return None, first - timedelta(days=1)
    if told["sign"] == ">":
        return first + timedelta(days=1), None
    return first, _day(told["last"], code) if told["last"] else None


def _day(digits: str, code: str) -> date:
    """The day of yymmdd or yyyymmdd.

    >>> _day("330101", ""), _day("20040229", "")
    (datetime.date(1933, 1, 1), datetime.date(2004, 2, 29))
    """
    century = ("19" if int(digits[:2]) >= LAST_CENTURY_FROM else "20") if len(digits) == 6 else ""
    full = century + digits
    try:
        return date(int(full[:-4]), int(full[-4:-2]), int(full[-2:]))
    except ValueError:
        raise _BadCodeError(f"found [{code}]: {digits} is no day. Write year, month, day: 010203.") from None
