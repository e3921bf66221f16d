"""`/settings`: what a server chooses, as a panel of menus for those who may manage it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, Self, cast

import discord
from discord import app_commands, ui

from bot.discord_app import autocomplete
from bot.discord_app.asking import Asking
from bot.discord_app.bot import Interaction
from bot.discord_app.limits import OPTION_LENGTH, OPTIONS_IN_MENU
from bot.discord_app.long_names import option_for
from bot.discord_app.markup import clean, inline, label
from bot.discord_app.places import Where
from bot.discord_app.showing import apologising, open_dialog
from bot.errors import NotAllowedError, SettingsError
from bot.settings import is_prefix
from bot.store.servers import Choices, save_channel_film, save_choices

_NO_FILM = "-"
GONE = ", which is no longer in the library"
"""Said of a film that was chosen and has been removed since."""


@app_commands.command(
    description="What this server chooses: a channel's film, spoilers, private answers, prefix"
)
@app_commands.describe(film="The film that is meant in this channel when none is named")
@app_commands.autocomplete(film=autocomplete.films)
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
async def settings(interaction: Interaction, film: app_commands.Range[str, 1, 200] | None = None) -> None:
    """Show the panel, after setting the channel's film where one is given."""
    check_manager(interaction)
    if film is not None:
        await _choose_film(interaction, film)
    await interaction.response.send_message(view=await _panel(interaction), ephemeral=True)


def check_manager(interaction: discord.Interaction[Any]) -> None:
    """Raise NotAllowedError unless the one who asks may manage the server."""
    if not interaction.permissions.manage_guild:
        raise NotAllowedError("Only those who may manage this server can change that. Ask one of them.")


class SettingMenu(
    ui.DynamicItem[ui.Select[Any]], template=re.compile(r"pq:set:(?P<what>film|spoilers|answers)")
):
    """A menu of the panel."""

    @classmethod
    def of(cls, what: str, placeholder: str, options: Sequence[discord.SelectOption]) -> Self:
        """Make a menu."""
        return cls(ui.Select(custom_id=f"pq:set:{what}", placeholder=placeholder, options=list(options)))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take up a menu that was used."""
        return cls(cast("ui.Select[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Keep the choice and show the panel as it is now."""
        async with apologising(interaction):
            check_manager(interaction)
            picked = self.item.values[0]
            match self.custom_id.rpartition(":")[2]:
                case "film":
                    await _choose_film(interaction, None if picked == _NO_FILM else picked)
                case "spoilers":
                    await _choose(
                        interaction, lambda now: replace(now, spoilers_left_out=picked == "left out")
                    )
                case _:
                    await _choose(interaction, lambda now: replace(now, private=picked == "private"))
            await interaction.response.edit_message(view=await _panel(interaction))


class SettingButton(ui.DynamicItem[ui.Button[Any]], template=re.compile(r"pq:set:(?P<what>name|prefix)")):
    """A button of the panel, which asks for words in a dialog."""

    @classmethod
    def of(cls, what: str, label: str) -> Self:
        """Make a button."""
        return cls(ui.Button(custom_id=f"pq:set:{what}", label=label))

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Take up a button that was pressed."""
        return cls(cast("ui.Button[Any]", item))

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Open the dialog."""
        async with apologising(interaction):
            check_manager(interaction)
            naming = self.custom_id.endswith("name")
            await open_dialog(interaction, _FilmDialog() if naming else _PrefixDialog())


class _FilmDialog(ui.Modal, title="This channel's film"):
    film: ui.Label[Any] = ui.Label(
        text="Film", description="Its title, roughly", component=ui.TextInput(max_length=200)
    )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        async with apologising(interaction):
            check_manager(interaction)
            await _choose_film(interaction, cast("ui.TextInput[Any]", self.film.component).value)
            await interaction.response.edit_message(view=await _panel(interaction))


