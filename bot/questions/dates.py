"""When a review was written, as a sentence says it: a year, a span of years, a decade, a month, a day."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name} | {
    name.lower(): number for number, name in enumerate(calendar.month_abbr) if name
}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + "|sept)"
_YEAR = r"(?:18|19|20)\d\d"
_DAY = r"(?:[0-3]?\d(?:st|nd|rd|th)?|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
_POINT = (
    rf"(?:{_DAY} (?:of )?{_MONTH} ,? ?{_YEAR}|{_MONTH} {_DAY} ,? ?{_YEAR}|{_MONTH} (?:of )?,? ?{_YEAR}"
    rf"|(?:the )?(?:early |mid |late )?{_YEAR}s|(?:the )?[2-9]0s|(?:the )?(?:year )?{_YEAR}"
    rf"|(?:this|last) (?:year|month))"
)
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()

_PATTERNS = {
    "between": rf"(?:in |written )*between (?P<a>{_POINT}) (?:and|to|-) (?P<b>{_POINT})(?: inclusive)?",
    "span": (
        rf"(?:in |from |during )?(?P<a>{_POINT}) (?:to|-|through|until|till|up to|up until)"
        rf"(?: and including)? (?P<b>{_POINT})(?: inclusive)?"
    ),
    "years": (
        rf"(?:in |from |for |during )*(?:the )?(?:years )?(?P<a>{_YEAR})(?: , {_YEAR})+(?: ,)? (?:and|or)"
        rf" (?P<b>{_YEAR})"
    ),
    "either": rf"(?:in |from |during )?(?:either )?(?P<a>{_YEAR}) (?:or|and) (?P<b>{_YEAR})",
    "since": (
        rf"(?:in|on|from|at|during) or (?:after|since|later than) (?P<d>{_POINT})"
        rf"|(?:(?:ever )?since|starting(?: in| from)?|from) (?P<a>{_POINT})"
        rf"(?: on(?! §film| (?:this|it|the)\b| that(?: one| film| movie|$))"
        rf"| onwards?| forward| and (?:later|after|on))"
        rf"|(?:no|not) (?:older|earlier) than (?P<g>{_POINT})"
        rf"|(?:starting|beginning)(?: in| from| with)? (?P<f>{_POINT})"
        rf"|(?:ever )?since (?P<b>{_POINT})(?:(?: ,)? (?:{_YEAR}|that (?:year|one)) (?:too|also|included"
        rf"|inclusive))?|(?P<e>{_POINT}) (?:onwards?|forwards?|upwards?|\+|(?:to|till|until) (?:now"
        rf"|today|date|the present))"
        rf"|(?:in )?(?P<c>{_POINT}) (?:or|and) (?:later|after|newer|onwards?)"
    ),
    "until": (
        rf"(?:in|on|at|by|during) or (?:before|prior to|earlier than) (?P<c>{_POINT})|"
        r"(?:until|till|up (?:to|until|till|through)|through|(?:no|not) (?:newer|more recent) than"
        r"|no later than|not later than|by(?: the end of)?)"
        rf"(?: and including| the end of)? (?P<a>{_POINT})(?: inclusive)?"
        rf"|(?:in )?(?P<b>{_POINT}) (?:or|and) (?:earlier|before|older)"
    ),
    "before": rf"(?:before|prior to|earlier than|older than|pre(?: -)?) (?P<a>{_POINT})",
    "after": rf"(?:after|later than|newer than|more recent(?:ly)? than|post(?: -)?|past) (?P<a>{_POINT})",
    "last": r"(?:in |within |over |during )?the (?:last|past) (?P<n>\d+) years",
    "within": (
        rf"(?:(?:back )?in|from|of|during|throughout|dated|on|for|within)(?: the year)? (?P<a>{_POINT})"
        rf"|(?P<b>{_POINT})"
    ),
}
_COMPILED = {name: re.compile(rf"(?<![\w§/])(?:{pattern})(?![\w/])") for name, pattern in _PATTERNS.items()}


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day meant; None where the span has no beginning or end."""

    since: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class DaysFound:
    """Days in a text and where they stand."""

    days: Days
    start: int
    end: int


