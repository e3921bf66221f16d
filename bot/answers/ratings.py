"""How a film is rated."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from bot.answers.answer import Answer, Fact, FollowUp, Histogram
from bot.answers.asked import Asked
from bot.answers.wording import counted, mean_of, median_of, spread_of
from bot.model import Film
from bot.questions.kinds import AverageRating, Order, RandomQuote, Timeline, TopReviews
from bot.store.films import FilmEntry, rating_counts, rating_counts_by_site


def average_rating(question: AverageRating, asked: Asked) -> Answer:
    """Mean, median and spread of the film's ratings, and how many reviews they rest on."""
    entry = asked.catalogue.meant(question.film, asked.place)
    question = replace(question, film=str(entry.film))
    counts = rating_counts(asked.library, entry.id)
    rated = sum(counts.values())
    if not rated:
        return Answer(
            question,
            found=False,
            headline=f"No review of {entry.film} gives a rating.",
            notes=(_site_note(entry),),
            film=entry.film,
            follow_ups=(FollowUp("Most helpful", TopReviews(question.film)),),
        )
    mean, median = mean_of(counts), median_of(counts)
    return Answer(
        question,
        found=True,
        headline=f"{entry.film} averages {mean} out of 10.",
        notes=(
            f"{_rated_of(rated, entry.reviews)}{_range(counts)}."
            + (f" The median is {median}." if rated > 1 else ""),
            *([note] if (note := _site_note(entry)) else []),
        ),
        facts=(
            Fact("Mean", f"{mean} of 10", shown=False),
            Fact("Median", f"{median} of 10", shown=False),
            Fact("Rated", f"{rated:,} of {counted(entry.reviews, 'review')}", shown=False),
            Fact("Spread", spread_of(counts), shown=False),
            Fact(
                "Range",
                f"from {min(counts)} to {max(counts)}, {max(counts) - min(counts)} apart",
                shown=False,
            ),
            *_by_site(asked, entry),
            *(
                [Fact("On the site", counted(entry.site_total, "review"), shown=False)]
                if entry.site_total is not None
                else []
            ),
        ),
        picture=histogram_of(entry.film, counts),
        film=entry.film,
        follow_ups=_follow_ups(entry),
    )


def histogram_of(film: Film, counts: Mapping[int, int]) -> Histogram:
    """The film's ratings as a picture; at least one must have been given."""
    return Histogram(film, tuple(counts.get(rating, 0) for rating in range(1, 11)), float(mean_of(counts)))


def _rated_of(rated: int, reviews: int) -> str:
    if rated == reviews:
        return "Its only review is rated" if reviews == 1 else f"All {reviews:,} reviews are rated"
    return f"{rated:,} of {reviews:,} reviews {'is' if rated == 1 else 'are'} rated"


def _range(counts: Mapping[int, int]) -> str:
    """From what to what the ratings go, where they differ."""
    return f", from {min(counts)} to {max(counts)}" if min(counts) < max(counts) else ""


def _by_site(asked: Asked, entry: FilmEntry) -> list[Fact]:
    """What each site's reviewers give on average, where there is more than one site."""
    by_site = rating_counts_by_site(asked.library, entry.id)
    if len(by_site) < 2:
        return []
    return [
        Fact(
            f"On {site}" if site else "Elsewhere",
            f"{mean_of(counts)} of 10 over {sum(counts.values()):,} rated",
        )
        for site, counts in by_site.items()
    ]


def _site_note(entry: FilmEntry) -> str:
    if entry.site_total is None or entry.site_total <= entry.reviews:
        return ""
    return f"The site says there are {counted(entry.site_total, 'review')} in all."


def _follow_ups(entry: FilmEntry) -> tuple[FollowUp, ...]:
    film = str(entry.film)
    return (
        FollowUp("Most helpful", TopReviews(film)),
        FollowUp("Lowest rated", TopReviews(film, Order.LOWEST)),
        FollowUp("Over the years", Timeline(film)),
        FollowUp("A quote", RandomQuote(film)),
    )
