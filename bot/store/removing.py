"""Taking things back out of the library: a film, or all that one import brought."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from bot.errors import NotFoundError
from bot.store.keeping import Keeping
from bot.store.library import Library
from bot.store.pages import forget_pages
from bot.store.readings import Readings
from bot.store.recognising import forget_names, forget_totals
from bot.store.saving import Counts

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """A run of an import: when (ISO, UTC), from what files, and how many reviews it told what of."""

    id: int
    at: str
    sources: tuple[str, ...]
    counts: Counts


def all_imports(library: Library) -> tuple[ImportEntry, ...]:
    """Every import that read a review, the latest first."""
    return tuple(
        ImportEntry(
            row["id"],
            row["at"],
            tuple(json.loads(row["sources"])),
            Counts(row["new"], row["updated"], row["unchanged"]),
        )
        for row in library.rows("SELECT * FROM import ORDER BY id DESC")
    )


def undo_import(library: Library, import_id: int) -> Counts:
    """Take an import back whole, as if it had never been: what no other import holds goes.

    The rest is what the others read of it, in text, rating and votes. Returns how many reviews went (`new`),
    were restored to what the others read (`updated`), and stay as they were (`unchanged`). Raises
    NotFoundError where there is no such import.
    """
    with library.transaction() as connection:
        if connection.execute("SELECT 1 FROM import WHERE id = ?", (import_id,)).fetchone() is None:
            raise NotFoundError(f"There is no import {import_id}. See the list of imports for their numbers.")
        keeping = Keeping(connection)
        kept = _take_back(connection, keeping, import_id)
        kept.new = _delete(connection, keeping, "import_id = :import", {"import": import_id})
        keeping.finish()
        forget_pages(connection, import_id)
        forget_totals(connection, import_id)
        connection.execute("DELETE FROM import WHERE id = ?", (import_id,))
        forget_names(connection)
    return kept


def remove_film(library: Library, film_id: int) -> int:
    """Take a film and its reviews out of the library; returns how many reviews went.

    It is final: a merging or renaming of the film can't be taken back any more.
    """
    with library.transaction() as connection:
        keeping = Keeping(connection)
        gone = _delete(connection, keeping, "film_id = :film", {"film": film_id})
        keeping.finish()
        forget_names(connection)
    return gone


def _take_back(connection: sqlite3.Connection, keeping: Keeping, import_id: int) -> Counts:
    """Give the reviews that other imports hold too to these alone."""
    counts, readings = Counts(), Readings(connection, keeping)
    shared = [row["id"] for row in connection.execute(_SHARED, {"import": import_id})]
    for start in range(0, len(shared), _BATCH):
        ids = json.dumps(shared[start : start + _BATCH])
        for held in readings.held(connection.execute(_THESE, (ids,)).fetchall()).values():
            changed = readings.take_back(held, [import_id])
            counts.updated += changed
            counts.unchanged += bool(held.readings) and not changed
        readings.write()
    connection.execute("DELETE FROM reading WHERE import_id = ?", (import_id,))
    return counts


def _delete(connection: sqlite3.Connection, keeping: Keeping, where: str, values: dict[str, int]) -> int:
    gone = 0
    some = f"SELECT * FROM review WHERE {where} LIMIT {_BATCH}"  # noqa: S608 - our own words
    while rows := connection.execute(some, values).fetchall():
        keeping.delete(rows)
        for forgotten in ("reading", "other_review_id"):
            connection.executemany(
                f"DELETE FROM {forgotten} WHERE id = ?",  # noqa: S608 - our own words
                [(row["id"],) for row in rows],
            )
        gone += len(rows)
    return gone


_SHARED = """
SELECT id FROM reading WHERE import_id = :import
UNION
SELECT id FROM reading JOIN review USING (id) WHERE review.import_id = :import
"""
_THESE = "SELECT * FROM review WHERE id IN (SELECT value FROM json_each(?))"
