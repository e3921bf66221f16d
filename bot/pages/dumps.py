"""Dumps of reviews as tables: CSV, JSON and JSON lines, with columns of any usual names.

A file is read twice: what its ratings are out of, and whether its dates have the day or the month first, can
be told only over all of it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO, TypeAlias

from bot.errors import PageError
from bot.language.bylines import candidates
from bot.model import Byline, Film, PageHead, Problem, Review, Told, Votes
from bot.pages.columns import OWN_MARK, check_told, listed, looks_like_reviews, match_columns, plain_name
from bot.pages.csv_rows import csv_beginning, csv_rows
from bot.pages.dates import Order, order_of, parse_date
from bot.pages.json_rows import json_rows
from bot.pages.markup import without_markup
from bot.pages.own_markdown import FIRST_LINE, markdown_rows
from bot.pages.ratings import parse_rating, points_of, scale_of
from bot.pages.reader import OPENING, Found, Reader, cut, dated_byline
from bot.pages.rows import BadRow, Row, Value
from bot.pages.saved_text import opening_text, without_controls
from bot.pages.votes import is_lone, parse_votes

_Rows: TypeAlias = Callable[[], Iterator[Row | BadRow]]
_SHAPES = 500
"""Rows of different columns that are told apart, and..."""
_COLUMNS = 2_000
"""...names of columns that are looked at, however many a table has."""
_FILM_ID = re.compile(r"\btt[0-9]{5,12}\b")
_REVIEW_ID = re.compile(r"rw[0-9]{1,12}")
_YEAR = re.compile(r"(?:18|19|20|21)[0-9]{2}")
_YES = frozenset(("true", "yes", "1", "y", "t", "spoiler", "spoilers"))
_NO_DATE = frozenset(("", "n/a", "none", "null", "nan", "-", "unknown"))


def is_dump(opening: bytes) -> bool:
    """Whether a file begins as a table of reviews does, as far as it can be told without the host's map."""
    text = opening_text(opening).lstrip("\ufeff \n\t")
    if text.startswith(FIRST_LINE):
        return True
    if text[:1] in ("{", "["):
        return text[1:].lstrip(" \n\t[{")[:1] in ('"', "}", "]", "")
    names, *below = csv_beginning(text)
    if len(names) > 1 and looks_like_reviews(names):
        return True
    return len(names) > 2 and len(below) > 1 and all(len(values) == len(names) for values in below)


