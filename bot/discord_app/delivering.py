"""A scheduled quote brought into its channel: once more where Discord fails, and never twice.

Discord may have taken a message and failed to say so. Hence each message bears a mark by which Discord knows
it again for some minutes, and before a later try we look for the message in the channel.
"""

from __future__ import annotations

import datetime as dt
import logging
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

import aiohttp
import discord

from bot.discord_app.bot import Bot
from bot.discord_app.rendering import Message
from bot.errors import DiscordError
from bot.store.schedules import Schedule

log = logging.getLogger("pullquote")

CLOSED = (discord.NotFound, discord.Forbidden)
"""What Discord says of a channel that is gone or closed to us."""

_PAUSES = (1, 5, 15)
_LONGEST_PAUSE = 60
"""Minutes between two tries: these at first, then always the longest."""

_LOOKED_THROUGH = 50
"""Messages since the first try among which ours is looked for."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """A quote on its way: `begun` is when it was first tried, `due` when it is to be tried next."""

    schedule: Schedule
    message: Message
    begun: dt.datetime
    due: dt.datetime
    tries: int = 0

    @classmethod
    def of(cls, schedule: Schedule, message: Message) -> Delivery:
        """A quote that is to be sent now."""
        now = discord.utils.utcnow()
        return cls(schedule, message, begun=now, due=now)

    def put_off(self) -> Delivery | None:
        """The same to be tried later, None where its day is over by then."""
        pause = _PAUSES[self.tries] if self.tries < len(_PAUSES) else _LONGEST_PAUSE
        due, zone = discord.utils.utcnow() + dt.timedelta(minutes=pause), ZoneInfo(self.schedule.zone)
        if due.astimezone(zone).date() != self.begun.astimezone(zone).date():
            return None
        return replace(self, due=due, tries=self.tries + 1)


async def send(client: Bot, delivery: Delivery) -> None:
    """Send the quote, unless an earlier try did.

    Raises DiscordError for a failure that a later try may not meet, and what `CLOSED` names.
    """
    try:
        await _send(client, delivery)
    except (discord.HTTPException, discord.RateLimited, aiohttp.ClientError, OSError) as failure:
        if isinstance(failure, discord.HTTPException) and failure.status < 500 and failure.status != 429:
            raise
        raise DiscordError("Discord doesn't take the quote just now. Try again in some minutes.") from failure


async def _send(client: Bot, delivery: Delivery) -> None:
    channel_id = delivery.schedule.channel_id
    channel = client.get_channel(channel_id) or await client.fetch_channel(channel_id)
    if not isinstance(channel, discord.abc.Messageable):
        return
    if delivery.tries and await _is_there(client, channel, delivery):
        log.info("The quote of schedule %s had come through.", delivery.schedule.id)
        return
    message = delivery.message
    mark = f"{delivery.schedule.id}-{delivery.begun.timestamp():.0f}"
    await channel.send(view=message.view, files=message.files(), nonce=mark)


async def _is_there(client: Bot, channel: discord.abc.Messageable, delivery: Delivery) -> bool:
    """Whether a message of ours since the first try has the quote's buttons; they name quote and place."""
    wanted = _custom_ids(delivery.message.view.to_components())  # type: ignore[no-untyped-call]
    since = delivery.begun - dt.timedelta(minutes=1)
    async for message in channel.history(limit=_LOOKED_THROUGH, after=since):
        shown = [dict(component.to_dict()) for component in message.components]
        if client.user is not None and message.author.id == client.user.id and _custom_ids(shown) == wanted:
            return True
    return False


def _custom_ids(components: list[dict[str, Any]]) -> set[str]:
    found = {str(component["custom_id"]) for component in components if "custom_id" in component}
    return found.union(*(_custom_ids(component.get("components", [])) for component in components))
