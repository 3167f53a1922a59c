"""The role of every paragraph: headline, byline, dateline, body, block quotation, boilerplate."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from accordingto.ingest.boilerplate import as_matched, find_tail, is_boilerplate
from accordingto.ingest.byline import find_byline
from accordingto.ingest.dateline import Dateline, find_dateline
from accordingto.ingest.headline import is_headline
from accordingto.ingest.paragraphs import Block
from accordingto.ingest.written_dates import is_date
from accordingto.model.article import Part, PartRole
from accordingto.model.resources import load_toml
from accordingto.model.span import Span

FRONT: Final = 6
"""Paragraphs, boilerplate not counted, among which headline, byline and dateline are looked for."""

BACK: Final = 3
"""Paragraphs at the end among which a byline is looked for."""

LONGEST_LINK: Final = 140
"""Code points of a title in a list of links at most; not tuned."""

_SENTENCE_ENDS: Final = (".", "!", ":", ";", '"', "”", "…")
_STAMP: Final = re.compile(
    r"(?:(?:first |last |originally )?(?:published|posted|updated|modified|issued|released|date)(?: on| at)?:?\s+)?"
    r"(?P<day>[^:|]{6,40}?)"
    r"(?:[,|·–—-]?\s*(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?)?\.?",
    re.IGNORECASE,
)
_MARKDOWN_HEADING: Final = re.compile(r"#{1,6} [^\r\n]{1,200}$")
_QUOTE_OPENERS: Final = "\"'“‘«„‹”—–-•*·"


def find_parts(text: str, blocks: Sequence[Block], title: str | None = None) -> tuple[Part, ...]:
    """The parts of an article in order; they cover every word of every block."""
    roles = _roles(text, blocks, title)
    parts: list[Part] = []
    for block, role in zip(blocks, roles, strict=True):
        parts += _cut(text, Part(role, block.span), is_cut=block.role is None)
    return tuple(_with_dateline(text, parts))


def find_stamp(words: str) -> str | None:
    """The day in a paragraph that is only a date: "Published: July 12, 2012, 10:15 GMT"; None where it is more.

    >>> find_stamp("Published: July 12, 2012"), find_stamp("Troops fired on July 12, 2012") is None
    ('July 12, 2012', True)
    """
    found = _STAMP.fullmatch(words) if len(words) <= 80 else None
    return found["day"] if found and is_date(found["day"]) else None


def _roles(text: str, blocks: Sequence[Block], title: str | None) -> list[PartRole]:
    roles = [_role_alone(text, block) for block in blocks]
    for number in _front(roles):
        roles[number] = _role_in_front(text, blocks, number, title, roles)
    for number in range(max(1, len(blocks) - BACK), len(blocks)):
        if roles[number] is PartRole.BODY and find_byline(blocks[number].span.of(text)) is not None:
            roles[number] = PartRole.BYLINE
    for number in _links(text, blocks):
        roles[number] = PartRole.BOILERPLATE
    for number in range(1, len(blocks)):
        if roles[number] is PartRole.BODY is roles[number - 1] and _introduces(
            text, blocks[number - 1], blocks[number]
        ):
            roles[number] = PartRole.BLOCKQUOTE
    return roles


def _role_alone(text: str, block: Block) -> PartRole:
    if block.role is PartRole.BLOCKQUOTE or text[block.span.start : block.span.start + 2] == "> ":
        return PartRole.BLOCKQUOTE
    if is_boilerplate(text, block.span):
        return PartRole.BOILERPLATE
    if _MARKDOWN_HEADING.match(text, block.span.start, block.span.end):
        return PartRole.HEADLINE
    return block.role or PartRole.BODY


def _front(roles: Sequence[PartRole]) -> list[int]:
    """The numbers of the first paragraphs that are not boilerplate."""
    return [number for number, role in enumerate(roles[: 5 * FRONT]) if role is not PartRole.BOILERPLATE][:FRONT]


def _role_in_front(
    text: str, blocks: Sequence[Block], number: int, title: str | None, roles: Sequence[PartRole]
) -> PartRole:
    if roles[number] is not PartRole.BODY:
        return roles[number]
    words = blocks[number].span.of(text)
    if find_byline(words) is not None:
        return PartRole.BYLINE
    if find_stamp(words) is not None:
        return PartRole.DATELINE
    before = {role for role in roles[:number] if role is not PartRole.BOILERPLATE}
    is_first = before <= {PartRole.BYLINE, PartRole.DATELINE}
    more = any(role is PartRole.BODY for role in roles[number + 1 :])
    if is_first and more and is_headline(words, title) and find_dateline(text, blocks[number].span) is None:
        return PartRole.HEADLINE
    return PartRole.BODY


def _links(text: str, blocks: Sequence[Block]) -> Iterator[int]:
    """The numbers of the titles in a list of links: the short lines right after *Read more:* that are no sentences."""
    labels = frozenset(load_toml("article_parts.toml")["link_list"]["words"])
    in_list = False
    for number, block in enumerate(blocks):
        words = text[block.span.start : min(block.span.end, block.span.start + LONGEST_LINK + 1)].strip()
        is_label = words.rstrip(":").casefold() in labels
        if not is_label and in_list and len(words) <= LONGEST_LINK and not words.endswith(_SENTENCE_ENDS):
            yield number
        else:
            in_list = is_label


def _introduces(text: str, block: Block, following: Block) -> bool:
    """True where the paragraph ends by saying that the next is quoted: *…, the agency reported:*, *The letter reads:*

    A following paragraph that opens with a quotation mark is a direct quotation and needs no block.
    """
    if text[block.span.end - 1] != ":" or text[following.span.start] in _QUOTE_OPENERS:
        return False
    if len(following.span.of(text).split()) < FEWEST_QUOTED:
        return False
    last = as_matched(text[max(block.span.start, block.span.end - 200) : block.span.end])
    clause = re.split(r"[.;!?]\s", last)[-1]
    verbs = frozenset(load_toml("article_parts.toml")["block_quotation"]["words"])
    return any(word in verbs for word in re.findall(r"[a-z]+", clause.lower())[-BLOCK_CUE_WORDS:])


FEWEST_QUOTED: Final = 5
"""Words of a block quotation at least; less is a time, a name or a label between the colon and what was said."""

BLOCK_CUE_WORDS: Final = 12
"""Words before the colon among which the word of telling must be."""


def _cut(text: str, part: Part, *, is_cut: bool) -> Iterator[Part]:
    """The part without the credit at its end, and the credit as a part of its own."""
    tail = find_tail(text, part.span) if is_cut and part.role is PartRole.BODY else None
    if tail is None:
        yield part
        return
    end = part.span.start + len(text[part.span.start : tail.start].rstrip())
    yield Part(part.role, Span(part.span.start, end))
    yield Part(PartRole.BOILERPLATE, tail)


def dateline_of(text: str, parts: Sequence[Part]) -> Dateline | None:
    """What the report's dateline tells, with the span of its place; None where it has none.

    A paragraph that is only a date is a dateline part too, but tells only the day.
    """
    for part, following in zip(parts, [*parts[1:], None], strict=True):
        if part.role is PartRole.DATELINE:
            end = following.span.end if following is not None else part.span.end
            found = find_dateline(text, part.span) or find_dateline(text, Span(part.span.start, end))
            if found is not None:
                return found
    return None


def _with_dateline(text: str, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts with the first dateline, looked for at the start of the first paragraphs, cut off."""
    front = [part for part in parts if part.role is not PartRole.BOILERPLATE][:FRONT]
    bodies = (part.span for part in front if part.role is PartRole.BODY)
    found = next((dateline for span in bodies if (dateline := find_dateline(text, span))), None)
    for part in parts:
        if found is None or part.span.start != found.span.start:
            yield part
            continue
        yield Part(PartRole.DATELINE, Span(found.span.start, found.span.start + len(found.span.of(text).rstrip())))
        if found.span.end < part.span.end:
            yield Part(part.role, Span(found.span.end, part.span.end))
