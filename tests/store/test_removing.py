from __future__ import annotations

import pytest

from bot.errors import NotFoundError
from bot.store.films import all_films, rating_counts
from bot.store.library import Library
from bot.store.removing import all_imports, remove_film, undo_import
from bot.store.reviews import every_review
from bot.store.saving import Counts
from tests.making import HARBOUR, HARBOUR_II, make_review, save
from tests.store.test_saving import check_index, recounted

TABLES = "film", "rating_count", "review", "byline_name", "page", "import", "replaced_review"


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
    kept = {table: rows for table, rows in contents(library).items() if rows and table != "byline_name"}
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
