"""The first minute with a host and with a server: the invite link, the greeting, and what leaving undoes."""

from __future__ import annotations

import logging

import discord

from bot.discord_app.asking import Asker, Asking
from bot.discord_app.bot import Bot
from bot.discord_app.places import Where
from bot.discord_app.posting import NOBODY
from bot.store.servers import all_choices, forget_channel, forget_server

log = logging.getLogger("pullquote")

NEEDED = discord.Permissions(
    view_channel=True,
    send_messages=True,
    send_messages_in_threads=True,
    attach_files=True,
    read_message_history=True,
)
"""What we need to be allowed in a server."""


def invite_link(application_id: int) -> str:
    """Where a host adds the bot to a server."""
    return discord.utils.oauth_url(
        application_id, permissions=NEEDED, scopes=("bot", "applications.commands")
    )


def tell_host(client: Bot) -> None:
    """Tell the host in the log that we are connected, and how to invite us."""
    servers = len(client.guilds)
    log.info("Connected as %s, in %s server%s.", client.user, servers, "" if servers == 1 else "s")
    if client.application_id is not None:
        log.info("To add the bot to a server, open %s", invite_link(client.application_id))
    if not client.intents.message_content:
        log.info(
            "Commands with a prefix work in direct messages only: to have them in servers, switch on the "
            "message content intent on the application's page. Slash commands and mentions work without."
        )


async def greet(client: Bot, server: discord.Guild) -> None:
    """Say in a new server what can be asked, where we may speak."""
    channel = _channel_to_greet_in(server)
    if channel is None:
        return
    asker = Asker(NOBODY, Where(server.id, (channel.id,)))
    reply = await client.asking.greeting(asker)
    try:
        await channel.send(view=reply.message.view)
    except discord.HTTPException as refusal:
        log.info("Could not greet server %s: %s", server.id, refusal)


async def leave(asking: Asking, server_id: int) -> None:
    """Delete what is kept about a server that we are no longer in."""
    await asking.run(forget_server, asking.servers, server_id)
    await asking.run(asking.places.read, asking.servers)


async def leave_channel(asking: Asking, channel_id: int) -> None:
    """Delete what is kept about a channel that is gone."""
    await asking.run(forget_channel, asking.servers, channel_id)
    await asking.run(asking.places.read, asking.servers)


async def leave_others(asking: Asking, servers: frozenset[int]) -> None:
    """Delete what is kept about servers that we were sent away from while we weren't connected."""
    for server_id in set(await asking.run(all_choices, asking.servers)) - servers:
        await leave(asking, server_id)


def _channel_to_greet_in(server: discord.Guild) -> discord.TextChannel | None:
    channels = [*([server.system_channel] if server.system_channel else []), *server.text_channels]
    for channel in channels:
        allowed = channel.permissions_for(server.me)
        if allowed.view_channel and allowed.send_messages:
            return channel
    return None
