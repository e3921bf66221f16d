"""What Discord offers while a member types: films, reviewers and people of this very library."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands

from bot.answers.wording import counted
from bot.discord_app.asking import Asking
from bot.discord_app.bot import Interaction
from bot.discord_app.limits import CHOICE_LENGTH, CHOICES, length, shortened
from bot.discord_app.long_names import name_in, option_for
from bot.discord_app.markup import label
from bot.discord_app.places import Where
from bot.store.servers import Servers

Choices = list[app_commands.Choice[str]]


async def films(interaction: Interaction, typed: str) -> Choices:
    """Films that may be meant, likeliest first: `Pusher II (2004) · 25 reviews`."""
    asking = interaction.client.asking
    return await asking.run(_films, asking, typed)


async def reviewers(interaction: Interaction, typed: str) -> Choices:
    """Reviewers whose names begin so."""
    asking = interaction.client.asking
    return await asking.run(_reviewers, asking, typed)


async def people(interaction: Interaction, typed: str) -> Choices:
    """People whom reviews speak of, in the film that is meant: `Mads Mikkelsen · 14 reviews`."""
    asking = interaction.client.asking
    film = getattr(interaction.namespace, "film", None) or asking.places.film(Where.of(interaction))
    return await asking.run(_people, asking, typed, film)


def _films(asking: Asking, typed: str) -> Choices:
    found = asking.desk.suggest_films(typed, CHOICES)
    return _choices(asking.servers, [(str(entry.film), _counted(entry.reviews)) for entry in found])


def _reviewers(asking: Asking, typed: str) -> Choices:
    found = asking.desk.suggest_reviewers(typed, CHOICES)
    return _choices(asking.servers, [(name, "") for name in found])


def _people(asking: Asking, typed: str, film: str | None) -> Choices:
    found = asking.desk.suggest_people(typed, film and name_in(asking.servers, film), CHOICES)
    return _choices(asking.servers, [(person.name, _counted(person.reviews)) for person in found])


def _counted(reviews: int) -> str:
    return f" · {counted(reviews, 'review')}"


def _both_ends(name: str, limit: int) -> str:
    """A name that is too long without its middle: names of a series differ at the end."""
    if length(name) <= limit:
        return name
    return f"{shortened(name, limit * 2 // 3)} {name[-limit // 4 :].lstrip()}"


def _choices(servers: Servers, found: Iterable[tuple[str, str]]) -> Choices:
    """Choices that Discord takes: at most 25, each named in 1 to 100 characters, none twice."""
    choices: dict[str, app_commands.Choice[str]] = {}
    for value, note in found:
        name = label(_both_ends(value, CHOICE_LENGTH - length(note)), CHOICE_LENGTH - length(note))
        if name.strip() and value not in choices:
            choices[value] = app_commands.Choice(name=name + note, value=option_for(servers, value))
    return list(choices.values())[:CHOICES]
