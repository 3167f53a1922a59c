"""Imported once by the process that every worker is a copy of: the reader and its model are loaded, and shared."""

from __future__ import annotations

from contextlib import suppress

from accordingto.model.errors import InstallationError
from accordingto.parse.language_model import load_language_model
from accordingto.reader import read_article

__all__ = ["read_article"]

with suppress(InstallationError):  # a worker says it, where it can be told
    load_language_model()
