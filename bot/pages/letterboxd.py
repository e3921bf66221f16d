"""What somebody exports from Letterboxd: reviews, and the ratings of films they didn't review.

An export is a `.zip` of tables; each of its tables can be given alone too, but then it doesn't say whose it
is. Half stars are points of ten.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import BinaryIO

from bot.errors import PageError
from bot.language.folding import folded
from bot.model import Film, PageHead, Problem, Review, Told
from bot.pages.csv_rows import csv_beginning, csv_rows
from bot.pages.dates import parse_date
from bot.pages.encodings import opening_text
from bot.pages.film_in_force import OtherFilms
from bot.pages.markup import without_markup
from bot.pages.members import Member
from bot.pages.ratings import Rating, parse_rating, points_of
from bot.pages.reader import OPENING, Found, Reader, cut, dated_byline
from bot.pages.rows import BadRow, Counted, Row
from bot.pages.saved_text import without_controls

SITE = "Letterboxd"
MOST_FILMS = 200_000
"""Films in one export beyond which it is refused: nobody has seen as many."""

TABLES = ("reviews.csv", "ratings.csv", "diary.csv")
"""The tables that are read, in this order: a rating counts only for a film that has none yet."""
PROFILE = "profile.csv"
_FOLDERS = frozenset(("deleted", "orphaned", "likes", "lists"))
_STARS = 5
_MARK = "Letterboxd URI"
_ENTRY = re.compile(r"https?://(?:boxd\.it/|letterboxd\.com/)(?P<entry>[\w/-]{1,120}?)/?")
_NAME_OF_THE_FILE = re.compile(r"letterboxd-(?P<user>[\w-]{1,60})-20[0-9]{2}-[0-9-]{5,}utc")


def is_table(opening: bytes) -> bool:
    """Whether a file begins as a table of an export does."""
    return _MARK in csv_beginning(opening_text(opening))[0]


def read_table(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Read one table of an export.

    Raises PageError where nothing says whose it is, and for what somebody deleted, which an export holds too.
    """
    if PurePosixPath(source).parent.name in _FOLDERS:
        raise PageError(f"{source}: this is no review that stands on Letterboxd, so it is left out.")
    reviewer = told.reviewer or _named_after(source)
    if reviewer is None:
        raise PageError(
            f"{source}: this table of a Letterboxd export doesn't say whose it is. Give the whole export, "
            "packed or not, or say whose it is with --reviewer NAME."
        )
    reading = _Reading(reviewer, told.film)
    yield from reading.table(file, source)
    if not reading.count:
        raise PageError(f"{source}: this table of a Letterboxd export holds no review and no rating.")


def is_export(members: Sequence[Member]) -> bool:
    """Whether the files of an archive are an export."""
    names = {member.name.rpartition("/")[2] for member in members}
    if not names & {PROFILE, "watched.csv", "watchlist.csv"}:
        return False
    return any(_begins_as_table(member) for table in TABLES if (member := _member(members, table)))


def read_export(members: Sequence[Member], source: str, told: Told) -> Iterator[Found]:
    """Read a whole export; what was deleted, and what belongs to no film any more, is left out.

    A table that can't be read is a problem. Raises PageError where nothing says whose the export is, or
    nothing of it can be read.
    """
    profile = _member(members, PROFILE)
    reading = _Reading(told.reviewer or _user(profile, source), told.film)
    for table in TABLES:
        member = _member(members, table)
        if member is None:
            continue
        place = f"{source}/{member.name}"
        try:
            with member.opens() as file:
                yield from reading.table(file, place)
        except PageError as error:
            yield error.as_problem(place)
    if not reading.count:
        raise PageError(f"{source}: this Letterboxd export holds no review and no rating that can be read.")


