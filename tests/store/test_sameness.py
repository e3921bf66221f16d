from __future__ import annotations

import datetime as dt
from dataclasses import replace
from itertools import permutations

import pytest

from bot.language.bylines import candidates
from bot.model import Byline, Film, Review, Votes
from bot.store.films import all_films, rating_counts_by_site
from bot.store.library import Library
from bot.store.removing import all_imports, undo_import
from bot.store.reviews import every_review
from bot.store.safekeeping import find_faults
from bot.store.saving import Counts
from tests.making import HARBOUR, make_review, save

TEXT = "The harbour glows at night, and nobody in it says a word. Only the gulls do, and they mean it badly."


def only(library: Library) -> Review:
    (stored,) = every_review(library)
    return stored.review


def test_a_review_from_two_sites_is_one(library: Library) -> None:
    here = make_review("ada", text=TEXT, site="IMDb", site_id="rw1", votes=(3, 4), rating=7)
    there = make_review(
        "Ada",
        text=TEXT.replace(". ", ".\n\n"),
        title="",
        site="Letterboxd",
        site_id="lb1",
        votes=None,
        rating=8,
    )
    assert save(library, [here]) == Counts(new=1)
    assert save(library, [there]) == Counts(unchanged=1)
    assert (only(library).site, only(library).rating, only(library).votes) == ("IMDb", 7, Votes(3, 4))
    assert save(library, [here]) == Counts(unchanged=1)
    assert find_faults(library) == ()


@pytest.mark.parametrize("order", list(permutations([60, len(TEXT)])))
def test_a_review_cut_by_one_source_is_kept_whole(library: Library, order: tuple[int, ...]) -> None:
    pages = [
        make_review("ada", text=TEXT[:length], site=f"Site {length}", site_id=f"r{length}")
        for length in order
    ]
    for page in pages:
        save(library, [page])
    assert only(library).text == TEXT
    for page in pages * 2:
        assert save(library, [page]) == Counts(unchanged=1)
    assert find_faults(library) == ()


def test_what_one_source_does_not_say_the_other_does(library: Library) -> None:
    one = make_review("ada", text=TEXT, rating=None, votes=None, title="", date=None, site_id="a")
    other = make_review("ada", text=TEXT, rating=4, votes=(8, 9), title="Gulls", spoiler=True, site_id="b")
    save(library, [one])
    assert save(library, [other]) == Counts(updated=1)
    found = only(library)
    assert (found.rating, found.votes, found.title, found.spoiler) == (4, Votes(8, 9), "Gulls", True)
    assert found.byline.date == dt.date(2010, 5, 17)
    assert save(library, [one]) == save(library, [other]) == Counts(unchanged=1)


def test_a_glued_byline_is_settled_by_another_source(library: Library) -> None:
    early, late = candidates("yoshi-3315 August 2005") or ()
    for wrong, right in ((early, late), (late, early)):
        byline = Byline("yoshi-3315 August 2005", *wrong, certain=False, other=(right.reviewer, right.date))
        film = Film(f"Harbour of {right.reviewer}", 1999)
        save(library, [replace(make_review(film=film, text=TEXT), byline=byline)])
        save(
            library,
            [make_review(right.reviewer, date=right.date, film=film, text=TEXT, site_id=right.reviewer)],
        )
    assert {item.review.byline.reviewer for item in every_review(library)} == {early.reviewer, late.reviewer}
    assert all(item.review.byline.certain for item in every_review(library))


@pytest.mark.parametrize(
    "other",
    [
        make_review("ben", text=TEXT, site_id="b"),
        make_review("ada", text="Quite another text, about a harbour by day and its cranes.", site_id="b"),
        make_review("ada", text=TEXT, film=Film("Harbour by Day", 2001), site_id="b"),
        make_review("ada", text="The harbour", site_id="b"),
    ],
    ids=["reviewer", "text", "film", "too short to tell"],
)
def test_reviews_that_differ_stay_two(library: Library, other: Review) -> None:
    save(library, [make_review("ada", text=TEXT, site_id="a")])
    assert save(library, [other]) == Counts(new=1)


def test_a_rating_alone_and_the_review_of_the_same_site_are_one(library: Library) -> None:
    rated = make_review("ada", title="", text="", rating=9, site="Letterboxd", votes=None, site_id="a")
    save(library, [rated])
    save(library, [replace(rated, text=TEXT, site_id="b")])
    assert (only(library).text, only(library).rating) == (TEXT, 9)
    assert save(library, [replace(rated, site="IMDb", site_id="c")]) == Counts(new=1)


def test_averages_are_kept_by_site(library: Library) -> None:
    save(
        library, [make_review("ada", rating=4, site="IMDb"), make_review("ben", rating=8, site="Letterboxd")]
    )
    save(library, [make_review("cho", rating=6)])
    (film,) = all_films(library)
    assert rating_counts_by_site(library, film.id) == {"IMDb": {4: 1}, "Letterboxd": {8: 1}, "": {6: 1}}


def test_taking_back_one_source_leaves_what_the_other_brought(library: Library) -> None:
    save(library, [make_review("ada", text=TEXT[:60], site="IMDb", site_id="a")])
    before = list(every_review(library))
    save(library, [make_review("ada", text=TEXT, site="Letterboxd", site_id="b")])
    second, first = all_imports(library)
    undo_import(library, first.id)
    assert only(library).text == TEXT
    undo_import(library, second.id)
    assert list(every_review(library)) == []
    save(library, [make_review("ada", text=TEXT[:60], site="IMDb", site_id="a")])
    save(library, [make_review("ada", text=TEXT, site="Letterboxd", site_id="b")])
    undo_import(library, all_imports(library)[0].id)
    assert list(every_review(library)) == before
    assert all_films(library)[0].film == HARBOUR
