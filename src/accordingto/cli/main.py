"""The command `accordingto`: its subcommands, and how errors become messages and exit statuses."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Sequence
from types import FrameType

import click

from accordingto.cli import streams
from accordingto.cli.actor_command import actor
from accordingto.cli.add_command import add
from accordingto.cli.compare_command import compare
from accordingto.cli.completion import completion
from accordingto.cli.demo import demo
from accordingto.cli.doctor import doctor
from accordingto.cli.eval_command import evaluate
from accordingto.cli.export_command import export
from accordingto.cli.forget_command import forget
from accordingto.cli.read_command import read
from accordingto.cli.record_commands import explain, incidents, show, timeline
from accordingto.cli.review_command import review
from accordingto.cli.serve_command import publish, serve
from accordingto.cli.shards_command import shards
from accordingto.cli.store_command import store
from accordingto.cli.track_command import track
from accordingto.cli.watch_command import watch
from accordingto.model.errors import AccordingToError

ALL_WELL, FAILED, INTERRUPTED = 0, 1, 130

_NAME = "accordingto"
_OF_A_PLACE = frozenset(
    (errno.EACCES, errno.EDQUOT, errno.EISDIR, errno.ENAMETOOLONG, errno.ENOENT, errno.ENOSPC, errno.ENOTDIR,
     errno.EPERM, errno.EROFS)
)  # fmt: skip
"""What is wrong with a place that the user named, rather than with the program."""
_COMPLETE = "_ACCORDINGTO_COMPLETE"  # set by a shell that asks for completions

_EXAMPLE = """\b
Examples:
  accordingto demo
  accordingto read report.txt --published 2024-05-17 --publisher "Gulf Herald"
  accordingto read reports/ --workers 2 > readings.jsonl
  accordingto add reports/ --store record.db
"""


@click.group(epilog=_EXAMPLE, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="accordingto", message="accordingto %(version)s")
def commands() -> None:
    """Who did what to whom, where and when, according to whom.

    Reads news reports and writes what each source in them claims. Data goes to stdout, messages to stderr.
    Exit status: 0 all well, 1 failed, 2 wrong usage, 3 some inputs failed.
    """


for command in (
    read,
    add,
    watch,
    incidents,
    show,
    explain,
    timeline,
    review,
    store,
    forget,
    track,
    serve,
    publish,
    demo,
    actor,
    export,
    compare,
    shards,
    doctor,
    evaluate,
    completion,
):
    commands.add_command(command)


def main() -> None:
    """Run the command line and leave the process with its exit status."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # small matrices: more threads only get in each other's way
    streams.use_utf8()
    signal.signal(signal.SIGTERM, _terminate)
    if _COMPLETE in os.environ:
        commands.main(prog_name=_NAME)
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit status of one command line; messages have been written by then."""
    if any("\0" in argument for argument in arguments):  # no shell can give one, but a caller of this function can
        streams.say("accordingto: one of the arguments holds a null byte. Leave it out.")
        return click.UsageError.exit_code
    try:
        with commands.make_context(_NAME, list(arguments)) as context:
            commands.invoke(context)
        sys.stdout.flush()
    except click.exceptions.Exit as left:
        return left.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except AccordingToError as error:
        streams.say(f"accordingto: {error}")
        return FAILED
    except UnicodeEncodeError:
        if all(map(_is_text, arguments)):
            raise
        streams.say("accordingto: one of the arguments holds bytes that are no UTF-8 text. Write it in UTF-8.")
        return click.UsageError.exit_code
    except BrokenPipeError:  # whoever read our output has had enough of it
        streams.close_quietly()
    except OSError as error:  # of the output: what is read, and the store, tell theirs in their own words
        if error.errno not in _OF_A_PLACE:
            raise
        if error.filename is None:
            streams.close_quietly()
        place = f"open {error.filename}" if error.filename else "write"
        streams.say(f"accordingto: cannot {place}: {error.strerror}.")
        return FAILED
    except (KeyboardInterrupt, click.Abort):
        streams.say("")
        return INTERRUPTED
    return ALL_WELL


def _terminate(number: int, frame: FrameType | None) -> None:
    """End as after an error, so that the workers end too."""
    sys.exit(128 + number)


def _is_text(argument: str) -> bool:
    """True where no byte of the argument had to be passed on as a lone surrogate."""
    return argument.encode("utf-8", errors="replace").decode() == argument
