"""The data files that the package ships: word lists, codebook, tables of facts."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


def read_data(name: str) -> str:
    """The text of a data file, such as "codebook.toml". Raises FileNotFoundError where it is not shipped."""
    return files("accordingto").joinpath("data", name).read_text(encoding="utf-8")


@cache
def load_toml(name: str) -> dict[str, Any]:  # values of a TOML table have no common type
    """A TOML data file as nested dictionaries, read once."""
    return tomllib.loads(read_data(name))
