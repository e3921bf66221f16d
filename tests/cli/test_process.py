"""What only a process of its own shows: its streams, signals and exit codes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.settings import KEYS
from tests.cli.conftest import PAGE

ROOT = Path(__file__).resolve().parent.parent.parent


def environ(folder: Path) -> dict[str, str]:
    ours = {"PULLQUOTE_DATA": str(folder / "data"), "DISCORD_TOKEN": "", "PYTHONPATH": str(ROOT)}
    return {key: value for key, value in os.environ.items() if key not in KEYS} | ours


def command(*argv: str) -> list[str]:
    return [sys.executable, "-m", "bot", *argv]


def test_module_is_the_command(tmp_path: Path) -> None:
    done = subprocess.run(
        command("import", "-"), input=PAGE.encode(), capture_output=True, env=environ(tmp_path), cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"New        2" in done.stdout


def test_output_that_nobody_reads_ends_quietly(tmp_path: Path) -> None:
    many = PAGE.split("8/10\n")[0] + "".join(
        f"8/10\nTitle {number}\nreader{number}a5 May 2010\n{'So it goes on. ' * 20}\n"
        "1 out of 2 found this helpful. Was this review helpful? Sign in to vote.\nPermalink\n"
        for number in range(2_000)
    )
    subprocess.run(
        command("import", "-"),
        input=many.encode(),
        env=environ(tmp_path),
        cwd=tmp_path,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    with subprocess.Popen(
        command("export", "--json"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ(tmp_path),
        cwd=tmp_path,
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(30) in (0, 1)


HEEDS_INTERRUPTS = (
    "import runpy, signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "runpy.run_module('bot', run_name='__main__', alter_sys=True)"
)
"""What a shell begins in the background ignores interrupts, and so would what the tests begin there."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_interrupt_is_exit_code_130(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HEEDS_INTERRUPTS, "ask", "--json", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environ(tmp_path),
        cwd=tmp_path,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(b"films\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b'{"question": "films"')
        process.send_signal(signal.SIGINT)
        assert process.wait(30) == 130
        assert process.stderr
        assert process.stderr.read() == b""


def test_each_json_line_is_flushed_before_the_next_question(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("ask", "--json", "-"),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environ(tmp_path),
        cwd=tmp_path,
    ) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(2):
            process.stdin.write(b"help\n")
            process.stdin.flush()
            assert process.stdout.readline().startswith(b'{"question": "help"')
        process.stdin.close()
        assert process.wait(30) == 0


def test_example_of_settings_explains_every_key() -> None:
    lines = (ROOT / ".env.example").read_text().splitlines()
    keys = [line.partition("=")[0] for line in lines if line and not line.startswith("#")]
    assert tuple(keys) == KEYS
    assert all(lines[lines.index(f"{key}=") - 1].startswith("#") for key in keys)


def test_an_interrupt_while_it_still_loads_is_quiet(tmp_path: Path) -> None:
    (tmp_path / "rich.py").write_text("raise KeyboardInterrupt\n")
    paths = os.pathsep.join((str(tmp_path), str(ROOT)))
    done = subprocess.run(
        command("films"), capture_output=True, env=environ(tmp_path) | {"PYTHONPATH": paths}, cwd=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
@pytest.mark.parametrize("argv", [["films"], ["ask", "--json", "films"], ["export", "--csv"], ["doctor"]])
def test_output_on_a_full_disk_is_a_sentence(tmp_path: Path, argv: list[str]) -> None:
    subprocess.run(command("import", "-"), input=PAGE.encode(), env=environ(tmp_path), check=True)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(*argv), stdout=full, stderr=subprocess.PIPE, env=environ(tmp_path), cwd=tmp_path
        )
    assert done.returncode == 1
    assert done.stderr.startswith(b"Standard input or output failed: No space left on device.")
    assert done.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize("rest", ["ask films >&-", "ask --json - <&-", "chat <&-", "films 2>&- >&-"])
def test_closed_streams_are_empty_ones(tmp_path: Path, rest: str) -> None:
    line = f'exec "$0" -m bot {rest}'
    done = subprocess.run(
        ["/bin/sh", "-c", line, sys.executable], capture_output=True, env=environ(tmp_path), cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="a file that fails while it is read")
@pytest.mark.parametrize("name", ["import", "parse"])
def test_a_file_that_fails_while_it_is_read_is_a_problem(tmp_path: Path, name: str) -> None:
    done = subprocess.run(
        command(name, "/proc/self/mem"), capture_output=True, env=environ(tmp_path), cwd=tmp_path
    )
    assert (done.returncode, done.stderr) == (1, b"")
    assert b"mem: this can't be read: " in done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="other systems take no such names")
def test_names_that_are_no_text_are_taken(tmp_path: Path) -> None:
    pages = tmp_path / "data" / "pages"
    pages.mkdir(parents=True)
    (pages / os.fsdecode(b"Am\xe9lie.txt")).write_text(PAGE)
    done = subprocess.run(command(), input=b"", capture_output=True, env=environ(tmp_path), cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"2 new reviews" in done.stdout
    told = [b"--film", b"\xe9t\xe9 (2004)"]
    done = subprocess.run(
        [*command("import", "-"), *told], input=PAGE.encode(), capture_output=True, env=environ(tmp_path)
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"?t? (2004)" in done.stdout
