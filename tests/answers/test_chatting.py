from __future__ import annotations

from bot.answers.desk import Desk
from bot.questions.kinds import SaidBy
from bot.store.library import Library
from bot.store.reviews import film_reviews
from tests.making import make_review, save


def test_who_said_it_tells_the_day_too(desk: Desk, library: Library) -> None:
    review = make_review("ada", rating=9, text="The foghorn has the last word.")
    save(library, [review])
    date = review.byline.date
    assert date is not None
    (stored,) = film_reviews(library, 1, "helpful", limit=1)
    headline = desk.answer(SaidBy(stored.review_id)).headline
    assert headline.startswith("ada wrote that on ")
    assert str(date.year) in headline
