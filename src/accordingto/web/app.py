"""A store and settings -> the application that answers for them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Final

from anyio import to_thread
from fastapi import APIRouter, FastAPI
from fastapi.staticfiles import StaticFiles

from accordingto.store.store import Store
from accordingto.web.errors import add_error_pages
from accordingto.web.head import HeadAsGet
from accordingto.web.pages import about, actor, contents, front, incident, report, review, search, sources, track
from accordingto.web.security import Door
from accordingto.web.settings import Settings
from accordingto.web.site import Site
from accordingto.web.unchanged import Unchanged

STATIC: Final = Path(__file__).parent / "static"
ROUTERS: Final[tuple[APIRouter, ...]] = (
    front.router,
    incident.router,
    report.router,
    contents.router,
    about.router,
    search.router,
    actor.router,
    sources.router,
    review.router,
    track.router,
)
"""One a page. Add yours here."""
THREADS: Final = 4
"""Each holds a connection with up to 64 MB of pages: with 20 readers on 100,000 claims 420 MB with 2 threads, 545 with
6. One processor makes the pages whatever their number."""


@asynccontextmanager
async def few_threads(_app: FastAPI) -> AsyncIterator[None]:
    """While the app runs, few threads make pages: more share one processor anyway, and each holds a connection."""
    to_thread.current_default_thread_limiter().total_tokens = THREADS
    yield


def create_app(store: Store, settings: Settings | None = None) -> FastAPI:
    """The reading room of the store."""
    chosen = settings or Settings()
    app = FastAPI(
        title="accordingto",
        description="A sourced record of political events. Every page has its .json and .csv.",
        version=version("accordingto"),
        docs_url=None,
        redoc_url=None,
        lifespan=few_threads,
    )
    app.state.site = Site(store, chosen)
    for router in ROUTERS:
        app.include_router(router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    add_error_pages(app)
    app.add_middleware(Unchanged, version=store.version)
    app.add_middleware(HeadAsGet)
    app.add_middleware(Door, settings=chosen)
    return app
