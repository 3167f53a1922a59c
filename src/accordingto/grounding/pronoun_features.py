"""What speaks for a pronoun's meaning a thing: features of the pair, for a linear ranker.

After Denis and Baldridge (2007): a ranker chooses among all candidates at once. Each feature carries the pronoun's
class, so that what holds for "he" need not hold for "it".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from accordingto.grounding.atoms import is_acronym
from accordingto.grounding.discourse import Track
from accordingto.grounding.drafts import Draft, Gender
from accordingto.grounding.pronoun_syntax import clause_of, tree_features
from accordingto.model.attribution import Form
from accordingto.model.entity import EntityKind
from accordingto.model.mention import Mention, MentionForm
from accordingto.model.span import Spans, any_covers

PRONOUNS = {
    **dict.fromkeys(("he", "him", "his", "himself"), Gender.HE),
    **dict.fromkeys(("she", "her", "hers", "herself"), Gender.SHE),
    **dict.fromkeys(("it", "its", "itself"), Gender.IT),
    **dict.fromkeys(("they", "them", "their", "theirs", "themselves"), Gender.THEY),
}
"""Third-person pronouns and what they agree with."""

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd", "obj"})
_PERSON_ENDINGS = ("ist", "ian")
_OWNERS = frozenset({"poss", "nmod:poss"})


SURE_VOTES = 5
"""Votes for a kind from which on a short name is no person that the recogniser mistook."""

MOST_WORDS_UNNAMED = 3
"""Words of a capitalised phrase with no name in it that may be a person: *De la Sota*."""

LONGEST_WORD_BEFORE = 8
"""Code points before a short name in its phrase: *even* Ruiz, but not *the regional capital* Ruiz."""

_FIRST_WORDS = frozenset(
    ["the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "some", "many", "no", "any"]
)


@dataclass(frozen=True, slots=True)
class Crowd:
    """What agrees with a pronoun: how many, how many by sentence and of persons, the most often spoken of."""

    size: int
    people: int
    most: int
    by_sentence: Mapping[int, int]


def crowd_of(tracks: Sequence[Track]) -> Crowd:
    """The counts over the tracks."""
    by_sentence: dict[int, int] = {}
    for track in tracks:
        by_sentence[track.last.sentence] = by_sentence.get(track.last.sentence, 0) + 1
    people = sum(is_person(track.draft) for track in tracks)
    return Crowd(len(tracks), people, max((track.count for track in tracks), default=0), by_sentence)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What attributions say of the place where a pronoun stands.

    `speaker` is who utters the words around it, in the given `form`; `last_speaker` who spoke before; `own_words` what
    the pronoun itself is said to say; `opens` that nothing else of its sentence was spoken of before it; `crowd` counts
    what agrees with it in the `text`.
    """

    speaker: Draft | None
    form: Form | None
    last_speaker: Draft | None
    own_words: Spans = ()
    opens: bool = False
    crowd: Crowd = field(default_factory=lambda: crowd_of(()))
    text: str = ""


def agrees(draft: Draft, last: Mention, wanted: Gender) -> bool:
    """True where a pronoun of that kind can mean the draft: *it* is no person but state *media*, *she* no man."""
    gender = draft.gender or Gender.IT
    if wanted in {Gender.HE, Gender.SHE}:
        if gender in {Gender.HE, Gender.SHE}:
            return gender is wanted
        return gender is Gender.PERSON or _may_be_mistaken(draft, last)
    if wanted is Gender.IT and draft.kind is EntityKind.MEDIUM:
        return True
    if wanted is Gender.IT:
        return gender is Gender.IT and not (last.plural and last.form is MentionForm.NOMINAL)
    return gender in {Gender.THEY, Gender.IT, Gender.PERSON}


def _may_be_mistaken(draft: Draft, last: Mention) -> bool:
    """True for a short name, a capitalised phrase or a noun in -ist that may be a person's all the same."""
    if not draft.names:
        words = (draft.description or "").split()
        first = draft.mentions[0]
        if draft.kind is not EntityKind.UNKNOWN:
            return False
        if words and words[-1][:1].isupper() and len(words) <= MOST_WORDS_UNNAMED:
            return True
        return not first.plural and first.lemma.endswith(_PERSON_ENDINGS)
    if draft.canonical is not None or draft.votes.get(draft.kind, 0) >= SURE_VOTES:
        return False
    if any(len(name.split()) > 2 or is_acronym(name) for name in draft.names):
        return False
    return last.name is None or last.span.start >= last.name.start - LONGEST_WORD_BEFORE


def features(pronoun: Mention, word: str, track: Track, place: tuple[int, int], around: Surroundings) -> Iterator[str]:
    """The features that hold; `place` is the rank by recency among those that agree, and among subjects."""
    wanted = PRONOUNS[word]
    family = "he" if wanted in {Gender.HE, Gender.SHE} else wanted.value
    for feature in _plain(pronoun, word, track, place, around):
        yield f"{family}|{feature}"


