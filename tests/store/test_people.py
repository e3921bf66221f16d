from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlite_utils import Migrations

from bot.model import Review
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.naming import read_people
from bot.store.people import (
    PersonEntry,
    count_film_people,
    film_people,
    find_people,
    nearest_people,
    reviews_mentioning,
    spellings,
    suggest_people,
)
from bot.store.removing import all_imports, remove_film, undo_import
from bot.store.safekeeping import find_faults
from bot.store.schema import library_migrations
from tests.making import HARBOUR_II, make_review, save

TABLES = "film_person", "mention", "film_spelling", "spelling", "person"


def harbour() -> list[Review]:
    return [
        make_review("ada", rating=9, votes=(50, 60), text="It has Zlatko Burić, and Burić shines."),
        make_review("ben", rating=6, votes=(2, 2), text="We follow Zlatko Buric as the pilot, Milo."),
        make_review("cho", rating=None, votes=(9, 10), text="So good: Zlatko Burić's pilot (Milo)."),
        make_review("dag", rating=4, votes=(0, 3), text="zlatko buric was asleep, and Noor Hadaway too"),
        make_review("eve", rating=8, votes=(5, 9), text="Nobody is in it, and nobody comes."),
        make_review("fay", rating=2, film=HARBOUR_II, text="We miss Noor Hadaway, and Milo with her."),
    ]


