"""`films` lists the films of the library and changes which there are."""

from __future__ import annotations

import argparse

from bot.answers.desk import Desk
from bot.cli.context import Commands, Context
from bot.cli.streams import Streams
from bot.store.films import FilmEntry, all_films
from bot.store.library import Library
from bot.store.removing import remove_film
from bot.terminal.harmless import line


def add_films(commands: Commands) -> None:
    """Add the command `films` with what it can do to a film."""
    parser = commands.add_parser("films", help="list the films, or remove one")
    parser.set_defaults(run=list_films)
    ways = parser.add_subparsers(title="what to do", metavar="")
    remove = ways.add_parser("remove", help="remove a film and its reviews for good")
    remove.add_argument("film", help="its name, as it would be asked for")
    remove.add_argument("--yes", action="store_true", help="don't ask first")
    remove.set_defaults(run=remove_one)


def list_films(_arguments: argparse.Namespace, context: Context) -> int:
    """List the films by title."""
    with Library(context.settings.library) as library:
        entries = all_films(library)
    for entry in entries:
        context.streams.output.write(f"{entry.reviews:>8,}  {line(str(entry.film))}\n")
    if not entries:
        context.streams.output.write("There is no film yet. Begin with `pullquote import PAGE`.\n")
    return 0


def remove_one(arguments: argparse.Namespace, context: Context) -> int:
    """Remove a film after asking; 1 where the answer is no."""
    with Library(context.settings.library) as library:
        entry = Desk(library).catalogue().named(arguments.film)
        if not arguments.yes and not _agreed(entry, context.streams):
            context.streams.output.write("Nothing was removed.\n")
            return 1
        gone = remove_film(library, entry.id)
    context.streams.output.write(f"Removed {line(str(entry.film))} and its {gone:,} reviews.\n")
    return 0


def _agreed(entry: FilmEntry, streams: Streams) -> bool:
    streams.output.write(f"Remove {line(str(entry.film))} and its {entry.reviews:,} reviews for good? [y/N] ")
    streams.output.flush()
    return streams.source.readline().strip().lower() in ("y", "yes")
