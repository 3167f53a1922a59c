"""The scripts of the how-to page run in plain bash, and name commands and options that there are."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from accordingto.cli.main import commands

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "read-an-archive-on-many-machines.md"
STAND_IN = """#!/bin/bash
printf '%s\\t' "$@" >> "$LOG"
echo >> "$LOG"
if [ "$2" = read ]; then mkdir -p "$5"; echo "$3" > "$5/shard-000000.parquet"; echo "$3" > "$5/shard-000001.parquet"; fi
exit "${STATUS:-0}"
"""
"""What stands in for the program: it notes what it was asked, and leaves two shards where it reads."""

pytestmark = pytest.mark.skipif(sys.platform == "win32" or shutil.which("bash") is None, reason="scripts for bash")


def scripts(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


@pytest.fixture
def node(tmp_path: Path) -> dict[str, str]:
    """The environment of a node on which the stand-in is the program, and srun runs what it is given."""
    for name, script in (("accordingto", STAND_IN), ("srun", '#!/bin/bash\nexec "$@"\n')):
        (tmp_path / name).write_text(script, encoding="utf-8")
        (tmp_path / name).chmod(0o755)
    given = {"ARCHIVE": "archive", "PARTS": str(tmp_path / "parts"), "SHARDS": str(tmp_path / "shards"),
             "LOG": str(tmp_path / "log"), "SLURM_CPUS_PER_TASK": "8"}  # fmt: skip
    return {"PATH": f"{tmp_path}:/usr/bin:/bin", **given}


def ran(script: str, environment: dict[str, str]) -> int:
    return subprocess.run(["bash", "-c", script], env=environment, check=False, capture_output=True).returncode


def asked(node: dict[str, str]) -> list[list[str]]:
    return [line.split("\t")[:-1] for line in Path(node["LOG"]).read_text(encoding="utf-8").splitlines()]


def test_the_scripts_cut_read_and_link(node: dict[str, str], tmp_path: Path) -> None:
    cut, read, link = scripts("bash")
    assert ran(cut, node) == 0
    for task in ("0", "1"):
        assert ran(read, {**node, "SLURM_ARRAY_TASK_ID": task, "STATUS": "3"}) == 0
    for _ in range(2):
        assert ran(link, node) == 0
    files = sorted((tmp_path / "shards" / "all").iterdir())
    assert [file.name for file in files] == [f"shard-{number:06d}.parquet" for number in range(4)]
    parts = [Path(file.read_text(encoding="utf-8").strip()).stem for file in files]
    assert parts == ["part-00000", "part-00000", "part-00001", "part-00001"]
    for line in asked(node):
        (tmp_path / "shards" / "all").mkdir(parents=True, exist_ok=True)
        commands.commands["shards"].commands[line[1]].make_context("shards", line[2:])  # type: ignore[attr-defined]


@pytest.mark.parametrize(("status", "expected"), [("0", 0), ("3", 0), ("1", 1), ("137", 1)])
def test_a_task_whose_program_failed_fails(node: dict[str, str], status: str, expected: int) -> None:
    task = {**node, "SLURM_ARRAY_TASK_ID": "7", "STATUS": status}
    assert ran(scripts("bash")[1], task) == expected
    (pod,) = re.findall(r"^            - \|\n((?:              .*\n)+)", scripts("yaml")[0], re.MULTILINE)
    inside = pod.replace("/archive", str(Path(node["LOG"]).parent / "archive"))
    assert ran(inside, {**task, "JOB_COMPLETION_INDEX": "7"}) == expected
    assert [Path(line[2]).name for line in asked(node)] == ["part-00007.jsonl"] * 2
