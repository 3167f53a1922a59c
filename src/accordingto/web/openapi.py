"""What OpenAPI says of pages that read the query string as a whole."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import APIRouter
from fastapi.routing import APIRoute


def describe_query(router: APIRouter, parameters: Mapping[str, str]) -> None:
    """Put the parameters, each with its meaning, into the description of every GET route of the router."""
    described = [
        {"name": name, "in": "query", "required": False, "description": what, "schema": {"type": "string"}}
        for name, what in parameters.items()
    ]
    for route in router.routes:
        if isinstance(route, APIRoute) and "GET" in (route.methods or ()):
            route.openapi_extra = {"parameters": described}
