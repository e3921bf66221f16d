"""What a figure counts, in good English whatever it counts and however many there are."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.restating import in_points, told
from bot.model import Filters

DAYS = st.dates(dt.date(1999, 1, 1), dt.date(2020, 12, 31))
RATINGS = st.sets(st.integers(1, 10), min_size=1).map(sorted).map(tuple)
NUMBERS = st.integers(0, 3)


@st.composite
def conditions(draw: st.DrawFn) -> Filters:
    since, until = sorted((draw(DAYS), draw(DAYS)))
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    every = {
        "ratings": draw(RATINGS),
        "stars": draw(st.sampled_from([None, True])),
        "rated": draw(st.booleans()),
        "since": since,
        "until": until,
        "reviewer": "ada",
        "site": "Letterboxd",
        "spoilers": draw(st.booleans()),
        "mentions": "boat",
        "words_from": low,
        "words_to": high,
        "helpful_from": low,
        "votes_to": high,
    }
    given = draw(st.sets(st.sampled_from(sorted(every)), min_size=1))
    return Filters(**{name: value for name, value in every.items() if name in given - {"stars"}})  # type: ignore[arg-type]


@given(conditions())
def test_verbs_agree_with_the_number_of_reviews(filters: Filters) -> None:
    if not filters:
        return
    words = re.sub(r'"[^"]*"', "", told(filters, one=True))
    assert not re.search(r"\b(?:were|are|have|mention|spoilers)\b", words)
    words = re.sub(r'"[^"]*"', "", told(filters, one=False))
    assert not re.search(r"\b(?:was|is|has|mentions|a spoiler)\b", words)


@given(conditions(), st.booleans())
def test_each_number_has_its_noun_in_the_right_form(filters: Filters, one: bool) -> None:  # noqa: FBT001
    words = told(filters, one=one) if filters else ""
    assert not re.search(r"(?<![\d,.] to )(?<!to )\b1 (?:words|votes|helpful votes|stars)\b", words)
    assert not re.search(r"\b(?:0|[2-9]) (?:word|vote|helpful vote|star)\b", words)
    assert words.count("written") <= 1


@pytest.mark.parametrize(
    ("filters", "one", "words"),
    [
        (
            Filters(ratings=(7,), since=dt.date(2008, 1, 1), until=dt.date(2008, 12, 31)),
            True,
            "gave 7/10 and was written in 2008",
        ),
        (
            Filters(reviewer="ada", since=dt.date(2007, 1, 1), until=dt.date(2007, 12, 31)),
            True,
            "was written in 2007 by ada",
        ),
        (Filters(ratings=(10,), stars=True), False, "gave 5 stars (10/10)"),
        (Filters(ratings=(8, 9, 10), stars=True), False, "gave 4 stars or more (8/10 or more)"),
        (Filters(ratings=(2,), stars=True), False, "gave 1 star (2/10)"),
        (Filters(site="IMDb"), False, "were published on IMDb"),
        (Filters(mentions="otto", also_mentions="boat"), False, 'mention "otto" and "boat"'),
        (Filters(spoilers=False), True, "is not marked as a spoiler"),
        (Filters(words_to=1), False, "are at most 1 word long"),
    ],
)
def test_conditions_are_told_as_people_say_them(filters: Filters, one: bool, words: str) -> None:  # noqa: FBT001
    assert told(filters, one=one) == words


@pytest.mark.parametrize(
    ("stars", "points"),
    [((10,), (5,)), ((8, 9, 10), (4, 5, 6, 7, 8, 9, 10)), ((0, 1, 2, 3, 4), (0, 1, 2)), ((4, 8), (2, 4))],
)
def test_stars_may_have_meant_points(stars: tuple[int, ...], points: tuple[int, ...]) -> None:
    assert in_points(Filters(ratings=stars, stars=True)) == Filters(ratings=points)
    assert in_points(Filters(ratings=stars)) is None
