"""Who may change the library from Discord: the application's owner and those named in `.env`."""

from __future__ import annotations

from bot.discord_app.bot import Bot, Interaction
from bot.errors import NotAllowedError


def check_host(interaction: Interaction) -> None:
    """Raise NotAllowedError for anybody who isn't a host."""
    if interaction.user.id not in hosts_of(interaction.client):
        raise NotAllowedError("Only the host of this bot may change its library.")


def hosts_of(client: Bot) -> frozenset[int]:
    """The ids of all hosts."""
    application = client.application
    if application is None:
        return client.settings.hosts
    team = application.team.members if application.team else []
    return client.settings.hosts | {application.owner.id, *(member.id for member in team)}
