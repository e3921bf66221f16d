"""How far ratings lie apart: their standard deviation."""

from __future__ import annotations

import re

from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.kinds import Average, Measure, Statistic

_DEVIATION = re.compile(
    r"\b(?:the )?(?:standard deviation|std ?dev(?:iation)?|stdev|sigma|variance|deviation)\b"
    r"(?: (?:of|in|for|from|among) (?:the )?(?:ratings?|scores?|marks|mean|average))?"
)
_VARY = re.compile(
    r"\bhow (?:much|far|widely|strongly) (?:do|did) (?:the )?(?:ratings|scores|marks)"
    r" (?:vary|differ|deviate|scatter)\b"
)


def deviation(asked: Asked) -> Reading | None:
    """`what's the standard deviation`, `how much do the ratings vary`."""
    cue = _DEVIATION.search(asked.text) or _VARY.search(asked.text)
    if cue is None:
        return None
    question = Average(asked.film, asked.filters, Measure.RATING, Statistic.DEVIATION)
    return Reading(question, left(asked.text, cue))
