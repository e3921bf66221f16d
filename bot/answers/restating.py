"""What a figure counts, in words: every figure says what was counted out of what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace

from bot.answers.wording import shortened
from bot.model import Filters


def told(filters: Filters, *, literal: bool = True) -> str:
    """The filters as what follows `reviews that`: `gave 8/10 or more, were written in 2005`."""
    return " and ".join(_told(filters, literal=literal))


def _told(filters: Filters, *, literal: bool) -> Iterator[str]:
    if filters.ratings is not None:
        yield f"gave {told_ratings(filters.ratings)}"
    if filters.rated is not None:
        yield "gave a rating" if filters.rated else "gave no rating"
    if filters.since or filters.until:
        yield f"were written {told_days(filters.since, filters.until)}"
    if filters.reviewer is not None:
        yield f"were written by {filters.reviewer}"
    if filters.spoilers is not None:
        yield "are marked as spoilers" if filters.spoilers else "are not marked as spoilers"
    if filters.mentions is not None:
        yield f'mention "{shortened(filters.mentions)}"' + ("" if literal else " or a form of it")
    if filters.words_from is not None or filters.words_to is not None:
        yield f"are {_told_range(filters.words_from, filters.words_to)} words long"
    if filters.helpful_from is not None or filters.helpful_to is not None:
        yield f"have {_told_range(filters.helpful_from, filters.helpful_to)} helpful votes"
    if filters.votes_from is not None or filters.votes_to is not None:
        yield f"have {_told_range(filters.votes_from, filters.votes_to)} votes"


def told_ratings(ratings: tuple[int, ...]) -> str:
    """Ratings in words: `10/10`, `8/10 or more`, `5/10 to 7/10`, `3/10 or 7/10`."""
    ordered = sorted(ratings)
    in_a_row = ordered == list(range(ordered[0], ordered[-1] + 1))
    if len(ordered) == 1:
        return f"{ordered[0]}/10"
    if in_a_row and ordered[-1] == 10:
        return f"{ordered[0]}/10 or more"
    if in_a_row and ordered[0] <= 1:
        return f"{ordered[-1]}/10 or less"
    if in_a_row and len(ordered) > 2:
        return f"{ordered[0]}/10 to {ordered[-1]}/10"
    return ", ".join(f"{rating}/10" for rating in ordered[:-1]) + f" or {ordered[-1]}/10"


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


def _told_range(low: int | None, high: int | None) -> str:
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    return f"at least {low:,}" if low is not None else f"at most {high:,}"


def divided(filters: Filters) -> tuple[Filters, Filters]:
    """The filters asked about, and those that say among which reviews; a rating is asked about."""
    if filters.ratings is not None:
        return Filters(ratings=filters.ratings), replace(filters, ratings=None)
    return filters, Filters()
