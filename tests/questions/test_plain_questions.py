from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from bot.model import Film, Filters
from bot.questions.conversation import Conversation
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    THE_FILM,
    AverageRating,
    Count,
    Extreme,
    Measure,
    Mentions,
    NotInReviews,
    Opinion,
    Question,
    RandomQuote,
    SaidBy,
    Search,
    Side,
    SmallTalk,
    Unclear,
    Who,
)
from bot.questions.known import Known
from bot.questions.reading import read

LIGHTS, LIGHTS_II = "Harbour Lights (1999)", "Harbour Lights II (2003)"
FILMS = FilmIndex.of(
    [Film("Harbour Lights", 1999), Film("Harbour Lights II", 2003), Film("The Gull House", 2011)]
)
WORDS = "otto brandt foghorn parrot harbour music dog".split()
KNOWN = Known(FILMS, holds=lambda word: word in WORDS)
IN_CHANNEL = Known(FILMS, film=Film("Harbour Lights II", 2003), holds=lambda word: word in WORDS)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("what did people think of the music in harbour lights?", Opinion("music", LIGHTS)),
        ("is harbour lights violent", Opinion("violent", LIGHTS)),
        ("thoughts on the pacing of harbour lights 2??", Opinion("pacing", LIGHTS_II)),
        ("is the score by Brandt any good", Opinion("is the score by brandt any good", THE_FILM)),
        ("what do they say about the parrot", Opinion("parrot")),
        ("what did people think of harbour lights", Opinion("", LIGHTS)),
        ("what's bad about harbour lights", Opinion("", LIGHTS, side=Side.AGAINST)),
        ("is it scary", Opinion("is it scary", THE_FILM)),
        (
            "how many people liked the music in harbour lights",
            Opinion("how many people liked the music", LIGHTS),
        ),
    ],
)
def test_a_question_for_opinions_is_read(text: str, question: Question) -> None:
    assert read(text, KNOWN) == question


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("who plays Otto", "otto"),
        ("who is otto played by", "otto"),
        ("which actor plays otto?", "otto"),
        ("what role does otto play", "otto"),
        ("name of the actress for otto", "otto"),
        ("who directed it", "director"),
        ("whos the director", "director"),
        ("directed by?", "director"),
        ("who wrote the music", "composer"),
        ("who did the camera work", "cinematographer"),
        ("who wrote the script", "writer"),
        ("who is in it", "cast"),
        ("who plays the main part", "lead"),
    ],
)
def test_who_is_asked_for_by_name_or_by_job(text: str, subject: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, Who)
    assert question.subject == subject


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("average rating of harbour lights 3", "harbour lights 3"),
        ("how is harbour lights 5", "harbour lights 5"),
        ("how many reviews does casablanca have", "casablanca"),
        ("what do people think of Casablanca", "Casablanca"),
    ],
)
def test_a_film_that_is_not_here_is_not_in_the_reviews(text: str, topic: str) -> None:
    question = read(text, KNOWN)
    assert isinstance(question, NotInReviews | AverageRating)
    assert (question.topic if isinstance(question, NotInReviews) else question.film) == topic


def test_first_film_that_is_not_here_is_not_taken_for_the_second() -> None:
    alone = Known(FilmIndex.of([Film("Harbour Lights II", 2003)]), film=Film("Harbour Lights II", 2003))
    for text in (
        "how is the first film",
        "average rating of the first one",
        "how many reviews of harbour lights 1",
    ):
        assert isinstance(read(text, alone), NotInReviews)


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("hello!", "greeting"),
        ("good evening dear bot", "greeting"),
        ("thanks a lot mate", "thanks"),
        ("ur a dumb robot", "insult"),
        ("lol", "laugh"),
        ("are you a bot?", "self"),
    ],
)
def test_what_is_said_to_the_bot_is_small_talk(text: str, about: str) -> None:
    assert read(text, KNOWN) == SmallTalk(about)


@pytest.mark.parametrize("text", ["asdkjh qweoiu", "zzzz", "qwrt plmn ghjk", "..."])
def test_nonsense_is_unclear(text: str) -> None:
    assert isinstance(read(text, KNOWN), Unclear)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("is it vilent", "violence"),
        ("how is the pasing", "pace"),
        ("whats the averge ratng", ""),
        ("how is teh atcing", "acting"),
    ],
)
def test_misspelt_words_of_the_grammar_are_put_right(typed: str, meant: str) -> None:
    question = read(typed, IN_CHANNEL)
    assert isinstance(question, Opinion if meant else AverageRating)
    right = {"violence": "violent", "pace": "pacing", "acting": "acting"}.get(meant, "")
    assert not isinstance(question, Opinion) or right in question.topic


def test_no_english_word_is_taken_for_a_misspelling() -> None:
    question = read("is the rating of harbour lights fair or is the acting hating", KNOWN)
    assert "hating" in getattr(question, "topic", "") or isinstance(question, Unclear)


