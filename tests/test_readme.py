"""The README is true: its session, its two commands, and the keys of `.env.example`."""

from __future__ import annotations

import pytest

from tests.readme_session import README, ROOT, played, session


def test_the_session_prints_what_the_readme_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert played(session()) == session()


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
