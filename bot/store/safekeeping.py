"""Copies of a library, and whether one is sound."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from bot.errors import StoreError
from bot.store.films import edition
from bot.store.library import Library, store_errors

_PAGES_A_STEP = 1_000


def back_up(library: Library, target: Path) -> None:
    """Copy the library to a file, as one moment has it, while others read and write. Replaces the file."""
    _copy(library.reader(), target)


def restore(library: Library, backup: Path) -> None:
    """Make the library what the backup holds; one that isn't sound raises StoreError and changes nothing."""
    if not backup.is_file():
        raise StoreError(f'There is no backup "{backup}". Check the name and try again.')
    with (
        store_errors(backup),
        closing(sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)) as source,
    ):
        tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master")}
        if not {"film", "review", "review_text", "_sqlite_migrations"} <= tables:
            raise StoreError(
                f'"{backup}" is no backup of a library. Name a file that `pullquote backup` made.'
            )
        if faults := _integrity(source):
            raise StoreError(
                f'"{backup}" is damaged ({faults[0]}). The library stays as it is; try another backup.'
            )
        before = edition(library)
        library.overwrite(source)
    with library.transaction() as connection:  # what was derived from the library before is out of date
        connection.execute("UPDATE edition SET number = max(number, ?) + 1", (before,))


def find_faults(library: Library) -> tuple[str, ...]:
    """What is wrong inside the library, a sentence each; empty for a sound one.

    Holds the file's structure, the references, the full text and the kept totals against the reviews.
    """
    try:
        return _faults(library)
    except (StoreError, sqlite3.DatabaseError) as error:
        if not isinstance(error, sqlite3.DatabaseError) and not _is_damage(error):
            raise
        return (f"The file is damaged: {error}",)


def _faults(library: Library) -> tuple[str, ...]:
    faults = _integrity(library.reader())
    faults += [f"{row['film']} keeps a wrong number of reviews." for row in library.rows(_WRONG_NUMBERS)]
    faults += [f"{row['film']} keeps a wrong count of its ratings." for row in library.rows(_WRONG_RATINGS)]
    faults += [f"{row['name']} keeps a wrong count of mentions." for row in library.rows(_WRONG_MENTIONS)]
    try:
        with library.transaction() as connection:
            connection.execute("INSERT INTO review_text (review_text, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        if not _is_damage(error):
            raise
        faults.append("The full-text index does not agree with the reviews.")
    return tuple(faults)


def rebuild_index(library: Library) -> None:
    """Make the full-text index anew from the reviews."""
    with library.transaction() as connection:
        connection.execute("INSERT INTO review_text (review_text) VALUES ('rebuild')")


def _is_damage(error: StoreError) -> bool:
    return "CORRUPT" in getattr(error.__cause__, "sqlite_errorname", "")


def _copy(source: sqlite3.Connection, target: Path) -> None:
    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with store_errors(target):
            with closing(sqlite3.connect(unfinished)) as copy:
                source.backup(copy, pages=_PAGES_A_STEP)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
            unfinished.replace(target)
    except OSError as error:
        raise StoreError(f'The copy "{target}" can\'t be written: {error.strerror or error}.') from error
    finally:
        unfinished.unlink(missing_ok=True)


def _integrity(connection: sqlite3.Connection) -> list[str]:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
    faults = [] if found == ["ok"] else [f"The file is damaged: {fault}" for fault in found]
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        faults.append("A review belongs to no film.")
    return faults


_WRONG_NUMBERS = """
SELECT title AS film FROM film
LEFT JOIN (SELECT film_id, count(*) AS number, sum(spoiler) AS marked FROM review GROUP BY film_id)
ON film_id = id
WHERE reviews <> coalesce(number, 0) OR spoilers <> coalesce(marked, 0)
"""
_WRONG_RATINGS = """
SELECT DISTINCT title AS film FROM film JOIN (
    SELECT film_id, rating, sum(kept) AS kept, sum(counted) AS counted FROM (
        SELECT film_id, rating, reviews AS kept, 0 AS counted FROM rating_count
        UNION ALL
        SELECT film_id, rating, 0, count(*) FROM review WHERE rating IS NOT NULL GROUP BY film_id, rating
    ) GROUP BY film_id, rating
) ON film_id = id WHERE kept <> counted
"""
_WRONG_MENTIONS = """
SELECT name FROM person LEFT JOIN (
    SELECT person_id, count(*) AS number, sum(rating) AS sum FROM mention
    JOIN review ON review.standing = mention.standing AND review.film_id = mention.film_id GROUP BY person_id
) ON person_id = id
WHERE reviews <> coalesce(number, 0) OR points <> coalesce(sum, 0)
"""
