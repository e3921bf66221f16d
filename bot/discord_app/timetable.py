"""When a scheduled quote is posted: times of day in a time zone, on some days of the week.

A time that the clocks jump over in spring is posted when the jump ends, one that comes twice in autumn at its
first coming: once a day in every case.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from zoneinfo import ZoneInfo

from bot.discord_app.zones import zone_in_words
from bot.errors import SettingsError

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EVERY_DAY = frozenset(range(7))
_WEEKDAYS, _WEEKENDS = frozenset(range(5)), frozenset((5, 6))
_NAMED_DAYS = {"every day": EVERY_DAY, "weekdays": _WEEKDAYS, "weekends": _WEEKENDS}
_DAYS_UNDERSTOOD = "Give days such as every day, weekdays, Mon-Fri, or Monday and Thursday."
_EVERY = re.compile(r"^(?:on|every|each|all)\s+|\b(?:every|each|on)\b")
_EXCEPT = re.compile(r"\b(?:except|but|not|without)\b(?:\s+(?:for|on))?")
_TO = re.compile(r"\s*(?:-|–|—|\bto\b|\bthrough\b|\bthru\b|\btill?\b|\buntil\b)\s*")
_AND = re.compile(r"[\s,;/+&]+|\band\b|\bor\b")

_NAMED_TIMES = {"noon": 720, "midday": 720, "midnight": 0, "12 noon": 720, "12 midnight": 0}
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:\s*[:.h]\s*(?P<minute>[0-9]{2})|(?P<h>h)|(?P<four>[0-9]{2}))?"
    r"\s*(?P<half>[ap])?\.?\s?m?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A time of day, in minutes after midnight of the zone, on days of the week (0 is Monday)."""

    minute: int
    zone: str
    days: frozenset[int] = EVERY_DAY

    def next_after(self, instant: dt.datetime) -> dt.datetime:
        """The first time to post after an instant, in UTC."""
        zone = ZoneInfo(self.zone)
        day = instant.astimezone(zone).date() - dt.timedelta(days=1)
        while True:
            when = _instant(dt.datetime.combine(day, dt.time(*divmod(self.minute, 60)), zone))
            if day.weekday() in self.days and when > instant:
                return when
            day += dt.timedelta(days=1)

    def __str__(self) -> str:
        hour, minute = divmod(self.minute, 60)
        return f"{days_in_words(self.days)} at {hour}:{minute:02} ({zone_in_words(self.zone)})"


def _instant(local: dt.datetime) -> dt.datetime:
    """The instant of a local time, in UTC: its first coming or, where clocks jump over it, the jump's end."""
    end, before = (local.replace(fold=fold).astimezone(dt.UTC) for fold in (0, 1))
    second = dt.timedelta(seconds=1)
    while end - before > second:  # only where the clocks jump over it does the first lie behind the second
        middle = before + (end - before) // second // 2 * second
        if middle.astimezone(local.tzinfo).utcoffset() == local.utcoffset():
            before = middle
        else:
            end = middle
    return end


def parse_time(text: str) -> int:
    """Minutes after midnight of `20:30`, `8 pm`, `8.30pm`, `20h` or `noon`; raises SettingsError."""
    typed = _in_figures(re.sub(r"^at\s+", "", " ".join(text.lower().split())))
    if typed in _NAMED_TIMES:
        return _NAMED_TIMES[typed]
    if found := _TIME.fullmatch(typed):
        hour, minute, half = int(found["hour"]), int(found["minute"] or found["four"] or 0), found["half"]
        if half and 1 <= hour <= 12:
            hour, half = hour % 12 + 12 * (half == "p"), None
            return _minutes(hour, minute, text)
        plain = found["minute"] or found["four"] or found["h"] or hour > 12
        if not half and plain:
            return _minutes(hour, minute, text)
    raise _no_time(text)


