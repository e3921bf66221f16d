from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import NotFoundError
from bot.model import Review, Votes
from bot.store.films import all_films, rating_counts
from bot.store.library import Library
from bot.store.removing import all_imports, remove_film, undo_import
from bot.store.reviews import every_review
from bot.store.safekeeping import find_faults
from bot.store.saving import Counts, importing
from tests.making import HARBOUR, HARBOUR_II, make_review, save
from tests.store.test_saving import check_index, recounted

TABLES = (
    "film film_name rating_count month_count review byline_name page passed_page import reading told_total "
    "other_review_id"
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


def test_an_import_that_changed_nothing_is_listed_and_taken_back_without_a_trace(library: Library) -> None:
    save(library, [make_review()])
    before = contents(library)
    save(library, [make_review()])
    latest, _ = all_imports(library)
    assert latest.counts == Counts(unchanged=1)
    assert undo_import(library, latest.id) == Counts(unchanged=1)
    assert contents(library) == before


def test_a_review_stays_as_long_as_an_import_holds_it(library: Library) -> None:
    for _ in range(3):
        save(library, [make_review("ada"), make_review("ben")])
    before = list(every_review(library))
    one, two, three = (entry.id for entry in reversed(all_imports(library)))
    for import_id in (one, three):
        assert undo_import(library, import_id) == Counts(unchanged=2)
        assert list(every_review(library)) == before
    assert undo_import(library, two) == Counts(new=2)
    assert not list(every_review(library))


def test_a_review_of_two_sources_stays_when_either_is_taken_back(library: Library) -> None:
    copied, saved = make_review("ada", text=TEXTS[0]), make_review("ada", text=TEXTS[0], site_id="rw7")
    for first, second in ((copied, saved), (saved, copied)):
        save(library, [first])
        save(library, [second])
        _, earliest = all_imports(library)
        assert undo_import(library, earliest.id) == Counts(unchanged=1)
        assert save(library, [second, first]) == Counts(unchanged=2)
        for entry in all_imports(library):
            undo_import(library, entry.id)
        assert not list(every_review(library))


def test_a_review_falls_back_to_what_the_other_imports_read(library: Library) -> None:
    whole = f"{TEXTS[0]} And then it says all of it."
    save(library, [make_review("ada", text=TEXTS[0], rating=6, votes=(3, 4))])
    save(library, [make_review("ada", text=whole, rating=7, votes=(4, 5))])
    save(library, [make_review("ada", text=whole, rating=7, votes=(2, 3))])
    latest, longer, first = all_imports(library)
    assert undo_import(library, longer.id) == Counts(updated=1)
    (ada,) = every_review(library)
    assert (ada.review.text, ada.review.rating, ada.review.votes) == (TEXTS[0], 6, Votes(3, 4))
    assert undo_import(library, first.id) == Counts(updated=1)
    (ada,) = every_review(library)
    assert (ada.review.text, ada.review.rating, ada.review.votes) == (whole, 7, Votes(2, 3))
    assert undo_import(library, latest.id) == Counts(new=1)


def test_an_import_that_is_taken_back_while_it_runs_goes_on_as_another(library: Library) -> None:
    with importing(library) as running:
        running.begin_file("one.txt")
        running.add([make_review("ada")])
    first = running.import_id
    assert first is not None
    undo_import(library, first)
    with importing(library, first) as running:
        running.begin_file("two.txt")
        running.add([make_review("ben")])
    (entry,) = all_imports(library)
    assert (entry.sources, entry.counts) == (("two.txt",), Counts(new=1))
    assert undo_import(library, entry.id) == Counts(new=1)


def test_the_total_of_a_site_goes_with_the_page_that_told_it(library: Library) -> None:
    def total() -> int | None:
        return all_films(library)[0].site_total

    save(library, [make_review("ada")])
    save(library, [make_review("ada")], site_total=44)
    save(library, [make_review("ada")], site_total=47)
    assert total() == 47
    latest, second, _ = all_imports(library)
    undo_import(library, latest.id)
    assert total() == 44
    undo_import(library, second.id)
    assert total() is None


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


READ = st.builds(
    lambda reviewer, text, title, cut, votes, source, spoiler: replace(
        make_review(
            reviewer,
            title=title,
            text=TEXTS[0][:text],
            rating=votes,
            votes=(votes, votes) if votes else None,
            spoiler=spoiler,
            site_id=f"{reviewer}{source}",
            site=source,
        ),
        is_cut=cut,
    ),
    st.sampled_from(["ada", "ben"]),
    st.sampled_from([50, 55, 100]),
    st.sampled_from(["A title", ""]),
    st.booleans(),
    st.none() | st.integers(1, 9),
    st.sampled_from(["here", "there"]),
    st.booleans(),
)


def told(library: Library) -> list[tuple[object, ...]]:
    return sorted(
        (
            review.byline.reviewer,
            review.title,
            review.text,
            str(review.rating),
            str(review.votes),
            review.spoiler,
        )
        for review in (item.review for item in every_review(library))
    )


@settings(max_examples=150)
@given(
    st.lists(
        st.tuples(st.lists(READ, max_size=3, unique_by=lambda it: it.byline.reviewer), st.booleans()),
        max_size=6,
    )
)
def test_after_taking_back_the_library_is_as_if_it_had_never_been_imported(
    tmp_path_factory: pytest.TempPathFactory, imports: list[tuple[list[Review], bool]]
) -> None:
    folder = tmp_path_factory.mktemp("undone")
    with Library(folder / "library.db") as library, Library(folder / "other.db") as other:
        for number, (reviews, stays) in enumerate(imports):
            save(library, reviews, 40 + number)
            if stays:
                save(other, reviews, 40 + number)
        kept = {index for index, (_, stays) in enumerate(imports) if stays}
        read = [index for index, (reviews, _) in enumerate(imports) if reviews]
        for index, entry in zip(read, reversed(all_imports(library)), strict=True):
            if index not in kept:
                undo_import(library, entry.id)
        assert find_faults(library) == ()
        assert told(library) == told(other)
        assert [film.site_total for film in all_films(library)] == [
            film.site_total for film in all_films(other)
        ]


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
