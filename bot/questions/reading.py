"""The one way from words to a `Question`, whether they are commands or sentences."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.commands import read_command
from bot.questions.kinds import Question, Unclear
from bot.questions.known import Known
from bot.questions.plain_questions import read_plain
from bot.questions.unread import UnreadError

_LONGEST_SENTENCE = 500
_SIGN = re.compile(r"\A\s*[/!]?(?:ask\s+(?:question:\s*)?)?(?=\w)", re.I)


def read(text: str, known: Known) -> Question:
    """The question that the words ask; `Unclear` where they are not understood to the last one.

    A sign in front of a command word (`/top`, `!mentions`) changes nothing.
    """
    words = _SIGN.sub("", text)
    try:
        return read_command(words, known)
    except UnreadError:
        question = read_plain(words, known) if len(words) <= _LONGEST_SENTENCE else Unclear(text)
    return replace(question, text=text) if isinstance(question, Unclear) else question
