"""Figures over reviews: the same from what is kept as from the reviews, without going through them all."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Callable

import pytest

from bot.model import Filters, Review
from bot.store import counting
from bot.store.counting import Tally, select
from bot.store.films import all_films
from bot.store.library import Library
from tests.making import HARBOUR, HARBOUR_II, make_review, save
from tests.store.steps import steps_of

REVIEWS = [
    make_review(
        f"reviewer-{number % 7}-of-{number % 11}",
        film=HARBOUR if number % 3 else HARBOUR_II,
        title=f"No. {number}",
        rating=None if number % 5 == 0 else number % 10 + 1,
        spoiler=number % 4 == 0,
        date=dt.date(2001 + number % 6, 3, 4),
        votes=(number, 2 * number + 1),
    )
    for number in range(60)
]
FILTERS = [
    Filters(),
    Filters(ratings=(1, 2, 10)),
    Filters(ratings=()),
    Filters(rated=True),
    Filters(rated=False),
    Filters(spoilers=True),
    Filters(spoilers=False),
    Filters(ratings=(4,), spoilers=True),
    Filters(since=dt.date(2003, 1, 1)),
]


@pytest.fixture
def kept(library: Library) -> Library:
    for film in (HARBOUR, HARBOUR_II):
        save(library, [review for review in REVIEWS if review.film == film])
    return library


def wanted(filters: Filters, *, only_one: bool) -> list[Review]:
    return [
        review
        for review in REVIEWS
        if (not only_one or review.film == HARBOUR)
        and (filters.ratings is None or review.rating in filters.ratings)
        and (filters.rated is None or (review.rating is not None) is filters.rated)
        and (filters.spoilers is None or review.spoiler is filters.spoilers)
        and (filters.since is None or (review.byline.date or dt.date.min) >= filters.since)
    ]


@pytest.mark.parametrize("only_one", [True, False], ids=["a film", "all films"])
@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_every_figure_is_that_of_the_reviews(kept: Library, filters: Filters, only_one: bool) -> None:  # noqa: FBT001
    film_id = next(entry.id for entry in all_films(kept) if entry.film == HARBOUR) if only_one else None
    chosen = select(kept, film_id, filters)
    reviews = wanted(filters, only_one=only_one)
    ratings = Counter(str(review.rating) for review in reviews if review.rating is not None)

    assert counting.count(kept, chosen) == len(reviews)
    assert counting.count_rated(kept, chosen) == ratings.total()
    assert counting.groups(kept, chosen, "rating") == ratings
    assert counting.groups(kept, chosen, "year") == Counter(
        str(review.byline.date.year) for review in reviews if review.byline.date
    )
    most_helpful = sorted(reviews, key=lambda review: -review.votes.total if review.votes else 0)
    assert [one.review.title for one in counting.selected(kept, chosen, limit=4)] == [
        review.title for review in most_helpful[:4]
    ]


@pytest.mark.parametrize("lowest", [True, False])
def test_extreme_ratings_of_all_films_come_with_the_most_helpful_first(kept: Library, lowest: bool) -> None:  # noqa: FBT001
    found = counting.extremes(kept, select(kept, None, Filters()), "rating", lowest=lowest, limit=9)

    rated = [review for review in REVIEWS if review.rating is not None]
    rated.sort(key=lambda review: ((review.rating or 0) * (1 if lowest else -1), -int(review.title[4:])))
    assert [one.review.title for one in found] == [review.title for review in rated[:9]]


@pytest.mark.parametrize("least", [True, False])
def test_tally_of_reviewers_counts_everybody_and_names_a_few(kept: Library, least: bool) -> None:  # noqa: FBT001
    told = counting.tally(kept, select(kept, None, Filters()), "reviewer", least=least)

    by_name = Counter(review.byline.reviewer for review in REVIEWS)
    most = min(by_name.values()) if least else max(by_name.values())
    sharing = sorted(name for name, number in by_name.items() if number == most)
    assert told is not None
    assert (told.most, told.total, told.share) == (most, len(REVIEWS), len(sharing))
    assert list(told.names) == sharing[:7]
    assert list(told.listed.values()) == sorted(by_name.values(), reverse=True)[:12]


def test_a_tally_of_nothing_is_none(library: Library) -> None:
    assert counting.tally(library, select(library, None, Filters()), "reviewer", least=False) is None
    assert counting.tally(library, select(library, None, Filters()), "rating", least=True) is None


def test_tally_of_ratings_names_those_that_share_a_place(library: Library) -> None:
    save(library, [make_review(f"ada{at}", rating=rating) for at, rating in enumerate([3, 3, 8, 8, 9])])

    told = counting.tally(library, select(library, None, Filters()), "rating", least=False)

    assert told == Tally(most=2, total=5, share=2, names=("3", "8"), listed={"3": 2, "8": 2, "9": 1})


FIGURES: dict[str, Callable[[Library], object]] = {
    "how many": lambda library: counting.count(library, select(library, None, Filters())),
    "how many spoilers": lambda library: counting.count(
        library, select(library, None, Filters(spoilers=True))
    ),
    "how many tens": lambda library: counting.count(library, select(library, None, Filters(ratings=(10,)))),
    "ratings": lambda library: counting.groups(library, select(library, None, Filters()), "rating"),
    "years": lambda library: counting.groups(library, select(library, None, Filters()), "year"),
}


@pytest.mark.parametrize("figure", FIGURES)
def test_whole_library_is_told_from_what_is_kept(kept: Library, figure: str) -> None:
    before = steps_of(kept, FIGURES[figure])
    save(kept, [make_review(f"late-{number}", film=HARBOUR_II) for number in range(3_000)])

    assert steps_of(kept, FIGURES[figure]) < before + 500
