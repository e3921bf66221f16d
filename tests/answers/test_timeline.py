from __future__ import annotations

import datetime as dt

from bot.answers.answer import Comparison, Fact, RatingsByYear, YearOfRatings
from bot.answers.desk import Desk
from bot.questions.kinds import CompareFilms, Statistic, Timeline
from bot.store.library import Library
from tests.making import HARBOUR, HARBOUR_II, make_review, save


def test_timeline_tells_each_year_with_what_it_rests_on(desk: Desk, library: Library) -> None:
    save(
        library,
        [
            make_review("a", rating=8, date=dt.date(2004, 1, 1)),
            make_review("b", rating=5, date=dt.date(2004, 12, 31)),
            make_review("c", rating=None, date=dt.date(2004, 6, 6)),
            make_review("d", rating=None, date=dt.date(2006, 6, 6)),
            make_review("e", rating=10, date=dt.date(2010, 6, 6)),
            make_review("f", rating=1, date=None),
        ],
    )

    answer = desk.answer(Timeline("harbour lights"))

    assert answer.found
    assert answer.headline == (
        "Reviews of Harbour Lights (1999) by year, 2004 to 2010: of years with more than one rating,"
        " 6.50 of 10, over 2 rated reviews of 3 in 2004."
    )
    assert answer.facts == (
        Fact("2004", "6.50 of 10, over 2 rated reviews of 3"),
        Fact("2006", "1 review, none rated"),
        Fact("2010", "10.00 of 10, over 1 rated review"),
    )
    assert answer.picture == RatingsByYear(
        HARBOUR,
        (YearOfRatings(2004, 3, 2, 6.5), YearOfRatings(2006, 1, 0, None), YearOfRatings(2010, 1, 1, 10.0)),
    )
    assert answer.notes == (
        "A single rating puts 2010 higher (10.00).",
        "1 review without a date is left out.",
    )


def test_single_voices_make_no_year_the_best_or_the_worst(desk: Desk, library: Library) -> None:
    ratings = {2004: [9], 2005: [9, 8], 2006: [7, 6], 2008: [6, 7], 2019: [10], 2024: [4]}
    save(
        library,
        [
            make_review(f"r{year}-{number}", rating=rating, date=dt.date(year, 3, 1))
            for year, given in ratings.items()
            for number, rating in enumerate(given)
        ],
    )

    answer = desk.answer(Timeline("harbour lights"))

    assert "highest in 2005 (8.50 of 10, over 2 rated reviews)" in answer.headline
    assert "lowest in 2006 (6.50 of 10, over 2 rated reviews) and 2008 (6.50" in answer.headline
    assert answer.notes == ("A single rating puts 2019 higher (10.00) and 2024 lower (4.00).",)


def test_timeline_of_a_film_without_dates_claims_nothing(desk: Desk, library: Library) -> None:
    save(library, [make_review(date=None)])
    answer = desk.answer(Timeline())
    assert not answer.found
    assert answer.headline == "No review of Harbour Lights (1999) bears a date."


def test_two_films_are_drawn_beside_each_other(desk: Desk, library: Library) -> None:
    save(library, [make_review("a", rating=8), make_review("b", rating=4, film=HARBOUR_II)])

    answer = desk.answer(CompareFilms(("harbour lights 1999", "harbour lights 2")))

    assert isinstance(answer.picture, Comparison)
    assert [item.film for item in (answer.picture.first, answer.picture.second)] == [HARBOUR, HARBOUR_II]
    assert answer.picture.second.counts == (0, 0, 0, 1, 0, 0, 0, 0, 0, 0)


def test_what_is_no_comparison_of_ratings_is_not_drawn(desk: Desk, library: Library) -> None:
    save(library, [make_review("a", rating=8), make_review("b", rating=None, film=HARBOUR_II)])
    films = ("harbour lights 1999", "harbour lights 2")
    assert desk.answer(CompareFilms(films)).picture is None, "one film has no rating"
    assert desk.answer(CompareFilms(films, Statistic.COUNT)).picture is None
    assert desk.answer(CompareFilms()).picture is None
