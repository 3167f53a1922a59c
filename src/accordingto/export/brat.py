"""Reports with their annotations as brat shows them: a text and a stand-off file for each, and a configuration."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from accordingto.export.archive import Member, zipped
from accordingto.export.rows import ExportedReport, Json, Rows
from accordingto.export.text import one_line, whole_text
from accordingto.model.codebook import load_codebook

_LINE_END: Final = re.compile(r"[\r\n]+")
_ROLES: Final = (("actors", "Actor"), ("recipients", "Recipient"))
Place = list[list[int]]


def write_brat(rows: Rows) -> Iterator[bytes]:
    """ARTICLE.txt and ARTICLE.ann for each report, with annotation.conf, in a ZIP archive."""
    return zipped(_members(rows))


def annotation_conf() -> str:
    """brat's configuration: the types of spans, events and relations."""
    spans = ["Source", "Cue", "Content", "Actor", "Recipient", "Place", "Time"]
    events = [f"{name}\tActor*:Actor, Recipient*:Recipient" for name in load_codebook().types]
    relations = ["Says\tArg1:Source, Arg2:Content", "Cues\tArg1:Cue, Arg2:Content"]
    sections = {"entities": spans, "relations": relations, "events": events, "attributes": []}
    return "".join(f"[{name}]\n" + "".join(f"{line}\n" for line in lines) for name, lines in sections.items())


def _members(rows: Rows) -> Iterator[Member]:
    yield "annotation.conf", [annotation_conf().encode()]
    for report in rows.reports():
        name = report.article["id"]
        yield f"{name}.txt", [whole_text(report.text).encode()]
        yield f"{name}.ann", [standoff(report).encode()]


def standoff(report: ExportedReport) -> str:
    """The annotations of a report. Offsets are code points of the text; a span over a line end is in pieces."""
    notes = _Standoff(report.text)
    for attribution in report.reading["attributions"]:
        _add_attribution(notes, attribution)
    for event in report.reading["events"]:
        _add_event(notes, event, report)
    return "".join(f"{line}\n" for line in notes.lines)


@dataclass(slots=True)
class _Standoff:
    text: str
    lines: list[str] = field(default_factory=list)
    spans: dict[tuple[str, str], str] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)

    def number(self, letter: str) -> str:
        self.counts[letter] = self.counts.get(letter, 0) + 1
        return f"{letter}{self.counts[letter]}"

    def add_span(self, kind: str, spans: Place) -> str | None:
        """The number of the annotation, which is there once; None where there are no words."""
        pieces = [piece for start, end in sorted(spans) for piece in _on_lines(self.text, start, end)]
        if not pieces:
            return None
        where = ";".join(f"{start} {end}" for start, end in pieces)
        if (kind, where) not in self.spans:
            words = " ".join(one_line(self.text[start:end]) or "?" for start, end in pieces)
            self.spans[kind, where] = self.number("T")
            self.lines.append(f"{self.spans[kind, where]}\t{kind} {where}\t{words}")
        return self.spans[kind, where]


def _on_lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The pieces of the span that hold no line end."""
    place = start
    for border in _LINE_END.finditer(text, start, end):
        if border.start() > place:
            yield place, border.start()
        place = border.end()
    if place < end:
        yield place, end


def _add_attribution(notes: _Standoff, attribution: Json) -> None:
    content = notes.add_span("Content", attribution["content"])
    source, cue = notes.add_span("Source", attribution["source"]), notes.add_span("Cue", attribution["cue"])
    for relation, other in (("Says", source), ("Cues", cue)):
        if content and other:
            notes.lines.append(f"{notes.number('R')}\t{relation} Arg1:{other} Arg2:{content}")


def _add_event(notes: _Standoff, event: Json, report: ExportedReport) -> None:
    trigger = notes.add_span(event["type"], event["trigger"])
    if trigger is None:
        return
    arguments: list[str] = []
    for role, name in _ROLES:
        found = [notes.add_span(name, [each["span"]]) for each in event[role]]
        arguments += [f"{name}{place if place > 1 else ''}:{each}" for place, each in enumerate(filter(None, found), 1)]
    number = notes.number("E")
    notes.lines.append(" ".join([f"{number}\t{event['type']}:{trigger}", *arguments]))
    for claim in report.claims:
        if claim.event == event["id"]:
            told = " < ".join(hop.speaker.name if hop.speaker else "?" for hop in claim.hops) or "the report"
            note = one_line(f"{event['mode'] or 'no mode'}; {claim.factuality.value}, according to {told}")
            notes.lines.append(f"{notes.number('#')}\tAnnotatorNotes {number}\t{note}")
