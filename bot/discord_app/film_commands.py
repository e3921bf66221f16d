"""`/library remove`, `merge`, `rename`, `undo-change`: what the host makes of films, each after asking."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping

from discord import app_commands

from bot.answers.wording import counted
from bot.discord_app import autocomplete
from bot.discord_app.bot import Bot, Interaction
from bot.discord_app.hosts import check_host
from bot.discord_app.library_buttons import LibraryButton, confirm, with_buttons
from bot.discord_app.library_commands import library
from bot.discord_app.naming import film_called
from bot.discord_app.rendering import name, note, safe
from bot.errors import FilmError, NotFoundError
from bot.model import Film
from bot.store.film_changes import FilmChange, latest_film_change, merge_films, rename_film, undo_film_change
from bot.store.films import FilmEntry
from bot.store.removing import remove_film

Name = app_commands.Range[str, 1, 200]


@library.command(description="Take a film and its reviews out of the library")
@app_commands.describe(film="Which film")
@app_commands.autocomplete(film=autocomplete.films)
async def remove(interaction: Interaction, film: Name) -> None:
    """Ask whether to remove the film."""
    check_host(interaction)
    asking = interaction.client.asking
    entry = await asking.run(asking.entry, film)
    told = f"{name(str(entry.film))} and {_its_reviews(entry)} will go for good. Remove it?"
    await confirm(interaction, told, "Remove", "remove", str(entry.film))


@library.command(description="Make two films one, where both are the same")
@app_commands.describe(film="The film that becomes part of the other", into="The film that stays")
@app_commands.autocomplete(film=autocomplete.films, into=autocomplete.films)
async def merge(interaction: Interaction, film: Name, into: Name) -> None:
    """Ask whether to make the film part of the other."""
    check_host(interaction)
    asking = interaction.client.asking
    one = await asking.run(asking.entry, film)
    other = await asking.run(asking.entry, into)
    if one.id == other.id:
        raise FilmError(f"Both names mean {one.film}. Name two films to make them one.")
    told = (
        f"{name(str(one.film))} and {_its_reviews(one)} will be part of {name(str(other.film))}, which has "
        f"{counted(other.reviews, 'review')}. A review that both have will be one. Merge them?"
    )
    await confirm(interaction, told, "Merge", "merge", json.dumps([str(one.film), str(other.film)]))


@library.command(description="Call a film otherwise")
@app_commands.describe(film="The film, by its name now", to="Its name from now on: Harbour Lights (1999)")
@app_commands.autocomplete(film=autocomplete.films)
async def rename(interaction: Interaction, film: Name, to: Name) -> None:
    """Ask whether to call the film so."""
    check_host(interaction)
    asking, called = interaction.client.asking, film_called(to)
    entry = await asking.run(asking.entry, film)
    if entry.film == called:
        raise FilmError(f"It is called {called} already.")
    told = f"{name(str(entry.film))} will be called {name(str(called))} from now on. Rename it?"
    await confirm(interaction, told, "Rename", "rename", json.dumps([str(entry.film), str(called)]))


@library.command(name="undo-change", description="Take back the latest merging or renaming of films")
async def undo_change(interaction: Interaction) -> None:
    """Ask whether to take it back."""
    check_host(interaction)
    asking = interaction.client.asking
    change = await asking.run(_latest, interaction.client)
    await confirm(
        interaction, f"Take this back? {safe(change.said)}.", "Take it back", "unchange", str(change.id)
    )


async def _remove(interaction: Interaction, named: str) -> None:
    await interaction.response.defer()
    client = interaction.client
    gone = await client.asking.import_(_removed, client, named)
    told = f"{name(named)} was removed with its {counted(gone, 'review')}."
    await interaction.edit_original_response(view=note([told]).view)


async def _merge(interaction: Interaction, both: str) -> None:
    film, into = json.loads(both)
    await _change(interaction, _merged, film, into)


async def _rename(interaction: Interaction, both: str) -> None:
    film, called = json.loads(both)
    await _change(interaction, _renamed, film, called)


async def _change(
    interaction: Interaction, change: Callable[[Bot, str, str], str], film: str, other: str
) -> None:
    await interaction.response.defer()
    client = interaction.client
    told = await client.asking.import_(change, client, film, other)
    latest = await client.asking.run(_latest, client)
    view = with_buttons(note([told]), [LibraryButton.of("Undo", "unchange", str(latest.id))])
    await interaction.edit_original_response(view=view)


async def _unchange(interaction: Interaction, change_id: str) -> None:
    await interaction.response.defer()
    client = interaction.client
    said = await client.asking.import_(_undone, client, int(change_id))
    await interaction.edit_original_response(view=note([f"Taken back: {safe(said)}."]).view)


def _removed(client: Bot, named: str) -> int:
    return remove_film(client.library, _still_called(client, named).id)


def _merged(client: Bot, film: str, into: str) -> str:
    one, other = _still_called(client, film), _still_called(client, into)
    twins = merge_films(client.library, one, other)
    both = f" {counted(twins, 'review')} that both had {'is' if twins == 1 else 'are'} one." if twins else ""
    return f"{name(film)} is part of {name(into)} now.{both}"


def _renamed(client: Bot, film: str, called: str) -> str:
    rename_film(client.library, _still_called(client, film), Film.parse(called))
    return f"{name(film)} is called {name(called)} now."


def _undone(client: Bot, change_id: int) -> str:
    latest = _latest(client)
    if latest.id != change_id:
        raise NotFoundError(f"Films were changed since. First comes the latest change: {latest.said}.")
    return undo_film_change(client.library)


def _latest(client: Bot) -> FilmChange:
    found = latest_film_change(client.library)
    if found is None:
        raise NotFoundError("No film was merged or renamed, so there is nothing to take back.")
    return found


def _still_called(client: Bot, named: str) -> FilmEntry:
    """The film of exactly this name: another that is merely called alike must not be changed for it."""
    for film, entry in client.asking.desk.catalogue().by_film.items():
        if str(film) == named:
            return entry
    raise NotFoundError("That film is in the library no more.")


def _its_reviews(entry: FilmEntry) -> str:
    return f"its {counted(entry.reviews, 'review')}"


DECISIONS: Mapping[str, Callable[[Interaction, str], Awaitable[None]]] = {
    "remove": _remove,
    "merge": _merge,
    "rename": _rename,
    "unchange": _unchange,
}
"""What a press of a button does."""