def find_days(text: str, today: dt.date) -> DaysFound | None:
    """The first words of the text that tell days, in the fullest way there is to read them."""
    for name, pattern in _COMPILED.items():
        for found in pattern.finditer(text):
            days = _READERS[name](found, today)
            if days is not None:
                return DaysFound(days, found.start(), found.end())
    return None


def _points(found: re.Match[str], today: dt.date) -> Iterator[Days]:
    """The days of each point of time in the match."""
    for words in found.groupdict().values():
        if words is not None and (days := _point(words, today)) is not None:
            yield days


def _point(words: str, today: dt.date) -> Days | None:
    if words.startswith(("this ", "last ")):
        return _near(words, today)
    if decade := re.fullmatch(r"(?:the )?(early |mid |late )?(\d\d(?:\d\d)?)s", words):
        return _decade(decade[2]) if decade[1] is None else None
    year = int(re.findall(_YEAR, words)[-1])
    month = next((_MONTHS.get(word[:3]) for word in words.split() if word[:3] in _MONTHS), None)
    if month is None:
        return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    rest = re.sub(rf"{_YEAR}$", "", words)
    day = _day(rest)
    if day is None:
        return Days(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))
    try:
        return Days(dt.date(year, month, day), dt.date(year, month, day))
    except ValueError:
        return None


def _day(words: str) -> int | None:
    if figure := re.search(r"\d+", words):
        return int(figure[0])
    return next((place for place, word in enumerate(_ORDINALS, 1) if word in words.split()), None)


def _decade(figures: str) -> Days:
    first = int(figures) if len(figures) == 4 else (2000 if int(figures) <= 20 else 1900) + int(figures)
    return Days(
        dt.date(first, 1, 1), dt.date(first + (99 if first % 100 == 0 and len(figures) == 2 else 9), 12, 31)
    )


def _near(words: str, today: dt.date) -> Days:
    back = words.startswith("last ")
    if words.endswith("year"):
        year = today.year - back
        return Days(dt.date(year, 1, 1), dt.date(year, 12, 31))
    first = today.replace(day=1)
    if back:
        first = (first - dt.timedelta(days=1)).replace(day=1)
    return Days(first, first.replace(day=calendar.monthrange(first.year, first.month)[1]))


def _between(found: re.Match[str], today: dt.date) -> Days | None:
    points = list(_points(found, today))
    if len(points) < 2 or points[0].since is None or points[1].since is None:
        return None
    first, last = sorted(points, key=lambda point: point.since or dt.date.min)
    return Days(first.since, last.until)


def _either(found: re.Match[str], today: dt.date) -> Days | None:
    days = _between(found, today)
    if days is None or days.since is None or days.until is None or days.until.year - days.since.year > 1:
        return None
    return days


def _in_a_row(found: re.Match[str], today: dt.date) -> Days | None:
    years = list(map(int, re.findall(_YEAR, found[0])))
    return _between(found, today) if sorted(years) == list(range(min(years), max(years) + 1)) else None


def _since(found: re.Match[str], today: dt.date) -> Days | None:
    return next((Days(since=point.since) for point in _points(found, today)), None)


def _until(found: re.Match[str], today: dt.date) -> Days | None:
    return next((Days(until=point.until) for point in _points(found, today)), None)


def _before(found: re.Match[str], today: dt.date) -> Days | None:
    return next((Days(until=_next(point.since, -1)) for point in _points(found, today)), None)


def _after(found: re.Match[str], today: dt.date) -> Days | None:
    return next((Days(since=_next(point.until, 1)) for point in _points(found, today)), None)


def _next(day: dt.date | None, days: int) -> dt.date | None:
    return None if day is None else day + dt.timedelta(days=days)


def _last(found: re.Match[str], today: dt.date) -> Days | None:
    years = int(found["n"])
    return Days(since=today - dt.timedelta(days=round(365.25 * years))) if 0 < years < 200 else None


def _within(found: re.Match[str], today: dt.date) -> Days | None:
    return next(_points(found, today), None)


_READERS: dict[str, Callable[[re.Match[str], dt.date], Days | None]] = {
    "between": _between,
    "span": _between,
    "years": _in_a_row,
    "either": _either,
    "since": _since,
    "until": _until,
    "before": _before,
    "after": _after,
    "last": _last,
    "within": _within,
}
