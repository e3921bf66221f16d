"""The tables of `servers.db`, as the migrations that make them."""

from __future__ import annotations

from sqlite_utils import Database, Migrations

servers_migrations = Migrations("servers")


@servers_migrations()
def choices_and_buttons(db: Database) -> None:
    """What servers chose, what Discord was told, and what buttons could not carry."""
    for statement in _CHOICES_AND_BUTTONS.split(";\n\n"):
        db.execute(statement)


_CHOICES_AND_BUTTONS = """
-- What a server chose. `prefix` begins its typed commands, NULL where the host's holds.
CREATE TABLE server (
    server_id INTEGER PRIMARY KEY,
    prefix TEXT,
    spoilers_left_out INTEGER NOT NULL DEFAULT 0 CHECK (spoilers_left_out IN (0, 1)),
    private INTEGER NOT NULL DEFAULT 0 CHECK (private IN (0, 1))
) STRICT;

-- The film that is meant in a channel when none is named.
CREATE TABLE channel_film (
    channel_id INTEGER PRIMARY KEY,
    server_id INTEGER NOT NULL REFERENCES server(server_id) ON DELETE CASCADE,
    film TEXT NOT NULL
) STRICT;

CREATE INDEX channel_film_by_server ON channel_film (server_id);

-- The digest of the commands that Discord was last told of, for each application.
CREATE TABLE commands_told (
    application_id INTEGER PRIMARY KEY,
    digest TEXT NOT NULL
) STRICT;

-- Codes of questions that are too long for a button, which carries the key instead.
CREATE TABLE kept_code (
    key TEXT PRIMARY KEY,
    code TEXT NOT NULL
) STRICT, WITHOUT ROWID
"""


@servers_migrations()
def quotes_by_the_clock(db: Database) -> None:
    """Schedules of quotes, and what each has posted."""
    for statement in _SCHEDULES.split(";\n\n"):
        db.execute(statement)


_SCHEDULES = """
-- A quote posted by itself. `days` holds a bit for each day of the week, Monday the lowest; `next_at` is UTC.
CREATE TABLE schedule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    server_id INTEGER NOT NULL REFERENCES server(server_id) ON DELETE CASCADE,
    channel_id INTEGER NOT NULL,
    made_by INTEGER,
    film TEXT,
    stars INTEGER,
    card INTEGER NOT NULL CHECK (card IN (0, 1)),
    minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
    zone TEXT NOT NULL,
    days INTEGER NOT NULL CHECK (days BETWEEN 1 AND 127),
    deck INTEGER NOT NULL,
    position INTEGER NOT NULL,
    next_at TEXT NOT NULL
) STRICT;

CREATE INDEX schedule_by_time ON schedule (next_at);

CREATE INDEX schedule_by_server ON schedule (server_id);

-- What a schedule has posted of the library, by the digest of review and text.
CREATE TABLE posted_quote (
    schedule_id INTEGER NOT NULL REFERENCES schedule(id) ON DELETE CASCADE,
    quote TEXT NOT NULL,
    PRIMARY KEY (schedule_id, quote)
) STRICT, WITHOUT ROWID
"""


@servers_migrations()
def quotes_on_their_way(db: Database) -> None:
    """Quotes that Discord doesn't have yet."""
    db.execute(_ON_THEIR_WAY)


_ON_THEIR_WAY = """
-- The quote that a schedule brings into its channel: how often it was tried, and when again (`next_at`, UTC).
CREATE TABLE quote_on_its_way (
    schedule_id INTEGER PRIMARY KEY REFERENCES schedule(id) ON DELETE CASCADE,
    deck INTEGER NOT NULL,
    position INTEGER NOT NULL,
    begun TEXT NOT NULL,
    next_at TEXT NOT NULL,
    tries INTEGER NOT NULL
) STRICT
"""
