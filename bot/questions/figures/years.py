"""How ratings went over the years, and two spans of years beside each other."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.model import Filters
from bot.questions.dates import find_days
from bot.questions.figures.asked import Asked, Reading, left
from bot.questions.figures.averages import AVERAGE, MEDIAN
from bot.questions.figures.counts import COUNT
from bot.questions.kinds import Average, CompareSpans, Count, Question, Statistic, Timeline

_OVER_TIME = re.compile(
    r"\b(?:(?:reviews?|ratings?|scores?|averages?) )?(?:(?:per|by|for each|each|every) year|year by year"
    r"|over time|over the years|through the years|with the years|as (?:the )?years (?:go|went) by|timeline)\b"
)
_BEST_YEAR = re.compile(
    r"\b(?:(?:which|what) (?:was the )?year .*\b(?:kindest|harshest|highest|lowest|best|worst|happiest"
    r"|average|averages|rated|meanest|(?:like|love|hate|enjoy)d(?: it)? (?:the )?(?:most|least|best)"
    r"|(?:loved|liked|hated)(?: the)? (?:most|least|best))\b"
    r"(?! (?:number of )?reviews (?:come|came|written|posted))"
    r"|(?:best|worst|kindest|harshest|highest|lowest)(?: rated| scoring)? year)\b"
)
_WHICH_YEAR = re.compile(r"\b(?:which|what) (?:was the )?year\b")
_CHANGES = re.compile(
    r"\b(?:change[ds]?|develop(?:ed)?|(?:go|going|gone|went) (?:up|down)|drop(?:ped)?|rise|rose|evolve[ds]?"
    r"|trend|number of|how many|up|down|better|worse|improve[ds]?|sink|sank|fall|fell|fallen|risen|rising"
    r"|falling)\b"
)


def over_time(asked: Asked) -> Reading | None:
    """`reviews per year`, `how did the ratings change over time`, `which year was it liked most`."""
    best = _BEST_YEAR.search(asked.text)
    cue = _OVER_TIME.search(asked.text) or best
    if cue is None or asked.slots.marks:
        return None
    speaks = asked.speaks_of_reviews or AVERAGE.search(asked.text) or best
    unread = left(asked.text, cue, _CHANGES, AVERAGE, _WHICH_YEAR)
    return Reading(Timeline(asked.film or None), unread) if speaks or not unread else None


_BETTER = (
    r"(?:better|higher|worse|lower|more|less|kinder|harsher|nicer|warmer|different|differ\w*"
    r"|change[ds]?|compare[ds]?|versus|vs|or|than|against|difference)"
)
_COMPARES = re.compile(rf"\b(?:{_BETTER}|best|highest|worst|most)\b")
_ONE_SIDE = re.compile(
    rf"\b{_BETTER}\b.*§DAYS|\b(?:before|up to|until) (?:and|or|versus) §DAYS|§DAYS.*\b{_BETTER}\b"
    r"|§DAYS (?:and|or|versus|than)(?: how many| what)? (?:after|afterwards|later|since)\b"
)
_OF_REVIEWS = re.compile(r"\b(?:or|than) (?:more|less|higher|lower|better|worse|equal)\b")
_ANY_DAY = dt.date(2000, 1, 1)
_RELATIVE = re.compile(r"\b(?:this|last|past) (?:year|month|\d+)\b")


def two_spans(asked: Asked) -> Reading | None:
    """`were ratings better before 2010 or after`, `2005 vs 2010`: two figures beside each other.

    Where some of the words stay unread, each span is offered alone.
    """
    if set(asked.slots.marks) != {"days"}:
        return None
    other = _second_span(asked) or _the_rest(asked)
    if other is None:
        return None
    first, second = sorted((asked.filters, other), key=lambda one: one.since or dt.date.min)
    if not _unread(asked) and _ASKS_FIGURES.search(asked.text):
        return Reading(CompareSpans(asked.film, first, second, _statistic(asked.text)))
    figure = _counted if COUNT.search(asked.text) else _averaged
    others = (figure(asked.film, second),)
    unread = tuple(_YEARS.findall(asked.text)) or ("or",)
    return Reading(figure(asked.film, first), unread, told=False, others=others, asks=_ASKS)


_YEARS = re.compile(r"\b\d{2,4}s?\b")
_ASKS = "I look at one span of years at a time."


_ASKS_FIGURES = re.compile(rf"{COUNT.pattern}|{AVERAGE.pattern}|{MEDIAN.pattern}|{_COMPARES.pattern}")


def _statistic(text: str) -> Statistic:
    if COUNT.search(text):
        return Statistic.COUNT
    return Statistic.MEDIAN if MEDIAN.search(text) else Statistic.MEAN


_AND_THE_REST = re.compile(
    r"\b(?:(?:or|than|and|then|versus|compared (?:to|with)) )*(?:before|after|afterwards|since|later|earlier"
    r"|until then|up to then|onwards?|the rest)(?: (?:that|it|then|and|or|versus|than))*(?=$| §DAYS)"
)
_SET_BESIDE = re.compile(
    r"\b(?:both|each|separately|respectively|with|between|against|beside|and|or|than|then|more|most|in|of|the|period"
    r"|years?|time|span|spans|was|were|reviews? from)\b"
)


def _unread(asked: Asked) -> tuple[str, ...]:
    """The words that neither tell the two spans nor ask for a figure of them."""
    text = asked.text
    found = None if _RELATIVE.search(text) else find_days(text, _ANY_DAY)
    if found is not None:
        text = f"{text[: found.start]} {text[found.end :]}"
    patterns = (COUNT, AVERAGE, MEDIAN, _COMPARES, _CHANGES, _OVER_TIME, _AND_THE_REST, _SET_BESIDE)
    return left(" ".join(text.split()), *patterns)


def _averaged(film: str | None, filters: Filters) -> Question:
    return Average(film, filters)


def _counted(film: str | None, filters: Filters) -> Question:
    return Count(film, filters)


def _second_span(asked: Asked) -> Filters | None:
    """The other days that the text tells besides those that the slots have read."""
    found = None if _RELATIVE.search(asked.text) else find_days(asked.text, _ANY_DAY)
    between = asked.text.replace("§DAYS", "")
    if found is None or not (_COMPARES.search(between) or re.search(r"\band\b", between)):
        return None
    return replace(asked.filters, since=found.days.since, until=found.days.until)


def _the_rest(asked: Asked) -> Filters | None:
    """All other days, where one side is compared with them: `did they like it more before 2010`."""
    since, until = asked.filters.since, asked.filters.until
    if (
        (since is None) == (until is None)
        or not _ONE_SIDE.search(asked.text)
        or _OF_REVIEWS.search(asked.text)
    ):
        return None
    if since is not None:
        return replace(asked.filters, since=None, until=since - dt.timedelta(days=1))
    return replace(asked.filters, since=until + dt.timedelta(days=1) if until else None, until=None)
