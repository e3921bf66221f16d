"""Whom the reviews of a film speak of, read from their texts and kept beside them.

It is read anew for a film as soon as one of its reviews has come, changed or gone. So what is kept depends on
the reviews alone, not on the order in which they came.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.language.name_lookup import name_clues, word_clues
from bot.language.names import NamedText
from bot.language.people import NamedPerson, people_in

TEXTS_HELD = 20_000
"""Reviews of a film up to which their texts are held in memory; those of a longer film are read twice."""


def read_people(connection: sqlite3.Connection, film_ids: Iterable[int], *, held: int = TEXTS_HELD) -> None:
    """Read the people of these films anew. Must stand in the transaction that changed the reviews."""
    for film_id in sorted(film_ids):
        connection.execute("DELETE FROM film_person WHERE film_id = ?", (film_id,))
        _read_film(connection, film_id, held)
    connection.execute("DELETE FROM person WHERE reviews = 0")


@dataclass(frozen=True, slots=True)
class _FilmTexts:
    """Standing, heading and text of each review of a film, read from the library whenever gone over."""

    connection: sqlite3.Connection
    film_id: int

    def __iter__(self) -> Iterator[NamedText]:
        """Read them."""
        return iter(
            self.connection.execute(
                "SELECT standing, title, text FROM review WHERE film_id = ?", (self.film_id,)
            )
        )


def _read_film(connection: sqlite3.Connection, film_id: int, held: int) -> None:
    (title,) = connection.execute("SELECT title FROM film WHERE id = ?", (film_id,)).fetchone()
    texts: list[NamedText] = []
    ratings: dict[int, int | None] = {}
    reviews = "SELECT standing, title, text, rating FROM review WHERE film_id = ?"
    for standing, heading, text, rating in connection.execute(reviews, (film_id,)):
        ratings[standing] = rating
        if len(texts) < held:
            texts.append((standing, heading, text))
    whole: Iterable[NamedText] = texts
    if len(ratings) > held:
        texts.clear()
        whole = _FilmTexts(connection, film_id)
    if people := people_in(whole, title):
        _keep(connection, film_id, people, ratings)


def _keep(
    connection: sqlite3.Connection,
    film_id: int,
    people: Sequence[NamedPerson],
    ratings: Mapping[int, int | None],
) -> None:
    ids = _ids(connection, people)
    for person in people:
        rated = [rating for review in person.reviews if (rating := ratings[review]) is not None]
        figures = (len(person.reviews), len(rated), sum(rated))
        connection.execute(
            "INSERT INTO film_person (film_id, person_id, name, certain, reviews, rated, points) "
            "VALUES (?, ?, ?, ?, ?, ?, ?)",
            (film_id, ids[person.key], person.name, int(person.certain), *figures),
        )
    connection.executemany(
        "INSERT INTO mention (film_id, person_id, standing) VALUES (?, ?, ?)",
        [(film_id, ids[person.key], review) for person in people for review in person.reviews],
    )
    connection.executemany(
        "INSERT INTO film_spelling (film_id, person_id, printed, times) VALUES (?, ?, ?, ?)",
        [(film_id, ids[person.key], *form) for person in people for form in person.spellings.items()],
    )
    connection.executemany(
        "UPDATE person SET name = (SELECT name FROM film_person WHERE person_id = :id "
        "ORDER BY reviews DESC, name LIMIT 1) WHERE id = :id",
        [{"id": person_id} for person_id in ids.values()],
    )


def _ids(connection: sqlite3.Connection, people: Sequence[NamedPerson]) -> dict[str, int]:
    """The people's ids by their keys; who is not known yet becomes so."""
    keys = json.dumps([person.key for person in people])
    known = "SELECT key, id FROM person WHERE key IN (SELECT value FROM json_each(?))"
    ids: dict[str, int] = dict(connection.execute(known, (keys,)).fetchall())
    for person in people:
        if person.key in ids:
            continue
        (ids[person.key],) = connection.execute(
            "INSERT INTO person (key, name) VALUES (?, ?) RETURNING id", (person.key, person.name)
        ).fetchone()
        connection.executemany(
            "INSERT INTO person_clue (clue, person_id) VALUES (?, ?)",
            [(clue, ids[person.key]) for clue in _clues(person.key)],
        )
    return ids


def _clues(key: str) -> list[str]:
    """Its words, for what begins like them, and the clues to it misspelt."""
    return sorted({*key.split(), *word_clues(key), *name_clues(key)})
