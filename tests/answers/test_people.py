from __future__ import annotations

from pathlib import Path

import pytest

from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.indexing import index_files, page_files
from bot.model import Film
from bot.questions.kinds import Help, Mentions, People
from bot.store.library import Library
from tests.making import HARBOUR_II, make_review, save


@pytest.fixture
def two_films(library: Library) -> None:
    save(
        library,
        [
            make_review(
                "ada", rating=9, votes=(50, 60), text="It has Zlatko Burić. And how Burić shines in it."
            ),
            make_review("ben", rating=6, votes=(2, 2), text="We follow Zlatko Buric as the pilot, Milo."),
            make_review("cho", rating=None, text="So good: Zlatko Burić's pilot (Milo)."),
            make_review("dag", rating=4, spoiler=True, votes=(30, 30), text="The pilot Milo drowns, alas."),
            make_review("eve", rating=8, text="Nobody is in it, and nobody comes."),
            make_review("fay", rating=2, film=HARBOUR_II, text="We miss Noor Hadaway, and Milo with her."),
        ],
    )


@pytest.mark.usefixtures("two_films")
def test_mentions_tell_how_many_and_how_they_rate(desk: Desk) -> None:
    answer = desk.answer(Mentions("zlatko burich", "harbour lights 1999"))
    assert answer.headline == "3 of 5 reviews of Harbour Lights (1999) mention Zlatko Burić."
    assert answer.notes == ("Those that give a rating give 7.50 out of 10 on average (2 rated).",)
    facts = {fact.label: fact.value for fact in answer.facts}
    assert facts["Spelt"] == "Zlatko Burić 2× · Burić 1× · Zlatko Buric 1×"
    assert [quote.reviewer for quote in answer.quotes] == ["ada", "ben", "cho"]
    assert [answer.quotes[0].text[start:end] for start, end in answer.quotes[0].stress] == [
        "Zlatko Burić",
        "Burić",
    ]


@pytest.mark.usefixtures("two_films")
def test_mentions_over_the_whole_library(desk: Desk) -> None:
    answer = desk.answer(Mentions("milo"))
    assert answer.headline == "4 reviews mention Milo."
    assert answer.paging is not None
    assert answer.paging.total == 4


@pytest.mark.usefixtures("two_films")
def test_asking_again_as_answered_gives_the_same(desk: Desk) -> None:
    answer = desk.answer(Mentions("burci", "harbour lights 1999", page=7))
    assert answer.question == Mentions("Zlatko Burić", "Harbour Lights (1999)", page=1)
    assert desk.answer(answer.question) == answer


@pytest.mark.usefixtures("two_films")
def test_nobody_of_that_name_is_said_with_the_nearest(desk: Desk) -> None:
    answer = desk.answer(Mentions("Zlatko Nilsen", "harbour lights 1999"))
    assert not answer.found
    assert 'mentions "Zlatko Nilsen"' in answer.headline
    assert answer.headline.endswith("Did you mean Zlatko Burić?")
    assert answer.follow_ups[0].question == Mentions("Zlatko Burić", "Harbour Lights (1999)")
    assert not desk.answer(Mentions("Brad Pitt")).found


@pytest.mark.usefixtures("two_films")
def test_people_of_a_film_come_with_their_average_and_a_quote_each(desk: Desk) -> None:
    answer = desk.answer(People("harbour lights 1999"))
    assert answer.headline == (
        "2 people are named in reviews of Harbour Lights (1999), the most mentioned first."
    )
    assert [(fact.label, fact.value) for fact in answer.facts] == [
        ("Milo", "3 reviews, 5.00 of 10 over 2 rated"),
        ("Zlatko Burić", "3 reviews, 7.50 of 10 over 2 rated"),
    ]
    assert [quote.reviewer for quote in answer.quotes] == ["ben", "ada"]
    assert not any(quote.spoiler for quote in answer.quotes)


@pytest.mark.usefixtures("two_films")
def test_spoilers_are_left_out_where_the_place_wants_it(desk: Desk) -> None:
    place = Place(spoilers_left_out=True)
    answer = desk.answer(Mentions("milo", "harbour lights 1999"), place)
    assert "dag" not in [quote.reviewer for quote in answer.quotes]


def test_a_film_that_names_nobody(library: Library, desk: Desk) -> None:
    save(library, [make_review()])
    assert not desk.answer(People()).found


@pytest.mark.usefixtures("two_films")
def test_people_are_suggested_by_film(desk: Desk) -> None:
    assert [person.name for person in desk.suggest_people("mi", "harbour lights ii")] == ["Milo"]
    assert [person.name for person in desk.suggest_people("", "no such film")] == [
        "Milo",
        "Zlatko Burić",
        "Noor Hadaway",
    ]


def test_the_real_page(library: Library, desk: Desk, real_page: Path) -> None:
    index_files(library, page_files([real_page]))
    for typed in ("Mads Mikelsen", "mikkelsen", "mickelson", "mads"):
        answer = desk.answer(Mentions(typed))
        assert answer.headline == "13 of 25 reviews of Pusher II (2004) mention Mads Mikkelsen."
    spelt = next(fact.value for fact in answer.facts if fact.label == "Spelt")
    assert "Mikkelsens 1×" in spelt
    assert "Mikkelson" not in spelt  # it stands in a review marked as a spoiler only
    assert desk.answer(Mentions("Burić")).headline.startswith("5 of 25 reviews")
    named = [fact.label for fact in desk.answer(People()).facts]
    assert named == ["Tonny", "Mads Mikkelsen", "Nicolas Winding Refn", "Frank", "Leif Sylvester"]


def test_whom_only_spoilers_name_is_suggested_nowhere(library: Library, desk: Desk) -> None:
    save(
        library,
        [
            make_review("ada", text="We follow Zlatko Buric through the fog. So does Zlatko Buric's dog."),
            make_review("ben", spoiler=True, text="It was Kevin Marlow. We never trusted Kevin Marlow."),
            make_review("cho", spoiler=True, text="So it was Kevin Marlow with the knife."),
        ],
    )
    film = "Harbour Lights (1999)"
    assert [person.name for person in desk.suggest_people("zla")] == ["Zlatko Buric"]
    assert desk.suggest_people("mar") == desk.suggest_people("kevin", film) == []
    assert "Kevin" not in str(desk.answer(People(film)))
    assert "Kevin" not in str(desk.answer(Help()))
    assert "Kevin" not in str(desk.answer(Mentions("Kefffin Marrrlock", film)).follow_ups)


def test_another_film_of_the_library_is_not_listed_as_a_person(library: Library, desk: Desk) -> None:
    text = "She saw Gull House, and Noor Hadaway is in it. Gull House is better than this."
    save(library, [make_review(name, film=HARBOUR_II, text=text) for name in ("ada", "ben", "cho")])
    assert "Gull House" in [fact.label for fact in desk.answer(People(str(HARBOUR_II))).facts]
    save(library, [make_review("dag", film=Film("The Gull House", 2011))])
    answer = desk.answer(People(str(HARBOUR_II)))
    assert [fact.label for fact in answer.facts] == ["Noor Hadaway"]
    assert answer.headline.startswith("1 person is named")
