"""Questions for figures as sentences: what is read from them is the same question again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from bot.model import Filters
from bot.questions.kinds import (
    EVERY_FILM,
    THE_FILM,
    Average,
    CompareFilms,
    CompareSpans,
    Count,
    Counted,
    Extreme,
    Grouping,
    Measure,
    MostCommon,
    ReviewedBy,
    Share,
    Statistic,
    TopReviews,
    WroteOfAll,
)

_EXTREMES = {
    (Measure.RATING, False): "highest rating",
    (Measure.RATING, True): "lowest rating",
    (Measure.LENGTH, False): "longest review",
    (Measure.LENGTH, True): "shortest review",
    (Measure.DATE, False): "latest review",
    (Measure.DATE, True): "earliest review",
    (Measure.HELPFULNESS, False): "most helpful review",
    (Measure.HELPFULNESS, True): "least helpful review",
    (Measure.HELPFUL_VOTES, False): "review with the most helpful votes",
    (Measure.HELPFUL_VOTES, True): "review with the fewest helpful votes",
    (Measure.VOTES, False): "review with the most votes",
    (Measure.VOTES, True): "review with the fewest votes",
}
_AVERAGED = {
    Measure.RATING: "rating",
    Measure.LENGTH: "length",
    Measure.VOTES: "votes",
    Measure.HELPFUL_VOTES: "helpful votes",
    Measure.DATE: "date",
    Measure.HELPFULNESS: "helpfulness",
}
_COUNTED = {
    Counted.REVIEWS: "reviews",
    Counted.REVIEWERS: "different reviewers",
    Counted.FILMS: "films",
    Counted.VOTES: "votes",
    Counted.HELPFUL_VOTES: "helpful votes",
}
_GROUPED = {
    Grouping.RATING: "what is the {most} common rating{rest}",
    Grouping.YEAR: "which year has the {most} reviews{rest}",
    Grouping.REVIEWER: "who wrote the {most} reviews{rest}",
}
_COMPARED = {
    Statistic.MEAN: "average rating",
    Statistic.MEDIAN: "median rating",
    Statistic.DEVIATION: "standard deviation of the ratings",
    Statistic.COUNT: "number of reviews",
    Statistic.SHARE: "share of reviews",
    Statistic.VOTES: "number of votes",
    Statistic.HELPFUL_VOTES: "number of helpful votes",
    Statistic.RELEASED: "year",
}
_MORE_OF = {
    (Statistic.VOTES, False): "has more votes",
    (Statistic.VOTES, True): "has fewer votes",
    (Statistic.HELPFUL_VOTES, False): "has more helpful votes",
    (Statistic.HELPFUL_VOTES, True): "has fewer helpful votes",
    (Statistic.RELEASED, False): "is newer",
    (Statistic.RELEASED, True): "is older",
}
_SUMMED_UP = {
    Statistic.MEDIAN: "median",
    Statistic.DEVIATION: "standard deviation of the",
}
_HIS = {
    Measure.RATING: "what rating did {who} give{film}",
    Measure.DATE: "when did {who} review{film}",
    Measure.LENGTH: "how long is the review by {who}{of}",
    Measure.HELPFULNESS: "how helpful is the review by {who}{of}",
    Measure.HELPFUL_VOTES: "how helpful is the review by {who}{of}",
    Measure.VOTES: "how helpful is the review by {who}{of}",
}


def figure_in_words(  # noqa: C901 - a table, one line a kind
    question: Count
    | TopReviews
    | Share
    | Average
    | MostCommon
    | Extreme
    | CompareFilms
    | CompareSpans
    | WroteOfAll
    | ReviewedBy,
) -> str:
    """The sentence that asks for the figure, such as `how many reviews of Pusher II (2004) rated 10`."""
    match question:
        case Count(film, filters, counted):
            return f"how many {_COUNTED[counted]}{_of(film)}{_which(filters)}"
        case TopReviews(film, filters=filters):
            return f"the reviews{_of(film)}{_which(filters)}"
        case Share(film, filters, among):
            return f"what percentage of reviews{_of(film)}{_which(among)} that are{_which(filters)}"
        case Average(film, filters, measure, statistic):
            name = _SUMMED_UP.get(statistic, "average")
            return f"what is the {name} {_AVERAGED[measure]}{_of(film)}{_which(filters)}"
        case MostCommon(film, filters, by, least):
            how = "least" if least else "most"
            how = "fewest" if least and by is not Grouping.RATING else how
            return _GROUPED[by].format(most=how, rest=f"{_of(film)}{_which(filters)}")
        case Extreme(film, measure, lowest, filters, limit):
            number = f"{limit} " if limit > 1 else ""
            return f"what is the {number}{_EXTREMES[measure, lowest]}{_of(film)}{_which(filters)}"
        case CompareFilms((one, other), Statistic.MEAN, filters, False) if not filters:
            return f"compare {_quoted(one)} and {_quoted(other)}"
        case CompareFilms(films, statistic, _, lowest) if (statistic, lowest) in _MORE_OF:
            named = " or ".join(map(_quoted, films))
            return f"which film {_MORE_OF[statistic, lowest]}{': ' * bool(films)}{named}"
        case CompareFilms(films, statistic, filters, lowest):
            how = "lower" if lowest else "higher"
            if not films:
                how = "lowest" if lowest else "highest"
                return f"which film has the {how} {_COMPARED[statistic]}{_which(filters)}"
            named = " or ".join(map(_quoted, films))
            return f"which has the {how} {_COMPARED[statistic]}{_which(filters)}: {named}"
        case CompareSpans(film, first, second, statistic):
            first_days, second_days = _days(first.since, first.until), _days(second.since, second.until)
            asks = {Statistic.COUNT: "how many reviews", Statistic.MEDIAN: "what is the median rating"}
            what = asks.get(statistic, "what is the average rating")
            return f"{what}{_of(film)} {first_days} versus {second_days}"
        case WroteOfAll(least=least) if least:
            return f"how many reviewers reviewed at least {least} films"
        case WroteOfAll(films):
            return (
                f"who reviewed all of {' and '.join(map(_quoted, films))}"
                if films
                else "who reviewed all films"
            )
        case ReviewedBy():
            return _of_reviewers(question)


def _of_reviewers(question: ReviewedBy) -> str:
    film, who = question.film, _quoted(question.reviewer)
    named = "" if film in (None, THE_FILM, EVERY_FILM) else f" {_quoted(str(film))}"
    if question.other is not None:
        more = "wrote the longer review" if question.measure is Measure.LENGTH else "gave more"
        return f"who {more}{' of' * bool(named)}{named}, reviewer {who} or reviewer {_quoted(question.other)}"
    return _HIS[question.measure].format(who=who, film=named, of=f" of{named}" if named else "")


def _of(film: str | None) -> str:
    if film is None:
        return ""
    if film == EVERY_FILM:
        return " of all films"
    return " of this film" if film == THE_FILM else f" of {_quoted(film)}"


def _quoted(name: str) -> str:
    return f'"{name}"'


def _which(filters: Filters) -> str:
    return "".join(f" {words}" for words in _conditions(filters))


def _conditions(filters: Filters) -> Iterator[str]:
    if filters.ratings is not None:
        yield f"rated {_ratings(sorted(filters.ratings), in_stars=bool(filters.stars))}"
    if filters.rated is not None:
        yield "with a rating" if filters.rated else "without a rating"
    if filters.since or filters.until:
        yield _days(filters.since, filters.until)
    if filters.reviewer is not None:
        yield f"by {_quoted(filters.reviewer)}"
    if filters.spoilers is not None:
        yield "with spoilers" if filters.spoilers else "without spoilers"
    if filters.mentions is not None:
        also = "" if filters.also_mentions is None else f" and {_quoted(filters.also_mentions)}"
        word = "the word " if filters.as_spelt else ""
        yield f"mentioning {word}{_quoted(filters.mentions)}{also}"
    if filters.site is not None:
        yield f"on {filters.site}"
    for low, high, unit in (
        (filters.words_from, filters.words_to, "words"),
        (filters.helpful_from, filters.helpful_to, "helpful votes"),
        (filters.votes_from, filters.votes_to, "votes"),
    ):
        if low is not None or high is not None:
            yield f"with {_range(low, high)} {unit}"


def _ratings(ratings: list[int], *, in_stars: bool) -> str:
    if in_stars and ratings[:2] == [1, 2]:  # one star stands for both
        ratings = ratings[1:]
    numbers = [f"{rating / 2:g}" if in_stars else str(rating) for rating in ratings]
    unit = " stars" if in_stars else ""
    if len(ratings) > 1 and ratings == list(range(ratings[0], 11)):
        return f"at least {numbers[0]}{unit}"
    if len(ratings) > 1 and ratings == list(range(ratings[-1] + 1)):
        return f"at most {numbers[-1]}{unit}"
    if len(ratings) > 2 and ratings == list(range(ratings[0], ratings[-1] + 1)):
        return f"between {numbers[0]} and {numbers[-1]}{unit}"
    return " or ".join(numbers) + unit


def _range(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"between {low} and {high}"
    return f"at least {low}" if low is not None else f"at most {high}"


def _days(since: dt.date | None, until: dt.date | None) -> str:
    if since is not None and until is not None:
        return f"between {_day(since)} and {_day(until)}"
    return f"since {_day(since)}" if since is not None else f"until {_day(until)}" if until else ""


def _day(day: dt.date) -> str:
    return f"{day.day} {day:%B} {day.year}"
