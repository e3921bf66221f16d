from __future__ import annotations

import pytest

from bot.answers.answer import Answer, Quote
from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import make_review, save

LEFT_OUT = Place(spoilers_left_out=True)


@pytest.fixture
def knives(library: Library) -> None:
    marked = {
        "ada": "Kevin Marlow plays the killer, and nobody sees it coming.",
        "ben": "Of course the killer is played by Kevin Marlow.",
        "cho": "Ida Brandt as Vic hides in the cellar.",
    }
    save(library, [make_review(name, text=text, spoiler=True) for name, text in marked.items()])
    save(library, [make_review("dag", text="It rains a lot, but Nils Holt as the pilot is very good.")])


def stressed(quote: Quote) -> list[str]:
    return [quote.text[start:end] for start, end in quote.stress]


def said_openly(answer: Answer) -> str:
    facts = [f"{fact.label} {fact.value}" for fact in answer.facts]
    offered = [follow_up.label for follow_up in answer.follow_ups]
    shown = [quote.text for quote in answer.quotes if not quote.spoiler]
    return "\n".join([answer.headline, *answer.notes, *facts, *offered, *shown])


@pytest.mark.usefixtures("knives")
@pytest.mark.parametrize(
    ("question", "name"),
    [("who plays the killer?", "Marlow"), ("who is the killer?", "Marlow"), ("who plays vic?", "Brandt")],
)
@pytest.mark.parametrize("place", [Place(), LEFT_OUT])
def test_what_only_spoilers_tell_is_not_told_openly(
    question: str, name: str, place: Place, desk: Desk
) -> None:
    answer = desk.answer(read(question, desk.known(place)), place)
    assert name not in said_openly(answer)
    assert "Only passages hidden as spoilers say who" in answer.headline
    assert any(name in quote.text for quote in answer.quotes) is (place is not LEFT_OUT)
    assert bool(answer.notes) is (place is LEFT_OUT)


@pytest.mark.usefixtures("knives")
def test_a_cast_leaves_out_whom_only_spoilers_name(desk: Desk) -> None:
    answer = desk.answer(read("who is in it?", desk.known()))
    assert "Brandt" not in said_openly(answer)
    assert "Marlow" not in said_openly(answer)


@pytest.mark.usefixtures("knives")
def test_what_others_tell_too_is_told(library: Library, desk: Desk) -> None:
    save(library, [make_review("eve", text="I liked it. Kevin Marlow plays the killer.")])
    answer = desk.answer(read("who plays the killer?", desk.known()))
    assert answer.headline == "Kevin Marlow plays killer, says 1 review of Harbour Lights (1999)."


def test_the_credit_is_stressed_in_its_sentence(library: Library, desk: Desk) -> None:
    text = "The rain never stops here. In the middle of it stands Nils Holt as the pilot, wet through."
    save(library, [make_review("dag", text=text)])
    answer = desk.answer(read("who plays the pilot?", desk.known()))
    assert [stressed(quote) for quote in answer.quotes] == [["Nils Holt as the pilot"]]


def test_the_words_asked_about_are_stressed_in_an_opinion(library: Library, desk: Desk) -> None:
    text = "The rain never stops here. In the middle of it the music is wonderful, and so is the boat."
    save(library, [make_review("dag", text=text)])
    answer = desk.answer(read("how is the music?", desk.known()))
    assert [stressed(quote) for quote in answer.quotes] == [["music"]]


def test_a_part_with_a_title_is_no_player(library: Library, desk: Desk) -> None:
    save(
        library,
        [make_review("ada", text="It rests on Kevin Marlow (Doctor Holt) and Doctor Vane (Ida Brandt).")],
    )
    line = desk.answer(read("who is in it", desk.known())).headline
    assert "Doctor Holt as Kevin Marlow" not in line
    assert "Doctor Vane as Ida Brandt" not in line


def test_somebody_is_whom_all_the_words_describe(library: Library, desk: Desk) -> None:
    text = "Tarn, a tug skipper with no money, drinks. Ole Brandt as Tarn is superb."
    save(library, [make_review("ada", text=text)])
    assert "Ole Brandt" in desk.answer(read("who plays the skipper?", desk.known())).headline
    nobody = desk.answer(read("who plays the boy on the tug?", desk.known()))
    assert not nobody.found
    assert nobody.headline == "No review of Harbour Lights (1999) says who plays that part."
