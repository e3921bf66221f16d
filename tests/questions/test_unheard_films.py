"""A film that isn't here: nothing of another film answers for it, and no rating is made of its number."""

from __future__ import annotations

import pytest

from bot.model import Film
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import CompareFilms, CompareOpinions, Count, NotInReviews, Opinion, Unclear, Who
from bot.questions.known import Known
from bot.questions.reading import read

FILMS = FilmIndex.of([Film("Harbour Lights", 1999), Film("The Gull House", 2011)])
KNOWN = Known(
    FILMS,
    film=Film("Harbour Lights", 1999),
    holds=lambda word: word in {"music", "drive", "dot"},
    is_person=lambda name: name == "Dot",
)


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("Alien 3 rating?", "Alien 3"),
        ("how is jaws 2 rated", "jaws 2"),
        ("jaws 2", "jaws 2"),
        ("who plays tonny in pusher 2", "pusher 2"),
        ("who directed jaws", "jaws"),
        ("what's pusher rated", "pusher"),
        ("harbour lights 4 reviews", "Harbour Lights 4"),
        ("what do people say about Drive", "Drive"),
        ("what do people think of the ending of drive", "drive"),
        ("how did people rate blade runner 2049", "blade runner 2049"),
        ("did anyone review parasite", "parasite"),
        ("the ending of the matrix", "the matrix"),
        ("which has the higher rating, alien or jaws", "alien"),
        ("which has the higher rating, harbour lights or jaws", "jaws"),
        ("compare harbour lights and zzz", "zzz"),
        ("any reviews of Finding Nemo in there", "Finding Nemo"),
        ("is Drive good? the ryan gosling one", "Drive"),
    ],
)
def test_a_film_that_is_not_here_is_named_as_such(text: str, film: str) -> None:
    assert read(text, KNOWN) == NotInReviews(film, is_film=True)


@pytest.mark.parametrize(
    ("text", "ratings"),
    [
        ("how many under 6", (0, 1, 2, 3, 4, 5)),
        ("how many dropped 7", (7,)),
        ("count of reviews at or beneath 2", (0, 1, 2)),
        ("how many gave a strong 8", (8,)),
        ("was a solid 7 given, how many times", (7,)),
    ],
)
def test_a_number_of_stars_makes_no_film_of_the_word_before_it(text: str, ratings: tuple[int, ...]) -> None:
    question = read(text, KNOWN)
    if isinstance(question, Count):
        assert question.filters.ratings == ratings
    assert not isinstance(question, NotInReviews)


def test_a_person_in_capitals_is_no_film() -> None:
    assert isinstance(read("what do people say about Dot", KNOWN), Opinion)


@pytest.mark.parametrize("text", ["who directed it", "who directed this one", "who stars in the film"])
def test_who_made_this_film_asks_for_no_other(text: str) -> None:
    assert isinstance(read(text, KNOWN), Who)


TWO = Known(FILMS, holds=lambda word: word in {"music", "scary"})


def test_films_that_have_nothing_in_common_are_compared_by_ratings_or_by_what_is_said_of_each() -> None:
    names = ("Harbour Lights (1999)", "The Gull House (2011)")
    assert read("is harbour lights better than the gull house", TWO) == CompareFilms(names)
    question = read("which is scarier, harbour lights or the gull house", TWO)
    assert question == CompareOpinions("scary", names)


def test_whoever_did_what_no_review_tells_is_not_in_them() -> None:
    assert isinstance(read("who distributed it", KNOWN), NotInReviews)


@pytest.mark.parametrize(
    "text",
    [
        "how did people rate the music",
        "the ending of the drive",
        "rate the acting",
        "reviews of women",
        "rate it",
    ],
)
def test_what_reviews_know_better_is_no_film(text: str) -> None:
    known = Known(FILMS, film=KNOWN.film, holds=lambda word: word in {"music", "drive", "women"})
    question = read(text, known)
    assert not (isinstance(question, NotInReviews) and question.is_film)


@pytest.mark.parametrize("text", ["which is scarier, gull or harbour lights?", "harbour lights vs gull"])
def test_a_film_by_one_word_of_its_title_is_read_beside_another(text: str) -> None:
    films = FilmIndex.of([Film("Harbour Lights", 1999), Film("Gull: The House", 2011)])
    question = read(text, Known(films, holds=lambda word: word == "scary"))
    films_meant = (
        {getattr(reading, "film", None) for reading in question.readings}
        if isinstance(question, Unclear)
        else set(getattr(question, "films", ()))
    )
    assert films_meant == {"Harbour Lights (1999)", "Gull: The House (2011)"}


def test_three_films_are_compared_at_once() -> None:
    films = FilmIndex.of([Film("Harbour Lights", 1999), Film("Gull House", 2011), Film("Fear X", 2003)])
    question = read("compare harbour lights, gull house and fear x", Known(films))
    assert question == CompareFilms(("harbour lights", "gull house", "fear x"))


def test_a_comparison_with_a_film_that_is_not_here_names_it() -> None:
    assert read("compare zzz", KNOWN) == CompareFilms(("zzz",))


@pytest.mark.parametrize(
    "text",
    [
        "can i jump in here without having seen pusher 1",
        "is it as good as pusher 1",
        "is it slow? someone told me it has nothing of the speed of pusher 1",
    ],
)
def test_a_first_film_that_is_not_here_is_what_its_sequel_is_set_beside(text: str) -> None:
    known = Known(FilmIndex.of([Film("Pusher II", 2004)]), film=Film("Pusher II", 2004))
    asked = read(text, known)
    assert isinstance(asked, Opinion)
    assert "first film" in asked.topic or asked.topic == "is it slow"


TITLED = Known(
    FILMS,
    film=FILMS.films[0],
    holds=lambda word: word in {"blood", "old", "men", "country", "music", "half"},
    is_person=lambda name: name in {"mads", "mads holt"},
    is_title=lambda words: words == "cold salt river",
)


@pytest.mark.parametrize(
    ("text", "film"),
    [
        ("rating first blood", "first blood"),
        ("is first blood better", "first blood"),
        ("is it better than first blood", "first blood"),
        ("is no country for old men better", "no country for old men"),
        ("was taxi driver better than this one", "taxi driver"),
        ("cold salt river", "cold salt river"),
        ("what did people think of cold salt river", "cold salt river"),
        ("what about cold salt river", "cold salt river"),
        ("is cold salt river any good", "cold salt river"),
    ],
)
def test_a_title_in_small_letters_is_known_by_what_is_asked_of_it(text: str, film: str) -> None:
    assert read(text, TITLED) == NotInReviews(film, is_film=True)


@pytest.mark.parametrize(
    "text",
    [
        "rating first review",
        "rating last year",
        "rating first half",
        "is the first one better",
        "is the second half better",
        "is mads holt better",
        "is slow music better",
        "is the music better",
        "is the acting better than in the first one",
        "was my review better",
        "is the first act better",
        "what about nine or more",
        "what about the newest reviews",
    ],
)
def test_what_films_and_reviews_have_is_no_film(text: str) -> None:
    question = read(text, TITLED)
    assert not (isinstance(question, NotInReviews) and question.is_film)


@pytest.mark.parametrize(
    ("typed", "film"),
    [
        ("gull house 3 rating", "The Gull House 3"),
        ("gull house 3 ratings", "The Gull House 3"),
        ("the harbour lights 3 reviews", "Harbour Lights 3"),
    ],
)
def test_a_number_behind_a_film_is_another_of_its_series_and_no_rating(typed: str, film: str) -> None:
    assert read(typed, TWO) == NotInReviews(film, is_film=True)
