"""Reviews that hold one of some words: which, in what order, and how far SQLite goes for them."""

from __future__ import annotations

from bot.store.films import all_films
from bot.store.library import Library
from bot.store.passages import reviews_holding
from tests.making import HARBOUR, HARBOUR_II, make_review, save
from tests.store.steps import steps_of


def test_most_helpful_first_and_no_more_than_asked(library: Library) -> None:
    save(
        library,
        [
            make_review("ada", text="The tide rises.", votes=(1, 9)),
            make_review("ben", text="A tide of bells.", votes=(40, 41)),
            make_review("cho", text="Nothing of the kind.", votes=(90, 90)),
            make_review("dag", text="Bells at low tide.", votes=(5, 8)),
        ],
    )

    found = reviews_holding(library, ["tide", "high water"], None, limit=2)

    assert [one.review.byline.reviewer for one in found.reviews] == ["ben", "dag"]
    assert not found.all_of_them


def test_other_films_reviews_cost_nothing(library: Library) -> None:
    save(library, [make_review("ada", text="The tide rises."), make_review("ben", text="A bell.")])
    film_id = all_films(library)[0].id
    alone = _steps(library, film_id)
    save(library, [make_review(f"of-{number}", film=HARBOUR_II) for number in range(2_000)])

    assert _steps(library, film_id) < alone + 500
    assert reviews_holding(library, ["tide"], film_id, limit=80).reviews[0].review.film == HARBOUR


def _steps(library: Library, film_id: int) -> int:
    return steps_of(library, lambda one: reviews_holding(one, ["tide"], film_id, limit=80))
