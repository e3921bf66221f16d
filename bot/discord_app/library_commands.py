"""`/library`: what the host does with the library from Discord. Nothing is written before it is confirmed."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterator, Sequence
from typing import Any, Self, cast

import discord
from discord import app_commands, ui

from bot.answers.wording import counted
from bot.discord_app import autocomplete
from bot.discord_app.asking import Asker, Asking
from bot.discord_app.bot import Bot, Interaction
from bot.discord_app.hosts import check_host
from bot.discord_app.limits import CHOICE_LENGTH, CHOICES, CUSTOM_ID, length
from bot.discord_app.markup import label
from bot.discord_app.rendering import Message, name, note, safe
from bot.discord_app.showing import apologising, open_dialog, show
from bot.discord_app.uploads import MOST_FILES, Upload, fetch
from bot.errors import NotFoundError
from bot.indexing import Report, index_files, read_told, rehearse
from bot.model import Told
from bot.questions.kinds import Films
from bot.store.removing import ImportEntry, all_imports, remove_film, undo_import
from bot.store.servers import find_code, keep_code

_FILMS_SHOWN, _PROBLEMS_SHOWN = 10, 5
_REFRESH = 1.5
"""Seconds between two looks at a running import."""

library = app_commands.Group(name="library", description="The library of films and reviews, for its host")


class LibraryButton(
    ui.DynamicItem[ui.Button[Any]], template=re.compile(r"pq:lib:(?P<do>\w+):(?P<what>.*)", re.DOTALL)
):
    """A button that decides something about the library."""

    @classmethod
    def of(
        cls, label: str, do: str, what: str, style: discord.ButtonStyle = discord.ButtonStyle.secondary
    ) -> Self:
        """Make a button."""
        return cls(ui.Button(label=label, custom_id=f"pq:lib:{do}:{what}", style=style))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take up a button that was pressed."""
        return cls(cast("ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Do what was decided."""
        async with apologising(interaction):
            check_host(interaction)
            _, _, do, what = self.custom_id.split(":", 3)
            match do:
                case "import":
                    await _import(interaction, interaction.client.uploads.take(what))
                case "undo":
                    await _undo(interaction, int(what))
                case "remove":
                    await _remove(interaction, what)
                case "removekept":
                    asking = interaction.client.asking
                    await _remove(interaction, await asking.run(find_code, asking.servers, what))
                case _:
                    await interaction.response.edit_message(view=note(["Nothing was changed."]).view)


@library.command(
    name="import", description="Take saved pages into the library, after showing what that would do"
)
@app_commands.rename(**{f"file_{number}": f"file{number}" for number in range(2, MOST_FILES + 1)})
@app_commands.describe(
    file="A saved page, table or archive; without any, a dialog asks for them",
    film="The film, where the pages don't name it: Harbour Lights (1999)",
    reviewer="Whose reviews these are, where the files don't say",
    columns="Which column of a table holds what: text=body, reviewer=who",
)
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
) -> None:
    """Rehearse an import of the files given, or ask for files."""
    check_host(interaction)
    told = read_told(film, reviewer, columns)
    given = (file, file_2, file_3, file_4, file_5, file_6, file_7, file_8, file_9, file_10)
    files = [each for each in given if each is not None]
    if files:
        await _rehearse(interaction, files, told)
    else:
        await open_dialog(interaction, _UploadDialog(told))


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


@library.command(description="Take a film and its reviews out of the library")
@app_commands.describe(film="Which film")
@app_commands.autocomplete(film=autocomplete.films)
async def remove(interaction: Interaction, film: app_commands.Range[str, 1, 200]) -> None:
    """Ask whether to remove the film."""
    check_host(interaction)
    asking = interaction.client.asking
    entry = await asking.run(asking.entry, film)
    do, what = "remove", str(entry.film)
    if length(f"pq:lib:{do}:{what}") > CUSTOM_ID:
        do, what = "removekept", await asking.run(keep_code, asking.servers, what)
    told = f"{name(str(entry.film))} and its {counted(entry.reviews, 'review')} will go for good. Remove it?"
    buttons = (
        LibraryButton.of("Remove", do, what, discord.ButtonStyle.danger),
        LibraryButton.of("Keep it", "leave", ""),
    )
    await interaction.response.send_message(view=_with(note([told]), *buttons), ephemeral=True)


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
    buttons = (
        LibraryButton.of("Take it back", "undo", str(entry.id), discord.ButtonStyle.danger),
        LibraryButton.of("Keep it", "leave", ""),
    )
    await interaction.response.send_message(view=_with(note([told]), *buttons), ephemeral=True)


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
    buttons = (
        LibraryButton.of("Import", "import", client.uploads.hold(upload), discord.ButtonStyle.success),
        LibraryButton.of("Cancel", "leave", ""),
    )
    await interaction.edit_original_response(view=_with(note(lines), *buttons))


async def _import(interaction: Interaction, upload: Upload) -> None:
    await interaction.response.edit_message(view=note([_progress(0, upload.size())]).view)
    client, read = interaction.client, [0]

    def tell(name: str, size: int) -> None:
        read[0] += size

    work = asyncio.ensure_future(
        client.asking.import_(index_files, client.library, upload.files(), told=upload.told, progress=tell)
    )
    while not (await asyncio.wait({work}, timeout=_REFRESH))[0]:
        await interaction.edit_original_response(view=note([_progress(read[0], upload.size())]).view)
    report = work.result()
    done = note(["### Imported", *_report(report)])
    buttons = [] if report.import_id is None else [LibraryButton.of("Undo", "undo", str(report.import_id))]
    await interaction.edit_original_response(view=_with(done, *buttons))


async def _undo(interaction: Interaction, import_id: int) -> None:
    await interaction.response.defer()
    counts = await interaction.client.asking.import_(undo_import, interaction.client.library, import_id)
    told = f"Taken back: {counted(counts.new, 'review')} went, {counts.updated:,} are as they were before."
    await interaction.edit_original_response(view=note([told]).view)


async def _remove(interaction: Interaction, named: str | None) -> None:
    await interaction.response.defer()
    client = interaction.client
    film, gone = await client.asking.import_(_removed, client.asking, client, named)
    told = f"{name(film)} was removed with its {counted(gone, 'review')}."
    await interaction.edit_original_response(view=note([told]).view)


def _removed(asking: Asking, client: Bot, named: str | None) -> tuple[str, int]:
    for film, entry in asking.desk.catalogue().by_film.items():
        if str(film) == named:
            return str(film), remove_film(client.library, entry.id)
    raise NotFoundError("That film is in the library no more.")


def _report(report: Report) -> Iterator[str]:
    names = [name(str(film)) + (" (new)" if film in report.new_films else "") for film in report.films]
    if names:
        yield f"**Films** {', '.join(names[:_FILMS_SHOWN])}{', …' * (len(names) > _FILMS_SHOWN)}"
    counts = report.counts
    yield f"**Reviews** {counts.new:,} new, {counts.updated:,} updated, {counts.unchanged:,} unchanged"
    if report.problem_count:
        yield f"**Problems** {report.problem_count:,}"
    for problem in report.problems[:_PROBLEMS_SHOWN]:
        yield f"- {safe(_as_typed_here(str(problem)), 300)}"
    if report.problem_count > _PROBLEMS_SHOWN:
        yield f"- and {report.problem_count - _PROBLEMS_SHOWN:,} more"


def _as_typed_here(told: str) -> str:
    """A problem that names what a host may say in a terminal, with what it is called in Discord."""
    for option, here in (("--reviewer ", "reviewer: "), ("--film ", "film: "), ("--map ", "columns: ")):
        told = told.replace(option, here)
    return told


def _progress(read: int, size: int) -> str:
    done = min(read, size) / max(size, 1)
    return f"Importing {'▰' * round(done * 12):▱<12} {done:.0%}"


def _entry_in_a_line(entry: ImportEntry) -> str:
    sources = ", ".join(entry.sources[:3]) + (", …" if len(entry.sources) > 3 else "")
    when = entry.at[:16].replace("T", " ")
    return f"{entry.id} ({when} UTC, {counted(entry.counts.new, 'new review')}: {sources})"


def _with(message: Message, *buttons: LibraryButton) -> ui.LayoutView:
    if buttons:
        message.view.add_item(ui.ActionRow(*buttons))
    return message.view
