from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import StoreError
from bot.model import PageHead, Review, Votes
from bot.store.films import all_films, edition, rating_counts
from bot.store.library import Library
from bot.store.reviews import every_review, film_reviews, find_review
from bot.store.saving import Counts, importing, review_id
from tests.making import HARBOUR, HARBOUR_II, make_review, save


def check_index(library: Library) -> None:
    """Hold the full-text index against the table; raises where they differ."""
    with library.transaction() as connection:
        connection.execute("INSERT INTO review_text (review_text, rank) VALUES ('integrity-check', 1)")


def recounted(library: Library) -> dict[int, int]:
    rows = library.rows("SELECT rating, count(*) AS reviews FROM review WHERE rating > 0 GROUP BY rating")
    return {row["rating"]: row["reviews"] for row in rows}


def test_the_same_page_twice_changes_nothing(library: Library) -> None:
    page = [make_review("ada"), make_review("ben", rating=None), make_review("cho", votes=None)]
    assert save(library, page) == Counts(new=3)
    before = list(every_review(library))
    assert save(library, page) == Counts(unchanged=3)
    assert list(every_review(library)) == before


def test_a_newer_copy_updates_votes_ratings_and_texts_and_keeps_the_ids(library: Library) -> None:
    save(library, [make_review("ada", votes=(3, 4)), make_review("ben")])
    (ada,) = [item for item in every_review(library) if item.review.byline.reviewer == "ada"]
    newer = make_review("ada", votes=(30, 40), rating=2, spoiler=True, text="Now it is darker than before.")
    page = [newer, make_review("ben"), make_review("cho")]
    assert save(library, page) == Counts(new=1, updated=1, unchanged=1)
    stored = find_review(library, ada.review_id)
    assert stored is not None
    assert (stored.review.votes, stored.review.rating) == (Votes(30, 40), 2)
    assert (stored.review.spoiler, stored.review.text) == (True, "Now it is darker than before.")
    check_index(library)


def test_an_older_copy_with_fewer_votes_changes_nothing(library: Library) -> None:
    save(library, [make_review("ada", votes=(30, 40))])
    assert save(library, [make_review("ada", votes=(3, 4), text="As it read before.")]) == Counts(unchanged=1)


def test_a_copy_without_votes_keeps_those_we_know(library: Library) -> None:
    save(library, [make_review("ada", votes=(30, 40))])
    assert save(library, [make_review("ada", votes=None, rating=1)]) == Counts(updated=1)
    (stored,) = every_review(library)
    assert (stored.review.votes, stored.review.rating) == (Votes(30, 40), 1)


def test_a_cut_copy_takes_nothing_from_what_is_known(library: Library) -> None:
    whole = make_review(
        "ada", title="Dark", votes=(30, 40), spoiler=True, text="He dies in the boat at dawn."
    )
    save(library, [whole])
    for text in ("", "He dies in", "He dyes in the"):
        save(library, [replace(whole, text=text, spoiler=False, rating=1, votes=None, is_cut=True)])
    (stored,) = every_review(library)
    assert (stored.review.text, stored.review.spoiler) == (whole.text, True)
    assert (stored.review.rating, stored.review.votes) == (whole.rating, whole.votes)


def test_a_later_copy_completes_a_cut_one(library: Library) -> None:
    whole = make_review("ada", votes=(30, 40), spoiler=True, text="He dies in the boat at dawn.")
    cut = replace(whole, text="", spoiler=False, votes=None, is_cut=True)
    assert save(library, [cut]) == Counts(new=1)
    assert save(library, [replace(cut, text="He dies", spoiler=True)]) == Counts(updated=1)
    assert save(library, [cut]) == Counts(unchanged=1)
    assert save(library, [whole]) == Counts(updated=1)
    (stored,) = every_review(library)
    assert replace(stored.review, film=whole.film, byline=whole.byline) == whole


def test_a_cut_copy_in_the_file_of_the_whole_one_is_no_second_review(library: Library) -> None:
    whole = make_review("ada", votes=(30, 40), text="The harbour sleeps under its lamps.")
    cut = replace(whole, text="The harbour", votes=None, is_cut=True)
    for copies in ([cut, whole], [whole, cut], [cut, cut, whole, whole]):
        save(library, copies)
        (stored,) = every_review(library)
        assert (stored.review.text, stored.review.votes) == (whole.text, whole.votes)


def test_a_spoiler_whose_text_is_hidden_this_time_keeps_the_text_we_know(library: Library) -> None:
    whole = make_review("ada", spoiler=True, text="He dies in the boat at dawn.")
    save(library, [whole])
    assert save(library, [replace(whole, text="")]) == Counts(unchanged=1)


def test_several_pages_of_a_film_add_up(library: Library) -> None:
    save(library, [make_review("ada", rating=4), make_review("ben", rating=4)], site_total=44)
    save(library, [make_review("ben", rating=4), make_review("cho", rating=9)])
    (entry,) = all_films(library)
    assert (entry.film, entry.reviews, entry.site_total) == (HARBOUR, 3, 44)
    assert rating_counts(library, entry.id) == {4: 2, 9: 1}


