"""A schedule of quotes as it is shown: in a list, among choices, and in a message to whoever set it up."""

from __future__ import annotations

from collections.abc import Collection

import discord

from bot.discord_app.markup import inline
from bot.discord_app.server_settings import GONE
from bot.discord_app.timetable import Timetable
from bot.store.schedules import Schedule

ANY_FILM = "any film"
"""What a schedule without a film of its own posts from."""


def in_markup(schedule: Schedule, gone: Collection[str] = ()) -> str:
    """Where, when and what, as a line of markup; `gone` holds films that are in the library no more."""
    return f"<#{schedule.channel_id}> · {settings_in_markup(schedule, gone)}"


def settings_in_markup(schedule: Schedule, gone: Collection[str] = ()) -> str:
    """When and what, as a line of markup."""
    return " · ".join(
        inline(part, [part]) + GONE * (part == schedule.film and part in gone) for part in _settings(schedule)
    )


def next_time(schedule: Schedule) -> str:
    """When it posts next, in the time of whoever reads it."""
    return f"next {discord.utils.format_dt(schedule.next_at, 'F')}"


def in_a_line(client: discord.Client, schedule: Schedule) -> str:
    """The schedule as a choice."""
    channel = client.get_channel(schedule.channel_id)
    name = f"#{channel}" if channel else "a channel that is gone"
    return " · ".join([f"{schedule.id}: {name}", *_settings(schedule)])


def whereabouts(client: discord.Client, schedule: Schedule) -> str:
    """Channel and server by name, as markup for somebody who may be elsewhere: `#films of Film club`."""
    channel, server = client.get_channel(schedule.channel_id), client.get_guild(schedule.server_id)
    named = f"#{inline(str(channel), [str(channel)])}" if channel else "a channel"
    return f"{named} of {inline(server.name, [server.name])}" if server else named


def _settings(schedule: Schedule) -> list[str]:
    timetable = Timetable(schedule.minute, schedule.zone, schedule.days)
    return [
        str(timetable),
        schedule.film or ANY_FILM,
        *([f"{schedule.stars} of 10 or better"] if schedule.stars else []),
        *(["as a card"] if schedule.card else []),
    ]
