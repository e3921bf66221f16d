"""How a library's file is opened: to write, to read, or to read alone where it can't be written.

A disk that is full and a folder that may not be written keep nobody from asking. SQLite reads a database with
a write-ahead log only where it can make a file beside it, unless it is told that nothing changes: that is
said only where no log is left that others may be writing.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from sqlite_utils import Database, Migrations

from bot.errors import StoreBusyError, StoreError

BUSY_SECONDS = 30.0
"""How long a writer waits for another process's transaction before it gives up."""

QUIET_SECONDS = 1.5
"""How much of that passes before anything is said of it."""

_PAGE_BYTES = 1 << 14
_ALMOST_NOTHING = 1 << 20
_OLDEST_SQLITE = (3, 38)  # brought `->>`; 3.37 STRICT tables
_CANNOT_WRITE = ("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_FULL", "SQLITE_IOERR")


Tell = Callable[[str], None]
"""Told a sentence for the host."""


def _open_to_write(path: Path, migrations: Migrations, tell: Tell) -> Database:
    # Opened here, not by sqlite-utils: it would take another SQLite (pysqlite3) where one is installed, and
    # bind the connection to this thread.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        _patiently(connection, "SELECT 1 FROM sqlite_master LIMIT 1", path, tell, BUSY_SECONDS)
        _refuse_foreign(Database(connection), migrations, path)
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")  # of a new file: fewer, larger writes
        _patiently(connection, "PRAGMA journal_mode = WAL", path, tell, BUSY_SECONDS)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        database = Database(connection)
        _refuse_newer(database, migrations, path)
        _keep_copy(database, migrations, path)
        migrate(database, migrations, path, tell)
    except BaseException:
        connection.close()
        raise
    return database


@dataclass(frozen=True, slots=True)
class ReadOnly:
    """A library that can't be written: why, by which address it is read, and its file when that was found.

    `seen` is None where SQLite itself watches the file.
    """

    why: str
    address: str
    seen: tuple[int, int] | None
    path: Path

    @classmethod
    def of(cls, path: Path, migrations: Migrations, why: str) -> Self:
        """Find a way to read what can't be written; raises StoreError where there is none.

        There is none either for a library of another version, since it can't be changed here.
        """
        seen = _state(path)
        ways = {"mode=ro": None} | ({} if _has_log(path) else {"mode=ro&immutable=1": seen})
        for query, watched in ways.items():
            address = f"{path.resolve().as_uri()}?{query}"
            try:
                with closing(_connected_to_read(address)) as connection:
                    _refuse_others(Database(connection), migrations, path, why)
            except sqlite3.Error:
                continue
            return cls(why, address, watched, path)
        if _has_log(path):  # to read past it would tell what was true before, or a mixture
            why += (
                f' Its last changes stand in "{log_of(path)}", which can\'t be read here: '
                "or copy both files into a folder that can be written."
            )
        raise StoreError(why)

    @property
    def is_outdated(self) -> bool:
        """Whether the file has changed since, so that it must be opened anew."""
        return self.seen is not None and (_has_log(self.path) or _state(self.path) != self.seen)


def open_library(path: Path, migrations: Migrations, tell: Tell) -> Database | ReadOnly:
    """Open a library to write, or to be read alone where the place that holds it can't be written."""
    if path.is_file() and not os.access(path, os.W_OK):
        return ReadOnly.of(path, migrations, _unwritable(path, "it may only be read"))
    try:
        return _open_to_write(path, migrations, tell)
    except sqlite3.Error as error:
        cannot_write = getattr(error, "sqlite_errorname", "").startswith(_CANNOT_WRITE)
        if not (cannot_write and path.is_file() and path.stat().st_size):
            raise
        return ReadOnly.of(path, migrations, str(_as_store_error(error, path)))


def log_of(path: Path) -> Path:
    """The write-ahead log of a database."""
    return path.with_name(f"{path.name}-wal")


def _has_log(path: Path) -> bool:
    log = log_of(path)
    return log.is_file() and log.stat().st_size > 0


def _state(path: Path) -> tuple[int, int]:
    state = path.stat()
    return state.st_mtime_ns, state.st_size


def _refuse_others(database: Database, migrations: Migrations, path: Path, why: str) -> None:
    _refuse_foreign(database, migrations, path)
    _refuse_newer(database, migrations, path)
    if migrations.pending(database):
        raise StoreError(f"{why} It is of an earlier Pullquote, and must be written once before it is read.")


def begin(connection: sqlite3.Connection, path: Path, tell: Tell, seconds: float = BUSY_SECONDS) -> None:
    """Begin a transaction that writes, waiting so long for other processes that do."""
    _patiently(connection, "BEGIN IMMEDIATE", path, tell, seconds)


def waiting(path: Path) -> str:
    """What is said to somebody who waits."""
    return (
        f'"{path}" is being written by another program; waiting for it, {BUSY_SECONDS:.0f} seconds at most.'
    )


def _patiently(connection: sqlite3.Connection, sql: str, path: Path, tell: Tell, seconds: float) -> None:
    """Execute what waits for other processes, and say so when it takes a while."""
    quiet = min(seconds, QUIET_SECONDS)
    try:
        _execute(connection, sql, quiet)
    except sqlite3.OperationalError as error:
        if seconds <= quiet or not error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise
        tell(waiting(path))
        _execute(connection, sql, seconds - quiet)


def _execute(connection: sqlite3.Connection, sql: str, seconds: float) -> None:
    with waits(connection, seconds):
        connection.execute(sql).fetchall()


