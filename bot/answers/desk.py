"""The library's desk: it takes a `Question` and gives an `Answer`."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import assert_never

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import Asked
from bot.answers.catalogue import EMPTY, Catalogue
from bot.answers.chatting import small_talk
from bot.answers.comparing import compare_films
from bot.answers.counting import average, count, most_common, share
from bot.answers.decks import Decks
from bot.answers.elsewhere import with_others
from bot.answers.extremes import extreme, reviewed_by
from bot.answers.helping import help_, unclear
from bot.answers.lists import films, reviewer, top_reviews, whole_review
from bot.answers.of_several_films import wrote_of_all
from bot.answers.opinions.answering import opinion
from bot.answers.opinions.beside import compare_opinions
from bot.answers.people import mentions, people
from bot.answers.place import Place
from bot.answers.quotes import random_quote
from bot.answers.ratings import average_rating
from bot.answers.saying import said_by
from bot.answers.searching import search
from bot.answers.spans import compare_spans
from bot.answers.timeline import timeline
from bot.answers.who import who
from bot.errors import FilmAmbiguousError, FilmError, FilmNotFoundError, NotFoundError
from bot.model import Film
from bot.questions.film_names import suggest_films
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    CompareSpans,
    Count,
    Extreme,
    Films,
    Help,
    Mentions,
    MostCommon,
    NotInReviews,
    Opinion,
    People,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    SaidBy,
    Search,
    Share,
    SmallTalk,
    Timeline,
    TopReviews,
    Unclear,
    Who,
    WholeReview,
    WroteOfAll,
)
from bot.questions.known import Known
from bot.store.films import FilmEntry, edition
from bot.store.library import Library
from bot.store.people import PersonEntry, find_people, suggest_people
from bot.store.reviews import find_reviewer, reviewers_like
from bot.store.search import holds_word, prints_as_title

ANYWHERE = Place()
_SEVERAL = 2


class Desk:
    """Answers questions about one open library. Threads may share it; it keeps one edition's film index."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: tuple[int, Catalogue] | None = None
        self._decks = Decks()

    def answer(self, question: Question, place: Place = ANYWHERE) -> Answer:
        """Answer the question as asked at the place.

        What can be expected to go wrong (no such film, two films meant, nobody of that name) is an answer
        too, with `found` False and what to try next. Raises StoreError when the library can't be read.
        """
        asked = Asked(self._library, self.catalogue(), place, self._decks)
        if not asked.catalogue.by_film and not isinstance(question, (Help, SmallTalk)):
            return Answer(question, found=False, headline=EMPTY)
        try:
            answer = _answer(question, asked)
            if len(asked.catalogue.by_film) < _SEVERAL:
                return answer
            return with_others(answer, question, partial(_answer, asked=asked))
        except FilmError as error:
            return _which_film(question, error)
        except NotFoundError as error:
            follow_ups = tuple(FollowUp(name, Reviewer(name)) for name in error.nearest)
            return Answer(question, found=False, headline=str(error), follow_ups=follow_ups)

    def catalogue(self) -> Catalogue:
        """The films as the library holds them now."""
        number = edition(self._library)
        kept = self._kept
        if kept is None or kept[0] != number:
            self._kept = kept = (number, Catalogue.of(self._library))
        return kept[1]

    def known(self, place: Place = ANYWHERE) -> Known:
        """What the reading of a question asked at the place needs to know of the library."""
        catalogue = self.catalogue()
        meant = catalogue.film_of(place)
        return Known(
            films=catalogue.index,
            film=meant,
            find_reviewer=partial(find_reviewer, self._library),
            reviewers_like=partial(reviewers_like, self._library, limit=2),
            holds=partial(holds_word, self._library),
            is_person=lambda name: bool(find_people(self._library, name)),
            is_title=partial(prints_as_title, self._library),
            sites=catalogue.sites,
            earlier=catalogue.earlier,
            called_now=catalogue.called_now,
            today=dt.datetime.now(dt.UTC).date(),
        )

    def suggest_films(self, typed: str, limit: int = 25) -> list[FilmEntry]:
        """Films that somebody who has typed this much may mean, likeliest first."""
        catalogue = self.catalogue()
        return [catalogue.by_film[film] for film in suggest_films(typed, catalogue.index, limit)]

    def suggest_reviewers(self, typed: str, limit: int = 25) -> list[str]:
        """Reviewers whose names begin with what was typed."""
        return reviewers_like(self._library, typed, limit=limit)

    def suggest_people(self, typed: str, film: str | None = None, limit: int = 25) -> list[PersonEntry]:
        """People who may be meant by what was typed: those of the film, where one is named and found."""
        try:
            entry = self.catalogue().named(film) if film else None
        except (FilmError, NotFoundError):
            entry = None
        return suggest_people(self._library, typed, entry.id if entry else None, limit=limit)


