"""How far the reports of incidents differ in a slot."""

from __future__ import annotations

from collections.abc import Iterable

from accordingto.model.incident import Incident, Slot
from accordingto.record.aggregation_values import slot_values
from accordingto.record.disagreement import Disagreement, diagnose


def diagnose_slot(incidents: Iterable[Incident], slot: Slot, *, kind: str = "killed") -> Disagreement:
    """The measures of disagreement over incidents for one slot; `kind` is what is counted in `how_many`."""
    return diagnose([slot_values(incident, slot, kind=kind) for incident in incidents])
