"""Where a pronoun and what it may mean stand to each other in the sentence's tree, as features for the ranker."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.model.mention import Mention

_CLAUSES = frozenset({"advcl", "relcl", "ccomp", "xcomp", "acl", "conj", "pcomp", "csubj", "parataxis", "csubjpass"})
_LONGEST_PATH = 6

Path = tuple[tuple[int, str], ...]


def tree_features(pronoun: Mention, last: Mention) -> Iterator[str]:
    """The way from the pronoun up to what holds both and down again: Ruiz told Haddad that *he* must leave."""
    up, down = _to_common(pronoun, last)
    if not up and not down:
        return
    clauses = "/".join([label for _, label in up if label in _CLAUSES][-2:])
    top = down[-1][1] if down else "self"
    yield f"path:{clauses}:{top}"
    yield f"path_down:{top}:{_clauses(down)}"
    yield f"path_length:{min(len(up) + len(down), _LONGEST_PATH)}"
    if len(down) == 1:
        yield f"over:{clauses}"
    if len(up) == 1:
        yield f"under:{top}"


def clause_of(mention: Mention) -> str:
    """The clauses above a mention, the outermost two: "" for the main clause, "ccomp" for what is said in it."""
    return _clauses(mention.ancestors)


def _to_common(pronoun: Mention, last: Mention) -> tuple[Path, Path]:
    """The steps up from each of the two to the first word above both (or to one of them)."""
    above = {pronoun.head.start: 0} | {start: steps for steps, (start, _) in enumerate(pronoun.ancestors, 1)}
    if last.head.start in above:
        return pronoun.ancestors[: above[last.head.start]], ()
    for steps, (start, _) in enumerate(last.ancestors, 1):
        if start in above:
            return pronoun.ancestors[: above[start]], last.ancestors[:steps]
    return (), ()


def _clauses(path: Path) -> str:
    return "/".join([label for _, label in path if label in _CLAUSES][-2:])
