"""The one way from words to a `Question`, whether they are commands or sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.commands import read_command
from bot.questions.conversation import Conversation
from bot.questions.kinds import (
    Average,
    CompareFilms,
    Count,
    Extreme,
    MostCommon,
    Question,
    ReviewedBy,
    Search,
    Share,
    Unclear,
)
from bot.questions.known import Known
from bot.questions.naming import is_film
from bot.questions.plain_questions import read_plain
from bot.questions.unread import UnreadError

_LONGEST_SENTENCE = 500
_SIGN = re.compile(r"\A\s*[/!]?(?:ask\s+(?:question:\s*)?)?(?=\w)", re.I)


def read(text: str, known: Known, last: Conversation | None = None) -> Question:
    """The question that the words ask; `Unclear` where they are not understood to the last one.

    `last` is what was asked and answered just before, None where nothing was. A sign in front of a command
    word (`/top`, `!mentions`) changes nothing.
    """
    words = _SIGN.sub("", text)
    commanded = _command(words, known)
    if commanded is not None and (_is_sure(commanded, words, known) or len(words) > _LONGEST_SENTENCE):
        return commanded
    question = read_plain(words, known, last) if len(words) <= _LONGEST_SENTENCE else Unclear(text)
    if commanded is not None and not isinstance(question, _SURER):
        return commanded
    return replace(question, text=text) if isinstance(question, Unclear) else question


_SEARCHES = re.compile(r"\s*(?:search|find|grep|look)\b", re.IGNORECASE)
_SURER = (Count, Share, Average, MostCommon, Extreme, CompareFilms, ReviewedBy)
"""What a sentence is surer to ask than a command about a film that isn't here: `lowest mark and whose`."""


def _command(words: str, known: Known) -> Question | None:
    try:
        return read_command(words, known)
    except UnreadError:
        return None


def _is_sure(question: Question, words: str, known: Known) -> bool:
    """Whether a command means what it says: it names no unknown film, and searches only when told to."""
    if isinstance(question, Search) and not _SEARCHES.match(words):
        return False
    film = getattr(question, "film", None)
    return film is None or is_film(film, known)
