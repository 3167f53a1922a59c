"""The reports as a list of references: CSL-JSON, as Zotero, Pandoc and word processors take it."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.export.json_stream import json_list
from accordingto.export.rows import Json, Rows


def write_csl(rows: Rows) -> Iterator[bytes]:
    """A list of items, one a report; what is not known is left out, as the schema wants it."""
    return json_list("[", (_item(report.article) for report in rows.reports()), "]")


def _item(article: Json) -> Json:
    published, publisher = article["published"], article["publisher"]
    fields = {
        "id": article["id"],
        "type": "article-newspaper",
        "title": article["title"],
        "author": [{"literal": name} for name in article["byline"]],
        "container-title": publisher,
        "issued": {"date-parts": [[int(part) for part in published.split("-")]]} if published else None,
        "URL": article["url"],
        "language": article["language"],
    }
    return {name: value for name, value in fields.items() if value}
