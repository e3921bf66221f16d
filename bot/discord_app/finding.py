"""The message menu "Find in reviews": what reviews say of what somebody has just written."""

from __future__ import annotations

import discord
from discord import app_commands

from bot.discord_app.asking import Asker
from bot.discord_app.bot import Interaction
from bot.discord_app.showing import show
from bot.errors import NotFoundError


@app_commands.context_menu(name="Find in reviews")
async def find_in_reviews(interaction: Interaction, message: discord.Message) -> None:
    """Answer the message, or find its words in reviews; only the one who asks sees it."""
    if not message.content.strip():
        raise NotFoundError("There are no words in that message. Pick one that has some.")
    reply = interaction.client.asking.find_words(message.content, Asker.of(interaction))
    await show(interaction, reply, private=True)
