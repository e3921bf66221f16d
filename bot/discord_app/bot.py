"""The bot as its commands, buttons and clock know it: what it holds, and nothing of what it offers."""

from __future__ import annotations

from collections import deque
from typing import Protocol, TypeAlias

import discord

from bot.discord_app.asking import Asking
from bot.discord_app.pace import Pace
from bot.discord_app.uploads import Uploads
from bot.settings import Settings
from bot.store.library import Library

_DIALOGS = 1_000
"""Dialogs that are remembered to have been opened since the start."""


class AlarmClock(Protocol):
    """What waits for the times at which something is to be done."""

    def set(self) -> None:
        """Look at the times anew."""

    def stop(self) -> None:
        """Wait no longer."""


class Bot(discord.Client):
    """A connection to Discord with the library and the servers' choices behind it.

    `message_content` says whether the application may read messages that don't mention the bot, which
    commands with a prefix need; everything else works without.
    """

    clock: AlarmClock

    def __init__(
        self, asking: Asking, library: Library, settings: Settings, *, message_content: bool
    ) -> None:
        intents = discord.Intents(guilds=True, guild_messages=True, dm_messages=True)
        intents.message_content = message_content
        super().__init__(
            intents=intents,
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.asking, self.settings, self.pace = asking, settings, Pace()
        self.library, self.uploads = library, Uploads()
        self.dialogs: deque[str] = deque(maxlen=_DIALOGS)

    def prefix_of(self, message: discord.Message) -> str:
        """What typed commands begin with where the message stands."""
        server = message.guild.id if message.guild else None
        return self.asking.places.choices(server).prefix or self.settings.prefix


Interaction: TypeAlias = discord.Interaction[Bot]
"""What a member does with the bot: a command, a press, a choice."""
