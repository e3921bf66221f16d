"""What Discord offers while a member types: films, reviewers and people of this very library."""

from __future__ import annotations

from collections.abc import Iterable

from discord import app_commands

from bot.answers.wording import counted
from bot.discord_app.bot import Interaction
from bot.discord_app.limits import CHOICE_LENGTH, CHOICES, length
from bot.discord_app.markup import label
from bot.discord_app.places import Where

Choices = list[app_commands.Choice[str]]


async def films(interaction: Interaction, typed: str) -> Choices:
    """Films that may be meant, likeliest first: `Pusher II (2004) · 25 reviews`."""
    asking = interaction.client.asking
    entries = await asking.run(asking.desk.suggest_films, typed, CHOICES)
    return _choices((str(entry.film), f" · {counted(entry.reviews, 'review')}") for entry in entries)


async def reviewers(interaction: Interaction, typed: str) -> Choices:
    """Reviewers whose names begin so."""
    asking = interaction.client.asking
    return _choices((name, "") for name in await asking.run(asking.desk.suggest_reviewers, typed, CHOICES))


async def people(interaction: Interaction, typed: str) -> Choices:
    """People whom reviews speak of, in the film that is meant: `Mads Mikkelsen · 14 reviews`."""
    asking = interaction.client.asking
    film = getattr(interaction.namespace, "film", None) or asking.places.film(Where.of(interaction))
    found = await asking.run(asking.desk.suggest_people, typed, film, CHOICES)
    return _choices((person.name, f" · {counted(person.reviews, 'review')}") for person in found)


def _choices(found: Iterable[tuple[str, str]]) -> Choices:
    """Choices that Discord takes: at most 25, each named in 1 to 100 characters, none twice."""
    choices: dict[str, app_commands.Choice[str]] = {}
    for value, note in found:
        name = label(value, CHOICE_LENGTH - length(note)) + note
        if name.strip() and 0 < length(value) <= CHOICE_LENGTH:
            choices.setdefault(value, app_commands.Choice(name=name, value=value))
    return list(choices.values())[:CHOICES]
