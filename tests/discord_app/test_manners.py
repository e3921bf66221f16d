"""What holds for whatever a library holds and whoever asks."""

from __future__ import annotations

import re
from typing import Any

import discord
import pytest

from bot.discord_app.client import add_commands
from bot.discord_app.pace import MOST
from bot.model import Film
from bot.store.library import Library
from tests.discord_app.markdown import open_text, what_works
from tests.discord_app.seeing import NewBot, Server, buttons, choices, options, shown, text
from tests.making import make_review, save

MARKUP = "**@everyone** [x](http://y.z) <@1> ||a|| # `b` ~~c~~"
HEBREW = "האור בנמל נמוך, ואיש אינו מדבר על כך. זה סרט שקט ויפה מאוד מאוד."

LIBRARIES = {
    "one film": [make_review()],
    "many films": [
        make_review(film=Film(f"Film number {number}", 1900 + number % 100)) for number in range(300)
    ],
    "no ratings": [make_review("a", rating=None, votes=None, date=None)],
    "markup": [
        make_review(MARKUP, film=Film(MARKUP, 1999), title=MARKUP, text=f"{MARKUP} and so it goes on and on.")
    ],
    "long": [make_review(text="A long sentence about the harbour and its light. " * 250)],
    "one word": [make_review(text="x" * 12_000)],
    "right to left": [make_review("דנה", film=Film("נמל", 1999), title="שקט", text=HEBREW)],
    "only spoilers": [
        make_review("a", spoiler=True, title="He dies", text="He dies at the very end of it all.")
    ],
}
COMMANDS = {
    "rating": {},
    "timeline": {},
    "top": {},
    "search": {"words": "the"},
    "mentions": {"name": "Brandt"},
    "people": {},
    "quote": {},
    "films": {},
    "review": {"reviewer": "ada"},
    "reviewer": {"name": "ada"},
    "ask": {"question": "how is it rated?"},
    "help": {},
}


@pytest.mark.parametrize("name", LIBRARIES)
async def test_every_command_answers_from_any_library(server: Server, library: Library, name: str) -> None:
    save(library, LIBRARIES[name])
    film = {"film": str(LIBRARIES[name][0].film)}
    for place, (command, given) in enumerate(COMMANDS.items()):
        member = (server.ann, server.bob)[place % 2]
        with_film = {} if command in ("films", "reviewer", "ask", "help") else film
        answer = shown(await member.slash(server.channel, command, **given, **with_film))
        assert text(answer)
        assert not what_works(text(answer)) & {"mention", "link", "picture"}
        assert "He dies" not in open_text(text(answer))


async def test_a_list_of_300_films_is_paged(server: Server, library: Library) -> None:
    save(library, LIBRARIES["many films"])
    answer = shown(await server.ann.slash(server.channel, "films"))
    assert "1 of 15" in "".join(text(answer).split("Page ")[1:])
    await server.ann.click(answer, label="»")
    assert "Page 15 of 15" in text(answer)


async def test_a_single_result_can_be_opened_too(server: Server, library: Library) -> None:
    save(library, LIBRARIES["only spoilers"])
    answer = shown(await server.ann.slash(server.channel, "search", words="end"))
    (value,) = options(answer).values()
    opened = shown(await server.bob.select(answer, [value]))
    assert "Show spoiler" in buttons(opened)


async def test_slash_answers_ping_nobody(server: Server, library: Library) -> None:
    save(library, LIBRARIES["markup"])
    await server.ann.slash(server.channel, "top")
    (sent,) = [entry for entry in server.env.http_requests if entry.path.endswith("/callback")]
    assert sent.json is not None
    assert sent.json["data"]["allowed_mentions"] == {"parse": []}


async def test_the_app_can_be_installed_by_a_member_and_used_anywhere(server: Server) -> None:
    commands = {command["name"]: command for command in server.env.backend.commands[None].values()}
    for name in ("rating", "quote", "ask", "help", "Find in reviews"):
        assert commands[name]["integration_types"] == [0, 1]
        assert commands[name]["contexts"] == [0, 1, 2]
    for name in ("settings", "quotes"):
        assert commands[name]["integration_types"] == [0]
        assert commands[name]["contexts"] == [0]


def test_commands_keep_to_what_discord_takes(new_bot: NewBot) -> None:
    tree = new_bot().tree
    add_commands(tree)
    for payload in [command.to_dict(tree) for command in tree.get_commands()]:
        if payload["type"] == 1:
            check_command(payload)
    assert len(tree.get_commands()) <= 100


def check_command(command: dict[str, Any]) -> None:
    options = command.get("options", [])
    assert re.fullmatch(r"[a-z0-9_-]{1,32}", command["name"])
    assert 1 <= len(command["description"]) <= 100
    assert len(options) <= 25
    required = [option.get("required", False) for option in options]
    assert required == sorted(required, reverse=True), "Discord wants required options first"
    for option in options:
        assert len(option.get("choices") or []) <= 25
        check_command(option)


async def test_pressing_too_quickly_is_held_up_as_well(server: Server, library: Library) -> None:
    save(library, [make_review(f"r{number}") for number in range(7)])
    answer = shown(await server.ann.slash(server.channel, "top"))
    for number in range(MOST - 1):
        await server.ann.click(answer, label="‹" if number % 2 else "›")
    told = shown(await server.ann.click(answer, label="‹"))
    assert told.ephemeral
    assert "Ask again in" in text(told)


async def test_a_dialog_sent_after_a_restart_is_said_to_be_out_of_use(
    server: Server, library: Library, new_bot: NewBot
) -> None:
    guild = server.env.guild
    role = guild.create_role("Bosses", permissions=discord.Permissions(manage_guild=True))
    boss = guild.add_member(server.env.create_user("boss"), roles=[role])
    panel = shown(await boss.slash(server.channel, "settings"))
    dialog = await boss.click(panel, label="Change prefix")
    assert dialog.modal is not None
    field = dialog.modal["components"][0]["component"]["custom_id"]

    await server.env.restart_bot(new_bot())

    told = shown(await boss.submit_modal(dialog, {field: "?"}))
    assert told.ephemeral
    assert "from before I was last started" in text(told)


async def test_a_library_that_can_not_be_read_is_said_in_a_sentence(server: Server, library: Library) -> None:
    library.close()
    told = shown(await server.ann.slash(server.channel, "films"))
    assert told.ephemeral
    assert "Start Pullquote again" in text(told)
    assert await choices(server.ann, server.channel, "rating", "film", "harb") == {}
    assert server.env.errors
