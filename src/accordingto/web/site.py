"""What every page needs: the store and the settings; `SiteDep` hands them to a route."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, cast

from fastapi import Depends, Request

from accordingto.store.store import Store
from accordingto.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """The store that is shown, and how."""

    store: Store
    settings: Settings

    @property
    def is_static(self) -> bool:
        """True in a published copy, where no server answers."""
        return self.settings.is_static


def site_of(request: Request) -> Site:
    """The site that answers the request."""
    return cast(Site, request.app.state.site)


SiteDep = Annotated[Site, Depends(site_of)]
