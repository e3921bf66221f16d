from __future__ import annotations

from itertools import permutations

import pytest

from bot.model import Film, PageHead
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.removing import all_imports, undo_import
from bot.store.reviews import every_review
from bot.store.saving import importing
from tests.making import make_review, save


def films(library: Library) -> list[str]:
    return [str(entry.film) for entry in all_films(library)]


def save_with_id(library: Library, film: Film, site_id: str, reviewer: str = "ada") -> None:
    with importing(library) as running:
        running.begin_file(f"{site_id}.html")
        running.note_film(PageHead(film, None, site_id))
        running.add([make_review(reviewer, film=film, text=f"{reviewer} says something of {film}.")])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The Harbour", "Harbour, The"),
        ("Harbour Lights II", "harbour lights 2"),
        ("Harbour Lights: Part Two", "Harbour Lights - Part II"),
        ("Amélie & Søn", "Amelie and Son"),
        ("Twelve Harbours", "12 Harbours"),
        ("L'Été au port", "L’Ete au Port"),
    ],
)
def test_titles_are_recognised_however_sites_write_them(library: Library, one: str, other: str) -> None:
    save(library, [make_review("ada", film=Film(one, 1999), text="One.")])
    save(library, [make_review("ben", film=Film(other, 1999), text="Two.")])
    assert films(library) == [f"{one} (1999)"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Film("Harbour Lights", 1999), Film("Harbour Lights", 2003)),
        (Film("Harbour Lights", 1999), Film("Harbour Lights II", 1999)),
        (Film("X", 2022), Film("10", 2022)),
        (Film("!!!", 2000), Film("???", 2000)),
    ],
)
def test_films_that_differ_stay_apart(library: Library, one: Film, other: Film) -> None:
    save(library, [make_review("ada", film=one), make_review("ben", film=other)])
    assert sorted(films(library)) == sorted([str(one), str(other)])


@pytest.mark.parametrize("order", list(permutations([None, 1999])))
def test_a_film_without_a_year_is_the_only_one_of_its_title(
    library: Library, order: tuple[int | None, ...]
) -> None:
    for number, year in enumerate(order):
        save(library, [make_review(f"r{number}", film=Film("Harbour", year), text=f"Text {number}.")])
    assert films(library) == ["Harbour (1999)"]


def test_a_film_without_a_year_is_a_third_where_two_may_be_meant(library: Library) -> None:
    for number, year in enumerate((1999, 2010, None)):
        save(library, [make_review(f"r{number}", film=Film("Harbour", year))])
    assert films(library) == ["Harbour", "Harbour (1999)", "Harbour (2010)"]


def test_the_sites_id_says_that_two_titles_are_one_film(library: Library) -> None:
    save_with_id(library, Film("Harbour", 1999), "tt0000001", "ada")
    save_with_id(library, Film("Havnen", 1999), "tt0000001", "ben")
    save(library, [make_review("cho", film=Film("Havnen", 1999), text="It is a harbour.")])
    assert films(library) == ["Harbour (1999)"]
    assert len(list(every_review(library))) == 3


def test_the_sites_id_says_that_one_title_is_two_films(library: Library) -> None:
    save_with_id(library, Film("Harbour", 1999), "tt0000001", "ada")
    save_with_id(library, Film("Harbour", 1999), "tt0000002", "ben")
    save_with_id(library, Film("Harbour", 1999), "tt0000002", "cho")
    assert films(library) == ["Harbour (1999)", "Harbour [tt0000002] (1999)"]
    assert [entry.reviews for entry in all_films(library)] == [1, 2]


def test_a_title_replaces_a_bare_id(library: Library) -> None:
    save_with_id(library, Film("tt0000001"), "tt0000001", "ada")
    assert films(library) == ["tt0000001"]
    save_with_id(library, Film("Harbour", 1999), "tt0000001", "ben")
    assert films(library) == ["Harbour (1999)"]


def test_what_an_import_made_of_a_films_name_goes_with_it(library: Library) -> None:
    save(library, [make_review("ada", film=Film("Harbour"), text="One.")])
    save(library, [make_review("ben", film=Film("Harbour", 1999), text="Two.")])
    undo_import(library, all_imports(library)[0].id)
    assert films(library) == ["Harbour"]
    undo_import(library, all_imports(library)[0].id)
    assert films(library) == []
