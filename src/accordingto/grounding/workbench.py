"""An article's drafts on the bench: names put together, descriptions put to them, pronouns ready to be linked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.grounding.describe import describe_named, drop_namesakes, take_roles
from accordingto.grounding.drafts import Draft
from accordingto.grounding.name_clusters import NameClusters
from accordingto.grounding.nominals import Nominals
from accordingto.grounding.pointing import Pointers
from accordingto.grounding.pronoun_ranker import Ranker, shipped_ranker
from accordingto.grounding.pronouns import Pronouns
from accordingto.grounding.voices import Voices
from accordingto.model.article import Article
from accordingto.model.attribution import Attribution
from accordingto.model.mention import Mention


@dataclass(frozen=True, slots=True)
class Workbench:
    """The drafts, which mention belongs to which, and the parts that know how to go on."""

    drafts: list[Draft]
    by_mention: dict[Mention, Draft]
    nominals: Nominals
    pointers: Pointers
    pronouns: Pronouns


def lay_out(
    article: Article,
    mentions: Sequence[Mention],
    attributions: Sequence[Attribution],
    ranker: Ranker | None = None,
) -> Workbench:
    """Names and descriptions put together; pronouns not yet. Without a ranker, that of the shipped weights.

    Roles that stand beside names are taken first, since descriptions find their person by them ("the minister").
    """
    text = article.text
    clusters = NameClusters(text)
    by_mention = clusters.add_all(mentions)
    drafts = clusters.drafts
    for draft in drafts:
        take_roles(draft, text, article.published)
    nominals = Nominals(text, drafts, by_mention)
    nominals.add_all(mentions)
    for draft in drafts:
        if draft.names:
            describe_named(draft, text, article.published)
    drop_namesakes(drafts, article.published)
    pointers = Pointers(mentions)
    pronouns = Pronouns(text, Voices(attributions, pointers, by_mention), by_mention, ranker or shipped_ranker())
    return Workbench(drafts, by_mention, nominals, pointers, pronouns)
