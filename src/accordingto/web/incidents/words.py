"""The exact words of a claim, with the trigger told apart, and where they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from accordingto.model.reported import ReportedClaim
from accordingto.web.addresses import claim_address
from accordingto.web.chains import Strip, chain_of_claim

SHOWN: Final = 8
"""Claims of an account that are shown at once; the rest unfold, up to `MOST`, and all are in the files."""
MOST: Final = 200


@dataclass(frozen=True, slots=True)
class ExactWords:
    """A sentence in three pieces, the middle one the trigger (empty where the sentence does not hold it)."""

    claim: ReportedClaim
    pieces: tuple[str, str, str]
    chain: tuple[Strip, ...]
    address: str


def words_of_claims(claims: Sequence[ReportedClaim]) -> tuple[ExactWords, ...]:
    """The words of the claims, as many as a page shows."""
    return tuple(
        ExactWords(
            each,
            pieces(each.sentence, each.trigger),
            chain_of_claim(each),
            claim_address(each.article, each.id, each.start),
        )
        for each in claims[:MOST]
    )


def pieces(sentence: str, trigger: str) -> tuple[str, str, str]:
    """The sentence before, in and after its trigger.

    >>> pieces("Troops fired at noon.", "fired")
    ('Troops ', 'fired', ' at noon.')
    """
    before, found, after = sentence.partition(trigger) if trigger else (sentence, "", "")
    return before, found, after
