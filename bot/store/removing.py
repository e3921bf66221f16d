"""Taking things back out of the library: a film, or all that one import brought."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass

from bot.errors import NotFoundError
from bot.store.keeping import Keeping
from bot.store.library import Library
from bot.store.recognising import forget_names
from bot.store.saving import Counts

_BATCH = 2_000


@dataclass(frozen=True, slots=True)
class ImportEntry:
    """A run of an import that is in the library: when (ISO, UTC), from what files, what it brought."""

    id: int
    at: str
    sources: tuple[str, ...]
    counts: Counts


def all_imports(library: Library) -> tuple[ImportEntry, ...]:
    """Every import that brought something, the latest first."""
    return tuple(
        ImportEntry(
            row["id"], row["at"], tuple(json.loads(row["sources"])), Counts(row["new"], row["updated"])
        )
        for row in library.rows("SELECT * FROM import ORDER BY id DESC")
    )


def undo_import(library: Library, import_id: int) -> Counts:
    """Take an import back whole: what it brought goes, what it updated is as it was before.

    A review that a later import updated keeps what that one brought. Returns how many reviews went (`new`)
    and how many were restored (`updated`). Raises NotFoundError where there is no such import.
    """
    with library.transaction() as connection:
        if connection.execute("SELECT 1 FROM import WHERE id = ?", (import_id,)).fetchone() is None:
            raise NotFoundError(f"There is no import {import_id}. See the list of imports for their numbers.")
        keeping = Keeping(connection)
        connection.execute("DELETE FROM other_review_id WHERE import_id = ?", (import_id,))
        restored = _restore(connection, keeping, import_id)
        _hand_on(connection, import_id)
        gone = _delete(connection, keeping, "import_id = :import", {"import": import_id})
        keeping.finish()
        connection.execute("UPDATE page SET import_id = NULL WHERE import_id = ?", (import_id,))
        connection.execute("DELETE FROM import WHERE id = ?", (import_id,))
        forget_names(connection)
    return Counts(new=gone, updated=restored)


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


def _restore(connection: sqlite3.Connection, keeping: Keeping, import_id: int) -> int:
    restored = 0
    for row in connection.execute(
        "SELECT * FROM replaced_review WHERE import_id = ?", (import_id,)
    ).fetchall():
        later = connection.execute(
            "SELECT min(import_id) FROM replaced_review WHERE id = ? AND import_id > ?",
            (row["id"], import_id),
        ).fetchone()[0]
        if later is not None:  # what the later import replaced is now what this one did
            connection.execute(
                "UPDATE replaced_review SET before = ? WHERE import_id = ? AND id = ?",
                (row["before"], later, row["id"]),
            )
            continue
        now = connection.execute("SELECT * FROM review WHERE id = ?", (row["id"],)).fetchone()
        if now is not None:
            keeping.replace(now, _as_before(now, json.loads(row["before"])))
            restored += 1
    return restored


def _hand_on(connection: sqlite3.Connection, import_id: int) -> None:
    """Give what this import brought, and later ones brought too or up to date, to the first of these."""
    others = connection.execute(_BROUGHT_LATER, {"import": import_id}).fetchall()
    connection.executemany(
        "UPDATE review SET import_id = ? WHERE id = ?", [(row["import_id"], row["id"]) for row in others]
    )
    connection.executemany(
        "DELETE FROM replaced_review WHERE import_id = ? AND id = ?",
        [(row["import_id"], row["id"]) for row in others],
    )


def _as_before(now: sqlite3.Row, before: dict[str, object]) -> dict[str, object]:
    """The row as it was, but for where it stands now and, of the same printed byline, how it was settled."""
    kept = ["film_id", "name_id", "import_id", "slots", "first_slot"]
    if now["printed_byline"] == before["printed_byline"]:
        kept += _SETTLED
    return before | {column: now[column] for column in kept}


def _delete(connection: sqlite3.Connection, keeping: Keeping, where: str, values: dict[str, int]) -> int:
    gone = 0
    some = f"SELECT * FROM review WHERE {where} LIMIT {_BATCH}"  # noqa: S608 - our own words
    while rows := connection.execute(some, values).fetchall():
        keeping.delete(rows)
        for forgotten in ("replaced_review", "other_review_id"):
            connection.executemany(
                f"DELETE FROM {forgotten} WHERE id = ?",  # noqa: S608 - our own words
                [(row["id"],) for row in rows],
            )
        gone += len(rows)
    return gone


_SETTLED = "reviewer reviewer_key date byline_certain other_reviewer other_date".split()
_BROUGHT_LATER = """
SELECT id, min(import_id) AS import_id FROM (
    SELECT id, import_id FROM replaced_review WHERE import_id > :import
    UNION ALL
    SELECT id, import_id FROM other_review_id WHERE import_id <> :import
) WHERE id IN (SELECT id FROM review WHERE import_id = :import) GROUP BY id
"""
