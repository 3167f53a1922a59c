"""`accordingto serve` and `publish` as a process."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from accordingto.store.open import open_store

COMMAND = [sys.executable, "-c", "from accordingto.cli import main; main()"]


@pytest.fixture
def store_file(tmp_path: Path) -> str:
    path = str(tmp_path / "record.db")
    open_store(path, create=True).close()
    return path


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_an_empty_store_is_served_and_says_what_to_do(store_file: str, host: str) -> None:
    """On this machine without a token, elsewhere with the one that is printed."""
    arguments = [*COMMAND, "serve", "--store", store_file, "--port", "0", "--host", host]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        try:
            address = process.stderr.readline().split(" is at ")[1].strip().replace("0.0.0.0", "127.0.0.1")
            assert ("token=" in address) is (host == "0.0.0.0")
            opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
            page = opener.open(address, timeout=30).read().decode()
            assert "accordingto add reports/" in page
            if "token=" in address:
                with pytest.raises(urllib.error.HTTPError, match="401"):
                    urllib.request.urlopen(address.partition("?")[0], timeout=30)
        finally:
            os.kill(process.pid, signal.SIGINT)
            process.wait(30)


def test_a_port_that_is_taken_is_said_so(store_file: str) -> None:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        done = run("serve", "--store", store_file, "--port", str(taken.getsockname()[1]))
    assert done.returncode == 1
    assert "--port 0" in done.stderr


@pytest.mark.parametrize("arguments", [["serve"], ["serve", "--demo", "--store", "x.db"]])
def test_serve_wants_a_store_or_the_demo(arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert "--demo" in done.stderr


def test_publish_writes_a_site(store_file: str, tmp_path: Path) -> None:
    done = run("publish", str(tmp_path / "site"), "--store", store_file)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "index.html").exists()
