"""`/library`: what the host does with the library from Discord. Nothing is written before it is confirmed."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, Literal, cast

import discord
from discord import app_commands, ui

from bot.answers.wording import counted
from bot.discord_app import autocomplete
from bot.discord_app.asking import Asker
from bot.discord_app.bot import Interaction
from bot.discord_app.hosts import check_host
from bot.discord_app.library_buttons import LibraryButton, confirm, leave, with_buttons
from bot.discord_app.limits import CHOICE_LENGTH, CHOICES
from bot.discord_app.long_names import name_in
from bot.discord_app.markup import label
from bot.discord_app.naming import film_called
from bot.discord_app.rendering import name, note, safe
from bot.discord_app.showing import apologising, open_dialog, show
from bot.discord_app.uploads import HELD_MINUTES, MOST_FILES, fetch
from bot.errors import NotFoundError
from bot.indexing import Report, index_files, read_told, rehearse
from bot.model import Told
from bot.questions.kinds import Films
from bot.store.removing import ImportEntry, all_imports, undo_import

_FILMS_SHOWN, _PROBLEMS_SHOWN = 10, 5
_OPTIONS_HERE = {
    "--reviewer": "reviewer",
    "--film": "film",
    "--map": "columns",
    "--scale": "scale",
    "--dates": "dates",
}
_WRITING = "All is read; writing and indexing it …"
_REFRESH = 1.5
"""Seconds between two looks at a running import."""

library = app_commands.Group(
    name="library",
    description="The library of films and reviews, for its host",
    default_permissions=discord.Permissions(manage_guild=True),  # of no use to others; a host may write to us
)


@library.command(
    name="import", description="Take saved pages into the library, after showing what that would do"
)
@app_commands.rename(**{f"file_{number}": f"file{number}" for number in range(2, MOST_FILES + 1)})
@app_commands.describe(
    file="A saved page, table or archive; without any, a dialog asks for them",
    film="The film, where the pages don't name it: Harbour Lights (1999)",
    reviewer="Whose reviews these are, where the files don't say",
    columns="Which column of a table holds what: text=body, reviewer=who",
    scale="What a table's ratings are out of, where it doesn't say",
    dates="What stands first in a table's dates such as 3/4/2005, where none tells",
)
@app_commands.autocomplete(film=autocomplete.films)
async def import_(
    interaction: Interaction,
    file: discord.Attachment | None = None,
    file_2: discord.Attachment | None = None,
    file_3: discord.Attachment | None = None,
    file_4: discord.Attachment | None = None,
    file_5: discord.Attachment | None = None,
    file_6: discord.Attachment | None = None,
    file_7: discord.Attachment | None = None,
    file_8: discord.Attachment | None = None,
    file_9: discord.Attachment | None = None,
    file_10: discord.Attachment | None = None,
    film: app_commands.Range[str, 1, 200] | None = None,
    reviewer: app_commands.Range[str, 1, 100] | None = None,
    columns: app_commands.Range[str, 1, 500] | None = None,
    scale: Literal[5, 10, 100] | None = None,
    dates: Literal["day-first", "month-first"] | None = None,
) -> None:
    """Rehearse an import of the files given, or ask for files."""
    check_host(interaction)
    told = read_told(await _film_named(interaction, film), reviewer, columns, scale, dates)
    given = (file, file_2, file_3, file_4, file_5, file_6, file_7, file_8, file_9, file_10)
    files = [each for each in given if each is not None]
    if files:
        await _rehearse(interaction, files, told)
    else:
        await open_dialog(interaction, _UploadDialog(told))


async def _film_named(interaction: Interaction, text: str | None) -> str | None:
    """The film that the host says the pages are of, whether the library has it or not."""
    asking = interaction.client.asking
    return None if text is None else str(film_called(await asking.run(name_in, asking.servers, text)))


class _UploadDialog(ui.Modal, title="Import saved pages"):
    files: ui.Label[Any] = ui.Label(
        text="Saved pages",
        description="Up to ten pages, tables or archives",
        component=ui.FileUpload(min_values=1, max_values=MOST_FILES),
    )

    def __init__(self, told: Told) -> None:
        super().__init__()
        self._told = told

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        async with apologising(interaction):
            check_host(interaction)
            files = cast("ui.FileUpload[Any]", self.files.component).values
            await _rehearse(interaction, files, self._told)


@library.command(description="The films of the library")
async def films(interaction: Interaction) -> None:
    """List the films."""
    check_host(interaction)
    await show(interaction, interaction.client.asking.ask(Films(), Asker.of(interaction)), private=True)


async def _imports(interaction: Interaction, typed: str) -> list[app_commands.Choice[int]]:
    entries = await interaction.client.asking.run(all_imports, interaction.client.library)
    choices = [(label(_entry_in_a_line(entry), CHOICE_LENGTH), entry.id) for entry in entries]
    return [app_commands.Choice(name=line, value=id_) for line, id_ in choices if str(typed) in line][
        :CHOICES
    ]


@library.command(description="Take an import back whole")
@app_commands.rename(number="import")
@app_commands.describe(number="Which import; the latest if left out")
@app_commands.autocomplete(number=_imports)
async def undo(interaction: Interaction, number: int | None = None) -> None:
    """Ask whether to take an import back."""
    check_host(interaction)
    entries = await interaction.client.asking.run(all_imports, interaction.client.library)
    entry = next((entry for entry in entries if number in (None, entry.id)), None)
    if entry is None:
        raise NotFoundError("There is no such import to take back.")
    told = f"Take back import {safe(_entry_in_a_line(entry))}?"
    await confirm(interaction, told, "Take it back", "undo", str(entry.id))


async def _rehearse(interaction: Interaction, files: Sequence[discord.Attachment], told: Told) -> None:
    await interaction.response.defer(ephemeral=True, thinking=True)
    client = interaction.client
    upload = await fetch(files, told)
    report = await client.asking.import_(rehearse, client.library, upload.files(), upload.told)
    counts = report.counts
    lines = ["### What this import would do", *_report(report)]
    if not counts.new and not counts.updated:
        lines.append("There is nothing to import." if counts.unchanged else "No review could be read.")
        await interaction.edit_original_response(view=note(lines).view)
        return
    key = client.uploads.hold(upload)
    buttons = (
        LibraryButton.of("Import", "import", key, discord.ButtonStyle.success),
        LibraryButton.of("Cancel", "cancel", key),
    )
    lines.append(f"-# The files wait here for {HELD_MINUTES} minutes.")
    await interaction.edit_original_response(view=with_buttons(note(lines), buttons))


async def _cancel(interaction: Interaction, key: str) -> None:
    interaction.client.uploads.forget(key)
    await leave(interaction, key)


async def _import(interaction: Interaction, key: str) -> None:
    upload = interaction.client.uploads.take(key)
    await interaction.response.edit_message(view=note([_progress(0, upload.size())]).view)
    client, read, is_written = interaction.client, [0], [False]

    def tell(name: str | None, size: int) -> None:
        read[0] += size
        is_written[0] = name is None

    work = asyncio.ensure_future(
        client.asking.import_(index_files, client.library, upload.files(), told=upload.told, progress=tell)
    )
    while not (await asyncio.wait({work}, timeout=_REFRESH))[0]:
        # The import goes on, whether Discord shows how far it is or not.
        with suppress(discord.HTTPException):
            shown = _WRITING if is_written[0] else _progress(read[0], upload.size())
            await interaction.edit_original_response(view=note([shown]).view)
    report = work.result()
    done = note(["### Imported", *_report(report)])
    buttons = [] if report.import_id is None else [LibraryButton.of("Undo", "undo", str(report.import_id))]
    await interaction.edit_original_response(view=with_buttons(done, buttons))


async def _undo(interaction: Interaction, import_id: str) -> None:
    await interaction.response.defer()
    counts = await interaction.client.asking.import_(undo_import, interaction.client.library, int(import_id))
    went = f"{counted(counts.new, 'review')} went" if counts.new else ""
    stay = counts.updated + counts.unchanged
    kept = f"{counted(stay, 'review')} that other imports hold too {'stays' if stay == 1 else 'stay'}"
    parts = [part for part in (went, kept if stay else "") if part]
    told = f"Taken back: {', '.join(parts) or 'no review has changed by it'}."
    await interaction.edit_original_response(view=note([told]).view)


def _report(report: Report) -> Iterator[str]:
    new = report.new_films
    names = [name(str(film)) + (" (new)" if film_id in new else "") for film_id, film in report.films.items()]
    if names:
        yield f"**Films** {', '.join(names[:_FILMS_SHOWN])}{', …' * (len(names) > _FILMS_SHOWN)}"
    counts = report.counts
    yield f"**Reviews** {counts.new:,} new, {counts.updated:,} updated, {counts.unchanged:,} unchanged"
    if report.notes:
        yield f"**Notes** {len(report.notes):,}"
    for told in report.notes[:_PROBLEMS_SHOWN]:
        yield f"- {safe(_as_typed_here(str(told)), 300)}"
    if len(report.notes) > _PROBLEMS_SHOWN:
        yield f"- and {len(report.notes) - _PROBLEMS_SHOWN:,} more"
    if report.problem_count:
        yield f"**Problems** {report.problem_count:,}"
    for problem in report.problems[:_PROBLEMS_SHOWN]:
        yield f"- {safe(_as_typed_here(str(problem)), 300)}"
    if report.problem_count > _PROBLEMS_SHOWN:
        yield f"- and {report.problem_count - _PROBLEMS_SHOWN:,} more"


def _as_typed_here(told: str) -> str:
    """A problem or note that names what a host may say in a terminal, with what it is called in Discord."""
    for option, here in _OPTIONS_HERE.items():
        told = told.replace(f"{option} ", f"{here}: ")
    return told


def _progress(read: int, size: int) -> str:
    done = min(read, size) / max(size, 1)
    return f"Importing {'▰' * round(done * 12):▱<12} {done:.0%}"


def _entry_in_a_line(entry: ImportEntry) -> str:
    sources = ", ".join(entry.sources[:3]) + (", …" if len(entry.sources) > 3 else "")
    when = entry.at[:16].replace("T", " ")
    counts = entry.counts
    updated = f", {counts.updated:,} updated" if counts.updated else ""
    return f"{entry.id} ({when} UTC, {counted(counts.new, 'new review')}{updated}: {sources})"


DECISIONS: Mapping[str, Callable[[Interaction, str], Awaitable[None]]] = {
    "import": _import,
    "undo": _undo,
    "leave": leave,
    "cancel": _cancel,
}
"""What a press of a button does."""
