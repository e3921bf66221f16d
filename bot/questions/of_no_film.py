"""Questions that no one film answers: what to watch, and who of all reviewers is what."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.kinds import EVERY_FILM, CompareFilms, Extreme, Question, Reviewer, Statistic, Unclear

_WATCH = re.compile(
    r"(?:(?:can|could|would) you |please )*(?:recommend|suggest)(?: me| us)?(?: (?:a|an|any|some|something"
    r"|anything|good|great|nice|films?|movies?|one|to (?:watch|see)|for (?:tonight|today)|tonight|today"
    r"|please|here))*"
    r"|(?:what|which)(?: film| movie| one)? (?:should|could|can|do) (?:i|we) (?:watch|see)"
    r"(?: (?:tonight|today|next|now|first|here|please))*"
)
_MORE_REVIEWS = re.compile(r"which(?: one| film| movie)? (?:has|have|got) (?:the )?(?:more|most) reviews")
_SAW_ALL = re.compile(
    r"(?:who|which reviewers?|what reviewers?) (?:saw|seen|has seen|have seen|watched|reviewed|rated"
    r"|wrote (?:of|on|about))(?: (?:all|every|each|both)(?: (?:of|the|these|those|them|your))*)"
    r"(?: (?:films?|movies?))?"
)
_OF_REVIEWERS = re.compile(r"\b(?:reviewers?|critics?)\b")


def of_no_film(text: str) -> Question | None:
    """The question that a sentence asks of the library, None where it may be asked of a film."""
    if _WATCH.fullmatch(text):
        return CompareFilms()
    if _MORE_REVIEWS.fullmatch(text):
        return CompareFilms(statistic=Statistic.COUNT)
    if _SAW_ALL.fullmatch(text):
        asks = "I can't tell who wrote of every film. Name somebody, and I list what they wrote."
        return Unclear(text, readings=(Reviewer(""),), asks=asks)
    return None


def over_the_library(question: Question, text: str) -> Question:
    """Whoever is looked for among reviewers is looked for in all films, where none is named."""
    if isinstance(question, Extreme) and question.film is None and _OF_REVIEWERS.search(text):
        return replace(question, film=EVERY_FILM)
    return question
