"""The errors a caller may want to catch. Only the command line turns them into text and an exit status.

A message says what was wrong, what was found and what to do about it.
"""

from __future__ import annotations


class AccordingToError(Exception):
    """Anything this library raises on purpose."""


class InputError(AccordingToError):
    """An input that cannot be read as a report: missing, binary, empty, too large."""


class OptionError(AccordingToError):
    """An option with a value that means nothing here, such as a date that is no date."""


class InstallationError(AccordingToError):
    """A part of the installation that is missing or of the wrong version."""


class StoreError(AccordingToError):
    """A store that cannot be opened, read or written: not there, no store, written by a newer program, held, full."""
