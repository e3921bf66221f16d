from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Film, Filters
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Extreme,
    Films,
    Help,
    Measure,
    Mentions,
    Order,
    People,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    SearchOrder,
    Statistic,
    TopReviews,
    Unclear,
    WholeReview,
)
from bot.questions.known import Known
from bot.questions.reading import read

KNOWN = Known(
    FilmIndex.of(
        [
            Film("Pusher II", 2004),
            Film("Pusher", 1996),
            Film("Heat", 1995),
            Film("It", 2017),
            Film("Alien³", 1992),
            Film("Blade Runner 2049", 2017),
            Film("12 Angry Men", 1957),
        ]
    )
)

COMMANDS: list[tuple[str, Question]] = [
    ("rating pusher 2", AverageRating("pusher 2")),
    ("/rating pusher 2", AverageRating("pusher 2")),
    ("RATING Pusher II", AverageRating("Pusher II")),
    ("avg pusher 2", AverageRating("pusher 2")),
    ("average rating of pusher 2", AverageRating("pusher 2")),
    ("score for the film pusher 2 please", AverageRating("pusher 2")),
    ('rating "pusher 2"', AverageRating("pusher 2")),
    ("rating film: pusher 2", AverageRating("pusher 2")),
    ("rating", AverageRating()),
    ("rating of this film", AverageRating()),
    ("rating it", AverageRating("it")),
    ("rating pusher 9", AverageRating("pusher 9")),
    ("rating casablanca", AverageRating("casablanca")),
    ("top pusher 2", TopReviews("pusher 2")),
    ("/top pusher 2 newest", TopReviews("pusher 2", Order.NEWEST)),
    ("top newest pusher 2", TopReviews("pusher 2", Order.NEWEST)),
    ("top pusher 2 lowest rated", TopReviews("pusher 2", Order.LOWEST)),
    ("top pusher 2 order: highest page: 3", TopReviews("pusher 2", Order.HIGHEST, 3)),
    ("top 5 reviews of pusher 2", Extreme("pusher 2", Measure.HELPFULNESS, limit=5)),
    ("top 3 pusher 2", Extreme("pusher 2", Measure.HELPFULNESS, limit=3)),
    ("lowest 2 pusher 2", Extreme("pusher 2", Measure.RATING, lowest=True, limit=2)),
    ("top rated pusher 2", TopReviews("pusher 2", Order.HIGHEST)),
    ("top rated reviews of pusher 2", TopReviews("pusher 2", Order.HIGHEST)),
    ("top 12 angry men", TopReviews("12 angry men")),
    ("top 3 12 angry men", Extreme("12 angry men", Measure.HELPFULNESS, limit=3)),
    ("search for fog", Search("fog")),
    ("search for fog in pusher 2", Search("fog", "pusher 2")),
    ("look for cocaine", Search("cocaine")),
    ("search reviews", Search("reviews")),
    ("list of films", Films()),
    ("/ask rating pusher 2", AverageRating("pusher 2")),
    ("ask rating pusher 2", AverageRating("pusher 2")),
    ("help top", Help()),
    ("reviews mentioning cocaine", Mentions("cocaine")),
    ("review of PAolo-10", WholeReview("PAolo-10")),
    ("read kristianbk's review", WholeReview("kristianbk")),
    ("best pusher 2", TopReviews("pusher 2")),
    ("worst pusher 2", TopReviews("pusher 2", Order.LOWEST)),
    ("reviews pusher 2 page 2", TopReviews("pusher 2", page=2)),
    ("most divisive pusher 2", TopReviews("pusher 2", Order.DIVISIVE)),
    ("review pusher 2", TopReviews("pusher 2")),
    ("search camera", Search("camera")),
    ("find camera in pusher 2", Search("camera", "pusher 2")),
    ("search camera in hand", Search("camera in hand")),
    (
        'search "hand-held camera" -shaky film: pusher 2 rating: 8-10',
        Search('"hand-held camera" -shaky', "pusher 2", rating_from=8, rating_to=10),
    ),
    ("search film: pusher 2 camera work", Search("camera work", "pusher 2")),
    (
        'search music by: "Ann Lee" year: >2005 --order newest spoilers: no page 2',
        Search("music", reviewer="Ann Lee", year_from=2006, order=SearchOrder.NEWEST, spoilers=False, page=2),
    ),
    ("search music rating: 8+", Search("music", rating_from=8)),
    ("search music rating: <5", Search("music", rating_to=4)),
    ("search 10/10 who's", Search("10/10 who's")),
    ("!mentions mads mikelsen", Mentions("mads mikelsen")),
    ("!mentions mads mikelsen in pusher 2", Mentions("mads mikelsen", "pusher 2")),
    ('mentions "mads mikelsen" film: "Pusher II"', Mentions("mads mikelsen", "Pusher II")),
    ("people pusher 2", People("pusher 2")),
    ("people", People()),
    ("quote", RandomQuote()),
    ("random", RandomQuote()),
    ("quote pusher about music", RandomQuote("pusher", "music")),
    ("quote about music in pusher 2", RandomQuote("pusher 2", "music")),
    ("quote music", RandomQuote(about="music")),
    ("quote pusher 9", RandomQuote("pusher 9")),
    ("quote pusher 2 at least 8 stars", RandomQuote("pusher 2", rating_from=8)),
    ("quote pusher 2 at least 4 stars", RandomQuote("pusher 2", rating_from=8)),
    ("quote pusher 2 4/10 stars", RandomQuote("pusher 2", rating_from=4)),
    ("quote pusher 2 stars: 4", RandomQuote("pusher 2", rating_from=8)),
    ("quote pusher 2 rating: 4+", RandomQuote("pusher 2", rating_from=4)),
    ("random review", RandomQuote()),
    ("quote from a 1 star review", RandomQuote(rating_from=1, rating_to=2)),
    ("quote from a 6/10 review of pusher 2", RandomQuote("pusher 2", rating_from=6, rating_to=6)),
    ("a nice quote from a bad review about music", RandomQuote(about="music", rating_from=1, rating_to=4)),
    ("quote rating: 1-3 by: Uriah43", RandomQuote(rating_from=1, rating_to=3, reviewer="Uriah43")),
    ("a quote by Uriah43 about music", RandomQuote(about="music", reviewer="Uriah43")),
    ("give me a funny quote", RandomQuote()),
    ("top pusher 2 haha", TopReviews("pusher 2")),
    ("random opinion of pusher 2", RandomQuote("pusher 2")),
    ("search music stars: 4+", Search("music", rating_from=8)),
    ("search music stars: 2-4", Search("music", rating_from=4, rating_to=8)),
    ("search music rating: 4", Search("music", rating_from=4, rating_to=4)),
    ("rating plz", AverageRating()),
    ("films", Films()),
    ("movies page 2", Films(2)),
    ("list films", Films()),
    ("review UlrikSander", WholeReview("UlrikSander")),
    ("review UlrikSander of pusher 2", WholeReview("UlrikSander", "pusher 2")),
    ("review of pusher 2 by UlrikSander", WholeReview("UlrikSander", "pusher 2")),
    ("reviewer gmwhite", Reviewer("gmwhite")),
    ("reviewer gmwhite page 2", Reviewer("gmwhite", 2)),
    ("help", Help()),
]

