"""Words that may tell of an event: those the codebook codes, those its guards doubt, and those it does not know.

The codebook alone takes the first kind. With a classifier all three are judged, so that a word no row holds can have
a type too: the union *downed tools*, the mob *went for* the guards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from spacy.tokens import Token

from accordingto.events.match_roles import roles_of
from accordingto.events.matching import Match, match_noun, match_verb
from accordingto.events.no_act import is_no_act
from accordingto.events.plausibility import is_event
from accordingto.events.repeats import without_repeats
from accordingto.events.roles import Coded
from accordingto.events.speech_acts import announced, demanded, is_empty_will, refused, with_recipients_of_content
from accordingto.events.topic import Topic
from accordingto.events.words import acting_words, clauses, nouns, predicates
from accordingto.model.codebook import Codebook, Frame, Trigger
from accordingto.parse.parsed import Paragraph

NO_TYPE: Final = ""
"""The type of a proposal that no row of the codebook codes."""

_TOWARDS: Final = ("against", "on", "upon", "at", "with", "toward", "towards", "to", "into", "for", "from")
_MODIFIERS: Final = frozenset({"amod", "compound"})
_ACT_ENDINGS: Final = ("tion", "ment", "sion", "ance", "ing", "al", "tions", "ments")


class Origin(StrEnum):
    """How a proposal came up."""

    CODED = "coded"
    DOUBTED = "doubted"
    OPEN = "open"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A word that may tell of an event, with who would take part. OPEN ones have a row of no type."""

    coded: Coded
    origin: Origin


def propose(
    paragraph: Paragraph, topic: Topic, book: Codebook, telling: frozenset[str] | None = None
) -> Iterator[Proposal]:
    """The codebook's proposals, and the verbs and nouns of acting that none of its events is told by.

    Of the latter those with a lemma of `telling` alone, where it is given.
    """
    used: set[int] = set()
    for one in find_coded(paragraph, book):
        used |= {token.i for token in _words_of(one)}
        yield Proposal(one, Origin.CODED if is_event(one, topic, book) else Origin.DOUBTED)
    for token in acting_words(paragraph.doc):
        if token.i not in used and (telling is None or token.lemma_.lower() in telling) and _can_tell(token, book):
            match = Match(_open_row(token), token, (token,))
            coded = Coded(match, roles_of(match, book))
            if not is_no_act(coded, book):
                yield Proposal(coded, Origin.OPEN)


def find_coded(paragraph: Paragraph, book: Codebook) -> Iterator[Coded]:
    """What the rows of the codebook match, each event once, with the acts of announcing, refusing and demanding."""
    matches = list(_verb_matches(paragraph, book))
    taken = {token.i for match in matches for token in (*match.words, *match.within_act)}
    matches += _noun_matches(paragraph, book, taken)
    coded = without_repeats({match.head.i: Coded(match, roles_of(match, book)) for match in matches}, book)
    yield from _with_speech_acts(paragraph, coded, book)


def _with_speech_acts(paragraph: Paragraph, coded: dict[int, Coded], book: Codebook) -> Iterator[Coded]:
    """The coded matches, and the acts of announcing, refusing and demanding them."""
    for one in coded.values():
        full = with_recipients_of_content(one, coded)
        if is_empty_will(full, coded) or is_no_act(full, book):
            continue
        yield from filter(None, (announced(full, book), refused(full, book)))
        yield full
    for token in clauses(paragraph.doc):
        if (demand := demanded(token)) is not None:
            yield demand


def _words_of(coded: Coded) -> tuple[Token, ...]:
    """The words that tell of the event, the light verb of a noun among them: *began* exercises."""
    light = coded.roles.light_verb
    return (*coded.match.words, *coded.match.within_act, *((light,) if light is not None else ()))


def _verb_matches(paragraph: Paragraph, book: Codebook) -> Iterator[Match]:
    for token in predicates(paragraph.doc):
        if token.pos_ == "VERB" or (token.lemma_ == "be" and token.dep_ != "auxpass" and token.dep_ != "aux"):
            rows = book.adjectives.get(token.lower_) or book.verbs.get(token.lemma_.lower())
        elif token.pos_ == "ADJ" and token.dep_ != "amod":
            rows = book.adjectives.get(token.lower_)
        else:
            continue
        if rows is not None and token.dep_ not in _MODIFIERS:
            match = match_verb(token, rows)
            if match is not None:
                yield match


def _noun_matches(paragraph: Paragraph, book: Codebook, taken: set[int]) -> Iterator[Match]:
    for token in nouns(paragraph.doc):
        if token.i in taken or token.dep_ == "compound":
            continue
        rows = book.nouns.get(token.lemma_.lower()) or book.nouns.get(token.lower_)
        if rows is not None:
            match = match_noun(token, rows)
            if match is not None:
                yield match


def _can_tell(token: Token, book: Codebook) -> bool:
    """True for verbs, and for nouns of acting: the *shelling*, a *takeover* of the port.

    What a clause follows tells and does nothing, where no row says otherwise: *denied* that it had fired.
    """
    if any(child.dep_ == "ccomp" for child in token.children):
        return False
    if token.pos_ == "VERB":
        return token.lemma_ != "be" and token.dep_ not in _MODIFIERS and token.dep_ != "aux"
    if token.tag_ not in {"NN", "NNS"} or token.dep_ == "compound":
        return False
    lemma = token.lemma_.lower()
    return lemma in book.nouns or lemma in book.verbs or token.lower_.endswith(_ACT_ENDINGS)


def _open_row(token: Token) -> Trigger:
    return Trigger(
        lemma=token.lemma_.lower(),
        event_type=NO_TYPE,
        mode=None,
        frame=Frame.DIRECT,
        recipients=_TOWARDS,
        of_is_actor=False,
        possessor_undergoes=False,
        conditions=(),
    )
