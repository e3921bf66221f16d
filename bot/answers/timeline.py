"""How a film was rated as the years went by."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Fact, FollowUp, RatingsByYear, YearOfRatings
from bot.answers.asked import Asked
from bot.answers.wording import counted, mean_of
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
        notes=(_undated(entry.reviews - dated),) if entry.reviews > dated else (),
        facts=tuple(Fact(str(year.year), _in_words(year)) for year in found),
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
    rated = [year for year in found if any(year.ratings.values())]
    if not rated:
        return f"{span}: none of them is rated."
    best = max(rated, key=lambda year: mean_of(year.ratings))
    worst = min(rated, key=lambda year: mean_of(year.ratings))
    if mean_of(best.ratings) == mean_of(worst.ratings):
        return f"{span}: {_in_words(best)} in {best.year}, and no year differs."
    return f"{span}: highest in {best.year} ({_in_words(best)}), lowest in {worst.year} ({_in_words(worst)})."


def _in_words(year: YearCounts) -> str:
    rated = sum(year.ratings.values())
    if not rated:
        return f"{counted(year.reviews, 'review')}, none rated"
    over = counted(rated, "rated review")
    others = f" of {year.reviews:,}" if rated < year.reviews else ""
    return f"{mean_of(year.ratings)} of 10, over {over}{others}"


def _undated(number: int) -> str:
    return f"{counted(number, 'review')} without a date {'is' if number == 1 else 'are'} left out."


def _figures(year: YearCounts) -> YearOfRatings:
    rated = sum(year.ratings.values())
    return YearOfRatings(year.year, year.reviews, rated, float(mean_of(year.ratings)) if rated else None)
