"""Text from reports, which may hold anything, made fit for a file: no half characters, no formulas, no stray tabs."""

from __future__ import annotations

import json
import re
from typing import Any

_NOT_IN_TABLES = re.compile("[\x00\ud800-\udfff]")
_NOT_IN_JSON = re.compile("[\ud800-\udfff]")
_CONTROL = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]+")
_FORMULA = re.compile(r"'*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_ESCAPED_FORMULA = re.compile(r"'+[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]")
_UNKNOWN_CHARACTER = "\ufffd"
_OTHER_LINE_ENDS = {0x85: "\\u0085", 0x2028: "\\u2028", 0x2029: "\\u2029"}


def whole_text(text: str) -> str:
    """The text with each NUL and each half of a surrogate pair as U+FFFD, one for one, so that offsets stay.

    >>> whole_text("a\\x00b")
    'a\ufffdb'
    """
    return _NOT_IN_TABLES.sub(_UNKNOWN_CHARACTER, text)


def one_line(text: str) -> str:
    """The text on one line: line ends, tabs and other control characters are spaces.

    >>> one_line("Troops\\tfired\\r\\nat dawn")
    'Troops fired at dawn'
    """
    return _CONTROL.sub(" ", whole_text(text)).strip()


def without_formula(text: str) -> str:
    """The text with an apostrophe before it where a spreadsheet would take it for a formula; see `with_formula`.

    >>> without_formula("=1+1"), without_formula("Troops"), without_formula("'=1")
    ("'=1+1", 'Troops', "''=1")
    """
    return f"'{text}" if _FORMULA.match(text) else text


def with_formula(cell: str) -> str:
    """The text of a cell that `without_formula` wrote.

    >>> with_formula("'=1+1"), with_formula("'Tis so")
    ('=1+1', "'Tis so")
    """
    return cell[1:] if _ESCAPED_FORMULA.match(cell) else cell


def json_text(value: Any, *, indent: int | None = None) -> str:  # any JSON value
    """The value as JSON that UTF-8 can hold: half of a surrogate pair is written as an escape, nothing is lost.

    >>> json_text({"text": "Maïa"}), json_text("a\\ud800")
    ('{"text": "Maïa"}', '"a\\\\ud800"')
    """
    text = json.dumps(value, ensure_ascii=False, indent=indent, allow_nan=False)
    if _NOT_IN_JSON.search(text):
        return json.dumps(value, indent=indent, allow_nan=False)
    return text.translate(_OTHER_LINE_ENDS)


def json_line(value: Any) -> bytes:  # any JSON value
    """The value on a line of its own."""
    return (json_text(value) + "\n").encode()
