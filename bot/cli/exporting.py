"""`export` writes reviews for other programs and for people, in a stable order; its files import again."""

from __future__ import annotations

import argparse
import csv
from collections.abc import Callable, Generator, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from stat import S_IMODE
from typing import TextIO, TypeAlias

from bot.answers.behind import reviews_behind
from bot.answers.desk import Desk
from bot.cli.context import Commands, Context
from bot.cli.opening import open_library
from bot.cli.streams import Streams
from bot.errors import PullquoteError
from bot.model import Review
from bot.pages.cells import guarded
from bot.pages.own_markdown import FIRST_LINE, escaped, facts_comment, quotation
from bot.questions.reading import read
from bot.store.library import Library
from bot.store.reviews import StoredReview, every_review
from bot.terminal.harmless import as_text

_STANDARD_OUTPUT = Path("-")
Reviews: TypeAlias = Generator[StoredReview, None, None]


def add_export(commands: Commands) -> None:
    """Add the command `export`."""
    parser = commands.add_parser("export", help="write reviews for other programs, or to be read")
    form = parser.add_mutually_exclusive_group(required=True)
    for name, (_, told) in _FORMS.items():
        form.add_argument(f"--{name}", dest="form", action="store_const", const=name, help=told)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--film", type=as_text, metavar="NAME", help="the reviews of one film")
    which.add_argument(
        "--ask",
        type=as_text,
        metavar="QUESTION",
        help="those behind an answer: that it shows or counts",
    )
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FILE", help="write a file; - is standard output"
    )
    parser.add_argument("--force", action="store_true", help="replace the file if there is one")
    parser.set_defaults(run=export)


def export(arguments: argparse.Namespace, context: Context) -> int:
    """Write the reviews that are asked for, the whole library unless told otherwise."""
    write, _ = _FORMS[arguments.form]
    with open_library(context) as library, closing(_reviews(library, arguments)) as reviews:
        if arguments.output in (None, _STANDARD_OUTPUT):
            write(reviews, context.streams)
        else:
            with _written(arguments.output, replaces=arguments.force) as file:
                write(reviews, Streams(context.streams.source, file, context.streams.errors))
    return 0


def review_as_json(review_id: str, review: Review) -> dict[str, object]:
    """A review as its line of the export.

    `text` is the body as it stands on the page, `byline` the printed line where it can be read another way.
    """
    byline, votes = review.byline, review.votes
    return {
        "review_id": review_id,
        "film": review.film.title,
        "year": review.film.year,
        "title": review.title,
        "reviewer": byline.reviewer,
        "byline_certain": byline.certain,
        "date": byline.date.isoformat() if byline.date else None,
        "rating": review.rating,
        "helpful": votes.helpful if votes else None,
        "total": votes.total if votes else None,
        "spoiler": review.spoiler,
        "text": review.text,
        "site": review.site,
        "byline": byline.printed if byline.other else None,
    }


def _reviews(library: Library, arguments: argparse.Namespace) -> Reviews:
    desk = Desk(library)
    if arguments.film is not None:
        return every_review(library, desk.catalogue().named(arguments.film).id)
    if arguments.ask is None:
        return every_review(library)
    answer = desk.answer(read(arguments.ask, desk.known()))
    return reviews_behind(answer, library, desk.catalogue(), desk.answer)


def _write_json(reviews: Reviews, streams: Streams) -> None:
    for stored in reviews:
        streams.write_json(review_as_json(stored.review_id, stored.review), flush=False)


def _write_csv(reviews: Reviews, streams: Streams) -> None:
    table = csv.writer(streams.output, lineterminator="\n")
    for number, stored in enumerate(reviews):
        fields = review_as_json(stored.review_id, stored.review)
        if not number:
            table.writerow(fields)
        table.writerow([_cell(value) for value in fields.values()])


def _cell(value: object) -> object:
    if isinstance(value, str):
        return guarded(value)
    return str(value).lower() if isinstance(value, bool) else value


def _write_markdown(reviews: Reviews, streams: Streams) -> None:
    output, film = streams.output, None
    output.write(f"{FIRST_LINE}\n")
    for stored in reviews:
        if stored.review.film != film:
            film = stored.review.film
            output.write(f"\n# {_heading(str(film))}\n")
        output.write(_markdown(stored))


def _markdown(stored: StoredReview) -> str:
    review = stored.review
    facts = {key: value for key, value in review_as_json(stored.review_id, review).items() if key != "text"}
    told, title = facts_comment(facts), _heading(review.title) or "—"
    if review.spoiler:
        folded = f"{told}\n\n### {title}\n\n{quotation(review.text)}"
        fold = f"<details><summary>Spoiler</summary>\n\n{folded}\n\n</details>"
        return f"\n## Spoiler\n\n{_signed(review)}\n\n{fold}\n"
    return f"\n{told}\n\n## {title}\n\n{_signed(review)}\n\n{quotation(review.text)}\n"


def _signed(review: Review) -> str:
    byline, votes = review.byline, review.votes
    said = [
        f"**{_heading(byline.reviewer)}**",
        f"{byline.date.day} {byline.date:%B %Y}" if byline.date else "",
        "" if review.rating is None else f"{review.rating}/10",
        f"{votes.helpful:,} of {votes.total:,} found this helpful" if votes else "",
        _heading(review.site or ""),
    ]
    return " · ".join(part for part in said if part)


def _heading(text: str) -> str:
    return escaped(" ".join(text.split()))


_FORMS: dict[str, tuple[Callable[[Reviews, Streams], None], str]] = {
    "json": (_write_json, "as JSON, one review a line"),
    "csv": (_write_csv, "as a table for spreadsheets, where no cell becomes a formula"),
    "markdown": (_write_markdown, "to be read, spoilers folded away"),
}


@contextmanager
def _written(path: Path, *, replaces: bool) -> Iterator[TextIO]:
    """What to write to: a file is there whole in the end or as it was before, a device or pipe stays one."""
    if path.is_file() and not replaces:
        raise PullquoteError(f'There is "{path}" already. Name another file, or replace it with --force.')
    try:
        if path.exists() and not path.is_file():
            with path.open("w", encoding="utf-8", newline="") as file:
                yield file
        else:
            with _replaced(path.resolve()) as file:
                yield file
    except OSError as error:
        raise PullquoteError(f'"{path}" can\'t be written: {error.strerror or error}.') from error


@contextmanager
def _replaced(path: Path) -> Iterator[TextIO]:
    unfinished = path.with_name(f".{token_hex(8)}.part")
    try:
        with unfinished.open("x", encoding="utf-8", newline="") as file:
            if path.exists():
                unfinished.chmod(S_IMODE(path.stat().st_mode))
            yield file
        unfinished.replace(path)
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
