from __future__ import annotations

import asyncio
import datetime as dt
from typing import Any

import aiohttp
import discord
import pytest
import simcord

from bot.discord_app.asking import Asking
from bot.model import Film
from bot.store.film_changes import merge_films, rename_film
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.removing import remove_film
from bot.store.schedules import schedules_of
from tests.discord_app.seeing import NewBot, Server, choices, text, words_of_pictures
from tests.making import HARBOUR, HARBOUR_II, make_review, save

DAY = 24 * 3_600.0
NOON = {"time": "12:00", "zone": "UTC"}


@pytest.fixture
def boss(server: Server) -> simcord.MemberActor:
    """Somebody who may manage the server."""
    guild = server.env.guild
    role = guild.create_role("Bosses", permissions=discord.Permissions(manage_guild=True))
    return guild.add_member(server.env.create_user("boss"), roles=[role])


@pytest.fixture
def texts(library: Library) -> set[str]:
    """What the library's quotes say."""
    said = {f"The harbour number {number} glows and nobody says a word about it." for number in range(5)}
    save(library, [make_review(f"r{place}", text=text) for place, text in enumerate(sorted(said))])
    return said


def posted(server: Server) -> list[str]:
    """The quotes that everybody can see in the channel."""
    seen = [text(message) for message in server.channel.history(viewer=server.bob)]
    return [line.removeprefix("> ") for words in seen for line in words.split("\n") if line.startswith("> ")]


