"""To Discord and back: how the bot starts, ends, and says in a sentence what keeps it away."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import aiohttp
import discord

from bot.answers.desk import Desk
from bot.discord_app.asking import Asking, keep_the_loop_free
from bot.discord_app.client import Pullquote
from bot.errors import DiscordError, StoreError
from bot.settings import Settings
from bot.store.library import Library
from bot.store.servers import Servers

log = logging.getLogger("pullquote")

_REFUSED = (
    "Discord refuses the token in DISCORD_TOKEN. Copy it again from your application's page "
    "(discord.com/developers/applications, Bot, Reset Token)."
)
_INTENT_REFUSED = (
    "Discord refuses the message content intent. Switch it on or off on your application's page "
    "(discord.com/developers/applications, Bot) and start again."
)
_PASSING = (
    "Until then what servers choose, their scheduled quotes and some buttons are forgotten when this ends."
)
_OUT_OF_REACH = "Discord can't be reached. Check the connection to the internet and start again."


def run(settings: Settings, library: Library) -> None:
    """Connect to Discord and serve until interrupted; raises DiscordError when that can't be done."""
    if settings.token is None:
        raise DiscordError("DISCORD_TOKEN is not set. Put your bot's token into .env.")
    discord.VoiceClient.warn_nacl = False
    discord.VoiceClient.warn_dave = False
    with open_servers(settings) as servers:
        try:
            asyncio.run(_serve(Asking(Desk(library), servers), library, settings, settings.token))
        except discord.LoginFailure as error:
            raise DiscordError(_REFUSED) from error
        except discord.PrivilegedIntentsRequired as error:
            raise DiscordError(_INTENT_REFUSED) from error
        except (aiohttp.ClientError, OSError, discord.HTTPException, discord.GatewayNotFound) as error:
            raise DiscordError(_OUT_OF_REACH) from error
        except KeyboardInterrupt:
            log.info("Interrupted; good-bye.")


@contextmanager
def open_servers(settings: Settings) -> Iterator[Servers]:
    """What each server chose; kept in a passing place where the installation's can't take a first file."""
    with ExitStack() as stack:
        try:
            servers = Servers(settings.servers)
        except StoreError as error:
            if settings.servers.is_file():
                raise
            log.warning("%s %s", error, _PASSING)
            folder = stack.enter_context(TemporaryDirectory(prefix="pullquote-"))
            servers = Servers(Path(folder) / settings.servers.name)
        yield stack.enter_context(servers)


async def _serve(asking: Asking, library: Library, settings: Settings, token: str) -> None:
    try:
        granted = await _message_content_granted(token)
        await asking.run(asking.warm_up)
        keep_the_loop_free()
        async with Pullquote(asking, library, settings, message_content=granted) as client:
            await client.start(token)
    finally:
        asking.close()


async def _message_content_granted(token: str) -> bool:
    """Whether the intent is switched on: asking for it without would end the connection."""
    async with discord.Client(intents=discord.Intents(guilds=True)) as client:
        await client.login(token)
        flags = (await client.application_info()).flags
        return flags.gateway_message_content or flags.gateway_message_content_limited
