"""The session in the README, run as it stands; `python -m tests.readme_session` writes its output anew."""

from __future__ import annotations

import io
import re
import shlex
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.cli.main import run
from bot.cli.streams import Streams

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```)", re.DOTALL | re.MULTILINE)


def session() -> str:
    """The session of the README as it is printed there."""
    block = _BLOCK.search(README.read_text(encoding="utf-8"))
    assert block, "the README has a session"
    return block.group()


def played(session: str) -> str:
    """The same commands with what they print now, over a library of the sample pages."""
    commands = [line for line in session.splitlines() if line.startswith("$ ")]
    with TemporaryDirectory() as data:
        said(["import", str(ROOT / "data" / "pages")], data)
        return "\n".join(f"{command}\n{said(shlex.split(command)[2:], data)}" for command in commands)


def said(argv: list[str], data: str) -> str:
    """What the command prints, in a terminal of 80 columns."""
    output = io.StringIO()
    environ = {"PULLQUOTE_DATA": data, "DISCORD_TOKEN": ""}
    assert run(argv, environ, Streams(io.StringIO(), output, io.StringIO()), Path(data)) == 0
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines()) + "\n"


if __name__ == "__main__":
    text = README.read_text(encoding="utf-8")
    README.write_text(text.replace(session(), played(session())), encoding="utf-8")
