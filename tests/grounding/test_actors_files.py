"""Actors that users bring: told apart by content, put before ours, bad rows named."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.grounding.actors import look_up
from accordingto.grounding.actors_files import LoadedActors, load_actors
from accordingto.grounding.actors_in_force import own_actors
from accordingto.grounding.actors_own import BadRow
from accordingto.grounding.actors_petrarch import actors_from_petrarch
from accordingto.model.errors import InputError

CSV = """name,aliases,kind,country,sectors,from,to,office
Hill Guard,HG;Garde des Collines,group,FRA,PRM,,,
Ana Belic,,person,HRV,GOV,2001,2005-06,prime minister
Ana Belic,,person,HRV,OPP,2005-07,,party leader
Unity List,,,HRV,GOV,2001,2005,
Doka,,person,,CRM,,,
hill marshal,,noun,,COP,,,
Kremlin,,,DEU,BUS,,,
"""

DICTIONARY = """<!-- a dictionary
of ours -->
HILMA_DORREN_   ; a comment
+DORREN_THE_ELDER_
\t[FRAGOV 010203-050607]  # then
\t[FRAOPP >20050607]
\t[FRAELI]
RIVER_FRONT_ [NGAREBCHR]
TORRA_ [ROM]
OLD_REALM_ [HUN <911226] [---]
SEA_LEAGUE_ [IGO]
!PERSON! = MAN, WOMAN
RIVER_WARDEN {RIVER_WARDENS} [~COP]
FERRY!PERSON! [~LAB]
CALLER {} [~GOVMED]
"""

ENTITIES = """\
{"id":"p","schema":"Person","properties":{"name":["Ilka Marsh","Ilka J. Marsh"],"nationality":["nz"]}}
{"id":"q","schema":"Position","properties":{"name":["Minister of Tides"],"country":["nz"],"topics":["gov.executive"]}}
{"id":"r","schema":"Position","properties":{"name":["House Member"],"country":["nz"],"topics":["gov.legislative"]}}
{"id":"o","schema":"Occupancy","properties":{"holder":["p"],"post":["q"],"startDate":["2011-03-01"],"endDate":["2014"]}}
{"id":"u","schema":"Occupancy","properties":{"holder":["p"],"post":["r"],"startDate":["2015"]}}
{"id":"b","schema":"PublicBody","properties":{"name":["Tide Police"],"country":["nz"]}}
"""


def loaded(folder: Path, *texts: str) -> LoadedActors:
    files = []
    for number, text in enumerate(texts):
        files.append(folder / f"{number}")
        files[-1].write_text(text, encoding="utf-8")
    return load_actors(files)


def answer(text: str, folder: Path, phrase: str, on: date | None = None) -> tuple[str | None, str]:
    with own_actors(loaded(folder, text).actors):
        found = look_up(phrase, on)
    return found.country, next(iter(found.sectors), "")


@pytest.mark.parametrize(
    ("text", "phrase", "on", "expected"),
    [
        (CSV, "the Hill Guard", None, ("FRA", "PRM")),
        (CSV, "HG", None, ("FRA", "PRM")),
        (CSV, "Ana Belic", date(2003, 5, 1), ("HRV", "GOV")),
        (CSV, "Ana Belic", date(2005, 7, 1), ("HRV", "OPP")),
        (CSV, "the Unity List", date(2003, 5, 1), ("HRV", "GOV")),
        (CSV, "the Unity List", date(2013, 5, 1), ("HRV", "")),
        (CSV, "Doka", None, (None, "CRM")),
        (CSV, "Polish hill marshals", None, ("POL", "COP")),
        (CSV, "the Kremlin", None, ("DEU", "BUS")),
        (DICTIONARY, "Hilma Dorren", date(2003, 5, 1), ("FRA", "GOV")),
        (DICTIONARY, "Dorren the Elder", date(2009, 5, 1), ("FRA", "OPP")),
        (DICTIONARY, "Hilma Dorren", date(1995, 5, 1), ("FRA", "ELI")),
        (DICTIONARY, "Hilma Dorren", None, ("FRA", "ELI")),
        (DICTIONARY, "the River Front", None, ("NGA", "REB")),
        ("IRAN_ [FRAREB]\n", "Iran", None, ("FRA", "REB")),
        (DICTIONARY, "Torra", None, ("ROU", "GOV")),
        (DICTIONARY, "Old Realm", date(1990, 1, 1), ("HUN", "")),
        (DICTIONARY, "Old Realm", date(1992, 1, 1), (None, "")),
        (DICTIONARY, "the Sea League", None, (None, "")),
        (DICTIONARY, "Swedish river wardens", None, ("SWE", "COP")),
        (DICTIONARY, "a ferrywoman", None, (None, "LAB")),
        (ENTITIES, "Ilka J. Marsh", date(2014, 12, 1), ("NZL", "GOV")),
        (ENTITIES, "Ilka Marsh", date(2016, 12, 1), ("NZL", "LEG")),
        (ENTITIES, "the Tide Police", None, ("NZL", "COP")),
    ],
)
def test_each_format_says_who_was_what_when(
    tmp_path: Path, text: str, phrase: str, on: date | None, expected: tuple[str | None, str]
) -> None:
    assert answer(text, tmp_path, phrase, on) == expected


@pytest.mark.parametrize(("code", "sector"), [("[~GOVMED]", "GOV"), ("[~MED]", "JRN"), ("[~HLH]", "MED")])
def test_codes_of_cameo_are_read_as_plover(tmp_path: Path, code: str, sector: str) -> None:
    assert answer(f"TIDE_TELLER {code}\n", tmp_path, "tide tellers") == (None, sector)


def test_med_is_health_in_a_dictionary_that_has_jrn(tmp_path: Path) -> None:
    assert answer("TIDE_TELLER [~MED]\nGULL [~JRN]\n", tmp_path, "tide tellers") == (None, "MED")


def test_ours_are_back_when_the_block_ends(tmp_path: Path) -> None:
    before = look_up("the Kremlin")
    assert answer(CSV, tmp_path, "the Kremlin") != (before.country, *before.sectors)
    assert look_up("the Kremlin") == before


def test_of_two_files_the_first_says_what_a_name_is(tmp_path: Path) -> None:
    both = loaded(
        tmp_path, "name,kind,country\nTorra,country,FRA\n", DICTIONARY.replace("TORRA_ [ROM]", "TORRA_ [ITA]")
    )
    with own_actors(both.actors):
        assert look_up("Torra").country == "FRA"
        assert look_up("the River Front").country == "NGA"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("name,country\nAna,XQZ\n", "line 2: found the country 'XQZ'"),
        ("name,from\nAna,5/9/2003\n", "line 2: found '5/9/2003' in 'from'"),
        ("name,from,to\nAna,2003,2001\n", "line 2: found an end, 2001-12-31, before the start"),
        ("name,sector\nAna,GUV\n", "line 2: found the sector 'GUV'"),
        ("name,kind\nAna,ghost\n", "line 2: found the kind 'ghost'"),
        ("name,country\n,FRA\n", "line 2: found no name"),
        ("ANNA_\nBO_ [FRA]\n", "line 1: found 'ANNA' without a code"),
        ("ANA_ [XQZ]\n", "line 1: found [XQZ], which begins with no country"),
        ("\n\nANA_ [FRA 019903-050607]\n", "line 3: found [FRA 019903-050607]: 019903 is no day"),
        ("ANA_ [~XYZ]\n", "line 1: found the code [~XYZ], which holds no sector"),
        ("ANA_ [FRA\nBO_ [FRA]\n", "line 1: found [ANA_ [FRA]"),
        ('{"id":"a","schema":"Person","properties":{}}\n', "line 1: found a Person without a name"),
        ('{"id":"a","schema":"Address","properties":{}}\nno\n', "line 2: found no entity"),
        ('{"id":"a","schema":"Occupancy","properties":{"holder":["b"]}}\n', "occupancy whose holder, 'b'"),
    ],
)
def test_a_bad_row_is_named_with_its_line_and_what_to_do(tmp_path: Path, text: str, told: str) -> None:
    (problem,) = loaded(tmp_path, text).problems
    assert told in problem


def test_a_bad_row_does_not_lose_the_others(tmp_path: Path) -> None:
    assert answer("name,country\nBad Row,XQZ\nTorra,FRA\n", tmp_path, "Torra") == ("FRA", "")
    assert answer("BAD_ROW_\nTORRA_ [FRAREB]\n", tmp_path, "Torra") == ("FRA", "REB")
    assert answer("{}\n" + ENTITIES, tmp_path, "Ilka Marsh", date(2012, 1, 1)) == ("NZL", "GOV")


def test_entities_may_hold_others(tmp_path: Path) -> None:
    post = '{"id":"q","schema":"Position","properties":{"name":["Minister of Tides"],"country":["nz"]}}'
    held = f'{{"id":"o","schema":"Occupancy","properties":{{"holder":["p"],"post":[{post}],"startDate":["2011"]}}}}'
    person = f'{{"id":"p","schema":"Person","properties":{{"name":["Ilka Marsh"],"positionOccupancies":[{held}]}}}}'
    assert answer(person, tmp_path, "Ilka Marsh", date(2012, 1, 1)) == ("NZL", "GOV")


def test_older_dictionaries_are_in_latin_1_and_tables_may_have_semicolons(tmp_path: Path) -> None:
    file = tmp_path / "old.txt"
    file.write_bytes("JOSÉ_DORREN_ [FRAGOV]\r\n".encode("latin-1"))
    with own_actors(load_actors([file]).actors):
        assert look_up("Jose Dorren").country == "FRA"
    assert answer("Name;Country;Sector\nTorra;FRA;REB\n", tmp_path, "Torra") == ("FRA", "REB")


@pytest.mark.parametrize("text", ["", "just words\n", "a,b\n1,2\n"])
def test_a_file_of_no_format_is_refused_with_the_formats(tmp_path: Path, text: str) -> None:
    with pytest.raises(InputError, match="Give CSV, FollowTheMoney JSON lines or a PETRARCH dictionary"):
        loaded(tmp_path, text)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="cannot be read"):
        load_actors([tmp_path / "none"])


def test_the_version_goes_with_the_content(tmp_path: Path) -> None:
    first, again, other = (loaded(tmp_path, text).actors.version for text in (CSV, CSV, DICTIONARY))
    assert first == again != other


@given(st.text(alphabet="AB_[]<>~-{}+!;# 0123456789\n\t", max_size=80))
def test_no_dictionary_raises(text: str) -> None:
    for row in actors_from_petrarch(text):
        assert row.line >= 1 if isinstance(row, BadRow) else row.spells
