from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.zones import parse_zone, zone_in_words, zones_like
from bot.errors import SettingsError


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("europe/copenhagen", "Europe/Copenhagen"),
        ("Europe/Paris", "Europe/Paris"),
        ("america/new york", "America/New_York"),
        ("london", "Europe/London"),
        ("New York", "America/New_York"),
        ("new_york", "America/New_York"),
        ("São Paulo", "America/Sao_Paulo"),
        ("GMT", "UTC"),
        ("utc", "UTC"),
        ("CET", "CET"),
        ("BST", "Europe/London"),
        ("EST", "America/New_York"),
        ("Pacific Time", "America/Los_Angeles"),
        ("Germany", "Europe/Berlin"),
        ("denmark", "Europe/Copenhagen"),
        ("New Zealand", "Pacific/Auckland"),
        ("Munich", "Europe/Berlin"),
        ("London time", "Europe/London"),
        ("Louisville", "America/Kentucky/Louisville"),
        ("utc+2", "Etc/GMT-2"),
        ("UTC +02:00", "Etc/GMT-2"),
        ("gmt-5", "Etc/GMT+5"),
        ("+1", "Etc/GMT-1"),
        ("utc+0", "UTC"),
        ("UTC+5:30", "Asia/Kolkata"),
    ],
)
def test_zones_are_read_as_people_type_them(typed: str, zone: str) -> None:
    assert parse_zone(typed) == zone


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("CST", "America/Chicago, Asia/Shanghai or America/Havana"),
        ("IST", "Asia/Kolkata, Europe/Dublin or Asia/Jerusalem"),
        ("usa", "America/New York, America/Chicago, America/Denver or America/Los Angeles"),
        ("Mexico", "America/"),
    ],
)
def test_where_several_are_meant_they_are_named(typed: str, meant: str) -> None:
    with pytest.raises(SettingsError, match="Did you mean") as told:
        parse_zone(typed)
    assert meant in str(told.value)


def test_a_misspelt_city_is_asked_back() -> None:
    with pytest.raises(SettingsError, match=r"Did you mean .*Europe/Copenhagen"):
        parse_zone("copenhaguen")


@pytest.mark.parametrize(
    "typed", ["", "Mars/Olympus", "../../etc/passwd", "localtime", "UTC+99", "utc+2:17", "@"]
)
def test_what_is_no_zone_is_refused_with_what_is_understood(typed: str) -> None:
    with pytest.raises(SettingsError, match=r"London or New York.*UTC\+2"):
        parse_zone(typed)


def test_zones_are_offered_while_they_are_typed() -> None:
    assert zones_like("copen", 25) == ["Europe/Copenhagen"]
    assert zones_like("lond", 25)[0] == "Europe/London"
    assert zones_like("utc+2", 25)[0] == "Etc/GMT-2"
    assert zones_like("germ", 25)[0] == "Europe/Berlin"
    assert zones_like("york", 25)[0] == "America/New_York"
    assert zones_like("ces", 25)[0] == "CET"
    assert len(zones_like("", 25)) == 25
    assert len(zones_like("a", 25)) == 25


@given(st.text(max_size=30) | st.sampled_from(["utc+2", "-5", "a", "ce", "us", "in", "+5:30", "st", "g"]))
def test_whatever_is_typed_is_a_zone_or_a_sentence(typed: str) -> None:
    for zone in zones_like(typed, 25):
        assert parse_zone(zone) == zone
    try:
        zone = parse_zone(typed)
    except SettingsError:
        return
    assert ZoneInfo(zone)


@pytest.mark.parametrize(
    "zone", ["UTC", "Europe/London", "America/New_York", "Etc/GMT-2", "Etc/GMT+11", "CET"]
)
def test_a_zone_in_words_is_read_as_the_same_zone(zone: str) -> None:
    assert parse_zone(zone_in_words(zone)) == zone


def test_every_zone_that_is_offered_exists() -> None:
    assert set(zones_like("", 25)) <= available_timezones()
    assert ZoneInfo(parse_zone("utc-3")).utcoffset(dt.datetime(2026, 7, 1)) == dt.timedelta(hours=-3)  # noqa: DTZ001
