from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.timetable import (
    DAY_NAMES,
    EVERY_DAY,
    Timetable,
    days_in_words,
    parse_days,
    parse_time,
)
from bot.errors import SettingsError

UTC = dt.UTC
ZONES = st.sampled_from(
    ["UTC", "Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "Pacific/Apia"]
)
YEAR_2000, YEAR_2040 = dt.datetime(2000, 1, 1), dt.datetime(2040, 1, 1)  # noqa: DTZ001 - hypothesis adds it
TIMETABLES = st.builds(Timetable, st.integers(0, 1439), ZONES, st.frozensets(st.integers(0, 6), min_size=1))


def posts(timetable: Timetable, start: dt.datetime, days: int) -> list[dt.datetime]:
    found, now = [], start
    while (now := timetable.next_after(now)) < start + dt.timedelta(days=days):
        found.append(now)
    return found


@given(TIMETABLES, st.datetimes(YEAR_2000, YEAR_2040, timezones=st.just(UTC)))
def test_next_post_is_later_and_on_one_of_the_days(timetable: Timetable, now: dt.datetime) -> None:
    following = timetable.next_after(now)
    local = following.astimezone(ZoneInfo(timetable.zone))
    assert now < following <= now + dt.timedelta(days=9)
    assert local.weekday() in timetable.days or local.hour < 3, "clocks may jump over midnight"


@given(TIMETABLES, st.dates(dt.date(2012, 1, 1), dt.date(2030, 1, 1)))
def test_a_year_has_one_post_for_each_of_its_days(timetable: Timetable, day: dt.date) -> None:
    start = dt.datetime.combine(day, dt.time(12), UTC)
    found = posts(timetable, start, 364)
    assert abs(len(found) - 52 * len(timetable.days)) <= 1


def test_a_time_that_does_not_exist_is_posted_once_when_the_clocks_have_jumped() -> None:
    half_past_two = Timetable(150, "Europe/Copenhagen")
    found = posts(half_past_two, dt.datetime(2026, 3, 28, 12, tzinfo=UTC), 2)
    assert found == [dt.datetime(2026, 3, 29, 1, 0, tzinfo=UTC), dt.datetime(2026, 3, 30, 0, 30, tzinfo=UTC)]


def test_a_day_that_a_zone_leaves_out_is_posted_when_the_next_one_begins() -> None:
    found = posts(Timetable(600, "Pacific/Apia"), dt.datetime(2011, 12, 29, 12, tzinfo=UTC), 2)
    assert found == [  # the 29th, then the end of the jump over the 30th, then the 31st
        dt.datetime(2011, 12, 29, 20, tzinfo=UTC),
        dt.datetime(2011, 12, 30, 10, tzinfo=UTC),
        dt.datetime(2011, 12, 30, 20, tzinfo=UTC),
    ]


def test_a_time_that_comes_twice_is_posted_at_its_first_coming() -> None:
    half_past_two = Timetable(150, "Europe/Copenhagen")
    found = posts(half_past_two, dt.datetime(2026, 10, 24, 12, tzinfo=UTC), 2)
    assert found == [
        dt.datetime(2026, 10, 25, 0, 30, tzinfo=UTC),
        dt.datetime(2026, 10, 26, 1, 30, tzinfo=UTC),
    ]


@pytest.mark.parametrize(
    ("text", "minute"),
    [
        ("20:30", 1230),
        ("8:30 pm", 1230),
        ("8pm", 1200),
        ("12am", 0),
        ("12 PM", 720),
        ("0:05", 5),
        (" 7.15 ", 435),
        ("8.30 pm", 1230),
        ("8:30 p.m.", 1230),
        ("at 8pm", 1200),
        ("20h", 1200),
        ("20h30", 1230),
        ("20", 1200),
        ("2030", 1230),
        ("noon", 720),
        ("Midnight", 0),
        ("half past eight in the evening", 1230),
        ("half past 8 pm", 1230),
        ("quarter to nine a.m.", 525),
        ("a quarter to one in the afternoon", 765),
        ("eight o'clock in the morning", 480),
        ("8 in the evening", 1200),
    ],
)
def test_times_are_read_as_people_write_them(text: str, minute: int) -> None:
    assert parse_time(text) == minute


def test_a_time_in_words_that_leaves_the_half_of_the_day_open_is_asked_back() -> None:
    with pytest.raises(SettingsError, match="Give 8:30 or 20:30"):
        parse_time("half past eight")
    with pytest.raises(SettingsError, match="Give 0:15 or 12:15"):
        parse_time("quarter past twelve")


@pytest.mark.parametrize(
    "text", ["", "8", "24:00", "12:60", "13pm", "soon", "-1:00", "8:30:00", "٨:٣٠", "25h"]
)
def test_what_is_no_time_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(SettingsError, match="20:30"):
        parse_time(text)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every day", EVERY_DAY),
        ("Daily", EVERY_DAY),
        ("weekdays", {0, 1, 2, 3, 4}),
        ("weekend", {5, 6}),
        ("Mon, Thu", {0, 3}),
        ("tuesdays and saturday", {1, 5}),
        ("Friday", {4}),
        ("mon-fri", {0, 1, 2, 3, 4}),
        ("Mon – Wed", {0, 1, 2}),
        ("fri to mon", {4, 5, 6, 0}),
        ("monday through thursday and sat", {0, 1, 2, 3, 5}),
        ("every monday", {0}),
        ("on Tuesdays", {1}),
        ("Weekends", {5, 6}),
        ("every weekday", {0, 1, 2, 3, 4}),
        ("Mon, Wed and Fri", {0, 2, 4}),
        ("weekdays and sun", {0, 1, 2, 3, 4, 6}),
        ("every day except Sunday", {0, 1, 2, 3, 4, 5}),
        ("everyday", EVERY_DAY),
        ("sat+sun", {5, 6}),
    ],
)
def test_days_are_read_as_people_write_them(text: str, days: set[int]) -> None:
    assert parse_days(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        " , ",
        "someday",
        "m",
        "mon tues wedding",
        "every other day",
        "mon-",
        "-",
        "daily except weekdays, weekends",
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(SettingsError, match="weekdays"):
        parse_days(text)


@given(st.frozensets(st.integers(0, 6), min_size=1))
def test_days_in_words_are_read_as_the_same_days(days: frozenset[int]) -> None:
    assert parse_days(days_in_words(days)) == days


def test_every_day_has_a_name() -> None:
    assert [days_in_words(frozenset((day,))) for day in range(7)] == [f"{name}s" for name in DAY_NAMES]
