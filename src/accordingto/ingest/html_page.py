"""An HTML page as served -> Article. Its text is what trafilatura extracts: headline and paragraphs.

On 60 saved news pages whose article text people cut out, word F1 is .969 with trafilatura's precise mode, .961 with
its default, .959 with its recall mode; leaving tables out costs .012, leaving out its fallbacks .016.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Final

from accordingto.ingest.agencies import find_agency
from accordingto.ingest.byline import find_person_names
from accordingto.ingest.decoding import decode_html
from accordingto.ingest.details import NO_DETAILS, ArticleDetails, first_known
from accordingto.ingest.headline import is_same_headline
from accordingto.ingest.markup_budget import check_markup
from accordingto.ingest.page_metadata import linked_details
from accordingto.ingest.paragraphs import Block
from accordingto.ingest.plain_text import assemble_article, check_length
from accordingto.ingest.written_dates import find_date
from accordingto.model.article import Article, PartRole
from accordingto.model.errors import InputError
from accordingto.model.span import Span

if TYPE_CHECKING:
    from lxml.etree import _Element
    from trafilatura.settings import Document

_ROLE_OF: Final = {"quote": PartRole.BLOCKQUOTE, "head": PartRole.HEADLINE}
_BLOCKS: Final = frozenset({"p", "head", "quote", "list", "item", "table", "row", "cell", "lb", "code", "div"})
_PARAGRAPH_END: Final = "\n\n"
_DATE_SEARCH: Final = {"original_date": True, "extensive_search": False}
_SITE_JOINT: Final = re.compile(r"\s+[-|–—•·]\s+")

Fragment = tuple[PartRole | None, str]


def article_from_html(raw: bytes, details: ArticleDetails = NO_DETAILS, *, encoding: str | None = None) -> Article:
    """The article of a page. Raises InputError where the page has no article text or too much of it.

    `encoding` is what its server declared, believed where the page says nothing.
    """
    name = details.path or "The page"
    page = decode_html(raw, name, encoding=encoding)
    check_markup(page, name)
    document = _extract(page)
    paragraphs = list(_paragraphs(document.body)) if document is not None else []
    if document is None or not paragraphs:
        raise InputError(
            f"{name} holds no article text: found {len(raw):,} bytes of HTML with nothing but menus and links. "
            "Save the page after it has loaded, or give the article's text."
        )
    known = first_known(details, _with_linked(_metadata(document), linked_details(page)))
    text, blocks = _joined(_with_title(paragraphs, _title(document)))
    check_length(text, details.path)
    return assemble_article(text, blocks, known, origin=_origin(document))


def _extract(page: str) -> Document | None:
    """What trafilatura makes of the page: its precise mode, else its default; None where neither finds an article."""
    from trafilatura import bare_extraction  # noqa: PLC0415  # 0.7 s that only HTML needs
    from trafilatura.settings import Document  # noqa: PLC0415

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # it logs each page it gives up on; so do we, once
    for is_precise in (True, False):
        found = bare_extraction(
            page,
            favor_precision=is_precise,
            include_comments=False,
            with_metadata=True,
            date_extraction_params=dict(_DATE_SEARCH),
        )
        if isinstance(found, Document) and found.body is not None and "".join(found.body.itertext()).strip():
            return found
    return None


def _paragraphs(body: _Element) -> Iterator[Fragment]:
    """The paragraphs of the extracted tree with the roles that its markup gives, in order."""
    role: PartRole | None = None
    words = ""
    for next_role, piece in [*_fragments(body, None), (None, _PARAGRAPH_END)]:
        if piece == _PARAGRAPH_END or next_role is not role:
            if words.strip():
                yield role, words.strip()
            words = ""
        if piece != _PARAGRAPH_END:
            words += re.sub(r"\s+", " ", piece)
        role = next_role


def _fragments(element: _Element, role: PartRole | None) -> Iterator[Fragment]:
    """Texts and paragraph ends in document order; what is inside a quotation is quoted."""
    inner = role if role is PartRole.BLOCKQUOTE else _ROLE_OF.get(str(element.tag), role)
    yield inner, element.text or ""
    for child in element:
        is_block = child.tag in _BLOCKS
        if is_block:
            yield inner, _PARAGRAPH_END
        yield from _fragments(child, inner)
        yield inner, _PARAGRAPH_END if is_block else ""
        yield inner, child.tail or ""


def _with_title(paragraphs: list[Fragment], title: str | None) -> list[Fragment]:
    """The paragraphs with the title in front, unless it stands among the first of them."""
    if title is None or any(is_same_headline(words, title) for _, words in paragraphs[:3]):
        return paragraphs
    return [(PartRole.HEADLINE, title), *paragraphs]


def _joined(paragraphs: list[Fragment]) -> tuple[str, list[Block]]:
    """The text with a blank line between paragraphs, and where each paragraph is."""
    blocks: list[Block] = []
    start = 0
    for role, words in paragraphs:
        blocks.append(Block(Span(start, start + len(words)), role))
        start += len(words) + len(_PARAGRAPH_END)
    return _PARAGRAPH_END.join(words for _, words in paragraphs), blocks


def _metadata(document: Document) -> ArticleDetails:
    authors = [author.strip() for author in (document.author or "").split(";")]
    return ArticleDetails(
        published=_day(document.date),
        publisher=document.sitename or document.hostname or None,
        title=_title(document),
        url=document.url or None,
        byline=find_person_names(authors),
    )


def _with_linked(found: ArticleDetails, linked: ArticleDetails) -> ArticleDetails:
    """The page's metadata, mended by its JSON-LD: people before what merely looks like names, the outlet's full name.

    Of two names of the publisher the JSON-LD's counts where both are of one outlet (*livescience.com*, *Live Science*):
    others name an agency or the maker of the site. Its days are often in universal time, a day ahead of the report's.
    """
    ours, theirs = _letters(found.publisher or ""), _letters(linked.publisher or "")
    is_same = bool(theirs) and (ours.startswith(theirs) or theirs.startswith(ours))
    return replace(
        found,
        publisher=linked.publisher if is_same else found.publisher,
        published=found.published or linked.published,
        byline=linked.byline or found.byline,
    )


def _day(words: str | None) -> date | None:
    return find_date(words) if words else None


def _title(document: Document) -> str | None:
    """The page's title without the name of the site after it: *Envoy defects - The Wire*."""
    title, site = (document.title or "").strip(), _letters(document.sitename or "")
    pieces = _SITE_JOINT.split(title)
    last = _letters(pieces[-1])
    if site and len(pieces) > 1 and last and (last.startswith(site) or site.startswith(last)):
        title = title[: title.rindex(pieces[-1])].rstrip(" -|–—•·")
    return title or None


def _origin(document: Document) -> str | None:
    """The agency that the page names as its author, by its full name."""
    agencies = (find_agency(author.strip()) for author in (document.author or "").split(";"))
    return next((agency.name for agency in agencies if agency is not None), None)


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())
