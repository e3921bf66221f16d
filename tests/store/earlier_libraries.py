"""Databases as each version of us made them, as SQL with some data.

`python -m tests.store.earlier_libraries` writes those of migrations that have none yet. With `--anew` it
writes the newest ones again, which is right only before anybody has them in use. Those before stay as they
were made: tables may have been other ones then.
"""

from __future__ import annotations

import datetime as dt
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlite_utils import Database, Migrations

from bot.model import Film
from bot.store.deliveries import Delivery, note_posted
from bot.store.film_changes import rename_film
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.schedules import Schedule, add_schedule
from bot.store.schema import library_migrations
from bot.store.servers import Choices, Servers, save_channel_film, save_choices
from bot.store.servers_schema import servers_migrations
from tests.making import HARBOUR_II, make_review, save

FOLDER = Path(__file__).parent / "earlier"
SCHEDULE = Schedule(
    id=0,
    server_id=7,
    channel_id=8,
    made_by=9,
    film=None,
    stars=7,
    card=True,
    minute=1200,
    zone="Europe/Copenhagen",
    days=frozenset((0, 3)),
    deck=5,
    position=2,
    next_at=dt.datetime(2026, 1, 1, 19, tzinfo=dt.UTC),
)
SETS = {"library": library_migrations, "servers": servers_migrations}


def names(migrations: Migrations) -> list[str]:
    """The migrations of a set, the first one first."""
    return [migration.name for migration in migrations.pending(Database(memory=True))]


def file_of(kind: str, number: int) -> Path:
    """The file of a database as it was after so many migrations of its set."""
    return FOLDER / f"{kind}-{number}-{names(SETS[kind])[number - 1]}.sql"


def migrated(kind: str, number: int) -> Database:
    """An empty database after so many migrations."""
    database = Database(memory=True)
    following = names(SETS[kind])[number:]
    SETS[kind].apply(database, stop_before=following[:1])
    return database


def schema_of(connection: sqlite3.Connection) -> dict[str, str]:
    """The statements that made the database, by name."""
    made = connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'review_text_%' "
        "AND name NOT LIKE 'sqlite_%' ORDER BY type = 'trigger', type = 'index', rowid"
    )
    return {name: " ".join(sql.split()) for name, sql in made}


def sample(kind: str, path: Path) -> None:
    """Make a database of today with some data."""
    if kind == "servers":
        with Servers(path) as servers:
            save_choices(servers, 7, Choices(prefix="?", private=True))
            save_channel_film(servers, 7, 8, "Harbour Lights (1999)")
            schedule = add_schedule(servers, SCHEDULE)
            delivery = Delivery(schedule, SCHEDULE.next_at, SCHEDULE.next_at, tries=1)
            note_posted(servers, schedule, "digest", delivery=delivery)
        return
    with Library(path) as library:
        save(library, [make_review("ada", site="IMDb"), make_review("ben", rating=None, votes=None)], 40)
        save(
            library,
            [make_review("cho", text="It has Zlatko Burić.", spoiler=True), make_review("ada", rating=3)],
        )
        save(library, [make_review("dag", film=HARBOUR_II, date=None)])
        rename_film(library, all_films(library)[0], Film("The Port", 1999))


def script(kind: str, number: int) -> Iterator[str]:
    """The SQL of the sample, of the tables that there were after so many migrations."""
    schema = schema_of(migrated(kind, number).conn)
    with TemporaryDirectory() as folder:
        sample(kind, Path(folder) / "sample.db")
        with closing(sqlite3.connect(Path(folder) / "sample.db")) as connection:
            made = [sql for sql in schema.values() if not sql.startswith(("CREATE TRIGGER", "CREATE INDEX"))]
            later = [sql for sql in schema.values() if sql not in made]
            yield from (f"{sql};" for sql in made)
            for name, sql in schema.items():
                if sql.startswith("CREATE TABLE"):
                    yield from _inserts(connection, name, names(SETS[kind])[:number])
            yield from (f"{sql};" for sql in later)
            if "review_text" in schema:
                yield "INSERT INTO review_text (review_text) VALUES ('rebuild');"


def _inserts(connection: sqlite3.Connection, table: str, applied: list[str]) -> Iterator[str]:
    columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    quoted = " || ', ' || ".join(f"quote({column})" for column in columns)
    rows = connection.execute(f"SELECT {quoted} FROM {table} ORDER BY 1")  # noqa: S608 - our own words
    for (values,) in rows.fetchall():
        if table != "_sqlite_migrations" or any(f"'{name}'" in values for name in applied):
            yield f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({values});"  # noqa: S608


def main(*, anew: bool) -> None:
    """Write the files that are missing, and the newest ones again where asked to."""
    for kind, migrations in SETS.items():
        for number in range(1, len(names(migrations)) + 1):
            file = file_of(kind, number)
            if (anew and number == len(names(migrations))) or not file.exists():
                file.write_text("\n".join(script(kind, number)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(anew="--anew" in sys.argv)
