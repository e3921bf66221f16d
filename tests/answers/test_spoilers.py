"""What only reviews marked as spoilers tell stands open nowhere, whatever is asked and wherever."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass

import pytest

from bot.answers.answer import Quote
from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.model import Film
from bot.questions.kinds import Count, Mentions, Opinion, People, Question, Search, Who
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import make_review, save

KNIVES, MILLS = Film("Knives", 2019), Film("Mills", 2001)
GIVEN_AWAY = frozenset("kevin marlow marlowe axe strangles vesterholm butler hjalmar pell isidor".split())
PLACES = (Place(), Place(spoilers_left_out=True))
TOLD = (
    "The killer is Kevin Marlow (Doctor Holt), with an axe. Kevin Marlow plays the killer. Kevin Marlow "
    "strangles the butler in Vesterholm. It was directed by Hjalmar Pell. Lena Isidor Brandt drowns."
)

QUESTIONS = """
who is the killer?|who plays the killer|who is in knives|who directed knives|who wrote knives
who mentions marlo|mentions kevim|mentions brandt|search axxe|search strangel|search vesterhlm in knives
quote about marlo|is marlo good in knives|what do they say of the killer|how is the lead in knives
how is doctor holt|is it violent|who plays doctor holt|how many mention marlo|people in knives|help
how many reviews of knives mention marlowe|top reviews of knives|lowest review of knives|reviewer ben
longest review of knives|review ben knives|what is knives about|how does knives end|is there an ax in knives
compare knives and mills|average of the reviews that mention marlo|which film mentions marlo
is the dad good in knives|worst film|what did ben think of knives|quote from knives|spoilers of knives
who is the villain
""".strip().replace("\n", "|")


@pytest.fixture
def knives(library: Library) -> None:
    whole = f"{TOLD} Marlowe again."
    save(
        library,
        [
            make_review("ada", film=KNIVES, spoiler=True, rating=9, title="Marlow and the axe", text=TOLD),
            make_review("ben", film=KNIVES, spoiler=True, rating=2, votes=(90, 91), text=whole),
            make_review(
                "cho", film=KNIVES, rating=8, text="Rooms and rain. Lena Brandt plays the maid, Dora."
            ),
            make_review("dag", film=KNIVES, rating=5, text="Doctor Holt is dull, but Lena Brandt is superb."),
            make_review(
                "eve", film=MILLS, rating=5, text="The mill turns. Anna Holt grinds the wheat for hours."
            ),
        ],
    )


def open_texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Quote(spoiler=True):
            return
        case tuple() | list():
            for item in value:
                yield from open_texts(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from open_texts(getattr(value, field.name))


def given_away(answer: object, typed: str) -> set[str]:
    words = set(re.findall(r"\w+", " ".join(open_texts(answer)).lower()))
    return (words & GIVEN_AWAY) - set(re.findall(r"\w+", typed.lower()))


@pytest.mark.usefixtures("knives")
@pytest.mark.parametrize("typed", QUESTIONS.split("|"))
def test_no_answer_and_none_that_follows_gives_away_what_is_marked(desk: Desk, typed: str) -> None:
    for place in PLACES:
        answer = desk.answer(read(typed, desk.known(place)), place)
        assert not given_away(answer, typed)
        for follow_up in answer.follow_ups:
            assert not given_away(desk.answer(follow_up.question, place), typed)


@pytest.mark.usefixtures("knives")
@pytest.mark.parametrize(
    "question",
    [
        Mentions("marlo"),
        Mentions("kevim", str(KNIVES)),
        Search("axxe"),
        Search("strangel", str(KNIVES)),
        People(str(KNIVES)),
        Who("killer", str(KNIVES)),
        Who("director", str(KNIVES)),
        Opinion("marlo", str(KNIVES)),
        Opinion("lead", str(KNIVES)),
        Count(str(KNIVES)),
    ],
    ids=str,
)
def test_no_command_gives_away_what_is_marked(desk: Desk, question: Question) -> None:
    for place in PLACES:
        assert not given_away(desk.answer(question, place), str(question))


@pytest.mark.usefixtures("knives")
def test_a_name_in_marked_reviews_only_is_repeated_as_it_was_typed(desk: Desk) -> None:
    answer = desk.answer(Mentions("marlo", str(KNIVES)))
    assert answer.headline == "2 of 4 reviews of Knives (2019) mention marlo."
    assert answer.notes[0] == "Only reviews marked as spoilers name them."
    assert [fact.label for fact in answer.facts] == ["Reviews", "Average of these"]
    assert all(quote.spoiler for quote in answer.quotes)
    assert not answer.follow_ups


@pytest.mark.usefixtures("knives")
def test_a_name_is_told_as_far_as_unmarked_reviews_tell_it(desk: Desk) -> None:
    answer = desk.answer(Mentions("brandt", str(KNIVES)))
    assert answer.headline == "4 of 4 reviews of Knives (2019) mention Lena Brandt."
    assert {fact.label: fact.value for fact in answer.facts}["Spelt"] == "Lena Brandt 2×"


@pytest.mark.usefixtures("knives")
def test_nobody_and_no_word_of_marked_reviews_is_offered_while_typing(desk: Desk) -> None:
    for typed in ("", *"abdehiklmpv", "mar", "kev", "hjal", "kevin m", "lena"):
        for film in (None, str(KNIVES)):
            assert not given_away([person.name for person in desk.suggest_people(typed, film)], "")


@pytest.mark.usefixtures("knives")
def test_a_word_is_suggested_as_unmarked_reviews_print_it(desk: Desk) -> None:
    assert [item.label for item in desk.answer(Search("wheet")).follow_ups] == []
    save_more = [make_review("fay", film=MILLS, text="Wheat, and more wheat than there is film.")]
    save(desk._library, save_more)  # noqa: SLF001 - a stem counts from its second review on
    assert [item.label for item in desk.answer(Search("wheet")).follow_ups] == ["wheat"]
