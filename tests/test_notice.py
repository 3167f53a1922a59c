"""NOTICE names everything that an installation brings, and nothing of it is under the GPL alone."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path

from packaging.requirements import Requirement

NOTICE = Path(__file__).parent.parent / "NOTICE"
LOCK = NOTICE.with_name("uv.lock")


def installed() -> dict[str, Distribution]:
    """Every package that accordingto needs at run time, directly or not."""
    found: dict[str, Distribution] = {}
    waiting = ["accordingto"]
    while waiting:
        name = waiting.pop()
        try:
            package = distribution(name)
        except PackageNotFoundError:  # needed on other systems only
            continue
        if package.name not in found:
            found[package.name] = package
            needed = map(Requirement, package.requires or [])
            waiting += [need.name for need in needed if need.marker is None or need.marker.evaluate({"extra": ""})]
    return found


def locked() -> set[str]:
    """Every package of the lock that an installation with any of the extras may bring, on any system."""
    packages = {each["name"]: each for each in tomllib.loads(LOCK.read_text(encoding="utf-8"))["package"]}
    found: set[str] = set()
    waiting = ["accordingto"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            extras = packages[name].get("optional-dependencies", {}) if name == "accordingto" else {}
            for need in (*packages[name].get("dependencies", ()), *chain.from_iterable(extras.values())):
                waiting.append(need["name"])
                offered = packages[need["name"]].get("optional-dependencies", {})
                waiting += [each["name"] for extra in need.get("extra", ()) for each in offered[extra]]
    return found


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_notice_names_every_package() -> None:
    named = {plain(word) for word in re.findall(r"[\w.-]*\w", NOTICE.read_text(encoding="utf-8"))}
    assert {plain(name) for name in (*installed(), *locked())} - named == set()
    assert {"onnxruntime", "distributed", "psycopg", "scipy"} <= locked()


def test_no_package_is_under_the_gpl_alone() -> None:
    for name, package in installed().items():
        licence = " ".join(package.metadata.get_all("License-Expression") or package.metadata.get_all("License") or [])
        assert "GPL" not in licence or " OR " in licence, f"{name}: {licence}"
