"""Who a claim goes back to in the end, so that ten papers that run one dispatch count once.

The origin of a claim is its innermost source: in "Reuters reports that, according to the minister, …" the minister. A
claim in a report's own voice goes back to the agency it credits, else to its family of copies, else to its publisher.
Sources without a name are told apart by who heard them: two outlets' "security official" may be two people, copies of
one dispatch have the same one. `sources` says who counts as the same whoever hears them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.model.incident import Counts
from accordingto.model.reported import Party, Report, ReportedClaim
from accordingto.record.parties import is_named, is_same_party, name_words
from accordingto.record.sources import as_body, is_identifiable, is_introduced, is_one_office


@dataclass(frozen=True, slots=True)
class Origin:
    """A distinct ultimate source: who it is, and the family of reports that alone has it (None: known by name).

    `told_as` is the source in the report's words, before its spokesman gave way to the body.
    """

    party: Party
    family: str | None
    told_as: str = ""


Reports = Mapping[str, Report]
"""Reports by article id."""


def origin_of(claim: ReportedClaim, reports: Reports) -> Origin:
    """The claim's ultimate source."""
    report = reports[claim.article]
    for hop in claim.hops:
        source = hop.speaker or next(iter(hop.channels), None)
        if source is not None:
            body = as_body(source)
            return Origin(body, None if is_identifiable(body) else _heard_by(claim, report, reports), source.name)
    root = root_of(report, reports)
    return Origin(root, None if _credits_of(report, reports) else report.family)


def root_of(report: Report, reports: Reports) -> Party:
    """Who the report goes back to in its own voice: the first agency or paper that it or a copy of it credits, else its
    publisher."""
    credits_ = _credits_of(report, reports)
    return Party(credits_[0] if credits_ else report.publisher or f"report {report.article}", "medium")


def distinct_origins(claims: Iterable[ReportedClaim], reports: Reports) -> tuple[Origin, ...]:
    """The origins behind the claims, each once, in order of name."""
    held = tuple(claims)
    each = {origin_of(claim, reports) for claim in _first_hand(held)}
    sentences = tuple({claim.sentence for claim in held})
    found: list[list[Origin]] = []
    for origin in sorted(each, key=_fullest_first):
        same = [group for group in found if any(_is_one(origin, other, sentences) for other in group)]
        found = [group for group in found if group not in same] + [[*(one for group in same for one in group), origin]]
    return tuple(sorted((group[0] for group in found), key=lambda origin: (origin.party.name, origin.family or "")))


def is_one_origin(left: Origin, right: Origin) -> bool:
    """True where both are one source: one family's, one publisher's, or the same name."""
    if left.family is None and right.family is None and is_one_office(left.party, right.party):
        return True
    if left.family is None or right.family is None:
        return is_same_party(left.party, right.party)
    if left.party.kind == right.party.kind == "medium":
        return left.family == right.family or is_same_party(left.party, right.party)
    return left.family == right.family and left.party.name.casefold() == right.party.name.casefold()


def _is_one(left: Origin, right: Origin, sentences: tuple[str, ...]) -> bool:
    return is_one_origin(left, right) or is_introduced(
        (left.party, left.told_as), (right.party, right.told_as), sentences
    )


def _fullest_first(origin: Origin) -> tuple[bool, int, str, str, str]:
    words = -len(name_words(origin.party.name))
    return not is_named(origin.party), words, origin.party.name, origin.family or "", origin.told_as


def _first_hand(claims: tuple[ReportedClaim, ...]) -> tuple[ReportedClaim, ...]:
    """The claims without what a report goes on to tell in its own voice after it named who told it.

    "Gunmen shot two men, an official said. The gunmen fired from a car": the second sentence is the official's too.
    """
    named_from: dict[str, int] = {}
    for claim in claims:
        if claim.hops:
            named_from[claim.article] = min(claim.start, named_from.get(claim.article, claim.start))
    return tuple(
        claim for claim in claims if claim.hops or claim.start < named_from.get(claim.article, claim.start + 1)
    )


def count_all(
    claims: Iterable[ReportedClaim], reports: Reports, telling: Iterable[ReportedClaim] | None = None
) -> Counts:
    """Reports, publishers by family, and origins behind the claims; behind those of `telling` alone, where given."""
    held = tuple(claims)
    articles = {claim.article for claim in held}
    publishers = {_publisher_of(reports[article], reports, articles) for article in articles}
    return Counts(len(articles), len(publishers), len(distinct_origins(held if telling is None else telling, reports)))


def why_collapsed(claims: Iterable[ReportedClaim], reports: Reports) -> tuple[str, ...]:
    """For people: why several reports count as one origin, a line for each origin that more than one report has."""
    held = tuple(claims)
    sentences = tuple({claim.sentence for claim in held})
    first_hand = [(claim.article, origin_of(claim, reports)) for claim in _first_hand(held)]
    lines = []
    for origin in distinct_origins(held, reports):
        articles = sorted({article for article, other in first_hand if _is_one(other, origin, sentences)})
        if len(articles) > 1:
            lines.append(_why(origin, [reports[article] for article in articles]))
    return tuple(lines)


def _credits_of(report: Report, reports: Reports) -> tuple[str, ...]:
    """What the report credits, or a copy of it where it has cut the credit off."""
    if report.credits:
        return report.credits
    copies = sorted(
        (other for other in reports.values() if other.family == report.family and other.credits),
        key=lambda each: each.article,
    )
    return copies[0].credits if copies else ()


def _heard_by(claim: ReportedClaim, report: Report, reports: Reports) -> str:
    """Who heard an unnamed source: the named teller that passes it on, else who the report goes back to."""
    tellers = [hop.speaker for hop in claim.hops[1:] if hop.speaker is not None and is_identifiable(hop.speaker)]
    if tellers:
        return " ".join(name_words(tellers[0].name))
    return " ".join(name_words(root_of(report, reports).name)) if _credits_of(report, reports) else report.family


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
