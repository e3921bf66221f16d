"""Buttons that decide something about the library: only a host's press counts, and old ones go on working."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Self, cast

import discord
from discord import ui

from bot.discord_app.asking import Asking
from bot.discord_app.bot import Interaction
from bot.discord_app.hosts import check_host
from bot.discord_app.limits import CUSTOM_ID, length
from bot.discord_app.rendering import Message, note
from bot.discord_app.showing import apologising
from bot.store.servers import find_code, keep_code

_KEPT = "kept"
"""Ends what is done with something too long for a button, which carries its key."""


class LibraryButton(
    ui.DynamicItem[ui.Button[Any]], template=re.compile(r"pq:lib:(?P<do>\w+):(?P<what>.*)", re.DOTALL)
):
    """A button that says what to do, and with what."""

    @classmethod
    def of(
        cls, label: str, do: str, what: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary
    ) -> Self:
        """Make a button."""
        return cls(ui.Button(label=label, custom_id=f"pq:lib:{do}:{what}", style=style))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take up a button that was pressed."""
        return cls(cast("ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what was decided."""
        async with apologising(interaction):
            check_host(interaction)
            _, _, do, what = self.custom_id.split(":", 3)
            if do.endswith(_KEPT):
                asking: Asking = interaction.client.asking
                found: str | None = await asking.run(find_code, asking.servers, what)
                do, what = do.removesuffix(_KEPT), found or ""
            await interaction.client.library_decided(interaction, do, what)


async def confirm(interaction: Interaction, told: str, label: str, do: str, what: str) -> None:
    """Ask the host whether to do something; `told` is markup of ours."""
    asking = interaction.client.asking
    if length(f"pq:lib:{do}:{what}") > CUSTOM_ID:
        do, what = do + _KEPT, await asking.run(keep_code, asking.servers, what)
    buttons = (
        LibraryButton.of(label, do, what, discord.ButtonStyle.danger),
        LibraryButton.of("Cancel", "leave", ""),
    )
    await interaction.response.send_message(view=with_buttons(note([told]), buttons), ephemeral=True)


async def leave(interaction: Interaction, _what: str) -> None:
    """Do nothing, and say so."""
    await interaction.response.edit_message(view=note(["Nothing was changed."]).view)


def with_buttons(message: Message, buttons: Sequence[LibraryButton]) -> ui.LayoutView:
    """The message with a row of buttons below it."""
    if buttons:
        message.view.add_item(ui.ActionRow(*buttons))
    return message.view