def everything(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """What is kept of people, by names instead of numbers."""
    people = {row["id"]: row["key"] for row in library.rows("SELECT id, key FROM person")}
    films = {row["id"]: row["title"] for row in library.rows("SELECT id, title FROM film")}
    reviews = {row["standing"]: row["review_id"] for row in library.rows("SELECT * FROM review")}
    named = {"id": people, "person_id": people, "film_id": films, "standing": reviews}
    return {
        table: sorted(
            tuple(named.get(column, {}).get(row[column], row[column]) for column in row.keys())  # noqa: SIM118
            for row in library.rows(f"SELECT * FROM {table}")  # noqa: S608
        )
        for table in TABLES
    }


def only(found: list[PersonEntry]) -> PersonEntry:
    (person,) = found
    return person


def reviewers(library: Library, person: PersonEntry, film_id: int | None = None) -> list[str]:
    found = reviews_mentioning(library, person.id, film_id, limit=10)
    return [item.review.byline.reviewer for item in found]


@pytest.mark.parametrize(
    "typed", ["Zlatko Burić", "zlatco burich", "BURIC", "buric", "zlatko", "burci", "z. buric"]
)
def test_a_person_is_found_however_the_name_is_typed(library: Library, typed: str) -> None:
    save(library, harbour())
    assert find_people(library, typed)[0].name == "Zlatko Burić"
    assert find_people(library, typed, all_films(library)[0].id)[0].name == "Zlatko Burić"


@pytest.mark.parametrize(
    "typed",
    ["Brad Pitt", "Noor Nilsen", "xyzzy", "", "   ", "'; DROP TABLE person", '"*"', "😀", "%", "a" * 9999],
)
def test_a_name_that_nobody_mentions_finds_nobody(library: Library, typed: str) -> None:
    save(library, harbour())
    assert find_people(library, typed) == []


def test_all_reviews_that_speak_of_somebody_are_found_the_most_helpful_first(library: Library) -> None:
    save(library, harbour())
    person = find_people(library, "buric")[0]
    assert reviewers(library, person) == ["ada", "cho", "ben", "dag"]
    assert (person.reviews, person.rated, person.points) == (4, 3, 19)
    assert person.mean == Decimal("6.33")
    assert [
        item.review.byline.reviewer for item in reviews_mentioning(library, person.id, limit=1, offset=2)
    ] == ["ben"]


def test_the_spellings_are_told_with_how_often_they_stand(library: Library) -> None:
    save(library, harbour())
    person = find_people(library, "buric")[0]
    film = all_films(library)[0].id
    forms = [
        ("Zlatko Burić", 2), ("Burić", 1), ("Zlatko Buric", 1), ("zlatko buric", 1)
    ]  # fmt: skip
    assert spellings(library, person.id, limit=9) == forms
    assert spellings(library, person.id, film, limit=2) == forms[:2]


def test_a_person_in_one_film_and_in_all(library: Library) -> None:
    save(library, harbour())
    first, second = (entry.id for entry in all_films(library))
    assert find_people(library, "hadaway")[0].reviews == 2
    assert find_people(library, "hadaway", first)[0].reviews == 1
    assert reviewers(library, find_people(library, "hadaway")[0], second) == ["fay"]
    assert find_people(library, "buric", second) == []


def test_a_typed_misspelling_that_a_review_shares_means_the_one_spoken_of_most(library: Library) -> None:
    often = [make_review(f"r{n}", text="It has Noor Marditon in it.") for n in range(30)]
    save(library, [*often, make_review("ada", film=HARBOUR_II, text="It has Noor Marditno in it.")])
    assert find_people(library, "marditno")[0].name == "Noor Marditon"
    assert find_people(library, "noor marditno")[0].name == "Noor Marditon"


def test_whom_a_film_speaks_of_most(library: Library) -> None:
    save(library, harbour())
    film = all_films(library)[0].id
    assert [(person.name, person.reviews) for person in film_people(library, film, limit=2)] == [
        ("Zlatko Burić", 4),
        ("Milo", 2),
    ]
    assert [person.name for person in film_people(library, film, limit=2, offset=1)] == ["Milo"]
    assert count_film_people(library, film) == len(film_people(library, film, limit=99))


def test_names_are_suggested_by_their_beginnings(library: Library) -> None:
    save(library, harbour())
    first, second = (entry.id for entry in all_films(library))
    for typed in ("z", "zl", "zlat", "bur", "zlatko b", "zlatko buric"):
        assert [person.name for person in suggest_people(library, typed, limit=5)] == ["Zlatko Burić"]
    assert [person.name for person in suggest_people(library, "", limit=1)] == ["Zlatko Burić"]
    assert [person.name for person in suggest_people(library, "m", second, limit=5)] == ["Milo"]
    assert suggest_people(library, "zla", second, limit=5) == []
    assert suggest_people(library, "zlatka", first, limit=5)[0].name == "Zlatko Burić"


def test_the_nearest_names_are_told_where_nobody_is_meant(library: Library) -> None:
    save(library, harbour())
    assert nearest_people(library, "noor hadler", limit=1)[0].name == "Noor Hadaway"
    assert nearest_people(library, "qqqq", limit=3) == []


def test_the_same_page_twice_changes_nothing(library: Library) -> None:
    save(library, harbour())
    before = everything(library)
    save(library, harbour())
    assert everything(library) == before


def test_changed_votes_and_ratings_are_followed(library: Library) -> None:
    save(library, harbour())
    save(library, [make_review("dag", rating=10, votes=(99, 99), text=harbour()[3].text)])
    person = find_people(library, "buric")[0]
    assert reviewers(library, person)[0] == "dag"
    assert (person.reviews, person.points) == (4, 25)
    assert find_faults(library) == ()


def test_changed_texts_are_followed(library: Library) -> None:
    save(library, harbour())
    save(library, [make_review("ben", votes=(3, 3), text="I take it all back, said Imelda Strake.")])
    assert reviewers(library, only(find_people(library, "imelda strake"))) == ["ben"]
    assert reviewers(library, find_people(library, "buric")[0]) == ["ada", "cho", "dag"]
    assert find_faults(library) == ()


def test_removal_is_followed(library: Library) -> None:
    save(library, harbour()[:-1])
    before = everything(library)
    save(library, [*harbour()[-1:], make_review("gus", text="So does Imelda Strake, or Zlatko Burić.")])
    assert find_people(library, "imelda strake")
    undo_import(library, all_imports(library)[0].id)
    assert everything(library) == before
    remove_film(library, all_films(library)[0].id)
    assert all(not rows for rows in everything(library).values())
    assert library.row("SELECT count(*) FROM person_clue")[0] == 0  # type: ignore[index]


def test_reviews_one_by_one_give_the_same_as_all_at_once(library: Library, tmp_path: Path) -> None:
    save(library, harbour())
    shuffled = harbour()
    random.Random(4).shuffle(shuffled)  # noqa: S311 - any order will do
    with Library(tmp_path / "other.db") as other:
        for review in shuffled:
            save(other, [review])
        assert everything(other) == everything(library)
        assert find_faults(other) == ()


def test_a_film_too_long_to_be_held_in_memory_is_read_alike(library: Library) -> None:
    save(library, harbour())
    before = everything(library)
    with library.transaction() as connection:
        read_people(connection, [entry.id for entry in all_films(library)], held=2)
    assert everything(library) == before


def test_a_library_from_before_people_were_read_has_them_after_an_update(tmp_path: Path) -> None:
    before = Migrations("library")
    for migration in library_migrations._migrations:  # noqa: SLF001 - as an earlier version of us had them
        if migration.name == "people_in_reviews":
            break
        before(name=migration.name)(migration.fn)
    with Library(tmp_path / "old.db", before) as old, old.transaction() as connection:
        connection.execute("INSERT INTO film (id, title, reviews) VALUES (1, 'Old', 1)")
        columns = (
            "id, review_id, film_id, name_id, import_id, helpfulness, divisiveness, spoiler, printed_byline, "
            "reviewer, reviewer_key, byline_certain, slots, first_slot, standing, title, text"
        )
        connection.execute(
            f"INSERT INTO review ({columns}) VALUES "  # noqa: S608
            "(1, 'a', 1, 1, 1, 0, 0, 0, 'a', 'a', 'a', 1, 1, 0, 1, '', 'It is Noor Hadaway.')"
        )
    with Library(tmp_path / "old.db") as updated:
        assert find_people(updated, "hadaway")[0].reviews == 1


@settings(max_examples=15, deadline=None)
@given(st.text(max_size=60))
def test_anything_can_be_typed(tmp_path_factory: pytest.TempPathFactory, typed: str) -> None:
    with Library(tmp_path_factory.mktemp("typed") / "library.db") as library:
        save(library, harbour()[:2])
        find_people(library, typed)
        suggest_people(library, typed, limit=3)
        nearest_people(library, typed, limit=3)
