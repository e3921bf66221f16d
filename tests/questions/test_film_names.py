from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.model import Film
from bot.questions.film_names import FilmIndex, find_film, suggest_films

FILMS = FilmIndex.of(
    [
        Film("Pusher II", 2004),
        Film("Pusher", 1996),
        Film("Fear X", 2003),
        Film("Dune", 1984),
        Film("Dune", 2021),
        Film("Blade Runner 2049", 2017),
        Film("Blade Runner", 1982),
        Film("The Matrix", 1999),
        Film("Amélie", 2001),
        Film("Smørgås på bordet", 1971),
        Film("Kill Bill: Vol. 1", 2003),
        Film("Kill Bill: Vol. 2", 2004),
        Film("1917", 2019),
        Film("It", 2017),
        Film("Oldboy III: With Blood on My Hands", 2005),
        Film("Fast & Furious", 2009),
        Film("Ocean's Eleven", 2001),
        Film("8½", 1963),
        Film("Alien³", 1992),
        Film("V for Vendetta", 2006),
        Film("Twelve Monkeys"),
        Film("Spider-Man", 2002),
    ]
)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("pusher 2", "Pusher II"),
        ("Pusher II", "Pusher II"),
        ("pusherii", "Pusher II"),
        ("pusher2", "Pusher II"),
        ("pusher two", "Pusher II"),
        ("PUSHER 2 (2004)", "Pusher II"),
        ("second pusher", "Pusher II"),
        ("pushr 2", "Pusher II"),
        ("pusehr ii", "Pusher II"),
        ("Pusher II: The Sequel", "Pusher II"),
        ("pusher", "Pusher"),
        ("pusher 1", "Pusher"),
        ("puhser", "Pusher"),
        ("oldboy 3", "Oldboy III: With Blood on My Hands"),
        ("oldboy3", "Oldboy III: With Blood on My Hands"),
        ("blood on my hands", "Oldboy III: With Blood on My Hands"),
        ("blod on my hands", "Oldboy III: With Blood on My Hands"),
        ("fear x", "Fear X"),
        ("blade runner", "Blade Runner"),
        ("blade runner 1982", "Blade Runner"),
        ("blade runner 2049", "Blade Runner 2049"),
        ("blade runner 2049 (2017)", "Blade Runner 2049"),
        ("2049", "Blade Runner 2049"),
        ("matrix", "The Matrix"),
        ("Matrix, The", "The Matrix"),
        ("the matrx", "The Matrix"),
        ("amelie", "Amélie"),
        ("AMÉLIE", "Amélie"),
        ("smorgas pa bordet", "Smørgås på bordet"),
        ("kill bill 2", "Kill Bill: Vol. 2"),
        ("kill bil 2", "Kill Bill: Vol. 2"),
        ("1917", "1917"),
        ("it", "It"),
        ("fast and furious", "Fast & Furious"),
        ("oceans 11", "Ocean's Eleven"),
        ("8 1/2", "8½"),
        ("alien 3", "Alien³"),
        ("v for vandetta", "V for Vendetta"),
        ("12 monkeys", "Twelve Monkeys"),
        ("twelve monkeys (1995)", "Twelve Monkeys"),
        ("spiderman", "Spider-Man"),
        ("spider man", "Spider-Man"),
    ],
)
def test_film_is_found_as_people_type_it(typed: str, title: str) -> None:
    found = find_film(typed, FILMS)
    assert found.film is not None, found
    assert found.film.title == title


def test_year_settles_films_of_one_title() -> None:
    assert find_film("dune", FILMS).candidates == (Film("Dune", 1984), Film("Dune", 2021))
    assert find_film("dune 2021", FILMS).film == Film("Dune", 2021)
    assert find_film("Dune (1984)", FILMS).film == Film("Dune", 1984)


def test_film_as_printed_is_found_beside_its_namesake_without_a_year() -> None:
    films = FilmIndex.of([Film("Dune"), Film("Dune", 2021)])
    assert find_film("Dune", films).film == Film("Dune")
    assert find_film("dune", films).candidates == (Film("Dune"), Film("Dune", 2021))


def test_words_shared_by_two_films_ask_which() -> None:
    assert [str(film) for film in find_film("kill bill", FILMS).candidates] == [
        "Kill Bill: Vol. 1 (2003)",
        "Kill Bill: Vol. 2 (2004)",
    ]


@pytest.mark.parametrize("typed", ["pusher 3", "pusher 9", "pusher iv", "pusher3", "pusher 2 (1999)"])
def test_another_number_or_year_is_never_taken_for_a_misspelling(typed: str) -> None:
    found = find_film(typed, FILMS)
    assert found.film is None
    assert found.candidates == ()
    assert Film("Pusher II", 2004) in found.nearest


@pytest.mark.parametrize("typed", ["", "   ", "the", "?!", "casablanca", "zzzz"])
def test_name_of_no_film_finds_none(typed: str) -> None:
    found = find_film(typed, FILMS)
    assert found.film is None
    assert found.candidates == ()


def test_unread_words_do_not_pass_for_a_film() -> None:
    assert find_film("pusher 2 by women", FILMS).film is None


def test_nearest_film_comes_first() -> None:
    assert find_film("pushy 2 again", FILMS).nearest[0] == Film("Pusher II", 2004)


@pytest.mark.parametrize(
    ("typed", "title"),
    [("pus", "Pusher II"), ("mat", "The Matrix"), ("run", "Blade Runner 2049"), ("pushr", "Pusher II")],
)
def test_autocomplete_suggests_films_while_they_are_typed(typed: str, title: str) -> None:
    assert title in [film.title for film in suggest_films(typed, FILMS)]


def test_autocomplete_puts_the_exact_title_first() -> None:
    assert suggest_films("pusher", FILMS)[0] == Film("Pusher", 1996)
    assert suggest_films("pusher 2", FILMS)[0] == Film("Pusher II", 2004)


def test_autocomplete_of_nothing_gives_the_first_films() -> None:
    assert suggest_films("", FILMS, limit=3) == FILMS.films[:3]


@given(st.text())
def test_any_text_can_be_looked_up(typed: str) -> None:
    find_film(typed, FILMS)
    assert len(suggest_films(typed, FILMS)) <= 25


@given(
    st.lists(
        st.builds(Film, st.text(min_size=1), st.none() | st.integers(1880, 2100)), max_size=8, unique=True
    )
)
def test_every_film_is_found_by_its_printed_name(films: list[Film]) -> None:
    index = FilmIndex.of(films)
    for film in films:
        found = find_film(str(film), index)
        assert film in (found.film, *found.candidates)
