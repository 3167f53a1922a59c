"""Descriptions ("the ministry", "the general", "gunmen") put to the entity they speak of, or to a new one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from accordingto.grounding.actors import look_up
from accordingto.grounding.agent_nouns import agent_noun, singular
from accordingto.grounding.atoms import atoms_of, fold
from accordingto.grounding.describe import with_complement
from accordingto.grounding.drafts import Draft
from accordingto.grounding.words import words as words_of_group
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.resources import load_toml
from accordingto.model.span import Span

FARTHEST_SENTENCES = 12
"""How far back a description reaches for what it speaks of."""

LONGEST_REFERENCE = 3
"""Words of a definite description, without the article, that may speak of something again."""

MOST_NAMESAKES = 20
"""Descriptions of one head noun that are looked through, the last first."""

APPOSITION_WEIGHT = 5
"""Votes of the noun beside a name for what it names: more than the recogniser's for a few mentions."""

_CALLED = {
    EntityKind.PERSON: {EntityKind.UNKNOWN},
    EntityKind.MEDIUM: {EntityKind.MEDIUM, EntityKind.ORGANISATION, EntityKind.UNKNOWN},
    EntityKind.ORGANISATION: {EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.UNKNOWN},
    EntityKind.GROUP: {EntityKind.ORGANISATION, EntityKind.GROUP, EntityKind.UNKNOWN},
}
"""For the kind of a noun the kinds that a name beside it may have been taken for."""

_DEFINITE = frozenset({"the", "that", "this", "those", "these"})
_BODY_PARTS = ("my head", "his head", "her head", "their head", "your head", "its head")
_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "many", "two", "three", "four", "five", "dozens"})


