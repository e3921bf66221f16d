"""`import` takes page files into the library; `parse` shows what would be read of them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from rich.progress import BarColumn, DownloadColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

from bot.cli.context import Commands, Context
from bot.cli.exporting import review_as_json
from bot.cli.opening import open_library
from bot.cli.reporting import report_lines
from bot.cli.streams import Streams
from bot.errors import PageError
from bot.indexing import ORDERS, PageFile, Report, index_files, page_files, read_files, read_told
from bot.indexing import Progress as Tell
from bot.model import NOTHING_TOLD, Note, PageHead, Problem, Review, Told
from bot.pages.columns import USUAL_NAMES
from bot.pages.ratings import SCALES
from bot.pages.reader import NextFile
from bot.store.library import Library
from bot.store.saving import review_id
from bot.terminal.harmless import as_text, line

_FROM_INPUT = "-"
_WHAT_IS_READ = (
    "Put saved review pages there (text or HTML), Letterboxd's export, or dumps as JSON, JSON lines or CSV."
)
Shown: TypeAlias = PageHead | Review | Problem | Note
_WRITING = "Writing and indexing"


def add_import(commands: Commands) -> None:
    """Add the command `import`."""
    parser = commands.add_parser("import", help="take saved review pages into the library")
    _add_paths(parser)
    parser.set_defaults(run=import_pages)


def add_parse(commands: Commands) -> None:
    """Add the command `parse`."""
    parser = commands.add_parser("parse", help="show what would be read of saved pages; writes nothing")
    _add_paths(parser)
    parser.add_argument("--json", action="store_true", help="as JSON, one film, review or problem a line")
    parser.set_defaults(run=parse_pages)


def _add_paths(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("paths", nargs="+", metavar="PATH", help="a file, a folder, or - for standard input")
    parser.add_argument(
        "--film", type=as_text, metavar='"TITLE (YEAR)"', help="the film, where the pages don't name it"
    )
    parser.add_argument(
        "--reviewer",
        type=as_text,
        metavar="NAME",
        help="whose reviews these are, where the files don't say",
    )
    parser.add_argument(
        "--map",
        type=as_text,
        metavar="WHAT=COLUMN,...",
        help=f"which column of a table holds what: {', '.join(USUAL_NAMES)}",
    )
    parser.add_argument(
        "--scale",
        type=int,
        choices=SCALES,
        help="what a table's ratings are out of, where they don't say it and the report says it was misread",
    )
    parser.add_argument(
        "--dates",
        choices=ORDERS,
        help="what stands first in a table's dates such as 3/4/2005, where the report says that none tells",
    )


def import_pages(arguments: argparse.Namespace, context: Context) -> int:
    """Take the pages into the library and report; 1 where a path is wrong or nothing at all could be read."""
    files, faults = _files(arguments.paths, context.streams)
    for fault in faults:
        context.streams.complain(fault)
    if not files:
        return 1
    with open_library(context) as library:
        report = index_with_progress(library, files, context.streams, told=_told(arguments))
    for text in report_lines(report):
        context.streams.output.write(f"{text}\n")
    counts = report.counts
    nothing = not (counts.new or counts.updated or counts.unchanged)
    return 1 if faults or (report.problem_count and nothing) else 0


def parse_pages(arguments: argparse.Namespace, context: Context) -> int:
    """Show what would be read; 1 where a path is wrong or nothing at all could be read."""
    reviews = problems = 0
    files, faults = _files(arguments.paths, context.streams)
    for fault in faults:
        context.streams.complain(fault)
    for found in read_files(files, _told(arguments)):
        if isinstance(found, NextFile):
            continue
        reviews += isinstance(found, Review)
        problems += isinstance(found, Problem)
        if arguments.json:
            context.streams.write_json(_as_json(found), flush=False)
        else:
            context.streams.output.write(f"{_in_words(found)}\n")
    return 1 if faults or (problems and not reviews) else 0


def index_with_progress(
    library: Library,
    files: Sequence[PageFile],
    streams: Streams,
    *,
    told: Told = NOTHING_TOLD,
    only_new: bool = False,
) -> Report:
    """Index the files with a bar that moves as they are read."""
    try:
        with _progress(files, streams) as tell:
            return index_files(library, files, told=told, only_new=only_new, progress=tell)
    except KeyboardInterrupt:
        streams.complain(
            "Stopped. What was finished is in the library, and nothing of what wasn't: the same command "
            "completes it."
        )
        raise


@contextmanager
def _progress(files: Sequence[PageFile], streams: Streams) -> Iterator[Tell]:
    console = streams.error_console()
    columns = (
        SpinnerColumn(),  # turns while things are written, too, of which nobody knows how long they take
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        DownloadColumn(),
        TimeRemainingColumn(),
    )
    sizes = [file.size for file in files]
    total = None if None in sizes else sum(size or 0 for size in sizes)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("Reading", total=total)
        yield lambda name, size: bar.update(task, description=_short(name), advance=size)


def _short(name: str | None) -> str:
    if name is None:
        return _WRITING
    name = line(name)
    return name if len(name) <= 30 else f"{name[:14]}…{name[-15:]}"


def _files(paths: Sequence[str], streams: Streams) -> tuple[list[PageFile], list[str]]:
    """The files that the paths name, and what is wrong with paths that name none."""
    files: list[PageFile] = []
    faults: list[str] = []
    for path in dict.fromkeys(paths):  # what is named twice, standard input above all, is read once
        try:
            found = _files_at(path, streams)
        except PageError as error:
            faults.append(str(error))
            continue
        if not found:
            faults.append(f'The folder "{path}" holds no file. {_WHAT_IS_READ}')
        files += found
    return files, faults


def _files_at(path: str, streams: Streams) -> list[PageFile]:
    if not path:
        raise PageError('There is no file or folder "". Check the name and try again.')
    if path == _FROM_INPUT:
        return [PageFile("standard input", lambda: streams.source_bytes())]
    return list(page_files([Path(path)]))


def _told(arguments: argparse.Namespace) -> Told:
    return read_told(arguments.film, arguments.reviewer, arguments.map, arguments.scale, arguments.dates)


def _as_json(found: Shown) -> dict[str, object]:
    match found:
        case Review():
            return review_as_json(review_id(found), found)
        case PageHead(film, site_total):
            return {"film": film.title, "year": film.year, "site_reviews": site_total}
        case Problem(source, number, text, reason):
            return {"problem": reason, "file": source, "line": number, "text": text}
        case Note(source, text, said):
            return {"note": said, "file": source, "text": text}


def _in_words(found: Shown) -> str:
    match found:
        case Review():
            byline, votes = found.byline, found.votes
            rating = "no rating" if found.rating is None else f"{found.rating}/10"
            helpful = f", {votes.helpful:,} of {votes.total:,} helpful" if votes else ""
            marks = (", spoiler" if found.spoiler else "") + (
                "" if byline.certain else ", byline not certain"
            )
            title = f": {found.title}" if found.title else ""
            signed = line(f"{byline.reviewer}, {byline.date or 'no date'}{helpful}{marks}{title}")
            return f"  {rating:>9}  {signed}"
        case PageHead(film, site_total):
            return line(str(film)) + (
                f" ({site_total:,} reviews on the site)" if site_total is not None else ""
            )
        case Problem():
            return f"  problem: {line(str(found))}"
        case Note():
            return f"  note: {line(str(found))}"
