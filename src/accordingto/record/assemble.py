"""From readings to incidents in memory: the record of a few reports, without a store.

The steps are those of adding to a store, in the same order, so a store of the same reports holds the same incidents.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

from accordingto.model.incident import Incident, Link
from accordingto.model.reading import Reading
from accordingto.model.reported import Report, ReportedClaim
from accordingto.record.blocking import keys_of, search_keys_of, search_story_keys_of, story_keys_of
from accordingto.record.families import Copy, assemble_families, find_copy, fingerprint_of
from accordingto.record.flatten import reported_claims
from accordingto.record.incidents import assemble_incident, tells_of_an_event
from accordingto.record.linking import assemble, link_claims
from accordingto.record.stories_sketch import Sketch, sketch_of


def assemble_record(readings: Iterable[Reading]) -> tuple[Incident, ...]:
    """The incidents that the readings tell of, those of most reports first."""
    read = tuple(readings)
    claims = [[claim for claim in reported_claims(reading) if tells_of_an_event(claim)] for reading in read]
    sketches = {reading.article.id: sketch_of(reading.article) for reading in read}
    held = [claim for of_one in claims for claim in of_one]
    reports = _reports(read)
    groups = assemble(_links(read, claims, sketches), held)
    incidents = [assemble_incident(group, reports) for group in groups]
    return tuple(sorted(incidents, key=lambda incident: (-incident.counts.reports, -len(incident.claims), incident.id)))


def _links(
    readings: Sequence[Reading], claims: Sequence[Sequence[ReportedClaim]], sketches: dict[str, Sketch]
) -> list[Link]:
    """The links within each article and to those before it that its claims' keys or its own bring up."""
    kept: dict[str, list[ReportedClaim]] = defaultdict(list)
    links: list[Link] = []
    for reading, new in zip(readings, claims, strict=True):
        sketch, day = sketches[reading.article.id], reading.article.published
        asked = {f"claim {key}" for each in new for key in search_keys_of(each)}
        asked |= {f"story {key}" for key in search_story_keys_of(sketch, day)}
        near = {claim.id: claim for key in asked for claim in kept[key]}
        links += link_claims(new, near.values(), sketches)
        for claim in new:
            for key in keys_of(claim):
                kept[f"claim {key}"].append(claim)
        for key in story_keys_of(sketch, day):
            kept[f"story {key}"] += new
    return links


def _reports(readings: Sequence[Reading]) -> dict[str, Report]:
    prints = [fingerprint_of(reading.article) for reading in readings]
    found = (find_copy(left, right) for left, right in combinations(prints, 2))
    copies = [copy for copy in found if copy is not None]
    families = assemble_families(copies)
    return {reading.article.id: _report(reading, families, copies) for reading in readings}


def _report(reading: Reading, families: dict[str, str], copies: Sequence[Copy]) -> Report:
    article = reading.article
    of_it = [copy for copy in copies if article.id in (copy.left, copy.right)]
    closest = max(of_it, key=lambda copy: copy.shared, default=None)
    return Report(
        article=article.id,
        publisher=article.publisher,
        family=families.get(article.id, article.id),
        credits=tuple(dict.fromkeys(each.publisher for each in article.republished_from)),
        reason=closest.reason if closest else None,
        path=article.path,
        title=article.title,
        published=article.published,
    )
