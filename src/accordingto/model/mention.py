"""Words that point to something: names, noun phrases and pronouns, with what the parse knows of them.

Grounding works on these alone, so that no parse is needed once they exist.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from accordingto.model.span import Span


class MentionForm(StrEnum):
    """How the words point: by name, by description, or by pronoun."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Mention:
    """One noun phrase.

    `span` is the phrase without relative clauses; `head` its head word; `label` the entity recogniser's label
    (PERSON, ORG, GPE, NORP, LOC, FAC, …) or None; `name` the span of the name inside a phrase such as "Iraqi
    Foreign Minister Hoshyar Zebari"; `lemma` the head's lemma in lower case; `relation` the head's dependency label
    (nsubj, dobj, pobj, appos, …); `governor` where the word it depends on stands; `apposition_of` the head
    of the phrase it stands in apposition to; `sentence` the number of its sentence in the article; `ancestors` the way
    from the head up to the sentence's root: where each word above begins, and the label by which one hangs on it.
    """

    span: Span
    head: Span
    form: MentionForm
    label: str | None
    name: Span | None
    lemma: str
    plural: bool
    relation: str
    governor: Span | None
    apposition_of: Span | None
    sentence: int
    paragraph: int
    ancestors: tuple[tuple[int, str], ...] = field(default=(), compare=False)

    def __hash__(self) -> int:
        """By where it stands: mentions are looked up some 1,500 times a report."""
        return hash((self.span.start, self.span.end, self.head.start))
