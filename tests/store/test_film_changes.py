from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import FilmError, NotFoundError
from bot.model import Film, PageHead
from bot.store.film_changes import merge_films, rename_film, undo_film_change
from bot.store.films import FilmEntry, all_films
from bot.store.library import Library
from bot.store.removing import all_imports, remove_film, undo_import
from bot.store.reviews import every_review, find_review
from bot.store.safekeeping import find_faults
from bot.store.saving import importing
from tests.making import HARBOUR, HARBOUR_II, make_review, save
from tests.store.test_people import everything

HAVNEN = Film("Havnen", 1999)
SHARED = "The harbour glows at night, and nobody in it says a word about Imelda Strake."


@pytest.fixture
def two(library: Library) -> Library:
    """Two films that are one, with a review that both have, of which one has more text."""
    save(
        library, [make_review("ada", text=SHARED), make_review("ben", text="It has Zlatko Burić in it.")], 40
    )
    save(
        library,
        [
            make_review("ada", film=HAVNEN, text=f"{SHARED} But I do."),
            make_review("cho", film=HAVNEN, rating=2),
        ],
        60,
    )
    return library


def named(library: Library, title: str) -> FilmEntry:
    return next(entry for entry in all_films(library) if entry.film.title == title)


def merge(library: Library) -> int:
    return merge_films(library, named(library, "Havnen"), named(library, HARBOUR.title))


def test_two_films_are_one_and_what_both_have_is_there_once(two: Library) -> None:
    assert merge(two) == 1
    (film,) = all_films(two)
    assert (film.film, film.reviews, film.site_total) == (HARBOUR, 3, None)
    texts = [item.review.text for item in every_review(two) if item.review.byline.reviewer == "ada"]
    assert texts == [f"{SHARED} But I do."]
    assert find_faults(two) == ()


def test_what_a_site_says_of_two_titles_that_are_one_film_there_is_told(library: Library) -> None:
    with importing(library) as running:
        for film, total in ((HARBOUR, 40), (HAVNEN, 60)):
            running.begin_file(f"{film}.html")
            running.note_film(PageHead(film, total, "tt0000001"))
            running.add([make_review("ada", film=film)])
    (entry,) = all_films(library)
    assert entry.site_total == 60


def test_a_merge_that_is_taken_back_gives_each_film_its_total_again(two: Library) -> None:
    merge(two)
    undo_film_change(two)
    assert {entry.film: entry.site_total for entry in all_films(two)} == {HARBOUR: 40, HAVNEN: 60}


def test_pages_of_the_merged_film_bring_reviews_to_the_other(two: Library) -> None:
    merge(two)
    save(two, [make_review("dag", film=HAVNEN), make_review("ada", film=HAVNEN, text=f"{SHARED} But I do.")])
    save(two, [make_review("ada", text=SHARED)])
    assert [entry.reviews for entry in all_films(two)] == [4]


def test_merging_is_taken_back_with_what_came_since(two: Library) -> None:
    before, people = list(every_review(two)), everything(two)
    merge(two)
    save(two, [make_review("dag", film=HAVNEN)])
    assert undo_film_change(two) == "Made Havnen (1999) part of Harbour Lights (1999)"
    assert {(str(entry.film), entry.reviews, entry.site_total) for entry in all_films(two)} == {
        ("Harbour Lights (1999)", 2, 40),
        ("Havnen (1999)", 3, 60),
    }
    assert find_faults(two) == ()
    undo_import(two, all_imports(two)[0].id)
    assert list(every_review(two)) == before
    assert everything(two) == people
    with pytest.raises(NotFoundError, match="nothing to take back"):
        undo_film_change(two)


def test_a_page_without_the_year_leaves_the_merged_film_its_name(two: Library) -> None:
    merge_films(two, named(two, HARBOUR.title), named(two, "Havnen"))
    save(two, [make_review("dag", film=Film("Harbour Lights"))])
    assert [str(entry.film) for entry in all_films(two)] == ["Havnen (1999)"]
    undo_film_change(two)
    assert {str(entry.film) for entry in all_films(two)} == {"Havnen (1999)", "Harbour Lights (1999)"}


def test_an_import_can_be_taken_back_after_a_merge_and_the_merge_after_that(two: Library) -> None:
    merge(two)
    undo_import(two, all_imports(two)[0].id)
    assert find_faults(two) == ()
    undo_film_change(two)
    assert [str(entry.film) for entry in all_films(two)] == ["Harbour Lights (1999)"]
    assert find_faults(two) == ()
    merged_again = all_imports(two)
    undo_import(two, merged_again[0].id)
    assert list(every_review(two)) == []


def test_a_film_that_was_removed_takes_its_merging_along(library: Library) -> None:
    save(library, [make_review("ada", film=HARBOUR), make_review("ben", film=HARBOUR_II)])
    one, two = all_films(library)
    merge_films(library, two, one)
    remove_film(library, one.id)
    save(library, [make_review("ada", film=HARBOUR), make_review("ben", film=HARBOUR_II)])
    with pytest.raises(NotFoundError, match="nothing to take back"):
        undo_film_change(library)
    assert find_faults(library) == ()
    assert len(all_films(library)) == 2


def test_a_review_that_was_dropped_is_known_by_its_id_again(two: Library) -> None:
    ids = {item.review_id for item in every_review(two)}
    merge(two)
    undo_film_change(two)
    assert all(find_review(two, review_id) for review_id in ids)
    assert save(two, [make_review("ada", text=SHARED)]).unchanged == 1


