"""`/quotes`: quotes that are posted by themselves, for those who may manage the server."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias, cast

import discord
from discord import app_commands

from bot.answers.decks import DECKS
from bot.discord_app import autocomplete
from bot.discord_app.asking import Asking
from bot.discord_app.bot import Interaction
from bot.discord_app.limits import CHOICES
from bot.discord_app.posting import check_has_quotes, has_quotes, post, preview, timed, with_film_of_now
from bot.discord_app.rendering import note
from bot.discord_app.schedule_words import ANY_FILM, in_a_line, in_markup, next_time
from bot.discord_app.server_settings import check_manager
from bot.discord_app.timetable import EVERY_DAY, days_in_words, parse_days, parse_time
from bot.discord_app.zones import parse_zone, zone_in_words, zones_like
from bot.errors import NotAllowedError, NotFoundError, SettingsError
from bot.language.folding import folded
from bot.store.schedules import (
    Schedule,
    add_schedule,
    change_schedule,
    find_schedule,
    schedules_of,
    stop_schedule,
)

Channel: TypeAlias = discord.TextChannel | discord.Thread
Time = app_commands.Range[str, 1, 20]
Zone = app_commands.Range[str, 1, 60]
Days = app_commands.Range[str, 1, 100]
Name = app_commands.Range[str, 1, 200]

_ANY = frozenset({ANY_FILM, "any", "any films", "all films", "every film", "all of them"})
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


async def _films_or_any(interaction: Interaction, typed: str) -> autocomplete.Choices:
    any_film = [] if typed.strip() else [app_commands.Choice(name=ANY_FILM, value=ANY_FILM)]
    return [*any_film, *await autocomplete.films(interaction, typed)][:CHOICES]


async def _own_schedules(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    asking = interaction.client.asking
    own = await asking.run(_schedules, asking, cast("int", interaction.guild_id))
    choices = [
        app_commands.Choice(name=in_a_line(interaction.client, item)[:100], value=item.id) for item in own
    ]
    return [choice for choice in choices if str(typed).lower() in choice.name.lower()][:CHOICES]


_SETTINGS = {
    "time": "Such as 20:30, 8 pm or noon",
    "zone": "A city such as London, a zone such as CET, or UTC+2",
    "channel": "Where; this channel if left out",
    "days": "Every day if left out; or weekdays, Mon-Fri, Monday and Thursday",
    "film": "From this film only",
    "stars": "Only from reviews of at least so many points of ten",
    "card": "Set the quote as a picture",
}


@quotes.command(description="Post a quote at a time of day")
@app_commands.rename(stars="rating")
@app_commands.describe(**_SETTINGS)
@app_commands.autocomplete(zone=_zones, days=_days, film=autocomplete.films)
async def schedule(
    interaction: Interaction,
    time: Time,
    zone: Zone,
    channel: Channel | None = None,
    days: Days | None = None,
    film: Name | None = None,
    stars: app_commands.Range[int, 1, 10] | None = None,
    *,
    card: bool = False,
) -> None:
    """Keep a schedule, and show what it would post first."""
    check_manager(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    asking, server = interaction.client.asking, cast("int", interaction.guild_id)
    if len(await asking.run(schedules_of, asking.servers, server)) >= _MOST:
        raise NotAllowedError(f"This server has {_MOST} schedules already. Stop one with /quotes stop first.")
    new = Schedule(
        id=0,
        server_id=server,
        channel_id=_open_channel(interaction, channel),
        made_by=interaction.user.id,
        film=await _film(asking, film),
        stars=stars,
        card=card,
        minute=parse_time(time),
        zone=await asking.run(parse_zone, zone),
        days=EVERY_DAY if days is None else parse_days(days),
        deck=secrets.randbelow(DECKS),
        position=0,
        next_at=discord.utils.utcnow(),
    )
    await asking.run(check_has_quotes, asking, new)
    added = await asking.run(add_schedule, asking.servers, timed(new))
    await _show(interaction, added, "Scheduled", "It begins so:")


@quotes.command(description="Change a schedule; what you leave out stays as it is")
@app_commands.rename(stars="rating")
@app_commands.describe(
    schedule="Which one",
    **_SETTINGS
    | {
        "channel": "Where",
        "days": "Such as every day, weekdays, Mon-Fri, Monday and Thursday",
        "film": "From this film only, or any film",
        "stars": "Only from reviews of at least so many points of ten; 0 for any review",
    },
)
@app_commands.autocomplete(schedule=_own_schedules)
@app_commands.autocomplete(zone=_zones, days=_days, film=_films_or_any)
async def change(
    interaction: Interaction,
    schedule: int,
    time: Time | None = None,
    zone: Zone | None = None,
    channel: Channel | None = None,
    days: Days | None = None,
    film: Name | None = None,
    stars: app_commands.Range[int, 0, 10] | None = None,
    *,
    card: bool | None = None,
) -> None:
    """Change what is given, and show what would be posted next. What has been posted isn't forgotten."""
    check_manager(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    asking, old = interaction.client.asking, await _own(interaction, schedule)
    given = (time, zone, channel, days, film, stars, card)
    if all(value is None for value in given):
        raise SettingsError("Give what is to change: a time, zone, channel, days, film, rating or card.")
    new = replace(
        old,
        channel_id=old.channel_id if channel is None else _open_channel(interaction, channel),
        film=old.film if film is None else await _film(asking, film),
        stars=old.stars if stars is None else stars or None,
        card=old.card if card is None else card,
        minute=old.minute if time is None else parse_time(time),
        zone=old.zone if zone is None else await asking.run(parse_zone, zone),
        days=old.days if days is None else parse_days(days),
    )
    await asking.run(check_has_quotes, asking, new)
    await asking.run(change_schedule, asking.servers, timed(new))
    await _show(interaction, timed(new), "Changed", "It goes on so:")


async def _show(interaction: Interaction, schedule: Schedule, done: str, goes_on: str) -> None:
    asking = interaction.client.asking
    interaction.client.clock.set()
    told = note([f"{done}: {in_markup(schedule)} · {next_time(schedule)}", goes_on])
    await interaction.edit_original_response(view=told.view)
    first = await asking.run(preview, asking, schedule)
    await interaction.followup.send(view=first.view, files=first.files(), ephemeral=True)


async def _film(asking: Asking, name: str | None) -> str | None:
    """The film that is named, None for any; raises FilmError as the desk does."""
    return None if name is None or folded(name) in _ANY else await asking.run(asking.film_named, name)


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
    own = await asking.run(_schedules, asking, cast("int", interaction.guild_id))
    gone, empty = await asking.run(_gone, asking, own), await asking.run(_without_quotes, asking, own)
    lines = [
        f"**{item.id}** {in_markup(item, gone)} · {next_time(item)}" + _NOTHING_NOW * (item.id in empty)
        for item in own
    ]
    told = note(lines or ["No quotes are scheduled here. /quotes schedule sets some up."])
    await interaction.response.send_message(view=told.view, ephemeral=True)


@quotes.command(description="Post a schedule's next quote now")
@app_commands.describe(schedule="Which one")
@app_commands.autocomplete(schedule=_own_schedules)
async def now(interaction: Interaction, schedule: int) -> None:
    """Post out of turn."""
    check_manager(interaction)
    await interaction.response.defer(ephemeral=True, thinking=True)
    asking, own = interaction.client.asking, await _own(interaction, schedule)
    await asking.run(check_has_quotes, asking, own)
    posted = await post(interaction.client, own)
    told = (
        f"Posted in <#{own.channel_id}>." if posted else f"Stopped, as I may not post in <#{own.channel_id}>."
    )
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
    await interaction.response.send_message(view=note([f"Stopped: {in_markup(own)}"]).view, ephemeral=True)


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
    return await asking.run(with_film_of_now, asking, found)


def _schedules(asking: Asking, server: int) -> list[Schedule]:
    """The server's schedules, their films as they are called by now."""
    return [with_film_of_now(asking, item) for item in schedules_of(asking.servers, server)]


def _gone(asking: Asking, schedules: Iterable[Schedule]) -> frozenset[str]:
    """The films of schedules that are in the library no more."""
    return frozenset(item.film for item in schedules if item.film and asking.is_gone(item.film))


def _without_quotes(asking: Asking, schedules: Iterable[Schedule]) -> frozenset[int]:
    """The ids of schedules for which the library holds no quote now."""
    return frozenset(item.id for item in schedules if not has_quotes(asking, item))


_NOTHING_NOW = " · **nothing to post now**"