@contextmanager
def waits(connection: sqlite3.Connection, seconds: float) -> Iterator[None]:
    """Wait so long for other processes, and no longer."""
    connection.execute(f"PRAGMA busy_timeout = {int(seconds * 1_000)}")
    try:
        yield
    finally:
        connection.execute(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1_000)}")


def migrate(database: Database, migrations: Migrations, path: Path, tell: Tell) -> None:
    """Bring a library of an earlier version up to date, all at once."""
    if not migrations.pending(database):  # whoever only reads need not wait for one who writes
        return
    # Two processes may open a new library at once: the second waits here and finds the work done.
    begin(database.conn, path, tell)
    try:
        migrations.apply(database)
    except BaseException:
        database.conn.rollback()
        raise
    database.conn.commit()


def known_names(migrations: Migrations) -> set[str]:
    """The names of all migrations that this version knows."""
    return {migration.name for migration in migrations.pending(Database(memory=True))}


def _refuse_foreign(database: Database, migrations: Migrations, path: Path) -> None:
    """Refuse a database with tables that are not ours, before anything in it is changed."""
    tables = database.table_names()
    if tables and not ("_sqlite_migrations" in tables and migrations.applied(database)):
        raise StoreError(
            f'"{path}" is a database of something else. Move it away, '
            "or name another folder in PULLQUOTE_DATA."
        )


def _refuse_newer(database: Database, migrations: Migrations, path: Path) -> None:
    if {migration.name for migration in migrations.applied(database)} - known_names(migrations):
        raise StoreError(f'"{path}" was made by a newer Pullquote. Update this one and start it again.')


def _keep_copy(database: Database, migrations: Migrations, path: Path) -> None:
    """Before a library of an earlier version is changed, keep it beside the new one."""
    applied, pending = migrations.applied(database), migrations.pending(database)
    if applied and pending:
        copy = path.with_name(f"{path.stem}-before-{pending[0].name}{path.suffix}")
        unfinished = copy.with_name(f"{copy.name}.part")
        try:
            unfinished.unlink(missing_ok=True)
            with closing(sqlite3.connect(unfinished)) as target:
                database.conn.backup(target)
            unfinished.replace(copy)
        except OSError as error:
            raise StoreError(f'The copy "{copy}" can\'t be written: {error.strerror or error}.') from error
        finally:
            with suppress(OSError):
                unfinished.unlink(missing_ok=True)


def open_to_read(path: Path, read_only: ReadOnly | None) -> sqlite3.Connection:
    """A connection that reads and never writes."""
    return _connected_to_read(read_only.address if read_only else path.resolve().as_uri())


def _connected_to_read(address: str) -> sqlite3.Connection:
    # `close` may come from another thread, hence check_same_thread; each connection is used by one thread.
    connection = sqlite3.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -32768")
        connection.execute(f"PRAGMA mmap_size = {1 << 40}")
    except BaseException:
        connection.close()
        raise
    return connection


def check_sqlite() -> None:
    """Raise StoreError for a SQLite that is too old for our tables."""
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        needed = ".".join(map(str, _OLDEST_SQLITE))
        raise StoreError(
            f"Python has SQLite {sqlite3.sqlite_version} here, and Pullquote needs {needed} or newer. "
            "Install a newer Python, for example with `uv python install`."
        )


def make_folder(folder: Path) -> None:
    """Make the folder unless it is there; raises StoreError where that can't be done."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        for path in (folder, *folder.parents):
            if path.exists() and not path.is_dir():
                raise StoreError(
                    f'"{path}" is a file, not a folder. Name a folder in PULLQUOTE_DATA.'
                ) from error
        raise StoreError(
            f'The folder "{folder}" can\'t be used: {error.strerror or error}. '
            "Check that it may be made and written, or name another in PULLQUOTE_DATA."
        ) from error


@contextmanager
def store_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite says into a sentence for the host."""
    try:
        yield
    except sqlite3.Error as error:
        raise _as_store_error(error, path) from error


def _as_store_error(error: sqlite3.Error, path: Path) -> StoreError:
    name = getattr(error, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return StoreBusyError(
            f'"{path}" is being written by another process. Try again when it has finished.'
        )
    if name == "SQLITE_CORRUPT_VTAB":
        return StoreError(f'The index of "{path}" is damaged. `pullquote doctor --mend` makes it anew.')
    if name.startswith(("SQLITE_NOTADB", "SQLITE_CORRUPT")):
        return StoreError(
            f'"{path}" is damaged or no database of ours. Move it away, then bring back a backup '
            "(`pullquote restore FILE`) or start again: what lies in the folder pages is read anew, and what "
            "was imported from elsewhere needs another `pullquote import`."
        )
    if name.startswith("SQLITE_FULL") or (name.startswith("SQLITE_IOERR") and _is_full(path.parent)):
        return StoreError(f'The disk that holds "{path}" is full. Make room and try again; nothing was lost.')
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return StoreError(_unwritable(path, str(error)))
    if name.startswith("SQLITE_IOERR"):
        return StoreError(
            f'"{path}" can\'t be read or written: {error}. Check the disk that holds it, and try again; '
            "nothing was lost."
        )
    return StoreError(f'"{path}" can\'t be used: {error}. Run `pullquote doctor` to see what is wrong.')


def _unwritable(path: Path, why: str) -> str:
    return (
        f'"{path}" can\'t be opened for writing ({why}). '
        "Check who owns the file and its folder, or name another folder in PULLQUOTE_DATA."
    )


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ALMOST_NOTHING
    except OSError:
        return False
