"""`films` lists the films of the library and changes which there are."""

from __future__ import annotations

import argparse

from bot.answers.desk import Desk
from bot.answers.wording import counted
from bot.cli.context import Commands, Context
from bot.cli.opening import open_library
from bot.cli.streams import Streams
from bot.errors import FilmError
from bot.model import Film
from bot.store.film_changes import merge_films, rename_film, undo_film_change
from bot.store.films import FilmEntry, all_films
from bot.store.removing import remove_film
from bot.terminal.harmless import as_text, line


def add_films(commands: Commands) -> None:
    """Add the command `films` with what it can do to a film."""
    parser = commands.add_parser("films", help="list the films, merge, rename or remove some")
    parser.set_defaults(run=list_films)
    ways = parser.add_subparsers(title="what to do", metavar="")
    merge = ways.add_parser("merge", help="make two films one")
    merge.add_argument("film", type=as_text, help="the film that becomes part of the other")
    merge.add_argument("into", type=as_text, help="the film that stays")
    merge.set_defaults(run=merge_two)
    rename = ways.add_parser("rename", help="call a film otherwise")
    rename.add_argument("film", type=as_text, help="its name now")
    rename.add_argument("name", type=as_text, metavar='"TITLE (YEAR)"', help="its name from now on")
    rename.set_defaults(run=rename_one)
    undo = ways.add_parser("undo", help="take back the latest merging or renaming")
    undo.set_defaults(run=undo_latest)
    remove = ways.add_parser("remove", help="remove a film and its reviews for good")
    remove.add_argument("film", type=as_text, help="its name, as it would be asked for")
    remove.add_argument("--yes", action="store_true", help="don't ask first")
    remove.set_defaults(run=remove_one)


def list_films(_arguments: argparse.Namespace, context: Context) -> int:
    """List the films by title."""
    with open_library(context) as library:
        entries = all_films(library)
    for entry in entries:
        context.streams.output.write(f"{entry.reviews:>8,}  {line(str(entry.film))}\n")
    if not entries:
        context.streams.output.write("There is no film yet. Begin with `pullquote import PAGE`.\n")
    return 0


def merge_two(arguments: argparse.Namespace, context: Context) -> int:
    """Make a film part of another."""
    with open_library(context) as library:
        catalogue = Desk(library).catalogue()
        film, into = catalogue.named(arguments.film), catalogue.named(arguments.into)
        twins = merge_films(library, film, into)
    context.streams.output.write(
        f"{line(str(film.film))} is part of {line(str(into.film))} now. Both had "
        f"{counted(twins, 'review') if twins else 'no review'} in common. "
        "`pullquote films undo` takes it back.\n"
    )
    return 0


def rename_one(arguments: argparse.Namespace, context: Context) -> int:
    """Call a film otherwise."""
    with open_library(context) as library:
        film = Desk(library).catalogue().named(arguments.film)
        name = _name(arguments.name)
        rename_film(library, film, name)
    context.streams.output.write(
        f"{line(str(film.film))} is called {line(str(name))} now. `pullquote films undo` takes it back.\n"
    )
    return 0


def undo_latest(_arguments: argparse.Namespace, context: Context) -> int:
    """Take back the latest merging or renaming."""
    with open_library(context) as library:
        said = undo_film_change(library)
    context.streams.output.write(f"Taken back: {line(said)}.\n")
    return 0


def remove_one(arguments: argparse.Namespace, context: Context) -> int:
    """Remove a film after asking; 1 where the answer is no."""
    with open_library(context) as library:
        entry = Desk(library).catalogue().named(arguments.film)
        if not arguments.yes and not _agreed(entry, context.streams):
            context.streams.output.write("Nothing was removed.\n")
            return 1
        gone = remove_film(library, entry.id)
    context.streams.output.write(f"Removed {line(str(entry.film))} and its {counted(gone, 'review')}.\n")
    return 0


def _agreed(entry: FilmEntry, streams: Streams) -> bool:
    streams.output.write(
        f"Remove {line(str(entry.film))} and its {counted(entry.reviews, 'review')} for good? [y/N] "
    )
    streams.output.flush()
    return streams.source.readline().strip().lower() in ("y", "yes")


def _name(text: str) -> Film:
    try:
        return Film.parse(text)
    except ValueError as error:
        raise FilmError(
            'A film needs a title, for example: films rename "tallow quay" "Tallow Quay (2003)"'
        ) from error