def read_dump(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Read the reviews of a table. Raises PageError where its columns can't be told."""
    opening = opening_text(file.read(OPENING))

    def rows() -> Iterator[Row | BadRow]:
        file.seek(0)
        beginning = opening.lstrip("\ufeff \n\t")
        if beginning.startswith(FIRST_LINE):
            return markdown_rows(file, source)
        return json_rows(file, source) if beginning[:1] in ("{", "[") else csv_rows(file, source, opening)

    survey = _survey(rows, told, source)
    films: set[Film] = set()
    for row in rows():
        if isinstance(row, BadRow):
            yield Problem(source, row.line, row.text, f"row {row.number}: {row.reason}")
            continue
        for found in _Reading(row, survey, told, source).review():
            if isinstance(found, PageHead):
                if found.film in films:
                    continue
                films.add(found.film)
            yield found
    yield from _notes(survey, source)


@dataclass(slots=True)
class _Survey:
    """What is known of a table once all of it was seen."""

    columns: dict[str, str] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    is_own: bool = False
    highest: float = 0.0
    orders: Counter[Order] = field(default_factory=Counter)
    ambiguous_date: str = ""
    has_lone_votes: bool = False

    @property
    def scale(self) -> int:
        return 10 if self.is_own else scale_of(self.highest)

    @property
    def has_day_first(self) -> bool:
        return self.orders["day first"] >= self.orders["month first"]


def _survey(rows: _Rows, told: Told, source: str) -> _Survey:
    survey = _Survey()
    shapes: set[tuple[str, ...]] = set()
    is_empty = True
    for row in rows():
        is_empty = False
        if isinstance(row, BadRow):
            continue
        shape = tuple(row.values)
        if shape not in shapes and len(shapes) < _SHAPES and len(survey.names) < _COLUMNS:
            shapes.add(shape)
            survey.names |= dict.fromkeys(shape[:_COLUMNS])
            survey.columns = match_columns(survey.names, told.columns)
        _look_at(row, survey)
    if is_empty:
        raise PageError(f"{source}: this table has no rows.")
    _check(survey, told, source)
    survey.is_own = any(plain_name(name) == OWN_MARK for name in survey.names)
    return survey


def _look_at(row: Row, survey: _Survey) -> None:
    try:
        rating = parse_rating(row.values.get(survey.columns.get("rating", "")))
    except ValueError:
        rating = None
    if rating is not None and rating.most is None:
        survey.highest = max(survey.highest, rating.number)
    others = [row.values.get(survey.columns.get(thing, "")) for thing in ("total", "unhelpful")]
    helpful = row.values.get(survey.columns.get("helpful", ""))
    survey.has_lone_votes = survey.has_lone_votes or (is_lone(helpful) and not any(map(is_lone, others)))
    date = row.values.get(survey.columns.get("date", ""))
    if isinstance(date, str) and (order := order_of(date)) is not None:
        survey.orders[order] += 1
        if order == "either":
            survey.ambiguous_date = date


def _check(survey: _Survey, told: Told, source: str) -> None:
    check_told(survey.names, told.columns, source)
    there = listed(survey.names)
    columns = survey.columns.keys()
    if not columns & {"text", "rating"}:
        raise PageError(
            f"{source}: no column holds a text or a rating, by its name. There are: {there}. "
            "Say which with --map text=COLUMN."
        )
    if told.reviewer is None and "reviewer" not in columns:
        raise PageError(
            f"{source}: no column names the reviewer. There are: {there}. Say which with "
            "--map reviewer=COLUMN, or whose reviews these are with --reviewer NAME."
        )
    if told.film is None and not columns & {"film", "film_id"}:
        raise PageError(
            f"{source}: no column names the film. There are: {there}. Say which with --map film=COLUMN, "
            'or which film all of them are of with --film "Title (Year)".'
        )


def _notes(survey: _Survey, source: str) -> Iterator[Problem]:
    """What was concluded from the whole of the table, for the report."""
    if "rating" in survey.columns and survey.highest and survey.scale != 10:
        reason = f"no rating is above {survey.highest:g}, so ratings were read as out of {survey.scale}"
        yield Problem(source, None, "", reason)
    if survey.orders["day first"] and survey.orders["month first"]:
        reason = "some dates have the day first, some the month: those that don't tell were read as most are"
        yield Problem(source, None, survey.ambiguous_date, reason)
    elif survey.orders["either"] == survey.orders.total() > 0:
        reason = "no date tells whether its day or its month stands first: they were read with the day first"
        yield Problem(source, None, survey.ambiguous_date, reason)
    if "helpful" in survey.columns and survey.has_lone_votes:
        column = survey.columns["helpful"]
        reason = "how many found a review helpful, but not out of how many, so votes are left out"
        yield Problem(source, None, "", f'the column "{column}" says {reason}')


class _Reading:
    """One row being read: what it lacks is gathered while the rest is kept."""

    def __init__(self, row: Row, survey: _Survey, told: Told, source: str) -> None:
        self._row, self._survey, self._told, self._source = row, survey, told, source
        self._problems: list[Problem] = []

    def review(self) -> Iterator[Found]:
        reviewer = self._told.reviewer or self._string("reviewer")
        film, film_id = self._film()
        text, title = self._text("text"), self._text("title").replace("\n", " ")
        rating = self._rating()
        if not reviewer:
            self._note("no reviewer, so it is left out", "")
        elif film is None:
            self._note("no film, so it is left out", "")
        elif not text and rating is None:
            self._note("neither a text nor a rating, so it is left out", "")
        else:
            yield PageHead(film, None, film_id)
            yield Review(
                film=film,
                title=title,
                byline=self._byline(reviewer),
                rating=rating,
                votes=self._votes(),
                spoiler=self._string("spoiler").casefold() in _YES,
                text=text,
                site_id=self._site_id(),
                site=self._string("site") or None,
            )
        yield from self._problems

    def _value(self, thing: str) -> Value:
        return self._row.values.get(self._survey.columns.get(thing, ""))

    def _string(self, thing: str) -> str:
        value = self._value(thing)
        if value is None or isinstance(value, list):
            return ""
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        return " ".join(without_controls(str(value)).split())

    def _text(self, thing: str) -> str:
        value = self._value(thing)
        if isinstance(value, list):
            value = "\n\n".join(str(part) for part in value)
        text = "" if value is None else str(value)
        return text.strip() if self._survey.is_own else without_markup(text)

    def _film(self) -> tuple[Film | None, str | None]:
        named, film_id = self._string("film"), self._string("film_id")
        match = _FILM_ID.search(film_id) or _FILM_ID.search(named)
        site_id = match[0] if match else None
        if self._told.film is not None:
            return self._told.film, site_id
        title = named or site_id or film_id
        if not title:
            return None, None
        film = Film(title) if self._survey.is_own else Film.parse(title)
        year = self._string("year")[:4]
        return (Film(film.title, int(year)) if _YEAR.fullmatch(year) else film), site_id

    def _site_id(self) -> str | None:
        """The review's id where no other can have it: the site's own, or ours."""
        named = self._string("review_id")
        return named if self._survey.is_own or _REVIEW_ID.fullmatch(named) else None

    def _byline(self, reviewer: str) -> Byline:
        printed = self._string("date")
        date = parse_date(printed, day_first=self._survey.has_day_first) if printed else None
        if date is None and printed.casefold() not in _NO_DATE:
            self._note("no date that can be read", printed)
        return self._own_byline(reviewer, date) if self._survey.is_own else dated_byline(reviewer, date)

    def _own_byline(self, reviewer: str, date: dt.date | None) -> Byline:
        """The byline as the library that the table came from had it, with its other reading."""
        printed = self._row.values.get("byline")
        certain = str(self._row.values.get(OWN_MARK)).casefold() not in ("false", "0")
        if not isinstance(printed, str) or not printed:
            return replace(dated_byline(reviewer, date), certain=certain)
        others = [split for split in candidates(printed) or () if split != (reviewer, date)]
        return Byline(printed, reviewer, date, certain, others[0] if len(others) == 1 else None)

    def _rating(self) -> int | None:
        value = self._value("rating")
        try:
            rating = parse_rating(value)
            return None if rating is None else points_of(rating, self._survey.scale)
        except ValueError:
            self._note("no rating that can be read", str(value))
            return None

    def _votes(self) -> Votes | None:
        helpful, total, unhelpful = self._value("helpful"), self._value("total"), self._value("unhelpful")
        try:
            return parse_votes(helpful, total, unhelpful)
        except ValueError:
            self._note("no votes that can be read", str(helpful))
            return None

    def _note(self, lacks: str, text: str) -> None:
        text = text or self._string("title") or self._text("text") or self._string("reviewer")
        self._problems.append(
            Problem(self._source, self._row.line, cut(text), f"row {self._row.number} has {lacks}")
        )


DUMP = Reader("table of reviews", is_dump, read_dump, rewinds=True)
