"""When a sentence speaks of what was asked, and when it only has a word of it; which side it takes."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.answers.answer import Answer
from bot.answers.desk import Desk
from bot.language.giving_away import speaks_of_ending
from bot.model import Film
from bot.questions.reading import read
from bot.store.library import Library
from tests.making import HARBOUR_II, make_review, save

Ask = Callable[..., Answer]


@pytest.fixture
def ask(library: Library, desk: Desk) -> Ask:
    def asked(question: str, *sentences: str) -> Answer:
        others = ["A gull sits on the pier and nobody minds."]
        save(library, [make_review(f"r{at}", text=text) for at, text in enumerate([*sentences, *others])])
        return desk.answer(read(question, desk.known()))

    return asked


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("what about the music", "It understands its themes well, and its people."),
        ("is there a love story", "He only wants his father to love him and to trust him."),
        ("how is the opening", "The film opened up a great many wonderful questions for me."),
        ("is there much action", "Judged by his actions they are wonderful friends."),
        ("is it original", "Otto is fresh out of prison when it begins."),
        ("how is the ending", "It felt like a wonderful story from beginning to end."),
        ("is it moving", "It feels like a good collection of scenes."),
        ("is there a lot of swearing", "It is in English, and the language of the docks is great."),
        ("how is the ending", "By the end I was wonderfully out of breath."),
        ("how is the ending", "I noticed at the end that I had enjoyed my excellent tea."),
        ("how is the ending", "She finished her wonderful tea in the end."),
        ("how is the script", "He handles a line like a man who lost an excellent finger to one."),
        ("how is the script", "A wonderful hum fills the telephone lines."),
        ("is it better than the first one", "She listens better than most actors talk."),
        ("is it as good as the original", "I liked the first thirty minutes very much."),
        ("how is the acting", "Nobody there can stop acting the excellent host."),
        ("how is the acting", "The second act loses fifteen excellent minutes."),
        ("how is the direction", "I met the wonderful director in a bar."),
        ("how is the direction", "I saw his great directorial debut Harbour (1996) twice."),
        ("how is the atmosphere", "It feels cohesive, a great collection of scenes."),
        ("how is the atmosphere", "Watch it when you are in the mood for great fun."),
        ("how does it look", "I slept with the light on and it was great."),
        ("is it realistic", "I was not real impressed, to be honest."),
        ("is it scary", "The engineer is a man who is more afraid of the stairs."),
        ("is it original", "The original was a great deal leaner."),
        ("what about the music", "Great hold music."),
        ("is it slow", "A great comedy, a laugh a minute."),
        ("what language is it in", "A great Danish gangster film."),
        ("do i need to see the first one before", "Not nearly as good as its predecessor."),
        (
            "is it suitable for kids",
            "A film about broken families and the wonderful generations after.",
        ),
    ],
)
def test_a_word_of_it_is_not_speaking_of_it(ask: Ask, question: str, sentence: str) -> None:
    assert not ask(question, sentence).found


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("how is the sound track", "The soundtrack is a soft tide under everything."),
        ("what do they say about fatherhood", "A father learns what it is to be one."),
        ("how are the women portrayed", "Every woman in it is better drawn than the men."),
        ("is this the best of the trilogy", "It is the best of the trilogy."),
        ("what mood does it leave you in", "You will be emotionally drained for a whole day."),
        ("is it a good sequel", "It is even better than its predecessor."),
        ("any negatives about the cast", "The acting is weak and flat."),
        ("does it deal with addiction", "Half the crew is on drugs and it shows."),
        ("does it make crime look cool", "A realistic film about poor people."),
        ("any profanity in it", "There is a good deal of swearing on the tug."),
        ("how is the ending", "The end is excellent."),
        ("how is the ending", "Only a glimpse of hope is seen at the end."),
        ("how is the script", "The lines are sharp."),
        ("how is the acting", "None of them can act and it is awful."),
        ("how is the atmosphere", "It has the feel of a great fair."),
        ("is it scary", "I have never been so afraid of a lamp."),
        ("what language is it in", "They speak in Danish all the time."),
        (
            "do i need to see the first one before",
            "Works well without having seen the predecessor.",
        ),
        ("do the synthesizers sound nice", "The synth score is incredible."),
    ],
)
def test_what_is_asked_is_found_in_the_words_of_others(ask: Ask, question: str, sentence: str) -> None:
    answer = ask(question, sentence)
    assert answer.found
    assert [quote.text for quote in answer.quotes] == [sentence]


@pytest.mark.parametrize(
    ("question", "sentences", "told"),
    [
        ("is it slow", ["It drags badly.", "It has a brisk pace."], "the pace: 1 says slow, 1 fast."),
        ("is it fast", ["It drags badly.", "It is slow."], "the pace: 2 say slow, 0 fast."),
        ("does it hold your attention", ["It is dull."], "how boring it is: 1 says boring, 0 engaging."),
        ("what about the pace", ["The pace is wonderful."], "the pace: 1 for, 0 against."),
        ("does it glorify crime", ["A realistic film."], "how real it feels: 1 says real, 0 not."),
    ],
)
def test_sides_are_named_by_what_they_say(ask: Ask, question: str, sentences: list[str], told: str) -> None:
    assert ask(question, *sentences).headline.endswith(told)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("what about the boats", "The boats are lovely and the tide is great."),
        ("how much drug use is there", "There is a great deal of drug use in this excellent film."),
        ("what about the violence", "The violence is everywhere in this wonderful film."),
    ],
)
def test_praise_beside_a_thing_in_the_film_is_none_of_it(ask: Ask, question: str, sentence: str) -> None:
    answer = ask(question, sentence)
    assert answer.found
    assert " for, " not in answer.headline
    assert [fact.label for fact in answer.facts] == ["Speak of it"]


@pytest.mark.parametrize("sentence", ["Gripping from start to finish.", "It is great right to the finish."])
def test_a_film_good_to_the_finish_gives_nothing_away(sentence: str) -> None:
    assert not speaks_of_ending(sentence)
    assert speaks_of_ending("The finish is strong.")


def test_the_first_of_a_series_is_compared_with_no_first_one(library: Library, desk: Desk) -> None:
    save(library, [make_review("ada", text="The pub lady is even better than the first scene.")])
    save(library, [make_review("ben", film=HARBOUR_II, text="Not as good as the first one.")])
    answer = desk.answer(read("is harbour lights better than the first one?", desk.known()))
    assert not answer.found
    assert answer.headline == "Harbour Lights (1999) is the first of its series."
    (later,) = answer.follow_ups
    assert [quote.reviewer for quote in desk.answer(later.question).quotes] == ["ben"]


@pytest.mark.parametrize(
    "sentence",
    [
        "At the end of 2 hours I was tired.",
        "It's slow and frightening, and by the end I was out of breath.",
        "In the end it is a decent film.",
        "It kept me hooked till the end.",
        "It turned out to be a great film.",
        "The film survives its flaws.",
        "I could not finish it.",
        "In conclusion, see it.",
    ],
)
def test_what_befell_the_watcher_gives_nothing_away(sentence: str) -> None:
    assert not speaks_of_ending(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "In the end she leaves him.",
        "By the end he has lost everything.",
        "It moved me, and at the very end the old tune comes back.",
        "Tarrant drowns.",
        "The killer was Ann.",
        "She was dead all along.",
        "It turns out that the caller is Edda.",
    ],
)
def test_what_only_the_end_tells_gives_it_away(sentence: str) -> None:
    assert speaks_of_ending(sentence)


def test_a_sentence_that_two_wrote_is_quoted_once(ask: Ask) -> None:
    answer = ask("what about the music", "The music is great.", "The music is great.", "The music drags on.")
    assert sorted(quote.text for quote in answer.quotes) == ["The music drags on.", "The music is great."]
    assert answer.headline.startswith("3 of 4 reviews")


@pytest.mark.parametrize(
    ("question", "text", "shown"),
    [
        (
            "is it as good as the first film",
            "Is it as good as the first one? Nearly. The tide is in.",
            "Is it as good as the first one? Nearly.",
        ),
        (
            "how is the script",
            "A word about the script. It has been called thin. I would call it rinsed. The tide is in.",
            "A word about the script. It has been called thin. I would call it rinsed.",
        ),
        (
            "is it boring",
            "Nothing happens. Then it happens again.",
            "Nothing happens. Then it happens again.",
        ),
    ],
)
def test_what_the_next_sentence_answers_is_quoted_with_it(
    ask: Ask, question: str, text: str, shown: str
) -> None:
    assert [quote.text for quote in ask(question, text).quotes] == [shown]


def test_each_review_is_quoted_by_the_sentence_that_counts(ask: Ask) -> None:
    told = "I have to give credit to the great soundtrack."
    answer = ask("how is the music", f"The music of this film is almost ambient, love it or not. {told}")
    assert answer.headline.endswith("1 for, 0 against.")
    assert [quote.text for quote in answer.quotes] == [told]


def test_the_film_is_known_by_its_title(library: Library, desk: Desk) -> None:
    film = Film("Harbour Lights II", 2004)
    save(library, [make_review("ann", film=film, text="Harbour Lights 2 is a slow film.")])
    answer = desk.answer(read("is harbour lights 2 slow", desk.known()))
    assert answer.headline.endswith("1 says slow, 0 fast.")


def test_who_praises_an_actor_of_the_film_speaks_of_the_acting(ask: Ask) -> None:
    answer = ask(
        "how is the acting",
        "Nell (Oona Braithwell) drinks a glass of milk.",
        "Braithwell is extraordinary.",
        "Braithwell lives by the sea.",
        "Braithwell is superb in the leading role.",
    )
    assert sorted(quote.text for quote in answer.quotes) == [
        "Braithwell is extraordinary.",
        "Braithwell is superb in the leading role.",
    ]
    assert answer.headline.endswith("speak of the acting: 1 for, 0 against; of 1 I can't tell.")


def test_a_title_of_one_word_is_the_film_only_with_a_capital(library: Library, desk: Desk) -> None:
    film = Film("Heat", 1995)
    save(library, [make_review("ann", film=film, text="Heat is a slow film.")])
    save(library, [make_review("bob", film=film, text="The summer heat is slow to go.")])
    answer = desk.answer(read("is heat slow", desk.known()))
    assert ": 1 says slow, 0 fast" in answer.headline


def test_the_lowest_rated_complain_in_their_short_sentences_and_titles(library: Library, desk: Desk) -> None:
    for by, rating, title, text in (
        ("ann", 2, "The shed", "NO MUSIC. NO MONSTER. NO POINT."),
        ("bob", 3, "Boring.", "Two hours of my life in a shed."),
        ("cy", 9, "A gem", "The music is wonderful."),
    ):
        save(library, [make_review(by, rating=rating, title=title, text=text)])
    answer = desk.answer(read("what do people complain about", desk.known()))
    assert sorted(quote.text for quote in answer.quotes) == ["Boring.", "NO MUSIC. NO MONSTER. NO POINT."]


def test_as_many_are_paged_as_are_said_to_speak_of_its_worth(ask: Ask) -> None:
    worth = [f"It is worth seeing, take {number} friends." for number in range(7)]
    answer = ask("is it worth watching", *worth, "The music is wonderful.")
    assert answer.headline.startswith("7 of 9 reviews")
    assert answer.paging is not None
    assert answer.paging.total == 7


def test_where_few_speak_of_its_worth_others_are_said_to_sum_it_up(ask: Ask) -> None:
    answer = ask("is it worth watching", "It is worth seeing.", "The film has wonderful music.")
    assert answer.headline.startswith("1 of 3 reviews")
    assert answer.notes == ("1 of the 2 below is how others sum it up.",)
