"""Which split of a glued byline is right, settled over the whole library.

How often a name stands elsewhere tells most. So the library counts for every candidate name the bylines that
it is a candidate of; after an import those bylines are settled anew whose names were counted anew.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from bot.language.bylines import Seen, Split, choose
from bot.language.folding import folded

_BATCH = 2_000
_MOST_NAMES_KEPT = 200_000
_EVERYTHING_FROM = 50_000


def reviewer_key(name: str) -> str:
    """A reviewer's name as it is compared: without case, accents and punctuation."""
    return folded(name) or name.casefold()


class NameCounts:
    """Changes in how many bylines each name is a candidate of, gathered and settled in one import."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._alone: Counter[str] = Counter()
        self._shared: Counter[str] = Counter()
        self._all_are_touched = False

    def count(self, row: Mapping[str, object] | sqlite3.Row, change: int) -> None:
        """Count the byline of a review that comes (1) or goes (-1) for each of its candidates."""
        reviewer, other = str(row["reviewer"]), row["other_reviewer"]
        if other is None:
            self._alone[reviewer] += change
        else:
            self._shared[reviewer] += change
            self._shared[str(other)] += change
        if len(self._shared) + len(self._alone) > _MOST_NAMES_KEPT:
            self._save()
            self._all_are_touched = True

    def settle(self) -> None:
        """Settle every byline with a candidate whose count has changed."""
        names = self._save()
        if self._all_are_touched or len(names) > _EVERYTHING_FROM:
            touched = self._ids("SELECT id FROM review WHERE other_reviewer IS NOT NULL ORDER BY id")
        else:
            touched = sorted(self._touched_by(names))
        for start in range(0, len(touched), _BATCH):
            self._settle(touched[start : start + _BATCH])

    def _save(self) -> list[str]:
        names = sorted(self._alone.keys() | self._shared.keys())
        self._connection.executemany(
            "INSERT INTO byline_name (name, alone, shared) VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE "
            "SET alone = alone + excluded.alone, shared = shared + excluded.shared",
            ((name, self._alone[name], self._shared[name]) for name in names),
        )
        self._alone.clear()
        self._shared.clear()
        return names

    def _touched_by(self, names: Sequence[str]) -> set[int]:
        touched: set[int] = set()
        for batch in _batches(names):
            touched.update(
                self._ids(
                    "SELECT id FROM review WHERE other_reviewer IN (SELECT value FROM json_each(:names)) "
                    "UNION SELECT id FROM review WHERE other_reviewer IS NOT NULL "
                    "AND reviewer_key IN (SELECT value FROM json_each(:keys))",
                    {"names": json.dumps(batch), "keys": json.dumps([reviewer_key(name) for name in batch])},
                )
            )
        return touched

    def _ids(self, sql: str, values: dict[str, str] | None = None) -> list[int]:
        return [row["id"] for row in self._connection.execute(sql, values or {})]

    def _settle(self, ids: Sequence[int]) -> None:
        rows = self._connection.execute(
            "SELECT review.id, reviewer, date, other_reviewer, other_date, byline_certain, "
            "one.alone AS one_alone, one.shared AS one_shared, "
            "two.alone AS two_alone, two.shared AS two_shared FROM review "
            "JOIN byline_name AS one ON one.name = reviewer "
            "JOIN byline_name AS two ON two.name = other_reviewer "
            "WHERE review.id IN (SELECT value FROM json_each(?))",
            (json.dumps(ids),),
        ).fetchall()
        self._connection.executemany(
            "UPDATE review SET reviewer = ?, reviewer_key = ?, date = ?, other_reviewer = ?, other_date = ?, "
            "byline_certain = ? WHERE id = ?",
            [change for row in rows if (change := _settled(row)) is not None],
        )


def _settled(row: sqlite3.Row) -> tuple[object, ...] | None:
    """The row's byline as it must be; None where it is so already."""
    now = Split(row["reviewer"], dt.date.fromisoformat(row["date"]))
    other = Split(row["other_reviewer"], dt.date.fromisoformat(row["other_date"]))
    seen = {
        now.reviewer: Seen(row["one_alone"], row["one_shared"]),
        other.reviewer: Seen(row["two_alone"], row["two_shared"]),
    }
    early, late = sorted((now, other), key=lambda split: split.date)
    decision = choose((early, late), seen)
    if decision.split == now and decision.certain == bool(row["byline_certain"]):
        return None
    chosen, left = decision.split, late if decision.split == early else early
    return (
        chosen.reviewer,
        reviewer_key(chosen.reviewer),
        chosen.date.isoformat(),
        left.reviewer,
        left.date.isoformat(),
        int(decision.certain),
        row["id"],
    )


def _batches(names: Sequence[str]) -> Iterator[list[str]]:
    left = iter(names)
    while batch := list(islice(left, _BATCH)):
        yield batch
