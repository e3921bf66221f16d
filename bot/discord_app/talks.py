"""What each member was answered last in each channel, and what our messages show: both for some minutes.

`and the worst?` goes on from the one, a reply to a message of ours from the other, whoever asked for it.
"""

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
_MOST = 2_000
"""Talks and messages held at once; the one that is quiet for longest gives way."""


@dataclass(frozen=True, slots=True)
class _Channel:
    member: int
    channel: int | None


@dataclass(frozen=True, slots=True)
class _Message:
    id: int


@dataclass(frozen=True, slots=True)
class _Kept:
    when: dt.datetime
    member: int
    conversation: Conversation


@dataclass(slots=True)
class Talks:
    """The talks under way, held in memory alone. Threads may share them."""

    _kept: OrderedDict[_Channel | _Message, _Kept] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def last(self, member: int, where: Where) -> Conversation | None:
        """What the member was answered last in the channel; None where that is too long ago."""
        return self._find(_Channel(member, where.channel))

    def under(self, message: int) -> Conversation | None:
        """What the message shows, None where it was sent too long ago."""
        return self._find(_Message(message))

    def note(
        self, member: int, where: Where, answer: Answer, before: Conversation | None = None
    ) -> Conversation | None:
        """Keep what the member was answered, and give it; small talk and what was not read change nothing.

        `before` is what the question leant on, where that isn't the member's last answer.
        """
        conversation = remember(answer, before or self.last(member, where))
        self._keep(_Channel(member, where.channel), member, conversation)
        return conversation

    def show(self, message: int, member: int, conversation: Conversation | None) -> None:
        """Keep what a message of ours shows since the member asked for it."""
        self._keep(_Message(message), member, conversation)

    def forget(self, member: int) -> None:
        """End all talks of a member, and forget what messages they asked for."""
        with self._lock:
            for key in [key for key, kept in self._kept.items() if kept.member == member]:
                del self._kept[key]

    def _find(self, key: _Channel | _Message) -> Conversation | None:
        with self._lock:
            kept = self._kept.get(key)
        is_young = kept is not None and discord.utils.utcnow() - kept.when <= KEPT_FOR
        return kept.conversation if kept is not None and is_young else None

    def _keep(self, key: _Channel | _Message, member: int, conversation: Conversation | None) -> None:
        with self._lock:
            self._kept.pop(key, None)
            if conversation is not None:
                self._kept[key] = _Kept(discord.utils.utcnow(), member, conversation)
            if len(self._kept) > _MOST:
                self._kept.popitem(last=False)
