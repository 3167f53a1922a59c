"""Several options of a command given to it as one object, so that commands that share them share the object."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields
from functools import wraps
from typing import Any

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]  # click decorates any command


def grouped(name: str, kind: type[Any], *options: Decorator) -> Decorator:
    """The options, in the order of the help, given to the command as one `kind` under the name.

    `kind` is a dataclass whose fields are named as the options' values are.
    """
    taken = [field.name for field in fields(kind)]

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def with_one(**given: Any) -> Any:
            return command(**{name: kind(**{field: given.pop(field) for field in taken})}, **given)

        decorated: Callable[..., Any] = with_one
        for option in reversed(options):
            decorated = option(decorated)
        return decorated

    return decorate
