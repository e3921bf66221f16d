from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlite_utils import Database, Migrations

from bot.errors import StoreError
from bot.store.films import all_films, edition
from bot.store.library import Library
from bot.store.reviews import every_review
from bot.store.safekeeping import back_up, find_faults, mend, restore
from bot.store.schema import library_migrations
from tests.making import HARBOUR, HARBOUR_II, make_review, save


def test_a_backup_brings_back_what_was_there(library: Library, tmp_path: Path) -> None:
    save(library, [make_review("ada"), make_review("ben")])
    before = list(every_review(library))
    back_up(library, tmp_path / "kept" / "one.db")
    save(library, [make_review("ada", rating=1), make_review("cho", film=HARBOUR_II)])
    changed = edition(library)
    restore(library, tmp_path / "kept" / "one.db")
    assert edition(library) > changed
    assert list(every_review(library)) == before
    assert [entry.film for entry in all_films(library)] == [HARBOUR]
    assert find_faults(library) == ()
    save(library, [make_review("dag")])
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["one.db"]


def test_a_backup_with_pages_of_another_size_is_brought_back(library: Library, tmp_path: Path) -> None:
    save(library, [make_review("ada"), make_review("ben")])
    before = list(every_review(library))
    with closing(sqlite3.connect(library.path)) as connection:
        connection.execute("PRAGMA page_size = 4096")
        connection.execute("VACUUM INTO ?", (str(tmp_path / "older.db"),))
    save(library, [make_review("ada", rating=1)])
    restore(library, tmp_path / "older.db")
    assert list(every_review(library)) == before
    assert find_faults(library) == ()


@pytest.mark.parametrize("content", [b"", b"no database at all" * 300])
def test_what_is_no_backup_is_refused_and_changes_nothing(
    library: Library, tmp_path: Path, content: bytes
) -> None:
    save(library, [make_review("ada")])
    (tmp_path / "wrong.db").write_bytes(content)
    for name in ("wrong.db", "absent.db"):
        with pytest.raises(StoreError, match=r"backup|damaged"):
            restore(library, tmp_path / name)
    assert len(list(every_review(library))) == 1


def test_a_sound_library_has_no_faults(library: Library) -> None:
    save(library, [make_review(f"r{n}", rating=n % 11 or None, spoiler=n % 4 == 0) for n in range(30)])
    save(library, [make_review(f"r{n}", rating=5) for n in range(10)])
    assert find_faults(library) == ()


def test_faults_are_told_and_mended(library: Library) -> None:
    save(library, [make_review("ada"), make_review("ben", rating=3, text="It has Noor Hadaway.")])
    with library.transaction() as connection:
        connection.execute("DELETE FROM mention")
        connection.execute("UPDATE review SET text = 'changed behind the back of the index' WHERE id = 1")
        connection.execute("UPDATE film SET reviews = 9")
        connection.execute("UPDATE rating_count SET reviews = 7 WHERE rating = 3")
    assert find_faults(library) == (
        "Harbour Lights keeps a wrong number of reviews.",
        "Harbour Lights keeps a wrong count of its ratings.",
        "Noor Hadaway keeps a wrong count of mentions.",
        "Harbour Lights keeps wrong places of its reviews' sentences.",
        "The full-text index does not agree with the reviews.",
    )
    mend(library)
    assert find_faults(library) == ()


def test_a_copy_is_kept_before_a_migration(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as library:
        save(library, [make_review("ada")])
    later = Migrations("library")
    for migration in library_migrations._migrations:  # noqa: SLF001 - as a later version of us would have them
        later(name=migration.name)(migration.fn)

    @later()
    def a_later_one(db: Database) -> None:
        db.execute("CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT")

    with Library(path, later) as library:
        assert library.row("SELECT count(*) FROM later") is not None
        assert len(list(every_review(library))) == 1
    with Library(tmp_path / "library-before-a_later_one.db") as kept:
        assert len(list(every_review(kept))) == 1
