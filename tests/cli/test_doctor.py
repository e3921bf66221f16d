from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.cli.doctor import token_fault
from bot.store.library import Library
from bot.store.servers import Servers
from tests.cli.conftest import Pullquote

SHAPED = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123456789AB"


def test_a_fresh_installation_is_well(pullquote: Pullquote, tmp_path: Path) -> None:
    code, output, errors = pullquote("doctor")
    assert (code, errors) == (0, "")
    assert "WRONG" not in output
    assert not (tmp_path / "data").exists()


def test_an_installation_in_use_is_told(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    (tmp_path / "data" / "pages").mkdir(parents=True)
    page.rename(tmp_path / "data" / "pages" / page.name)
    assert "1 file" in pullquote("doctor")[1]
    assert "1 new (the next start reads what is new)." in pullquote("doctor")[1]
    pullquote(typed="")
    pullquote("backup")
    code, output, _ = pullquote("doctor", DISCORD_TOKEN=SHAPED)
    assert code == 0
    assert 'pages": 1 read.' in output
    assert "1 film, 2 reviews; sound" in output
    assert "The latest is" in output
    assert SHAPED not in output


def test_settings_that_cannot_be_used_keep_nothing_else_from_being_told(pullquote: Pullquote) -> None:
    code, output, errors = pullquote("doctor", PULLQUOTE_HOSTS="abc", PULLQUOTE_PREFIX="abc")
    assert (code, errors) == (1, "")
    assert output.startswith('WRONG  Settings  PULLQUOTE_HOSTS holds "abc"')
    assert 'WRONG  Settings  PULLQUOTE_PREFIX is "abc"' in output
    for about in ("Token", "Space", "Library", "Pages", "Backup"):
        assert f"ok     {about}" in output


def test_what_servers_chose_is_missed_where_there_is_a_copy(pullquote: Pullquote, tmp_path: Path) -> None:
    with Servers(tmp_path / "data" / "servers.db"):
        pass
    pullquote("backup")
    (tmp_path / "data" / "servers.db").unlink()
    code, output, _ = pullquote("doctor")
    assert code == 1
    assert "servers.db\" is gone, and with it what Discord's servers chose. There is a copy" in output


def test_what_became_of_each_page_is_told(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    pages = tmp_path / "data" / "pages"
    pages.mkdir(parents=True)
    page.rename(pages / page.name)
    (pages / "a b.txt").write_text("Not a page of reviews.")
    assert "2 files" in pullquote("doctor")[1]
    assert "2 new (the next start reads what is new)." in pullquote("doctor")[1]
    pullquote(typed="")
    output = pullquote("doctor")[1]
    assert "1 read; 1 unreadable." in output
    assert (
        f"1 file in \"{pages}\" could not be read: `pullquote parse '{pages}/a b.txt'` shows why." in output
    )
    pullquote("imports", "undo", "1")
    assert "1 taken back (`pullquote import FILE` reads it again); 1 unreadable." in pullquote("doctor")[1]
    pullquote("import", str(pages))
    (pages / "a b.txt").write_text("Another page without any reviews.")
    assert "1 read; 1 new " in pullquote("doctor")[1]


@pytest.mark.parametrize(
    ("token", "said"),
    [
        ("123456789012345678", "id of an application"),
        ("a" * 32, "client secret"),
        (f"Bot {SHAPED}", "word Bot"),
        (f'"{SHAPED}"', "quotation marks"),
        ("abc.def.ghi", "first part"),
        ("hello", "three parts"),
        ("é.b.c", "first part"),
    ],
)
def test_what_is_no_token_is_named(pullquote: Pullquote, token: str, said: str) -> None:
    assert said in (token_fault(token) or "")
    code, output, _ = pullquote("doctor", DISCORD_TOKEN=token)
    assert code == 1
    assert output.startswith("WRONG  Token")
    assert token not in output
    assert token_fault(SHAPED) is None


def test_what_disagrees_is_told_and_mended(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    pullquote("import", str(page))
    with closing(sqlite3.connect(tmp_path / "data" / "library.db")) as connection, connection:
        connection.execute("UPDATE review SET text = 'behind the back of the index'")
        connection.execute("UPDATE film SET reviews = 99")
        connection.execute("UPDATE month_count SET reviews = 99")
    code, output, _ = pullquote("doctor")
    assert code == 1
    assert "index does not agree with the reviews. Run `pullquote doctor --mend`." in output
    assert "Lantern Row keeps a wrong number of reviews." in output
    code, output, _ = pullquote("doctor", "--mend")
    assert code == 0
    assert "WRONG" not in output
    assert "2 reviews" in pullquote("ask", "search back index")[1]


def test_a_damaged_index_is_told_and_mended(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    pullquote("import", str(page))
    with closing(sqlite3.connect(tmp_path / "data" / "library.db")) as connection, connection:
        connection.execute("UPDATE review_text_data SET block = x'0011223344556677' WHERE id > 10")
    assert "doctor --mend" in pullquote("ask", "search window")[2]
    code, output, _ = pullquote("doctor")
    assert code == 1
    assert "index does not agree with the reviews. Run `pullquote doctor --mend`." in output
    assert pullquote("doctor", "--mend")[0] == 0
    assert "1 review " in pullquote("ask", "search window")[1]


def test_a_damaged_library_is_told_with_the_way_back(
    pullquote: Pullquote, page: Path, tmp_path: Path
) -> None:
    pullquote("import", str(page))
    pullquote("backup")
    library = tmp_path / "data" / "library.db"
    content = bytearray(library.read_bytes())
    content[4096 * 2 : 4096 * 20] = b"\xa5" * (4096 * 18)
    library.write_bytes(content)
    code, output, _ = pullquote("doctor")
    assert code == 1
    assert "damaged" in output
    assert "pullquote restore" in output


def test_a_library_that_another_process_writes_is_looked_into_without_its_index(
    pullquote: Pullquote, page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.store.safekeeping._PATIENCE", 0.05)
    pullquote("import", str(page))
    with Library(tmp_path / "data" / "library.db") as library, library.transaction():
        code, output, _ = pullquote("doctor")
    assert code == 0
    assert "1 film, 2 reviews; sound; another process writes" in output


@pytest.mark.parametrize("content", [b"\0" * 100_000, b"no database"])
def test_what_is_no_database_is_told_with_the_way_back(
    pullquote: Pullquote, page: Path, tmp_path: Path, content: bytes
) -> None:
    pullquote("import", str(page))
    pullquote("backup")
    (backup,) = (tmp_path / "data" / "backups").iterdir()
    (tmp_path / "data" / "library.db").write_bytes(content)
    code, output, _ = pullquote("doctor")
    assert code == 1
    assert f"`pullquote restore {backup}`" in output.split("Library", 1)[1].splitlines()[0]


@pytest.mark.parametrize("name", ["data", "data/library.db", "data/servers.db", "data/pages"])
def test_what_is_not_what_it_should_be_is_told(pullquote: Pullquote, tmp_path: Path, name: str) -> None:
    if name.endswith(".db"):
        (tmp_path / name).mkdir(parents=True)
    else:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    code, output, errors = pullquote("doctor")
    assert (code, errors) == (1, "")
    assert str(tmp_path / name) in next(line for line in output.splitlines() if line.startswith("WRONG"))


def test_a_folder_that_cannot_be_looked_into_is_told(pullquote: Pullquote) -> None:
    code, output, errors = pullquote("doctor", PULLQUOTE_DATA="x" * 300)
    assert (code, errors) == (1, "")
    assert "can't be looked into: " in output


def test_a_library_of_a_newer_version_is_told(pullquote: Pullquote, page: Path, tmp_path: Path) -> None:
    pullquote("import", str(page))
    with closing(sqlite3.connect(tmp_path / "data" / "library.db")) as connection, connection:
        connection.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('library', 'later', '')"
        )
    code, output, _ = pullquote("doctor")
    assert code == 1
    assert "was made by a newer Pullquote" in output
