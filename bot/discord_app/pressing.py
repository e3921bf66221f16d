"""What happens when somebody presses a button or picks from a menu under an answer.

The one who asked turns the pages of the message; anybody else gets a copy that only they see. What was
answered privately stays private.
"""

from __future__ import annotations

from typing import Any

import discord

from bot.discord_app.asking import Asking
from bot.discord_app.buttons import Carried, Press
from bot.discord_app.showing import apologising, show, tell, turn

_FORGOTTEN = "This button is from a time that I can't remember. Ask the question again."


async def press(interaction: discord.Interaction[Any], carried: Carried, asking: Asking) -> None:
    """Do what the button says."""
    async with apologising(interaction):
        question = await asking.asked_by_code(carried.code)
        if question is None:
            await tell(interaction, _FORGOTTEN)
            return
        presser = interaction.user.id
        opened = carried.press in (Press.SHOW_SPOILER, Press.READ_SPOILER_ON)
        start = 0 if carried.press in (Press.TURN, Press.ASK) else carried.number
        reply = asking.ask(question, presser, start=start, unveiled=opened)
        if carried.press in (Press.SHOW_SPOILER, Press.ASK) or presser != carried.asker:
            private = _seen_by_one(interaction) or presser != carried.asker or opened
            await show(interaction, reply, private=private)
        else:
            await turn(interaction, reply)


async def open_review(interaction: discord.Interaction[Any], code: str, asking: Asking) -> None:
    """Show the picked review to the one who picked it."""
    async with apologising(interaction):
        question = await asking.asked_by_code(code)
        if question is None:
            await tell(interaction, _FORGOTTEN)
            return
        await show(interaction, asking.ask(question, interaction.user.id), private=True)


def _seen_by_one(interaction: discord.Interaction[Any]) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral
