"""When a scheduled quote is posted: times of day in a time zone, on some days of the week.

A time that the clocks jump over in spring is posted when the jump ends, one that comes twice in autumn at its
first coming: once a day in every case.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from bot.errors import SettingsError

DAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
EVERY_DAY = frozenset(range(7))
_NAMED_DAYS = {
    "every day": EVERY_DAY,
    "weekdays": frozenset(range(5)),
    "weekends": frozenset((5, 6)),
    **{f"{name}s".lower(): frozenset((day,)) for day, name in enumerate(DAY_NAMES)},
}
_TIME = re.compile(
    r"(?P<hour>[0-9]{1,2})(?:[:.h](?P<minute>[0-9]{2}))?\s*(?P<half>[ap])?\.?m?\.?", re.IGNORECASE
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
            when = dt.datetime.combine(day, dt.time(*divmod(self.minute, 60)), zone).astimezone(dt.UTC)
            if day.weekday() in self.days and when > instant:
                return when
            day += dt.timedelta(days=1)

    def __str__(self) -> str:
        hour, minute = divmod(self.minute, 60)
        return f"{days_in_words(self.days)} at {hour}:{minute:02} ({self.zone.replace('_', ' ')})"


def parse_time(text: str) -> int:
    """Minutes after midnight of `20:30`, `8 pm` or `8:30pm`; raises SettingsError for anything else."""
    found = _TIME.fullmatch(text.strip())
    if found:
        hour, minute, half = int(found["hour"]), int(found["minute"] or 0), (found["half"] or "").lower()
        if half and 1 <= hour <= 12:
            hour = hour % 12 + 12 * (half == "p")
            half = ""
        if not half and hour < 24 and minute < 60 and (found["minute"] or found["half"]):
            return hour * 60 + minute
    raise SettingsError(f'"{text}" is no time of day. Give one such as 20:30 or 8:30 pm.')


def parse_days(text: str) -> frozenset[int]:
    """The days of `every day`, `weekdays` or `Mon, Thu`; raises SettingsError for anything else."""
    words = " ".join(text.lower().split())
    for name, days in _NAMED_DAYS.items():
        if words in (name, name.removesuffix("s"), "daily" if days == EVERY_DAY else name):
            return days
    found = [_day(word) for word in re.split(r"[\s,;/+&]+|\band\b", words) if word]
    if not found:
        raise SettingsError("No day is named. Give days such as every day, weekdays, or Monday and Thursday.")
    return frozenset(found)


def parse_zone(text: str) -> str:
    """The name of a time zone, whatever its case; raises SettingsError where there is none such."""
    name = _zones().get("_".join(text.lower().split()))
    if name is None:
        raise SettingsError(f'"{text}" is no time zone. Pick one such as Europe/Copenhagen or UTC.')
    return name


def zones_like(typed: str, limit: int) -> Sequence[str]:
    """Time zones that somebody who has typed this much may mean."""
    key = "_".join(typed.lower().split())
    named = [
        (key not in zone.rpartition("/")[2][: len(key)], name)
        for zone, name in _zones().items()
        if key in zone
    ]
    return [name for _, name in sorted(named)][:limit]


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
    raise SettingsError(f'"{word}" is no day. Give days such as every day, weekdays, or Monday and Thursday.')


@cache
def _zones() -> dict[str, str]:
    return {
        name.lower(): name for name in sorted(available_timezones()) if name[0].isupper() and "/" in name
    } | {"utc": "UTC"}
