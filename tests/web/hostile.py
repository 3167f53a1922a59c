"""Reports that want to harm who reads them, and one with marks that nest and overlap, made by hand."""

from __future__ import annotations

from datetime import date

from accordingto import recorder
from accordingto.model.article import Article, Part, PartRole
from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Claim, Factuality
from accordingto.model.event import EventMention, Participant
from accordingto.model.reading import Reading
from accordingto.model.span import Span
from accordingto.store.sighting import Provenance
from accordingto.store.store import Store

SCRIPT = "<script>alert(1)</script>"
OVERRIDE = "\u202e"
TITLE = f'"><img src=x onerror=alert(1)>{SCRIPT}{OVERRIDE}'
TEXT = (
    f"{SCRIPT} {{{{7*7}}}} An aide\x00 said{OVERRIDE} that guards fired on \u05d0\u05e0\u05e9\u05d9\u05dd.\x1b[31m"
    "\n\n</p></div><style>*{display:none}</style> javascript:alert(1) &lt;b&gt; \u2066isolated\u2069 \ufeff end"
)


def an_article(text: str, title: str | None = TITLE, publisher: str | None = SCRIPT) -> Article:
    parts, start = [], 0
    for paragraph in text.split("\n\n"):
        parts.append(Part(PartRole.BODY, Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return Article(text, tuple(parts), title=title, publisher=publisher, published=date(2019, 3, 4))


def a_reading(article: Article) -> Reading:
    """An event "fired" by the "guards" as "An aide" has it; the source's words and the content overlap on purpose."""
    text = article.text
    source, cue, trigger, actor = (_span(text, words) for words in ("An aide", "said", "fired", "guards"))
    content = Span(source.start + 3, trigger.end)
    attribution = Attribution("a1", (source,), (cue,), (content,), Form.INDIRECT)
    event = EventMention(
        id="e1", trigger=(trigger,), type="ASSAULT", mode=None, contexts=(), actors=(Participant(actor),)
    )
    claim = Claim("c1", "e1", ("a1",), Factuality.HAPPENED, 3.0)
    return Reading(article, (attribution,), (event,), (claim,))


def add(store: Store, reading: Reading) -> str:
    """The id of the report, which is in the store now."""
    recorder.add(store, reading, recorder.sighting_of(reading.article, Provenance("test", "by hand")))
    return reading.article.id


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))
