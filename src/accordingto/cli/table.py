"""A reading as a table for people: each event once, under it each source that tells of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from accordingto.cli import claim_words as words
from accordingto.model.claim import Factuality
from accordingto.model.reading import ReadClaim, Reading

WIDE = 150
"""Columns of a terminal from which every answer has a column of its own; below, four columns hold two each."""

NARROW = 60
"""Columns below which there is no room for a table: the answers stand under each other."""

_STYLE_OF = {Factuality.HAPPENED: "green", Factuality.DENIED: "red", Factuality.POSSIBLE: "yellow"}
_OTHER_STYLE = "cyan"

_WIDE_HEADINGS = (
    ("who", 3), ("did what", 3), ("to whom", 3), ("where", 2), ("when", 2),
    ("according to whom", 4), ("how sure they are", 3), ("the words", 7),
)  # fmt: skip
_NARROW_HEADINGS = (
    ("who did what to whom", 8),
    ("where, when", 5),
    ("according to whom, how sure", 6),
    ("the words", 11),
)

_AS_ABOVE = Text("″", style="dim")

Row = tuple[Text, ...]


def print_reading(console: Console, reading: Reading) -> None:
    """Print the report's head, its claims and its notes."""
    console.print(Group(*_blocks(reading, console.width)))


def _blocks(reading: Reading, width: int) -> Iterator[RenderableType]:
    yield _head(reading)
    if reading.claims:
        yield _table(reading.claims, width) if width >= NARROW else _list(reading.claims)
    for note in reading.notes:
        yield Padding(Text(f"note: {words.clean(note)}", style="italic"), (0, 1))
    yield Text()


def _head(reading: Reading) -> Text:
    article = reading.article
    title = article.title or words.first_sentence(article.text)
    published = f"{article.published.day} {article.published:%B %Y}" if article.published else None
    earlier = [f"first in {republication.publisher}" for republication in article.republished_from]
    where = ", ".join(filter(None, (article.publisher, published, *article.byline, *earlier, article.path)))
    counts = (("event", reading.events), ("attribution", reading.attributions), ("claim", reading.claims))
    found = ", ".join(_count(len(things), noun) for noun, things in counts)
    lines = [Text(words.clean(title), style="bold"), Text(words.clean(where), style="dim"), Text(found, style="dim")]
    return Text("\n").join(line for line in lines if line.plain)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _table(claims: Iterable[ReadClaim], width: int) -> Table:
    wide = width >= WIDE
    table = Table(box=box.SIMPLE_HEAD, expand=True, show_lines=False, pad_edge=False)
    for heading, ratio in _WIDE_HEADINGS if wide else _NARROW_HEADINGS:
        table.add_column(heading, ratio=ratio, overflow="fold")
    above = ""
    for _, group in groupby(claims, key=lambda claim: claim.row.event):
        tellings = list(group)
        for number, claim in enumerate(tellings):
            *cells, said = _wide_row(claim, number == 0) if wide else _narrow_row(claim, number == 0)
            table.add_row(*cells, _AS_ABOVE if said.plain == above else said, end_section=number == len(tellings) - 1)
            above = said.plain
    return table


def _list(claims: Iterable[ReadClaim]) -> Text:
    """The claims under each other, for a terminal too narrow for a table."""
    blocks = (_lines(cell for cell in _narrow_row(claim, first=True) if cell.plain) for claim in claims)
    return Text("\n\n").join(blocks)


def _wide_row(claim: ReadClaim, first: bool) -> Row:
    event = (_plain(words.who(claim)), _act(claim), _plain(words.to_whom(claim)))
    setting = (_plain(words.where(claim)), _plain(words.when(claim)))
    telling = (_plain(words.according_to(claim)), _sure(claim), _words(claim))
    return (*(event + setting if first else (Text(),) * 5), *telling)


def _narrow_row(claim: ReadClaim, first: bool) -> Row:
    setting = [_plain(line) for line in (words.where(claim), words.when(claim)) if line]
    telling = [_plain(words.according_to(claim)), _sure(claim)]
    shown = (_lines(_event_lines(claim)), _lines(setting)) if first else (Text(), Text())
    return (*shown, _lines(telling), _words(claim))


def _event_lines(claim: ReadClaim) -> list[Text]:
    whom = words.to_whom(claim)
    return [_plain(words.who(claim), "bold"), _act(claim), *([_plain(f"→ {whom}")] if whom else [])]


def _act(claim: ReadClaim) -> Text:
    return Text.assemble(words.did_what(claim), " ", (f"[{words.code(claim)}]", "dim"))


def _sure(claim: ReadClaim) -> Text:
    return Text(words.how_sure(claim), style=_STYLE_OF.get(claim.factuality, _OTHER_STYLE))


def _words(claim: ReadClaim) -> Text:
    """The words, with the trigger's in bold."""
    shown = Text(words.the_words(claim))
    shown.highlight_words([words.clean(span.of(claim.reading.article.text)) for span in claim.event.trigger], "bold")
    return shown


def _plain(text: str, style: str = "") -> Text:
    return Text(text, style=style)


def _lines(lines: Iterable[Text]) -> Text:
    return Text("\n").join(lines)
