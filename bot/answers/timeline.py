"""How a film was rated as the years went by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from bot.answers.answer import Answer, Fact, FollowUp, RatingsByYear, YearOfRatings
from bot.answers.asked import Asked
from bot.answers.wording import counted, joined, mean_of
from bot.model import Film
from bot.questions.kinds import AverageRating, Order, Timeline, TopReviews
from bot.store.films import YearCounts, counts_by_year


def timeline(question: Timeline, asked: Asked) -> Answer:
    """Reviews and mean rating of each year that brought a review."""
    entry = asked.catalogue.meant(question.film, asked.place)
    question = replace(question, film=str(entry.film))
    found = counts_by_year(asked.library, entry.id)
    if not found:
        headline = f"No review of {entry.film} bears a date."
        helpful = FollowUp("Most helpful", TopReviews(question.film))
        return Answer(question, found=False, headline=headline, film=entry.film, follow_ups=(helpful,))
    dated = sum(year.reviews for year in found)
    return Answer(
        question,
        found=True,
        headline=_headline(entry.film, found),
        notes=(*_by_one_voice(found), *((_undated(entry.reviews - dated),) if entry.reviews > dated else ())),
        facts=tuple(Fact(str(year.year), _in_words(year), shown=False) for year in found),
        picture=RatingsByYear(entry.film, tuple(map(_figures, found))),
        film=entry.film,
        follow_ups=(
            FollowUp("Average rating", AverageRating(question.film)),
            FollowUp("Newest reviews", TopReviews(question.film, Order.NEWEST)),
        ),
    )


def _headline(film: Film, found: tuple[YearCounts, ...]) -> str:
    first, last = found[0], found[-1]
    if first is last:
        return f"All dated reviews of {film} were written in {first.year}: {_in_words(first)}."
    span = f"Reviews of {film} by year, {first.year} to {last.year}"
    rated = [year for year in found if _rated(year)]
    if not rated:
        return f"{span}: none of them is rated."
    several = [year for year in rated if _rated(year) > 1]
    among = "of years with more than one rating, " if 0 < len(several) < len(rated) else ""
    return f"{span}: {among}{_ends(several or rated)}."


def _ends(years: Sequence[YearCounts]) -> str:
    """Which of the years stand highest and lowest; all of them must be rated."""
    means = [mean_of(year.ratings) for year in years]
    if len(years) == 1:
        return f"{_in_words(years[0])} in {years[0].year}"
    if max(means) == min(means):
        return f"{means[0]} of 10 in each of them"
    highest, lowest = _at(max(means), years), _at(min(means), years)
    return f"highest in {highest}, lowest in {lowest}"


def _at(mean: Decimal, years: Sequence[YearCounts]) -> str:
    level = [f"{year.year} ({_in_words(year)})" for year in years if mean_of(year.ratings) == mean]
    more = [f"{len(level) - _LEVEL_TOLD} more"] if len(level) > _LEVEL_TOLD else []
    return joined([*level[:_LEVEL_TOLD], *more])


_LEVEL_TOLD = 3


def _by_one_voice(found: Sequence[YearCounts]) -> tuple[str, ...]:
    """Years that stand above or below all others by a single rating, which makes no good or bad year."""
    several = [mean_of(year.ratings) for year in found if _rated(year) > 1]
    alone = [year for year in found if _rated(year) == 1]
    if not several or not alone:
        return ()
    means = [mean_of(year.ratings) for year in alone]
    told = [
        f"{joined([str(year.year) for year in alone if mean_of(year.ratings) == mean])} {where} ({mean})"
        for mean, where, beyond in (
            (max(means), "higher", max(means) > max(several)),
            (min(means), "lower", min(means) < min(several)),
        )
        if beyond
    ]
    return (f"A single rating puts {joined(told)}.",) if told else ()


def _rated(year: YearCounts) -> int:
    return sum(year.ratings.values())


def _in_words(year: YearCounts) -> str:
    rated = _rated(year)
    if not rated:
        return f"{counted(year.reviews, 'review')}, none rated"
    over = counted(rated, "rated review")
    others = f" of {year.reviews:,}" if rated < year.reviews else ""
    return f"{mean_of(year.ratings)} of 10, over {over}{others}"


def _undated(number: int) -> str:
    return f"{counted(number, 'review')} without a date {'is' if number == 1 else 'are'} left out."


def _figures(year: YearCounts) -> YearOfRatings:
    rated = _rated(year)
    return YearOfRatings(year.year, year.reviews, rated, float(mean_of(year.ratings)) if rated else None)