def test_kept_totals_agree_with_a_recount_after_updates(library: Library) -> None:
    save(library, [make_review(f"r{n}", rating=n % 10 + 1, spoiler=n % 3 == 0) for n in range(40)])
    save(library, [make_review(f"r{n}", rating=None if n % 2 else 5, spoiler=False) for n in range(20)])
    (entry,) = all_films(library)
    assert rating_counts(library, entry.id) == recounted(library)
    (spoilers,) = library.rows("SELECT count(*) FROM review WHERE spoiler = 1")[0]
    assert (entry.reviews, entry.spoilers) == (40, spoilers)


def test_a_page_that_fails_midway_leaves_nothing(library: Library) -> None:
    save(library, [make_review("ada")])
    before = list(every_review(library))

    def breaks_off() -> None:
        with importing(library) as running:
            running.note_film(PageHead(HARBOUR_II, 3))
            running.add([make_review("ben", film=HARBOUR_II)])
            raise InterruptedError

    with pytest.raises(InterruptedError):
        breaks_off()
    assert list(every_review(library)) == before
    assert [entry.film for entry in all_films(library)] == [HARBOUR]
    check_index(library)


def test_an_id_survives_another_way_of_splitting_the_byline() -> None:
    review = make_review("yoshi-33", date=dt.date(2005, 8, 15))
    other = replace(review, byline=replace(review.byline, reviewer="yoshi-331", date=dt.date(2005, 8, 5)))
    assert review_id(review) == review_id(other)


def test_the_sites_own_id_is_the_id() -> None:
    assert review_id(make_review(site_id="rw1234567")) == "rw1234567"


def test_two_reviews_alike_in_all_but_their_text_are_two(library: Library) -> None:
    page = [make_review("ada", text="One view of it."), make_review("ada", text="Quite another view of it.")]
    assert save(library, [*page, page[0]]) == Counts(new=2, unchanged=1)
    assert save(library, page) == Counts(unchanged=2)


def test_a_review_that_is_new_and_updated_in_one_import_is_indexed_once(library: Library) -> None:
    with importing(library) as running:
        for votes, text in enumerate(("First it was grey.", "Then it was blue.", "Then it was green.")):
            running.begin_file(text)
            running.add([make_review("ada", votes=(votes, votes), text=text)])
    assert running.counts == Counts(new=1, updated=2)
    check_index(library)


def test_editions_count_changes(library: Library) -> None:
    before = edition(library)
    save(library, [make_review()])
    assert edition(library) > before


def test_orders_of_a_films_reviews(library: Library) -> None:
    save(
        library,
        [
            make_review("few", votes=(2, 2), rating=10, date=dt.date(2001, 1, 1)),
            make_review("many", votes=(54, 62), rating=3, date=dt.date(2002, 1, 1)),
            make_review("split", votes=(50, 100), rating=7, date=dt.date(2000, 1, 1)),
            make_review("none", votes=None, rating=None, date=None),
        ],
    )
    (entry,) = all_films(library)

    def in_order(order: str) -> list[str]:
        found = film_reviews(library, entry.id, order, limit=10)
        return [item.review.byline.reviewer for item in found]

    assert in_order("helpful") == ["many", "split", "few", "none"]
    assert in_order("newest") == ["many", "few", "split"]
    assert in_order("highest") == ["few", "split", "many"]
    assert in_order("lowest") == ["many", "split", "few"]
    assert in_order("divisive")[0] == "split"


def test_two_processes_may_write_and_read_at_once(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with Library(path) as one, Library(path) as other:
        save(one, [make_review("ada")])
        save(other, [make_review("ben")])
        assert len(list(every_review(one))) == len(list(every_review(other))) == 2


def test_a_file_that_is_no_database_is_told(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_text("These are not the pages you are looking for." * 50)
    with pytest.raises(StoreError, match="damaged or no database of ours"):
        Library(path)


def test_a_python_with_an_old_sqlite_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sqlite3.sqlite_version_info", (3, 31, 1))
    with pytest.raises(StoreError, match=r"needs 3\.38 or newer"):
        Library(tmp_path / "library.db")


def test_a_folder_that_is_a_file_is_told(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("")
    with pytest.raises(StoreError, match="PULLQUOTE_DATA"):
        Library(tmp_path / "data" / "library.db")


def test_tables_are_strict(library: Library) -> None:
    with pytest.raises(StoreError), library.transaction() as connection:
        connection.execute("INSERT INTO film (title, year, key) VALUES ('x', 'not a year', 'x')")
    for row in library.rows("SELECT name, strict FROM pragma_table_list WHERE type = 'table'"):
        assert row["strict"] or row["name"].startswith(("_sqlite", "sqlite_", "review_text_"))


def test_readers_cannot_write(library: Library) -> None:
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        library.reader().execute("DELETE FROM film")


def test_nasty_texts_come_back_as_they_were(library: Library) -> None:
    texts = ["'; DROP TABLE review; --", '"" OR * NEAR(', "😀 שלום \u202e abc", "a\r\nb", "x" * 100_000]
    reviews: list[Review] = [make_review(f"r{n}", title=text[:50], text=text) for n, text in enumerate(texts)]
    save(library, reviews)
    assert sorted(item.review.text for item in every_review(library)) == sorted(texts)
    check_index(library)
