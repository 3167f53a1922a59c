"""Codes of CAMEO and PLOVER dictionaries taken apart: the country or what stands for it, and PLOVER's sectors."""

from __future__ import annotations

from accordingto.grounding.actors_own import SCOPES, SECTORS
from accordingto.grounding.known import country_names

_FORMER_CODES = {
    "PAL": "PSE", "ROM": "ROU", "ZAR": "COD", "TMP": "TLS", "YUG": "SRB", "SCG": "SRB", "KSV": "XKX", "KOS": "XKX",
    "DDR": "DEU", "SUN": "RUS", "USR": "RUS", "CSK": "CZE", "BUR": "MMR", "ROC": "TWN",
}  # fmt: skip
"""Codes that dictionaries of the field use for countries that ISO 3166 codes otherwise now."""

_SCOPES = {"UNO": "IGO", "INT": "IGO", "MUL": "IGO", "NGM": "NGO", "UIS": "IMG"} | {code: code for code in SCOPES}

_CAMEO = {
    "HLH": "MED", "INS": "REB", "SEP": "REB", "REB": "REB", "NGO": "SOC", "NGM": "SOC", "HRI": "SOC", "HGM": "SOC",
    "SGM": "SOC", "ENV": "SOC", "DEV": "SOC", "MNC": "BUS", "MOD": "OPP", "RAD": "REB", "SET": "CVL", "STU": "EDU",
    "CHR": "REL", "CTH": "REL", "MOS": "REL", "JEW": "REL", "BUD": "REL", "HIN": "REL", "SHI": "REL", "SUN": "REL",
    "PPL": "CVL", "MBR": None, "UIS": "UAF",
}  # fmt: skip
"""CAMEO's roles that PLOVER calls otherwise."""


def country_of_code(code: str) -> tuple[str | None, str | None, str]:
    """The country that a code begins with, or PLOVER's code in place of one, and the rest of it.

    >>> country_of_code("FRAGOV"), country_of_code("UNOREF"), country_of_code("ROM")
    (('FRA', None, 'GOV'), (None, 'IGO', 'REF'), ('ROU', None, ''))
    """
    first, rest = code[:3], code[3:]
    if first in _SCOPES:
        return None, _SCOPES[first], rest
    country = _FORMER_CODES.get(first, first)
    return (country, None, rest) if country in country_names() else (None, None, rest)


def sectors_of_codes(code: str, *, cameo: bool) -> tuple[str, ...]:
    """The sectors of a code, three letters each; parts that are none (a people, a faction) are left out.

    `cameo` says that MED is the media, as in CAMEO, not health, as in PLOVER.

    >>> sectors_of_codes("REBHMS", cameo=True), sectors_of_codes("GOVMED", cameo=True)
    (('REB',), ('GOV', 'JRN'))
    """
    parts = [code[start : start + 3] for start in range(0, len(code), 3)]
    found = [_sector(part, cameo=cameo) for part in parts]
    return tuple(dict.fromkeys(sector for sector in found if sector is not None))


def _sector(part: str, *, cameo: bool) -> str | None:
    if cameo and part == "MED":
        return "JRN"
    return part if part in SECTORS else _CAMEO.get(part)
