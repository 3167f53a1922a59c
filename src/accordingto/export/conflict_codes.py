"""Our event types as ACLED would name them, and its precision codes: an approximation by mode and parties."""

from __future__ import annotations

from typing import Final

from accordingto.model.incident import Incident
from accordingto.model.reported import ReportedClaim

ARMED: Final = frozenset({"MIL", "REB", "COP", "PRM", "UAF", "SPY"})
"""Sectors of those who bear arms."""

_VIOLENCE, _REMOTE, _STRATEGIC = "Violence against civilians", "Explosions/Remote violence", "Strategic developments"
_RIOTS, _PROTESTS, _BATTLES = "Riots", "Protests", "Battles"

AcledType = tuple[str, str | None]

_OF_MODE: Final[dict[tuple[str, str], AcledType]] = {
    ("ASSAULT", "abduct"): (_VIOLENCE, "Abduction/forced disappearance"),
    ("ASSAULT", "sexual"): (_VIOLENCE, "Sexual violence"),
    ("ASSAULT", "beat"): (_VIOLENCE, "Attack"),
    ("ASSAULT", "torture"): (_VIOLENCE, "Attack"),
    ("ASSAULT", "suicide-attack"): (_REMOTE, "Suicide bomb"),
    ("ASSAULT", "explosives"): (_REMOTE, "Remote explosive/landmine/IED"),
    ("ASSAULT", "aerial"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "drone"): (_REMOTE, "Air/drone strike"),
    ("ASSAULT", "heavy-weapons"): (_REMOTE, "Shelling/artillery/missile attack"),
    ("ASSAULT", "crowd-control"): (_PROTESTS, "Protest with intervention"),
    ("PROTEST", "riot"): (_RIOTS, "Violent demonstration"),
    ("PROTEST", "vandalize"): (_RIOTS, "Mob violence"),
    ("COERCE", "arrest"): (_STRATEGIC, "Arrests"),
    ("RETREAT", "ceasefire"): (_STRATEGIC, "Agreement"),
    ("RETREAT", "disarm"): (_STRATEGIC, "Other"),
    ("RETREAT", "withdraw"): (_STRATEGIC, "Change to group/activity"),
    ("MOBILIZE", "troops"): (_STRATEGIC, "Change to group/activity"),
    ("MOBILIZE", "weapons"): (_STRATEGIC, "Change to group/activity"),
    ("REALIGN", "defect"): (_STRATEGIC, "Change to group/activity"),
}


def is_violent(incident: Incident) -> bool:
    """True where a claim of the incident tells of an assault, or of people killed."""
    return any(
        claim.type == "ASSAULT" or any(count.kind == "killed" for count in claim.counts) for claim in incident.claims
    )


def acled_type(incident: Incident) -> AcledType | None:
    """ACLED's event and sub-event type of the incident's best coded claim, None where ACLED has no such events.

    An assault on those who bear arms, by those who bear arms, is a battle; on others, violence against civilians.
    """
    coded = [found for claim in incident.claims if (found := _type_of(claim)) is not None]
    return next((found for found in coded if found[1] is not None), coded[0] if coded else None)


def acled_time_precision(incident: Incident) -> int | None:
    """1 for a day, 2 for up to a week, 3 for up to a month, None for longer or where the day is not known."""
    if incident.when is None:
        return None
    days = (incident.when.end - incident.when.start).days + 1
    return next((code for most, code in ((1, 1), (7, 2), (31, 3)) if days <= most), None)


def acled_geo_precision(incident: Incident) -> int | None:
    """1 for a town or a site, 3 for a region, None for a country or less."""
    return {"site": 1, "city": 1, "region": 3}.get((incident.place.precision or "") if incident.place else "")


def _type_of(claim: ReportedClaim) -> AcledType | None:
    found = _OF_MODE.get((claim.type, claim.mode or ""))
    if found is not None:
        return found
    if claim.type == "PROTEST":
        return _PROTESTS, None
    if claim.type != "ASSAULT":
        return None
    sides = (claim.actors, claim.recipients)
    both_armed = all(any(ARMED & set(party.sectors) for party in side) for side in sides)
    return (_BATTLES, "Armed clash") if both_armed else (_VIOLENCE, "Attack" if claim.recipients else None)
