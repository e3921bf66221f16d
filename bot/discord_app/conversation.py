"""What members type: a mention, a reply, a direct message, a command with a prefix; read as in the terminal.

Mentions, replies that ping us, and direct messages come with their text always; other messages only where the
application may read them, and then a command needs the server's prefix and one of our words behind it.
"""

from __future__ import annotations

import asyncio
import logging
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

import discord

from bot.discord_app.asking import Asker, RepliedTo, Reply
from bot.discord_app.bot import Bot
from bot.discord_app.pace import too_quick
from bot.discord_app.places import Where
from bot.discord_app.recalling import traces
from bot.discord_app.rendering import say
from bot.discord_app.showing import PATIENCE, sentence_for
from bot.questions.commands import COMMANDS

log = logging.getLogger("pullquote")

_WORD = re.compile(r"\w+")
_ASK = re.compile(r"ask\b\s*(?P<question>.*)", re.IGNORECASE | re.DOTALL)
_HOW_SEEN = re.compile(
    r"(?:^|\s)(?:--|—|–)(?P<how>private|public)\b(?:[:=]?\s*(?:true|yes)\b)?", re.IGNORECASE
)
_SLASH_ONLY = re.compile(
    r"(?P<command>(?:settings|privacy)(?=\W*\Z)|quotes (?:schedule|change|preview|list|now|stop)\b"
    r"|library (?:import|undo(?:-change)?|remove|merge|rename)\b)",
    re.IGNORECASE,
)
_ASKING = frozenset(
    """who whose what which how why where when is are was were does do did has have can could should would
    will tell show give find get""".split()
)
_CALLS = frozenset("hey hi hello yo ok okay so please pls dear".split())
"""What people put in front of our name and what they ask."""

_GREETING = "hello"
"""What a message is taken for that only speaks of us."""

_LONG_DASH = re.compile(
    r"(?<!\S)—(?=(?:film|other|order|about|stars|rating|year|reviewer|name|page|spoilers|words)\b)",
    re.IGNORECASE,
)
"""What phones make of the two dashes in front of an option."""

_UNABLE = "🔇"
"""Set under a question where we may neither speak in the channel nor write to whoever asked."""
_SENT = "The answer is in your direct messages."
_CLOSED = (
    "I may not write to you directly. Allow direct messages from this server, or ask with a slash command."
)


_UNSEEN = (
    "Discord doesn't show me what you reply to an answer of a slash command or button. "
    "Mention me in it: @{name} and the lowest?"
)


