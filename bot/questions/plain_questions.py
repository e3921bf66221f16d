"""Questions in plain English: what any sentence asks, or that it can't be told.

The names are read first, then what follows up on the last answer, then figures, then who, then opinions. Only
what was understood to the last word that matters becomes a figure.
"""

from __future__ import annotations

from bot.questions.counting import as_unclear, how_many, read_figure
from bot.questions.kinds import AverageRating, Mentions, Question, Search, Unclear
from bot.questions.known import Known
from bot.questions.marking import name_within
from bot.questions.naming import is_film
from bot.questions.sentences import read_sentence
from bot.questions.series import with_relatives
from bot.questions.slots import read_slots
from bot.questions.unread import UnreadError


def read_plain(typed: str, known: Known) -> Question:
    """The question that a sentence asks; `Unclear`, with what may be meant, where that can't be told."""
    named = name_within(typed, known)
    sentence = with_relatives(named.sentence, known)
    if not sentence.text:
        return Unclear(typed)
    slots = read_slots(sentence, known.today)
    figure = read_figure(sentence, slots)
    if slots.marks == ("mention",) and isinstance(simple := _simple(typed, known), Mentions | Search):
        counted = figure is not None and how_many(sentence.text)
        if not counted:
            return simple
    if figure is not None and not figure.unread:
        return figure.question
    if (simple := _simple(typed, known)) is not None:
        return simple
    if figure is not None:
        return as_unclear(sentence, figure)
    if sentence.films and not sentence.text.replace("§film0", "").strip():
        return AverageRating(sentence.films[0])
    return Unclear(typed)


def _simple(typed: str, known: Known) -> Question | None:
    """A list, a quote, a review: what the simple forms of sentences ask for."""
    try:
        question = read_sentence(typed, known)
    except UnreadError:
        return None
    film = getattr(question, "film", None)
    if isinstance(question, AverageRating) or (film is not None and not is_film(film, known)):
        return None
    return question
