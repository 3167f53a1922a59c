"""Proof that a form was filled in on a page of ours: a signature of the visitor's cookie, sent along with the form."""

from __future__ import annotations

import hmac
from typing import Annotated

from fastapi import Depends, Form, Request
from markupsafe import Markup

from accordingto.model.errors import AccordingToError
from accordingto.web.site import Site, SiteDep, site_of

FIELD = "csrf"


class ForgedError(AccordingToError):
    """A form that was not sent from a page of ours."""


def csrf_token(request: Request) -> str:
    """The signature of the visitor's cookie, which only this program can make."""
    return _signature(site_of(request), request)


def csrf_field(request: Request) -> Markup:
    """The hidden field of a form."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, csrf_token(request))


def check(request: Request, site: SiteDep, csrf: Annotated[str, Form()] = "") -> None:
    """Raise ForgedError where the form's signature is not that of the visitor's cookie."""
    if not hmac.compare_digest(csrf.encode(errors="replace"), _signature(site, request).encode()):
        raise ForgedError("This form was not sent from a page of the reading room, or it is old. Load the page again.")


Checked = Depends(check)


def _signature(site: Site, request: Request) -> str:
    visitor = str(request.scope.get("visitor", ""))
    return hmac.new(site.settings.secret, b"form " + visitor.encode(errors="replace"), "sha256").hexdigest()
