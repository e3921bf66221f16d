"""Which page files the library has taken in, and which a start passes over all the same."""

from __future__ import annotations

import sqlite3

from bot.store.library import Library


def has_page(library: Library, digest: str) -> bool:
    """Whether content with this SHA-256 digest was indexed before."""
    known = (
        "SELECT 1 FROM page WHERE digest = :digest UNION ALL SELECT 1 FROM passed_page WHERE digest = :digest"
    )
    return library.row(known, {"digest": digest}) is not None


def note_page(connection: sqlite3.Connection, digest: str, source: str, import_id: int) -> None:
    """Keep that an import read the content with this digest."""
    connection.execute("INSERT OR IGNORE INTO page VALUES (?, ?, ?)", (digest, import_id, source))
    connection.execute("DELETE FROM passed_page WHERE digest = ?", (digest,))


def forget_pages(connection: sqlite3.Connection, import_id: int) -> None:
    """Keep that the pages of an import, but for those that others hold too, were taken back."""
    connection.execute(
        "INSERT OR REPLACE INTO passed_page (digest, source) SELECT digest, source FROM page AS gone "
        "WHERE import_id = :import AND NOT EXISTS "
        "(SELECT 1 FROM page WHERE digest = gone.digest AND import_id <> :import)",
        {"import": import_id},
    )
    connection.execute("DELETE FROM page WHERE import_id = ?", (import_id,))
