"""The last figure for other reviews: `and in 2005?`, `without spoilers`, `and the year before?`."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import fields, replace
from typing import TypeAlias

from bot.model import Filters
from bot.questions.conversation import Conversation
from bot.questions.following_up.lists import narrowed
from bot.questions.kinds import (
    Average,
    AverageRating,
    Count,
    Extreme,
    Measure,
    MostCommon,
    Opinion,
    Order,
    Question,
    ReviewedBy,
    Reviewer,
    Search,
    Share,
    TopReviews,
    WholeReview,
)
from bot.questions.slots.marked import Slots

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


_BEYOND = re.compile(
    r"^(?:(?:and|but|or|so|ok|okay|what about|how about|what of|now) )*(?:the |all |those |ones |(?:the"
    r" )?years? |in"
    r" the years |written )*"
    r"(?:(?P<back>before(?:hand)?|earlier|until then|up to then|older|previously)|after(?:wards?)?|later"
    r"|since(?= then| that|$)|since then|newer|from then(?: on)?|thereafter)(?: ones| reviews)?"
    r"(?: (?:that|then|it|this|this one|that one|that year|on|too))*$"
)


def beyond(text: str, question: Question) -> Question | None:
    """`and after?` after a figure of reviews before 2010: those that were written later, or earlier."""
    found = _BEYOND.match(text)
    if found is None:
        return None
    if isinstance(question, Search):
        if (end := question.year_from if found["back"] else question.year_to) is None:
            return None
        back = bool(found["back"])
        return replace(
            question, year_from=None if back else end + 1, year_to=end - 1 if back else None, page=1
        )
    if not isinstance(question, _Filtered):
        return None
    since, until = question.filters.since, question.filters.until
    day = dt.timedelta(days=1)
    if found["back"]:
        if since is None:
            return None
        return replace(question, filters=replace(question.filters, since=None, until=since - day))
    if until is None:
        return None
    return replace(question, filters=replace(question.filters, since=until + day, until=None))


def filtered(last: Conversation, slots: Slots, film: str | None) -> Question | None:
    """The last figure for other reviews: `and in 2005?`, `and without spoilers?`, `how about 9s?`."""
    question, filters = last.question, slots.filters
    if filters == Filters(reviewer=filters.reviewer) and filters.reviewer is not None:
        return _of_reviewer(filters.reviewer, film or last.film, slots.text, question)
    if isinstance(question, Opinion) and filters == Filters(spoilers=False):
        return replace(question, openly=True, page=1)
    if film is None and (listed := narrowed(question, filters)) is not None:
        return listed
    if isinstance(question, AverageRating) or (
        isinstance(question, TopReviews) and question.order is Order.HIGHEST
    ):
        question = Average(question.film) if filters.ratings is None else Count(question.film)
    if not isinstance(question, _Filtered):
        return Count(film or last.film, filters) if filters.ratings is not None else None
    given = {
        field.name: value for field in fields(Filters) if (value := getattr(filters, field.name)) is not None
    }
    if {"since", "until"} & set(given):
        given = {"since": None, "until": None} | given
    merged = replace(question.filters, **given)
    return replace(question, filters=merged, film=film or question.film)


_SAID = re.compile(
    r"\b(?:think|thinks|thought|say|says|said|write|writes|wrote|like|liked|opinion|view|review)\b"
)


_GAVE = re.compile(r"\b(?:give|gave|given|rate|rated|score|scored|rating|stars)\b")


def _of_reviewer(reviewer: str, film: str | None, text: str, question: Question) -> Question | None:
    """`what did ada think?`, `and by ada?` after an answer about a film: what ada gave or said of it."""
    if film is not None and _SAID.search(text):
        return WholeReview(reviewer, film)
    if isinstance(question, ReviewedBy):
        measure = Measure.RATING if _GAVE.search(text) else question.measure
        return replace(question, reviewer=reviewer, film=film, measure=measure, other=None)
    if isinstance(question, WholeReview):
        return ReviewedBy(reviewer, film)
    if isinstance(question, AverageRating) and film is not None:
        return ReviewedBy(reviewer, film)
    if isinstance(question, Reviewer):
        return Reviewer(reviewer)
    if (listed := narrowed(question, Filters(reviewer=reviewer))) is not None:
        return listed
    if not isinstance(question, _Filtered):
        return None
    return replace(question, filters=replace(question.filters, reviewer=reviewer), film=film or question.film)