PUSHER, PUSHER_II, HEAT = "Pusher (1996)", "Pusher II (2004)", "Heat (1995)"

SENTENCES: list[tuple[str, Question]] = [
    ("what is the average rating of pusher 2?", AverageRating(PUSHER_II)),
    ("What's the average rating of Pusher II (2004)?", AverageRating(PUSHER_II)),
    ("how is pusher ii rated", AverageRating(PUSHER_II)),
    ("what's pusher 2's rating", AverageRating(PUSHER_II)),
    ("how do people rate heat?", AverageRating(HEAT)),
    ("what is the median of pushr 2", Average(PUSHER_II, statistic=Statistic.MEDIAN)),
    ("what rating does pusher 2 have", AverageRating(PUSHER_II)),
    ("what is the rating of this film?", AverageRating()),
    ("show me the most helpful review", Extreme(measure=Measure.HELPFULNESS)),
    ("can you show me the worst review of pusher 2 please", Extreme(PUSHER_II, lowest=True)),
    ("newest reviews", TopReviews(None, Order.NEWEST)),
    ("which review of pusher 2 is the most divisive?", TopReviews("pusher 2", Order.DIVISIVE)),
    ("the 3 newest reviews of pusher 2", Extreme(PUSHER_II, Measure.DATE, limit=3)),
    ("who mentions mads mikelsen?", Mentions("mads mikelsen")),
    ("who mentions mads mikelsen in pusher 2?", Mentions("mads mikelsen", "pusher 2")),
    ("in pusher 2, who mentions Refn?", Mentions("Refn", "pusher 2")),
    ("how many reviews mention Refn", Count(None, Filters(mentions="refn"))),
    ("reviews that mention the soundtrack", Search("soundtrack")),
    ("find reviews about music", Search("music")),
    ("a random quote about music", RandomQuote(about="music")),
    ("quote me something about the music in pusher 2", RandomQuote("pusher 2", "music")),
    ("which films are there", Films()),
    ("what movies do you know?", Films()),
    ("what did yoshi-33 write", Reviewer("yoshi-33")),
    ("reviews by UlrikSander", Reviewer("UlrikSander")),
    ("what did yoshi-33 say about pusher 2", WholeReview("yoshi-33", "pusher 2")),
    ("yoshi-33's review of pusher 2", WholeReview("yoshi-33", "pusher 2")),
    ("who is mentioned most in pusher 2?", People("pusher 2")),
    ("what can I ask?", Help()),
    ("rating pusher 2 above 8", Count(PUSHER_II, Filters(ratings=(9, 10)))),
    ("how many gave pusher 2 10/10", Count(PUSHER_II, Filters(ratings=(10,)))),
    ("average length of the reviews", Average(measure=Measure.LENGTH)),
    ("highest rated film", CompareFilms()),
]