class _Reading:
    """The tables of one person's export, one after the other."""

    def __init__(self, reviewer: str, asked: Film | None) -> None:
        self._reviewer, self._asked = reviewer, asked
        self._films: set[Film] = set()
        self._rated: set[tuple[str, int | None]] = set()
        self.count = 0

    def table(self, file: BinaryIO, source: str) -> Iterator[Found]:
        opening = opening_text(file.read(OPENING))
        file.seek(0)
        covered, counted, others = frozenset(self._rated), Counted(source), OtherFilms(source, self._asked)
        for row in csv_rows(file, source, opening):
            if isinstance(row, Problem):
                yield row
                continue
            counted.note(row)
            if isinstance(row, BadRow):
                yield Problem(source, row.line, row.text, f"row {row.number}: {row.reason}")
            else:
                yield from self._row(row, source, covered, others)
        yield from others.problem()

    def _row(
        self, row: Row, source: str, covered: frozenset[tuple[str, int | None]], others: OtherFilms
    ) -> Iterator[Found]:
        title, text = _value(row, "Name"), without_markup(_value(row, "Review"))
        if not title:
            yield Problem(source, row.line, "", f"row {row.number} names no film, so it is left out")
            return
        year = _value(row, "Year")
        named = Film(title, int(year) if re.fullmatch(r"[0-9]{4}", year) else None)
        film = self._asked or named
        others.note(named, row.line)
        rating, problem = _rating(row, source)
        yield from problem
        key = (folded(title), film.year)
        if (not text and rating is None) or (not text and key in covered):
            return
        self._rated.add(key)
        if film not in self._films:
            self._films.add(film)
            if len(self._films) > MOST_FILMS:
                raise PageError(f"{source}: more than {MOST_FILMS:,} films are no export of one person.")
            yield PageHead(film, None)
        self.count += 1
        printed = _value(row, "Date") or _value(row, "Watched Date")
        date = parse_date(printed)
        if date is None:
            yield Problem(source, row.line, cut(printed), f"row {row.number} has no date that can be read")
        yield Review(
            film=film,
            title="",
            byline=dated_byline(self._reviewer, date),
            rating=rating,
            votes=None,
            spoiler=False,
            text=text,
            site_id=_entry(row) if "Rewatch" in row.values else None,
            site=SITE,
        )


def _rating(row: Row, source: str) -> tuple[int | None, Sequence[Problem]]:
    printed = _value(row, "Rating")
    try:
        rating = parse_rating(printed)
        return (None if rating is None else points_of(Rating(rating.number, _STARS), _STARS)), ()
    except ValueError:
        reason = f"row {row.number} has no rating that can be read"
        return None, (Problem(source, row.line, cut(printed), reason),)


def _entry(row: Row) -> str | None:
    """The site's id of a diary entry; in tables of ratings the address is that of the film."""
    match = _ENTRY.fullmatch(_value(row, _MARK))
    return f"boxd.it/{match['entry']}" if match else None


def _value(row: Row, column: str) -> str:
    return without_controls(str(row.values.get(column) or "")).strip()


def _member(members: Sequence[Member], name: str) -> Member | None:
    """The table of this name; those in folders of the export are of what was deleted, orphaned or liked."""
    tables = [member for member in members if PurePosixPath(member.name).parent.name not in _FOLDERS]
    return next((member for member in tables if PurePosixPath(member.name).name == name), None)


def _begins_as_table(member: Member) -> bool:
    try:
        with member.opens() as file:
            return is_table(file.read(OPENING))
    except (PageError, OSError):
        return False


def _user(profile: Member | None, source: str) -> str:
    if profile is not None:
        with profile.opens() as file:
            opening = opening_text(file.read(OPENING))
        names, *values = csv_beginning(opening)
        if "Username" in names and values and len(values[0]) == len(names):
            return values[0][names.index("Username")]
    if named := _named_after(source):
        return named
    raise PageError(f"{source}: this Letterboxd export doesn't say whose it is. Say it with --reviewer NAME.")


def _named_after(source: str) -> str | None:
    """Whom the file of an export is named after, or the folder that it was unpacked into."""
    match = _NAME_OF_THE_FILE.search(source)
    return match["user"] if match else None


LETTERBOXD_TABLE = Reader("table of a Letterboxd export", is_table, read_table, rewinds=True)