async def wait(server: Server, seconds: float) -> None:
    for _ in range(round(seconds // DAY)):
        await server.env.advance_time(DAY)
    await server.env.advance_time(seconds % DAY)


async def test_a_quote_is_posted_each_day_at_its_time(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    told = await boss.slash(server.channel, "quotes schedule", **NOON)
    assert told.response is not None
    assert "every day at 12:00 (UTC) · any film · next <t:1767268800:F>" in text(told.response)
    assert told.ephemeral
    assert all(message.ephemeral for message in told.followups)

    await wait(server, 0.49 * DAY)
    assert posted(server) == []
    await wait(server, 0.02 * DAY)
    assert len(posted(server)) == 1
    await wait(server, DAY)
    assert len(posted(server)) == 2


async def test_no_quote_comes_twice_until_all_were_used(
    server: Server, boss: simcord.MemberActor, texts: set[str], library: Library, new_bot: NewBot
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    await wait(server, 2 * DAY)
    await server.env.restart_bot(new_bot())
    another = "The sixth harbour glows as well and nobody says a word about it."
    save(library, [make_review("new", text=another)])
    await wait(server, 4 * DAY)
    assert sorted(posted(server)) == sorted({*texts, another})

    await wait(server, 6 * DAY)
    assert len(posted(server)) == 12
    assert set(posted(server)[6:]) == {*texts, another}, "then all of them once more"


async def test_after_a_downtime_one_is_made_up(
    server: Server, boss: simcord.MemberActor, texts: set[str], new_bot: NewBot, asking: Asking
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    server.env.bot.clock.stop()  # type: ignore[attr-defined]
    await wait(server, 3.6 * DAY)
    assert posted(server) == []

    await server.env.restart_bot(new_bot())

    assert len(posted(server)) == 1
    await wait(server, DAY)
    assert len(posted(server)) == 2
    (schedule,) = schedules_of(asking.servers, server.env.guild.id)
    assert schedule.next_at == dt.datetime(2026, 1, 6, 12, tzinfo=dt.UTC)


async def test_only_what_was_chosen_is_posted(
    server: Server, boss: simcord.MemberActor, library: Library
) -> None:
    save(
        library,
        [
            make_review("a", rating=9, text="The first harbour glows and nobody says a word about it."),
            make_review("b", rating=9, film=HARBOUR_II, text="The outer harbour glows, and we were told so."),
            make_review(
                "c", rating=3, film=HARBOUR_II, text="The third harbour bores and everybody says it."
            ),
            make_review(
                "d", rating=9, film=HARBOUR_II, spoiler=True, text="The fourth harbour has burnt down."
            ),
        ],
    )
    await boss.slash(
        server.channel,
        "quotes schedule",
        **NOON,
        film="harbor lights 2",
        rating=7,
        card=True,
        days="mon, wed",
    )
    await wait(server, 6.5 * DAY)  # from Thursday on

    messages = server.channel.history(viewer=server.bob)
    assert [words_of_pictures(message) for message in messages] == [
        ["“The outer harbour glows, and we were told so.” b on Harbour Lights II (2003), 9 of 10."]
    ] * 2, "Monday and Wednesday"


async def test_preview_uses_nothing_up_and_now_posts_it(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    (name, value), *_ = (await choices(boss, server.channel, "quotes preview", "schedule", "")).items()
    assert name.startswith("1: #films · every day at 12:00 (UTC)")
    first = await boss.slash(server.channel, "quotes preview", schedule=value)
    again = await boss.slash(server.channel, "quotes preview", schedule=value)
    assert first.response is not None
    assert again.response is not None
    assert first.ephemeral
    assert text(first.response) == text(again.response)

    now = await boss.slash(server.channel, "quotes now", schedule=value)
    assert now.response is not None
    assert "Posted in" in text(now.response)
    assert posted(server) == [line[2:] for line in text(first.response).split("\n") if line.startswith("> ")]


async def test_stopped_schedule_posts_no_more(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    listed = await boss.slash(server.channel, "quotes list")
    assert listed.response is not None
    assert "**1** <#" in text(listed.response)

    await boss.slash(server.channel, "quotes stop", schedule=1)

    await wait(server, 2 * DAY)
    assert posted(server) == []
    listed = await boss.slash(server.channel, "quotes list")
    assert listed.response is not None
    assert "No quotes are scheduled" in text(listed.response)


@pytest.mark.parametrize("what", ["gone", "closed"])
async def test_a_channel_that_is_gone_or_closed_stops_its_schedule_and_says_so(
    server: Server, boss: simcord.MemberActor, texts: set[str], asking: Asking, what: str
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    code, status = (10003, 404) if what == "gone" else (50013, 403)
    server.env.inject_error("POST", "/channels/*/messages", status=status, code=code)

    await wait(server, DAY)

    assert schedules_of(asking.servers, server.env.guild.id) == []
    told = boss.user.dm_channel.last_message
    assert told is not None
    assert "The quotes you scheduled for #films of Film club have stopped" in text(told)
    assert "every day at 12:00 (UTC) · any film" in text(told)


async def test_what_discord_does_not_take_is_tried_again_later_and_posted_once(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    server.env.inject_error("POST", "/channels/*/messages", status=503, times=None)
    await wait(server, DAY / 2 + 30)
    assert posted(server) == []
    await wait(server, 6 * 60)
    server.env.backend.faults.clear()
    assert posted(server) == []
    await wait(server, 16 * 60)
    assert len(posted(server)) == 1
    await wait(server, DAY / 4)
    assert len(posted(server)) == 1
    await wait(server, DAY)
    assert len(set(posted(server))) == 2, "the next day's is another one"


async def test_a_quote_that_waits_for_another_try_outlives_a_restart(
    server: Server, boss: simcord.MemberActor, texts: set[str], new_bot: NewBot
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    server.env.inject_error("POST", "/channels/*/messages", status=503, times=None)
    await wait(server, DAY / 2 + 30)
    await server.env.restart_bot(new_bot())
    server.env.backend.faults.clear()
    assert posted(server) == []
    await wait(server, DAY / 4)
    assert len(posted(server)) == 1
    await wait(server, DAY)
    assert len(set(posted(server))) == 2


async def test_a_quote_whose_day_is_over_after_a_downtime_is_given_up(
    server: Server,
    boss: simcord.MemberActor,
    texts: set[str],
    new_bot: NewBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON, days="thu")
    server.env.inject_error("POST", "/channels/*/messages", status=503, times=None)
    await wait(server, DAY / 2 + 30)
    server.env.bot.clock.stop()  # type: ignore[attr-defined]
    server.env.backend.faults.clear()
    await wait(server, DAY)
    await server.env.restart_bot(new_bot())
    await wait(server, DAY)
    assert posted(server) == []
    assert "The quote of schedule 1 was not posted" in caplog.text


async def test_what_was_sent_when_the_bot_was_killed_is_not_posted_twice(
    server: Server,
    boss: simcord.MemberActor,
    texts: set[str],
    new_bot: NewBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    taken = discord.TextChannel.send

    async def sent_and_killed(*args: Any, **kwargs: Any) -> None:
        await taken(*args, **kwargs)
        server.env.bot.clock.stop()  # type: ignore[attr-defined]
        await asyncio.sleep(0)

    with monkeypatch.context() as meanwhile:
        meanwhile.setattr(discord.TextChannel, "send", sent_and_killed)
        await wait(server, DAY / 2 + 30)
    assert len(posted(server)) == 1
    await server.env.restart_bot(new_bot())
    await wait(server, DAY / 4)
    assert len(posted(server)) == 1


async def test_what_discord_took_without_saying_so_is_not_posted_twice(
    server: Server, boss: simcord.MemberActor, texts: set[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    taken = discord.TextChannel.send

    async def sent_but_failing(*args: Any, **kwargs: Any) -> None:
        await taken(*args, **kwargs)
        raise aiohttp.ServerDisconnectedError

    monkeypatch.setattr(discord.TextChannel, "send", sent_but_failing)
    await wait(server, DAY)
    assert len(posted(server)) == 1


async def test_a_stopped_schedule_has_no_next_time(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", time="8pm", zone="london", days="mon-fri")
    listed = await boss.slash(server.channel, "quotes list")
    assert listed.response is not None
    assert "weekdays at 20:00 (Europe/London) · any film · next <t:" in text(listed.response)
    told = await boss.slash(server.channel, "quotes stop", schedule=1)
    assert told.response is not None
    assert text(told.response).endswith("weekdays at 20:00 (Europe/London) · any film")


async def test_a_schedule_stopped_meanwhile_is_not_tried_again(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    server.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    await wait(server, DAY / 2 + 30)
    server.env.backend.faults.clear()
    await boss.slash(server.channel, "quotes stop", schedule=1)
    await wait(server, DAY)
    assert posted(server) == []


async def test_what_discord_does_not_take_all_day_is_given_up(
    server: Server, boss: simcord.MemberActor, texts: set[str], caplog: pytest.LogCaptureFixture
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    server.env.inject_error("POST", "/channels/*/messages", status=502, times=None)
    await wait(server, DAY)
    server.env.backend.faults.clear()
    assert "not today" in caplog.text
    await wait(server, DAY / 4)
    assert posted(server) == []


async def test_now_says_so_where_discord_does_not_take_it(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    server.env.inject_error("POST", "/channels/*/messages", status=500)
    told = await boss.slash(server.channel, "quotes now", schedule=1)
    assert told.response is not None
    assert "Try again in some minutes" in text(told.response)
    assert server.env.errors


async def test_a_passing_failure_of_discord_does_not_stop_a_schedule(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    server.env.inject_error("POST", "/channels/*/messages", status=500, times=None)
    await wait(server, DAY)
    server.env.backend.faults.clear()
    await wait(server, DAY)
    assert len(posted(server)) == 1


async def test_a_failure_when_a_quote_is_due_is_logged_and_the_clock_goes_on(
    server: Server,
    boss: simcord.MemberActor,
    texts: set[str],
    asking: Asking,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    with asking.servers.transaction() as connection:
        connection.execute("UPDATE schedule SET zone = 'Gone/Away'")
    await wait(server, DAY / 2 + 5 * 60)
    assert "could not be posted; trying again later" in caplog.text

    with asking.servers.transaction() as connection:
        connection.execute("UPDATE schedule SET zone = 'UTC'")
    await wait(server, DAY / 4)
    assert len(posted(server)) == 1


async def test_buttons_of_a_posted_quote_answer_each_member_alone(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    await wait(server, DAY)
    (message,) = server.channel.history(viewer=server.bob)

    copy = await server.bob.click(message, label="Another quote")

    assert copy.ephemeral
    assert len(posted(server)) == 2, "Bob sees his copy"
    assert len(server.channel.history(viewer=server.ann)) == 1


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"time": "soon", "zone": "UTC"}, "Give one such as 20:30, 8 pm or noon."),
        ({"time": "12:00", "zone": "Mars"}, "Give a city such as London"),
        ({"time": "12:00", "zone": "CST"}, "Did you mean America/Chicago"),
        ({**NOON, "days": "someday"}, "is no day that I can read. Give days such as"),
        ({**NOON, "film": "casablanca"}, "No film called"),
        ({"time": "12:00", "zone": "georgia"}, "Did you mean Asia/Tbilisi or America/New York?"),
        (
            {**NOON, "film": "harbour lights", "rating": 9},
            "No review of Harbour Lights (1999) that gives 9 of 10 or more has a sentence that can be quoted "
            "by itself. Try a rating of 7 or less, or another film.",
        ),
    ],
)
async def test_what_can_not_be_scheduled_is_said(
    server: Server,
    boss: simcord.MemberActor,
    texts: set[str],
    asking: Asking,
    given: dict[str, Any],
    sentence: str,
) -> None:
    told = await boss.slash(server.channel, "quotes schedule", **given)
    assert told.response is not None
    assert told.ephemeral
    assert sentence in text(told.response)
    assert server.env.errors
    assert schedules_of(asking.servers, server.env.guild.id) == []


async def test_zones_are_offered_while_they_are_typed(server: Server, boss: simcord.MemberActor) -> None:
    offered = await choices(boss, server.channel, "quotes schedule", "zone", "copen")
    assert offered == {"Europe/Copenhagen": "Europe/Copenhagen"}


async def test_days_are_offered_while_they_are_typed(server: Server, boss: simcord.MemberActor) -> None:
    assert set(await choices(boss, server.channel, "quotes schedule", "days", "we")) == {
        "weekdays",
        "weekends",
        "Wednesdays",
    }


async def test_nothing_is_scheduled_in_an_empty_library(server: Server, boss: simcord.MemberActor) -> None:
    told = await boss.slash(server.channel, "quotes schedule", **NOON)
    assert told.response is not None
    assert "The library holds no film yet." in text(told.response)
    assert server.env.errors


async def test_a_schedule_is_changed_in_place_and_keeps_what_it_has_posted(
    server: Server, boss: simcord.MemberActor, texts: set[str], asking: Asking
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    await wait(server, 2 * DAY)
    other = server.env.guild.create_text_channel("other")
    told = await boss.slash(
        server.channel,
        "quotes change",
        schedule=1,
        time="8 pm",
        film="harbour lights",
        channel=other,
        rating=7,
    )
    assert told.response is not None
    assert told.ephemeral
    line = text(told.response).split("\n")[0]
    assert line.startswith(
        f"Changed: <#{other.id}> · every day at 20:00 (UTC) · Harbour Lights (1999) · 7 of 10 or better ·"
    )
    await wait(server, 3 * DAY)
    (schedule,) = schedules_of(asking.servers, server.env.guild.id)
    assert schedule.id == 1
    there = [text(message) for message in other.history(viewer=server.bob)]
    assert len(posted(server)) == 2
    assert len(there) == 3
    assert len({*posted(server), *there}) == 5, "none twice"


async def test_a_schedule_is_widened_again(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON, film="harbour lights", rating=3, card=True)
    told = await boss.slash(
        server.channel, "quotes change", schedule=1, film="any film", rating=0, card=False, days="weekends"
    )
    assert told.response is not None
    assert "weekends at 12:00 (UTC) · any film · next" in text(told.response)
    assert "any film" in await choices(boss, server.channel, "quotes change", "film", "")


async def test_a_change_that_changes_nothing_or_leaves_no_quote_is_refused(
    server: Server, boss: simcord.MemberActor, texts: set[str], asking: Asking
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    before = schedules_of(asking.servers, server.env.guild.id)
    for given, sentence in (({}, "Give what is to change"), ({"rating": 10}, "Try a rating of 7 or less.")):
        told = await boss.slash(server.channel, "quotes change", schedule=1, **given)
        assert told.response is not None
        assert sentence in text(told.response)
    assert schedules_of(asking.servers, server.env.guild.id) == before
    assert server.env.errors


async def test_two_schedules_of_a_channel_do_not_repeat_each_other(
    server: Server, boss: simcord.MemberActor, texts: set[str]
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON)
    await boss.slash(server.channel, "quotes schedule", time="13:00", zone="UTC", film="harbour lights")
    await wait(server, 2 * DAY + 0.52 * DAY)
    assert len(posted(server)) == 5
    assert set(posted(server)) == texts
    await wait(server, 2 * DAY)
    assert len(posted(server)) == 9, "then they go on"


async def test_a_schedule_whose_quotes_have_gone_is_listed_so(
    server: Server, boss: simcord.MemberActor, texts: set[str], library: Library
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON, film="harbour lights")
    save(library, [make_review("z", film=HARBOUR_II, text="The inner harbour glows, and we were told so.")])
    remove_film(library, next(entry.id for entry in all_films(library) if entry.film == HARBOUR))
    listed = await boss.slash(server.channel, "quotes list")
    assert listed.response is not None
    assert "which is no longer in the library · next" in text(listed.response)
    assert text(listed.response).endswith("**nothing to post now**")


async def test_a_schedule_whose_film_was_removed_stops_and_says_so(
    server: Server, boss: simcord.MemberActor, texts: set[str], library: Library, asking: Asking
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON, film="harbour lights")
    save(library, [make_review("z", film=HARBOUR_II, text="The inner harbour glows, and we were told so.")])
    remove_film(library, next(entry.id for entry in all_films(library) if entry.film == HARBOUR))
    seen = await boss.slash(server.channel, "quotes preview", schedule=1)
    assert seen.response is not None
    assert f"{HARBOUR} is no longer in the library" in text(seen.response)

    await wait(server, DAY)

    assert posted(server) == []
    assert schedules_of(asking.servers, server.env.guild.id) == []
    told = boss.user.dm_channel.last_message
    assert told is not None
    assert "have stopped, because their film is no longer in the library" in text(told)
    assert f"every day at 12:00 (UTC) · {HARBOUR}" in text(told)


async def test_a_schedule_outlives_an_empty_library(
    server: Server, boss: simcord.MemberActor, texts: set[str], library: Library
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON, film="harbour lights")
    remove_film(library, all_films(library)[0].id)
    await wait(server, DAY)
    assert posted(server) == []
    save(library, [make_review("z", text="The inner harbour glows, and we were told so.")])
    await wait(server, DAY)
    assert len(posted(server)) == 1


@pytest.mark.parametrize("how", ["renamed", "merged"])
async def test_a_schedule_shows_its_film_by_the_name_of_now(
    server: Server, boss: simcord.MemberActor, texts: set[str], library: Library, how: str
) -> None:
    await boss.slash(server.channel, "quotes schedule", **NOON, film="harbour lights")
    (harbour,) = all_films(library)
    if how == "renamed":
        rename_film(library, harbour, Film("Havnelys", 1999))
    else:
        save(library, [make_review("z", film=Film("Havnelys", 1999))])
        merge_films(library, harbour, next(film for film in all_films(library) if film.id != harbour.id))

    listed = await boss.slash(server.channel, "quotes list")
    assert listed.response is not None
    assert "any film" not in text(listed.response)
    assert "12:00 (UTC) · Havnelys (1999) · next" in text(listed.response)
    await wait(server, DAY)
    assert len(posted(server)) == 1
