"""`imports` lists what was taken into the library, and takes an import back whole."""

from __future__ import annotations

import argparse

from bot.answers.wording import counted
from bot.cli.context import Commands, Context
from bot.cli.opening import open_library
from bot.store.removing import ImportEntry, all_imports, undo_import
from bot.store.saving import Counts
from bot.terminal.harmless import line

_SOURCES_NAMED = 3


def add_imports(commands: Commands) -> None:
    """Add the command `imports` with `imports undo`."""
    parser = commands.add_parser("imports", help="list the imports, or take one back")
    parser.set_defaults(run=list_imports)
    ways = parser.add_subparsers(title="what to do", metavar="")
    undo = ways.add_parser("undo", help="take an import back whole")
    undo.add_argument("number", type=int, help="its number in the list")
    undo.set_defaults(run=undo_one)


def list_imports(_arguments: argparse.Namespace, context: Context) -> int:
    """List the imports, the latest first."""
    with open_library(context) as library:
        entries = all_imports(library)
    for entry in entries:
        context.streams.output.write(f"{_in_a_line(entry)}\n")
    if not entries:
        context.streams.output.write("Nothing was imported yet. Begin with `pullquote import PAGE`.\n")
    return 0


def undo_one(arguments: argparse.Namespace, context: Context) -> int:
    """Take one import back."""
    with open_library(context) as library:
        counts = undo_import(library, arguments.number)
    context.streams.output.write(
        f"Import {arguments.number} was taken back: {_what_became(counts)}. "
        "A start passes over its files from now on; `pullquote import` reads them again.\n"
    )
    return 0


def _what_became(counts: Counts) -> str:
    """Of the reviews that an import held, how many went, and how many other imports hold too."""
    stay = counts.updated + counts.unchanged
    if not stay:
        return f"{counted(counts.new, 'review')} went"
    went = f"{counted(counts.new, 'review')} went and " if counts.new else ""
    held = f"{counted(stay, 'review')} that other imports hold too {'stays' if stay == 1 else 'stay'}"
    theirs = f", {counts.updated:,} of them as these have it" if counts.updated else ""
    return f"{went}{held}{theirs}"


def _in_a_line(entry: ImportEntry) -> str:
    more = len(entry.sources) - _SOURCES_NAMED
    named = ", ".join(entry.sources[:_SOURCES_NAMED]) + (f" and {more:,} more" if more > 0 else "")
    when = entry.at[:16].replace("T", " ")
    return f"{entry.id:>4}  {when} UTC  {_brought(entry.counts)}  {line(named)}"


def _brought(counts: Counts) -> str:
    if not counts.new and not counts.updated:
        return f"{counted(counts.unchanged, 'review')}, all known already"
    known = f", {counts.unchanged:,} known already" if counts.unchanged else ""
    return f"{counts.new:,} new, {counts.updated:,} updated{known}"
