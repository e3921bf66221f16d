"""Films beside each other: their averages, how much they are reviewed, how many reviews say something."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from bot.answers.answer import Answer, Comparison, Fact, FollowUp
from bot.answers.asked import Asked
from bot.answers.counting import percent_of
from bot.answers.ratings import histogram_of
from bot.answers.restating import told
from bot.answers.wording import counted, deviation_of, mean_of, median_of
from bot.errors import NotFoundError
from bot.model import Film, Filters
from bot.questions.kinds import AverageRating, CompareFilms, Opinion, Statistic
from bot.store import counting as store
from bot.store.counting import select
from bot.store.films import FilmEntry, every_rating_count

_MOST_FILMS = 200
_SHOWN = 10
_OTHERS = 4
_LEVEL_SHOWN = 3


@dataclass(frozen=True, slots=True)
class _Standing:
    """A film with the figure by which it is compared, and that figure in words.

    The figure is of `counts`, how many reviews gave each rating, or of `number` among `whole` reviews.
    """

    film: Film
    figure: Decimal
    words: str
    counts: Mapping[int, int] = field(default_factory=dict)
    number: int = 0
    whole: int = 0


def compare_films(question: CompareFilms, asked: Asked) -> Answer:
    """Which of the films has most, or least, with the figure of each."""
    entries = _entries(question, asked)
    if len(entries) < min(len(question.films), 2):
        return _with_itself(question, entries[0].film, asked)
    question = replace(question, films=tuple(str(entry.film) for entry in entries) if question.films else ())
    counts = {} if question.filters else every_rating_count(asked.library, [entry.id for entry in entries])
    standings = [one for entry in entries if (one := _standing(question, entry, counts, asked)) is not None]
    if len(standings) < 1:
        raise NotFoundError("None of these films has a review that could be compared.")
    standings.sort(key=lambda one: one.figure, reverse=not question.lowest)
    return Answer(
        question,
        found=True,
        headline=_headline(question, standings, len(entries)),
        notes=(*_difference(question, standings), *_together(question, standings)),
        facts=tuple(Fact(str(one.film), one.words) for one in standings[:_SHOWN]),
        picture=_side_by_side(question, entries, asked),
        follow_ups=(
            *(FollowUp(f"Rating of {one.film}", AverageRating(str(one.film))) for one in standings[:2]),
            FollowUp(f"What reviews say of {standings[0].film}", Opinion("", str(standings[0].film))),
        ),
    )


def _with_itself(question: CompareFilms, film: Film, asked: Asked) -> Answer:
    others = [other for other in asked.catalogue.index.films if other != film][:_OTHERS]
    hint = "Name another film to compare it with." if others else "The library holds no other film."
    return Answer(
        question,
        found=False,
        headline=f"Both names mean {film}. {hint}",
        film=film,
        follow_ups=tuple(
            FollowUp(f"With {other}", replace(question, films=(str(film), str(other)))) for other in others
        ),
    )


def _side_by_side(question: CompareFilms, entries: list[FilmEntry], asked: Asked) -> Comparison | None:
    if len(entries) != 2 or question.statistic is not Statistic.MEAN or question.filters:
        return None
    counts = every_rating_count(asked.library, [entry.id for entry in entries])
    if len(counts) != 2:
        return None
    first, second = (histogram_of(entry.film, counts[entry.id]) for entry in entries)
    return Comparison(first, second)


def _entries(question: CompareFilms, asked: Asked) -> list[FilmEntry]:
    if question.films:
        return list(dict.fromkeys(asked.catalogue.meant(name, asked.place) for name in question.films))
    entries = sorted(asked.catalogue.by_film.values(), key=lambda entry: -entry.reviews)
    return entries if question.statistic in _QUICK and not question.filters else entries[:_MOST_FILMS]


_QUICK = (Statistic.MEAN, Statistic.COUNT, Statistic.RELEASED)
"""Figures that are kept for every film, so that none is left out of however many."""


def _standing(
    question: CompareFilms, entry: FilmEntry, kept: Mapping[int, Mapping[int, int]], asked: Asked
) -> _Standing | None:
    """The film's place; `kept` are the ratings of all films, empty where filters choose among them."""
    if question.statistic is Statistic.COUNT and not question.filters:
        words = counted(entry.reviews, "review")
        return _Standing(entry.film, Decimal(entry.reviews), words, number=entry.reviews)
    if question.statistic in (Statistic.COUNT, Statistic.SHARE):
        return _counted(question, entry, asked)
    if question.statistic is Statistic.RELEASED:
        year = entry.film.year
        return None if year is None else _Standing(entry.film, Decimal(year), str(year))
    if question.statistic in (Statistic.VOTES, Statistic.HELPFUL_VOTES):
        return _voted(question, entry, asked)
    counts = kept.get(entry.id, {})
    if question.filters:
        chosen = select(asked.library, entry.id, question.filters)
        counts = {int(rating): n for rating, n in store.groups(asked.library, chosen, "rating").items()}
    if not counts:
        return None
    figure = _SUMMED_UP.get(question.statistic, mean_of)(counts)
    return _Standing(entry.film, figure, _figure_of(question.statistic, counts), counts)


def _figure_of(statistic: Statistic, counts: Mapping[int, int]) -> str:
    figure = _SUMMED_UP.get(statistic, mean_of)(counts)
    of_ten = "" if statistic is Statistic.DEVIATION else " of 10"
    return f"{figure}{of_ten}, over {counted(sum(counts.values()), 'rated review')}"


