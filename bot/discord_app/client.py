"""The bot: what it listens to, what it offers, and how it starts and ends."""

from __future__ import annotations

import logging
from typing import Any, cast

import discord
from discord import app_commands

from bot.discord_app.arriving import greet, leave, leave_channel, leave_others, tell_host
from bot.discord_app.asking import Asking
from bot.discord_app.bot import Bot
from bot.discord_app.buttons import AnswerButton, Carried, ReviewMenu
from bot.discord_app.commands import QUESTIONS
from bot.discord_app.conversation import hear
from bot.discord_app.film_commands import DECISIONS as FILM_DECISIONS
from bot.discord_app.finding import find_in_reviews
from bot.discord_app.library_buttons import LibraryButton
from bot.discord_app.library_commands import DECISIONS
from bot.discord_app.library_commands import library as library_commands
from bot.discord_app.pace import too_quick
from bot.discord_app.posting import Clock
from bot.discord_app.pressing import open_review, press
from bot.discord_app.privacy import ForgetButton, privacy
from bot.discord_app.quote_commands import quotes
from bot.discord_app.server_settings import SettingButton, SettingMenu
from bot.discord_app.server_settings import settings as server_settings
from bot.discord_app.showing import apologise, tell
from bot.discord_app.syncing import tell_commands
from bot.settings import Settings
from bot.store.library import Library

_ITEMS = (AnswerButton, ReviewMenu, SettingMenu, SettingButton, LibraryButton, ForgetButton)

_DECISIONS = {**DECISIONS, **FILM_DECISIONS}

log = logging.getLogger("pullquote")

_OUT_OF_USE = "That is from before I was last started, and I can't go on with it. Please begin anew."


class Pullquote(Bot):
    """The bot on one connection to Discord, with all that it listens to and offers."""

    def __init__(
        self, asking: Asking, library: Library, settings: Settings, *, message_content: bool
    ) -> None:
        super().__init__(asking, library, settings, message_content=message_content)
        self.clock = Clock(self)
        self.tree = _Commands(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )

    async def setup_hook(self) -> None:
        """Take up the buttons of old messages, and offer the commands."""
        self.add_dynamic_items(*_ITEMS)
        add_commands(self.tree)
        await self.asking.run(self.asking.places.read, self.asking.servers)
        await tell_commands(self.tree, cast("int", self.application_id), self.asking)

    async def on_ready(self) -> None:
        """Begin what needs the servers to be known."""
        tell_host(self)
        await leave_others(self.asking, frozenset(server.id for server in self.guilds))
        self.clock.set()

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Greet a new server."""
        await greet(self, guild)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Forget a server that we are no longer in."""
        await leave(self.asking, guild.id)

    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Forget a channel that is gone."""
        await leave_channel(self.asking, channel.id)

    async def close(self) -> None:
        """End the connection and all that waits for something."""
        self.clock.stop()
        await super().close()

    async def on_message(self, message: discord.Message) -> None:
        """Answer what is said to us."""
        await hear(self, message)

    async def button_pressed(self, interaction: discord.Interaction[Any], carried: Carried) -> None:
        """Do what a button under an answer says."""
        if not await self.too_quick(interaction):
            await press(interaction, carried, self.asking)

    async def review_picked(self, interaction: discord.Interaction[Any], code: str) -> None:
        """Open a review that was picked from a menu."""
        if not await self.too_quick(interaction):
            await open_review(interaction, code, self.asking)

    async def library_decided(self, interaction: discord.Interaction[Any], do: str, what: str) -> None:
        """Do with the library what its host decided."""
        await _DECISIONS[do](interaction, what)

    async def too_quick(self, interaction: discord.Interaction[Any]) -> bool:
        """Whether somebody asks more quickly than all can be served; they are told when to go on."""
        wait = self.pace.seconds_to_wait(interaction.user.id, interaction.created_at.timestamp())
        if wait:
            await tell(interaction, too_quick(wait))
        return bool(wait)

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Say so where a button or dialog is of no use any more: everything else has a handler."""
        name = str(cast("dict[str, Any]", interaction.data or {}).get("custom_id", ""))
        match interaction.type:
            case discord.InteractionType.component:
                known = any(item.__discord_ui_compiled_template__.fullmatch(name) for item in _ITEMS)
            case discord.InteractionType.modal_submit:
                known = name in self.dialogs
            case _:
                known = True
        if not known:
            await tell(interaction, _OUT_OF_USE)


def add_commands(tree: app_commands.CommandTree[Any]) -> None:
    """Offer everything that can be asked for with a slash or from a menu."""
    for command in (*QUESTIONS, server_settings, privacy):
        tree.add_command(command)
    for group in (quotes, library_commands):
        tree.add_command(group)
    tree.add_command(find_in_reviews)


class _Commands(app_commands.CommandTree[Pullquote]):
    async def interaction_check(self, interaction: discord.Interaction[Pullquote], /) -> bool:
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        return not await interaction.client.too_quick(interaction)

    async def on_error(
        self, interaction: discord.Interaction[Pullquote], error: app_commands.AppCommandError, /
    ) -> None:
        await apologise(interaction, error)
