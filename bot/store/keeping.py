"""Review rows written together with all that is kept beside them: full text, totals, names of bylines.

Whoever writes a review writes it here, so that nothing falls out of step.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from bot.store.bylines import NameCounts
from bot.store.figures import standing
from bot.store.naming import read_people
from bot.store.rows import byline_told
from bot.store.sentences import sentence_places
from bot.store.vocabulary import count_stems_again

Values = Mapping[str, object]

COLUMNS = (
    "id review_id film_id name_id import_id site "
    "rating helpful total helpfulness divisiveness spoiler printed_byline "
    "reviewer reviewer_key date byline_certain other_reviewer other_date slots first_slot standing "
    "title text sentences"
).split()
TOLD_COLUMNS = [column for column in COLUMNS if column not in ("standing", "sentences")]
"""The columns whose values `Keeping` is given; it finds those of the others."""

_NAMING = ("film_id", "rating", "standing", "title", "text")
_INDEXED = ("standing", "title", "text", "film_id", "rating", "date", "spoiler")

_INSERT = f"INSERT INTO review ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608
_UPDATE = f"UPDATE review SET {', '.join(f'{name} = :{name}' for name in COLUMNS[1:])} WHERE id = :id"  # noqa: S608
_GATHERED_BYTES = 16 << 20
_FAR_FROM_COUNTED = 3.0
# New reviews are indexed together, at the end and in the order of the index: FTS5 writes out what it has
# gathered whenever another statement has to be able to roll back by itself, or a rowid is below the last.
_INDEX_NEW = (
    "INSERT INTO review_text (rowid, title, text, marks) SELECT standing, title, text, marks "
    "FROM (SELECT id AS next FROM review WHERE id >= ? ORDER BY standing LIMIT -1) "
    "CROSS JOIN indexed_review ON id = next"
)
INDEX_ALL = (
    "INSERT INTO review_text (rowid, title, text, marks) SELECT standing, title, text, marks "
    "FROM indexed_review ORDER BY standing"
)
"""Fills an empty index."""
_INDEX = (
    "INSERT INTO review_text (rowid, title, text, marks) SELECT standing, title, text, marks "
    "FROM indexed_review WHERE id = ?"
)
_UNINDEX = (
    "INSERT INTO review_text (review_text, rowid, title, text, marks) "
    "SELECT 'delete', standing, title, text, marks FROM indexed_review WHERE id = ?"
)


@dataclass(slots=True)
class FilmTotals:
    """What a change makes of a film: `slots` as they will be, the rest as differences."""

    id: int
    slots: int
    reviews_before: int
    reviews: int = 0
    spoilers: int = 0
    ratings: Counter[tuple[str, int]] = field(default_factory=Counter)

    @property
    def has_reviews(self) -> bool:
        """Whether there are any, as things stand."""
        return self.reviews_before + self.reviews > 0

    def count(self, row: Values | sqlite3.Row, change: int) -> None:
        """Count a review that comes (1) or goes (-1)."""
        self.reviews += change
        self.spoilers += change * (1 if row["spoiler"] else 0)
        if isinstance(rating := row["rating"], int):
            self.ratings[str(row["site"] or ""), rating] += change

    def new_slots(self, number: int) -> int:
        """Number so many new places for quotes; returns the first."""
        self.slots += number
        return self.slots - number


class Keeping:
    """The reviews of one transaction. `finish` must be called before it is committed."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._films: dict[int, FilmTotals] = {}
        self._months: Counter[str] = Counter()
        self._names = NameCounts(connection)
        self._speak_otherwise: set[int] = set()
        self._first_new = self.next_id()

    def film(self, film_id: int) -> FilmTotals:
        """The totals of a film, to be changed."""
        if film_id not in self._films:
            row = self._connection.execute("SELECT * FROM film WHERE id = ?", (film_id,)).fetchone()
            self._films[film_id] = FilmTotals(row["id"], row["slots"], row["reviews"])
        return self._films[film_id]

    def next_id(self) -> int:
        """The id of the next new review."""
        (last,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM review").fetchone()
        return int(last) + 1

    def insert(self, rows: Sequence[dict[str, object]]) -> None:
        """Add new reviews, each with a value for every one of TOLD_COLUMNS."""
        for row in rows:
            row |= _found(row)
            self._count(row, 1)
            self._names.count(row, 1)
            self._speak_otherwise.add(_number(row["film_id"]))
        self._connection.executemany(_INSERT, map(itemgetter(*COLUMNS), rows))  # twice as fast as by names

    def replace(self, old: Values | sqlite3.Row, new: dict[str, object]) -> dict[str, object]:
        """Give a known review other values, one for every one of TOLD_COLUMNS; returns all of them."""
        new = new | _found(new, old)
        self._count(old, -1)
        self._count(new, 1)
        if byline_told(old) != byline_told(new):
            self._names.count(old, -1)
            self._names.count(new, 1)
        if any(old[column] != new[column] for column in _NAMING):
            self._speak_otherwise |= {_number(old["film_id"]), _number(new["film_id"])}
        is_indexed_anew = _number(old["id"]) < self._first_new and _indexed(old) != _indexed(new)
        if is_indexed_anew:
            self._connection.execute(_UNINDEX, (old["id"],))
        self._connection.execute(_UPDATE, new)
        if is_indexed_anew:
            self._connection.execute(_INDEX, (old["id"],))
        return new

    def read_people_of(self, film_id: int) -> None:
        """Read anew whom the film's reviews speak of, since it is called otherwise now."""
        self._speak_otherwise.add(film_id)

    def delete(self, rows: Sequence[Values | sqlite3.Row]) -> None:
        """Take reviews away."""
        for row in rows:
            self._count(row, -1)
            self._names.count(row, -1)
            self._speak_otherwise.add(_number(row["film_id"]))
        indexed = sorted((_number(row["standing"]), _number(row["id"])) for row in rows)
        old = [(row_id,) for _, row_id in indexed if row_id < self._first_new]
        self._connection.executemany(_UNINDEX, old)
        self._connection.executemany("DELETE FROM review WHERE id = ?", [(row["id"],) for row in rows])

    def _count(self, row: Values | sqlite3.Row, change: int) -> None:
        self.film(_number(row["film_id"])).count(row, change)
        if row["date"] is not None:
            self._months[str(row["date"])[:7]] += change

    def finish(self) -> None:
        """Index the new reviews, settle the bylines, read whom the reviews speak of and write the totals."""
        self._connection.execute(
            "INSERT INTO review_text (review_text, rank) VALUES ('hashsize', ?)", (_GATHERED_BYTES,)
        )
        self._connection.execute(_INDEX_NEW, (self._first_new,))
        self._names.settle()
        read_people(self._connection, self._speak_otherwise)
        self._connection.execute("UPDATE edition SET number = number + 1")
        count_stems_again(self._connection, tolerance=_FAR_FROM_COUNTED)
        self._connection.executemany(
            "UPDATE film SET slots = ?, reviews = reviews + ?, spoilers = spoilers + ? WHERE id = ?",
            [(film.slots, film.reviews, film.spoilers, film.id) for film in self._films.values()],
        )
        self._connection.executemany(
            "INSERT INTO rating_count (film_id, site, rating, reviews) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (film_id, site, rating) DO UPDATE SET reviews = reviews + excluded.reviews",
            [
                (film.id, *site_and_rating, change)
                for film in self._films.values()
                for site_and_rating, change in film.ratings.items()
                if change
            ],
        )
        self._connection.executemany(
            "INSERT INTO month_count (month, reviews) VALUES (?, ?) "
            "ON CONFLICT (month) DO UPDATE SET reviews = reviews + excluded.reviews",
            [(month, change) for month, change in self._months.items() if change],
        )


def _indexed(row: Values | sqlite3.Row) -> tuple[object, ...]:
    return tuple(row[column] for column in _INDEXED)


def _found(row: Values, before: Values | sqlite3.Row | None = None) -> dict[str, object]:
    """The columns of a review that follow from the others; as they were before where nothing is otherwise."""
    usefulness, text = row["helpfulness"], row["text"]
    assert isinstance(usefulness, float)  # noqa: S101 - columns that are REAL and TEXT and NOT NULL
    assert isinstance(text, str)  # noqa: S101
    return {
        "standing": standing(usefulness, len(text), _number(row["id"])),
        "sentences": before["sentences"]
        if before is not None and before["text"] == text
        else sentence_places(text),
    }


def _number(value: object) -> int:
    assert isinstance(value, int)  # noqa: S101 - a column that is INTEGER NOT NULL
    return value
