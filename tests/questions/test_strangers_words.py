"""How people say it who know no grammar: jobs on a film, what is said to the bot, what leans on an answer."""

from __future__ import annotations

import datetime as dt

import pytest

from bot.model import Film, Filters
from bot.questions.conversation import Conversation
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    Count,
    Extreme,
    Help,
    Measure,
    NotInReviews,
    Opinion,
    Question,
    SaidBy,
    Share,
    Side,
    SmallTalk,
    TopReviews,
    Who,
)
from bot.questions.known import Known
from bot.questions.reading import read

FILM = Film("Harbour Lights", 1999)
WORDS = "otto brandt foghorn parrot harbour music dog dot quill local hero".split()
EVERYWHERE = Known(FilmIndex.of([FILM, Film("The Gull House", 2011)]), holds=lambda word: word in WORDS)
KNOWN = Known(FilmIndex.of([FILM]), film=FILM, holds=lambda word: word in WORDS)


@pytest.mark.parametrize(
    ("text", "job"),
    [
        ("who's behind the lens?", "cinematographer"),
        ("who made those grey pictures", "cinematographer"),
        ("is the cameraman named anywhere", "cinematographer"),
        ("do they say who shot it", "cinematographer"),
        ("the score's composer?", "composer"),
        ("the soundtrack is by whom", "composer"),
        ("name of the composer", "composer"),
        ("who was in charge of this thing", "director"),
        ("who called the shots on this one", "director"),
        ("a film by who", "director"),
        ("who the heck made this", "director"),
        ("who wrote and directed it", "director"),
        ("who helped with the script", "writer"),
        ("Which two people wrote the script of it?", "writer"),
        ("who is the author of the script", "writer"),
        ("whose score", "composer"),
        ("whose photography is it?", "cinematographer"),
        ("who was behind the camera, the director of photography i mean", "cinematographer"),
        ("whose synth score is it", "composer"),
        ("who cooked up the tunes lads", "composer"),
        ("whos music is it", "composer"),
        ("who was in charge of the sound", "sound designer"),
        ("whoever designed the sound deserves a pint. name?", "sound designer"),
        ("the director had a co-writer i think, some docker? whats the name", "writer"),
        ("the director wrote the script together with somebody, who was the other one", "writer"),
        ("who cut the film", "editor"),
        ("who penned it", "writer"),
        ("the film is dedicated to a poet. which one?", "dedication"),
    ],
)
def test_a_job_is_known_by_any_of_its_words(text: str, job: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Who)
    assert question.subject == job


@pytest.mark.parametrize(
    "text",
    [
        "what did people say about the score for this film",
        "who liked the camera work",
        "who cares for the music",
        "is the director any good",
    ],
)
def test_what_is_thought_of_a_job_asks_for_nobody(text: str) -> None:
    assert not isinstance(read(text, KNOWN), Who)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("the parrot, who's that", "parrot"),
        ("who got to be Quill", "quill"),
        ("Quill's actress", "quill"),
        ("name of the bloke who does Otto", "otto"),
        ("who's in the lead", "lead"),
        ("the actor for otto", "otto"),
        ("what's otto brandt's character called", "otto brandt"),
        ("which part has Otto Brandt", "otto brandt"),
        ("who does otto", "otto"),
        ("who all acts in this one", "cast"),
    ],
)
def test_a_part_is_told_in_many_ways(text: str, role: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Who)
    assert question.subject == role


def test_a_name_beside_what_somebody_is_tells_who_is_meant() -> None:
    question = read("the mother of the baby, lisbeth, what is the actress called", KNOWN)
    assert isinstance(question, Who)
    assert question.subject == "lisbeth"


def test_who_plays_somebody_may_only_tell_of_whom_to_speak() -> None:
    assert isinstance(read("The actor who plays Dot's father, did he convince anyone?", KNOWN), Opinion)


@pytest.mark.parametrize("text", ["who wrote the longest one", "who wrote the shortest review"])
def test_whoever_wrote_a_review_has_no_job_on_the_film(text: str) -> None:
    assert isinstance(read(text, KNOWN), Extreme)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("heya", "greeting"),
        ("evenin all, whit's the craic 🍻", "greeting"),
        ("mornin pal", "greeting"),
        ("konnichiwa", "greeting"),
        ("Good evening, my dear robot! It is Granny Ilse again.", "greeting"),
        ("arigatou, you helped me very much!", "thanks"),
        ("much obliged", "thanks"),
        ("you've been a great help, I'm grateful", "thanks"),
        ("away ye go ya daft tin can", "insult"),
        ("my toaster is smarter than u", "insult"),
        ("you absolute muppet", "insult"),
        ("wow you are actually useful", "praise"),
        ("lol ok bye", "farewell"),
        ("are you a real person?", "self"),
    ],
)
def test_talk_is_known_by_its_cues_in_any_form(text: str, about: str) -> None:
    assert read(text, KNOWN) == SmallTalk(about)


@pytest.mark.parametrize("text", ["what are you good for", "what do you know", "how do i use this thing"])
def test_asking_what_the_bot_can_do_gives_help(text: str) -> None:
    assert isinstance(read(text, KNOWN), Help)


@pytest.mark.parametrize(
    "text",
    [
        "heya, is the music any good",
        "cheers! is it violent then",
        "alright, is it slow",
        "you people like the music?",
    ],
)
def test_chatter_around_a_question_leaves_it_a_question(text: str) -> None:
    assert isinstance(read(text, KNOWN), Opinion)


