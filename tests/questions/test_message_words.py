from __future__ import annotations

import pytest

from bot.model import Film
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import Mentions, Opinion, Question, Search, Who
from bot.questions.known import Known
from bot.questions.message_words import answers_to

PUSHER = Film("Pusher II", 2004)
KNOWN = Known(
    FilmIndex.of([PUSHER, Film("Heat", 1995)]),
    is_person=lambda name: name.lower() in ("dot", "mikkelsen", "mads mikkelsen"),
)


@pytest.mark.parametrize(
    ("message", "question"),
    [
        ("does anybody remember who plays Dot?", Who("dot")),
        ("Mads Mikkelsen deserved an award for that", Mentions("Mads Mikkelsen")),
        ("i think mikkelsen was great", Mentions("mikkelsen")),
        ("I hated how slow it was", Opinion("slow")),
        ("the music in pusher 2 gave me chills", Opinion("music", str(PUSHER))),
        ("that accordion gave me chills", Search("accordion chills")),
        ("anyone seen pusher 2?", Opinion("", str(PUSHER))),
    ],
)
def test_a_message_is_answered_by_what_it_speaks_of(message: str, question: Question) -> None:
    assert question in list(answers_to(message, KNOWN))[:4]


@pytest.mark.parametrize(
    "message", ["does anyone remember", "10/10 best film ever", "lol", "seen it tonight?"]
)
def test_words_that_say_little_are_not_searched_for(message: str) -> None:
    assert not [question for question in answers_to(message, KNOWN) if isinstance(question, Search)]
