"""What a host makes of films, two being one or one being called otherwise, and the way back, step by step.

Reviews remember the name under which they came, so that films which were made one part again with what each
has got since.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from dataclasses import dataclass
from typing import Any

from bot.errors import FilmError, NotFoundError
from bot.model import Film
from bot.store.bylines import reviewer_key
from bot.store.films import FilmEntry
from bot.store.held import Held
from bot.store.keeping import TOLD_COLUMNS, Keeping
from bot.store.library import Library
from bot.store.readings import Readings
from bot.store.recognising import add_name, film_key, forget_names, name_film, settle_totals
from bot.store.reviews import SELECT_REVIEW, as_review
from bot.store.sameness import is_same, letters


def merge_films(library: Library, film: FilmEntry, into: FilmEntry) -> int:
    """Make a film part of another, which keeps its name; pages of either bring reviews to it from now on.

    A review that both have is one. Returns how many there were of these. Raises FilmError for a film and
    itself.
    """
    if film.id == into.id:
        raise FilmError(f"Both names mean {into.film}. Name two films to make them one.")
    with library.transaction() as connection:
        keeping = Keeping(connection)
        gone = connection.execute("SELECT * FROM film WHERE id = ?", (film.id,)).fetchone()
        names = connection.execute("SELECT id FROM film_name WHERE film_id = ?", (film.id,)).fetchall()
        dropped = _drop_twins(connection, keeping, film.id, into.id)
        _move(connection, keeping, "film_id = :film", {"film": film.id}, into.id)
        before = {
            "film": dict(gone),
            "into": into.id,
            "names": [row["id"] for row in names],
            "dropped": dropped,
        }
        connection.execute("UPDATE film_name SET film_id = ? WHERE film_id = ?", (into.id, film.id))
        keeping.finish()
        settle_totals(connection, [into.id])
        connection.execute("DELETE FROM film WHERE id = ?", (film.id,))
        _note(connection, f"Made {film.film} part of {into.film}", before)
    return len(dropped)


def rename_film(library: Library, film: FilmEntry, name: Film) -> None:
    """Call a film otherwise; pages that call it so mean it from now on.

    Raises FilmError where another film is called so.
    """
    with library.transaction() as connection:
        taken = connection.execute("SELECT * FROM film_name WHERE key = ?", (film_key(name),)).fetchone()
        if taken is not None and taken["film_id"] != film.id:
            raise FilmError(
                f"Another film is called {name}. If the two are the same, merge {film.film} into that one."
            )
        row = connection.execute("SELECT * FROM film WHERE id = ?", (film.id,)).fetchone()
        added = add_name(connection, film.id, name, film_key(name)) if taken is None else None
        _note(connection, f"Called {film.film} {name}", {"renamed": dict(row), "name": added})
        _call(connection, film.id, name.title, name.year, renamed=1)


@dataclass(frozen=True, slots=True)
class FilmChange:
    """A merging or renaming that can be taken back; `said` is what was done, in words."""

    id: int
    said: str


def latest_film_change(library: Library) -> FilmChange | None:
    """The latest merging or renaming that wasn't taken back yet."""
    row = library.row("SELECT id, said FROM film_change ORDER BY id DESC LIMIT 1")
    return None if row is None else FilmChange(row["id"], row["said"])


def undo_film_change(library: Library) -> str:
    """Take back the latest merging or renaming that wasn't yet; returns what it was, in words.

    Raises NotFoundError where there is none.
    """
    with library.transaction() as connection:
        row = connection.execute("SELECT * FROM film_change ORDER BY id DESC LIMIT 1").fetchone()
        if row is None:
            raise NotFoundError("No film was merged or renamed, so there is nothing to take back.")
        before = json.loads(row["before"])
        if "renamed" in before:
            _unname(connection, before["renamed"], before["name"])
        else:
            _part(connection, before)
        connection.execute("DELETE FROM film_change WHERE id = ?", (row["id"],))
        return str(row["said"])


def _note(connection: sqlite3.Connection, said: str, before: dict[str, object]) -> None:
    connection.execute(
        "INSERT INTO film_change (at, said, before) VALUES (?, ?, ?)",
        (dt.datetime.now(dt.UTC).isoformat(timespec="seconds"), said, json.dumps(before)),
    )


def _call(
    connection: sqlite3.Connection, film_id: int, title: str, year: int | None, *, renamed: int
) -> None:
    keeping = Keeping(connection)
    connection.execute(
        "UPDATE film SET title = ?, year = ?, renamed = ? WHERE id = ?", (title, year, renamed, film_id)
    )
    if not renamed:
        name_film(connection, film_id)
    keeping.read_people_of(film_id)
    keeping.finish()


def _unname(connection: sqlite3.Connection, film: dict[str, Any], name_id: int | None) -> None:
    if not _is_there(connection, film["id"]):
        return
    connection.execute(
        "DELETE FROM film_name WHERE id = ? AND id NOT IN (SELECT name_id FROM review WHERE film_id = ?)",
        (name_id, film["id"]),
    )
    _call(connection, film["id"], film["title"], film["year"], renamed=film["renamed"])


