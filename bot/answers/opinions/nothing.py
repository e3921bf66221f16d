"""That no review says anything of it, with what comes closest."""

from __future__ import annotations

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import Asked
from bot.answers.opinions.asked_about import sets_beside, tells_year
from bot.answers.opinions.said import Said, quote_of
from bot.answers.scope import Scope
from bot.errors import FilmNotFoundError
from bot.language.sayings import saying
from bot.language.topics import Concept, Topic
from bot.questions.film_names import find_film
from bot.questions.kinds import (
    AverageRating,
    NotInReviews,
    Opinion,
    WholeReview,
)
from bot.questions.series import films_of_series, name_of_series, place_in_series

_CLOSEST = 3


def not_there(
    question: Opinion | NotInReviews, topic: Topic, scope: Scope, said: list[Said], asked: Asked
) -> Answer:
    """That the reviews don't say, with what comes closest called so."""
    things = _things(topic)
    if things:
        said = [one for one in said if any(thing.mentions(saying(one.text).words) for thing in things)]
    fewest = min((one.missing for one in said), default=0)
    closest = sorted((one for one in said if one.missing == fewest), key=lambda one: -one.score)[:_CLOSEST]
    quotes = tuple(quote for one in closest if (quote := quote_of(one, topic, asked)) is not None)
    line = f"No review{scope.of} says anything of {' and '.join(one.label for one in things) or topic.label}."
    notes = ("The closest mentions are no answer to it:",) if quotes else ()
    if quotes:
        line = f"The reviews{scope.of} don't say."
    follow_ups = _after_nothing(question, scope)
    if is_of_missing_film(question):
        missing = FilmNotFoundError(question.topic, find_film(question.topic, asked.catalogue.index).nearest)
        line = str(missing)
        notes = (f"The closest mentions in the reviews{scope.of} are no answer to it:",) if quotes else ()
        nearest = missing.nearest
        if scope.film is not None and (place := place_in_series(question.topic, scope.film)) is not None:
            line = f"The {place} {name_of_series(scope.film)} isn't in the library."
            nearest = films_of_series(scope.film, asked.catalogue.index)
        follow_ups = tuple(FollowUp(str(film), AverageRating(str(film))) for film in nearest)
    elif isinstance(question, Opinion) and question.reviewer is not None:
        line = f"{question.reviewer} says nothing of {topic.label}{_in_review(scope)}."
        quotes, notes = (), ()
        follow_ups = (FollowUp("The whole review", WholeReview(question.reviewer, question.film)),)
    if scope.film is not None and any(map(sets_beside, topic.needed)):
        first, *later = films_of_series(scope.film, asked.catalogue.index) or (scope.film,)
        if first == scope.film and later:
            line = f"{scope.film} is the first of its series."
            quotes, notes = (), ()
            follow_ups = tuple(
                FollowUp(f"How {film} compares", Opinion(question.topic, str(film))) for film in later
            )
    if scope.film is not None and scope.film.year and any(tells_year(concept) for concept in topic.needed):
        notes = (f"Their page gives {scope.film.year} as its year.", *notes)
    return Answer(
        question if isinstance(question, NotInReviews) else NotInReviews(question.topic, question.film),
        found=False,
        headline=line,
        notes=notes,
        quotes=quotes,
        film=scope.film,
        follow_ups=follow_ups,
    )


def _in_review(scope: Scope) -> str:
    return f" in the review of {scope.film}" if scope.film is not None else ""


def _things(topic: Topic) -> list[Concept]:
    """What is asked about where it is asked what happens to it: the dog, and not any death."""
    things = [concept for concept in topic.needed if concept.subject is None]
    return [] if len(things) == len(topic.needed) else things


def is_of_missing_film(question: Opinion | NotInReviews) -> bool:
    """Whether a film is asked for that isn't in the library."""
    return isinstance(question, NotInReviews) and question.is_film


def _after_nothing(question: Opinion | NotInReviews, scope: Scope) -> tuple[FollowUp, ...]:
    if scope.film is None:
        return ()
    return (FollowUp("What people think of it", Opinion("", question.film)),)