def _answer(question: Question, asked: Asked) -> Answer:  # noqa: C901 - a table, one line a kind
    match question:
        case AverageRating():
            return average_rating(question, asked)
        case Timeline():
            return timeline(question, asked)
        case TopReviews():
            return top_reviews(question, asked)
        case Search():
            return search(question, asked)
        case Mentions():
            return mentions(question, asked)
        case People():
            return people(question, asked)
        case RandomQuote():
            return random_quote(question, asked)
        case Films():
            return films(question, asked)
        case WholeReview():
            return whole_review(question, asked)
        case Reviewer():
            return reviewer(question, asked)
        case Count():
            return count(question, asked)
        case Share():
            return share(question, asked)
        case Average():
            return average(question, asked)
        case MostCommon():
            return most_common(question, asked)
        case Extreme():
            return extreme(question, asked)
        case CompareFilms():
            return compare_films(question, asked)
        case CompareOpinions():
            return compare_opinions(question, asked)
        case CompareSpans():
            return compare_spans(question, asked)
        case WroteOfAll():
            return wrote_of_all(question, asked)
        case ReviewedBy():
            return reviewed_by(question, asked)
        case Opinion() | NotInReviews():
            return opinion(question, asked)
        case Who():
            return who(question, asked)
        case SaidBy():
            return said_by(question, asked)
        case SmallTalk():
            return small_talk(question, asked)
        case Help():
            return help_(question, asked)
        case Unclear():
            return unclear(question, asked)
        case _:
            assert_never(question)


def _which_film(question: Question, error: FilmError) -> Answer:
    likely: Sequence[Film] = ()
    if isinstance(error, FilmNotFoundError):
        likely = error.nearest
    elif isinstance(error, FilmAmbiguousError):
        likely = error.films
    named = error.name if isinstance(error, (FilmNotFoundError, FilmAmbiguousError)) else ""
    every = () if named else _of_every_film(question)
    shown = likely[: _BUTTONS - len(every)]
    follow_ups = (*(FollowUp(str(film), _about(question, film, named)) for film in shown), *every)
    if len(likely) > len(shown) or not likely:
        follow_ups += (FollowUp("Every film there is", Films()),)
    if isinstance(error, FilmNotFoundError):
        question = NotInReviews(error.name, is_film=True)
    return Answer(question, found=False, headline=str(error), follow_ups=follow_ups)


_BUTTONS = 5


def _of_every_film(question: Question) -> tuple[FollowUp, ...]:
    """The question asked of all films at once, where it can be."""
    match question:
        case AverageRating():
            return (FollowUp("All films", Average(EVERY_FILM)),)
        case Count() | Share() | Average() | MostCommon() | Extreme() | CompareSpans():
            return (FollowUp("All films", replace(question, film=EVERY_FILM)),)
        case Opinion() if question.topic:
            return (FollowUp("All films", replace(question, film=EVERY_FILM)),)
        case TopReviews() if question.filters:
            return (FollowUp("All films", replace(question, film=EVERY_FILM)),)
        case _:
            return ()


def _about(question: Question, film: Film, named: str) -> Question:
    match question:
        case CompareFilms(films) | CompareOpinions(films=films) | WroteOfAll(films):
            return replace(question, films=tuple(str(film) if each == named else each for each in films))
        case Films() | Help() | Reviewer() | Unclear() | SaidBy() | SmallTalk():
            return question
        case _:
            return replace(question, film=str(film))
