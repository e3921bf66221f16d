"""`/quotes`: quotes that are posted by themselves, for those who may manage the server."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from typing import TypeAlias, cast

import discord
from discord import app_commands

from bot.answers.decks import DECKS
from bot.discord_app import autocomplete
from bot.discord_app.asking import Asking
from bot.discord_app.bot import Interaction
from bot.discord_app.limits import CHOICES
from bot.discord_app.markup import inline
from bot.discord_app.posting import post, preview
from bot.discord_app.rendering import note
from bot.discord_app.server_settings import GONE, check_manager
from bot.discord_app.timetable import (
    EVERY_DAY,
    Timetable,
    days_in_words,
    parse_days,
    parse_time,
)
from bot.discord_app.zones import parse_zone, zone_in_words, zones_like
from bot.errors import NotAllowedError, NotFoundError
from bot.store.schedules import Schedule, add_schedule, find_schedule, schedules_of, stop_schedule

Channel: TypeAlias = discord.TextChannel | discord.Thread
_MOST = 20
"""Schedules that one server may have."""

quotes = app_commands.Group(
    name="quotes",
    description="Quotes posted by themselves",
    default_permissions=discord.Permissions(manage_guild=True),
    allowed_contexts=app_commands.AppCommandContext(guild=True, dm_channel=False, private_channel=False),
    allowed_installs=app_commands.AppInstallationType(guild=True, user=False),
)


async def _zones(interaction: Interaction, typed: str) -> autocomplete.Choices:
    found = await interaction.client.asking.run(zones_like, typed, CHOICES)
    return [app_commands.Choice(name=zone_in_words(zone), value=zone) for zone in found]


async def _days(interaction: Interaction, typed: str) -> autocomplete.Choices:
    offered = ["every day", "weekdays", "weekends", *(days_in_words(frozenset((day,))) for day in range(7))]
    return [app_commands.Choice(name=name, value=name) for name in offered if typed.lower() in name.lower()]


async def _own_schedules(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    asking = interaction.client.asking
    own = await asking.run(schedules_of, asking.servers, cast("int", interaction.guild_id))
    choices = [app_commands.Choice(name=_in_a_line(interaction, item)[:100], value=item.id) for item in own]
    return [choice for choice in choices if str(typed).lower() in choice.name.lower()][:CHOICES]


@quotes.command(description="Post a quote at a time of day")
@app_commands.describe(
    time="Such as 20:30, 8 pm or noon",
    zone="A city such as London, a zone such as CET, or UTC+2",
    channel="Where; this channel if left out",
    days="Every day if left out; or weekdays, Mon-Fri, Monday and Thursday",
    film="From this film only",
    stars="Only from reviews of at least so many points of ten",
    card="Set the quote as a picture",
)
@app_commands.autocomplete(zone=_zones, days=_days, film=autocomplete.films)
async def schedule(
    interaction: Interaction,
    time: app_commands.Range[str, 1, 20],
    zone: app_commands.Range[str, 1, 60],
    channel: Channel | None = None,
    days: app_commands.Range[str, 1, 100] | None = None,
    film: app_commands.Range[str, 1, 200] | None = None,
    stars: app_commands.Range[int, 1, 10] | None = None,
    *,
    card: bool = False,
) -> None:
    """Keep a schedule, and show what it would post first."""
    check_manager(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    asking, server = interaction.client.asking, cast("int", interaction.guild_id)
    timetable = Timetable(
        parse_time(time), await asking.run(parse_zone, zone), EVERY_DAY if days is None else parse_days(days)
    )
    if len(await asking.run(schedules_of, asking.servers, server)) >= _MOST:
        raise NotAllowedError(f"This server has {_MOST} schedules already. Stop one with /quotes stop first.")
    new = Schedule(
        id=0,
        server_id=server,
        channel_id=_open_channel(interaction, channel),
        made_by=interaction.user.id,
        film=None if film is None else await asking.run(asking.film_named, film),
        stars=stars,
        card=card,
        minute=timetable.minute,
        zone=timetable.zone,
        days=timetable.days,
        deck=secrets.randbelow(DECKS),
        position=0,
        next_at=timetable.next_after(discord.utils.utcnow()),
    )
    added = await asking.run(add_schedule, asking.servers, new)
    interaction.client.clock.set()
    await interaction.edit_original_response(
        view=note([f"Scheduled: {_in_markup(added)} · {_next(added)}", "It begins so:"]).view
    )
    first = await asking.run(preview, asking, added)
    await interaction.followup.send(view=first.view, files=first.files(), ephemeral=True)


@quotes.command(name="preview", description="See what a schedule would post next, privately")
@app_commands.describe(schedule="Which one")
@app_commands.autocomplete(schedule=_own_schedules)
async def preview_(interaction: Interaction, schedule: int) -> None:
    """Show the next quote."""
    check_manager(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    asking = interaction.client.asking
    message = await asking.run(preview, asking, await _own(interaction, schedule))
    await interaction.edit_original_response(view=message.view, attachments=message.files())


@quotes.command(name="list", description="The schedules of this server")
async def list_(interaction: Interaction) -> None:
    """List the schedules."""
    check_manager(interaction)
    asking = interaction.client.asking
    own = await asking.run(schedules_of, asking.servers, cast("int", interaction.guild_id))
    gone = await asking.run(_gone, asking, own)
    lines = [f"**{item.id}** {_in_markup(item, gone)} · {_next(item)}" for item in own]
    told = note(lines or ["No quotes are scheduled here. /quotes schedule sets some up."])
    await interaction.response.send_message(view=told.view, ephemeral=True)


@quotes.command(description="Post a schedule's next quote now")
@app_commands.describe(schedule="Which one")
@app_commands.autocomplete(schedule=_own_schedules)
async def now(interaction: Interaction, schedule: int) -> None:
    """Post out of turn."""
    check_manager(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    own = await _own(interaction, schedule)
    posted = await post(interaction.client, own)
    told = f"Posted in <#{own.channel_id}>." if posted else "There was nothing that could be posted there."
    await interaction.edit_original_response(view=note([told]).view)


@quotes.command(description="Post a schedule's quotes no more")
@app_commands.describe(schedule="Which one")
@app_commands.autocomplete(schedule=_own_schedules)
async def stop(interaction: Interaction, schedule: int) -> None:
    """Stop a schedule."""
    check_manager(interaction)
    own = await _own(interaction, schedule)
    await interaction.client.asking.run(stop_schedule, interaction.client.asking.servers, own.id)
    interaction.client.clock.set()
    await interaction.response.send_message(view=note([f"Stopped: {_in_markup(own)}"]).view, ephemeral=True)


def _open_channel(interaction: Interaction, channel: Channel | None) -> int:
    """The id of the channel meant; raises NotAllowedError where we may not post."""
    if channel is None or channel.guild.me is None:
        allowed, target = interaction.app_permissions, cast("int", interaction.channel_id)
    else:
        allowed, target = channel.permissions_for(channel.guild.me), channel.id
    in_thread = isinstance(channel or interaction.channel, discord.Thread)
    may_send = allowed.send_messages_in_threads if in_thread else allowed.send_messages
    if not (allowed.view_channel and may_send and allowed.attach_files):
        raise NotAllowedError(
            "I may not post there. Allow me to view the channel, send messages and attach files."
        )
    return target


async def _own(interaction: Interaction, schedule_id: int) -> Schedule:
    asking = interaction.client.asking
    found = await asking.run(find_schedule, asking.servers, cast("int", interaction.guild_id), schedule_id)
    if found is None:
        raise NotFoundError("This server has no such schedule. /quotes list shows those it has.")
    return found


def _parts(schedule: Schedule) -> list[str]:
    timetable = Timetable(schedule.minute, schedule.zone, schedule.days)
    return [
        str(timetable),
        schedule.film or "any film",
        *([f"{schedule.stars} of 10 or better"] if schedule.stars else []),
        *(["as a card"] if schedule.card else []),
    ]


def _gone(asking: Asking, schedules: Iterable[Schedule]) -> frozenset[str]:
    """The films of schedules that are in the library no more."""
    return frozenset(item.film for item in schedules if item.film and asking.is_gone(item.film))


def _in_markup(schedule: Schedule, gone: frozenset[str] = frozenset()) -> str:
    parts = [
        inline(part, [part]) + GONE * (part == schedule.film and part in gone) for part in _parts(schedule)
    ]
    return " · ".join([f"<#{schedule.channel_id}>", *parts])


def _next(schedule: Schedule) -> str:
    return f"next {discord.utils.format_dt(schedule.next_at, 'F')}"


def _in_a_line(interaction: Interaction, schedule: Schedule) -> str:
    channel = interaction.client.get_channel(schedule.channel_id)
    name = f"#{channel}" if channel else "a channel that is gone"
    return " · ".join([f"{schedule.id}: {name}", *_parts(schedule)])
