"""Talks of several lines, answered from a library: each line leans on the answers before it."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.answers.answer import Answer
from bot.answers.desk import ANYWHERE, Desk
from bot.answers.place import Place
from bot.answers.remembering import remember
from bot.model import Film
from bot.questions.conversation import Conversation
from bot.questions.kinds import WholeReview
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import HARBOUR, HARBOUR_II, make_review, save

GULL = Film("The Gull House", 2011)


@pytest.fixture
def desk(library: Library) -> Desk:
    """Three films; cleo-9 wrote of two of them, and reader0 to reader6 of the first."""
    save(
        library,
        [
            make_review(
                f"reader{number}",
                rating=number + 3,
                votes=(30 - number, 30),
                date=dt.date(2005 + number, 1, 2),
                title=f"Number {number}",
                text=f"Foghorn number {number} sounds over the harbour at night. Otto Brandt hears it again.",
            )
            for number in range(7)
        ],
    )
    save(library, [make_review("cleo-9", film=HARBOUR_II, rating=4, text="The boats are tired and so am I.")])
    save(
        library,
        [
            make_review("cleo-9", film=GULL, rating=9, text="The gulls sing of heroin in this quiet house."),
            make_review("dora-1", film=GULL, rating=2, text="Heroin bores me, and these gulls do it too."),
        ],
    )
    return Desk(library)


def talk(desk: Desk, *lines: str, place: Place = ANYWHERE) -> Answer:
    """The answer to the last line."""
    last: Conversation | None = None
    for line in lines:
        answer = desk.answer(read(line, desk.known(place), last), place)
        last = remember(answer, last)
    return answer


def shown(answer: Answer) -> list[tuple[str, Film]]:
    return [(quote.reviewer, quote.film) for quote in answer.quotes]


def test_reviews_of_a_list_are_opened_one_after_the_other(desk: Desk) -> None:
    assert shown(talk(desk, "top harbour lights 1999", "the second one")) == [("reader1", HARBOUR)]
    lines = ("top harbour lights 1999", "the second one", "show me the third one")
    assert shown(talk(desk, *lines)) == [("reader2", HARBOUR)]
    assert shown(talk(desk, *lines, "open number 5", "the first review please")) == [("reader0", HARBOUR)]
    assert shown(talk(desk, *lines, "show me more", "the second one")) == [("reader6", HARBOUR)]


def test_those_whom_a_count_names_are_opened(desk: Desk) -> None:
    lines = ("how many reviews of harbour lights 1999 gave 7 or more?", "the second one")
    assert shown(talk(desk, *lines)) == [("reader5", HARBOUR)]


def test_films_of_a_list_are_opened(desk: Desk) -> None:
    answer = talk(desk, "which film is the best?", "the last one")
    assert answer.film == HARBOUR_II
    answer = talk(desk, "films", "the third one")
    assert answer.film == GULL


def test_of_films_asked_back_one_is_picked_by_its_place(desk: Desk) -> None:
    answer = talk(desk, "average rating", "the second one")
    assert answer.found
    assert answer.film is not None


def test_a_reviewer_is_leant_on_from_film_to_film(desk: Desk) -> None:
    answer = talk(desk, "what did cleo-9 think of the gull house?", "and of harbour lights 2?")
    assert shown(answer) == [("cleo-9", HARBOUR_II)]
    answer = talk(desk, "what did cleo-9 think of the gull house?", "what did he give harbour lights 2?")
    assert "cleo-9 gave Harbour Lights II (2003) 4/10" in answer.headline


@pytest.mark.parametrize("line", ["what did cleo-9 think?", "and by cleo-9?", "what did cleo-9 give it"])
def test_a_reviewer_of_other_films_is_said_to_be_one(desk: Desk, line: str) -> None:
    answer = talk(desk, "rating harbour lights 1999", line)
    assert not answer.found
    assert str(GULL) in answer.text
    assert str(HARBOUR_II) in answer.text
    again = talk(desk, "rating harbour lights 1999", line, "and reader3?")
    assert "reader3 gave Harbour Lights (1999) 6/10" in again.headline


def test_what_no_review_of_a_film_says_may_be_said_of_another(desk: Desk) -> None:
    answer = talk(desk, "what about the heroin in harbour lights?", "and in the gull house?")
    assert answer.found
    assert {quote.reviewer for quote in answer.quotes} == {"cleo-9", "dora-1"}


def test_two_films_are_compared_in_the_order_they_were_spoken_of(desk: Desk) -> None:
    answer = talk(desk, "rating the gull house", "rating harbour lights 2", "which is better?")
    assert answer.headline.startswith("The Gull House (2011) has the higher average rating")
    answer = talk(desk, "rating the gull house", "and the worst?", "and harbour lights 2?", "compare them")
    assert "Harbour Lights II (2003)" in answer.headline
    assert "The Gull House (2011)" in answer.headline


def test_a_search_goes_on_as_a_search(desk: Desk) -> None:
    assert shown(talk(desk, "search heroin", "only the good ones")) == [("cleo-9", GULL)]
    assert shown(talk(desk, "search heroin", "only the bad ones")) == [("dora-1", GULL)]
    assert shown(talk(desk, "search heroin", "and tired?")) == [("cleo-9", HARBOUR_II)]


@pytest.mark.parametrize(
    "line",
    [
        'who said "tired and so am i"?',
        'Who wrote "The boats are tired"?',
        'which reviewer said that "boats are tired" in harbour lights 2?',
        '"boats are tired" - who said that?',
        "who says the words “boats are tired and so am I”",
        'whose line is "the boats are tired"?',
        'who is "so am I" from?',
        'where does it say "boats are tired"?',
    ],
)
def test_who_said_the_quoted_words_is_told_with_the_very_sentence(desk: Desk, line: str) -> None:
    answer = talk(desk, "rating harbour lights 1999", line)
    assert answer.headline == "cleo-9, on Harbour Lights II (2003) on 17 May 2010, 4/10."
    assert [quote.text for quote in answer.quotes] == ["The boats are tired and so am I."]
    assert answer.quotes[0].stress


def test_a_long_sentence_is_found_as_it_was_quoted(desk: Desk) -> None:
    sentence = "Foghorn number 3 sounds over the harbour at night. Otto Brandt hears it again."
    answer = talk(desk, f'who said "{sentence}"')
    assert answer.headline.startswith("reader3, on Harbour Lights (1999)")
    assert answer.quotes[0].text == sentence


def test_several_who_said_it_are_named_with_a_way_to_all(desk: Desk) -> None:
    answer = talk(desk, 'who said "over the harbour at night"?')
    assert answer.headline.startswith('7 reviews say "over the harbour at night": reader0')
    assert answer.headline.endswith("and others.")
    assert desk.answer(answer.follow_ups[-1].question).headline.startswith("7 reviews")
    assert shown(talk(desk, 'who said "over the harbour at night"?', "the second one")) == shown(
        desk.answer(WholeReview(answer.quotes[1].review_id))
    )


def test_words_that_nobody_said_side_by_side_are_found_apart(desk: Desk) -> None:
    answer = talk(desk, 'who said "heroin gulls"?')
    assert not answer.found
    assert "All of the words stand in 2 reviews." in answer.notes
    assert len(desk.answer(answer.follow_ups[0].question).quotes) == 2


def test_what_was_counted_by_a_phrase_is_read_by_the_phrase(desk: Desk) -> None:
    counted = talk(desk, 'how many reviews mention "heroin in this"?')
    read_it = next(one for one in counted.follow_ups if one.label == "Read it")
    assert shown(desk.answer(read_it.question)) == [("cleo-9", GULL)]
    quote = desk.answer(read_it.question).quotes[0]
    assert [quote.text[start:end] for start, end in quote.stress] == ["heroin in this"]


def test_after_who_said_that_the_review_and_its_reviewer_are_a_button_away(desk: Desk) -> None:
    answer = talk(desk, "lowest rating of harbour lights 2", "who said that?")
    assert [one.label for one in answer.follow_ups] == ["The whole review", "More by cleo-9"]


def test_the_days_beside_those_of_a_figure(desk: Desk) -> None:
    answer = talk(desk, "rating of harbour lights 1999 before 2008", "and after?")
    assert answer.headline.startswith("4 rated reviews of Harbour Lights (1999) that were written since 2008")


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("and the third one?", "third"),
        ("what about the third harbour lights?", "third"),
        ("and part 3?", "third"),
    ],
)
def test_a_film_that_its_series_lacks_is_called_by_its_place(desk: Desk, line: str, place: str) -> None:
    answer = talk(desk, "rating harbour lights 2", line)
    assert answer.headline == f"The {place} Harbour Lights isn't in the library."
    assert [one.label for one in answer.follow_ups] == [str(HARBOUR), str(HARBOUR_II)]


def test_a_first_film_that_is_lacking_is_no_film_of_another_series(library: Library) -> None:
    save(
        library, [make_review(film=HARBOUR_II), make_review(film=GULL), make_review(film=Film("Gull", 2001))]
    )
    for line in ("and the first one?", "and the original?", "what about the first harbour lights?"):
        answer = talk(Desk(library), "rating harbour lights 2", line)
        assert answer.headline == "The first Harbour Lights isn't in the library."


def test_what_one_reviewer_says_nothing_of_is_said_of_that_review(desk: Desk) -> None:
    answer = talk(desk, "lowest rating of harbour lights 2", "what did he say about the music?")
    assert answer.headline == "cleo-9 says nothing of the music in the review of Harbour Lights II (2003)."
    assert answer.follow_ups[0].label == "The whole review"


def test_after_a_comparison_the_talk_stays_with_its_films(desk: Desk) -> None:
    lines = ["compare the gull house and harbour lights 2"]
    answer = talk(desk, *lines, "which is older?")
    assert answer.headline.startswith("Harbour Lights II (2003) has the earlier year: 2003; The Gull House")
    answer = talk(desk, *lines, "which is older?", "which has more reviews?")
    assert answer.headline.startswith("The Gull House (2011) has more reviews: 2 reviews; Harbour Lights II")
    answer = talk(desk, *lines, "which has more reviews?", "which has more helpful votes?")
    assert answer.headline.startswith("The Gull House (2011) has more helpful votes: 6 of 8 votes; Harbour")
    answer = talk(desk, *lines, "which has more reviews?", "which is worse?")
    assert answer.headline.startswith("Harbour Lights II (2003) has the lower average rating: 4.00 of 10")


def test_what_is_said_of_each_film_stands_beside_the_other_and_ranks_none(desk: Desk) -> None:
    answer = talk(desk, "compare the gull house and harbour lights 2", "compare them on heroin")
    assert answer.found
    assert answer.headline == (
        "2 of 2 reviews of The Gull House (2011) speak of the drugs in it. "
        "No review of Harbour Lights II (2003) says anything of the drugs in it."
    )
    assert [film for _, film in shown(answer)] == [GULL, GULL]
    assert talk(desk, "which is longer, the gull house or harbour lights 2?").found is False


def test_the_best_and_the_worst_film_stand_so_far_apart(desk: Desk) -> None:
    answer = talk(desk, "what is the difference between the best and the worst film?")
    assert answer.notes == ("The difference between the first and the last is 2.00.",)


def test_the_votes_of_a_review_that_was_shown_are_told_and_which_film_its_reviewer_liked_more(
    desk: Desk,
) -> None:
    lines = ("review of cleo-9 of the gull house", "how many helpful votes?")
    assert talk(desk, *lines).headline == "cleo-9's review of The Gull House (2011): 3 of 4 found it helpful."
    assert talk(desk, *lines, "which one did he like more?").headline.startswith(
        "The Gull House (2011) has the highest average rating over reviews that were written by cleo-9: 9.00"
    )


def test_those_who_wrote_of_several_films_are_counted_out_of_all(desk: Desk) -> None:
    answer = talk(desk, "how many reviewers reviewed more than one film?")
    assert answer.headline == "1 of 9 reviewers wrote of at least 2 films: cleo-9."
    assert (
        talk(desk, "who wrote of at least 3 films").headline == "0 of 9 reviewers wrote of at least 3 films."
    )


def test_a_word_put_right_is_answered_like_the_question_before(desk: Desk) -> None:
    answer = talk(desk, "rating harbour lights 1999", "no, i meant the gull house")
    assert answer.headline.startswith("The Gull House (2011) averages 5.50")


def test_who_plays_somebody_is_whom_she_means(library: Library, desk: Desk) -> None:
    save(library, [make_review("ida", film=GULL, text="Edda (Saskia Thorn) waits.")])
    save(library, [make_review("kim", film=GULL, text="Saskia Thorn is superb, and Thorn is brave.")])
    answer = talk(desk, "who plays edda in the gull house?", "is she good?")
    assert answer.headline.startswith("2 of 4 reviews of The Gull House (2011) speak of Saskia Thorn")


def test_sentences_that_would_be_covered_are_left_out_when_asked_so(library: Library, desk: Desk) -> None:
    save(library, [make_review("eva", film=GULL, spoiler=True, text="The music is loud when he drowns.")])
    save(library, [make_review("fin", film=GULL, text="The music is lovely.")])
    lines = ("what about the music of the gull house?",)
    assert {"eva", "fin"} < {quote.reviewer for quote in talk(desk, *lines).quotes}
    openly = talk(desk, *lines, "without spoilers please")
    assert {quote.reviewer for quote in openly.quotes} == {"cleo-9", "fin"}
    assert openly.notes == ("1 spoiler passage left out here.",)


def test_a_film_beside_itself_is_no_comparison_to_go_on_from(desk: Desk) -> None:
    answer = talk(desk, "compare the gull house with gull house", "which is older?")
    assert not answer.found
    answer = talk(desk, "compare the gull house and harbour lights 2", "and the worst thing about it?")
    assert answer.kind != "compare_films"