MUSIC = Conversation(Opinion("music", LIGHTS), LIGHTS, ("pq1", "pq2"))
LOWEST = Conversation(Extreme(LIGHTS, lowest=True), LIGHTS, ("pq3",))
RATING = Conversation(AverageRating(LIGHTS), LIGHTS)
TENS = Conversation(Count(LIGHTS, Filters(ratings=(10,))), LIGHTS)


@pytest.mark.parametrize(
    ("last", "text", "question"),
    [
        (MUSIC, "who said that?", SaidBy("pq1 pq2")),
        (MUSIC, "show me more", Opinion("music", LIGHTS, page=2)),
        (MUSIC, "what about the acting?", Opinion("acting", LIGHTS)),
        (MUSIC, "and the pacing", Opinion("pacing", LIGHTS)),
        (MUSIC, "in the second one?", Opinion("music", LIGHTS_II)),
        (MUSIC, "how many gave it a 10", Count(LIGHTS, Filters(ratings=(10,)))),
        (LOWEST, "and the highest?", Extreme(LIGHTS)),
        (LOWEST, "and the longest", Extreme(LIGHTS, Measure.LENGTH)),
        (RATING, "and for harbour lights 2", AverageRating(LIGHTS_II)),
        (RATING, "and the worst?", Extreme(LIGHTS, lowest=True)),
        (TENS, "and 9s?", Count(LIGHTS, Filters(ratings=(9,)))),
        (TENS, "without spoilers", Count(LIGHTS, Filters(ratings=(10,), spoilers=False))),
        (TENS, "who were they", Count(LIGHTS, Filters(ratings=(10,)))),
        (
            Conversation(RandomQuote(LIGHTS, deck=3), LIGHTS),
            "another one",
            RandomQuote(LIGHTS, deck=3, position=1),
        ),
    ],
)
def test_a_question_goes_on_from_the_last_answer(last: Conversation, text: str, question: Question) -> None:
    assert read(text, KNOWN, last) == question


def test_a_question_that_stands_by_itself_is_not_bent_by_the_last_one() -> None:
    assert read("average rating of the gull house", KNOWN, MUSIC) == AverageRating("the gull house")
    assert read("who mentions Otto", KNOWN) == Mentions("Otto")
    assert read("search foghorn", KNOWN, MUSIC) == Search("foghorn")
    assert read("which film is best?", KNOWN, TENS) == read("which film is best?", KNOWN)
    assert read("longest review of harbour lights 2", KNOWN, TENS) == Extreme(LIGHTS_II, Measure.LENGTH)
    assert read("9s for harbour lights 2", KNOWN, TENS) == Count(LIGHTS_II, Filters(ratings=(9,)))
    assert read("what about 2005 for harbour lights 2", KNOWN, TENS) == Count(
        LIGHTS_II, Filters(ratings=(10,), since=dt.date(2005, 1, 1), until=dt.date(2005, 12, 31))
    )


@pytest.mark.parametrize("text", ["is it good?", "is it great", "so is it nice?", "is it any good"])
def test_whether_it_is_good_is_asked_of_the_film_and_no_agreement(text: str) -> None:
    question = read(text, KNOWN, TENS)
    assert isinstance(question, Opinion)


PORT, QUAY, QUAY_II = Film("Port Noir II", 1991), Film("Old Quay", 1980), Film("Old Quay II", 1984)
TWO_SERIES = replace(KNOWN, films=FilmIndex.of([PORT, QUAY, QUAY_II]), film=None)


@pytest.mark.parametrize("typed", ["and the first one?", "and the original?", "in the first one?"])
def test_the_first_one_is_of_the_series_that_was_spoken_of(typed: str) -> None:
    of_port = read(typed, TWO_SERIES, Conversation(AverageRating(str(PORT)), str(PORT)))
    assert isinstance(of_port, NotInReviews)
    assert of_port.is_film
    of_quay = read(typed, TWO_SERIES, Conversation(AverageRating(str(QUAY_II)), str(QUAY_II)))
    assert getattr(of_quay, "film", None) == str(QUAY)


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        ('how many mention "hold music"?', Filters(mentions="hold music")),
        ("how many gave 9", Filters(ratings=(9,))),
        ("what share is spoilers", Filters(spoilers=True)),
    ],
)
def test_a_question_of_its_own_keeps_no_condition_of_the_last(typed: str, filters: Filters) -> None:
    since = Conversation(Count(LIGHTS, Filters(since=dt.date(2009, 1, 1))), LIGHTS)
    assert getattr(read(typed, KNOWN, since), "filters", None) == filters
    assert getattr(read("how many of those gave 9", KNOWN, since), "filters", None) == Filters(
        ratings=(9,), since=dt.date(2009, 1, 1)
    )
