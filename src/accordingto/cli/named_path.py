"""Paths that options name: an empty name, as an unset variable of a script leaves it, is wrong usage."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click


class NamedPath(click.Path):
    """click's own path, given as a Path, but for "", which would be the folder in which the command runs."""

    def __init__(self, *, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # click's signature
        """The path of the words. Fails where there are none."""
        if value == "":
            self.fail("found an empty name. Is a variable of your script not set?", param, ctx)
        return super().convert(value, param, ctx)


A_FILE = NamedPath(dir_okay=False)
A_FOLDER = NamedPath(file_okay=False)
