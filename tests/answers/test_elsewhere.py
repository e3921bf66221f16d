"""Where a film has nothing of what is asked for, the answer says what other films have."""

from __future__ import annotations

import pytest

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.answers.elsewhere import IN_ALL
from bot.answers.place import Place
from bot.answers.remembering import remember
from bot.model import Film
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import HARBOUR, HARBOUR_II, make_review, save

GULL = Film("The Gull House", 2011)
HERE = Place(film=str(GULL))


@pytest.fixture
def desk(library: Library) -> Desk:
    brandt = "Otto Brandt plays Mole, and the old heroin trade is what this is about. Brandt is great."
    save(library, [make_review(f"reader{number}", text=brandt) for number in range(7)])
    save(library, [make_review("cleo", film=HARBOUR_II, text="The parrot steals every scene of this film.")])
    save(library, [make_review("dora", film=GULL, text="A house full of gulls is a house full of noise.")])
    return Desk(library)


def answered(desk: Desk, line: str, place: Place = HERE) -> Answer:
    return desk.answer(read(line, desk.known(place)), place)


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("mentions Brandt", "7 reviews of Harbour Lights (1999) do."),
        ("mentions parrot", "1 review of Harbour Lights II (2003) does."),
        ("search heroin", "7 reviews of Harbour Lights (1999) do."),
        ("search film", "1 review of Harbour Lights II (2003) does."),
        ("search the old", "7 reviews of Harbour Lights (1999) do."),
        ("quote about parrot", "Reviews of Harbour Lights II (2003) have one."),
        ("who is Otto Brandt?", "Otto Brandt plays Mole, say 7 reviews of Harbour Lights (1999)."),
        ("who plays Mole", "Otto Brandt plays Mole, say 7 reviews of Harbour Lights (1999)."),
        ("how many mention heroin", '7 of 9 reviews of all 3 films here mention "heroin".'),
    ],
)
def test_what_other_films_have_is_said_and_offered(desk: Desk, line: str, note: str) -> None:
    answer = answered(desk, line)
    assert answer.notes[0] == note
    assert answer.follow_ups[0].label == IN_ALL
    everywhere = desk.answer(answer.follow_ups[0].question, HERE)
    assert everywhere.found
    assert everywhere.facts or everywhere.quotes


def test_of_several_other_films_the_number_is_told(desk: Desk, library: Library) -> None:
    save(library, [make_review("eve", film=HARBOUR_II, text="Somebody sold heroin to the parrot again.")])
    assert answered(desk, "search heroin").notes[0] == "8 reviews of other films do."


def test_after_talk_about_a_film_the_others_are_offered_too(desk: Desk) -> None:
    talk = remember(answered(desk, "rating the gull house", Place()))
    asked = read("what do people say about otto brandt?", desk.known(), talk)
    answer = desk.answer(asked)
    assert answer.follow_ups[0].label == IN_ALL
    assert desk.answer(answer.follow_ups[0].question).found


@pytest.mark.parametrize(
    "line", ["search xyzzy", "mentions Nobody", "quote about xyzzy", "how many mention xyzzy"]
)
def test_what_no_film_has_is_not_offered(desk: Desk, line: str) -> None:
    assert IN_ALL not in [one.label for one in answered(desk, line).follow_ups]


@pytest.mark.parametrize(
    "line", ["is it scary?", "what about the music", "who directed it?", "does the dog die"]
)
def test_what_every_film_is_asked_about_is_not_answered_by_another(desk: Desk, line: str) -> None:
    assert IN_ALL not in [one.label for one in answered(desk, line).follow_ups]


def test_what_is_found_here_is_not_looked_for_elsewhere(desk: Desk) -> None:
    assert IN_ALL not in [one.label for one in answered(desk, "search house").follow_ups]
    assert str(HARBOUR) not in answered(desk, "search full").text
