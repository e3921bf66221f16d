"""What each Discord server chose, and what Discord was told: `servers.db`, private and small.

It is a file of its own, so that the library can be rebuilt or published without it.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from sqlite_utils import Database, Migrations

from bot.store.library import Library

servers_migrations = Migrations("servers")


class Servers(Library):
    """An open `servers.db`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, servers_migrations)


@servers_migrations()
def commands_told(db: Database) -> None:
    """What commands Discord was last told of."""
    db.execute(_COMMANDS_TOLD)


_COMMANDS_TOLD = """
-- The digest of the commands that Discord was last told of, for each application.
CREATE TABLE commands_told (
    application_id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL
) STRICT
"""


def told_commands(servers: Servers, application_id: int) -> str | None:
    """The digest of the commands that Discord was last told of, None before the first time."""
    row = servers.row("SELECT digest FROM commands_told WHERE application_id = ?", (application_id,))
    return None if row is None else str(row["digest"])


def note_commands(servers: Servers, application_id: int, digest: str) -> None:
    """Keep the digest of the commands that Discord was just told of."""
    with servers.transaction() as connection:
        connection.execute(
            """
            INSERT INTO commands_told (application_id, digest) VALUES (?, ?)
            ON CONFLICT (application_id) DO UPDATE SET digest = excluded.digest
            """,
            (application_id, digest),
        )


@servers_migrations()
def kept_codes(db: Database) -> None:
    """Questions too long for a button."""
    db.execute(_KEPT_CODES)


_KEPT_CODES = """
-- Codes of questions that are too long for a button, which carries the key instead.
CREATE TABLE kept_code (
    key TEXT PRIMARY KEY,
    code TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""


def keep_code(servers: Servers, code: str) -> str:
    """Keep a question's code; gives its key, which is always the same for the same code."""
    key = hashlib.blake2b(code.encode(), digest_size=10).hexdigest()
    if find_code(servers, key) is None:
        with servers.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO kept_code (key, code) VALUES (?, ?)", (key, code))
    return key


def find_code(servers: Servers, key: str) -> str | None:
    """The code that was kept under the key."""
    row = servers.row("SELECT code FROM kept_code WHERE key = ?", (key,))
    return None if row is None else str(row["code"])
