"""What people put in other words than the grammar's is read as what it means."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.model import Film, Filters
from bot.questions.film_names import FilmIndex, find_film
from bot.questions.kinds import (
    Average,
    CompareFilms,
    CompareSpans,
    Count,
    Extreme,
    Help,
    Measure,
    NotInReviews,
    Opinion,
    Statistic,
    Timeline,
    Unclear,
    Who,
)
from bot.questions.reading import read
from bot.questions.wording import in_words
from tests.questions.test_paraphrases import KNOWN


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("names of everyone who maxed it out", (10,)),
        ("who settled on a nine", (9,)),
        ("which ones ended up at 9", (9,)),
        ("who's in the ten club", (10,)),
        ("count the nines 4 me", (9,)),
        ("tot up the sevens for me", (7,)),
        ("how many sit in the 5 to 7 zone, both ends included", (5, 6, 7)),
        ("how many fell within 6 and 8", (6, 7, 8)),
        ("how many in the 6..8 band", (6, 7, 8)),
        ("how many stayed under 7", tuple(range(7))),
        ("who couldnt get past a 6? ie six at most", tuple(range(7))),
        ("how many never got above 6", tuple(range(7))),
        ("how many broke the 8 barrier", (9, 10)),
    ],
)
def test_a_rating_is_given_in_many_words(text: str, ratings: tuple[int, ...]) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Count)
    assert question.filters.ratings == ratings


@pytest.mark.parametrize(
    ("text", "spoilers"),
    [
        ("which reviewers put a spoiler warning on theirs", True),
        ("who left a spoiler warning up top", True),
        ("who leaves a spoiler alert", True),
        ("who dropped a spoiler warning in theirs", True),
        ("who flagged their review", True),
        ("who did not put a spoiler warning on theirs", False),
        ("how many took the trouble to leave the spoilers out", False),
        ("how many w/out spoilers", False),
        ("how many sans spoilers", False),
        ("how many reviews, leaving aside the spoiler ones", False),
    ],
)
def test_a_spoiler_warning_that_is_put_somewhere_is_there(text: str, *, spoilers: bool) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Count)
    assert question.filters.spoilers is spoilers


def test_spoilers_put_aside_are_not_averaged() -> None:
    for text in ("average, put the spoilers aside", "mean of those not hidden behind a spoiler wall"):
        question = read(text, KNOWN)
        assert isinstance(question, Average)
        assert question.filters.spoilers is False


@pytest.mark.parametrize(
    ("text", "measure", "lowest"),
    [
        ("someone wrote basically an essay on this. who", Measure.LENGTH, False),
        ("who went on and on", Measure.LENGTH, False),
        ("who kept it short and sweet", Measure.LENGTH, True),
        ("top review by raw helpful votes, who wrote it", Measure.HELPFUL_VOTES, False),
        ("who wrote the review that fewest people found helpful", Measure.HELPFULNESS, True),
    ],
)
def test_the_ends_of_an_order_have_many_names(text: str, measure: Measure, *, lowest: bool) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Extreme)
    assert (question.measure, question.lowest) == (measure, lowest)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("mean of the reviews from before 2010 in which Brandt is mentioned", "brandt"),
        ("average of the reviews where otto gets a mention", "otto"),
        ("in how many does Brandt's name come up", "brandt"),
        ("the boat comes up in how many reviews", "boat"),
        ("how many namecheck otto", "otto"),
    ],
)
def test_what_is_mentioned_is_told_in_many_ways(text: str, words: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Count | Average)
    assert question.filters.mentions == words


def test_the_middle_of_marks_that_are_lined_up_is_their_median() -> None:
    for text in (
        "If you lined all the marks up from worst to best, what is the middle one?",
        "if u sort all the ratings, which sits dead centre",
    ):
        question = read(text, KNOWN)
        assert isinstance(question, Average)
        assert question.statistic is Statistic.MEDIAN


def test_a_film_that_goes_on_and_on_is_no_long_review() -> None:
    assert isinstance(read("does it go on and on", KNOWN), Opinion)


@pytest.mark.parametrize(
    ("typed", "title"), [("quay 1", "Tallow Quay"), ("quay two", "Tallow Quay II: Low Water")]
)
def test_one_word_of_a_series_and_a_number_name_its_film(typed: str, title: str) -> None:
    films = [Film("Tallow Quay", 2003), Film("Tallow Quay II: Low Water", 2007), Film("Alien", 1979)]
    match = find_film(typed, FilmIndex.of(films))
    assert match.film is not None
    assert match.film.title == title


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("who was behind the camera, like cinematographer", "cinematographer"),
        ("who made the soundtrack, that 80s synth thing", "composer"),
        ("who collaborated with Brandt on the script", "writer"),
        ("does anyone know who was at the helm", "director"),
    ],
)
def test_jobs_are_asked_for_by_what_is_done(text: str, job: str) -> None:
    assert read(text, KNOWN) == Who(job)


@pytest.mark.parametrize(
    "text", ["which prison is it that Otto gets out of", "what car do they steal", "did people like das boot"]
)
def test_what_no_review_tells_is_said_not_to_be_there(text: str) -> None:
    assert isinstance(read(text, KNOWN), NotInReviews)


@pytest.mark.parametrize(
    ("text", "topic"),
    [("that boat, pretty or just rusty", "boat"), ("the ending, earned or cheap", "ending")],
)
def test_of_two_opinions_only_the_thing_is_the_topic(text: str, topic: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Opinion)
    assert topic in question.topic
    assert "or" not in question.topic.split()


def years(since: int | None, until: int | None) -> Filters:
    return Filters(
        since=dt.date(since, 1, 1) if since else None, until=dt.date(until, 12, 31) if until else None
    )


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("did people like it more before 2010", CompareSpans("", years(None, 2009), years(2010, None))),
        ("was it rated better in 2005 or in 2010", CompareSpans("", years(2005, 2005), years(2010, 2010))),
        ("average 2004-2008 vs 2015-2020", CompareSpans(None, years(2004, 2008), years(2015, 2020))),
        (
            "2015-2020 or 2004-2008, which average is higher",
            CompareSpans(None, years(2004, 2008), years(2015, 2020)),
        ),
        (
            "how many reviews before 2010 and how many after",
            CompareSpans(None, years(None, 2009), years(2010, None), Statistic.COUNT),
        ),
        (
            "how many reviews in 2005 and 2009",
            CompareSpans(None, years(2005, 2005), years(2009, 2009), Statistic.COUNT),
        ),
        (
            "median 2005 vs 2010",
            CompareSpans(None, years(2005, 2005), years(2010, 2010), Statistic.MEDIAN),
        ),
    ],
)
def test_two_spans_of_years_are_set_beside_each_other(text: str, question: CompareSpans) -> None:
    assert read(text, KNOWN) == question
    assert read(in_words(question), KNOWN) == question


@pytest.mark.parametrize(
    "text",
    ["average of bearded reviewers 2005 vs 2010", "reviews from 2010 and 2015", "share of 10s 2005 vs 2006"],
)
def test_two_spans_with_words_unread_give_no_figure(text: str) -> None:
    assert isinstance(read(text, KNOWN), Unclear)


def test_years_and_films_are_set_beside_each_other() -> None:
    assert isinstance(read("which year was it loved most", KNOWN), Timeline)
    assert read("tens per film", KNOWN) == CompareFilms(
        statistic=Statistic.COUNT, filters=Filters(ratings=(10,))
    )
    spoilers = CompareFilms(statistic=Statistic.COUNT, filters=Filters(spoilers=True))
    assert read("which film has most spoiler reviews", KNOWN) == spoilers


def test_the_spread_of_ratings_is_their_standard_deviation() -> None:
    assert read("what's the standard deviation", KNOWN) == Average(statistic=Statistic.DEVIATION)


def test_asking_what_may_be_asked_is_asking_for_help() -> None:
    assert read("so what sort of things may I ask you about?", KNOWN) == Help()


@pytest.mark.parametrize("verb", ["name drop", "namedrop", "name-check", "name drops"])
def test_a_name_dropped_is_a_mention(verb: str) -> None:
    question = read(f"how many {verb} hadaway", KNOWN)
    assert isinstance(question, Count)
    assert question.filters.mentions == "hadaway"
