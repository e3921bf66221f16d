"""Where nothing is found in one film, what reviews of the others have: said at once, with a way there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from bot.answers.answer import Answer, FollowUp
from bot.answers.wording import counted
from bot.errors import FilmError, NotFoundError
from bot.language.topics import read_topic
from bot.model import Film
from bot.questions.asking_again import film_of
from bot.questions.jobs import JOBS
from bot.questions.kinds import EVERY_FILM, Count, Mentions, Opinion, Question, RandomQuote, Search, Who

IN_ALL = "In all films"

Ask = Callable[[Question], Answer]


def with_others(answer: Answer, asked_for: Question, ask: Ask) -> Answer:
    """The answer, and where it is none, what the same question finds in all films."""
    here = str(answer.film) if answer.film is not None else film_of(answer.question)
    everywhere = _in_all_films(asked_for)
    if here in (None, EVERY_FILM) or everywhere is None or not _is_none(answer):
        return answer
    try:
        other = ask(everywhere)
    except (FilmError, NotFoundError):
        return answer
    if not other.found or _is_none(other):
        return answer
    again = other.question if isinstance(other.question, RandomQuote) else everywhere
    return replace(
        answer,
        notes=(_told(other, str(here), ask), *answer.notes),
        follow_ups=(FollowUp(IN_ALL, again), *answer.follow_ups),
    )


def _is_none(answer: Answer) -> bool:
    """Whether nothing was found; a count of none is one that found nothing."""
    if isinstance(answer.question, Count):
        return bool(answer.facts) and answer.facts[0].value == "0"
    return not answer.found


def _in_all_films(question: Question) -> Question | None:
    match question:
        case Search() | Mentions():
            return replace(question, film=EVERY_FILM, page=1)
        case RandomQuote() if question.about is not None:
            return replace(question, film=EVERY_FILM, deck=None, position=0)
        case Who(subject) if subject not in JOBS and subject not in _OF_ONE_FILM:
            return replace(question, film=EVERY_FILM)
        case Opinion() if question.reviewer is None and _is_of_somebody(question.topic):
            return replace(question, film=EVERY_FILM, page=1)
        case Count() if question.filters.mentions is not None:
            return replace(question, film=EVERY_FILM)
        case _:
            return None


_OF_ONE_FILM = ("cast", "lead", "villain")


def _is_of_somebody(topic: str) -> bool:
    """Whether it is asked about words of its own, not about what every film has: its music, its ending."""
    read = read_topic(topic)
    return bool(read.needed) and not read.fact and all(one.subject is None for one in read.concepts)


def _told(other: Answer, here: str, ask: Ask) -> str:
    """What the others have, in a sentence behind the one that says that this film has none."""
    match other.question:
        case Search() | Mentions() if other.paging is not None:
            film = _only_film(other, ask)
            of = f"of {film}" if film is not None else "of other films"
            total = other.paging.total
            number = counted(total, "review") if other.paging.exact else f"Over {total:,} reviews"
            return f"{number} {of} {'does' if total == 1 else 'do'}."
        case RandomQuote() if other.film is not None and str(other.film) != here:
            return f"Reviews of {other.film} have one."
        case _:
            return other.headline


def _only_film(other: Answer, ask: Ask) -> Film | None:
    """The one film that all of the reviews found are of, None where they are of several."""
    films = {quote.film for quote in other.quotes}
    if len(films) != 1 or other.paging is None or not other.paging.exact:
        return None
    (film,) = films
    if other.paging.total <= len(other.quotes):
        return film
    question = other.question
    if not isinstance(question, Search | Mentions):
        return None
    alone = ask(replace(question, film=str(film), page=1))
    same = alone.paging is not None and alone.paging.total == other.paging.total
    return film if same else None
