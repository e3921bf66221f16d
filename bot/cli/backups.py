"""`backup` copies what the bot keeps, and `restore` brings a copy back, both while the bot runs.

A backup is one file. What Discord's servers chose, where anything was, is a second file beside it.
"""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path

from bot.answers.wording import counted
from bot.cli.context import Commands, Context
from bot.cli.opening import REPLACED, loss_of, open_library
from bot.errors import PullquoteError
from bot.settings import Settings
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.safekeeping import back_up, restore
from bot.store.servers import Servers


def add_backup(commands: Commands) -> None:
    """Add the command `backup`."""
    parser = commands.add_parser("backup", help="copy the library, also while the bot runs")
    parser.add_argument("file", nargs="?", type=Path, metavar="FILE", help="default: backups/ with the date")
    parser.set_defaults(run=make_backup)


def add_restore(commands: Commands) -> None:
    """Add the command `restore`."""
    parser = commands.add_parser("restore", help="make the library what a backup holds")
    which = parser.add_mutually_exclusive_group(required=True)
    which.add_argument("file", nargs="?", type=Path, metavar="FILE", help="what `pullquote backup` made")
    which.add_argument(
        "--anew",
        action="store_true",
        help="begin with an empty library where it is gone, though there are copies",
    )
    parser.set_defaults(run=restore_backup)


def make_backup(arguments: argparse.Namespace, context: Context) -> int:
    """Copy the library, and the servers' choices where there are any."""
    target = arguments.file or _dated(context.settings, "library")
    if target.exists():
        raise PullquoteError(f'There is "{target}" already. Name a file that isn\'t there yet.')
    for file in _copy(context, target):
        context.streams.output.write(f"Kept {file}\n")
    return 0


def restore_backup(arguments: argparse.Namespace, context: Context) -> int:
    """Bring a backup back, after keeping what it replaces."""
    settings, backup = context.settings, arguments.file
    if backup is None:
        return _begin_anew(context)
    with Library(settings.library, tell=context.streams.complain) as library:

        def keep() -> None:
            if all_films(library):
                kept = _dated(settings, REPLACED)
                back_up(library, kept)
                context.streams.output.write(f"Kept what there was in {kept}\n")

        restore(library, backup, keep)
        films = all_films(library)
    if _beside(backup).is_file():
        with Servers(settings.servers) as servers:
            restore(servers, _beside(backup))
    reviews = sum(entry.reviews for entry in films)
    context.streams.output.write(
        f"Restored {backup}: {counted(len(films), 'film')}, {counted(reviews, 'review')}.\n"
    )
    return 0


def _begin_anew(context: Context) -> int:
    settings = context.settings
    if loss_of(settings) is None and settings.library.exists():
        raise PullquoteError(
            f'There is a library, "{settings.library}". Move it away first to begin with an empty one.'
        )
    with Library(settings.library):
        pass
    context.streams.output.write(
        f'There is an empty library now. A start reads the pages in "{settings.pages}".\n'
    )
    return 0


def _copy(context: Context, target: Path) -> list[Path]:
    settings = context.settings
    with open_library(context) as library:
        back_up(library, target)
    if not settings.servers.is_file():
        return [target]
    with Servers(settings.servers) as servers:
        back_up(servers, _beside(target))
    return [target, _beside(target)]


def _beside(backup: Path) -> Path:
    return backup.with_name(f"{backup.stem}-servers{backup.suffix}")


def _dated(settings: Settings, name: str) -> Path:
    now = dt.datetime.now().astimezone()
    return settings.backups / f"{name}-{now:%Y-%m-%d-%H%M%S}.db"
