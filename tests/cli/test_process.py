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


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no SIGINT to one process")
def test_interrupt_is_exit_code_130(tmp_path: Path) -> None:
    with subprocess.Popen(
        command("ask", "--json", "-"),
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
