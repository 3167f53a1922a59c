"""Reports and incidents of a store with labels for persons, whichever of its reports knows that they are persons.

One report may give a name that its reading takes for a body, or for nothing, where another reading knows the person. So
the names that any reading of the store has are looked for in each.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from accordingto.export.rows import ExportedReport, Json
from accordingto.model.incident import Incident
from accordingto.redacting import Labels, named_persons, redact_claim, redact_incident, redact_reading
from accordingto.store.store import Store

LONGEST_NAME: Final = 5
"""Words of a name that is looked for in the reports that do not know it."""

_WORD: Final = re.compile(r"[^\W\d_][\w'’.-]*[\w]|[^\W\d_]")


def known_persons(store: Store) -> frozenset[str]:
    """The names of all persons that the current readings of the store know, in capitals and small letters as given."""
    readings = (store.reading(article.id) for article in store.articles_in_order())
    return frozenset(name for reading in readings if reading for name in named_persons(reading))


def persons_in(reading: Json, known: frozenset[str]) -> tuple[str, ...]:
    """The persons that the reading names, and those of the known ones whose names stand in its text or title."""
    text = f"{reading['article']['title'] or ''}\n{reading['article']['text']}"
    return tuple(dict.fromkeys([*named_persons(reading), *(name for name in _names(text) if name in known)]))


def redacted_report(report: ExportedReport, labels: Labels, known: frozenset[str]) -> ExportedReport:
    """The report with labels for all persons, in its claims too."""
    names = persons_in(report.reading, known)
    return ExportedReport(
        _redacted_reading(report.reading, names, labels),
        tuple(redact_claim(claim, labels, names=names) for claim in report.claims),
        {labels.of_id(claim): labels.of_id(incident) for claim, incident in report.incidents.items()},
    )


def redacted_incident(store: Store, incident: Incident, labels: Labels, known: frozenset[str]) -> Incident:
    """The incident with labels for all persons that the readings of its reports name."""
    readings = (store.reading(report.article) for report in incident.reports)
    names = dict.fromkeys(name for reading in readings if reading for name in persons_in(reading, known))
    return redact_incident(incident, labels, names=names)


def _redacted_reading(reading: Json, names: Iterable[str], labels: Labels) -> Json:
    """The reading with labels; names that its entities do not have as persons stand beside them while it is done."""
    own = set(named_persons(reading))
    added = [_person(number, name) for number, name in enumerate(names) if name not in own]
    changed = redact_reading(reading | {"entities": [*reading["entities"], *added]}, labels)
    return changed | {"entities": changed["entities"][: len(reading["entities"])]}


def _person(number: int, name: str) -> Json:
    nothing: Json = {"country": None, "sectors": [], "roles": [], "mentions": []}
    return {"id": f"added-{number}", "name": name, "kind": "person", **nothing}


def _names(text: str) -> Iterator[str]:
    """Every run of a few words that begins with a capital.

    >>> list(_names("then Ali Reza spoke"))
    ['Ali', 'Ali Reza', 'Ali Reza spoke', 'Reza', 'Reza spoke']
    """
    words = _WORD.findall(text)
    for start, word in enumerate(words):
        if word[0].isupper():
            for end in range(start + 1, min(start + LONGEST_NAME, len(words)) + 1):
                yield " ".join(words[start:end])
