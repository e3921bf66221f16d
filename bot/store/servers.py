"""What each Discord server chose, and what Discord was told: `servers.db`, private and small.

It is a file of its own, so that the library can be rebuilt or published without it.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from bot.store.library import Library
from bot.store.servers_schema import servers_migrations


class Servers(Library):
    """An open `servers.db`."""

    def __init__(self, path: Path) -> None:
        super().__init__(path, servers_migrations)


@dataclass(frozen=True, slots=True)
class Choices:
    """What a server chose: how typed commands begin there, and how answers are shown.

    `prefix` None means the host's. `private` answers are seen by the one who asked alone unless they say
    otherwise.
    """

    prefix: str | None = None
    spoilers_left_out: bool = False
    private: bool = False


def all_choices(servers: Servers) -> dict[int, Choices]:
    """What each server chose that chose anything."""
    rows = servers.rows("SELECT server_id, prefix, spoilers_left_out, private FROM server")
    return {
        row["server_id"]: Choices(row["prefix"], bool(row["spoilers_left_out"]), bool(row["private"]))
        for row in rows
    }


def channel_films(servers: Servers) -> dict[int, str]:
    """The film of each channel that has one."""
    return {
        row["channel_id"]: row["film"] for row in servers.rows("SELECT channel_id, film FROM channel_film")
    }


def save_choices(servers: Servers, server_id: int, choices: Choices) -> None:
    """Keep what a server chose."""
    values = {
        "server_id": server_id,
        "prefix": choices.prefix,
        "spoilers_left_out": choices.spoilers_left_out,
        "private": choices.private,
    }
    with servers.transaction() as connection:
        connection.execute(
            """
            INSERT INTO server (server_id, prefix, spoilers_left_out, private)
            VALUES (:server_id, :prefix, :spoilers_left_out, :private)
            ON CONFLICT (server_id) DO UPDATE SET
                prefix = excluded.prefix,
                spoilers_left_out = excluded.spoilers_left_out,
                private = excluded.private
            """,
            values,
        )


def save_channel_film(servers: Servers, server_id: int, channel_id: int, film: str | None) -> None:
    """Keep the film of a channel, or that it has none."""
    with servers.transaction() as connection:
        connection.execute("INSERT OR IGNORE INTO server (server_id) VALUES (?)", (server_id,))
        connection.execute("DELETE FROM channel_film WHERE channel_id = ?", (channel_id,))
        if film is not None:
            connection.execute(
                "INSERT INTO channel_film (channel_id, server_id, film) VALUES (?, ?, ?)",
                (channel_id, server_id, film),
            )


def forget_server(servers: Servers, server_id: int) -> None:
    """Delete everything that is kept about a server."""
    with servers.transaction() as connection:
        connection.execute("DELETE FROM server WHERE server_id = ?", (server_id,))


def forget_channel(servers: Servers, channel_id: int) -> None:
    """Delete everything that is kept about a channel."""
    with servers.transaction() as connection:
        connection.execute("DELETE FROM channel_film WHERE channel_id = ?", (channel_id,))


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


def keep_code(servers: Servers, code: str) -> str:
    """Keep a question's code; gives its key, which is always the same for the same code."""
    key = hashlib.blake2b(code.encode("utf-8", "surrogatepass"), digest_size=10).hexdigest()
    if find_code(servers, key) is None:
        with servers.transaction() as connection:
            connection.execute("INSERT OR IGNORE INTO kept_code (key, code) VALUES (?, ?)", (key, code))
    return key


def find_code(servers: Servers, key: str) -> str | None:
    """The code that was kept under the key."""
    row = servers.row("SELECT code FROM kept_code WHERE key = ?", (key,))
    return None if row is None else str(row["code"])
