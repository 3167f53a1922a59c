"""A reading as HTML for notebooks: the report's own text with sources, cues, contents and events marked in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise

from accordingto.model.reading import Reading
from accordingto.model.span import Span

# No colour of text or page is set, only see-through tints of the marks, so that it is legible in light and dark.
_STYLE = """
.accordingto{line-height:1.6;max-width:50em;overflow-wrap:anywhere}
.accordingto .text{white-space:pre-wrap}
.accordingto .content{background:rgba(70,130,230,.18)}
.accordingto .source{background:rgba(230,150,30,.32);border-radius:.2em}
.accordingto .cue{font-style:italic;text-decoration:underline dotted}
.accordingto .event{font-weight:bold;text-decoration:underline 2px}
.accordingto .event[data-says]::after{content:attr(data-says);display:inline-block;margin-left:.3em;
 font:normal .7em sans-serif;vertical-align:super}
.accordingto .aside{font-size:.85em;opacity:.75;margin:.3em 0}
"""

_LEGEND = (("source", "who says it"), ("cue", "cue"), ("content", "what is said"), ("event", "event"))

Mark = tuple[Span, str]


def reading_to_html(reading: Reading) -> str:
    """An HTML fragment: title, legend and the text with its spans marked; everything from the report is escaped."""
    article = reading.article
    published = article.published.isoformat() if article.published else None
    about = " · ".join(escape(known) for known in (article.publisher, published, article.path) if known)
    legend = " · ".join(f'<span class="{kind}">{words}</span>' for kind, words in _LEGEND)
    counts = f"{len(reading.attributions)} attributions, {len(reading.events)} events, {len(reading.claim_rows)} claims"
    notes = "".join(f'<p class="aside">note: {escape(note)}</p>' for note in reading.notes)
    title = f"<h4>{escape(article.title)}</h4>" if article.title else ""
    return (
        f'<div class="accordingto" dir="auto"><style>{_STYLE}</style>{title}'
        f'<p class="aside">{about}</p><p class="aside">{legend} · {counts}</p>{notes}'
        f'<div class="text">{"".join(_pieces(reading))}</div></div>'
    )


def _pieces(reading: Reading) -> Iterator[str]:
    """The text cut at every edge of a mark, each piece in a span that names all marks over it."""
    text = reading.article.text
    last_words = {max(event.trigger).end: _says(reading, event.id) for event in reading.events if event.trigger}
    opening, closing = _edges(_marks(reading))
    edges = sorted({0, len(text), *opening, *closing})
    open_marks: list[str] = []
    for start, end in pairwise(edges):
        for kind in closing.get(start, ()):
            open_marks.remove(kind)
        open_marks += opening.get(start, ())
        words = escape(text[start:end])
        if not open_marks:
            yield words
            continue
        says = last_words.get(end) if "event" in open_marks else None
        told = f' data-says="{escape(says)}" title="{escape(says)}"' if says else ""
        yield f'<span class="{" ".join(sorted(set(open_marks)))}"{told}>{words}</span>'


def _marks(reading: Reading) -> Iterator[Mark]:
    for attribution in reading.attributions:
        for kind, spans in (
            ("source", attribution.source),
            ("cue", attribution.cue),
            ("content", attribution.content),
        ):
            yield from ((span, kind) for span in spans)
    for event in reading.events:
        yield from ((span, "event") for span in event.trigger)


def _edges(marks: Iterable[Mark]) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
    opening: dict[int, list[str]] = {}
    closing: dict[int, list[str]] = {}
    for span, kind in marks:
        if len(span):
            opening.setdefault(span.start, []).append(kind)
            closing.setdefault(span.end, []).append(kind)
    return opening, closing


def _says(reading: Reading, event: str) -> str:
    """The event's code and what its tellers commit to, each stance once: "ASSAULT aerial: happened / denied"."""
    found = reading.events_by_id[event]
    stances = dict.fromkeys(str(claim.factuality) for claim in reading.claim_rows if claim.event == event)
    code = " ".join(filter(None, (found.type, found.mode)))
    return f"{code}: {' / '.join(stances)}" if stances else code
