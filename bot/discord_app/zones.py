"""Time zones as people type them: `London`, `new york`, `CET`, `utc+2`, `Germany`, `Europe/Paris`.

Where several are meant, nobody's clock is guessed: the likely ones are named.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from zoneinfo import ZoneInfo, available_timezones

from rapidfuzz import fuzz, process

from bot.errors import SettingsError
from bot.language.folding import folded

_UNDERSTOOD = "Give a city such as London or New York, a zone such as Europe/Paris or CET, or UTC+2."
_MISSPELT = 75
_NAMED = 4
"""Zones that are named where several are meant."""

_OFFSET = re.compile(r"(?:utc|gmt|z)?\s*(?P<sign>[+\-−–])\s*(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?")

# Offsets that are no whole hours, by a zone that keeps to them all year.
_ODD_OFFSETS = {
    210: "Asia/Tehran",
    270: "Asia/Kabul",
    330: "Asia/Kolkata",
    345: "Asia/Kathmandu",
    390: "Asia/Yangon",
    525: "Australia/Eucla",
    570: "Australia/Darwin",
    -570: "Pacific/Marquesas",
}

_OFFERED_FIRST = """UTC Europe/London Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Copenhagen
    Europe/Athens Europe/Istanbul Europe/Moscow America/New_York America/Chicago America/Denver
    America/Los_Angeles America/Toronto America/Mexico_City America/Sao_Paulo America/Argentina/Buenos_Aires
    Africa/Lagos Africa/Johannesburg Asia/Kolkata Asia/Singapore Asia/Tokyo Australia/Sydney
    Pacific/Auckland""".split()

# What people write for short, and large cities that the zones are not named after.
_ALSO_CALLED: Mapping[str, Sequence[str]] = {
    short: zones.split()
    for zones, shorts in {
        "UTC": "utc|z|zulu|gmt|uct|universal|greenwich|coordinated universal time|greenwich mean time",
        "CET": "cet|cest|central european time|central european summer time",
        "EET": "eet|eest|eastern european time",
        "WET": "wet|west|western european time",
        "Europe/London": "bst|uk|gb|great britain|england|scotland|wales|british time|manchester|glasgow"
        "|edinburgh|birmingham",
        "Europe/Moscow": "msk",
        "Europe/Berlin": "munich|hamburg|cologne|frankfurt",
        "Europe/Madrid": "barcelona",
        "Europe/Rome": "milan|naples",
        "Europe/Paris": "lyon|marseille",
        "Europe/Zurich": "geneva",
        "America/New_York": "et|est|edt|eastern|eastern time|us eastern|boston|washington|washington dc"
        "|philadelphia|miami|atlanta|nyc|new york city|d c|dc|east coast|connecticut|delaware|maine|maryland"
        "|massachusetts|new hampshire|new jersey|north carolina|ohio|pennsylvania|rhode island"
        "|south carolina|vermont|virginia|west virginia",
        "America/Toronto": "ontario|quebec|montreal",
        "America/Denver": "mt|mdt|mountain|mountain time|us mountain|colorado|montana|new mexico|utah"
        "|wyoming",
        "America/Los_Angeles": "pt|pst|pdt|pacific|pacific time|us pacific|san francisco|seattle|la"
        "|san diego|las vegas|sf|california|nevada|west coast",
        "America/Chicago": "ct|cdt|central time|us central|dallas|houston|austin|alabama|arkansas|illinois"
        "|iowa|louisiana|minnesota|mississippi|missouri|oklahoma|wisconsin",
        "America/Chicago Asia/Shanghai America/Havana": "cst",
        "America/Chicago Australia/Darwin": "central",
        "America/Denver America/Phoenix Asia/Yangon": "mst",
        "America/Halifax Asia/Riyadh": "ast",
        "Asia/Kolkata Europe/Dublin Asia/Jerusalem": "ist",
        "Asia/Tbilisi America/New_York": "georgia",
        "America/Los_Angeles America/New_York": "portland",
        "America/Los_Angeles America/Costa_Rica": "san jose",
        "America/New_York America/Chicago": "florida|tennessee|kentucky|indiana",
        "America/Chicago America/Denver": "texas|kansas|nebraska|north dakota|south dakota",
        "America/Los_Angeles America/Denver": "oregon|idaho",
        "Europe/Kyiv": "ukraine",
        "America/New_York America/Chicago America/Denver America/Los_Angeles": "us|usa|united states|america",
        "America/Toronto America/Vancouver America/Winnipeg America/Halifax": "canada",
        "Australia/Sydney Australia/Brisbane Australia/Adelaide Australia/Perth": "australia",
        "America/Sao_Paulo America/Manaus America/Fortaleza": "brazil",
        "Europe/Moscow Asia/Yekaterinburg Asia/Novosibirsk Asia/Vladivostok": "russia",
        "America/Sao_Paulo": "brt|rio|rio de janeiro|brasilia",
        "America/Anchorage": "akst|akdt|alaska",
        "Pacific/Honolulu": "hst|hawaii",
        "Asia/Kolkata": "india|mumbai|delhi|new delhi|bangalore|chennai",
        "Asia/Shanghai": "beijing|china",
        "Asia/Tokyo": "jst|osaka|kyoto",
        "Asia/Seoul": "kst|korea|south korea",
        "Asia/Singapore": "sgt",
        "Asia/Hong_Kong": "hkt",
        "Asia/Jakarta": "wib",
        "Asia/Manila": "pht",
        "Asia/Karachi": "pkt",
        "Asia/Dubai": "gst|abu dhabi",
        "Africa/Johannesburg": "sast|cape town",
        "Africa/Nairobi": "eat",
        "Africa/Lagos": "wat",
        "Australia/Sydney": "aest|aedt|canberra",
        "Australia/Perth": "awst",
        "Australia/Adelaide": "acst|acdt",
        "Pacific/Auckland": "nzst|nzdt|nzt|wellington|new zealand",
    }.items()
    for short in shorts.split("|")
}


def parse_zone(text: str) -> str:
    """The name of the time zone meant; raises SettingsError where there is none such, or several."""
    if "/" in text and text in _zones():
        return text
    if (fixed := _with_offset(text)) is not None:
        return fixed
    found = _apart(_called(text))
    if len(found) == 1:
        return found[0]
    if found:
        raise SettingsError(f'"{text}" may be several time zones. Did you mean {_listed(found)}?')
    near = _apart(_nearly_called(text))
    hint = f"Did you mean {_listed(near)}? " if near else ""
    raise SettingsError(f'"{text}" is no time zone that I know. {hint}{_UNDERSTOOD}')


def zones_like(typed: str, limit: int) -> Sequence[str]:
    """Time zones that somebody who has typed this much may mean, likeliest first."""
    if not folded(typed) and not typed.strip(" \t+-"):
        return _OFFERED_FIRST[:limit]
    fixed, key = _with_offset(typed), folded(typed)
    begun = [name for name, zones in _by_name().items() if name.startswith(key) for name in zones]
    within = [name for name, zones in _by_name().items() if f" {key}" in name for name in zones]
    found = [*([fixed] if fixed else []), *_called(typed), *(sorted(begun) if key else ()), *within]
    return list(dict.fromkeys(found or _nearly_called(typed)))[:limit]


def zone_in_words(zone: str) -> str:
    """The zone as it is shown: `America/New York`, `UTC+2`."""
    if fixed := re.fullmatch(r"Etc/GMT([+-])(\d+)", zone):
        return (
            f"UTC{'-' if fixed[1] == '+' else '+'}{fixed[2]}"  # the database counts them the other way round
        )
    return zone.replace("_", " ")


def _with_offset(text: str) -> str | None:
    """The zone that is always so far from UTC; None where no offset is typed."""
    found = _OFFSET.fullmatch(text.strip().lower())
    if not found:
        return None
    sign = 1 if found["sign"] == "+" else -1
    hours, minutes = int(found["hours"]), int(found["minutes"] or 0)
    if minutes:
        return _ODD_OFFSETS.get(sign * (60 * hours + minutes))
    if not hours:
        return "UTC"
    name = f"Etc/GMT{'-' if sign > 0 else '+'}{hours}"
    return name if name in _zones() else None


def _called(text: str) -> Sequence[str]:
    key = folded(text)
    return (
        _by_name().get(key) or _by_name().get(re.sub(r"^the | (?:time|timezone|time zone)$", "", key)) or ()
    )


def _nearly_called(text: str) -> Sequence[str]:
    names = [name for name in _by_name() if len(name) > 3]
    near = process.extract(folded(text), names, scorer=fuzz.ratio, score_cutoff=_MISSPELT, limit=_NAMED)
    return list(dict.fromkeys(zone for name, _, _ in near for zone in _by_name()[name]))


def _apart(zones: Iterable[str]) -> list[str]:
    """The zones of which none keeps the same time as one before it."""
    kept: dict[object, str] = {}
    for zone in zones:
        kept.setdefault(_clock(zone), zone)
    return list(kept.values())[:_NAMED]


@cache
def _clock(zone: str) -> tuple[dt.timedelta | None, ...]:
    """How far from UTC a zone is in each fortnight of some years, which tells zones apart."""
    info, start = ZoneInfo(zone), dt.datetime(2024, 1, 1, tzinfo=dt.UTC)
    return tuple((start + dt.timedelta(weeks=2 * step)).astimezone(info).utcoffset() for step in range(78))


def _listed(zones: Sequence[str]) -> str:
    named = [zone_in_words(zone) for zone in zones]
    return " or ".join([", ".join(named[:-1]), named[-1]] if len(named) > 1 else named)


_zones = cache(available_timezones)


@cache
def _by_name() -> Mapping[str, Sequence[str]]:
    """The zones by what they may be called, folded: their own name, their city, a country, a short form."""
    places = [name for name in sorted(_zones()) if name[0].isupper() and "/" in name]
    places = [name for name in places if not name.startswith(_NO_PLACES)]
    cities: dict[str, list[str]] = defaultdict(list)
    for name in places:
        cities[folded(name.rpartition("/")[2])].append(name)
    own = {folded(name): [name] for name in places}
    ours = {folded(name): zones for name, zones in _ALSO_CALLED.items()}
    return {**_by_country(), **cities, **own, **ours}


_NO_PLACES = ("Etc/", "SystemV/", "Brazil/", "Canada/", "Chile/", "Mexico/")
"""Zones named after parts of the sky: `Brazil/East` is not what `east` means."""


def _by_country() -> dict[str, list[str]]:
    tables = files("tzdata.zoneinfo")
    rows = [
        [
            line.split("\t")
            for line in tables.joinpath(table).read_text("utf-8").splitlines()
            if line[:1] != "#"
        ]
        for table in ("iso3166.tab", "zone.tab")
    ]
    names = {row[0]: folded(row[1]) for row in rows[0]}
    countries: dict[str, list[str]] = defaultdict(list)
    for row in rows[1]:
        if row[2] in _zones():
            countries[names[row[0]]].append(row[2])
    return countries
