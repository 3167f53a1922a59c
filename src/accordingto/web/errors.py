"""What went wrong, as a page in plain words, or as an object for programs."""

from __future__ import annotations

import json
import logging

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from accordingto.model.errors import AccordingToError, InputError, OptionError
from accordingto.web.csrf import ForgedError
from accordingto.web.site import site_of
from accordingto.web.templating import rendered

NOT_THERE, UNUSABLE, FORBIDDEN, BROKEN = 404, 400, 403, 500
_STATUS: tuple[tuple[type[AccordingToError], int], ...] = (
    (InputError, NOT_THERE),
    (OptionError, UNUSABLE),
    (ForgedError, FORBIDDEN),
)
_HEADINGS = {
    NOT_THERE: "Nothing is here",
    UNUSABLE: "That cannot be shown",
    FORBIDDEN: "Not allowed",
    405: "Not allowed",
    413: "Too much at once",
    422: "That cannot be shown",
}
_log = logging.getLogger(__name__)


def add_error_pages(app: FastAPI) -> None:
    """Let the app answer errors with pages of its own."""
    app.add_exception_handler(AccordingToError, _of_ours)
    app.add_exception_handler(RequestValidationError, _of_values)
    app.add_exception_handler(HTTPException, _of_http)
    app.add_exception_handler(Exception, _of_others)


def error_page(request: Request, status: int, message: str) -> Response:
    """The error as JSON where the address ends in .json, else as a page."""
    if request.url.path.endswith(".json"):
        body = json.dumps({"error": message, "status": status}) + "\n"
        return Response(body, status_code=status, media_type="application/json")
    values = {"heading": _HEADINGS.get(status, "Something went wrong"), "message": message, "status": status}
    return HTMLResponse(rendered(site_of(request), request, "error.html", values), status_code=status)


def _of_ours(request: Request, error: Exception) -> Response:
    status = next((status for kind, status in _STATUS if isinstance(error, kind)), BROKEN)
    return error_page(request, status, str(error))


def _of_values(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    problems = "; ".join(f"{'.'.join(map(str, each['loc'][1:]))}: {each['msg']}" for each in error.errors())
    return error_page(request, UNUSABLE, f"A value of the address means nothing here. {problems}")


def _of_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    if error.status_code == NOT_THERE:
        return error_page(request, NOT_THERE, "There is no page at this address.")
    return error_page(request, error.status_code, str(error.detail))


def _of_others(request: Request, error: Exception) -> Response:
    _log.error("%s failed", request.url.path, exc_info=error)
    return error_page(request, BROKEN, "The program failed on this page. What it wrote on the terminal says where.")
