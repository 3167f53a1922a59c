"""What a server or an archive declares a body to be: a hint, which the bytes go before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

_CHARSET: Final = re.compile(r";\s*charset\s*=\s*[\"']?\s*([\w.:-]{3,30})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MediaType:
    """The type in lower case and the encoding, each None where it is not declared."""

    name: str | None = None
    encoding: str | None = None


def media_type(header: str) -> MediaType:
    """What a Content-Type header says.

    >>> media_type("Text/HTML; charset=ISO-8859-2")
    MediaType(name='text/html', encoding='ISO-8859-2')
    >>> media_type("")
    MediaType(name=None, encoding=None)
    """
    name = header.split(";", maxsplit=1)[0].strip().lower()
    charset = _CHARSET.search(header[:1000])
    return MediaType(name if "/" in name else None, charset[1] if charset else None)
