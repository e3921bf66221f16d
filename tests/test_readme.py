"""The README is true: its session, its two commands, and the keys of `.env.example`."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from bot.answers.desk import Desk
from bot.indexing import index_files, page_files
from bot.questions.reading import read
from bot.store.library import Library
from tests.readme_session import README, ROOT, played, session


def test_the_session_prints_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert played(session()) == session()


@pytest.fixture(scope="module")
def sample_desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    with Library(tmp_path_factory.mktemp("samples") / "library.db") as library:
        index_files(library, page_files([ROOT / "data" / "pages"]))
        yield Desk(library)


def examples() -> list[str]:
    """What the README says can be typed, where it says more than a word of it."""
    part = README.read_text(encoding="utf-8").split("## What can be asked")[1].split("\n## ")[0]
    rows = [row.split("|") for row in part.splitlines() if row.startswith("| ")]
    in_a_table = [typed for row in rows for typed in re.findall("`([^`]+ [^`]+)`", row[2])]
    in_words = re.findall("`(![^`]+)`", part.replace("\n", " "))
    assert len(in_a_table) > 8
    assert len(in_words) > 1
    return [*in_a_table, *in_words]


@pytest.mark.parametrize("typed", examples())
def test_what_the_readme_says_can_be_typed_finds_something(typed: str, sample_desk: Desk) -> None:
    assert sample_desk.answer(read(typed, sample_desk.known())).found


def test_ci_runs_the_readmes_own_test_command() -> None:
    (command,) = [
        line for line in README.read_text(encoding="utf-8").splitlines() if line.endswith("uv run pytest")
    ]
    assert "uv run pytest" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert command.startswith("python3 -m pip install")


def test_every_room_stands_on_the_map() -> None:
    text = README.read_text(encoding="utf-8")
    for path in (ROOT / "bot").iterdir():
        if path.is_dir() and path.name != "__pycache__":
            assert f"`bot/{path.name}/`" in text
