"""Dates in the forms that pages and dumps print them in."""

from __future__ import annotations

import datetime as dt
import re
from typing import Literal, TypeAlias

from bot.language.bylines import MONTHS

_MONTHS = {name.casefold().rstrip("."): number for name, number in MONTHS.items()}
_NAME = r"(?P<month>[A-Za-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_ANY_YEAR = r"['’]?(?P<year>[0-9]{4}|[0-9]{2})"
_BEFORE = r"(?:Reviewed (?:in [A-Za-z ]{1,40} )?on )?(?:[A-Za-z]{3,9},? )?"  # a sentence, a day of the week
_AFTER = r"(?:[T, ].*)?"  # a time, a zone
_FORMS = tuple(
    re.compile(form, re.DOTALL)
    for form in (
        rf"{_YEAR}[-/.](?P<number>[0-9]{{1,2}})[-/.](?P<day>[0-9]{{1,2}}){_AFTER}",
        r"(?P<year>(?:19|20)[0-9]{2})(?P<number>[01][0-9])(?P<day>[0-3][0-9])",
        rf"{_YEAR}[- ]{_NAME}[- ](?P<day>[0-9]{{1,2}}){_AFTER}",
        rf"{_BEFORE}{_DAY}\.?(?: of)?[- ]?{_NAME}[-, ]? ?{_ANY_YEAR}{_AFTER}",
        rf"{_BEFORE}{_NAME}[- ]{_DAY}(?:,? |-){_ANY_YEAR}{_AFTER}",
    )
)
_ORDERED = re.compile(
    r"(?P<first>[0-9]{1,2})[-/. ](?P<second>[0-9]{1,2}),?[-/. ](?P<year>[0-9]{4}|[0-9]{2})" + _AFTER,
    re.DOTALL,
)
_SECONDS = re.compile(r"(?P<seconds>[0-9]{9,10})(?:[0-9]{3})?(?:\.[0-9]+)?")
Order: TypeAlias = Literal["day first", "month first", "either"]

_EPOCH = dt.date(1970, 1, 1)
_DAY_IN_SECONDS = 86_400
_FIRST_SITES = 90
_LONGEST = 80


def parse_date(text: str, *, day_first: bool = True) -> dt.date | None:
    """Read a date, None where there is none. `day_first` says how `3/4/2005` is meant; `31/12/2005` tells.

    Whole seconds since 1970 are read too, as dumps have them. Times of the day are left aside.
    """
    text = text.strip()
    if len(text) > _LONGEST:
        return None
    for form in _FORMS:
        if match := form.fullmatch(text):
            parts = match.groupdict()
            named = _MONTHS.get(parts["month"].casefold(), 0) if "month" in parts else int(parts["number"])
            return _date(_whole_year(parts["year"]), named, int(parts["day"]))
    if match := _ORDERED.fullmatch(text):
        first, second = int(match["first"]), int(match["second"])
        if first > 12 or second > 12:
            day_first = first > 12
        return _date(_whole_year(match["year"]), *((second, first) if day_first else (first, second)))
    if match := _SECONDS.fullmatch(text):
        return _EPOCH + dt.timedelta(seconds=int(match["seconds"]))
    return None


def _whole_year(year: str) -> int:
    """The year as it is meant where its century is left out: no review of a film on a site is older."""
    return int(year) if len(year) > 2 else int(year) + (1900 if int(year) >= _FIRST_SITES else 2000)


def order_of(text: str) -> Order | None:
    """What a date of two numbers and a year says of their order, None for a date in any other form."""
    match = _ORDERED.fullmatch(text.strip()) if len(text) <= _LONGEST else None
    if match is None:
        return None
    first, second = int(match["first"]), int(match["second"])
    if first > 12 and second > 12:
        return None
    return "day first" if first > 12 else "month first" if second > 12 else "either"


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