Otherwise: TypeAlias = Callable[[Bot, discord.Message, Reply], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Heard:
    """What somebody asks us in a message. `private` is None where they don't say who may see the answer."""

    words: str
    private: bool | None = None

    @classmethod
    def of(cls, typed: str) -> Heard:
        """Take apart what was typed: `--private` stands anywhere, and `ask` may stand in front of words."""
        seen = _HOW_SEEN.search(typed)
        words = _LONG_DASH.sub("--", _HOW_SEEN.sub(" ", typed)).strip()
        if (asked := _ASK.fullmatch(words)) and asked["question"]:
            words = asked["question"].strip()
            words = words[1:-1] if words[:1] + words[-1:] in ('""', "“”") and len(words) > 1 else words
        return cls(words or "help", None if seen is None else seen["how"].lower() == "private")


async def hear(client: Bot, message: discord.Message) -> None:
    """Answer a message that is meant for us; stay silent to any other."""
    typed = None if message.author.bot else words_for_us(client, message)
    if typed is None:
        return
    heard = Heard.of(typed)
    wait = client.pace.seconds_to_wait(message.author.id, message.created_at.timestamp())
    try:
        answer = _saying(too_quick(wait)) if wait else await _asked(client, message, heard.words)
    except Exception as error:  # noqa: BLE001 - the border to Discord, where failures end
        answer = _saying(sentence_for(error))
    if message.guild is None or not _is_private(client, message.guild, heard):
        await _reply(client, message, answer, otherwise=_answer_otherwise)
    elif await _sent_directly(client, message, answer):
        await _reply(client, message, _saying(_SENT))
    else:
        await _reply(client, message, _saying(_CLOSED), otherwise=_react)


def _saying(sentence: str) -> Reply:
    return Reply(say(sentence), found=False)


def words_for_us(client: Bot, message: discord.Message) -> str | None:
    """The question in the message, None where it isn't meant for us."""
    text = message.content
    if client.user is not None and any(client.user.id == user.id for user in message.mentions):
        parts = [part.strip() for part in re.split(rf"<@!?{client.user.id}>", text)]
        if _CALLS.issuperset(_WORD.findall(parts[0].lower())) and any(parts[1:]):
            parts[0] = ""
        return _GREETING if _speaks_of_us(parts) else " ".join(parts).strip() or "help"
    prefix = client.prefix_of(message)
    if message.guild is None:
        return text.removeprefix(prefix).strip() or None
    command = text.removeprefix(prefix).lstrip() if text.startswith(prefix) else ""
    word = _WORD.match(command)
    known = word and (word.group().lower() in COMMANDS or _ASK.match(command) or _SLASH_ONLY.match(command))
    return command if known else None


def _speaks_of_us(parts: list[str]) -> bool:
    """Whether a mention in the middle asks nothing: `I asked @Pullquote yesterday`."""
    words = {word.lower() for part in parts for word in _WORD.findall(part)}
    between = len(parts) == 2 and all(parts)
    return between and "?" not in parts[1] and words.isdisjoint(COMMANDS.keys() | _ASKING)


def _is_private(client: Bot, server: discord.Guild, heard: Heard) -> bool:
    return client.asking.places.choices(server.id).private if heard.private is None else heard.private


async def _sent_directly(client: Bot, message: discord.Message, answer: Reply) -> bool:
    """Send the answer to the one who asked alone; False where they don't take it."""
    laid_out = answer.message
    try:
        sent = await message.author.send(view=laid_out.view, files=laid_out.files())
    except discord.HTTPException as refusal:
        log.info("Could not write to member %s: %s", message.author.id, refusal)
        return False
    client.asking.shown(sent.id, answer)
    return True


async def _asked(client: Bot, message: discord.Message, words: str) -> Reply:
    if command := _SLASH_ONLY.match(words):
        return _saying(f"That is a slash command: type /{command['command'].lower()}.")
    to = _replied_to(client, message)
    if to is not None and not message.content and client.user is not None:
        return _saying(_UNSEEN.format(name=client.user.display_name))
    asker = Asker(message.author.id, Where.of(message))
    work = asyncio.ensure_future(client.asking.ask_in_words(words, asker, to))
    await asyncio.wait({work}, timeout=PATIENCE)
    if not work.done():
        await message.channel.typing()
    return await work


def _replied_to(client: Bot, message: discord.Message) -> RepliedTo | None:
    """The message of ours that this one replies to, whoever it answered."""
    reference = message.reference
    answered = None if reference is None else reference.resolved
    if not isinstance(answered, discord.Message) or client.user is None:
        return None
    return RepliedTo(answered.id, traces(answered)) if answered.author.id == client.user.id else None


async def _reply(
    client: Bot, message: discord.Message, answer: Reply, otherwise: Otherwise | None = None
) -> None:
    """Reply in the channel; where we may not speak there, do what is left to do `otherwise`."""
    laid_out = answer.message
    try:
        sent = await message.reply(view=laid_out.view, files=laid_out.files(), mention_author=False)
        client.asking.shown(sent.id, answer)
    except discord.Forbidden:
        log.info("May not speak in channel %s, where somebody asked.", message.channel.id)
        if otherwise is not None and message.guild is not None:
            await otherwise(client, message, answer)
    except discord.HTTPException as refusal:
        # The message may be gone by now, and with it what a reply would refer to.
        log.info("Could not reply in channel %s: %s", message.channel.id, refusal)


async def _answer_otherwise(client: Bot, message: discord.Message, answer: Reply) -> None:
    if not await _sent_directly(client, message, answer):
        await _react(client, message, answer)


async def _react(_client: Bot, message: discord.Message, _answer: Reply) -> None:
    try:
        await message.add_reaction(_UNABLE)
    except discord.HTTPException as refusal:
        log.info("Nor may we react in channel %s: %s", message.channel.id, refusal)
