"""Which split of a glued byline is right, settled over the whole library.

How often a name stands elsewhere tells most. So the library counts for every candidate name the bylines that
it is a candidate of; after an import those bylines are settled anew whose names were counted anew.
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from bot.language.bylines import CERTAIN_FROM, probability_of_early
from bot.language.folding import folded

_BATCH = 2_000
_MOST_NAMES_KEPT = 200_000
_EVERYTHING_FROM = 50_000


@lru_cache(maxsize=1 << 16)  # an import asks twice
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
        rows = self._connection.execute(_READINGS, (json.dumps(ids),))
        self._connection.executemany(
            "UPDATE review SET reviewer = ?, reviewer_key = ?, date = ?, other_reviewer = ?, other_date = ?, "
            "byline_certain = ? WHERE id = ?",
            [change for row in rows.fetchall() if (change := _settled(*row)) is not None],
        )


_READINGS = """
SELECT review.id, byline_certain, reviewer, date, one.alone, one.shared,
other_reviewer, other_date, two.alone, two.shared
FROM review
JOIN byline_name AS one ON one.name = reviewer
JOIN byline_name AS two ON two.name = other_reviewer
WHERE review.id IN (SELECT value FROM json_each(?))
"""


def _settled(
    row_id: int,
    certain: int,
    reviewer: str,
    date: str,
    alone: int,
    shared: int,
    other: str,
    other_date: str,
    other_alone: int,
    other_shared: int,
) -> tuple[object, ...] | None:
    """The byline of such a row as it must be; None where it is so already."""
    readings = (reviewer, date, (alone, shared)), (other, other_date, (other_alone, other_shared))
    early, late = readings if date < other_date else readings[::-1]
    probability = probability_of_early(early[0], late[0], int(date[:4]), early[2], late[2])
    (chosen, its_date, _), (left, left_date, _) = (early, late) if probability > 0.5 else (late, early)
    is_certain = max(probability, 1 - probability) >= CERTAIN_FROM
    if chosen == reviewer and is_certain == certain:
        return None
    return chosen, reviewer_key(chosen), its_date, left, left_date, int(is_certain), row_id


def _batches(names: Sequence[str]) -> Iterator[list[str]]:
    left = iter(names)
    while batch := list(islice(left, _BATCH)):
        yield batch
