"""The addresses that programs may ask for, in words; the OpenAPI document itself is at /openapi.json."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from accordingto.web.site import SiteDep
from accordingto.web.templating import rendered

router = APIRouter()


@router.get("/docs", response_class=HTMLResponse, include_in_schema=False)
def docs(request: Request, site: SiteDep) -> HTMLResponse:
    """Every address with its parameters."""
    paths: dict[str, dict[str, Any]] = request.app.openapi()["paths"]
    routes = [(path, method.upper(), what) for path, methods in paths.items() for method, what in methods.items()]
    return HTMLResponse(rendered(site, request, "docs.html", {"routes": routes}))
