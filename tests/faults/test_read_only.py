"""Where nothing can be written, questions are answered all the same, and what would write says so."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bot.discord_app.connecting import open_servers
from bot.errors import StoreError
from bot.indexing import index_files, page_files
from bot.settings import Settings
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.safekeeping import back_up, find_faults
from bot.store.servers import Choices, all_choices, save_choices
from tests.faults.killing import ROOT, write_pages
from tests.store.earlier_libraries import file_of


@pytest.fixture
def data(tmp_path: Path) -> Iterator[Path]:
    """An installation with a library that was closed."""
    folder = tmp_path / "data"
    write_pages(tmp_path / "pages", 2)
    with Library(folder / "library.db") as library:
        index_files(library, page_files([tmp_path / "pages"]))
    yield folder
    folder.chmod(0o755)


def without_room(data: Path, *argv: str) -> subprocess.CompletedProcess[str]:
    """Run a command that can't make any file longer, as on a full disk."""
    return subprocess.run(
        [sys.executable, "-m", "bot", *argv],
        cwd=data.parent,
        env=os.environ | {"PULLQUOTE_DATA": str(data), "PYTHONPATH": str(ROOT)},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0)),
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


def test_without_room_questions_are_answered_and_an_import_is_refused(data: Path) -> None:
    before = (data / "library.db").read_bytes()
    answered = without_room(data, "ask", "films")
    assert (answered.returncode, answered.stderr) == (0, "")
    assert "2 films with 24 reviews" in answered.stdout
    refused = without_room(data, "import", str(data.parent / "pages"))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1
    assert "library.db" in refused.stderr
    started = without_room(data)
    assert "questions are answered, and no more" in started.stderr
    examined = without_room(data, "doctor")
    assert "WRONG  Library" in examined.stdout
    assert (data / "library.db").read_bytes() == before


def test_a_file_that_may_only_be_read_is_read(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = data / "library.db"
    monkeypatch.setattr("bot.store.opening.os.access", lambda *_: False)
    with Library(path) as library:
        assert len(all_films(library)) == 2
        assert find_faults(library) == ()
        back_up(library, data.parent / "copy.db")
        with pytest.raises(StoreError, match=r"can't be opened for writing .* Check who owns"):
            index_files(library, page_files([data.parent / "pages"]))
        monkeypatch.undo()
        assert index_files(library, page_files([data.parent / "pages"])).counts.unchanged == 24
        assert library.unwritable is None
        assert len(all_films(library)) == 2


def test_a_folder_that_may_only_be_read_is_read(data: Path) -> None:
    data.chmod(0o555)
    if os.access(data, os.W_OK):
        pytest.skip("whoever runs this may write everywhere")
    with Library(data / "library.db") as library:
        assert len(all_films(library)) == 2
        with pytest.raises(StoreError, match="can't be opened for writing"):
            index_files(library, page_files([data.parent / "pages"]))


def test_an_earlier_library_is_not_read_where_it_cannot_be_brought_up_to_date(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(file_of("library", 1).read_text(encoding="utf-8"))
    monkeypatch.setattr("bot.store.opening.os.access", lambda *_: False)
    with pytest.raises(StoreError, match="of an earlier Pullquote"):
        Library(path)


def test_where_no_first_file_can_be_made_servers_choose_for_a_while(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    settings = Settings.from_env({"PULLQUOTE_DATA": str(tmp_path)})
    settings.servers.symlink_to(tmp_path / "nowhere" / "servers.db")
    with open_servers(settings) as servers:
        save_choices(servers, 7, Choices(prefix="?"))
        assert all_choices(servers) == {7: Choices(prefix="?")}
        place = servers.path.parent
    assert "can't be opened for writing" in caplog.text
    assert "are forgotten when this ends" in caplog.text
    assert not place.exists()
