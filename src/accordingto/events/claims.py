"""Claims: each event as each chain of sources has it.

Who makes a claim
    An event outside every content is the article's own: the chain is empty, and the publisher vouches for the stance
    that the article's words give. An event inside a content is its source's: the chain begins with the innermost
    attribution that holds it and goes outward through `within`. Whoever tells the whole ("AP said the ministry said
    …") stands in that chain and commits to no more than the telling, so has no claim of their own, and neither has
    the publisher.

Who else has one
    An outer teller, or the publisher, has a claim of their own only where the words of the telling say more:
    - a denial is passed on ("Reuters said the minister denied that troops fired"): Reuters leaves it open;
    - the cue is factive ("admitted", "confirmed", "condemned the attack"): who uses it grants the content;
    - the cue is called untrue ("falsely claimed"): who says so denies the content.
    The publisher gets no second claim for leaving a thing open: the article's own voice ends the chain only where it
    vouches, for or against.

What the stance is
    For the nearest source: what the cue makes of its content ("denied", "threatened to", "urged … to"), and inside the
    content the words there. In a direct quotation the cue has no such say: the words are the speaker's own. An act of
    telling that is itself an event ("accused", "urged") stands in no content of its own, so it is a claim of whoever
    tells of it. Where words of telling have no attribution ("denied firing", nobody found to deny), the article does
    not take over what they tell: its stance is unknown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Token

from accordingto.events.commitment import with_commitment
from accordingto.events.cues import Telling, outer_stance, stance_under
from accordingto.events.factuality import Scope, assess
from accordingto.events.passages import Passages, head_of
from accordingto.events.stance import Stance
from accordingto.model.attribution import Attribution, Form
from accordingto.model.claim import Claim, Factuality, claim_id
from accordingto.model.event import EventMention
from accordingto.model.span import any_covers
from accordingto.parse.parsed import ParsedArticle

UNATTRIBUTED = Scope(teller=True)
"""The article's own words: what it only passes on, it leaves open."""


def find_claims(
    parsed: ParsedArticle, attributions: Iterable[Attribution], events: Iterable[EventMention]
) -> tuple[Claim, ...]:
    """The claims of each event, in the order of the events, the nearest source's first."""
    passages = Passages(parsed, attributions)
    claims: dict[str, Claim] = {}
    for event in events:
        for claim in _claims_of(passages, event):
            claims.setdefault(claim.id, claim)
    return tuple(claims.values())


def innermost(holders: Sequence[Attribution], by_id: Mapping[str, Attribution]) -> list[Attribution]:
    """The holders that hold no other: "AP said the ministry said …" leaves the ministry."""
    outer = {link.id for holder in holders for link in chain_of(holder, by_id)[1:]}
    return [holder for holder in holders if holder.id not in outer and not _holds_another(holder, holders)]


def chain_of(nearest: Attribution, by_id: Mapping[str, Attribution]) -> tuple[Attribution, ...]:
    """The attribution and those that hold it, nearest first; it ends where it would come round again."""
    chain: list[Attribution] = []
    following: Attribution | None = nearest
    while following is not None and following not in chain:
        chain.append(following)
        following = by_id.get(following.within or "")
    return tuple(chain)


def _claims_of(passages: Passages, event: EventMention) -> Iterator[Claim]:
    trigger = head_of(passages.tokens(event.trigger))
    if trigger is None:
        return
    holders = passages.holders(trigger, event.trigger)
    if not holders:
        yield _claim(event, (), with_commitment(assess(trigger, UNATTRIBUTED), trigger))
    for holder in innermost(holders, passages.by_id):
        yield from _claims_through(passages, chain_of(holder, passages.by_id), event, trigger)


def _claims_through(
    passages: Passages, chain: Sequence[Attribution], event: EventMention, trigger: Token
) -> Iterator[Claim]:
    """The claim of the nearest source, then those of outer tellers that take a stance of their own."""
    ids = tuple(attribution.id for attribution in chain)
    held = passages.content_around(trigger, chain[0])
    yield _claim(event, ids, stance_under(_telling(passages, chain[0], held), trigger))
    stance = assess(trigger, Scope(held))
    for outward, attribution in enumerate(chain, start=1):
        passed_on = outer_stance(_telling(passages, attribution, held), stance)
        if passed_on is None or (passed_on.factuality is Factuality.UNKNOWN and outward == len(chain)):
            return
        yield _claim(event, ids[outward:], passed_on)
        stance = passed_on


def _telling(passages: Passages, attribution: Attribution, held: frozenset[int]) -> Telling:
    return Telling(tuple(passages.tokens(attribution.cue)), held, attribution.form is Form.DIRECT, attribution.act)


def _holds_another(holder: Attribution, holders: Sequence[Attribution]) -> bool:
    """True where another holder's cue stands in this one's content, though `within` does not say so."""
    others = (other for other in holders if other.id != holder.id and other.cue)
    return any(all(any_covers(holder.content, span) for span in other.cue) for other in others)


def _claim(event: EventMention, chain: tuple[str, ...], stance: Stance) -> Claim:
    return Claim(claim_id(event.id, chain), event.id, chain, stance.factuality, stance.commitment)
