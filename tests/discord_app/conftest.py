from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import simcord

from bot.answers.desk import Desk
from bot.discord_app.asking import Asking
from bot.discord_app.client import Pullquote
from bot.settings import Settings
from bot.store.library import Library
from bot.store.servers import Servers
from tests.discord_app.seeing import Server, texts_in


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(token="not a token", data=tmp_path, hosts=frozenset(), prefix="!")  # noqa: S106


@pytest.fixture
def asking(desk: Desk, tmp_path: Path) -> Iterator[Asking]:
    with Servers(tmp_path / "servers.db") as servers:
        opened = Asking(desk, servers)
        yield opened
        opened.close()


@pytest.fixture
def new_bot(asking: Asking, library: Library, settings: Settings) -> Callable[[], Pullquote]:
    """Makes the bot as it is started; a second one is the bot after a restart."""
    return lambda: Pullquote(asking, library, settings, message_content=False)


@pytest.fixture
def simcord_bot(new_bot: Callable[[], Pullquote]) -> Pullquote:
    """The bot that simcord's own fixture connects."""
    return new_bot()


@pytest.fixture
def server(simcord_env: simcord.Env) -> Iterator[Server]:
    """A server of Discord with the bot in it, two members and a channel.

    Whatever a test makes the bot send, it sets no direction of writing that it doesn't take back.
    """
    guild = simcord_env.create_guild("Film club")
    ann, bob = (guild.add_member(simcord_env.create_user(name)) for name in ("ann", "bob"))
    yield Server(simcord_env, guild.create_text_channel("films"), ann, bob)
    for text in texts_in([request.json for request in simcord_env.http_requests]):
        assert text.count("\u2068") == text.count("\u2069"), text
