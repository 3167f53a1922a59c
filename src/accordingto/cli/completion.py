"""`accordingto completion`: the script that makes a shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from accordingto.cli import streams

_EXAMPLE = """\b
Examples:
  accordingto completion bash >> ~/.bashrc
  accordingto completion zsh  >> ~/.zshrc
  accordingto completion fish >  ~/.config/fish/completions/accordingto.fish
"""


@click.command(epilog=_EXAMPLE, short_help="Write the completion script of a shell.")
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Write the completion script of a shell, to be added to its start-up file."""
    complete = get_completion_class(shell)
    assert complete is not None
    streams.write([complete(context.find_root().command, {}, "accordingto", "_ACCORDINGTO_COMPLETE").source(), "\n"])
