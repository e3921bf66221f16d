from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.answers.remembering import remember
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import HARBOUR, make_review, save

TEXTS = {
    "ada": (
        "The music is a soft tide under everything. Otto (Jan Kessler) never raises his voice.",
        9,
        (54, 62),
    ),
    "ben": ("I could not stand the score, it never stops. The boats are lovely.", 4, (8, 20)),
    "cho": (
        "Jan Kessler as Otto is superb. A gull sits on the pier like a dog that was beaten.",
        8,
        (12, 14),
    ),
    "dag": ("It is slow but never boring. The harbour looks wonderful.", 8, (2, 2)),
    "eve": ("The pace drags. Nobody would call this violent, there is no blood at all.", 5, (1, 4)),
    "fay": ("Brutal and gory from the first minute. It is better than the first film.", 7, (3, 3)),
    "gil": ("Ida Brandt's soundtrack is beautiful, and the ending with the bell made me cry.", 9, (5, 6)),
}


@pytest.fixture(autouse=True)
def film(library: Library) -> None:
    reviews = [
        make_review(name, rating=rating, votes=votes, title=f"By {name}", text=text)
        for name, (text, rating, votes) in TEXTS.items()
    ]
    marked = make_review(
        "hal",
        rating=10,
        spoiler=True,
        text="The music is wonderful when the pilot drowns. Directed by Solveig Marrack.",
    )
    save(library, [*reviews, marked])


class Asker:
    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    def __call__(self, text: str, after: str | None = None) -> Answer:
        last = remember(self(after)) if after else None
        return self.desk.answer(read(text, self.desk.known(), last))


@pytest.fixture
def ask(desk: Desk) -> Asker:
    return Asker(desk)


def said(answer: Answer) -> dict[str, str]:
    return {quote.reviewer: quote.text for quote in answer.quotes}


def by(answer: Answer) -> list[str]:
    return [quote.reviewer for quote in answer.quotes]


def test_opinions_are_sentences_of_the_reviews_from_both_sides(ask: Asker) -> None:
    answer = ask("what did people think of the music?")
    assert answer.kind == "opinion"
    assert answer.headline == "4 of 8 reviews of Harbour Lights (1999) speak of the music: {}".format(
        "2 for, 1 against; of 1 I can't tell."
    )
    assert set(by(answer)) == {"ada", "ben", "gil", "hal"}
    assert "Ida Brandt's soundtrack is beautiful, and the ending with the bell made me cry." in {
        quote.text for quote in answer.quotes
    }
    for quote in answer.quotes:
        assert quote.reviewer == "hal" or quote.text in TEXTS[quote.reviewer][0]


HIDDEN = {"ada": False, "ben": False, "gil": True, "hal": True}


def test_sentences_of_marked_reviews_and_those_on_the_ending_are_hidden(ask: Asker, desk: Desk) -> None:
    answer = ask("what about the music")
    assert {quote.reviewer: quote.hidden for quote in answer.quotes} == HIDDEN
    assert [quote.reviewer for quote in answer.quotes if quote.spoiler] == ["hal"], "gil marked nothing"
    assert [quote.title for quote in answer.quotes if quote.reviewer == "gil"] == ["By gil"]
    assert answer.notes == ("2 of the 4 below are covered, because they may give the ending away.",)
    left = desk.answer(read("what about the music", desk.known()), Place(spoilers_left_out=True))
    assert set(by(left)) == {"ada", "ben"}


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("is it violent", "fay"),
        ("is it slow", "dag"),
        ("better than the first?", "fay"),
        ("is it boring?", "dag"),
    ],
)
def test_a_quality_is_asked_for_in_the_words_of_those_who_answer(ask: Asker, text: str, first: str) -> None:
    assert first in by(ask(text))[:2]


def test_negation_turns_a_quality_round(ask: Asker) -> None:
    answer = ask("is it violent")
    assert {fact.label: fact.value for fact in answer.facts} == {
        "Speak of it": "2 reviews",
        "Violent": "1",
        "Not": "1",
    }
    assert answer.headline.endswith("speak of the violence: 1 says violent, 1 not.")


def test_a_person_is_found_by_a_misspelt_name(ask: Asker) -> None:
    assert by(ask("how is Kesler in it"))[0] == "cho"


def test_who_plays_is_told_by_vote_of_the_reviews(ask: Asker) -> None:
    answer = ask("who plays otto")
    assert answer.headline == "Jan Kessler plays Otto, say 2 reviews of Harbour Lights (1999)."
    assert set(by(answer)) == {"ada", "cho"}
    assert ask("what role does Kessler play").headline == answer.headline


def test_who_made_it_is_read_from_the_texts_and_hidden_where_only_marked_ones_tell(ask: Asker) -> None:
    assert ask("who directed it").headline == "Only passages hidden as spoilers say who directed it."
    assert "Ida Brandt composed" in ask("who wrote the music").headline


@pytest.mark.parametrize(
    "text", ["does the dog die", "what was the budget", "is it on netflix", "who is Zebedee"]
)
def test_what_no_review_tells_is_said_so(ask: Asker, text: str) -> None:
    answer = ask(text)
    assert answer.kind == "not_in_reviews"
    assert not answer.found
    assert not answer.quotes or "no answer" in answer.notes[0]


def test_a_simile_is_the_closest_mention_and_no_answer(ask: Asker) -> None:
    answer = ask("is there a dog in it")
    assert not answer.found
    assert "cho" in by(answer)


def test_who_said_that_names_those_who_were_quoted(ask: Asker) -> None:
    answer = ask("who said that?", after="is it slow")
    assert answer.kind == "said_by"
    assert "dag" in answer.headline


