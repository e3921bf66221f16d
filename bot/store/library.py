"""The library's file, opened: one connection that writes, one read-only connection per thread that reads."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database, Migrations

from bot.errors import StoreBusyError, StoreError
from bot.store.schema import library_migrations

BUSY_SECONDS = 30.0
"""How long a writer waits for another process's transaction before it gives up."""

_PAGE_BYTES = 1 << 14
_LONG_LOG = 32 << 20
_ALMOST_NOTHING = 1 << 20
_OLDEST_SQLITE = (3, 37)  # brought STRICT tables

Values = Mapping[str, object]


class Library:
    """An open `library.db`. It may be shared by threads; `close` it, or use it as a context manager."""

    def __init__(self, path: Path, migrations: Migrations = library_migrations) -> None:
        self.path = path
        self._migrations = migrations
        self._readers = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._writing = threading.Lock()
        self._closed = False
        _check_sqlite()
        _make_folder(path.parent)
        with store_errors(path):
            self._writer = _open_to_write(path, migrations)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close every connection. The write-ahead log is folded back into the file."""
        with self._writing:
            self._closed = True
            for connection in [*self._opened, self._writer.conn]:
                connection.close()
            self._opened.clear()

    @contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """One transaction on the writing connection: all of it is kept, or nothing.

        It waits for other threads and processes that write; raises StoreBusyError after `BUSY_SECONDS`.
        """
        with self._writing, store_errors(self.path):
            connection = self._writer.conn
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def truncate_log(self) -> None:
        """Fold a write-ahead log that has grown long into the file and give its space back.

        Where a reader holds it or the disk has no room, it stays: what it holds is kept all the same.
        """
        if not self._log_is_long():
            return
        with self._writing, store_errors(self.path):
            try:
                self._writer.conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
                    raise

    def _log_is_long(self) -> bool:
        log = self.path.with_name(f"{self.path.name}-wal")
        return log.is_file() and log.stat().st_size > _LONG_LOG

    def is_of_its_kind(self, other: sqlite3.Connection) -> bool:
        """Whether the other database is what this one is, or was in an earlier version of us."""
        applied = {migration.name for migration in self._migrations.applied(Database(other))}
        return bool(applied) and applied <= _names(self._migrations)

    def overwrite(self, source: sqlite3.Connection, tell: Callable[[int, int, int], None]) -> None:
        """Make the library what the other database is, all at once for those who read it.

        `tell` is told of each try, with SQLite's status; it may raise to give up.
        """
        with self._writing, store_errors(self.path), self._in_our_pages(source) as copied:
            copied.backup(self._writer.conn, progress=tell)
            _migrate(self._writer, self._migrations)

    @contextmanager
    def _in_our_pages(self, source: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
        """The other database, or a passing copy of it where its pages are of another size than ours.

        SQLite copies page by page, and a database with a write-ahead log can't change the size of its own.
        """
        (ours,) = self._writer.conn.execute("PRAGMA page_size").fetchone()
        if source.execute("PRAGMA page_size").fetchone() == (ours,):
            yield source
            return
        copy = self.path.with_name(f"{self.path.name}.part")
        try:
            copy.unlink(missing_ok=True)
            source.execute(f"PRAGMA page_size = {ours}")
            source.execute("VACUUM INTO ?", (str(copy),))
            with closing(sqlite3.connect(copy)) as copied:
                yield copied
        finally:
            copy.unlink(missing_ok=True)

    def rows(self, sql: str, values: Values | tuple[object, ...] = ()) -> list[sqlite3.Row]:
        """Read rows on this thread's read-only connection."""
        with store_errors(self.path):
            return self.reader().execute(sql, values).fetchall()

    def stream(self, sql: str, values: Values | tuple[object, ...] = ()) -> Iterator[sqlite3.Row]:
        """Read rows one by one, however many there are; close it before the library."""
        with store_errors(self.path):
            yield from self.reader().execute(sql, values)

    def row(self, sql: str, values: Values | tuple[object, ...] = ()) -> sqlite3.Row | None:
        """Read the first row, None where there is none."""
        with store_errors(self.path):
            found: sqlite3.Row | None = self.reader().execute(sql, values).fetchone()
            return found

    def reader(self) -> sqlite3.Connection:
        """Read through this: the thread's own read-only connection, opened when first asked for."""
        connection: sqlite3.Connection | None = getattr(self._readers, "connection", None)
        if connection is None:
            with store_errors(self.path), self._writing:
                if self._closed:
                    raise StoreError("The library is closed. Start Pullquote again.")
                connection = _open_to_read(self.path)
                self._opened.append(connection)
            self._readers.connection = connection
        return connection