class _PrefixDialog(ui.Modal, title="What typed commands begin with"):
    prefix: ui.Label[Any] = ui.Label(
        text="Prefix",
        description="One to five signs such as ! or ?; empty for the usual one",
        component=ui.TextInput(max_length=5, required=False),
    )

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        async with apologising(interaction):
            check_manager(interaction)
            prefix = cast("ui.TextInput[Any]", self.prefix.component).value.strip()
            if prefix and not is_prefix(prefix):
                raise SettingsError(
                    f'"{prefix}" can\'t begin commands. Give one to five signs such as ! or ?.'
                )
            await _choose(interaction, lambda now: replace(now, prefix=prefix or None))
            await interaction.response.edit_message(view=await _panel(interaction))


async def _choose(interaction: Interaction, changed: Callable[[Choices], Choices]) -> None:
    asking = interaction.client.asking
    server = cast("int", interaction.guild_id)
    await asking.run(save_choices, asking.servers, server, changed(asking.places.choices(server)))
    await asking.run(asking.places.read, asking.servers)


async def _choose_film(interaction: Interaction, named: str | None) -> None:
    asking = interaction.client.asking
    film = None if named is None else await asking.run(asking.film_named, named)
    server, channel = cast("int", interaction.guild_id), cast("int", interaction.channel_id)
    await asking.run(save_channel_film, asking.servers, server, channel, film)
    await asking.run(asking.places.read, asking.servers)


async def _panel(interaction: Interaction) -> ui.LayoutView:
    asking = interaction.client.asking
    choices, chosen = asking.places.choices(interaction.guild_id), asking.places.film(Where.of(interaction))
    film = None if chosen is None else await asking.run(asking.called_now, chosen)
    films = await asking.run(_offered, asking, film)
    gone = film is not None and await asking.run(asking.is_gone, film)
    named = f"{inline(film, [film])}{GONE * gone}" if film else "none: questions name theirs"
    prefix = choices.prefix or interaction.client.settings.prefix
    told = (
        "### Settings of this server",
        f"**This channel's film** {named}",
        f"**Spoilers** {'left out' if choices.spoilers_left_out else 'blurred'}",
        f"**Answers** {'private unless asked otherwise' if choices.private else 'for everybody to see'}",
        f"**Typed commands** begin with {inline(prefix)}",
    )
    view = ui.LayoutView(timeout=None)
    view.add_item(
        ui.Container(
            ui.TextDisplay("\n".join(told)),
            ui.ActionRow(_film_menu(films, film)),
            ui.ActionRow(
                _menu(
                    "spoilers",
                    ("blurred", "left out"),
                    "left out" if choices.spoilers_left_out else "blurred",
                )
            ),
            ui.ActionRow(_menu("answers", ("public", "private"), "private" if choices.private else "public")),
            ui.ActionRow(
                SettingButton.of("name", "Name a film"), SettingButton.of("prefix", "Change prefix")
            ),
        )
    )
    return view


def _offered(asking: Asking, film: str | None) -> Mapping[str, str]:
    """The films that the menu offers, the chosen one first: their names, and what stands for them."""
    found = [str(entry.film) for entry in asking.desk.suggest_films("", OPTIONS_IN_MENU - 2)]
    named = [name for name in [*([film] if film else []), *found] if clean(name).strip()]
    return {name: option_for(asking.servers, name) for name in named}


def _film_menu(films: Mapping[str, str], film: str | None) -> SettingMenu:
    options = [discord.SelectOption(label="No film", value=_NO_FILM, default=film is None)]
    for name, value in films.items():
        shown = label(name, OPTION_LENGTH)
        options.append(discord.SelectOption(label=shown, value=value, default=name == film))
    return SettingMenu.of("film", "This channel's film", options[:OPTIONS_IN_MENU])


def _menu(what: str, values: Sequence[str], chosen: str) -> SettingMenu:
    options = [
        discord.SelectOption(label=f"{what.capitalize()}: {value}", value=value, default=value == chosen)
        for value in values
    ]
    return SettingMenu.of(what, what.capitalize(), options)
