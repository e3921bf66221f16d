"""Which film of the library a page speaks of, however it writes the title, and what that film is called."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.titles import title_key
from bot.model import Film

_NO_TITLE = re.compile(r"tt[0-9]+")


@dataclass(frozen=True, slots=True)
class Recognised:
    """A film of the library and the name that a page gives it; either may be new with the page."""

    film_id: int
    name_id: int
    is_new: bool = False
    name_is_new: bool = False


@lru_cache(maxsize=1 << 8)  # the reviews of a page are of one film
def film_key(film: Film) -> str:
    """A film's title and year as they are compared across pages."""
    return f"{title_key(film.title)}|{film.year or ''}"


def recognise(connection: sqlite3.Connection, film: Film, site_id: str | None = None) -> Recognised:
    """The film that a page means, by the site's id of it or by title and year; made where there is none.

    A name without a year means the only film of that title. Films with the same title and year are two where
    their site says so by two ids.
    """
    key = film_key(film)
    named = _by_key(connection, key)
    if site_id is None:
        return named or _joined(connection, film, key, None) or _made(connection, film, key, None)
    known = connection.execute(
        "SELECT film_id FROM film_name WHERE site_id = ? LIMIT 1", (site_id,)
    ).fetchone()
    if known is not None:
        return _known_by_id(connection, film, key, site_id, known["film_id"])
    if named is None:
        return _joined(connection, film, key, site_id) or _made(connection, film, key, site_id)
    if _has_another_id(connection, named.film_id, site_id):
        other = Film(f"{film.title} [{site_id}]", film.year)
        return _made(connection, other, f"{key}|{site_id}", site_id)
    connection.execute("UPDATE film_name SET site_id = ? WHERE id = ?", (site_id, named.name_id))
    return named


def name_film(connection: sqlite3.Connection, film_id: int) -> bool:
    """Call the film by the best of its names, unless a host named it; True where that is another one now.

    Of names that are as good, it keeps the one it has: a film that another became part of keeps its name.
    """
    film = connection.execute("SELECT * FROM film WHERE id = ?", (film_id,)).fetchone()
    names = connection.execute("SELECT * FROM film_name WHERE film_id = ? ORDER BY id", (film_id,)).fetchall()
    if film["renamed"] or not names:
        return False
    called = (film["title"], film["year"])
    best = min(
        names,
        key=lambda name: (
            bool(_NO_TITLE.fullmatch(name["title"])),
            name["year"] is None,
            (name["title"], name["year"]) != called,
        ),
    )
    if (best["title"], best["year"]) == called:
        return False
    connection.execute(
        "UPDATE film SET title = ?, year = ? WHERE id = ?", (best["title"], best["year"], film_id)
    )
    return True


def add_name(
    connection: sqlite3.Connection, film_id: int, film: Film, key: str, site_id: str | None = None
) -> int:
    """Let pages that name the film so mean this one; returns the id of the name."""
    (name_id,) = connection.execute(
        "INSERT INTO film_name (film_id, title, year, key, title_key, site_id) VALUES (?, ?, ?, ?, ?, ?) "
        "RETURNING id",
        (film_id, film.title, film.year, key, title_key(film.title), site_id),
    ).fetchone()
    return int(name_id)


def note_totals(connection: sqlite3.Connection, import_id: int, totals: Mapping[int, int]) -> None:
    """Keep how many reviews the pages of an import say there are on their site, by the name of the film."""
    connection.executemany(
        "INSERT OR REPLACE INTO told_total (name_id, import_id, total) VALUES (?, ?, ?)",
        [(name_id, import_id, total) for name_id, total in totals.items()],
    )
    named = "SELECT DISTINCT film_id FROM film_name WHERE id IN (SELECT value FROM json_each(?))"
    settle_totals(connection, [row[0] for row in connection.execute(named, (json.dumps(list(totals)),))])


def forget_totals(connection: sqlite3.Connection, import_id: int) -> None:
    """Forget the totals that the pages of an import told: what others told counts again."""
    films = connection.execute(
        "SELECT DISTINCT film_id FROM told_total JOIN film_name ON film_name.id = name_id "
        "WHERE told_total.import_id = ?",
        (import_id,),
    ).fetchall()
    connection.execute("DELETE FROM told_total WHERE import_id = ?", (import_id,))
    settle_totals(connection, [row["film_id"] for row in films])


