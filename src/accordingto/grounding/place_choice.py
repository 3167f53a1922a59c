"""Which of the places of one name an article means.

Every name of the article is chosen for together: a place gains from people who live there, from a container named
after it, from the countries and regions the article speaks of, and from nearness to what the other names may mean
(Lieberman and Samet's "adaptive context" works on the same ground).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from accordingto.grounding.gazetteer import Candidate, PlaceKind
from accordingto.grounding.place_evidence import PlaceEvidence
from accordingto.grounding.toponyms import Toponym

Floats = NDArray[np.float64]

KIND_SCORE = {
    PlaceKind.COUNTRY: 3.0,
    PlaceKind.REGION: 1.0,
    PlaceKind.DISTRICT: -1.0,
    PlaceKind.CITY: 0.5,
    PlaceKind.SITE: 1.0,
    PlaceKind.AREA: 2.0,
}
POPULATION_SCORE = 0.8
MAIN_SCORE = 1.0
COUNTRY_SCORE = 2.0
REGION_SCORE = 2.5
NEAR_SCORE = 2.0
NEAR_KM = 120.0
MOST_POINTS = 600
"""Candidates compared by distance; more would cost more than a millisecond or two."""
EARTH_KM = 6371.0


@dataclass(frozen=True, slots=True)
class _Table:
    """Names of the article (each with its container) against the places they may mean."""

    keys: list[tuple[str, int | None]]
    candidates: list[list[Candidate]]


def choose_places(toponyms: Sequence[Toponym], evidence: PlaceEvidence) -> tuple[Candidate, ...]:
    """The place that each toponym means, in the same order."""
    keys = _keys(toponyms)
    table = _table(toponyms, keys)
    scores = [[_own_score(candidate, evidence) for candidate in row] for row in table.candidates]
    near = _nearness(table, scores)
    best = {
        key: max(zip(row, own, close, strict=True), key=lambda option: option[1] + NEAR_SCORE * option[2])[0]
        for key, row, own, close in zip(table.keys, table.candidates, scores, near, strict=True)
    }
    return tuple(best[key] for key in keys)


def _keys(toponyms: Sequence[Toponym]) -> list[tuple[str, int | None]]:
    """The name with the container that holds it; a name alone goes with the container it had before, or has later."""
    containers: dict[str, int] = {}
    for toponym in toponyms:
        holding = _holding(toponym)
        if holding is not None:
            containers.setdefault(toponym.key, holding)
    keys: list[tuple[str, int | None]] = []
    for toponym in toponyms:
        holding = _holding(toponym)
        if holding is not None:
            containers[toponym.key] = holding
        keys.append((toponym.key, containers.get(toponym.key)))
    return keys


def _holding(toponym: Toponym) -> int | None:
    """The id of the first container that holds any of the candidates."""
    return next(
        (box.id for box in toponym.containers if any(lies_in(candidate, box) for candidate in toponym.candidates)), None
    )


def lies_in(candidate: Candidate, container: Candidate) -> bool:
    """True where the gazetteer has the one within the other."""
    if candidate.id == container.id:
        return False
    if container.kind == PlaceKind.COUNTRY:
        return candidate.country == container.country and candidate.kind != PlaceKind.COUNTRY
    return container.id in {candidate.region, candidate.district}


def _table(toponyms: Sequence[Toponym], keys: list[tuple[str, int | None]]) -> _Table:
    rows: dict[tuple[str, int | None], list[Candidate]] = {}
    boxes = {box.id: box for toponym in toponyms for box in toponym.containers}
    for toponym, key in zip(toponyms, keys, strict=True):
        if key in rows:
            continue
        held = [candidate for candidate in toponym.candidates if key[1] and lies_in(candidate, boxes[key[1]])]
        rows[key] = held or list(toponym.candidates)
    return _Table(list(rows), list(rows.values()))


def _own_score(candidate: Candidate, evidence: PlaceEvidence) -> float:
    score = POPULATION_SCORE * float(np.log10(candidate.population + 10)) + KIND_SCORE[candidate.kind]
    score += MAIN_SCORE if candidate.is_main else 0.0
    countries = sum(evidence.countries.values()) + 1
    if candidate.country is not None:
        score += COUNTRY_SCORE * evidence.countries[candidate.country] / countries
    if candidate.region is not None and evidence.regions[candidate.region]:
        score += REGION_SCORE * evidence.regions[candidate.region] / (sum(evidence.regions.values()) + 1)
    return score


def _nearness(table: _Table, scores: list[list[float]]) -> list[list[float]]:
    """For each candidate how near it is to what the other names may mean: 1 for one likely place at no distance."""
    flat = [(index, candidate) for index, row in enumerate(table.candidates) for candidate in row]
    near = [[0.0] * len(row) for row in table.candidates]
    if len(table.keys) < 2 or len(flat) > MOST_POINTS:
        return near
    likely = np.concatenate([_softmax(np.array(row)) for row in scores])
    names = np.array([index for index, _ in flat])
    kernel = np.exp(-_distances([candidate for _, candidate in flat]) / NEAR_KM)
    kernel[names[:, None] == names[None, :]] = 0.0
    weighted = kernel * likely[None, :]
    for position, (index, _) in enumerate(flat):
        best = np.zeros(len(table.keys))
        np.maximum.at(best, names, weighted[position])
        near[index][position - int(np.searchsorted(names, index))] = float(best.sum())
    return near


def _softmax(row: Floats) -> Floats:
    powers: Floats = np.exp(row - row.max())
    shares: Floats = powers / powers.sum()
    return shares


def _distances(candidates: list[Candidate]) -> Floats:
    """Kilometres between all pairs; endless to one without a point."""
    points = np.radians([(place.latitude or 0.0, place.longitude or 0.0) for place in candidates])
    pointless = np.array([place.latitude is None or place.kind == PlaceKind.REGION for place in candidates])
    latitude, longitude = points[:, 0], points[:, 1]
    vectors = np.stack(
        [np.cos(latitude) * np.cos(longitude), np.cos(latitude) * np.sin(longitude), np.sin(latitude)], 1
    )
    distances: Floats = EARTH_KM * np.arccos(np.clip(vectors @ vectors.T, -1.0, 1.0))
    distances[pointless, :] = np.inf
    distances[:, pointless] = np.inf
    return distances
