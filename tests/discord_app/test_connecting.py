from __future__ import annotations

from dataclasses import replace

import aiohttp
import discord
import pytest

from bot.discord_app.connecting import run
from bot.errors import DiscordError
from bot.settings import Settings
from bot.store.library import Library


def test_without_a_token_one_sentence_says_so(settings: Settings, library: Library) -> None:
    with pytest.raises(DiscordError, match="DISCORD_TOKEN is not set"):
        run(replace(settings, token=None), library)


@pytest.mark.parametrize(
    ("failure", "sentence"),
    [
        (discord.LoginFailure("401"), "Discord refuses the token"),
        (discord.PrivilegedIntentsRequired(None), "Discord refuses the message content intent"),
        (aiohttp.ClientConnectionError(), "Discord can't be reached"),
        (OSError("no route"), "Discord can't be reached"),
        (discord.GatewayNotFound(), "Discord can't be reached"),  # type: ignore[no-untyped-call]
    ],
)
def test_what_keeps_us_from_discord_is_one_sentence(
    failure: Exception, sentence: str, settings: Settings, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def login(self: discord.Client, token: str) -> None:
        raise failure

    monkeypatch.setattr(discord.Client, "login", login)
    with pytest.raises(DiscordError, match=sentence):
        run(settings, library)
