"""A progress bar where a person looks on, and only there: a real pseudo-terminal stands for the person's."""

import os
import pathlib
import pty
import subprocess
import sys

import pytest


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> pathlib.Path:
    made = tmp_path_factory.mktemp("six")
    for n in range(6):
        (made / f"{n}.txt").write_text(
            f"Bridge {n} in Maribor closes\n\nBridge {n} in Maribor was closed on Monday for repairs.\n", "utf-8"
        )
    return made


def seen_on_terminal(*words: str) -> str:
    """What reaches standard error when it is a terminal and standard output is not."""
    ours, theirs = pty.openpty()
    with subprocess.Popen([sys.executable, "-m", "twosource", *words], stdout=subprocess.DEVNULL, stderr=theirs) as run:
        os.close(theirs)
        seen = b""
        while True:
            try:
                read = os.read(ours, 65536)
            except OSError:  # Linux: the other end is closed
                break
            if not read:
                break
            seen += read
    os.close(ours)
    assert run.returncode == 0
    return seen.decode()


def test_more_than_a_handful_shows_progress(folder: pathlib.Path) -> None:
    assert "reading" in seen_on_terminal("brief", str(folder))


def test_quiet_shows_nothing(folder: pathlib.Path) -> None:
    assert "reading" not in seen_on_terminal("brief", str(folder), "--quiet")


def test_a_handful_shows_nothing(folder: pathlib.Path) -> None:
    assert "annotating" not in seen_on_terminal("annotate", *(str(folder / f"{n}.txt") for n in range(5)))


def test_nothing_when_piped(folder: pathlib.Path) -> None:
    run = subprocess.run([sys.executable, "-m", "twosource", "brief", str(folder)], capture_output=True, check=True)
    assert run.stderr == b""