@pytest.mark.parametrize(
    "text",
    ["what's the verdict on Local Hero in here", "anyone reviewed Bergman's Persona on this thing?"],
)
def test_a_film_that_is_not_here_is_admitted(text: str) -> None:
    assert isinstance(read(text, EVERYWHERE), NotInReviews)


def test_the_clause_that_asks_gives_the_topic() -> None:
    question = read("is it slow? two teenagers on my sofa and zero patience between them", KNOWN)
    assert isinstance(question, Opinion)
    assert "teenagers" not in question.topic


def test_a_short_clause_may_belong_to_the_one_that_asks() -> None:
    question = read("the harbour, is it scary, in winter", KNOWN)
    assert isinstance(question, Opinion)
    assert "winter" in question.topic


TITLE = str(FILM)
WHO = Conversation(Who("milo", TITLE), TITLE, ("ada",))


@pytest.mark.parametrize(
    "text", ["and is he any good in it", "do they like him", "what do people think of him"]
)
def test_after_who_somebody_is_what_is_thought_of_him(text: str) -> None:
    question = read(text, KNOWN, WHO)
    assert isinstance(question, Opinion)
    assert question.topic.startswith("milo")


@pytest.mark.parametrize("text", ["ok and which day did he post that?", "when was that written", "date?"])
def test_after_a_review_when_it_was_written(text: str) -> None:
    last = Conversation(Extreme(TITLE, Measure.RATING, lowest=True), TITLE, ("ada", "ben"))
    assert read(text, KNOWN, last) == SaidBy("ada")


@pytest.mark.parametrize(
    ("text", "year"), [("and the year before that?", 2019), ("and the next year?", 2021)]
)
def test_after_one_years_figure_the_year_beside_it(text: str, year: int) -> None:
    asked = Count(TITLE, Filters(since=dt.date(2020, 1, 1), until=dt.date(2020, 12, 31)))
    question = read(text, KNOWN, Conversation(asked, TITLE))
    assert question == Count(TITLE, Filters(since=dt.date(year, 1, 1), until=dt.date(year, 12, 31)))


@pytest.mark.parametrize(
    "text",
    [
        "hi im new here, what can you do?",
        "wait what can u even do",
        "explain what you do",
        "how does one use you",
        "what sort of stuff can i ask",
    ],
)
def test_what_the_bot_can_do_is_asked_in_nothing_but_such_words(text: str) -> None:
    assert isinstance(read(text, KNOWN), Help)


@pytest.mark.parametrize(
    "text",
    [
        "Are the supporting actors any good, or do you notice that they are amateurs?",
        "out of all the films you have, which has the best average?",
        "what do people not like here",
        "what do you know about the music",
    ],
)
def test_a_question_put_to_the_bot_is_no_talk(text: str) -> None:
    assert not isinstance(read(text, KNOWN), SmallTalk | Help)


def test_the_name_behind_what_somebody_is_tells_who_is_meant() -> None:
    question = read("who plays the new bad guy, Ansgar Dole", KNOWN)
    assert isinstance(question, Who)
    assert question.subject == "ansgar dole"


OPINION_OF_DOT = Conversation(Opinion("what they think of dot", TITLE), TITLE, ("ada",))
OPINION_OF_MUSIC = Conversation(Opinion("the music", TITLE), TITLE, ("ada",))
TENS = Conversation(Count(TITLE, Filters(ratings=(10,))), TITLE)


@pytest.mark.parametrize(
    ("last", "text", "question"),
    [
        (OPINION_OF_DOT, "who played her?", Who("dot", TITLE)),
        (OPINION_OF_DOT, "who is she played by", Who("dot", TITLE)),
        (OPINION_OF_MUSIC, "who made it", Who("composer", TITLE)),
        (OPINION_OF_MUSIC, "anyone disagree", Opinion("the music", TITLE, side=Side.AGAINST)),
        (OPINION_OF_MUSIC, "who said that", SaidBy("ada")),
        (WHO, "and who directed it", Who("director", TITLE)),
        (WHO, "and the music", Who("composer", TITLE)),
        (WHO, "quill?", Who("quill", TITLE)),
        (TENS, "what percentage is that", Share(TITLE, Filters(ratings=(10,)))),
        (WHO, "and the best?", Extreme(TITLE, Measure.RATING)),
        (WHO, "next page", SmallTalk("no_more")),
        (TENS, "show me them", TopReviews(TITLE, filters=Filters(ratings=(10,)))),
        (TENS, "let me read those please", TopReviews(TITLE, filters=Filters(ratings=(10,)))),
        (TENS, "and who was that", Count(TITLE, Filters(ratings=(10,)))),
    ],
)
def test_what_leans_on_the_last_answer_is_read_by_it(
    last: Conversation, text: str, question: Question
) -> None:
    assert read(text, KNOWN, last) == question


def test_more_of_nothing_is_no_question() -> None:
    assert read("next page", KNOWN) == SmallTalk("nothing_yet")


def test_a_name_is_no_misspelt_word_that_sounds_apart() -> None:
    question = read("who is scarsese", KNOWN)
    assert isinstance(question, Who)
    assert question.subject == "scarsese"


def test_the_score_that_fits_is_music() -> None:
    assert isinstance(read("hows the score, does it fit", KNOWN), Opinion)
