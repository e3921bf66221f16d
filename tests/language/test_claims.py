from __future__ import annotations

import pytest

from bot.language.claims import claim, judgement
from bot.language.topics import Concept, read_topic


def asked(question: str) -> Concept:
    return read_topic(question).needed[0]


@pytest.mark.parametrize(
    ("question", "sentence", "side"),
    [
        ("the music", "The music is wonderful.", 1),
        ("the music", "I loved the score, every note of it.", 1),
        ("the music", "The music and the camera are both superb.", 1),
        ("the music", "Not a fan of the film, but what a beautiful score.", 1),
        ("the music", "The music isn't bad at all.", 1),
        ("the music", "A dreadful soundtrack.", -1),
        ("the music", "The score is not very good.", -1),
        ("the music", "The music is in the background most of the time.", 0),
        ("the music", "Great film, the music plays on a ferry.", 0),
        ("the music", "People say that the music is wonderful.", 0),
        ("the music", "Is the music any good?", 0),
        ("the music", "If the music were great I would have stayed.", 0),
        ("the music", "I expected great music.", 0),
        ("the music", "The acting is superb, the music another of his experiments.", 0),
        ("the music", "The music isn't half as annoying as I remembered.", 0),
        ("the music", "The music is gorgeous one minute and awful the next.", 0),
        ("the ending", "I was so glad at the end.", 0),
        ("the script", "That the box is never opened is the best decision in the script.", 1),
        ("the acting", "I would give anything for a better director than this.", 0),
    ],
)
def test_praise_and_blame_are_claimed_of_what_they_belong_to(question: str, sentence: str, side: int) -> None:
    assert claim(asked(question), sentence, quality=False) == side


@pytest.mark.parametrize(
    ("question", "sentence", "side"),
    [
        ("is it boring", "Boring.", 1),
        ("is it boring", "I was bored from beginning to end.", 0),
        ("is it boring", "I was bored.", 1),
        ("is it boring", "It is slow but never boring.", -1),
        ("is it boring", "A dull film about a lighthouse.", 1),
        ("is it boring", "Clara is bored in her marriage.", 0),
        ("is it boring", "He lives a dull and lonely life by the sea.", 0),
        ("is it boring", "People have said it drags.", 0),
        ("is it boring", "Was it boring?", 0),
        ("is it boring", "Was it boring? Not at all.", -1),
        ("is it boring", "Boring? Yes.", 1),
        ("is it boring", "Is it boring? I slept well.", 0),
        ("better than the first", "Is it as good as the first one? Nearly.", -1),
        ("better than the first", "A masterpiece needs no second part.", -1),
        ("is it scary", "I have never been so afraid of a lamp.", 1),
        ("is it boring", "It pays two percent interest.", 0),
        ("is it slow", "The beginning drags a little.", 0),
        ("is it slow", "It's slow, and I loved every moment.", 1),
        ("is it scary", "It isn't scary at all.", -1),
        ("is it scary", "She looks frightened.", 0),
        ("is it scary", "About as scary as a shopping list.", 0),
        ("is it scary", "This film gave me nightmares.", 1),
        ("is it violent", "We learn how men become violent.", 0),
        ("is it violent", "There is no blood at all.", -1),
        ("is it realistic", "Both leads are convincing.", 0),
        ("is it worth watching", "I highly recommend it to everyone!", 1),
        ("is it worth watching", "It isn't a bad film.", 0),
        ("is it worth watching", "Do not waste your evening on it.", -1),
        ("better than the first", "The sequel is even better than the first.", 1),
        ("better than the first", "Not nearly as good as the first film.", -1),
        ("is it original", "Better than the original, says my aunt.", 0),
    ],
)
def test_a_quality_is_claimed_of_the_film_alone(question: str, sentence: str, side: int) -> None:
    assert claim(asked(question), sentence, quality=True) == side


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("Ann Grey, Bob Hill and Cy Moor do terrific jobs.", 1),
        ("Moor puts in a good performance.", 1),
        ("Moor carries the entire film.", 1),
        ("Ann Grey is great and then there is Moor.", 0),
    ],
)
def test_an_actor_is_judged_by_the_acting_and_in_one_breath_with_others(sentence: str, side: int) -> None:
    moor = Concept("Cy Moor", frozenset(["moor"]), frozenset(["moor"]), "moor", person=True)
    assert claim(moor, sentence, quality=False) == side


@pytest.mark.parametrize(
    ("sentence", "side"),
    [
        ("A superb evening.", 1),
        ("A dreadful mess.", -1),
        ("Superb camera, dreadful script.", 0),
        ("A film.", 0),
    ],
)
def test_a_sentence_is_of_one_side_or_of_none(sentence: str, side: int) -> None:
    assert judgement(sentence) == side
