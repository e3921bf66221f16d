"""Where something is asked, and what was chosen there.

The choices of all servers are few and asked for at every message, so they are held in memory; each change is
written first and then read anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import discord

from bot.answers.place import Place
from bot.store.servers import Choices, Servers, all_choices, channel_films

NO_CHOICES = Choices()


@dataclass(frozen=True, slots=True)
class Where:
    """A channel on Discord. `channels` are its id and, for a thread, that of the channel it belongs to."""

    server: int | None
    channels: tuple[int, ...]

    @classmethod
    def of(cls, heard: discord.Interaction[Any] | discord.Message) -> Where:
        """Where an interaction or a message comes from."""
        channel = heard.channel
        ids = [] if channel is None else [channel.id]
        if isinstance(channel, discord.Thread):
            ids.append(channel.parent_id)
        return cls(heard.guild.id if heard.guild else None, tuple(ids))

    @property
    def channel(self) -> int | None:
        """The channel or thread itself."""
        return next(iter(self.channels), None)


@dataclass(slots=True)
class Places:
    """What was chosen in each server and channel, as it was last read."""

    _choices: Mapping[int, Choices] = field(default_factory=dict)
    _films: Mapping[int, str] = field(default_factory=dict)

    def read(self, servers: Servers) -> None:
        """Read all choices; to be called in a worker thread."""
        self._choices, self._films = all_choices(servers), channel_films(servers)

    def choices(self, server: int | None) -> Choices:
        """What the server chose."""
        return NO_CHOICES if server is None else self._choices.get(server, NO_CHOICES)

    def film(self, where: Where) -> str | None:
        """The film that is meant there when none is named."""
        return next((self._films[channel] for channel in where.channels if channel in self._films), None)

    def place(self, where: Where) -> Place:
        """The place as answers depend on it."""
        left_out = self.choices(where.server).spoilers_left_out
        return Place(self.film(where), spoilers_left_out=left_out, channel=where.channel)
