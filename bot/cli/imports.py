"""`imports` lists what was taken into the library, and takes an import back whole."""

from __future__ import annotations

import argparse

from bot.answers.wording import counted
from bot.cli.context import Commands, Context
from bot.store.library import Library
from bot.store.removing import ImportEntry, all_imports, undo_import
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
    with Library(context.settings.library) as library:
        entries = all_imports(library)
    for entry in entries:
        context.streams.output.write(f"{_in_a_line(entry)}\n")
    if not entries:
        context.streams.output.write("Nothing was imported yet. Begin with `pullquote import PAGE`.\n")
    return 0


def undo_one(arguments: argparse.Namespace, context: Context) -> int:
    """Take one import back."""
    with Library(context.settings.library) as library:
        counts = undo_import(library, arguments.number)
    before = f", and {counted(counts.updated, 'review')} stand as before it" if counts.updated else ""
    context.streams.output.write(
        f"Import {arguments.number} was taken back: {counted(counts.new, 'review')} went{before}. "
        "A start passes over its files from now on; `pullquote import` reads them again.\n"
    )
    return 0


def _in_a_line(entry: ImportEntry) -> str:
    more = len(entry.sources) - _SOURCES_NAMED
    named = ", ".join(entry.sources[:_SOURCES_NAMED]) + (f" and {more:,} more" if more > 0 else "")
    when = entry.at[:16].replace("T", " ")
    brought = f"{entry.counts.new:,} new, {entry.counts.updated:,} updated"
    return f"{entry.id:>4}  {when} UTC  {brought}  {line(named)}"
