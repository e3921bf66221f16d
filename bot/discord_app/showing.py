"""How an answer, a refusal or an apology reaches the one who asked: at once, and never in silence."""

from __future__ import annotations

import asyncio
import logging
import secrets
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands, ui

from bot.discord_app.asking import Reply
from bot.discord_app.rendering import Message, say
from bot.errors import PullquoteError

log = logging.getLogger("pullquote")

PATIENCE = 0.5
"""Seconds after which an answer that isn't there yet is announced; Discord allows 3."""


async def show(interaction: discord.Interaction[Any], reply: Awaitable[Reply], *, private: bool) -> None:
    """Show a reply as a new message."""
    work = asyncio.ensure_future(reply)
    if not await _soon(work):
        await interaction.response.defer(ephemeral=private, thinking=True)
    done = await work
    message = done.message
    if interaction.response.is_done():
        sent = await interaction.edit_original_response(view=message.view, attachments=message.files())
        _remember(interaction, sent.id, done, private=private)
    else:
        await _respond(interaction, done, private=private)


async def add(interaction: discord.Interaction[Any], reply: Awaitable[Reply], *, private: bool) -> None:
    """Show a reply below the message whose button was pressed.

    One that claims nothing, because what the button speaks of is gone, is for the one who pressed alone.
    """
    work = asyncio.ensure_future(reply)
    if not await _soon(work):
        await interaction.response.defer()
    done = await work
    message, private = done.message, private or not done.found
    if interaction.response.is_done():
        sent = await interaction.followup.send(
            view=message.view, files=message.files(), ephemeral=private, wait=True
        )
        _remember(interaction, sent.id, done, private=private)
    else:
        await _respond(interaction, done, private=private)


async def turn(interaction: discord.Interaction[Any], reply: Awaitable[Reply]) -> None:
    """Show a reply in the place of the message whose button was pressed.

    Where there is nothing to show any more, the message stays and the one who pressed is told so.
    """
    work = asyncio.ensure_future(reply)
    if not await _soon(work):
        await interaction.response.defer()
    done = await work
    if done.found and interaction.message is not None:
        _remember(interaction, interaction.message.id, done, private=False)
    if not done.found:
        await _say_privately(interaction, done.message)
    elif interaction.response.is_done():
        await interaction.edit_original_response(view=done.message.view, attachments=done.message.files())
    else:
        await interaction.response.edit_message(view=done.message.view, attachments=done.message.files())


async def _respond(interaction: discord.Interaction[Any], done: Reply, *, private: bool) -> None:
    message = done.message
    sent = await interaction.response.send_message(
        view=message.view, files=message.files(), ephemeral=private
    )
    if sent.message_id is not None:
        _remember(interaction, sent.message_id, done, private=private)


def _remember(interaction: discord.Interaction[Any], message: int, done: Reply, *, private: bool) -> None:
    """Let whoever replies to the message lean on it; nobody can reply to what one member alone sees."""
    if not private:
        interaction.client.asking.shown(message, done)


async def tell(interaction: discord.Interaction[Any], sentence: str) -> None:
    """Say a sentence to the one who asked and nobody else, unless a public answer was announced already."""
    if interaction.response.type is discord.InteractionResponseType.deferred_channel_message:
        await interaction.edit_original_response(view=say(sentence).view)
    else:
        await _say_privately(interaction, say(sentence))


async def _say_privately(interaction: discord.Interaction[Any], message: Message) -> None:
    if interaction.response.is_done():
        await interaction.followup.send(view=message.view, ephemeral=True)
    else:
        await interaction.response.send_message(view=message.view, ephemeral=True)


async def open_dialog(interaction: discord.Interaction[Any], dialog: ui.Modal) -> None:
    """Open a dialog. It is forgotten at the next start, and whoever sends it then is told so."""
    interaction.client.dialogs.append(dialog.custom_id)
    await interaction.response.send_modal(dialog)


@asynccontextmanager
async def apologising(interaction: discord.Interaction[Any]) -> AsyncIterator[None]:
    """Turn any failure within into a sentence for the one who asked: this is the border to Discord."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 - the one place where failures end
        await apologise(interaction, error)


async def apologise(interaction: discord.Interaction[Any], error: Exception) -> None:
    """Tell the one who asked what failed: an expected failure in its own words, any other with an id."""
    cause = error.__cause__ if isinstance(error, app_commands.CommandInvokeError) else error
    try:
        await tell(interaction, sentence_for(cause or error))
    except discord.HTTPException as refusal:
        log.warning("Could not tell of a failure: %s", refusal)


def sentence_for(error: BaseException) -> str:
    """What to say of a failure. One that nobody expected is logged under a short id, which is told."""
    if isinstance(error, PullquoteError):
        return str(error)
    if isinstance(error, app_commands.CheckFailure):
        return "You may not do that here. Somebody who may manage the server can."
    failure = secrets.token_hex(3)
    log.error("Failure %s", failure, exc_info=error)
    return f"Sorry, something went wrong. The host finds it in the log under {failure}."


async def _soon(work: asyncio.Future[Reply]) -> bool:
    await asyncio.wait({work}, timeout=PATIENCE)
    return work.done()
