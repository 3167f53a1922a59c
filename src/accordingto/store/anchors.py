"""Where a claim stands, apart from its id: what a decision holds on to when an article is read again."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import select

from accordingto.model.ids import content_id
from accordingto.model.reported import ReportedClaim
from accordingto.store.load import CLAIMS, as_read
from accordingto.store.schema import claims
from accordingto.store.store import Store
from accordingto.store.values import chunks

CARRIED_FROM: Final = "carried_from"
"""In the details of a decision: the number of the one that it was made from when an article was read again."""

Anchor = dict[str, Any]  # an object of JSON


def anchors_of(store: Store, ids: Iterable[str]) -> dict[str, Anchor]:
    """The anchor of each claim: article, span of the trigger, event type as it was read, and who tells it."""
    with store._session.reading() as connection:
        found = [
            claim
            for chunk in chunks(dict.fromkeys(ids))
            for claim in as_read(connection, CLAIMS.where(claims.c.id.in_(chunk)))
        ]
    return {claim.id: anchor_of(claim) for claim in found}


def anchor_of(claim: ReportedClaim) -> Anchor:
    """The anchor of a claim as it was read. The speaker is a hash: decisions hold no names."""
    speaker = claim.hops[0].speaker if claim.hops else None
    return {
        "article": claim.article,
        "start": claim.start,
        "end": claim.start + len(claim.trigger),
        "type": claim.type,
        "speaker": None if speaker is None else content_id("speaker", speaker.name.casefold()),
        "hops": len(claim.hops),
    }


def claims_ever_of(store: Store, article: str) -> tuple[str, ...]:
    """The ids of all claims of the article, those of older readings too."""
    with store._session.reading() as connection:
        query = select(claims.c.id).where(claims.c.article == article).order_by(claims.c.number)
        return tuple(connection.execute(query).scalars())


def current_claims(store: Store, ids: Iterable[str]) -> frozenset[str]:
    """Those of the claims that are of their article's latest reading, and whose article is current."""
    with store._session.reading() as connection:
        return frozenset(
            id_
            for chunk in chunks(dict.fromkeys(ids))
            for id_ in connection.execute(
                select(claims.c.id).where(claims.c.id.in_(chunk), claims.c.is_current)
            ).scalars()
        )
