"""Questions for figures in words that no one thought of at first: the intent and the slots, in any order."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.model import Film, Filters
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    AverageRating,
    Count,
    Extreme,
    Grouping,
    Measure,
    MostCommon,
    Question,
    ReviewedBy,
    Share,
    Statistic,
    TopReviews,
    Unclear,
)
from bot.questions.known import Known
from bot.questions.reading import read

KNOWN = Known(
    FilmIndex.of([Film("Harbour Lights", 1999), Film("The Gull House", 2011)]),
    film=Film("Harbour Lights", 1999),
    find_reviewer=lambda name: {"ada-77": "ada-77", "berit9": "berit9"}.get(name.lower()),
    holds=lambda word: word in {"brandt", "music", "scene", "ending", "boat", "matrix"},
    today=dt.date(2026, 5, 1),
)
TEN_OR_SO = (8, 9, 10)
UNDER_FIVE = (0, 1, 2, 3, 4)


def counted(text: str) -> Filters | None:
    question = read(text, KNOWN)
    return question.filters if isinstance(question, Count) else None


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("any idea how many folks gave this a ten outta ten", (10,)),
        ("how many of the reviewers were generous enough to give it ten", (10,)),
        ("how many people liked it enough to give 8+", TEN_OR_SO),
        ("how many ratings north of 7", TEN_OR_SO),
        ("how many gave an 8, a 9 or a 10", TEN_OR_SO),
        ("sub 5 ratings, how many", UNDER_FIVE),
        ("how many people were below 5 with this sequel", UNDER_FIVE),
        ("how many people couldn't be bothered to give it even a 5", UNDER_FIVE),
        ("how many didn't even reach a five", UNDER_FIVE),
        ("how many reviewers couldn't stretch to a five", UNDER_FIVE),
        ("from the eights up, how many reviews", TEN_OR_SO),
        ("i only trust eights and up. how many of those are there?", TEN_OR_SO),
        ("could i trouble you for the count of reviews scoring eight and over", TEN_OR_SO),
    ],
)
def test_ratings_are_bounded_in_many_words(text: str, ratings: tuple[int, ...]) -> None:
    assert counted(text) == Filters(ratings=ratings)


@pytest.mark.parametrize(
    "text",
    [
        "what would the average be if the reviews with a spoiler warning didn't count",
        "forget the spoiler reviews, average of the rest",
        "average of the rest once spoiler reviews are gone",
        "the spoiler ones shouldn't count. average?",
    ],
)
def test_spoilers_that_do_not_count_are_left_out(text: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Average)
    assert question.filters == Filters(spoilers=False)


@pytest.mark.parametrize(
    "text",
    [
        "brandt, how many mention him?",
        "brandt - how many reviews mention him",
        "I miss Otto Brandt in this one. how many mention him by name",
    ],
)
def test_a_pronoun_is_mentioned_for_whom_another_clause_names(text: str) -> None:
    filters = counted(text)
    assert filters is not None
    assert filters.mentions in ("brandt", "otto brandt")


def test_a_pronoun_that_stands_for_nobody_is_asked_back() -> None:
    assert isinstance(read("how many reviews mention him", KNOWN), Unclear)


@pytest.mark.parametrize(
    "text",
    [
        "what did most people give it",
        "most people gave it what",
        "which score did the largest number of people give",
        "what rating do you see most",
        "what do most of them rate it",
    ],
)
def test_the_most_common_rating_is_what_most_people_gave(text: str) -> None:
    assert read(text, KNOWN) in (MostCommon(), MostCommon(""))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("who had the most to say", Extreme(None, Measure.LENGTH)),
        ("whos the biggest yapper", Extreme(None, Measure.LENGTH)),
        ("longest write up?", Extreme(None, Measure.LENGTH)),
        ("who said the least", Extreme(None, Measure.LENGTH, lowest=True)),
        ("who couldn't be bothered to write much", Extreme(None, Measure.LENGTH, lowest=True)),
        ("who gave the fewest stars", Extreme(None, Measure.RATING, lowest=True)),
        ("who was quickest to review", Extreme(None, Measure.DATE, lowest=True)),
        ("top helpful review pls", Extreme(None, Measure.HELPFULNESS)),
        ("who wrote the review everyone found helpful", Extreme(None, Measure.HELPFULNESS)),
        ("which review do people find useless", Extreme(None, Measure.HELPFULNESS, lowest=True)),
        ("in which year did it get reviewed the most", MostCommon("", by=Grouping.YEAR)),
        ("ada-77: how many points", ReviewedBy("ada-77")),
        ("ada-77 rated how many out of 10", ReviewedBy("ada-77")),
        ("how high did ada-77 go", ReviewedBy("ada-77")),
        ("who liked it more, ada-77 or berit9", ReviewedBy("ada-77", other="berit9")),
        ("ada-77 vs berit9, who rated higher", ReviewedBy("ada-77", other="berit9")),
        ("rating of the 2011 one", AverageRating("The Gull House (2011)")),
        ("how many reviews talk about the boat haha", Count(filters=Filters(mentions="boat"))),
        ("who couldn't be bothered and wrote the shortest one", Extreme(None, Measure.LENGTH, lowest=True)),
        ("over all films you have, how many times was a 9 given", Count(EVERY_FILM, Filters(ratings=(9,)))),
        ("average by source", AverageRating()),
        ("average rating per site", AverageRating()),
        ("the 5 newest", Extreme(None, Measure.DATE, limit=5)),
        ("top 3 longest reviews", Extreme(None, Measure.LENGTH, limit=3)),
        ("the word music: in how many reviews?", Count(filters=Filters(mentions="music", as_spelt=True))),
        ("reviews no older than 2015, the mean", Average(filters=Filters(since=dt.date(2015, 1, 1)))),
        ("pre-2010 average", Average(filters=Filters(until=dt.date(2009, 12, 31)))),
        ("mean of everything you've got", Average(EVERY_FILM)),
        ("word count of ada-77's review", ReviewedBy("ada-77", measure=Measure.LENGTH)),
        ("what percent of them gave 7 or more", Share(None, Filters(ratings=(7, 8, 9, 10)))),
        ("how big a share gave 7 or more", Share(None, Filters(ratings=(7, 8, 9, 10)))),
        ("if you add up all the scores and divide by how many, what do you get", AverageRating()),
        ("if you sorted all the ratings what's the middle one", Average(statistic=Statistic.MEDIAN)),
        ("from what to what do the ratings go", AverageRating()),
        ("starting in 2015 what is the average", Average(filters=Filters(since=dt.date(2015, 1, 1)))),
        ("how many eights and how many nines did it get", Count("", Filters(ratings=(8, 9)))),
        (
            "how many scored it between 5 and 7, counting both 5 and 7",
            Count("", Filters(ratings=(5, 6, 7))),
        ),
        (
            "mean score since 2020 (so 2020 and newer)",
            Average(filters=Filters(since=dt.date(2020, 1, 1))),
        ),
        ("how many have 20 or more helpful votes", Count(filters=Filters(helpful_from=20))),
    ],
)
def test_intents_are_known_by_their_words_wherever_they_stand(text: str, question: Question) -> None:
    assert read(text, KNOWN) == question


@pytest.mark.parametrize(
    "text",
    [
        "average age of reviewers",
        "how many reviews mention the boat saucepan",
        "how many gave the matrix a 10",
        "average of those named Otto",
        "average of reviews by people named Mads",
    ],
)
def test_what_is_averaged_or_rated_must_be_the_film(text: str) -> None:
    assert not isinstance(read(text, KNOWN), Count | Average | AverageRating)


@pytest.mark.parametrize(
    "text",
    [
        "average if ada-77 is left out",
        "what would the mean be if ada-77 had not reviewed it",
        "how many besides ada-77 gave a 10",
        "how many tens in the last 5 reviews",
        "average of the five longest reviews",
    ],
)
def test_a_figure_without_somebody_or_of_a_few_reviews_is_asked_back(text: str) -> None:
    assert not isinstance(read(text, KNOWN), Count | Average | AverageRating | Extreme)


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        (
            "lowest and highest score, and who gave them?",
            (Extreme(None), Extreme(None, lowest=True)),
        ),
        (
            "were half of them kinder before 2010 or after",
            (
                Average(filters=Filters(until=dt.date(2009, 12, 31))),
                Average(filters=Filters(since=dt.date(2010, 1, 1))),
            ),
        ),
    ],
)
def test_two_figures_in_one_question_are_offered_one_by_one(
    text: str, readings: tuple[Question, ...]
) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Unclear)
    assert question.readings == readings
    assert question.asks


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("how many gave it a single star", (1, 2)),
        ("how many 1 star reviews", (1, 2)),
        ("how many between 1 and 2 stars", (1, 2, 3, 4)),
        ("how many 5 star reviews", (10,)),
        ("how many gave it 4 stars or more", TEN_OR_SO),
        ("how many gave less than 3 stars", (0, 1, 2, 3, 4, 5)),
        ("how many gave 3.5 stars", (7,)),
        ("how many gave three and a half stars", (7,)),
        ("how many gave 4/5", (8,)),
        ("how many gave 4 out of 5", (8,)),
        ("how many between 2 and 4 stars", (4, 5, 6, 7, 8)),
    ],
)
def test_up_to_five_stars_are_stars_of_five(text: str, ratings: tuple[int, ...]) -> None:
    assert counted(text) == Filters(ratings=ratings, stars=True)


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("how many gave 8 stars", (8,)),
        ("how many gave 4 out of 10 stars", (4,)),
        ("how many gave 4/10", (4,)),
        ("how many gave 4 points", (4,)),
        ("how many gave a 4", (4,)),
    ],
)
def test_points_and_more_than_five_stars_are_points_of_ten(text: str, ratings: tuple[int, ...]) -> None:
    assert counted(text) == Filters(ratings=ratings)


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("how many mention both brandt and the boat", Filters(mentions="brandt", also_mentions="boat")),
        ('how many reviews mention "otto" and "boat"', Filters(mentions="otto", also_mentions="boat")),
        ("how many mention brandt and gave a 10", Filters(mentions="brandt", ratings=(10,))),
        (
            "how many mention the boat in 2020",
            Filters(mentions="boat", since=dt.date(2020, 1, 1), until=dt.date(2020, 12, 31)),
        ),
        ('how many use the word "boat"', Filters(mentions="boat", as_spelt=True)),
    ],
)
def test_one_word_or_two_are_mentioned(text: str, filters: Filters) -> None:
    assert counted(text) == filters


@pytest.mark.parametrize(
    ("text", "filters"),
    [
        ("show me reviews with no spoilers", Filters(spoilers=False)),
        ("reviews from 2005", Filters(since=dt.date(2005, 1, 1), until=dt.date(2005, 12, 31))),
        ("any 10/10?", Filters(ratings=(10,))),
        ("5 star reviews", Filters(ratings=(10,), stars=True)),
        ("which reviews gave a 10", Filters(ratings=(10,))),
    ],
)
def test_reviews_asked_for_are_shown(text: str, filters: Filters) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, TopReviews)
    assert question.filters == filters


SITES = replace(KNOWN, sites=("IMDb", "Letterboxd"))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("what do letterboxd people give it", Average("", Filters(site="Letterboxd"))),
        ("average on imdb", Average(None, Filters(site="IMDb"))),
        ("how many letterboxd reviews gave a 10", Count(None, Filters(ratings=(10,), site="Letterboxd"))),
        ("how is it rated on imdb and on letterboxd", AverageRating()),
    ],
)
def test_the_site_of_several_narrows(text: str, question: Question) -> None:
    assert read(text, SITES) == question


def test_of_the_only_site_all_reviews_are() -> None:
    assert read("average on imdb", replace(KNOWN, sites=("IMDb",))) == AverageRating()
