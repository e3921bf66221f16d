"""What of an answer the next question may lean on."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.questions.asking_again import film_of
from bot.questions.conversation import Conversation
from bot.questions.kinds import (
    THE_FILM,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    Films,
    Help,
    Mentions,
    People,
    Question,
    SaidBy,
    SmallTalk,
    Unclear,
    Who,
    WholeReview,
    WroteOfAll,
)
from bot.questions.pages import at_page


def remember(answer: Answer, before: Conversation | None = None) -> Conversation | None:
    """The conversation after the answer; small talk and what was not understood leave it as it was."""
    question = answer.question
    if isinstance(question, SmallTalk | Unclear | Help):
        return before
    if answer.paging is not None:
        question = at_page(question, answer.paging.page) or question
    film = str(answer.film) if answer.film else _film_still(question, before) if not answer.found else None
    listed = _listed(answer)
    list_of: Question = question
    pages = answer.paging.pages if answer.paging is not None else 1
    if before is not None and _goes_on(question, listed, before):
        listed, list_of, pages = before.listed, before.list_of or question, before.pages or pages
    compared = _compared(answer, film, before)
    return Conversation(
        question,
        film,
        review_ids=tuple(dict.fromkeys(quote.review_id for quote in answer.quotes)),
        reviewers=tuple(dict.fromkeys(quote.reviewer for quote in answer.quotes)),
        listed=listed,
        list_of=list_of if listed else None,
        earlier_films=_earlier(film, compared, before),
        compared=compared,
        pages=pages,
        rating=answer.quotes[0].rating if len(answer.quotes) == 1 else None,
        persons=tuple(fact.label for fact in answer.facts)
        if answer.found and isinstance(question, Who)
        else (),
    )


def _listed(answer: Answer) -> tuple[Question, ...]:
    """What each thing that the answer lists opens."""
    labels = [fact.label for fact in answer.facts]
    match answer.question:
        case _ if answer.named:
            return answer.named
        case Films() | CompareFilms():
            return tuple(AverageRating(label) for label in labels)
        case People(film):
            return tuple(Mentions(label, film) for label in labels)
        case _ if not answer.found and not answer.quotes:
            return tuple(follow_up.question for follow_up in answer.follow_ups)
        case _:
            opened = (WholeReview(quote.review_id, str(quote.film)) for quote in answer.quotes)
            return tuple(dict.fromkeys(opened))


def _goes_on(question: Question, listed: tuple[Question, ...], before: Conversation) -> bool:
    """Whether the list before is still the one that is leant on: nothing new is listed, or it is of that."""
    match question:
        case SaidBy(words="") if before.listed:
            return True
        case WholeReview(which):
            opened = (one.which for one in before.listed if isinstance(one, WholeReview))
            return which in opened or (not listed and isinstance(before.list_of, WholeReview))
        case _:
            return not listed and type(before.list_of) is type(question)


def _film_still(question: Question, before: Conversation | None) -> str | None:
    """The film that was spoken of and still is, though nothing of it was found."""
    if before is None or film_of(question) not in (None, THE_FILM, before.film):
        return None
    return before.film


def _compared(answer: Answer, film: str | None, before: Conversation | None) -> tuple[str, ...]:
    """The films that stand beside each other: those compared, while none but them is spoken of."""
    question = answer.question
    if isinstance(question, CompareFilms) and not answer.found:
        return ()
    if isinstance(question, CompareFilms | CompareOpinions | WroteOfAll) and question.films:
        return question.films
    if before is None or (film is not None and film not in before.compared):
        return ()
    return before.compared


def _earlier(film: str | None, compared: tuple[str, ...], before: Conversation | None) -> tuple[str, ...]:
    """The other films that were spoken of, the latest last."""
    spoken_of = [*compared]
    if before is not None:
        spoken_of = [*before.earlier_films, *([before.film] if before.film is not None else []), *compared]
    return tuple(dict.fromkeys(one for one in reversed(spoken_of) if one != film))[:_MOST][::-1]


_MOST = 3
