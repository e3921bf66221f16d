"""`pullquote` alone: index what is new, then go to Discord, or chat in the terminal without a token."""

from __future__ import annotations

import argparse
import logging

from bot.answers.desk import Desk
from bot.cli.asking import converse_at
from bot.cli.context import Context
from bot.cli.importing import index_with_progress
from bot.cli.opening import open_library, servers_loss_of
from bot.cli.reporting import note_lines, problem_lines, summary, unread
from bot.cli.streams import Streams
from bot.errors import StoreError
from bot.indexing import page_files
from bot.store.library import Library

_CHATTING = "DISCORD_TOKEN is not set (in the environment or in .env), so this is the terminal chat."


def start(_arguments: argparse.Namespace, context: Context) -> int:
    """Index the pages folder, then serve until somebody leaves."""
    settings = context.settings
    with open_library(context) as library:
        if library.unwritable is None:
            index_new_pages(library, context)
        else:
            context.streams.complain(f"{library.unwritable} Until then questions are answered, and no more.")
        if settings.token is None:
            context.streams.console().print(_CHATTING, style="dim")
            converse_at(Desk(library), context)
        else:
            _connect(library, context)
    return 0


def index_new_pages(library: Library, context: Context) -> None:
    """Index what is new in the pages folder, and say so where anything is."""
    pages = context.settings.pages
    try:
        pages.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreError(f'The folder "{pages}" can\'t be made: {error.strerror or error}.') from error
    report = index_with_progress(library, list(page_files([pages])), context.streams, only_new=True)
    if report.files > report.known:
        context.streams.output.write(f"{summary(report)}\n")
        context.streams.output.writelines(f"{text}\n" for text in note_lines(report))
    for text in problem_lines(report):
        context.streams.errors.write(f"{text}\n")
    if report.unreadable:
        context.streams.complain(f"{unread(pages, report.unreadable)}.")


def _connect(library: Library, context: Context) -> None:
    # Imported here: it takes long to load, and the terminal does without.
    from bot.discord_app.connecting import run

    log_to(context.streams)
    if loss := servers_loss_of(context.settings):
        context.streams.complain(loss)
    run(context.settings, library)


def log_to(streams: Streams) -> None:
    """Log what happens in Discord, a line each; of what the library says only what is wrong."""
    logging.basicConfig(
        level=logging.INFO,
        stream=streams.errors,
        format="%(asctime)s %(levelname)s %(message)s",
        datefmt="%Y-%m-%d %H:%M:%S",
    )
    logging.getLogger("discord").setLevel(logging.WARNING)
