"""A scheduled quote brought into its channel: once more where Discord fails, and never twice.

Discord may have taken a message and failed to say so. Hence each message bears a mark by which Discord knows
it again for some minutes, and before a later try we look for the message in the channel.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import discord

from bot.discord_app.bot import Bot
from bot.discord_app.rendering import Message
from bot.errors import DiscordError
from bot.store.deliveries import Delivery
from bot.store.schedules import Schedule

log = logging.getLogger("pullquote")

CLOSED = (discord.NotFound, discord.Forbidden)
"""What Discord says of a channel that is gone or closed to us."""

_PAUSES = (1, 5, 15)
_LONGEST_PAUSE = 60
"""Minutes between two tries: these at first, then always the longest."""

_LOOKED_THROUGH = 50
"""Messages since the first try among which ours is looked for."""


def first_try(schedule: Schedule) -> Delivery:
    """A quote that is to be sent now; the schedule's deck and position name it."""
    now = discord.utils.utcnow()
    return Delivery(schedule, begun=now, again_at=_again_at(schedule, now, 0), tries=1)


def next_try(delivery: Delivery) -> Delivery | None:
    """The same quote to be sent once more, None where its day is over."""
    if not _same_day(delivery.schedule, delivery.begun, discord.utils.utcnow()):
        return None
    again_at = _again_at(delivery.schedule, delivery.begun, delivery.tries)
    return replace(delivery, again_at=again_at, tries=delivery.tries + 1)


def _again_at(schedule: Schedule, begun: dt.datetime, tries: int) -> dt.datetime | None:
    """When to try again should the try after so many fail, None where the day is over by then."""
    pause = _PAUSES[tries] if tries < len(_PAUSES) else _LONGEST_PAUSE
    due = discord.utils.utcnow() + dt.timedelta(minutes=pause)
    return due if _same_day(schedule, begun, due) else None


def _same_day(schedule: Schedule, one: dt.datetime, other: dt.datetime) -> bool:
    zone = ZoneInfo(schedule.zone)
    return one.astimezone(zone).date() == other.astimezone(zone).date()


async def send(client: Bot, delivery: Delivery, message: Message) -> None:
    """Send the quote, unless an earlier try did.

    Raises DiscordError for a failure that a later try may not meet, and what `CLOSED` names.
    """
    try:
        await _send(client, delivery, message)
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as failure:
        if isinstance(failure, discord.HTTPException) and failure.status < 500 and failure.status != 429:
            raise
        raise DiscordError("Discord doesn't take the quote just now. Try again in some minutes.") from failure


async def _send(client: Bot, delivery: Delivery, message: Message) -> None:
    channel_id = delivery.schedule.channel_id
    channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
    if not isinstance(channel, discord.abc.Messageable):
        return
    if delivery.tries > 1 and await _is_there(client, channel, delivery, message):
        log.info("The quote of schedule %s had come through.", delivery.schedule.id)
        return
    mark = f"{delivery.schedule.id}-{delivery.begun.timestamp():.0f}"
    await channel.send(view=message.view, files=message.files(), nonce=mark)


async def _is_there(
    client: Bot, channel: discord.abc.Messageable, delivery: Delivery, message: Message
) -> bool:
    """Whether a message of ours since the first try has the quote's buttons; they name quote and place."""
    wanted = _custom_ids(message.view.to_components())  # type: ignore[no-untyped-call]
    since = delivery.begun - dt.timedelta(minutes=1)
    async for earlier in channel.history(limit=_LOOKED_THROUGH, after=since):
        shown = [dict(component.to_dict()) for component in earlier.components]
        if client.user is not None and earlier.author.id == client.user.id and _custom_ids(shown) == wanted:
            return True
    return False


def _custom_ids(components: list[dict[str, Any]]) -> set[str]:
    found = {str(component["custom_id"]) for component in components if "custom_id" in component}
    return found.union(*(_custom_ids(component.get("components", [])) for component in components))