def _plain(pronoun: Mention, word: str, track: Track, place: tuple[int, int], around: Surroundings) -> Iterator[str]:
    last, draft = track.last, track.draft
    distance = pronoun.sentence - last.sentence
    role, own = role_of(last), role_of(pronoun)
    yield f"distance:{min(distance, 5)}"
    yield f"role:{role}:{min(distance, 2)}"
    yield f"roles:{own}:{role}:{min(distance, 1)}"
    yield f"form:{last.form}:{min(distance, 1)}"
    yield f"rank:{min(place[0], 6)}"
    yield f"letters:{(max(pronoun.span.start - last.span.end, 0) // 8).bit_length()}"
    yield f"subject_rank:{min(place[1], 4)}:{role == 'subject'}"
    yield f"count:{_bucket(track.count)}"
    yield f"named:{_bucket(track.named)}"
    yield f"kind:{draft.kind}:{draft.gender}"
    yield f"paragraph:{min(pronoun.paragraph - last.paragraph, 2)}"
    yield f"own_opens:{around.opens}:{role}:{min(distance, 1)}"
    if track.opens_sentence:
        yield f"opens:{min(distance, 1)}"
    if track.last_pronoun is not None:
        yield f"pronoun_before:{PRONOUNS.get(track.last_pronoun) is PRONOUNS[word]}"
    if last.span.start > pronoun.span.start:
        yield f"cataphora:{own}:{role}:{around.opens}"
    if distance == 0 and pronoun.governor is not None:
        yield from _in_clause(pronoun, last)
        yield from tree_features(pronoun, last)
    yield from _standing(pronoun, track, around)
    yield from _wording(pronoun, word, track, around.text)
    if draft is around.last_speaker:
        yield f"last_speaker:{around.form is None}"
    if around.speaker is not None:
        yield f"speaker:{around.form}:{draft is around.speaker}"
    if around.own_words:
        yield f"own_words:{any_covers(around.own_words, last.head)}"
    if last.apposition_of is not None:
        yield "apposition"


def _standing(pronoun: Mention, track: Track, around: Surroundings) -> Iterator[str]:
    """How much is spoken of the thing, and where in front it stood, beside the others that agree."""
    last, role, own = track.last, role_of(track.last), role_of(pronoun)
    near = min(pronoun.sentence - last.sentence, 1)
    yield f"clause:{clause_of(last)}:{role}:{near}"
    yield f"own_clause:{clause_of(pronoun)}:{role}:{near}"
    yield f"subject_in:{min(pronoun.sentence - track.subject_in, 4)}:{own}"
    yield f"opened:{min(pronoun.sentence - track.opened, 4)}:{own}"
    crowd = around.crowd
    yield f"share:{4 * track.count // max(crowd.most, 1)}:{_bucket(crowd.most)}"
    yield f"most:{track.count == crowd.most}:{near}"
    yield f"crowd:{min(crowd.size, 6)}:{near}"
    yield f"same_sentence:{min(crowd.by_sentence.get(last.sentence, 0), 4)}:{role}"
    yield f"people:{min(crowd.people, 3)}:{is_person(track.draft)}"


def _wording(pronoun: Mention, word: str, track: Track, text: str) -> Iterator[str]:
    """The words of the last mention: *by* the army, *the* army, army."""
    last = track.last
    if word.endswith(("self", "selves")):
        is_bound = pronoun.sentence == last.sentence and last.governor == pronoun.governor
        yield f"reflexive:{is_bound}:{role_of(last)}"
    if last.relation == "pobj" and last.governor is not None:
        yield f"preposition:{last.governor.of(text).lower()}"
    if last.form is MentionForm.NOMINAL:
        first = last.span.of(text).split()[0].lower()
        yield f"noun:{last.lemma}"
        yield f"first:{first if first in _FIRST_WORDS else ''}:{last.plural}"
        yield f"capital:{last.head.of(text)[:1].isupper()}"
    else:
        words = (last.name or last.span).of(text).count(" ")
        yield f"name_words:{min(words, 2)}:{last.form}:{track.named > 1}"


def _in_clause(pronoun: Mention, last: Mention) -> Iterator[str]:
    if last.governor == pronoun.governor:
        yield f"same_governor:{role_of(last)}:{role_of(pronoun)}"
    if pronoun.governor == last.head:
        yield "governs"
    if pronoun.relation in _OWNERS and last.span.end <= pronoun.span.start:
        yield f"owner:{role_of(last)}"


def role_of(mention: Mention) -> str:
    """The part a mention plays in its clause, coarsely."""
    if mention.relation in _SUBJECTS:
        return "subject"
    if mention.relation in _OBJECTS:
        return "object"
    if mention.relation in _OWNERS:
        return "owner"
    return mention.relation if mention.relation in {"pobj", "conj", "appos", "compound"} else "other"


def is_person(draft: Draft) -> bool:
    """True for a draft that "he" or "she" may mean."""
    return draft.kind is EntityKind.PERSON or draft.gender in {Gender.HE, Gender.SHE, Gender.PERSON}


def _bucket(count: int) -> str:
    return str(count) if count < 3 else "3-4" if count < 5 else "5+"
