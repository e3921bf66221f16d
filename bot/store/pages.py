"""Which page files the library has taken in, and which a start passes over all the same."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from enum import Enum

from bot.store.library import Library


class PageState(Enum):
    """What became of a page file."""

    NEW = "new"
    READ = "read"
    TAKEN_BACK = "taken back"
    UNREADABLE = "unreadable"


def page_state(library: Library, digest: str, source: str, version: str) -> PageState:
    """What became of the content with this SHA-256 digest.

    What another version of us or under another name could not be read as is new.
    """
    if library.row("SELECT 1 FROM page WHERE digest = ?", (digest,)) is not None:
        return PageState.READ
    rows = library.rows("SELECT source, version FROM passed_page WHERE digest = ?", (digest,))
    passed = {(row["source"], row["version"]) for row in rows}
    if any(known_version is None for _, known_version in passed):
        return PageState.TAKEN_BACK
    return PageState.UNREADABLE if (source, version) in passed else PageState.NEW


def note_page(connection: sqlite3.Connection, digest: str, source: str, import_id: int) -> None:
    """Keep that an import read the content with this digest."""
    connection.execute("INSERT OR IGNORE INTO page VALUES (?, ?, ?)", (digest, import_id, source))
    connection.execute("DELETE FROM passed_page WHERE digest = ?", (digest,))


def note_unreadable(library: Library, pages: Iterable[tuple[str, str]], version: str) -> None:
    """Keep of pages, by digest and source, that this version of us can't read them."""
    with library.transaction() as connection:
        connection.executemany(
            "INSERT OR REPLACE INTO passed_page (digest, source, version) VALUES (?, ?, ?)",
            [(digest, source, version) for digest, source in pages],
        )


def forget_pages(connection: sqlite3.Connection, import_id: int) -> None:
    """Keep that the pages of an import, but for those that others hold too, were taken back."""
    connection.execute(
        "INSERT OR REPLACE INTO passed_page (digest, source) SELECT digest, source FROM page AS gone "
        "WHERE import_id = :import AND NOT EXISTS "
        "(SELECT 1 FROM page WHERE digest = gone.digest AND import_id <> :import)",
        {"import": import_id},
    )
    connection.execute("DELETE FROM page WHERE import_id = ?", (import_id,))
