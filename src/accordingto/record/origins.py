"""Who a claim goes back to in the end, so that ten papers that run one dispatch count once.

The origin of a claim is its innermost source: in "Reuters reports that, according to the minister, …" the minister. A
claim in a report's own voice goes back to the agency it credits, else to its family of copies, else to its publisher.
Sources without a name are told apart by who heard them: two outlets' "security official" may be two people, copies of
one dispatch have the same one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from accordingto.model.incident import Counts
from accordingto.model.reported import Party, Report, ReportedClaim
from accordingto.model.resources import load_toml
from accordingto.record.parties import is_named, is_same_party, name_words


@dataclass(frozen=True, slots=True)
class Origin:
    """A distinct ultimate source: who it is, and the family of reports that alone has it (None: known by name)."""

    party: Party
    family: str | None


Reports = Mapping[str, Report]
"""Reports by article id."""


def origin_of(claim: ReportedClaim, reports: Reports) -> Origin:
    """The claim's ultimate source."""
    report = reports[claim.article]
    for hop in claim.hops:
        source = hop.speaker or next(iter(hop.channels), None)
        if source is not None and is_identifiable(source):
            return Origin(as_body(source), None)
        if source is not None:
            return Origin(source, _heard_by(claim, report))
    return Origin(root_of(report), None if report.credits else report.family)


def root_of(report: Report) -> Party:
    """Who the report goes back to in its own voice: the first agency or paper it credits, else its publisher."""
    return Party(report.credits[0] if report.credits else report.publisher or f"report {report.article}", "medium")


def is_identifiable(party: Party) -> bool:
    """True for a source that is the same one whoever hears it: a name, or the office or body of a country."""
    return is_named(party) or (party.country is not None and bool(party.sectors) and party.kind != "group")


def as_body(party: Party) -> Party:
    """The body behind its spokesman, statement or press office; else the party itself.

    >>> as_body(Party("Interior Ministry spokesman")).name
    'Interior Ministry'
    """
    for words in _spokespeople():
        start = party.name.casefold().find(f" {words}")
        if start > 0:
            return Party(party.name[:start], "organisation", party.country, party.sectors)
    return party


def distinct_origins(claims: Iterable[ReportedClaim], reports: Reports) -> tuple[Origin, ...]:
    """The origins behind the claims, each once, in order of name."""
    found: list[Origin] = []
    each = {origin_of(claim, reports) for claim in claims}
    for origin in sorted(
        each, key=lambda origin: (-len(name_words(origin.party.name)), origin.party.name, origin.family or "")
    ):
        if not any(is_one_origin(origin, other) for other in found):
            found.append(origin)
    return tuple(sorted(found, key=lambda origin: origin.party.name))


def is_one_origin(left: Origin, right: Origin) -> bool:
    """True where both are one source: one family's, or the same name."""
    if left.family is not None and right.family is not None:
        return left.family == right.family and _is_own_voice_or_same(left.party, right.party)
    return is_same_party(left.party, right.party)


def count_all(claims: Iterable[ReportedClaim], reports: Reports) -> Counts:
    """Reports, publishers by family, and origins behind the claims."""
    held = tuple(claims)
    articles = {claim.article for claim in held}
    publishers = {_publisher_of(reports[article], reports, articles) for article in articles}
    return Counts(len(articles), len(publishers), len(distinct_origins(held, reports)))


def why_collapsed(claims: Iterable[ReportedClaim], reports: Reports) -> tuple[str, ...]:
    """For people: why several reports count as one origin, a line for each origin that more than one report has."""
    held = tuple(claims)
    lines = []
    for origin in distinct_origins(held, reports):
        articles = sorted({claim.article for claim in held if is_one_origin(origin_of(claim, reports), origin)})
        if len(articles) > 1:
            lines.append(_why(origin, [reports[article] for article in articles]))
    return tuple(lines)


def _heard_by(claim: ReportedClaim, report: Report) -> str:
    """Who heard an unnamed source: the named teller that passes it on, else the report's family."""
    tellers = [hop.speaker for hop in claim.hops[1:] if hop.speaker is not None and is_identifiable(hop.speaker)]
    if tellers:
        return " ".join(name_words(tellers[0].name))
    return " ".join(name_words(root_of(report).name)) if report.credits else report.family


def _is_own_voice_or_same(left: Party, right: Party) -> bool:
    return (left.kind == right.kind == "medium") or left.name.casefold() == right.name.casefold()


def _publisher_of(report: Report, reports: Reports, articles: set[str]) -> str:
    """The publisher that stands for the report's family: that of the family's first report among the articles."""
    family = sorted(article for article in articles if reports[article].family == report.family)
    first = reports[family[0]]
    return " ".join(name_words(first.publisher)) if first.publisher and len(family) == 1 else report.family


def _why(origin: Origin, reports: list[Report]) -> str:
    outlets = ", ".join(sorted({report.publisher or "a report without publisher" for report in reports}))
    reasons = sorted({report.reason for report in reports if report.reason})
    because = f" ({'; '.join(reasons)})" if reasons else ""
    return f"{len(reports)} reports go back to {origin.party.name}: {outlets}{because}"


@cache
def _spokespeople() -> tuple[str, ...]:
    return tuple(load_toml("record.toml")["spokespeople"]["words"])
