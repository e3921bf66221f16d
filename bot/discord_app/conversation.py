"""What members type: a mention, a direct message, a command with a prefix. It is read as in the terminal.

Mentions and direct messages come with their text always; other messages only where the application may read
them, and then a command needs the server's prefix and one of our words behind it.
"""

from __future__ import annotations

import asyncio
import logging
import re

import discord

from bot.discord_app.asking import Asker, Reply
from bot.discord_app.bot import Bot
from bot.discord_app.pace import too_quick
from bot.discord_app.places import Where
from bot.discord_app.rendering import Message, say
from bot.discord_app.showing import PATIENCE, sentence_for
from bot.questions.commands import COMMANDS

log = logging.getLogger("pullquote")

_WORD = re.compile(r"\w+")


async def hear(client: Bot, message: discord.Message) -> None:
    """Answer a message that is meant for us; stay silent to any other."""
    words = None if message.author.bot else words_for_us(client, message)
    if words is None:
        return
    wait = client.pace.seconds_to_wait(message.author.id, message.created_at.timestamp())
    try:
        answer = say(too_quick(wait)) if wait else (await _asked(client, message, words)).message
    except Exception as error:  # noqa: BLE001 - the border to Discord, where failures end
        answer = say(sentence_for(error))
    await _reply(message, answer)


def words_for_us(client: Bot, message: discord.Message) -> str | None:
    """The question in the message, None where it isn't meant for us."""
    text = message.content
    if client.user is not None and client.user.id in message.raw_mentions:
        return re.sub(rf"<@!?{client.user.id}>", " ", text).strip() or "help"
    prefix = client.prefix_of(message)
    if message.guild is None:
        return text.removeprefix(prefix).strip() or None
    command = text.removeprefix(prefix).lstrip() if text.startswith(prefix) else ""
    word = _WORD.match(command)
    return command if word and word.group().lower() in COMMANDS else None


async def _asked(client: Bot, message: discord.Message, words: str) -> Reply:
    asker = Asker(message.author.id, Where.of(message))
    work = asyncio.ensure_future(client.asking.ask_in_words(words, asker))
    await asyncio.wait({work}, timeout=PATIENCE)
    if not work.done():
        await message.channel.typing()
    return await work


async def _reply(message: discord.Message, answer: Message) -> None:
    try:
        await message.reply(view=answer.view, files=answer.files(), mention_author=False)
    except discord.Forbidden:
        log.info("May not speak in channel %s, where somebody asked.", message.channel.id)
    except discord.HTTPException as refusal:
        # The message may be gone by now, and with it what a reply would refer to.
        log.info("Could not reply in channel %s: %s", message.channel.id, refusal)
