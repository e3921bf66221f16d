"""What can be typed behind `pullquote`."""

from __future__ import annotations

import argparse

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


def make_parser() -> argparse.ArgumentParser:
    """The parser of every command; the chosen one is the `run` of what it gives."""
    parser = argparse.ArgumentParser(
        prog="pullquote", description=_DESCRIPTION, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"Pullquote {__version__}")
    parser.set_defaults(run=start)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    for add in _COMMANDS:
        add(commands)
    return parser
