"""What happens when somebody presses a button or picks from a menu under an answer.

The one who asked turns the pages of the message; anybody else gets a copy that only they see. What was
answered privately stays private.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import discord

from bot.discord_app.asking import Asker, Asking
from bot.discord_app.buttons import Carried, Press
from bot.discord_app.showing import add, apologising, turn

_IN_NEW_MESSAGE = (Press.ASK, Press.SHOW_SPOILER, Press.CARD)


async def press(interaction: discord.Interaction[Any], carried: Carried, asking: Asking) -> None:
    """Do what the button says."""
    async with apologising(interaction):
        unveiled = carried.press in (Press.SHOW_SPOILER, Press.READ_SPOILER_ON)
        asker = replace(
            Asker.of(interaction),
            start=carried.number if unveiled or carried.press is Press.READ_ON else 0,
            unveiled=unveiled,
            card=carried.press in (Press.CARD, Press.NEXT_CARD),
        )
        reply = asking.ask_again(carried.code, asker)
        another = asker.id != carried.asker
        if another or carried.press in _IN_NEW_MESSAGE:
            await add(interaction, reply, private=another or unveiled or _seen_by_one(interaction))
        else:
            await turn(interaction, reply)


async def open_review(interaction: discord.Interaction[Any], code: str, asking: Asking) -> None:
    """Show the picked review to the one who picked it."""
    async with apologising(interaction):
        await add(interaction, asking.ask_again(code, Asker.of(interaction)), private=True)


def _seen_by_one(interaction: discord.Interaction[Any]) -> bool:
    return interaction.message is not None and interaction.message.flags.ephemeral
