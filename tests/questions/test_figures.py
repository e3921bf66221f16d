from __future__ import annotations

import datetime as dt

import pytest

from bot.model import Film, Filters
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    EVERY_FILM,
    THE_FILM,
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Counted,
    Extreme,
    Films,
    Grouping,
    Measure,
    MostCommon,
    Question,
    ReviewedBy,
    Share,
    Statistic,
    Timeline,
    Unclear,
)
from bot.questions.known import Known
from bot.questions.reading import read

LIGHTS, LIGHTS_II, GULL = "Harbour Lights (1999)", "Harbour Lights II (2003)", "The Gull House (2011)"
REVIEWERS = {"ada-77": "ada-77", "ben lee": "Ben Lee", "quill": "Quill"}


def find_reviewer(name: str) -> str | None:
    return REVIEWERS.get(name.lower())


KNOWN = Known(
    FilmIndex.of(
        [Film("Harbour Lights", 1999), Film("Harbour Lights II", 2003), Film("The Gull House", 2011)]
    ),
    find_reviewer=find_reviewer,
    holds=lambda word: word in {"brandt", "otto"},
    today=dt.date(2026, 5, 1),
)
IN_2005 = Filters(since=dt.date(2005, 1, 1), until=dt.date(2005, 12, 31))


def rated(*ratings: int) -> Filters:
    return Filters(ratings=ratings)


FIGURES: list[tuple[str, Question]] = [
    ("how many people gave it a 10", Count(THE_FILM, rated(10))),
    ("how many ppl gave harbour lights 2 a six??", Count(LIGHTS_II, rated(6))),
    ("how many gave 8 or more", Count(None, rated(8, 9, 10))),
    ("howmany 9+ does gull house have", Count("The Gull House (2011)", rated(9, 10))),
    ("number of reviews with at least 9 stars", Count(None, rated(9, 10))),
    ("how many reviews are 5 or below", Count(None, rated(0, 1, 2, 3, 4, 5))),
    ("how many scored it between 5 and 7", Count(THE_FILM, rated(5, 6, 7))),
    ("how many full marks", Count(None, rated(10))),
    ("how many gave more than 7.5", Count(None, rated(8, 9, 10))),
    ("how many didnt give it a 10", Count(THE_FILM, rated(*range(10)))),
    ("how many 9s or 10s were there", Count(None, rated(9, 10))),
    ("how many more 10s than 9s", Count(None, rated(9, 10))),
    ("more 7s or more 8s?", Count(None, rated(7, 8))),
    ("are there more 8s than 9s", Count(None, rated(8, 9))),
    ("how many reviews gave no rating", Count(None, Filters(rated=False))),
    ("did anyone give it less than 3?", Count(THE_FILM, rated(0, 1, 2))),
    ("who gave it a 4", Count(THE_FILM, rated(4))),
    ("how many reviews were written in 2005", Count(None, IN_2005)),
    ("how many reviews since 2010", Count(None, Filters(since=dt.date(2010, 1, 1)))),
    ("how many reviews before 2010", Count(None, Filters(until=dt.date(2009, 12, 31)))),
    ("how many reviews have spoilers", Count(None, Filters(spoilers=True))),
    ("how many reviews without spoilers", Count(None, Filters(spoilers=False))),
    ("how many reviews mention Brandt", Count(None, Filters(mentions="brandt"))),
    ('how many reviews use the word "foghorn"', Count(None, Filters(mentions="foghorn", as_spelt=True))),
    ("how many reviews are longer than 300 words", Count(None, Filters(words_from=301))),
    ("how many reviews have more than 20 helpful votes", Count(None, Filters(helpful_from=21))),
    ("how many reviews of harbour lights", Count(LIGHTS)),
    ("how many different reviewers are there in the whole library", Count(EVERY_FILM, of=Counted.REVIEWERS)),
    ("how many helpful votes in total", Count(None, of=Counted.HELPFUL_VOTES)),
    ("how many films are there", Films()),
    ("what percentage gave it 9 or more", Share(THE_FILM, rated(9, 10))),
    ("what share of the 2005 reviews gave full marks", Share(None, rated(10), IN_2005)),
    ("what percentage of 10s mention brandt", Share(None, Filters(mentions="brandt"), rated(10))),
    ("avg rating?", AverageRating()),
    ("whats the averge ratng of harbor lights", AverageRating(LIGHTS)),
    ("average rating of the reviews that mention brandt", Average(None, Filters(mentions="brandt"))),
    ("average score in 2005", Average(None, IN_2005)),
    ("average rating per year", Timeline()),
    ("median score of the gull house", Average(GULL, statistic=Statistic.MEDIAN)),
    ("average length of the reviews", Average(None, measure=Measure.LENGTH)),
    ("most common rating", MostCommon()),
    ("which year has the most reviews", MostCommon(by=Grouping.YEAR)),
    ("who gave the lowest score", Extreme(lowest=True)),
    ("longest review of harbour lights", Extreme(LIGHTS, Measure.LENGTH)),
    ("when was the first review written", Extreme(measure=Measure.DATE, lowest=True)),
    ("least helpful review", Extreme(measure=Measure.HELPFULNESS, lowest=True)),
    ("who liked it the least", Extreme(THE_FILM, lowest=True)),
    ("what are the 3 highest rated reviews from 2005", Extreme(filters=IN_2005, limit=3)),
    ("what did ada-77 give it", ReviewedBy("ada-77", None)),
    ("when did Ben Lee review harbour lights", ReviewedBy("Ben Lee", LIGHTS, Measure.DATE)),
    ("which film has the highest average", CompareFilms()),
    ("which one has the highest median", CompareFilms(statistic=Statistic.MEDIAN)),
    ("lowest mark in the whole library and for which film", Extreme(EVERY_FILM, lowest=True)),
    (
        "which film do people agree on the most",
        CompareFilms(statistic=Statistic.DEVIATION, lowest=True),
    ),
    ("which film do people disagree on most", CompareFilms(statistic=Statistic.DEVIATION)),
    ("by how much does harbour lights beat the gull house", CompareFilms((LIGHTS, GULL))),
    ("is harbour lights rated higher than the gull house", CompareFilms((LIGHTS, GULL))),
    (
        "which one got more 10s, harbour lights or gull house",
        CompareFilms((LIGHTS, GULL), Statistic.COUNT, rated(10)),
    ),
    ("is harbour lights 2 rated higher than the first one", CompareFilms((LIGHTS_II, LIGHTS))),
]


@pytest.mark.parametrize(("text", "question"), FIGURES)
def test_a_question_for_a_figure_is_read(text: str, question: Question) -> None:
    assert read(text, KNOWN) == question


@pytest.mark.parametrize(
    ("text", "unread"),
    [
        ("how many people over 30 gave it a 10", "30"),
        ("how many americans gave it a 10", "americans"),
        ("average rating of the blue reviews", "blue"),
        ("how many reviews were not written in 2005", "not"),
        ("how many gave it 4 out of 6", "6"),
        ("how many gave it a 15", "15"),
        ("what is the average rating each weekday", "each"),
        ("how many happy reviews in 2005", "happy"),
    ],
)
def test_what_stays_unread_stops_the_figure_and_is_told(text: str, unread: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Unclear)
    assert unread in question.unread
    assert question.readings


@pytest.mark.parametrize(
    "text",
    [
        "is the score any good",
        "who composed the score",
        "who wrote the score",
        "how does the score fit the mood",
        "is the average joe going to get it",
        "how many stars is the acting worth",
        "is it an average crime film",
        "what does the title mean",
        "best scene",
        "how many people die",
        "who is the star",
        "most violent moment",
    ],
)
def test_words_that_only_look_like_figures_are_kept_out(text: str) -> None:
    question = read(text, KNOWN)
    assert not isinstance(question, Count | Average | AverageRating | Share | MostCommon | Extreme)
