"""`/privacy`: what is kept about the one who asks, and how to have it deleted."""

from __future__ import annotations

import re
from typing import Any, Self, cast

import discord
from discord import app_commands, ui

from bot.answers.wording import counted
from bot.discord_app.bot import Interaction
from bot.discord_app.rendering import note
from bot.discord_app.showing import apologising
from bot.store.schedules import forget_member, schedules_made_by

_KEPT = (
    "### What is kept about you",
    "Nothing of what you ask is kept under your name, and nothing leaves the machine that this bot runs on.",
    "Buttons under answers carry the id of the one who asked, in the message on Discord, so that only they "
    "turn its pages. A question too long for a button is kept by its words alone. What you were answered "
    "in a channel is remembered for 15 minutes, so that you and whoever replies to it can ask on, and stands "
    "in no file.",
)


@app_commands.command(description="What is kept about you, and how to have it deleted")
async def privacy(interaction: Interaction) -> None:
    """Tell what is kept about the one who asks."""
    asking = interaction.client.asking
    number = await asking.run(schedules_made_by, asking.servers, interaction.user.id)
    if not number:
        told = "Your id stands nowhere in the files of this bot."
        await interaction.response.send_message(view=note([*_KEPT, told]).view, ephemeral=True)
        return
    told = f"Your id stands beside {counted(number, 'schedule')} of quotes, to tell you when one stops."
    view = note([*_KEPT, told]).view
    view.add_item(ui.ActionRow(ForgetButton.new()))
    await interaction.response.send_message(view=view, ephemeral=True)


class ForgetButton(ui.DynamicItem[ui.Button[Any]], template=re.compile("pq:forget")):
    """Deletes what is kept about the one who presses it."""

    @classmethod
    def new(cls) -> Self:
        """Make the button."""
        return cls(ui.Button(label="Forget me", custom_id="pq:forget", style=discord.ButtonStyle.danger))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take up the button when it was pressed."""
        return cls(cast("ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Forget, and say so."""
        async with apologising(interaction):
            asking = interaction.client.asking
            await asking.run(forget_member, asking.servers, interaction.user.id)
            asking.talks.forget(interaction.user.id)
            told = "Your id stands nowhere in the files of this bot any more. The schedules go on."
            await interaction.response.edit_message(view=note([told]).view)
