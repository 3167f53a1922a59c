"""Where the words of sources, cues, contents and events stand: W3C Web Annotations as JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from accordingto.export.json_stream import json_list
from accordingto.export.rows import ExportedReport, Json, Rows
from accordingto.export.text import json_text, whole_text

AROUND: Final = 32
"""Code points of `prefix` and `suffix`."""

ANNOTATION_CONTEXT: Final = "http://www.w3.org/ns/anno.jsonld"
OURS: Final = "urn:accordingto:"
_HEAD: Final = json_text({"@context": ANNOTATION_CONTEXT, "id": f"{OURS}annotations", "type": "AnnotationPage"})


def write_annotations(rows: Rows) -> Iterator[bytes]:
    """One AnnotationPage: an annotation for each part of an attribution and for each event. Offsets are code points."""
    items = (each for report in rows.reports() for each in annotations_of(report))
    return json_list(_HEAD[:-1] + ', "items": [', items, "]}")


def annotations_of(report: ExportedReport) -> Iterator[Json]:
    """The annotations of one report."""
    for attribution in report.reading["attributions"]:
        for role in ("source", "cue", "content"):
            if attribution[role]:
                yield _annotation(report, f"{attribution['id']}:{role}", attribution[role], [role])
    for event in report.reading["events"]:
        told = [claim for claim in report.claims if claim.event == event["id"]]
        if told or not report.claims:
            code = ":".join(filter(None, (event["type"], event["mode"])))
            facts = [f"factuality: {claim.factuality.value}" for claim in told]
            yield _annotation(report, event["id"], event["trigger"], [code, *facts])


def _annotation(report: ExportedReport, name: str, spans: list[list[int]], tags: list[str]) -> Json:
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in dict.fromkeys(tags)]
    targets = [_target(report, start, end) for start, end in spans]
    return {"id": f"{OURS}{name}", "type": "Annotation", "motivation": "tagging", "body": bodies, "target": targets}


def _target(report: ExportedReport, start: int, end: int) -> Json:
    text = report.text
    return {
        "source": source_of(report.article),
        "selector": [
            {"type": "TextPositionSelector", "start": start, "end": end},
            {
                "type": "TextQuoteSelector",
                "exact": whole_text(text[start:end]),
                "prefix": whole_text(text[max(0, start - AROUND) : start]),
                "suffix": whole_text(text[end : end + AROUND]),
            },
        ],
    }


def source_of(article: Json) -> str:
    """The address of a report, else a name made of its id."""
    return str(article["url"] or f"{OURS}{article['id']}")
