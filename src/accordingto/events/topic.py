"""What a report is about, by counting words, and whether a participant is of public life.

A film review has fights, a match report attacks, a gadget a launch: in a report whose words are mostly of leisure an
event is kept only where a state, an authority or the like takes part. In a report of a crash nobody meant the deaths.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Final

from accordingto.events.roles import Roles
from accordingto.model.codebook import Codebook
from accordingto.model.resources import load_toml
from accordingto.parse.parsed import ParsedArticle

_PUBLIC_NAMES: Final = frozenset({"GPE", "NORP"})
_TOLERANCE: Final = 2
"""Leisure words in excess that do not matter yet: single sentences have a "race" or a "fight" now and then."""

_CAMPAIGNING: Final = 4
"""Campaign words for one of violence from which on attacks are words; by the look of 40 campaign reports."""

_TELLING_LENGTH: Final = 100
_PUBLIC_SHARE: Final = 0.02
"""Words and marks from which on the share of public words tells, and that share.

Of 30 political reports of world news 27 have .033 and more, of 150 others nine in ten have less than .025."""

_READERS: Final = frozenset({"you", "your", "yourself"})


@dataclass(frozen=True, slots=True)
class Topic:
    """Whether the report is of public affairs, of a mishap rather than of violence, of an election campaign.

    A remote one is long enough to tell, and has hardly a word of public affairs: in it events must be surer.
    """

    public: bool
    mishap: bool
    campaign: bool
    remote: bool = False


def topic_of(parsed: ParsedArticle, codebook: Codebook) -> Topic:
    """What the report is about, by the words that outnumber their opposites."""
    counts = _lemmas(parsed)
    public, leisure = _total(counts, _words("public")), _total(counts, _words("leisure"))
    hazards, violence = _total(counts, codebook.classes["hazard"]), _total(counts, codebook.classes["violence"])
    campaign = _total(counts, codebook.classes["campaign"])
    return Topic(
        public=public >= leisure - _TOLERANCE,
        mishap=hazards > violence,
        campaign=campaign > _CAMPAIGNING * max(violence, 1),
        remote=is_remote(counts),
    )


def is_remote(counts: Counter[str]) -> bool:
    """True for a report of some length with few words of public affairs: of a match, a merger, a parting."""
    length = sum(counts.values())
    return length >= _TELLING_LENGTH and _total(counts, _words("public")) < _PUBLIC_SHARE * length


def has_public_participant(roles: Roles) -> bool:
    """True where a state, a people or an authority acts or is acted on."""
    public = _words("public")
    return any(
        token.ent_type_ in _PUBLIC_NAMES or token.lemma_.lower() in public
        for head in (*roles.actors, *roles.recipients)
        for token in (head, *head.lefts)
    )


def is_private(roles: Roles) -> bool:
    """True where only private people take part: *the family* supported a charity."""
    heads = (*roles.actors, *roles.recipients)
    private = _words("private")
    return bool(heads) and all(head.lemma_.lower() in private and head.ent_type_ == "" for head in heads)


def addresses_the_reader(roles: Roles) -> bool:
    """True where the reader is a participant, as in notices and advice: *you* agree to our terms."""
    return any(token.lower_ in _READERS for token in (*roles.actors, *roles.recipients))


def _lemmas(parsed: ParsedArticle) -> Counter[str]:
    """How often each lemma is in the report, in lower case; every lemma is turned into letters once."""
    numbers: Counter[int] = Counter()
    for paragraph in parsed.paragraphs:
        numbers.update(int(number) for number in paragraph.doc.to_array(["LEMMA"]).ravel())
    counts: Counter[str] = Counter()
    for number, count in numbers.items():
        counts[_lower(parsed, number)] += count
    return counts


def _lower(parsed: ParsedArticle, number: int) -> str:
    """The letters of a lemma, which all paragraphs number alike, in lower case."""
    return parsed.paragraphs[0].doc.vocab.strings[number].lower()


def _total(counts: Counter[str], words: frozenset[str]) -> int:
    return sum(counts[word] for word in words if word in counts)


@cache
def _words(group: str) -> frozenset[str]:
    return frozenset(load_toml("participant_nouns.toml")[group])
