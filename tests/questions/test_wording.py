from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Film
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    AverageRating,
    Films,
    Help,
    Mentions,
    Order,
    People,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    SearchOrder,
    TopReviews,
    WholeReview,
)
from bot.questions.known import Known
from bot.questions.reading import read
from bot.questions.wording import in_words

FILMS = [
    Film("Pusher II", 2004),
    Film("Pusher", 1996),
    Film("The Gull House", 2011),
    Film("It", 2017),
    Film("Kill Bill: Vol. 1", 2003),
    Film("Top Newest Page 2"),
    Film('The "Last" Review\\s', 1999),
    Film("Of Mice and Men", 1992),
    Film("Music", 2021),
]
KNOWN = Known(FilmIndex.of(FILMS))

TEXTS = st.text(min_size=1)
NAMES = TEXTS | st.from_regex(r"[A-Za-z_-]{1,8}( [A-Za-z0-9]{1,8}){0,3}", fullmatch=True)
WORDS = NAMES | st.lists(
    st.sampled_from("music in of film: by: page 2 the about reviews newest pusher quote stars -shaky".split())
).map(" ".join).filter(bool)
SOME_FILM = st.none() | st.sampled_from([str(film) for film in FILMS]) | TEXTS
PAGES = st.integers(1, 999_999)


@st.composite
def ranges(draw: st.DrawFn, lowest: int, highest: int) -> tuple[int | None, int | None]:
    ends = sorted(draw(st.tuples(st.integers(lowest, highest), st.integers(lowest, highest))))
    return draw(st.sampled_from([(None, None), (ends[0], None), (None, ends[1]), (ends[0], ends[1])]))


@st.composite
def searches(draw: st.DrawFn) -> Search:
    rating, year = draw(ranges(1, 10)), draw(ranges(1880, 2100))
    return Search(
        words=draw(WORDS),
        film=draw(SOME_FILM),
        order=draw(st.sampled_from(SearchOrder)),
        reviewer=draw(st.none() | NAMES),
        rating_from=rating[0],
        rating_to=rating[1],
        year_from=year[0],
        year_to=year[1],
        spoilers=draw(st.sampled_from([None, True, False])),
        page=draw(PAGES),
    )


QUESTIONS: st.SearchStrategy[Question] = st.one_of(
    st.builds(AverageRating, SOME_FILM),
    st.builds(TopReviews, SOME_FILM, st.sampled_from(Order), PAGES),
    searches(),
    st.builds(Mentions, WORDS, SOME_FILM, PAGES),
    st.builds(People, SOME_FILM, PAGES),
    st.builds(
        RandomQuote,
        SOME_FILM,
        st.none() | WORDS,
        st.none() | st.integers(1, 10),
        st.none() | st.integers(0, 1 << 20),
        st.integers(0, 1 << 30),
    ),
    st.builds(Films, PAGES),
    st.builds(WholeReview, NAMES, SOME_FILM),
    st.builds(Reviewer, NAMES, PAGES),
    st.just(Help()),
)


@given(QUESTIONS)
def test_question_in_words_reads_back_as_the_same_question(question: Question) -> None:
    assert read(in_words(question), KNOWN) == question


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (AverageRating("Pusher II (2004)"), "rating Pusher II (2004)"),
        (AverageRating(), "rating"),
        (TopReviews("The Gull House (2011)", Order.NEWEST, 2), "newest The Gull House (2011) page 2"),
        (Search("camera", rating_from=8, rating_to=10), "search camera rating: 8-10"),
        (RandomQuote("Pusher II (2004)", about="music"), "quote from Pusher II (2004) about music"),
        (Mentions("Mads Mikkelsen"), "mentions Mads Mikkelsen"),
        (WholeReview("yoshi-33", "Pusher II (2004)"), 'review yoshi-33 film: "Pusher II (2004)"'),
        (AverageRating("It (2017)"), 'rating "It (2017)"'),
    ],
)
def test_words_are_those_a_person_would_type(question: Question, words: str) -> None:
    assert in_words(question) == words