def _part(connection: sqlite3.Connection, before: dict[str, Any]) -> None:
    film, into, names = before["film"], before["into"], json.dumps(before["names"])
    connection.execute(
        "INSERT INTO film (id, title, year, renamed) VALUES (:id, :title, :year, :renamed)", film
    )
    keeping = Keeping(connection)
    connection.execute(
        "UPDATE film_name SET film_id = ? WHERE id IN (SELECT value FROM json_each(?))", (film["id"], names)
    )
    moved = "film_id = :into AND name_id IN (SELECT value FROM json_each(:names))"
    _move(connection, keeping, moved, {"into": into, "names": names}, film["id"])
    if _is_there(connection, into) and name_film(connection, into):
        keeping.read_people_of(into)
    _bring_back(connection, keeping, before["dropped"])
    keeping.finish()
    settle_totals(connection, [film["id"], into])
    forget_names(connection)


def _bring_back(connection: sqlite3.Connection, keeping: Keeping, dropped: list[dict[str, Any]]) -> None:
    """Insert reviews again, with what the imports read of them that are still there.

    Those of films that were taken away since stay away.
    """
    readings = Readings(connection, keeping)
    imports = {row["id"] for row in connection.execute("SELECT id FROM import")}
    back: list[Held] = []
    for row_id, row in enumerate(dropped, keeping.next_id()):
        told = {import_id: told for import_id, told in row["readings"] if import_id in imports}
        if not told or not _is_there(connection, row["film_id"]):
            continue
        first = keeping.film(row["film_id"]).new_slots(row["slots"])
        columns = {column: row[column] for column in TOLD_COLUMNS}
        back.append(Held(columns | {"id": row_id, "first_slot": first}, told))
        _part_from_twin(connection, keeping, readings, row["twin"], row["moved"])
        connection.execute("DELETE FROM other_review_id WHERE review_id = :review_id", row)
        connection.executemany(
            "UPDATE other_review_id SET id = ? WHERE review_id = ?",
            [(row_id, name) for name in back[-1].names()],
        )
    keeping.insert([held.now for held in back])
    for held in back:
        readings.refold(held)
    readings.write()


def _part_from_twin(
    connection: sqlite3.Connection, keeping: Keeping, readings: Readings, twin: int, moved: list[int]
) -> None:
    """Take back from the review that stayed what it was given of the one that was dropped."""
    for held in readings.held(connection.execute("SELECT * FROM review WHERE id = ?", (twin,))).values():
        readings.take_back(held, moved)
        if not held.readings:  # it stayed for the sake of the one that comes back
            keeping.delete([held.now])


def _move(
    connection: sqlite3.Connection, keeping: Keeping, where: str, values: dict[str, object], film_id: int
) -> None:
    """Give the reviews to the film."""
    some = f"SELECT * FROM review WHERE {where} ORDER BY id"  # noqa: S608 - our own words
    for row in connection.execute(some, values).fetchall():
        first = keeping.film(film_id).new_slots(row["slots"])
        keeping.replace(row, dict(row) | {"film_id": film_id, "first_slot": first})


def _is_there(connection: sqlite3.Connection, film_id: int) -> bool:
    return connection.execute("SELECT 1 FROM film WHERE id = ?", (film_id,)).fetchone() is not None


def _drop_twins(
    connection: sqlite3.Connection, keeping: Keeping, film_id: int, into_id: int
) -> list[dict[str, object]]:
    """Of reviews that both films have, drop the one with less text; returns those dropped, as they were."""
    ours: dict[str, list[sqlite3.Row]] = {}
    of_film = f"{SELECT_REVIEW} WHERE film_id = ? ORDER BY review.id"
    for row in connection.execute(of_film, (into_id,)):
        for key in _keys(row):
            ours.setdefault(key, []).append(row)
    dropped: dict[int, sqlite3.Row] = {}
    stays: dict[int, sqlite3.Row] = {}
    for row in connection.execute(of_film, (film_id,)).fetchall():
        found = as_review(row).review
        twins = [twin for key in _keys(row) for twin in ours.get(key, ()) if twin["id"] not in dropped]
        twin = next((twin for twin in twins if is_same(twin, found)), None)
        if twin is not None:
            less, more = sorted((row, twin), key=lambda one: len(letters(one["text"])))
            dropped[less["id"]], stays[less["id"]] = less, more
    kept = [(_last(more, stays), dropped[less]) for less, more in stays.items()]
    readings = Readings(connection, keeping)
    held = readings.held([row for both in kept for row in both])
    told = [_with_twin(held[less["id"]], held[more["id"]], readings) for more, less in kept]
    readings.write()
    keeping.delete(list(dropped.values()))
    connection.executemany(
        "UPDATE other_review_id SET id = ? WHERE id = ?", [(more["id"], less["id"]) for more, less in kept]
    )
    connection.executemany(
        "INSERT INTO other_review_id (id, review_id) VALUES (?, ?)",
        [(more["id"], less["review_id"]) for more, less in kept],
    )
    return told


def _last(row: sqlite3.Row, stays: dict[int, sqlite3.Row]) -> sqlite3.Row:
    """The review that stays for it in the end: one that stayed for another may give way to a third."""
    while row["id"] in stays:
        row = stays[row["id"]]
    return row


def _with_twin(held: Held, twin: Held, readings: Readings) -> dict[str, object]:
    """A review that is dropped, after its twin was given what its imports read of it."""
    columns: dict[str, object] = {column: held.now[column] for column in TOLD_COLUMNS}
    given = {"readings": list(held.readings.items()), "twin": twin.now["id"]}
    return columns | given | {"moved": readings.move(held, twin)}


def _keys(row: sqlite3.Row) -> set[str]:
    """Whom the byline may name, as names are compared."""
    return {row["reviewer_key"], reviewer_key(row["other_reviewer"] or row["reviewer"])}
