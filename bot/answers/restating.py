"""What a figure counts, in words: every figure says what was counted out of what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from bot.answers.wording import counted, shortened
from bot.model import Filters


def told(filters: Filters, *, one: bool = False, literal: bool = True) -> str:
    """The filters as what follows `reviews that`: `gave 8/10 or more and were written in 2005`.

    With `one` it follows `review that`.
    """
    return " and ".join(clause for clause in _clauses(filters, _ONE if one else _MANY, literal=literal))


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The verbs as they agree with one review, or with several or none."""

    were: str
    are: str
    have: str
    mention: str
    marked: str


_ONE = _Verbs("was", "is", "has", "mentions", "marked as a spoiler")
_MANY = _Verbs("were", "are", "have", "mention", "marked as spoilers")


def _clauses(filters: Filters, verbs: _Verbs, *, literal: bool) -> Iterator[str]:
    if filters.ratings is not None:
        yield f"gave {told_ratings(filters.ratings, in_stars=bool(filters.stars))}"
    if filters.rated is not None:
        yield "gave a rating" if filters.rated else "gave no rating"
    if written := " ".join(_writing(filters)):
        yield f"{verbs.were} {written}"
    if filters.spoilers is not None:
        yield f"{verbs.are} {'' if filters.spoilers else 'not '}{verbs.marked}"
    if filters.mentions is not None:
        yield f"{verbs.mention} {_told_words(filters)}" + ("" if literal else " or a form of it")
    if filters.words_from is not None or filters.words_to is not None:
        yield f"{verbs.are} {_told_range(filters.words_from, filters.words_to, 'word')} long"
    if filters.helpful_from is not None or filters.helpful_to is not None:
        yield f"{verbs.have} {_told_range(filters.helpful_from, filters.helpful_to, 'helpful vote')}"
    if filters.votes_from is not None or filters.votes_to is not None:
        yield f"{verbs.have} {_told_range(filters.votes_from, filters.votes_to, 'vote')}"


def _writing(filters: Filters) -> Iterator[str]:
    """When, by whom and where they were written: `written in 2005 by ada on Letterboxd`."""
    if filters.since or filters.until or filters.reviewer is not None:
        yield "written"
    elif filters.site is not None:
        yield "published"
    if filters.since or filters.until:
        yield told_days(filters.since, filters.until)
    if filters.reviewer is not None:
        yield f"by {filters.reviewer}"
    if filters.site is not None:
        yield f"on {filters.site}"


def _told_words(filters: Filters) -> str:
    words = [words for words in (filters.mentions, filters.also_mentions) if words is not None]
    return " and ".join(f'"{shortened(each)}"' for each in words)


def told_ratings(ratings: tuple[int, ...], *, in_stars: bool = False) -> str:
    """Ratings in words: `10/10`, `8/10 or more`, `5/10 to 7/10`, `3/10 or 7/10`; `4 stars (8/10)`."""
    points = _listed_ratings(sorted(ratings), "{}/10".format)
    if not in_stars:
        return points
    return f"{_listed_ratings(_as_stars(sorted(ratings)), _stars, unit='stars')} ({points})"


def _as_stars(ratings: list[int]) -> list[int]:
    """Without the 1/10 that one star means as well."""
    return ratings[1:] if ratings[:2] == [1, 2] else ratings


def _stars(rating: int) -> str:
    return f"{rating / 2:g}"


def _listed_ratings(ordered: list[int], tell: Callable[[int], str], unit: str = "") -> str:
    first, last = f"{tell(ordered[0])} {unit}".strip(), f"{tell(ordered[-1])} {unit}".strip()
    in_a_row = ordered == list(range(ordered[0], ordered[-1] + 1))
    if len(ordered) == 1:
        return "1 star" if first == "1 stars" else first
    if in_a_row and ordered[-1] == 10:
        return f"{first} or more"
    if in_a_row and ordered[0] <= 1:
        return f"{last} or less"
    if in_a_row and len(ordered) > 2:
        return f"{tell(ordered[0])} to {last}"
    return ", ".join(map(tell, ordered[:-1])) + f" or {last}"


def in_points(filters: Filters) -> Filters | None:
    """The filters where the stars asked for are taken for points of ten; None where none were asked for."""
    ratings = sorted(filters.ratings or ())
    if not filters.stars or not ratings:
        return None
    if ratings == list(range(ratings[0], 11)) and len(ratings) > 1:
        points = range((ratings[0] + 1) // 2, 11)
    elif ratings == list(range(ratings[-1] + 1)):
        points = range(ratings[-1] // 2 + 1)
    else:
        points = range(0)
    exactly = [rating // 2 for rating in ratings if rating % 2 == 0]
    return replace(filters, ratings=tuple(points or exactly), stars=None) if points or exactly else None


def told_days(since: dt.date | None, until: dt.date | None) -> str:
    """Days in words: `in 2005`, `from 2004 to 2006`, `before 2010`, `on 11 March 2006`."""
    if since is not None and until is not None:
        return _told_span(since, until)
    if since is not None:
        return f"since {since.year}" if _begins_year(since) else f"since {told_day(since)}"
    if until is not None:
        return f"up to the end of {until.year}" if _ends_year(until) else f"up to {told_day(until)}"
    return "at any time"


def _told_span(since: dt.date, until: dt.date) -> str:
    if since == until:
        return f"on {told_day(since)}"
    if _begins_year(since) and _ends_year(until):
        return f"in {since.year}" if since.year == until.year else f"from {since.year} to {until.year}"
    if since.day == 1 and (until + dt.timedelta(days=1)).day == 1 and since.month == until.month:
        return f"in {since:%B} {since.year}"
    return f"from {told_day(since)} to {told_day(until)}"


def told_day(day: dt.date) -> str:
    """`11 March 2006`."""
    return f"{day.day} {day:%B} {day.year}"


def _begins_year(day: dt.date) -> bool:
    return (day.month, day.day) == (1, 1)


def _ends_year(day: dt.date) -> bool:
    return (day.month, day.day) == (12, 31)


def _told_range(low: int | None, high: int | None, unit: str) -> str:
    if low is not None and high is not None:
        return counted(low, unit) if low == high else f"{low:,} to {counted(high, unit)}"
    return f"at least {counted(low, unit)}" if low is not None else f"at most {counted(high or 0, unit)}"


def divided(filters: Filters) -> tuple[Filters, Filters]:
    """The filters asked about, and those that say among which reviews; a rating is asked about."""
    if filters.ratings is not None:
        asked_for = Filters(ratings=filters.ratings, stars=filters.stars)
        return asked_for, replace(filters, ratings=None, stars=None)
    return filters, Filters()
