"""Where claims come from: PROV-JSON, one bundle a report, and schema.org `Claim` as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from accordingto.export.annotations import OURS, source_of
from accordingto.export.json_stream import json_list
from accordingto.export.rows import ExportedClaim, ExportedReport, Json, Rows
from accordingto.export.text import json_text, whole_text
from accordingto.model.ids import content_id
from accordingto.model.reported import Party

_PREFIXES: Final = {"ao": OURS, "dct": "http://purl.org/dc/terms/"}
_PERSONS: Final = frozenset({"person"})


def write_prov(rows: Rows) -> Iterator[bytes]:
    """A PROV-JSON document with a bundle a report: report, reading, claims, and who they are attributed to."""
    head = '{"prefix": ' + json_text(_PREFIXES) + ', "bundle": {'
    return _object(head, ((f"ao:bundle-{each.article['id']}", prov_bundle(each)) for each in rows.reports()))


def prov_bundle(report: ExportedReport) -> Json:
    """The provenance of one report's claims."""
    article, reading = f"ao:{report.article['id']}", f"ao:reading-{report.article['id']}"
    agents = {f"ao:program-{report.reading['provenance']['accordingto']}": {"prov:type": "prov:SoftwareAgent"}}
    program = next(iter(agents))
    entities: Json = {article: _known({"dct:title": report.article["title"], "dct:source": report.article["url"]})}
    made, derived, attributed, delegated = {}, {}, {}, {}
    for claim in report.claims:
        name = f"ao:{claim.id}"
        entities[name] = {"prov:type": "ao:Claim", "ao:type": claim.type, "ao:factuality": claim.factuality.value}
        made[f"_:made-{claim.id}"] = {"prov:entity": name, "prov:activity": reading}
        derived[f"_:from-{claim.id}"] = {"prov:generatedEntity": name, "prov:usedEntity": article}
        for place, party in enumerate(_tellers(claim.hops, report)):
            agents[_agent(party)] = {"prov:type": _agent_type(party), "prov:label": whole_text(party.name)}
            attributed[f"_:by-{claim.id}-{place}"] = {"prov:entity": name, "prov:agent": _agent(party)}
    delegated["_:read-by"] = {"prov:activity": reading, "prov:agent": program}
    return {
        "entity": entities,
        "activity": {reading: {"prov:type": "ao:Reading"}},
        "agent": agents,
        "used": {"_:used": {"prov:activity": reading, "prov:entity": article}},
        "wasGeneratedBy": made,
        "wasDerivedFrom": derived,
        "wasAttributedTo": attributed,
        "wasAssociatedWith": delegated,
    }


def write_schema_org(rows: Rows) -> Iterator[bytes]:
    """A JSON-LD graph with one schema.org Claim a claim."""
    return json_list('{"@context": "https://schema.org", "@graph": [', map(schema_claim, rows.claims()), "]}")


def schema_claim(row: ExportedClaim) -> Json:
    """The claim: its sentence, who makes it, and the report it appears in."""
    claim, article = row.claim, row.report.article
    teller = next(iter(_tellers(claim.hops, row.report)), None)
    return _known(
        {
            "@type": "Claim",
            "@id": f"{OURS}{claim.id}",
            "text": whole_text(claim.sentence),
            "keywords": [code for code in (claim.type, claim.mode, f"factuality: {claim.factuality.value}") if code],
            "author": _schema_agent(teller) if teller else None,
            "contentLocation": _known({"@type": "Place", "name": claim.place.name}) if claim.place else None,
            "temporalCoverage": f"{claim.when.start}/{claim.when.end}" if claim.when else None,
            "appearance": _known(
                {
                    "@type": "NewsArticle",
                    "@id": source_of(article),
                    "headline": article["title"],
                    "datePublished": article["published"],
                    "publisher": _known({"@type": "Organization", "name": article["publisher"]}),
                }
            ),
        }
    )


def _tellers(hops: tuple[object, ...], report: ExportedReport) -> list[Party]:
    """The sources, nearest the event first; the publisher where there are none."""
    found = [speaker for hop in hops if (speaker := getattr(hop, "speaker", None)) is not None]
    publisher = report.article["publisher"]
    return found or ([Party(publisher, "medium")] if publisher else [])


def _agent(party: Party) -> str:
    return f"ao:agent-{content_id('agent', party.name.casefold(), party.kind, party.country)}"


def _agent_type(party: Party) -> str:
    return "prov:Person" if party.kind in _PERSONS else "prov:Organization"


def _schema_agent(party: Party) -> Json:
    return {"@type": "Person" if party.kind in _PERSONS else "Organization", "name": whole_text(party.name)}


def _known(values: Json) -> Json:
    return {name: value for name, value in values.items() if value is not None}


def _object(head: str, items: Iterator[tuple[str, Json]]) -> Iterator[bytes]:
    yield f"{head}\n".encode()
    separator = ""
    for name, value in items:
        yield f"{separator}{json_text(name)}: {json_text(value)}".encode()
        separator = ",\n"
    yield b"\n}}\n"
