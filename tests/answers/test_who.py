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
    assert answer.headline == "Kevin Marlow plays the killer, say 3 reviews of Harbour Lights (1999)."
    assert [quote.hidden for quote in answer.quotes] == [False, True, True]


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


def answer_to(question: str, library: Library, *texts: str) -> Answer:
    save(library, [make_review(f"reviewer-{place}", text=text) for place, text in enumerate(texts)])
    desk = Desk(library)
    return desk.answer(read(question, desk.known()))


FATHER = (
    'Tarn gets hired by his father "Anvil" (Nils Holt), a rich man.',
    "Tarn wants to be loved by his father(Nils Holt), who is cold.",
    "It is about his crime boss father (Nils Holt Petersen), known as the Duke.",
)


@pytest.mark.parametrize(
    ("question", "headline"),
    [
        (
            "who plays the father?",
            "Nils Holt plays the father, Anvil, say 3 reviews of Harbour Lights (1999).",
        ),
        (
            "who plays tarn's father?",
            "Nils Holt plays the father, Anvil, say 3 reviews of Harbour Lights (1999).",
        ),
        ("who plays anvil?", "Nils Holt plays Anvil, the father, say 3 reviews of Harbour Lights (1999)."),
    ],
)
def test_a_part_is_counted_over_all_that_it_is_called(question: str, headline: str, library: Library) -> None:
    assert answer_to(question, library, *FATHER).headline == headline


def test_a_part_is_counted_where_pronouns_stand_for_it(library: Library) -> None:
    answer = answer_to(
        "who plays the purser?",
        library,
        "When the Purser (Ole Brandt) offers money, we know.",
        "If there is a weakness, it is the Purser. Ole Brandt plays him with relish.",
        "And Ole Brandt? I used to find his Purser too large.",
        "I liked the boat. Nils Holt plays him with relish.",
    )
    assert answer.headline == "Ole Brandt plays the Purser, say 3 reviews of Harbour Lights (1999)."


@pytest.mark.parametrize("question", ["who plays inspector quill", "who plays aunt quill", "who plays quill"])
def test_a_title_before_a_name_is_no_other_part(question: str, library: Library) -> None:
    answer = answer_to(question, library, "Ida Brandt comes back as Quill, retired, with a dog.")
    assert answer.headline == "Ida Brandt plays Quill, says 1 review of Harbour Lights (1999)."


def test_another_ones_daughter_is_not_taken_for_hers(library: Library) -> None:
    texts = "Nell Mole (Ida Brandt), Dot's daughter, walks in.", "Ole Brandt plays Tarn like a stone."
    assert "Ida Brandt" in answer_to("who plays dot's daughter?", library, *texts).headline
    assert not answer_to("who plays tarn's daughter?", library, *texts).found


def test_one_bearer_of_a_surname_is_not_the_other(library: Library) -> None:
    answer = answer_to(
        "who plays dot corrigan?",
        library,
        "Nell Corrigan (Ida Vane) is new.",
        "Dot (Eva Holt) counts coins.",
    )
    assert answer.headline == "Eva Holt plays Dot, says 1 review of Harbour Lights (1999)."


def test_a_part_that_reviews_place_elsewhere_is_none_of_this_film(library: Library) -> None:
    answer = answer_to(
        "who plays frank?",
        library,
        "Frank (Kim Brandt) and Vic (Ida Holt) from the first film would have helped.",
        "Brandt does not appear at all. Tarn (Nils Vane) is back.",
    )
    assert answer.headline == (
        "Kim Brandt plays Frank, but in another film, says 1 review of Harbour Lights (1999)."
    )
    assert "does not appear" in answer.quotes[0].text
    assert "Kim Brandt" not in answer_to("who is in it?", library).headline


def test_somebody_who_plays_no_part_is_told_by_the_work(library: Library) -> None:
    texts = "The theme by Hallgerd Finnbo gave me goosebumps.", "I loved Finnbo's score."
    answer = answer_to("who is hallgerd finnbo", library, *texts)
    assert answer.headline == "Hallgerd Finnbo composed the music of Harbour Lights (1999), say 2 reviews."


def test_who_acts_best_is_a_matter_of_opinion(library: Library) -> None:
    text = "The acting of Ole Brandt is superb. Ole Brandt as Tarn is the best acted part of any film."
    answer = answer_to("who is the best actor in it", library, text)
    assert answer.kind == "opinion"
    assert "acting" in answer.headline


def test_a_part_of_an_earlier_film_that_comes_back_is_of_this_film(library: Library) -> None:
    answer = answer_to(
        "who plays tarn?",
        library,
        "Tarn - the sidekick played by Nils Vane in the first film - is back.",
        "Nils Vane as Tarn is superb.",
    )
    assert answer.headline == "Nils Vane plays Tarn, say 2 reviews of Harbour Lights (1999)."
