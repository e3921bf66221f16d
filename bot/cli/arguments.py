"""What can be typed behind `pullquote`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from bot import __version__
from bot.cli.asking import add_ask, add_chat
from bot.cli.backups import add_backup, add_restore
from bot.cli.browsing import add_browse
from bot.cli.doctor import add_doctor
from bot.cli.exporting import add_export
from bot.cli.films import add_films
from bot.cli.importing import add_import, add_parse
from bot.cli.imports import add_imports
from bot.cli.starting import start
from bot.questions.commands import COMMANDS
from bot.questions.flags import is_flag

_DESCRIPTION = """Answers questions about film reviews, in Discord and in a terminal.

Without a command: index what is new in the pages folder, then connect to Discord where DISCORD_TOKEN is set,
or else open the terminal chat."""

_COMMANDS = (
    add_ask,
    add_chat,
    add_import,
    add_parse,
    add_imports,
    add_films,
    add_export,
    add_backup,
    add_restore,
    add_doctor,
    add_browse,
)

_OF_ASK = ("-h", "--help", "--json")


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """The chosen command's arguments, with the command as `run`; raises SystemExit for help and wrong usage.

    A question may do without `ask`: `pullquote rating lantern row`.
    """
    parser = argparse.ArgumentParser(
        prog="pullquote", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"Pullquote {__version__}")
    parser.set_defaults(run=start)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in _COMMANDS:
        add(commands)
    first, *rest = argv or ("",)
    if first == "ask":
        return parser.parse_args(_question(rest))
    if first.lower() in COMMANDS and first not in commands.choices:
        return parser.parse_args(_question(argv))
    return parser.parse_args(argv)


def _question(words: Sequence[str]) -> list[str]:
    """`ask` with its own options first, so that those of the question (`--film "Lantern Row"`) stay in it."""
    own = [word for word in words if word in _OF_ASK or (word.startswith("--") and not is_flag(word))]
    question = [word for word in words if word not in own]
    return ["ask", *filter("--".__ne__, own), *(["--", *question] if question else [])]