def _open_to_write(path: Path, migrations: Migrations) -> Database:
    # Opened here, not by sqlite-utils: it would take another SQLite (pysqlite3) where one is installed, and
    # bind the connection to this thread.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        connection.row_factory = sqlite3.Row
        _refuse_foreign(Database(connection), migrations, path)
        connection.execute(f"PRAGMA page_size = {_PAGE_BYTES}")  # of a new file: fewer, larger writes
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA cache_size = -65536")
        database = Database(connection)
        _refuse_newer(database, migrations, path)
        _keep_copy(database, migrations, path)
        _migrate(database, migrations)
    except BaseException:
        connection.close()
        raise
    return database


def _migrate(database: Database, migrations: Migrations) -> None:
    if not migrations.pending(database):  # whoever only reads need not wait for one who writes
        return
    # Two processes may open a new library at once: the second waits here and finds the work done.
    database.conn.execute("BEGIN IMMEDIATE")
    try:
        migrations.apply(database)
    except BaseException:
        database.conn.rollback()
        raise
    database.conn.commit()


def _names(migrations: Migrations) -> set[str]:
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
    if {migration.name for migration in migrations.applied(database)} - _names(migrations):
        raise StoreError(f'"{path}" was made by a newer Pullquote. Update this one and start it again.')


def _keep_copy(database: Database, migrations: Migrations, path: Path) -> None:
    """Before a library of an earlier version is changed, keep it beside the new one."""
    applied, pending = migrations.applied(database), migrations.pending(database)
    if applied and pending:
        copy = path.with_name(f"{path.stem}-before-{pending[0].name}{path.suffix}")
        with closing(sqlite3.connect(copy)) as target:
            database.conn.backup(target)


def _open_to_read(path: Path) -> sqlite3.Connection:
    # `close` may come from another thread, hence check_same_thread; each connection is used by one thread.
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA query_only = ON")
    connection.execute("PRAGMA cache_size = -32768")
    connection.execute(f"PRAGMA mmap_size = {1 << 40}")
    return connection


def _check_sqlite() -> None:
    if sqlite3.sqlite_version_info < _OLDEST_SQLITE:
        needed = ".".join(map(str, _OLDEST_SQLITE))
        raise StoreError(
            f"Python has SQLite {sqlite3.sqlite_version} here, and Pullquote needs {needed} or newer. "
            "Install a newer Python, for example with `uv python install`."
        )


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
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
            "(`pullquote restore FILE`) or start again: the library is built anew from the saved pages."
        )
    if name.startswith("SQLITE_FULL") or (name.startswith("SQLITE_IOERR") and _is_full(path.parent)):
        return StoreError(f'The disk that holds "{path}" is full. Make room and try again; nothing was lost.')
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM")):
        return StoreError(
            f'"{path}" can\'t be opened for writing ({error}). '
            "Check who owns the file and its folder, or name another folder in PULLQUOTE_DATA."
        )
    if name.startswith("SQLITE_IOERR"):
        return StoreError(
            f'"{path}" can\'t be read or written: {error}. Check the disk that holds it, and try again; '
            "nothing was lost."
        )
    return StoreError(f'"{path}" can\'t be used: {error}. Run `pullquote doctor` to see what is wrong.')


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _ALMOST_NOTHING
    except OSError:
        return False