def settle_totals(connection: sqlite3.Connection, film_ids: Sequence[int]) -> None:
    """Of each name of a film the latest total counts, and the largest of these is the film's.

    Where different titles come with totals, as after a merge, these may be of several sites or films, unless
    they have a site's id in common: then the film has none.
    """
    connection.execute(_SETTLE_TOTALS, (json.dumps(list(film_ids)),))


def forget_names(connection: sqlite3.Connection) -> None:
    """Forget films without reviews, and the names that came with imports that were taken back."""
    connection.execute(
        "DELETE FROM film_change WHERE EXISTS (SELECT 1 FROM film WHERE reviews = 0 AND id IN "
        "(before ->> '$.into', before ->> '$.film.id', before ->> '$.renamed.id'))"
    )
    connection.execute("DELETE FROM film WHERE reviews = 0")
    orphans = connection.execute(
        "SELECT id, film_id FROM film_name WHERE import_id IS NOT NULL "
        "AND import_id NOT IN (SELECT id FROM import) "
        "AND id NOT IN (SELECT name_id FROM review WHERE review.film_id = film_name.film_id)"
    ).fetchall()
    connection.executemany("DELETE FROM film_name WHERE id = ?", [(row["id"],) for row in orphans])
    for film_id in {row["film_id"] for row in orphans}:
        name_film(connection, film_id)


def _by_key(connection: sqlite3.Connection, key: str) -> Recognised | None:
    row = connection.execute("SELECT id, film_id FROM film_name WHERE key = ?", (key,)).fetchone()
    return None if row is None else Recognised(row["film_id"], row["id"])


def _known_by_id(
    connection: sqlite3.Connection, film: Film, key: str, site_id: str, film_id: int
) -> Recognised:
    for tried in (key, f"{key}|{site_id}"):
        named = _by_key(connection, tried)
        if named is None:
            return _named_so(connection, film_id, film, tried, site_id)
        if named.film_id == film_id:
            return named
    raise AssertionError(f"{key} with {site_id} names another film than {site_id} does")


def _joined(connection: sqlite3.Connection, film: Film, key: str, site_id: str | None) -> Recognised | None:
    """The only film of that title, where either it or the page tells no year."""
    same = connection.execute(
        "SELECT film_id, count(year) AS years FROM film_name WHERE title_key = ? GROUP BY film_id LIMIT 2",
        (title_key(film.title),),
    ).fetchall()
    if len(same) != 1 or (film.year is not None and same[0]["years"]):
        return None
    film_id = same[0]["film_id"]
    if site_id is not None and _has_another_id(connection, film_id, site_id):
        return None
    return _named_so(connection, film_id, film, key, site_id)


def _named_so(
    connection: sqlite3.Connection, film_id: int, film: Film, key: str, site_id: str | None
) -> Recognised:
    return Recognised(film_id, add_name(connection, film_id, film, key, site_id), name_is_new=True)


def _made(connection: sqlite3.Connection, film: Film, key: str, site_id: str | None) -> Recognised:
    (film_id,) = connection.execute(
        "INSERT INTO film (title, year) VALUES (?, ?) RETURNING id", (film.title, film.year)
    ).fetchone()
    name_id = add_name(connection, film_id, film, key, site_id)
    return Recognised(film_id, name_id, is_new=True, name_is_new=True)


def _has_another_id(connection: sqlite3.Connection, film_id: int, site_id: str) -> bool:
    other = "SELECT 1 FROM film_name WHERE film_id = ? AND site_id <> ?"
    return connection.execute(other, (film_id, site_id)).fetchone() is not None


_SETTLE_TOTALS = """
UPDATE film SET site_total = (
    SELECT CASE
        WHEN count(DISTINCT title_key) < 2 OR (count(site_id) = count(*) AND count(DISTINCT site_id) = 1)
        THEN max(latest.total)
    END
    FROM (
        SELECT total, title_key, site_id, max(told_total.import_id)
        FROM told_total JOIN film_name ON film_name.id = name_id
        WHERE film_name.film_id = film.id GROUP BY name_id
    ) AS latest
) WHERE id IN (SELECT value FROM json_each(?))
"""
