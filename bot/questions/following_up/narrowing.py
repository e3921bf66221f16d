"""The last figure for other reviews: `and in 2005?`, `without spoilers`, `and the year before?`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, replace
from typing import TypeAlias

from bot.model import Filters
from bot.questions.conversation import Conversation
from bot.questions.kinds import (
    Average,
    AverageRating,
    Count,
    Extreme,
    MostCommon,
    Order,
    Question,
    ReviewedBy,
    Share,
    TopReviews,
    WholeReview,
)

_Filtered: TypeAlias = Count | Share | Average | TopReviews | MostCommon | Extreme
_AS_SHARE = re.compile(
    r"^(?:and |so |ok |okay )*(?:(?:what|which|how many|how much) (?:is )?(?:the )?(?:percentage|percent|%"
    r"|share|fraction|proportion)"
    r"|(?:as|in) (?:an? )?(?:percentage|percent|%|share|fraction))(?: (?:is|are|was|were|would) (?:that|it"
    r"|they|this|those|these)(?: be)?)?$"
)


def as_share(text: str, question: Question) -> Share | None:
    """`what percentage is that` after a number of reviews."""
    if not isinstance(question, Count) or not question.filters or not _AS_SHARE.match(text):
        return None
    return Share(question.film, question.filters)


_YEAR_BESIDE = re.compile(
    r"^(?:(?:and|but|so|ok|okay|what about|how about|in|for|now) )*(?:the |a |one )?(?:year"
    r" (?P<back>before|earlier|prior|previous)"
    r"|year (?:after|later|following|next)|(?P<previous>previous|preceding|last) year|(?:next|following)"
    r" year)"
    r"(?: that| it| then)?$"
)


def year_beside(text: str, question: Question) -> Question | None:
    """`and the year before that?` after a figure of one year's reviews, or of some years'."""
    found = _YEAR_BESIDE.match(text)
    if found is None or not isinstance(question, _Filtered):
        return None
    since, until = question.filters.since, question.filters.until
    if since is None or until is None:
        return None
    step = -1 if found["back"] or found["previous"] else 1
    filters = replace(question.filters, since=_moved(since, step), until=_moved(until, step))
    return replace(question, filters=filters)


def _moved(day: dt.date, years: int) -> dt.date:
    return day.replace(year=day.year + years, day=min(day.day, 28) if day.month == _FEBRUARY else day.day)


_FEBRUARY = 2


def filtered(last: Conversation, filters: Filters, film: str | None) -> Question | None:
    """The last figure for other reviews: `and in 2005?`, `and without spoilers?`, `how about 9s?`."""
    question = last.question
    if isinstance(question, AverageRating) or (
        isinstance(question, TopReviews) and question.order is Order.HIGHEST
    ):
        question = Average(question.film) if filters.ratings is None else Count(question.film)
    if filters.reviewer is not None and isinstance(question, ReviewedBy | WholeReview):
        return ReviewedBy(filters.reviewer, film or question.film)
    if not isinstance(question, _Filtered):
        return Count(film or last.film, filters) if filters.ratings is not None else None
    given = {
        field.name: value for field in fields(Filters) if (value := getattr(filters, field.name)) is not None
    }
    if {"since", "until"} & set(given):
        given = {"since": None, "until": None} | given
    merged = replace(question.filters, **given)
    return replace(question, filters=merged, film=film or question.film)