def _voted(question: CompareFilms, entry: FilmEntry, asked: Asked) -> _Standing | None:
    helpful, total = store.votes(asked.library, select(asked.library, entry.id, question.filters))
    if not total:
        return None
    if question.statistic is Statistic.VOTES:
        return _Standing(entry.film, Decimal(total), counted(total, "vote"))
    return _Standing(entry.film, Decimal(helpful), f"{helpful:,} of {counted(total, 'vote')}")


_SUMMED_UP = {Statistic.MEDIAN: median_of, Statistic.DEVIATION: deviation_of}


def _counted(question: CompareFilms, entry: FilmEntry, asked: Asked) -> _Standing | None:
    number = store.count(asked.library, select(asked.library, entry.id, question.filters))
    everything = select(asked.library, entry.id, Filters())
    rated = question.filters.ratings is not None
    whole = store.count_rated(asked.library, everything) if rated else entry.reviews
    if not whole:
        return None
    words = _number_of(question, number, whole)
    share = question.statistic is Statistic.SHARE
    figure = Decimal(number) / whole if share else Decimal(number)
    return _Standing(entry.film, figure, words, number=number, whole=whole)


def _number_of(question: CompareFilms, number: int, whole: int) -> str:
    if not whole:
        return counted(number, "review")
    what = "rated review" if question.filters.ratings is not None else "review"
    return f"{number:,} of {counted(whole, what)} ({percent_of(number, whole)})"


def _headline(question: CompareFilms, standings: list[_Standing], films: int) -> str:
    first = standings[0]
    if len(standings) < min(films, 2):
        return f"Of these, only {first.film} can be compared: {first.words}."
    how = _how(question, two=films == 2)
    tied = [one for one in standings if one.figure == first.figure]
    if films == 1:
        return f"{first.film} is the only film here: {first.words}."
    if len(tied) > 1:
        return _level(tied, "are level" if len(tied) == len(standings) else f"share {how}")
    others = "; ".join(f"{one.film} {one.words}" for one in standings[1:4])
    among = f" of the {films} films here" if not question.films and films > 4 else ""
    return f"{first.film} has {how}{among}: {first.words}" + (f"; {others}." if others else ".")


def _level(tied: list[_Standing], how: str) -> str:
    shown = tied if len(tied) <= _LEVEL_SHOWN + 1 else tied[:_LEVEL_SHOWN]
    more = f"{len(tied) - len(shown)} more films" if len(tied) > len(shown) else None
    if all(one.words == tied[0].words for one in tied):
        names = [*(str(one.film) for one in shown), *([more] if more else [])]
        return f"{', '.join(names[:-1])} and {names[-1]} {how}: {tied[0].words} each."
    figures = "; ".join([*(f"{one.film} {one.words}" for one in shown), *([more] if more else [])])
    return f"{len(tied)} films {how}: {figures}."


def _how(question: CompareFilms, *, two: bool) -> str:
    end = _END[question.lowest, two]
    match question.statistic:
        case Statistic.MEAN:
            name = f"the {end} average rating"
        case Statistic.DEVIATION:
            name = f"the {end} standard deviation"
        case Statistic.MEDIAN:
            name = f"the {end} median rating"
        case Statistic.COUNT:
            name = f"{_NUMBER[question.lowest, two]} reviews"
        case Statistic.VOTES:
            name = f"{_NUMBER[question.lowest, two]} votes"
        case Statistic.HELPFUL_VOTES:
            name = f"{_NUMBER[question.lowest, two]} helpful votes"
        case Statistic.RELEASED:
            name = f"the {_YEAR[question.lowest, two]} year"
        case Statistic.SHARE:
            name = f"the {_SIZE[question.lowest, two]} share of reviews"
    if not question.filters:
        return name
    return f"{name}{'' if name.endswith('reviews') else ' over reviews'} that {told(question.filters)}"


# By whether the lowest is asked for, and whether there are only two.
_END = {(False, False): "highest", (False, True): "higher", (True, False): "lowest", (True, True): "lower"}
_SIZE = {
    (False, False): "largest",
    (False, True): "larger",
    (True, False): "smallest",
    (True, True): "smaller",
}
_YEAR = {
    (False, False): "latest",
    (False, True): "later",
    (True, False): "earliest",
    (True, True): "earlier",
}
_NUMBER = {
    (False, False): "the most",
    (False, True): "more",
    (True, False): "the fewest",
    (True, True): "fewer",
}


def _difference(question: CompareFilms, standings: list[_Standing]) -> tuple[str, ...]:
    if question.statistic is Statistic.RELEASED:
        return ("That is the year which each film's page gives.",)
    if len(standings) < 2 or question.statistic not in (Statistic.MEAN, Statistic.MEDIAN, Statistic.COUNT):
        return ()
    apart = abs(standings[0].figure - standings[-1].figure)
    between = "" if len(standings) == 2 else " between the first and the last"
    return (f"The difference{between} is {apart:f}.",) if apart else ()


def _together(question: CompareFilms, standings: list[_Standing]) -> tuple[str, ...]:
    """The same figure over the reviews of all films that were named, as if they were one film's."""
    if not question.films or len(standings) < 2:
        return ()
    if question.statistic in (Statistic.COUNT, Statistic.SHARE):
        number, whole = sum(one.number for one in standings), sum(one.whole for one in standings)
        return (f"Together: {_number_of(question, number, whole)}.",)
    if counts := sum((Counter(one.counts) for one in standings), Counter[int]()):
        return (f"Together: {_figure_of(question.statistic, counts)}.",)
    return ()
