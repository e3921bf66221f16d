"""Copies of a library, and whether one is sound."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

from bot.errors import StoreBusyError, StoreError
from bot.store.figures import ROW_BITS
from bot.store.keeping import INDEX_ALL
from bot.store.library import Library
from bot.store.naming import read_people
from bot.store.opening import BUSY_SECONDS, QUIET_SECONDS, store_errors, waiting
from bot.store.sentences import cut_all_anew, teach_places
from bot.store.vocabulary import count_stems

_PATIENCE = 2.0
"""Seconds for which looking into a library waits for others who write."""


def back_up(library: Library, target: Path) -> None:
    """Copy the library to a file, as one moment has it, while others read and write. Replaces the file.

    Raises StoreError, and keeps no copy, where the library is damaged.
    """
    _copy(library.reader(), target)


def restore(library: Library, backup: Path, keep: Callable[[], None] = lambda: None) -> None:
    """Make the library what the backup holds; one that isn't sound raises StoreError and changes nothing.

    `keep` is called before anything is replaced. Raises StoreBusyError where others write for too long.
    """
    if not backup.is_file():
        raise StoreError(f'There is no backup "{backup}". Check the name and try again.')
    with store_errors(backup), closing(_opened(backup)) as source:
        _check_backup(library, backup, source)
        keep()
        before = _edition(library.reader())
        library.overwrite(source, _waits_for(library))
    if before is not None:  # what was derived from the library before is out of date
        with library.transaction() as connection:
            connection.execute("UPDATE edition SET number = max(number, ?) + 1", (before,))


def _opened(backup: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{backup.resolve().as_uri()}?mode=ro", uri=True)


def _check_backup(library: Library, backup: Path, source: sqlite3.Connection) -> None:
    try:
        is_of_its_kind, faults = library.is_of_its_kind(source), _integrity(source)
    except sqlite3.DatabaseError as error:
        if not _tells_damage(error):
            raise
        is_of_its_kind, faults = True, [f"SQLite says: {error}"]
    if not is_of_its_kind:
        raise StoreError(
            f'"{backup}" is no backup of {library.path.name}, or a newer Pullquote made it. '
            "Name a file that `pullquote backup` made."
        )
    if faults:
        raise StoreError(
            f'"{backup}" is damaged or no backup ({faults[0].rstrip(".")}). Everything stays as it is; '
            "name another file that `pullquote backup` made."
        )


def find_faults(library: Library) -> tuple[str, ...]:
    """What is wrong inside the library, a sentence each; empty for a sound one.

    Holds the file's structure, the references, the full text and the kept totals against the reviews. Raises
    StoreBusyError where another process writes, since the full text can't be looked into meanwhile.
    """
    return find_damage(library) or _told(_disagreements, library)


def find_damage(library: Library) -> tuple[str, ...]:
    """What is wrong with the structure of the file and its references, a sentence each."""
    return _told(lambda library: tuple(_integrity(library.reader())), library)


def _told(look: Callable[[Library], tuple[str, ...]], library: Library) -> tuple[str, ...]:
    try:
        return look(library)
    except (StoreError, sqlite3.DatabaseError) as error:
        if not isinstance(error, sqlite3.DatabaseError) and not _is_damage(error):
            raise
        return (f"The file is damaged: {error}.",)


def _disagreements(library: Library) -> tuple[str, ...]:
    faults = [f"{row['film']} keeps a wrong number of reviews." for row in library.rows(_WRONG_NUMBERS)]
    faults += [f"{row['film']} keeps a wrong count of its ratings." for row in library.rows(_WRONG_RATINGS)]
    faults += [f"{row['month']} keeps a wrong number of reviews." for row in library.rows(_WRONG_MONTHS)]
    faults += [f"{row['name']} keeps a wrong count of mentions." for row in library.rows(_WRONG_MENTIONS)]
    teach_places(library.reader())
    wrong = library.rows(_WRONG_SENTENCES)
    faults += [f"{row['film']} keeps wrong places of its reviews' sentences." for row in wrong]
    if library.unwritable is not None:  # FTS5 looks into its index by what SQLite takes for writing
        return tuple(faults)
    try:
        with library.transaction(patience=_PATIENCE) as connection:
            connection.execute("INSERT INTO review_text (review_text, rank) VALUES ('integrity-check', 1)")
    except StoreError as error:
        if not _is_damage(error):
            raise
        faults.append(_INDEX_FAULT)
    return tuple(faults)


def mend(library: Library) -> None:
    """Make anew from the reviews all that is kept beside them: full text, sentences, totals, people."""
    with library.transaction() as connection:
        for statement in _MENDING:
            connection.execute(statement)
        cut_all_anew(connection)
        count_stems(connection)
        read_people(connection, [film_id for (film_id,) in connection.execute("SELECT id FROM film")])


def _edition(connection: sqlite3.Connection) -> int | None:
    """The number of the edition, None in a database that counts none."""
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'edition'").fetchone() is None:
        return None
    return int(connection.execute("SELECT number FROM edition").fetchone()[0])


def _waits_for(library: Library) -> Callable[[int, int, int], None]:
    """Told of each try to copy; says that it waits, and raises once others have written for too long."""
    began, said = time.monotonic(), False

    def tell(status: int, _left: int, _pages: int) -> None:
        nonlocal said
        waited = time.monotonic() - began
        if status not in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            return
        if waited > QUIET_SECONDS and not said:
            said = True
            library.tell(waiting(library.path))
        if waited > BUSY_SECONDS - 1:
            raise StoreBusyError(
                f'"{library.path}" is being written by another process. Try again when it has finished.'
            )

    return tell


def _is_damage(error: StoreError) -> bool:
    return "CORRUPT" in getattr(error.__cause__, "sqlite_errorname", "")


def _copy(source: sqlite3.Connection, target: Path) -> None:
    unfinished = target.with_name(target.name + ".part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        with store_errors(target):
            with closing(sqlite3.connect(unfinished)) as copy:
                if faults := _copied(source, copy):
                    raise StoreError(
                        f"No copy was kept, since what it would hold is damaged ({faults[0].rstrip('.')}). "
                        "`pullquote doctor` tells what to do."
                    )
            unfinished.replace(target)
    except OSError as error:
        raise StoreError(f'The copy "{target}" can\'t be written: {error.strerror or error}.') from error
    finally:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)


def _copied(source: sqlite3.Connection, copy: sqlite3.Connection) -> list[str]:
    """What is wrong with the copy once it is made."""
    try:
        source.backup(copy)  # in one step: in many, each write of others would begin it anew
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, with nothing beside it
        return _integrity(copy)
    except sqlite3.DatabaseError as error:
        if not _tells_damage(error):
            raise
        return [f"SQLite says: {error}"]


def _tells_damage(error: sqlite3.DatabaseError) -> bool:
    return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT"))


def _integrity(connection: sqlite3.Connection) -> list[str]:
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(10)")]
    faults = [_as_fault(fault) for fault in found if fault != "ok"]
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        faults.append("A review belongs to no film.")
    return faults


def _as_fault(told: str) -> str:
    """What SQLite tells of a fault as a sentence; newer versions look into the full-text index too."""
    return _INDEX_FAULT if "fts5" in told.lower() else f"The file is damaged: {told}"


_INDEX_FAULT = "The full-text index does not agree with the reviews."
_WRONG_NUMBERS = """
SELECT title AS film FROM film
LEFT JOIN (SELECT film_id, count(*) AS number, sum(spoiler) AS marked FROM review GROUP BY film_id)
ON film_id = id
WHERE reviews <> coalesce(number, 0) OR spoilers <> coalesce(marked, 0)
"""
_WRONG_RATINGS = """
SELECT DISTINCT title AS film FROM film JOIN (
    SELECT film_id, sum(kept) AS kept, sum(counted) AS counted FROM (
        SELECT film_id, site, rating, reviews AS kept, 0 AS counted FROM rating_count
        UNION ALL
        SELECT film_id, coalesce(site, ''), rating, 0, count(*) FROM review WHERE rating IS NOT NULL
        GROUP BY 1, 2, 3
    ) GROUP BY film_id, site, rating
) ON film_id = id WHERE kept <> counted
"""
_WRONG_MENTIONS = f"""
SELECT name FROM person LEFT JOIN (
    SELECT person_id, count(*) AS number, sum(rating) AS sum FROM mention
    JOIN review ON review.id = mention.standing & {ROW_BITS} AND review.standing = mention.standing
    AND review.film_id = mention.film_id GROUP BY person_id
) ON person_id = id
WHERE reviews <> coalesce(number, 0) OR points <> coalesce(sum, 0)
"""  # noqa: S608 - our own words
_WRONG_SENTENCES = """
SELECT DISTINCT film.title AS film FROM review JOIN film ON film.id = film_id
WHERE sentences <> sentence_places(text)
"""
_WRONG_MONTHS = """
SELECT month FROM (
    SELECT month, reviews AS kept, 0 AS counted FROM month_count
    UNION ALL
    SELECT substr(date, 1, 7), 0, count(*) FROM review WHERE date IS NOT NULL GROUP BY 1
) GROUP BY month HAVING sum(kept) <> sum(counted)
"""
_MENDING = (
    """
    UPDATE film SET
    reviews = (SELECT count(*) FROM review WHERE film_id = film.id),
    spoilers = (SELECT count(*) FROM review WHERE film_id = film.id AND spoiler = 1),
    slots = (SELECT coalesce(max(first_slot + slots), 0) FROM review WHERE film_id = film.id)
    """,
    "DELETE FROM rating_count",
    """
    INSERT INTO rating_count (film_id, site, rating, reviews)
    SELECT film_id, coalesce(site, ''), rating, count(*) FROM review WHERE rating IS NOT NULL GROUP BY 1, 2, 3
    """,
    "DELETE FROM month_count",
    """
    INSERT INTO month_count (month, reviews)
    SELECT substr(date, 1, 7), count(*) FROM review WHERE date IS NOT NULL GROUP BY 1
    """,
    # Not FTS5's own 'rebuild': that goes by the rows of the table, and FTS5 writes out what it has gathered
    # whenever a rowid is below the last.
    "INSERT INTO review_text (review_text) VALUES ('delete-all')",
    INDEX_ALL,
    "UPDATE edition SET number = number + 1",
)
