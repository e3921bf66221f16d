from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import NotFoundError
from bot.model import Review
from bot.store.films import all_films, rating_counts
from bot.store.library import Library
from bot.store.removing import all_imports, remove_film, undo_import
from bot.store.reviews import every_review
from bot.store.safekeeping import find_faults
from bot.store.saving import Counts
from tests.making import HARBOUR, HARBOUR_II, make_review, save
from tests.store.test_saving import check_index, recounted

TABLES = (
    "film film_name rating_count month_count review byline_name page import replaced_review other_review_id"
).split()


def contents(library: Library) -> dict[str, list[tuple[object, ...]]]:
    return {
        table: [tuple(row) for row in library.rows(f"SELECT * FROM {table} WHERE true ORDER BY 1, 2")]  # noqa: S608
        for table in TABLES
    }


def test_an_import_is_taken_back_whole(library: Library) -> None:
    save(library, [make_review("ada", rating=3), make_review("ben")])
    before = list(every_review(library))
    page = [
        make_review("ada", rating=9, votes=(30, 40), text="Changed."),
        make_review("cho", film=HARBOUR_II),
    ]
    save(library, page)
    latest, first = all_imports(library)
    assert (latest.counts, first.counts) == (Counts(1, 1), Counts(2))
    assert undo_import(library, latest.id) == Counts(new=1, updated=1)
    assert list(every_review(library)) == before
    assert [entry.film for entry in all_films(library)] == [HARBOUR]
    assert rating_counts(library, all_films(library)[0].id) == recounted(library)
    check_index(library)


def test_undoing_every_import_in_any_order_leaves_an_empty_library(library: Library) -> None:
    for votes in (4, 5, 6):
        save(library, [make_review("ada", votes=(votes, votes)), make_review(f"r{votes}")])
    one, two, three = (entry.id for entry in reversed(all_imports(library)))
    undo_import(library, two)
    (ada,) = [item.review for item in every_review(library) if item.review.byline.reviewer == "ada"]
    assert ada.votes is not None
    assert ada.votes.total == 6
    undo_import(library, three)
    (ada,) = [item.review for item in every_review(library) if item.review.byline.reviewer == "ada"]
    assert ada.votes is not None
    assert ada.votes.total == 4
    undo_import(library, one)
    kept = {table: rows for table, rows in contents(library).items() if rows}
    kept = {table: rows for table, rows in kept.items() if table not in ("byline_name", "month_count")}
    assert not kept
    assert all(row[1:] == (0, 0) for row in contents(library)["byline_name"])
    check_index(library)


def test_what_a_later_import_updated_stays_when_the_earlier_is_taken_back(library: Library) -> None:
    save(library, [make_review("ada", rating=2), make_review("ben")])
    save(library, [make_review("ada", rating=8)])
    undo_import(library, all_imports(library)[-1].id)
    (ada,) = every_review(library)
    assert ada.review.rating == 8


def test_an_import_that_changed_nothing_leaves_no_trace(library: Library) -> None:
    save(library, [make_review()])
    before = contents(library)
    save(library, [make_review()])
    assert contents(library) == before


def test_an_import_taken_back_can_be_made_again(library: Library) -> None:
    save(library, [make_review("ada"), make_review("ben")])
    before = list(every_review(library))
    undo_import(library, all_imports(library)[0].id)
    assert save(library, [make_review("ada"), make_review("ben")]) == Counts(new=2)
    assert list(every_review(library)) == before


def test_an_unknown_import_is_said(library: Library) -> None:
    with pytest.raises(NotFoundError, match="There is no import 7"):
        undo_import(library, 7)


def test_a_film_is_removed_with_all_that_belongs_to_it(library: Library) -> None:
    save(
        library,
        [make_review("ada"), make_review("ben", film=HARBOUR_II), make_review("cho", film=HARBOUR_II)],
    )
    harbour_ii = next(entry for entry in all_films(library) if entry.film == HARBOUR_II)
    assert remove_film(library, harbour_ii.id) == 2
    assert [item.review.byline.reviewer for item in every_review(library)] == ["ada"]
    assert rating_counts(library, None) == recounted(library)
    check_index(library)


TEXTS = ("The harbour glows at night, and nobody says a word about it.", "Quite another view of it all.")
IMPORTS = st.lists(
    st.lists(
        st.builds(
            lambda reviewer, film, text, cut, votes, copy: make_review(
                reviewer,
                film=film,
                text=TEXTS[text][:cut],
                votes=(votes, votes),
                rating=votes,
                site_id=f"{reviewer}{film.year}{text}{copy}",
            ),
            st.sampled_from(["ada", "ben"]),
            st.sampled_from([HARBOUR, HARBOUR_II, replace(HARBOUR, year=None)]),
            st.integers(0, 1),
            st.sampled_from([50, 100]),
            st.integers(1, 9),
            st.integers(0, 1),
        ),
        max_size=5,
    ),
    max_size=5,
)


@settings(max_examples=60)
@given(IMPORTS, st.randoms())
def test_whatever_was_imported_is_gone_when_every_import_is_taken_back(
    tmp_path_factory: pytest.TempPathFactory, imports: list[list[Review]], random: Random
) -> None:
    with Library(tmp_path_factory.mktemp("undone") / "library.db") as library:
        for reviews in imports:
            save(library, reviews)
        assert find_faults(library) == ()
        for entry in sorted(all_imports(library), key=lambda _: random.random()):
            undo_import(library, entry.id)
            assert find_faults(library) == ()
        left = {table: rows for table, rows in contents(library).items() if rows}
        assert left.keys() <= {"byline_name", "month_count"}
