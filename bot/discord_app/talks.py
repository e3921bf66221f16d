"""What each member was answered last in each channel, for some minutes: `and the worst?` goes on from it."""

from __future__ import annotations

import datetime as dt
from collections import OrderedDict
from dataclasses import dataclass, field
from threading import Lock

import discord

from bot.answers.answer import Answer
from bot.answers.remembering import remember
from bot.discord_app.places import Where
from bot.questions.conversation import Conversation

KEPT_FOR = dt.timedelta(minutes=15)
_MOST = 1_000
"""Talks held at once; the one that is quiet for longest gives way."""


@dataclass(slots=True)
class Talks:
    """The talks under way, held in memory alone. Threads may share them."""

    _kept: OrderedDict[tuple[int, int | None], tuple[dt.datetime, Conversation]] = field(
        default_factory=OrderedDict
    )
    _lock: Lock = field(default_factory=Lock)

    def last(self, member: int, where: Where) -> Conversation | None:
        """What the member was answered last in the channel; None where that is too long ago."""
        with self._lock:
            when, conversation = self._kept.get((member, where.channel), (None, None))
        return conversation if when is not None and discord.utils.utcnow() - when <= KEPT_FOR else None

    def note(self, member: int, where: Where, answer: Answer) -> None:
        """Keep what the member was answered; small talk and what was not understood change nothing."""
        conversation = remember(answer, self.last(member, where))
        with self._lock:
            self._kept.pop((member, where.channel), None)
            if conversation is not None:
                self._kept[member, where.channel] = discord.utils.utcnow(), conversation
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)

    def forget(self, member: int) -> None:
        """End all talks of a member."""
        with self._lock:
            for key in [key for key in self._kept if key[0] == member]:
                del self._kept[key]
