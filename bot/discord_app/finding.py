"""The message menu "Find in reviews": what reviews say of what somebody has just written."""

from __future__ import annotations

import re

import discord
from discord import app_commands

from bot.discord_app.asking import Asker
from bot.discord_app.bot import Interaction
from bot.discord_app.showing import show
from bot.errors import NotFoundError

_NOT_WORDS = re.compile(
    r"<?\b[a-z][a-z0-9+.-]*://\S+|\bwww\.\S+"  # addresses
    r"|<(?:@[!&]?|#|a?:\w+:|t:|id:|/[^:>]+:)[^>]*>"  # mentions, emoji of servers, times, commands
    r"|:[\w+-]+:|[0-9#*]\ufe0f?\u20e3",  # emoji by name, keys as emoji
    re.IGNORECASE,
)


def words_in(text: str) -> str:
    """The message without addresses, mentions and emoji; empty where nothing is left that is a word."""
    words = " ".join(_NOT_WORDS.sub(" ", text).split())
    return words if any(char.isalnum() for char in words) else ""


@app_commands.context_menu(name="Find in reviews")
async def find_in_reviews(interaction: Interaction, message: discord.Message) -> None:
    """Answer the message, or find its words in reviews; only the one who asks sees it."""
    words = words_in(message.content)
    if not words:
        raise NotFoundError("There are no words in that message. Pick one that has some.")
    reply = interaction.client.asking.find_words(words, Asker.of(interaction))
    await show(interaction, reply, private=True)