def test_a_film_and_itself_cannot_be_merged(two: Library) -> None:
    with pytest.raises(FilmError, match="Name two films"):
        merge_films(two, named(two, "Havnen"), named(two, "Havnen"))


def test_a_film_is_called_otherwise_and_both_names_bring_reviews_to_it(two: Library) -> None:
    rename_film(two, named(two, "Havnen"), Film("The Port", 2000))
    save(two, [make_review("dag", film=HAVNEN), make_review("eve", film=Film("The Port", 2000))])
    assert [(str(entry.film), entry.reviews) for entry in all_films(two)][1] == ("The Port (2000)", 4)
    assert undo_film_change(two) == "Called Havnen (1999) The Port (2000)"
    assert [str(entry.film) for entry in all_films(two)][1] == "Havnen (1999)"
    assert find_faults(two) == ()


def test_a_film_is_not_called_as_another_is(two: Library) -> None:
    with pytest.raises(FilmError, match="into that one"):
        rename_film(two, named(two, "Havnen"), Film("The Harbour Lights", 1999))


def test_several_changes_are_taken_back_one_after_the_other(two: Library) -> None:
    rename_film(two, named(two, "Havnen"), Film("The Port", 2000))
    merge_films(two, named(two, HARBOUR.title), named(two, "The Port"))
    rename_film(two, named(two, "The Port"), Film("HARBOUR lights", 1999))
    for _ in range(3):
        undo_film_change(two)
    assert [str(entry.film) for entry in all_films(two)] == ["Harbour Lights (1999)", "Havnen (1999)"]
    assert find_faults(two) == ()


TEXTS = (SHARED, f"{SHARED} But I do.", "Quite another view of Zlatko Burić.", "")
STEPS = st.lists(
    st.one_of(
        st.tuples(
            st.just("save"),
            st.sampled_from([HARBOUR, HAVNEN, Film("Harbour Lights")]),
            st.lists(st.tuples(st.sampled_from("ab"), st.integers(0, 3), st.integers(1, 9)), max_size=4),
        ),
        st.tuples(st.sampled_from(["merge", "rename", "undo", "take back", "remove"]), st.integers(0, 3)),
    ),
    max_size=12,
)


LEFT_OVER = """
SELECT id, import_id FROM reading WHERE id NOT IN (SELECT id FROM review)
UNION SELECT id, import_id FROM reading WHERE import_id NOT IN (SELECT id FROM import)
UNION SELECT id, NULL FROM other_review_id WHERE id NOT IN (SELECT id FROM review)
UNION SELECT id, import_id FROM review WHERE import_id NOT IN (SELECT id FROM import)
UNION SELECT name_id, import_id FROM told_total WHERE import_id NOT IN (SELECT id FROM import)
"""


def step(library: Library, what: tuple[object, ...]) -> None:
    """One thing that a host does."""
    match what:
        case ("save", Film() as film, list(reviews)):
            page = [
                make_review(name, film=film, text=TEXTS[text], votes=(number, 9), site_id=f"{number}")
                for name, text, number in reviews
            ]
            save(library, page)
        case (str(kind), int(number)):
            change(library, kind, number)


def change(library: Library, kind: str, number: int) -> None:
    films = all_films(library)
    imports = all_imports(library)
    with suppress(FilmError, NotFoundError):
        if kind == "undo":
            undo_film_change(library)
        elif kind == "take back" and imports:
            undo_import(library, imports[number % len(imports)].id)
        elif films and kind == "merge":
            merge_films(library, films[number % len(films)], films[-1])
        elif films and kind == "rename":
            rename_film(library, films[number % len(films)], Film(f"Port {number % 2}", 1999))
        elif films and kind == "remove":
            remove_film(library, films[number % len(films)].id)


def test_a_review_that_stayed_for_another_may_give_way_to_a_third(tmp_path: Path) -> None:
    with Library(tmp_path / "library.db") as library:
        step(library, ("save", HARBOUR, [("a", 0, 3), ("a", 0, 1)]))
        step(library, ("save", HAVNEN, [("a", 0, 2), ("a", 1, 1)]))
        before = [stored.review for stored in every_review(library)]
        assert len(before) == 3
        merge_films(library, named(library, HARBOUR.title), named(library, HAVNEN.title))
        assert [stored.review.text for stored in every_review(library)] == [TEXTS[1]]
        assert library.row(LEFT_OVER) is None
        undo_film_change(library)
        assert sorted(stored.review.text for stored in every_review(library)) == sorted(
            review.text for review in before
        )
        assert find_faults(library) == ()


@settings(max_examples=80)
@given(STEPS)
def test_whatever_a_host_does_the_library_stays_sound(
    tmp_path_factory: pytest.TempPathFactory, steps: list[tuple[object, ...]]
) -> None:
    with Library(tmp_path_factory.mktemp("changed") / "library.db") as library:
        for what in steps:
            step(library, what)
            assert find_faults(library) == ()
            assert library.row(LEFT_OVER) is None
            assert len({entry.film for entry in all_films(library)}) == len(all_films(library))
        for entry in all_imports(library):
            undo_import(library, entry.id)
        assert list(every_review(library)) == []
        while library.row("SELECT 1 FROM film_change"):
            undo_film_change(library)
            assert find_faults(library) == ()
        assert all_films(library) == ()
