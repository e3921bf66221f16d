from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.store.library import Library
from bot.store.servers import Choices, Servers, all_choices, save_choices
from tests.cli.conftest import PAGE, Pullquote


def backups(tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "data" / "backups").iterdir())


def test_a_backup_has_the_date_in_its_name_and_is_restored(
    pullquote: Pullquote, page: Path, tmp_path: Path
) -> None:
    pullquote("import", str(page))
    before = pullquote("export", "--json")
    code, output, _ = pullquote("backup")
    (kept,) = backups(tmp_path)
    assert (code, output) == (0, f"Kept {kept}\n")
    assert kept.name.startswith("library-20")
    pullquote("import", "-", typed=PAGE.replace("Lantern", "Candle"))
    code, output, _ = pullquote("restore", str(kept))
    assert code == 0
    assert output.endswith(f"Restored {kept}: 1 film, 2 reviews.\n")
    assert pullquote("export", "--json") == before


def test_a_file_that_is_there_is_not_written_over(pullquote: Pullquote, page: Path) -> None:
    before = page.read_bytes()
    code, _, errors = pullquote("backup", str(page))
    assert (code, errors) == (1, f'There is "{page}" already. Name a file that isn\'t there yet.\n')
    assert page.read_bytes() == before


def test_no_copy_is_kept_of_a_damaged_library(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    pullquote("import", str(page))
    library = tmp_path / "data" / "library.db"
    with library.open("r+b") as file:
        file.seek(library.stat().st_size // 2)
        file.write(b"\x55" * (1 << 16))
    code, output, errors = pullquote("backup")
    assert (code, output) == (1, "")
    assert "damaged" in errors
    assert not list((tmp_path / "data").glob("backups/*"))


def test_restoring_over_a_damaged_library_says_which_file_is_damaged(
    pullquote: Pullquote, page: Path, tmp_path: Path
) -> None:
    pullquote("import", str(page))
    pullquote("backup", str(tmp_path / "whole.db"))
    library = tmp_path / "data" / "library.db"
    with closing(sqlite3.connect(library)) as connection:
        (size,) = connection.execute("PRAGMA page_size").fetchone()
        (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'review'").fetchone()
    with library.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\x55" * size)
    code, output, errors = pullquote("restore", str(tmp_path / "whole.db"))
    assert (code, output) == (1, "")
    assert "No copy was kept, since what it would hold is damaged" in errors
    library.unlink()
    assert "Restored" in pullquote("restore", str(tmp_path / "whole.db"))[1]


def test_what_a_restore_replaces_is_kept(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    pullquote("backup", str(tmp_path / "empty.db"))
    pullquote("import", str(page))
    before = pullquote("export", "--json")
    pullquote("restore", str(tmp_path / "empty.db"))
    assert pullquote("export", "--json")[1] == ""
    pullquote("restore", str(backups(tmp_path)[0]))
    assert pullquote("export", "--json") == before


def test_a_backup_holds_what_the_servers_chose(pullquote: Pullquote, tmp_path: Path) -> None:
    servers_file = tmp_path / "data" / "servers.db"
    with Servers(servers_file) as servers:
        save_choices(servers, 7, Choices(private=True))
        assert "one-servers.db" in pullquote("backup", str(tmp_path / "one.db"))[1]
        save_choices(servers, 7, Choices())
        assert pullquote("restore", str(tmp_path / "one.db"))[0] == 0
        assert all_choices(servers) == {7: Choices(private=True)}


def test_a_backup_is_made_and_restored_while_the_bot_has_the_library_open(
    pullquote: Pullquote, page: Path, tmp_path: Path
) -> None:
    pullquote("import", str(page))
    with Library(tmp_path / "data" / "library.db") as running:
        reader = running.reader()
        assert pullquote("backup", str(tmp_path / "one.db"))[0] == 0
        pullquote("films", "remove", "lantern", "--yes")
        assert running.row("SELECT count(*) AS n FROM film")["n"] == 0  # type: ignore[index]
        assert pullquote("restore", str(tmp_path / "one.db"))[0] == 0
        assert reader.execute("SELECT count(*) FROM review").fetchone()[0] == 2


@pytest.mark.parametrize("name", ["absent.db", "page.txt", "servers.db", "cut.db"])
def test_what_is_no_backup_of_a_library_changes_nothing(
    pullquote: Pullquote, page: Path, tmp_path: Path, name: str
) -> None:
    pullquote("import", str(page))
    before = pullquote("export", "--json")
    (tmp_path / "page.txt").write_text("no database\n" * 1_000)
    Servers(tmp_path / "servers.db").close()
    pullquote("backup", str(tmp_path / "whole.db"))
    (tmp_path / "cut.db").write_bytes((tmp_path / "whole.db").read_bytes()[:100_000])
    code, output, errors = pullquote("restore", str(tmp_path / name))
    assert (code, output) == (1, "")
    assert name in errors
    assert "Move it away" not in errors, "that would be said of the library"
    assert not (tmp_path / "data" / "backups").exists(), "nothing is kept where nothing is replaced"
    assert len(errors.splitlines()) == 1
    assert pullquote("export", "--json") == before


def test_a_place_that_cannot_be_written_is_a_sentence(pullquote: Pullquote, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, errors = pullquote("backup", str(tmp_path / "file" / "one.db"))
    assert code == 1
    assert errors.startswith('The copy "')


@pytest.mark.parametrize("empty", [False, True])
def test_a_library_that_is_lost_is_not_begun_anew_in_silence(
    pullquote: Pullquote, page: Path, tmp_path: Path, *, empty: bool
) -> None:
    pullquote("import", str(page))
    pullquote("backup")
    library = tmp_path / "data" / "library.db"
    (backup,) = (tmp_path / "data" / "backups").iterdir()
    library.unlink()
    if empty:
        library.touch()
    for command in (
        [],
        ["ask", "films"],
        ["import", str(page)],
        ["imports"],
        ["films"],
        ["backup", "copy.db"],
    ):
        code, output, errors = pullquote(*command)
        assert (code, output) == (1, "")
        assert f"though there are copies of it. `pullquote restore {backup}` brings the latest back" in errors
    code, output, _ = pullquote("doctor")
    assert code == 1
    assert "WRONG  Library" in output
    assert library.exists() is empty
    assert "1 file in" not in output
    assert pullquote("restore", str(backup))[1].endswith("1 film, 2 reviews.\n")
    pullquote("restore", str(backup))
    library.unlink()
    assert f"`pullquote restore {backup}`" in pullquote("films")[2], "and not what the second one replaced"
    pullquote("restore", str(backup))
    assert "2 reviews" in pullquote("ask", "films")[1]


def test_an_empty_library_is_begun_where_the_host_says_so(
    pullquote: Pullquote, page: Path, tmp_path: Path
) -> None:
    pullquote("import", str(page))
    pullquote("backup")
    code, _, errors = pullquote("restore", "--anew")
    assert (code, "Move it away first" in errors) == (1, True)
    (tmp_path / "data" / "library.db").unlink()
    assert "There is an empty library now" in pullquote("restore", "--anew")[1]
    assert "no film yet" in pullquote("films")[1]
