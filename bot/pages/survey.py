"""What a table's rows say together: its columns, what its ratings are out of, how its dates are written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from bot.errors import PageError
from bot.model import Note, Problem, Told
from bot.pages.columns import OWN_MARK, check_told, listed, match_columns, plain_name
from bot.pages.dates import Order, order_of
from bot.pages.ratings import Ratings, parse_rating
from bot.pages.rows import BadRow, Counted, Row, Value
from bot.pages.votes import is_lone

Rows: TypeAlias = Callable[[], Iterator[Row | BadRow | Problem]]
_SHAPES = 500
"""Rows of different columns that are told apart, and..."""
_COLUMNS = 2_000
"""...names of columns that are looked at, however many a table has."""


@dataclass(slots=True)
class Survey:
    """What is known of a table once all of it was seen.

    `columns` says which column holds what, `names` are all of them. `is_own`: this product exported it.
    """

    columns: dict[str, str] = field(default_factory=dict)
    names: dict[str, None] = field(default_factory=dict)
    is_own: bool = False
    scale_told: int | None = None
    day_first_told: bool | None = None
    ratings: Ratings = field(default_factory=Ratings)
    orders: Counter[Order] = field(default_factory=Counter)
    ambiguous_date: str = ""
    has_lone_votes: bool = False

    def value(self, row: Row, thing: str) -> Value:
        """What the row says of the thing; a column without a name, as of row numbers, holds nothing of it."""
        column = self.columns.get(thing)
        return None if column is None else row.values.get(column)

    @property
    def scale(self) -> int:
        """What ratings are out of that don't say it themselves."""
        return 10 if self.is_own else self.scale_told or self.ratings.scale

    @property
    def has_day_first(self) -> bool:
        """How dates of two numbers and a year are read that don't tell it themselves."""
        if self.day_first_told is not None:
            return self.day_first_told
        return self.orders["day first"] >= self.orders["month first"]

    def notes(self, source: str) -> Iterator[Note]:
        """What was concluded from the whole of the table, for the report."""
        if not self.is_own and self.scale_told is None and (said := self.ratings.told()):
            yield Note(source, "", said)
        if not self.is_own and (said := self.ratings.rounded(self.scale)):
            yield Note(source, "", said)
        if said := self._told_of_dates():
            yield Note(source, self.ambiguous_date, said)
        if "helpful" in self.columns and self.has_lone_votes:
            column = self.columns["helpful"]
            said = "how many found a review helpful, but not out of how many, so votes are left out"
            yield Note(source, "", f'the column "{column}" says {said}')

    @property
    def leaves_order_open(self) -> bool:
        """Whether neither the host nor the other dates, or these in both ways, say how one is meant."""
        is_told = bool(self.orders["day first"]) != bool(self.orders["month first"])
        return self.day_first_told is None and not is_told

    def _told_of_dates(self) -> str | None:
        """How dates were read that can be read otherwise; None where the file or the host leaves no doubt."""
        if not self.orders["either"] or not self.leaves_order_open:
            return None
        first, other = ("day", "month") if self.has_day_first else ("month", "day")
        why = "no date tells whether its day or its month stands first: they"
        if self.orders["day first"]:
            why = "some dates have the day first, some the month: the others"
        return (
            f"{why} were read with the {first} first. "
            f"If the {other} stands first, import again with --dates {other}-first"
        )


def survey_rows(rows: Rows, told: Told, source: str) -> Survey:
    """Look at all rows; `rows` gives them from the first each time. Raises PageError for what is no dump."""
    survey = Survey(scale_told=told.scale, day_first_told=told.day_first)
    shapes: set[tuple[str, ...]] = set()
    counted = Counted(source)
    first_bad: BadRow | None = None
    for row in rows():
        if isinstance(row, Problem):
            continue
        counted.note(row)
        if isinstance(row, BadRow):
            first_bad = first_bad or row
            continue
        shape = tuple(row.values)
        if shape not in shapes and len(shapes) < _SHAPES and len(survey.names) < _COLUMNS:
            shapes.add(shape)
            survey.names |= dict.fromkeys(shape[:_COLUMNS])
            survey.columns = match_columns(survey.names, told.columns)
        _look_at(row, survey)
    if not survey.names:
        raise _no_rows(source, first_bad)
    _check(survey, told, source)
    survey.is_own = any(plain_name(name) == OWN_MARK for name in survey.names)
    survey.ratings.are_stars = "star" in plain_name(survey.columns.get("rating", ""))
    return survey


def _look_at(row: Row, survey: Survey) -> None:
    try:
        rating = parse_rating(survey.value(row, "rating"))
    except ValueError:
        rating = None
    if rating is not None:
        survey.ratings.note(rating)
    others = [survey.value(row, thing) for thing in ("total", "unhelpful")]
    helpful = survey.value(row, "helpful")
    survey.has_lone_votes = survey.has_lone_votes or (is_lone(helpful) and not any(map(is_lone, others)))
    date = survey.value(row, "date")
    if isinstance(date, str) and (order := order_of(date)) is not None:
        survey.orders[order] += 1
        if order == "either":
            survey.ambiguous_date = date


def _no_rows(source: str, first_bad: BadRow | None) -> PageError:
    if first_bad is None:
        return PageError(f"{source}: this table has no rows.")
    return PageError(
        f"{source}: no row of this table can be read. Row 1: {first_bad.reason}. Save it anew and try again.",
        line=first_bad.line,
        text=first_bad.text,
    )


def _check(survey: Survey, told: Told, source: str) -> None:
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
