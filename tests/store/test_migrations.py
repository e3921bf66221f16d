"""Every earlier version's database, with data in it, becomes one of today."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from bot.answers.desk import Desk
from bot.errors import StoreError
from bot.questions.kinds import Search
from bot.store.deliveries import due_deliveries
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.pages import PageState, page_state
from bot.store.people import find_people
from bot.store.removing import undo_import
from bot.store.reviews import every_review
from bot.store.safekeeping import find_damage, find_faults
from bot.store.saving import Counts
from bot.store.schedules import schedules_of
from bot.store.servers import Choices, Servers, all_choices, channel_films
from tests.making import make_review, save
from tests.store.earlier_libraries import SCHEDULE, SETS, file_of, migrated, names, schema_of

VERSIONS = [
    pytest.param(kind, number, id=f"{kind}-{number}")
    for kind, migrations in SETS.items()
    for number in range(1, len(names(migrations)) + 1)
]


def lay(kind: str, number: int, path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(file_of(kind, number).read_text(encoding="utf-8"))
    return path


@pytest.mark.parametrize(("kind", "number"), VERSIONS)
def test_a_migration_stays_as_it_was(kind: str, number: int, tmp_path: Path) -> None:
    file = file_of(kind, number)
    assert file.is_file(), "a new migration: run `python -m tests.store.earlier_libraries`"
    with closing(sqlite3.connect(lay(kind, number, tmp_path / "earlier.db"))) as earlier:
        assert schema_of(migrated(kind, number).conn) == schema_of(earlier), (
            f"{file.name} has it otherwise. A migration that was released never changes: write another one. "
            "Before a release: `python -m tests.store.earlier_libraries --anew`"
        )


@pytest.mark.parametrize("number", range(1, len(names(SETS["library"])) + 1))
def test_an_earlier_library_is_brought_up_to_date_with_all_it_holds(number: int, tmp_path: Path) -> None:
    with Library(lay("library", number, tmp_path / "library.db")) as library:
        assert find_faults(library) == ()
        reviews = {item.review.byline.reviewer: item.review for item in every_review(library)}
        assert {name: review.rating for name, review in reviews.items()} == {
            "ada": 3,
            "ben": None,
            "cho": 7,
            "dag": 7,
        }
        assert reviews["cho"].spoiler
        assert find_people(library, "zlatko buric")[0].reviews == 1
        assert len(Desk(library).answer(Search("Burić")).quotes) == 1
        save(library, [make_review("eve"), make_review("ada", rating=9)])
        assert find_faults(library) == ()
    kept = [file.name for file in tmp_path.iterdir() if "before" in file.name]
    assert len(kept) == (1 if number < len(names(SETS["library"])) else 0)


def test_what_earlier_imports_changed_can_be_taken_back(tmp_path: Path) -> None:
    path = lay("library", 2, tmp_path / "library.db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("INSERT INTO other_review_id VALUES ('rw7', 1, 3)")
        connection.execute(
            "INSERT INTO page VALUES ('read', 'page.txt', 1), ('taken back', 'page.txt', NULL)"
        )
    with Library(path) as library:
        for state in (PageState.READ, PageState.TAKEN_BACK, PageState.NEW):
            assert page_state(library, state.value, "page.txt", "1") is state
        (port,) = [entry for entry in all_films(library) if entry.reviews == 3]
        assert port.site_total == 40
        assert undo_import(library, 1) == Counts(new=1, updated=0, unchanged=1)
        ratings = {item.review.byline.reviewer: item.review.rating for item in every_review(library)}
        assert ratings == {"ada": 3, "cho": 7, "dag": 7}
        assert undo_import(library, 2) == Counts(new=1, unchanged=1)
        save(library, [make_review("ada", site_id="rw7")])
        assert len(list(every_review(library))) == 2
        assert find_faults(library) == ()


@pytest.mark.parametrize("number", range(1, len(names(SETS["servers"])) + 1))
def test_what_servers_chose_is_brought_up_to_date(number: int, tmp_path: Path) -> None:
    with Servers(lay("servers", number, tmp_path / "servers.db")) as servers:
        assert find_damage(servers) == ()
        assert all_choices(servers) == {7: Choices(prefix="?", private=True)}
        assert channel_films(servers) == {8: "Harbour Lights (1999)"}
        kept = [replace(SCHEDULE, id=1)] if number >= 2 else []
        assert schedules_of(servers, 7) == kept
        late = due_deliveries(servers, SCHEDULE.next_at)
        assert [delivery.schedule for delivery in late] == (kept if number >= 3 else [])


def test_a_library_of_a_later_version_is_refused_untouched(tmp_path: Path) -> None:
    path = lay("library", len(names(SETS["library"])), tmp_path / "library.db")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE _sqlite_migrations SET name = 'later' WHERE name = 'people_in_reviews'")
    with pytest.raises(StoreError, match="newer Pullquote"):
        Library(path)