_HOURS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_PAST = {"half past": 30, "quarter past": 15, "a quarter past": 15, "quarter to": -15, "a quarter to": -15}
_IN_WORDS = re.compile(
    rf"(?:(?P<past>{'|'.join(sorted(_PAST, key=len, reverse=True))}) )?"
    rf"(?P<hour>{'|'.join(_HOURS)}|\d{{1,2}})(?: o'?clock)?"
    r"(?P<half>\s?[ap]\.?m\.?| in the (?:morning|afternoon|evening))?"
)


def _in_figures(typed: str) -> str:
    """`half past eight in the evening` as `8:30pm`; raises SettingsError where the half day is open."""
    found = _IN_WORDS.fullmatch(typed)
    if found is None or (typed[0].isdigit() and (found["half"] or "").strip()[:1] in ("a", "p", "")):
        return typed
    hour = _HOURS.index(found["hour"]) if found["hour"] in _HOURS else int(found["hour"])
    hour, minute = divmod((hour * 60 + _PAST.get(found["past"] or "", 0)) % 720, 60)
    half = (found["half"] or "").strip().removeprefix("in the ")
    if not half:
        told = f"{hour}:{minute:02}" if hour else f"0:{minute:02}"
        later = f"{hour + 12}:{minute:02}"
        raise SettingsError(f'Is "{typed}" in the morning or in the evening? Give {told} or {later}.')
    morning = half.startswith(("am", "a.m", "morning"))
    return f"{hour or 12}:{minute:02}{'am' if morning else 'pm'}"


def _minutes(hour: int, minute: int, text: str) -> int:
    if hour > 23 or minute > 59:
        raise _no_time(text)
    return hour * 60 + minute


def _no_time(text: str) -> SettingsError:
    return SettingsError(f'"{text}" is no time of day that I can read. Give one such as 20:30, 8 pm or noon.')


def parse_days(text: str) -> frozenset[int]:
    """The days of `every day`, `weekdays`, `Mon-Fri` or `Mon, Wed and Fri`; raises SettingsError."""
    words = " ".join(text.lower().split())
    named, *left_out = _EXCEPT.split(words, maxsplit=1)
    days = _days(named) if named.strip() or not left_out else EVERY_DAY
    if left_out:
        days -= _days(left_out[0])
    if not days:
        raise SettingsError(f'"{text}" leaves no day. {_DAYS_UNDERSTOOD}')
    return days


def _days(words: str) -> frozenset[int]:
    words = words.strip()
    if words in ("daily", "everyday", "every day", "each day", "all days", "all", "always", "all week"):
        return EVERY_DAY
    parts = [part for part in _AND.split(_TO.sub("-", _EVERY.sub(" ", words))) if part and part != "day"]
    if not parts:
        raise SettingsError(f"No day is named. {_DAYS_UNDERSTOOD}")
    return frozenset[int]().union(*map(_from_to, parts))


def _from_to(part: str) -> frozenset[int]:
    """The days of `mon`, `weekdays`, or `fri-mon`, which goes over the end of the week."""
    for name, days in _NAMED_DAYS.items():
        if part in (name, name.removesuffix("s")):
            return days
    first, dash, last = part.partition("-")
    start = _day(first)
    return (
        frozenset((start + step) % 7 for step in range((_day(last) - start) % 7 + 1))
        if dash
        else frozenset((start,))
    )


def days_in_words(days: frozenset[int]) -> str:
    """`every day`, `weekdays`, `Mondays and Thursdays`."""
    for name, named in _NAMED_DAYS.items():
        if named == days and len(days) > 1:
            return name
    names = [f"{DAY_NAMES[day]}s" for day in sorted(days)]
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _day(word: str) -> int:
    for day, name in enumerate(DAY_NAMES):
        if len(word) >= 2 and f"{name}s".lower().startswith(word):
            return day
    raise SettingsError(f'"{word}" is no day that I can read. {_DAYS_UNDERSTOOD}')