class Nominals:
    """Takes descriptions in the order of the text. Knows the drafts of the names before it."""

    def __init__(self, text: str, drafts: list[Draft], by_mention: dict[Mention, Draft]) -> None:
        self._text = text
        self._drafts = drafts
        self._by_mention = by_mention
        self._by_head: dict[str, list[Draft]] = {}
        self._words: dict[int, frozenset[str]] = {}
        self._recent: dict[int, tuple[Draft, int]] = {}

    def add_all(self, mentions: Sequence[Mention]) -> None:
        """Give every description its draft; names met on the way count as spoken of."""
        by_head = {mention.head: mention for mention in mentions if mention in self._by_mention}
        for index, mention in enumerate(mentions):
            named = self._by_mention.get(mention)
            if named is None and mention.form is not MentionForm.PRONOUN:
                named = self._by_mention[by_head[mention.head]] if mention.head in by_head else None
                if named is None and self._is_actor(mention):
                    named = self._beside_name(mention, mentions, index, by_head)
                    self._remember(mention, named)
                named = named or self._referent(mention) or self._new(mention)
                named.mentions.append(mention)
                self._by_mention[mention] = named
            if named is not None:
                self._recent.pop(id(named), None)
                self._recent[id(named)] = (named, mention.sentence)

    def fill_in(self, draft: Draft, phrase: str | None = None) -> None:
        """Look up what a described thing is, once an attribution or an event rests on it: "a statement"."""
        if draft.description is None or draft.kind is not EntityKind.UNKNOWN:
            return
        answer = look_up(phrase or draft.description)
        draft.kind, draft.country, draft.sectors = answer.kind, answer.country, answer.sectors
        draft.international = answer.scope is not None
        draft.roles += answer.roles

    def _is_actor(self, mention: Mention) -> bool:
        if self._text[mention.span.start : mention.span.end].lower().startswith(_BODY_PARTS):
            return False
        return agent_noun((fold(mention.head.of(self._text)),)) is not None

    def _beside_name(
        self, mention: Mention, mentions: Sequence[Mention], index: int, by_head: dict[Span, Mention]
    ) -> Draft | None:
        """The draft of a name in apposition: *The Syrian ambassador* Nawaf Fares; Fares, *Syria's ambassador*."""
        if mention.plural:
            return None
        if mention.apposition_of is not None and mention.apposition_of in by_head:
            return self._if_same_kind(mention, self._by_mention[by_head[mention.apposition_of]])
        for later in mentions[index + 1 : index + 4]:
            is_beside = later.span.start == mention.span.end + 1 and self._text[mention.span.end] == " "
            if (later.apposition_of == mention.head or is_beside) and later in self._by_mention:
                return self._if_same_kind(mention, self._by_mention[later])
        return None

    def _if_same_kind(self, mention: Mention, draft: Draft) -> Draft | None:
        """The named draft where the noun can call it so: *The newspaper* Le Soir; *the rights group* Open Ledger."""
        if draft.kind is EntityKind.PERSON:
            return draft
        noun = agent_noun((fold(mention.head.of(self._text)),))
        if noun is None or draft.kind not in _CALLED.get(noun.kind, ()):
            return None
        if draft.kind is not noun.kind and draft.canonical is None:
            draft.vote(noun.kind, APPOSITION_WEIGHT)
        return draft

    def _remember(self, mention: Mention, named: Draft | None) -> None:
        """Let the description stand for its name again: The spokeswoman Ana Ruiz left. *The spokeswoman* wept."""
        words = [atom.key for atom in atoms_of(mention.span.of(self._text))]
        if named is not None and words:
            self._by_head.setdefault(words[-1], []).append(named)
            self._words.setdefault(id(named), frozenset(words) - _DEFINITE - _INDEFINITE)

    def _referent(self, mention: Mention) -> Draft | None:
        """What a definite description speaks of again: the last thing of that role or that head noun."""
        words = [atom.key for atom in atoms_of(mention.span.of(self._text))]
        if not words or words[0] in _INDEFINITE:
            return None
        head = singular(words[-1])
        content = frozenset(words) - _DEFINITE
        is_definite = words[0] in _DEFINITE
        if self._of_a_new_thing(mention):
            return None
        fitting = [
            draft
            for draft in reversed(self._by_head.get(words[-1], [])[-MOST_NAMESAKES:])
            if self._fits(draft, content, is_definite=is_definite)
        ]
        earlier = next(iter(fitting), None)
        if earlier is not None and _is_counted(earlier):
            plain = (draft for draft in fitting if self._words.get(id(draft)) == content)
            earlier = next((draft for draft in plain if not _is_of_heading(draft)), earlier)
        if not is_definite or len(content) > LONGEST_REFERENCE or (earlier is not None and not _is_of_heading(earlier)):
            return earlier
        by_role = self._by_role(head, content - words_of_group("filler") or content, mention)
        return by_role or earlier or self._by_synonym(head, content)

    def _by_synonym(self, head: str, content: frozenset[str]) -> Draft | None:
        """The last thing described by a word of the same meaning: state television said; *the broadcaster* said."""
        if len(content) > 1:
            return None
        synonyms = load_toml("actors/back_references.toml")["synonyms"].get(head, ())
        found = [draft for synonym in synonyms for draft in self._by_head.get(synonym, [])[-1:]]
        return max(found, key=lambda draft: draft.mentions[-1].span.start, default=None)

    def _of_a_new_thing(self, mention: Mention) -> bool:
        """True for the family *of a lawmaker*, which no other family is."""
        return self._text.startswith((" of a ", " of an ", " of another "), mention.span.end)

    def _fits(self, draft: Draft, content: frozenset[str], *, is_definite: bool) -> bool:
        earlier = self._words.get(id(draft), frozenset())
        if content & words_of_group("telling_apart") and (content ^ earlier) & words_of_group("telling_apart"):
            return False
        if not is_definite:
            return content == earlier
        return content <= earlier or (len(content) > 1 and earlier <= content and len(earlier) > 1)

    def _by_role(self, head: str, content: frozenset[str], mention: Mention) -> Draft | None:
        wanted = load_toml("actors/back_references.toml")
        titles = {head, *wanted["roles"].get(head, ())}
        kinds = wanted["kinds"].get(head, ())
        said = look_up(mention.span.of(self._text)).country if len(content) > 1 else None
        near = [draft for draft in self._near(mention) if said is None or draft.country in {None, said}]
        if content & words_of_group("telling_apart"):
            return next((draft for draft in near if _has_title(draft, set(), content)), None)
        by_title = next((draft for draft in near if _has_title(draft, titles, content)), None)
        if by_title is not None or len(content) > 1:
            return by_title
        headed = next((draft for draft in near if _is_headed(draft, head)), None)
        named = [draft for draft in near if draft.kind in kinds and draft.names]
        of_kind = (draft for draft in named if _has_sector(draft, wanted, head))
        return headed or next(of_kind, None) or _only_one(draft for draft in named if not draft.sectors)

    def _near(self, mention: Mention) -> Iterator[Draft]:
        """What was spoken of in the sentences before, the last first."""
        for draft, sentence in reversed(self._recent.values()):
            if mention.sentence - sentence > FARTHEST_SENTENCES:
                return
            yield draft

    def _new(self, mention: Mention) -> Draft:
        description = " ".join(mention.span.of(self._text).split())
        draft = Draft(EntityKind.UNKNOWN, description=description)
        if self._is_actor(mention):
            is_directed = self._text.startswith(" to ", mention.span.end)
            self.fill_in(draft, None if is_directed else with_complement(mention, self._text))
        words = [atom.key for atom in atoms_of(description)]
        if words:
            self._by_head.setdefault(words[-1], []).append(draft)
        self._words[id(draft)] = frozenset(words) - _DEFINITE
        self._drafts.append(draft)
        return draft


def _is_counted(draft: Draft) -> bool:
    """True for some of many, which the plain noun speaks of last: *eleven rebels* were captured, the rebels say."""
    numbers: dict[str, float] = load_toml("times.toml")["number"]
    return any(word[0].isdigit() or word in numbers for word in (draft.description or "").lower().split()[:-1])


def _is_of_heading(draft: Draft) -> bool:
    """True for what only the first paragraph speaks of, with no name: *Former minister* tells court of loan."""
    return not draft.names and all(mention.paragraph == 0 for mention in draft.mentions)


def _only_one(drafts: Iterable[Draft]) -> Draft | None:
    found = list(drafts)
    return found[0] if len(found) == 1 else None


def _has_title(draft: Draft, titles: set[str], content: frozenset[str]) -> bool:
    """True for a person with that office: *the minister*, *the foreign minister* for Foreign Minister Zebari."""
    if draft.kind is not EntityKind.PERSON:
        return False
    for role in draft.roles:
        words = [fold(word) for word in role.title.split()]
        if words and (words[-1] in titles or (len(content) > 1 and content <= set(words))):
            return True
    return False


def _is_headed(draft: Draft, head: str) -> bool:
    """True where the name begins or ends with the noun: *the ministry* for Syria's Foreign Ministry, *the radio*."""
    return any(head in {name.split()[0].lower(), name.split()[-1].lower()} for name in draft.names if name.split())


def _has_sector(draft: Draft, wanted: dict[str, dict[str, list[str]]], head: str) -> bool:
    sectors = wanted["sectors"].get(head)
    return sectors is None or bool(set(sectors) & set(draft.sectors))
