"""What the caller knows of an article. It goes before whatever the text or its metadata tell."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ArticleDetails:
    """The caller's own knowledge of one article; None and () where there is none."""

    published: date | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    path: str | None = None
    byline: tuple[str, ...] = ()
    language: str | None = None


NO_DETAILS = ArticleDetails()


def first_known(given: ArticleDetails, found: ArticleDetails) -> ArticleDetails:
    """Field by field what was given, else what was found.

    >>> first_known(ArticleDetails(publisher="The Wire"), ArticleDetails(publisher="Wire", title="Firing"))
    ArticleDetails(published=None, publisher='The Wire', title='Firing', url=None, path=None, byline=(), language=None)
    """
    return ArticleDetails(
        published=given.published or found.published,
        publisher=given.publisher or found.publisher,
        title=given.title or found.title,
        url=given.url or found.url,
        path=given.path or found.path,
        byline=given.byline or found.byline,
        language=given.language or found.language,
    )