def test_small_talk_gets_a_line_and_examples_and_no_figure(ask: Asker) -> None:
    answer = ask("hello there")
    assert (answer.kind, answer.found, answer.facts) == ("small_talk", False, ())
    assert answer.follow_ups


def test_opinions_of_the_film_altogether_come_from_both_sides(ask: Asker) -> None:
    answer = ask("what do people think of it")
    assert answer.found
    assert answer.film == HARBOUR
    assert len(answer.quotes) > 2


def test_opinions_go_on_page_by_page_until_all_were_shown(library: Library, ask: Asker, desk: Desk) -> None:
    more = [
        make_review(f"more{i}", text=f"The music of the {i}th pier is {i} times lovely.") for i in range(9)
    ]
    save(library, more)
    answers = [ask("what about the music")]
    while len(answers) < 9 and (at := answers[-1].paging) and at.page < at.pages:
        answers.append(desk.answer(replace(answers[-1].question, page=at.page + 1)))  # type: ignore[arg-type]
    shown = [quote.reviewer for answer in answers for quote in answer.quotes]
    assert sorted(shown) == sorted({"ada", "ben", "gil", "hal"} | {review.byline.reviewer for review in more})
    assert all(answer.paging and answer.paging.total == 13 for answer in answers)


def test_a_title_that_answers_is_shown_once(library: Library, desk: Desk) -> None:
    save(library, [make_review("zoe", title="Boring from end to end", text="I left. Nobody cared.")])
    answer = desk.answer(read("is it boring", desk.known()))
    (quote,) = [quote for quote in answer.quotes if quote.reviewer == "zoe"]
    assert (quote.title, quote.text, quote.begins, quote.ends) == ("", "Boring from end to end", True, True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("is the music good", "what about the soundtrack"),
        ("is it better than the first one?", "how does it compare with the first film"),
        ("is it boring", "how boring is it"),
    ],
)
def test_the_same_question_gets_the_same_figures(ask: Asker, one: str, other: str) -> None:
    assert ask(one).headline == ask(other).headline
    assert ask(one).found


def test_a_scene_that_stands_out_is_a_topic(library: Library, ask: Asker) -> None:
    save(library, [make_review("ivo", text="The best scene is the one with the bell.")])
    answer = ask("what was the best scene")
    assert answer.found
    assert by(answer)[0] == "ivo"


def test_reviews_with_one_of_two_words_are_not_said_to_have_both(library: Library, ask: Asker) -> None:
    save(library, [make_review("ivo", text="The crate is heavy."), make_review("uma", text="The lid opens.")])
    assert "speak of opens or crate" in ask("who opens the crate?").headline
    save(library, [make_review(name, text="She opens the crate.") for name in ("ivo", "uma")])
    assert "speak of opens and crate" in ask("who opens the crate?").headline


@pytest.mark.parametrize(
    "text",
    ["what is it about?", "what's Harbour Lights about", "what happens in it", "plot summary", "premise?"],
)
def test_what_a_film_is_about_is_told_before_it_is_judged(library: Library, ask: Asker, text: str) -> None:
    told = "Otto (Jan Kessler) comes home from prison and must find the boat that his father owed."
    save(library, [make_review("ivy", text=f"I loved every minute. {told} The music is wonderful.")])
    answer = ask(text)
    assert answer.headline == "What Harbour Lights (1999) is about, as its reviews tell it."
    assert said(answer) == {"ivy": told}


def test_how_long_it_is_takes_a_running_time_and_has_no_sides(library: Library, ask: Asker) -> None:
    texts = [
        "The boy is forgotten for half an hour.",
        "Its ninety-eight minutes are not too long.",
        "112 minutes!",
    ]
    save(library, [make_review(f"long{place}", text=text) for place, text in enumerate(texts)])
    answer = ask("how long is it?")
    assert answer.headline == "2 of 11 reviews of Harbour Lights (1999) tell how long it is."
    assert set(by(answer)) == {"long1", "long2"}


def test_a_dead_line_is_no_death(library: Library, ask: Asker) -> None:
    save(library, [make_review("una", text="The label on the dead line says Otto.")])
    save(library, [make_review("vic", text="Otto dies in the last reel.")])
    assert set(by(ask("who dies in it?"))) == {"hal", "vic"}


def test_what_people_hold_against_it_is_no_praise_and_not_what_others_say(
    library: Library, ask: Asker
) -> None:
    texts = {
        "wim": ("People have said it drags. It is a superb film, not a bad one.", 9),
        "xia": ("Unfortunately the script is a dreadful mess.", 3),
    }
    save(library, [make_review(name, text=text, rating=rating) for name, (text, rating) in texts.items()])
    shown = said(ask("what do people hate about it?"))
    assert shown["xia"] == "Unfortunately the script is a dreadful mess."
    assert "wim" not in shown


def test_as_many_are_shown_as_are_said_to_speak_of_it(ask: Asker, desk: Desk) -> None:
    for text in ("is it slow?", "what about the pace?", "is it violent?", "the ending?"):
        answer = ask(text)
        total = answer.paging.total if answer.paging else len(answer.quotes)
        assert answer.headline.startswith(f"{total} of 8 reviews"), text


def test_complaints_of_a_topic_are_those_against_it(library: Library, ask: Asker) -> None:
    save(
        library, [make_review("kay", text="The music is dreadful."), make_review("lou", text="Awful music.")]
    )
    assert set(by(ask("what do people hate about the music?"))) == {"ben", "kay", "lou"}
