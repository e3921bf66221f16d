from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.main import run
from bot.cli.streams import Streams

PAGE = """Lantern Row (1988) Poster

(1988)

User Reviews

3 Reviews
8/10
A lamp in every window
orla-vint5 March 2006
It was filmed by night, and every window in it has a lamp of its own.
12 out of 14 found this helpful. Was this review helpful? Sign in to vote.
Permalink
No rating from me
hessian19 May 2011
Warning: Spoilers
I could not make up my mind about it, then or now.
0 out of 0 found this helpful. Was this review helpful? Sign in to vote.
Permalink
"""
Done = tuple[int, str, str]
Pullquote = Callable[..., Done]


@pytest.fixture
def pullquote(tmp_path: Path) -> Pullquote:
    """Runs a command on an installation of its own: exit code, output, errors."""

    def pullquote(*argv: str, typed: str | bytes = "", **environ: str) -> Done:
        source = io.TextIOWrapper(
            io.BytesIO(typed.encode() if isinstance(typed, str) else typed), encoding="utf-8"
        )
        output, errors = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n") for _ in range(2))
        environ = {"PULLQUOTE_DATA": str(tmp_path / "data")} | environ
        code = run(argv, environ, Streams(source, output, errors), tmp_path)
        output.seek(0)
        errors.seek(0)
        return code, output.read(), errors.read()

    return pullquote


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "lantern.txt"
    path.write_text(PAGE)
    return path
