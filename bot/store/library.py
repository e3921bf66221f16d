"""The library's file, opened: one connection that writes, one read-only connection per thread that reads."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database, Migrations

from bot.errors import StoreError
from bot.store.opening import (
    BUSY_SECONDS,
    ReadOnly,
    Tell,
    begin,
    check_sqlite,
    known_names,
    log_of,
    make_folder,
    migrate,
    open_library,
    open_to_read,
    store_errors,
    waits,
)
from bot.store.schema import library_migrations

_LONG_LOG = 32 << 20

Values = Mapping[str, object]


class Library:
    """An open `library.db`. It may be shared by threads; `close` it, or use it as a context manager.

    Where its place can't be written it is open all the same, to be read: `unwritable` says why. `tell` is
    told when another process keeps us waiting.
    """

    def __init__(
        self, path: Path, migrations: Migrations = library_migrations, *, tell: Tell = lambda sentence: None
    ) -> None:
        self.path = path
        self.tell = tell
        self._migrations = migrations
        self._readers = threading.local()
        self._opened: list[sqlite3.Connection] = []
        self._writing = threading.Lock()
        self._closed = False
        check_sqlite()
        make_folder(path.parent)
        with store_errors(path):
            self._held = open_library(path, migrations, tell)

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
            for connection in self._opened:
                connection.close()
            self._opened.clear()
            if isinstance(self._held, Database):
                self._held.conn.close()

    @property
    def unwritable(self) -> str | None:
        """Why nothing can be kept here, in a sentence for the host; None where it can."""
        return self._held.why if isinstance(self._held, ReadOnly) else None

    @contextmanager
    def transaction(self, patience: float = BUSY_SECONDS) -> Iterator[sqlite3.Connection]:
        """One transaction on the writing connection: all of it is kept, or nothing.

        It waits for other threads and processes that write; raises StoreBusyError after so many seconds, and
        StoreError where nothing can be written, which is tried anew each time.
        """
        with self._writing, store_errors(self.path):
            connection = self._writer().conn
            begin(connection, self.path, self.tell, patience)
            try:
                yield connection
            except BaseException:
                connection.rollback()
                raise
            connection.commit()

    def _writer(self) -> Database:
        if isinstance(self._held, ReadOnly):
            self._open_again()
        if isinstance(self._held, ReadOnly):
            raise StoreError(self._held.why)
        return self._held

    def _open_again(self) -> None:
        self._held = open_library(self.path, self._migrations, self.tell)
        self._readers = threading.local()  # each thread opens anew what it reads by

    def truncate_log(self) -> None:
        """Fold a write-ahead log that has grown long into the file and give its space back.

        Where a reader holds it or the disk has no room, it stays: what it holds is kept all the same.
        """
        if not self._log_is_long():
            return
        with self._writing, store_errors(self.path):
            try:
                self._writer().conn.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_FULL:
                    raise

    def _log_is_long(self) -> bool:
        log = log_of(self.path)
        return log.is_file() and log.stat().st_size > _LONG_LOG

    def is_of_its_kind(self, other: sqlite3.Connection) -> bool:
        """Whether the other database is what this one is, or was in an earlier version of us."""
        applied = {migration.name for migration in self._migrations.applied(Database(other))}
        return bool(applied) and applied <= known_names(self._migrations)

    def overwrite(self, source: sqlite3.Connection, tell: Callable[[int, int, int], None]) -> None:
        """Make the library what the other database is, all at once for those who read it.

        `tell` is told of each try, with SQLite's status; it may raise to give up.
        """
        with self._writing, store_errors(self.path), self._in_our_pages(source) as copied:
            with waits(self._writer().conn, 0):  # it tries again by itself, and tells of that
                copied.backup(self._writer().conn, progress=tell)
            migrate(self._writer(), self._migrations, self.path, self.tell)

    @contextmanager
    def _in_our_pages(self, source: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
        """The other database, or a passing copy of it where its pages are of another size than ours.

        SQLite copies page by page, and a database with a write-ahead log can't change the size of its own.
        """
        (ours,) = self._writer().conn.execute("PRAGMA page_size").fetchone()
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
        if isinstance(self._held, ReadOnly) and self._held.is_outdated:
            with store_errors(self.path), self._writing:
                self._open_again()
        connection: sqlite3.Connection | None = getattr(self._readers, "connection", None)
        if connection is None:
            with store_errors(self.path), self._writing:
                if self._closed:
                    raise StoreError("The library is closed. Start Pullquote again.")
                connection = open_to_read(self.path, self._held if isinstance(self._held, ReadOnly) else None)
                self._opened.append(connection)
            self._readers.connection = connection
        return connection
