"""The command line: the only room that prints, exits and reads the environment."""

from accordingto.cli.main import main

__all__ = ["main"]
