"""The one way from words to a `Question`, whether they are commands or sentences."""

from __future__ import annotations

import re

from bot.questions.commands import read_command
from bot.questions.kinds import Question, Unclear
from bot.questions.known import Known
from bot.questions.sentences import read_sentence
from bot.questions.unread import UnreadError

_LONGEST_SENTENCE = 500
_SIGN = re.compile(r"\A\s*[/!](?=\w)")


def read(text: str, known: Known) -> Question:
    """The question that the words ask; `Unclear` where they are not understood to the last one.

    A sign in front of a command word (`/top`, `!mentions`) changes nothing.
    """
    words = _SIGN.sub("", text)
    ways = (read_command, read_sentence) if len(words) <= _LONGEST_SENTENCE else (read_command,)
    for way in ways:
        try:
            return way(words, known)
        except UnreadError:
            continue
    return Unclear(text)
