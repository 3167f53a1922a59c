"""Templates -> text. Everything they put out is escaped, and made visible where it would not be seen."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined

from accordingto.web import words
from accordingto.web.csrf import csrf_field
from accordingto.web.safe_text import shown
from accordingto.web.site import Site


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The one environment of all templates."""
    made = Environment(
        loader=PackageLoader("accordingto.web"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,  # a template is part of the program: looked up once, not at every page
    )
    made.globals["csrf_field"] = csrf_field
    made.filters.update(words.FILTERS)
    return made


def rendered(site: Site, request: Request, template: str, values: Mapping[str, Any]) -> str:
    """The page as HTML."""
    text = environment().get_template(template).render({"site": site, "request": request, **values})
    return text.encode("utf-8", "replace").decode("utf-8")