@pytest.mark.parametrize(("text", "question"), COMMANDS + SENTENCES)
def test_words_are_read_as_a_person_means_them(text: str, question: Question) -> None:
    assert read(text, KNOWN) == question


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "asdf qwer",
        "average rating of pusher 2 for americans",
        "average of pusher 2 each weekday",
        "how many gave pusher 2 11/10",
        "reviews of pusher 2 from 2010 and 2015",
        "who mentions refn or mikkelsen positively in reviews before 2010",
        "best review of pusher 2 about music",
        "search",
        "quote pusher 2 stars: 11",
    ],
)
def test_what_is_not_understood_to_the_last_word_is_unclear(text: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Unclear)
    assert question.text == text


PIECES = (
    "rating top search mentions quote review reviewer films help what is the average of pusher 2 (2004) "
    'film: by: rating: 8-10 page "mads about music in -x reviews that mention how many who newest best ? ! / '
    "--film stars: 9 it from"
).split()


@given(st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_any_text_is_read_or_unclear(text: str) -> None:
    question = read(text, KNOWN)
    assert not isinstance(question, Unclear) or question.text == text


@pytest.mark.parametrize(
    "piece", ["a ", " ", "\n", "!", '"', "page 1 ", "film: ", "pusher ", "a" * 50 + " ", ":", "8 ", "\\"]
)
@pytest.mark.parametrize("head", ["search ", "rating ", "quote ", "review ", "", "who mentions "])
def test_very_long_text_is_read_at_once(head: str, piece: str) -> None:
    read(head + piece * (20_000 // len(piece)) + "x", KNOWN)


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("search", "Search for what?"),
        ("search for", "Search for what?"),
        ("!search --order newest", "Search for what?"),
        ("search film: heat", "Search for what?"),
        ("mentions", "Mentions of whom?"),
        ("mentions in heat", "Mentions of whom?"),
        ("reviewer", "Which reviewer?"),
        ("compare", "Compare which films?"),
        ("compare heat", "Compare Heat (1995) with which other film?"),
        ("compare heat with", "Compare Heat (1995) with which other film?"),
        (
            "search fog --order sideways",
            'There is no order "sideways". There are relevance, helpful, newest, highest and lowest.',
        ),
        (
            "top heat --order sideways",
            'There is no order "sideways". There are helpful, newest, highest, lowest and divisive.',
        ),
        (
            "best horror",
            "Reviews don't tell me of what genre a film is. I can rank the films by their ratings.",
        ),
        ("quote --stars many", "--stars takes stars of five, such as 4 or 3-5."),
        ("search fog --year-from then", "--year-from takes a year, such as 2005."),
        ("search fog --spoilers maybe", '--spoilers takes "only" or "no".'),
        ("search the --spoilers", '--spoilers takes "only" or "no".'),
        ("quote --stars 11", "--stars takes stars of five, such as 4 or 3-5."),
        ("search fog --rating 11", "--rating takes ratings from 1 to 10, such as 8, 8+ or 5-7."),
        ("search fog --rating-to 0", "--rating-to takes a number from 1 to 10."),
        ("rating heat --bogus 3", "There is no option --bogus here."),
        ("rating heat --stars 3", "--stars does not go here. There is --film."),
        ("help --film heat", "--film does not go here."),
        ("ask", "Ask what? Put the question behind it, such as: ask how is the music."),
    ],
)
def test_what_a_command_lacks_is_asked_for(text: str, asks: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Unclear)
    assert (question.asks, question.text) == (asks, text)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("search the --spoilers true", Search("the", spoilers=True)),
        ("search the --spoilers false", Search("the", spoilers=False)),
        ('search "--bogus"', Search('"--bogus"')),
        ("quote heat about mud stars 8", RandomQuote("heat", "mud", 8)),
        ("quote stars 10", RandomQuote(rating_from=10)),
    ],
)
def test_an_option_is_read_as_people_type_it(text: str, question: Question) -> None:
    assert read(text, KNOWN) == question


def test_a_reviewer_and_a_film_side_by_side_are_told_apart() -> None:
    known = replace(KNOWN, find_reviewer={"ann_w": "ann_w"}.get)
    assert read("review ann_w heat", known) == WholeReview("ann_w", "heat")
    assert read("review heat ann_w", known) == WholeReview("ann_w", "heat")


def test_a_comparison_with_one_film_offers_others() -> None:
    question = read("compare heat", KNOWN)
    assert isinstance(question, Unclear)
    assert question.readings == tuple(
        CompareFilms(("Heat (1995)", other)) for other in ("Pusher II (2004)", "Pusher (1996)", "It (2017)")
    )
