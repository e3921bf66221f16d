from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Film
from bot.questions.film_in_sentence import find_film_within
from bot.questions.film_names import FilmIndex

FILMS = FilmIndex.of(
    [
        Film("Pusher II", 2004),
        Film("Pusher", 1996),
        Film("Dune", 1984),
        Film("Dune", 2021),
        Film("Blade Runner 2049", 2017),
        Film("Blade Runner", 1982),
        Film("The Matrix", 1999),
        Film("It", 2017),
        Film("Music", 2021),
        Film("Heat", 1995),
        Film("The Angel of Death"),
        Film("Kill Bill: Vol. 2", 2004),
    ]
)


@pytest.mark.parametrize(
    ("sentence", "name", "title"),
    [
        ("what did people think of pusher 2?", "pusher 2", "Pusher II"),
        ("how is pusher ii rated", "pusher ii", "Pusher II"),
        ("did anyone like PUSHER II (2004)?", "PUSHER II (2004)", "Pusher II"),
        ("what about the music in pushr 2", "pushr 2", "Pusher II"),
        ("how many gave pusher 2 10/10", "pusher 2", "Pusher II"),
        ("pusher 5 stars", "pusher", "Pusher"),
        ("top reviews of blade runner 2049", "blade runner 2049", "Blade Runner 2049"),
        ("dune 2021 rating", "dune 2021", "Dune"),
        ("is the matrix any good", "the matrix", "The Matrix"),
        ("how is the angel of deth", "the angel of deth", "The Angel of Death"),
        ("whats kill bill rated", "kill bill", "Kill Bill: Vol. 2"),
        ("did anyone cry during heat", "heat", "Heat"),
        ("how is It rated?", "It", "It"),
        ("what is it (2017) like", "it (2017)", "It"),
        ('what do people say about "it"', "it", "It"),
    ],
)
def test_film_named_in_a_sentence_is_found(sentence: str, name: str, title: str) -> None:
    found = find_film_within(sentence, FILMS)
    assert found is not None
    assert found.name == name
    assert found.match.film is not None
    assert found.match.film.title == title


@pytest.mark.parametrize(
    "sentence",
    ["is it any good?", "who mentions mads mikelsen?", "what about the music?", "IS IT GOOD", "", "??"],
)
def test_everyday_words_are_no_film(sentence: str) -> None:
    assert find_film_within(sentence, FILMS) is None


def test_span_covers_the_name_as_typed() -> None:
    sentence = 'reviews of "Pusher II" please'
    found = find_film_within(sentence, FILMS)
    assert found is not None
    assert sentence[found.start : found.end] == '"Pusher II"'


def test_number_behind_a_title_makes_it_another_film() -> None:
    found = find_film_within("what is the average of pusher 4?", FILMS)
    assert found is not None
    assert found.name == "pusher 4"
    assert found.match.film is None


@pytest.mark.parametrize("words", ["how many 10s did dune from 2021 get", "dune of 1984, any good?"])
def test_the_year_in_which_a_film_came_out_is_the_films(words: str) -> None:
    found = find_film_within(words, FILMS)
    assert found is not None
    assert found.match.film == Film("Dune", 2021 if "2021" in words else 1984)
    span = find_film_within("how many 10s did dune from 1984 to 1990 get", FILMS)
    assert span is not None
    assert span.match.film is None, "that span is of years in which reviews were written"


def test_two_films_of_one_title_stay_open() -> None:
    found = find_film_within("reviews of dune from 2021", FILMS)
    assert found is not None
    assert found.match.candidates == (Film("Dune", 1984), Film("Dune", 2021))


@given(st.text())
def test_any_text_can_be_searched_for_a_film(text: str) -> None:
    found = find_film_within(text, FILMS)
    assert found is None or 0 <= found.start < found.end <= len(text)
