"""A question asked once more, a little differently."""

from __future__ import annotations

from dataclasses import replace

from bot.questions.kinds import (
    CompareFilms,
    CompareOpinions,
    Films,
    Help,
    NotInReviews,
    Opinion,
    Question,
    RandomQuote,
    Reviewer,
    SaidBy,
    SmallTalk,
    Unclear,
    WroteOfAll,
)


def about_film(question: Question, film: str) -> Question:
    """The question about that film, from its first page on; as it is where it is about no film."""
    match question:
        case Films() | Help() | Reviewer() | Unclear() | SmallTalk() | CompareFilms() | WroteOfAll():
            return question
        case CompareOpinions(topic, _, side):
            return Opinion(topic, film, side=side)
        case SaidBy() if not question.words:
            return question
        case NotInReviews(topic, is_film=False):  # another film's reviews may say
            return Opinion(topic, film)
        case RandomQuote():
            return replace(question, film=film, deck=None, position=0)
        case _:
            return replace(question, film=film)


def film_of(question: Question) -> str | None:
    """The film that the question names; None where it names none or several."""
    film: str | None = getattr(question, "film", None)
    return film
