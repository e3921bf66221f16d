"""What the library knows of films: which there are, how they are rated."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.model import Film
from bot.store.library import Library


@dataclass(frozen=True, slots=True)
class FilmEntry:
    """A film of the library. `site_total` is how many reviews the site says there are, None where untold."""

    id: int
    film: Film
    reviews: int
    spoilers: int
    site_total: int | None


@dataclass(frozen=True, slots=True)
class YearCounts:
    """The reviews that one year brought: how many, and rating → how many gave it."""

    year: int
    reviews: int
    ratings: Mapping[int, int]


def all_films(library: Library) -> tuple[FilmEntry, ...]:
    """Every film, by title and year; numbers in titles count as numbers."""
    entries = [_entry(row) for row in library.rows("SELECT * FROM film ORDER BY title COLLATE NOCASE, year")]
    return tuple(sorted(entries, key=lambda entry: _in_order(entry.film.title)))


_NUMBER = re.compile(r"([0-9]+)")


def _in_order(title: str) -> list[tuple[int, str]]:
    """The title as it is put in order: `Part 2` before `Part 10`."""
    parts = _NUMBER.split(title.casefold())
    return [(int(part[:18]), "") if part.isdigit() else (-1, part) for part in parts if part]


def other_names(library: Library) -> dict[str, Film]:
    """The films that pages call otherwise too, by the keys of these names; without a year where that will do.

    See `bot.store.recognising.film_key`.
    """
    named: dict[str, Film] = {}
    for row in library.rows(_OTHER_NAMES):
        film = Film(row["title"], row["year"])
        named[row["key"]] = film
        if row["alone"]:
            named[f"{row['title_key']}|"] = film
    return named


def earlier_names(library: Library) -> dict[Film, Film]:
    """The films under each title that pages or a host gave them once and that isn't the one shown."""
    return {
        Film(row["other_title"], row["other_year"]): Film(row["title"], row["year"])
        for row in library.rows(_EARLIER_NAMES)
    }


def rating_counts(library: Library, film_id: int | None) -> dict[int, int]:
    """How many reviews gave each rating (points of ten), for one film or for all."""
    if film_id is None:
        sql = "SELECT rating, sum(reviews) AS reviews FROM rating_count GROUP BY rating"
        rows = library.rows(sql)
    else:
        sql = "SELECT rating, sum(reviews) AS reviews FROM rating_count WHERE film_id = ? GROUP BY rating"
        rows = library.rows(sql, (film_id,))
    return {row["rating"]: row["reviews"] for row in rows if row["reviews"]}


def sites(library: Library) -> list[str]:
    """The sites that published the rated reviews, as far as that can be told."""
    rows = library.rows("SELECT DISTINCT site FROM rating_count WHERE site <> '' ORDER BY site")
    return [str(row["site"]) for row in rows]


def rating_counts_by_site(library: Library, film_id: int) -> dict[str, dict[int, int]]:
    """How many of a film's reviews gave each rating, for each site; '' stands for what can't be told."""
    counts: dict[str, dict[int, int]] = {}
    for row in library.rows(
        "SELECT site, rating, reviews FROM rating_count WHERE film_id = ? AND reviews > 0 "
        "ORDER BY site = '', site",
        (film_id,),
    ):
        counts.setdefault(row["site"], {})[row["rating"]] = row["reviews"]
    return counts


def every_rating_count(library: Library, film_ids: Sequence[int]) -> dict[int, dict[int, int]]:
    """For each of the films, how many of its reviews gave each rating."""
    counts: dict[int, dict[int, int]] = {}
    for row in library.rows(
        "SELECT film_id, rating, sum(reviews) AS reviews FROM rating_count "
        "WHERE film_id IN (SELECT value FROM json_each(?)) AND reviews > 0 GROUP BY film_id, rating",
        (json.dumps(list(film_ids)),),
    ):
        counts.setdefault(row["film_id"], {})[row["rating"]] = row["reviews"]
    return counts


def counts_by_year(library: Library, film_id: int) -> tuple[YearCounts, ...]:
    """How many reviews each year brought to a film, and how they were rated; the earliest year first."""
    reviews: dict[int, int] = {}
    ratings: dict[int, dict[int, int]] = {}
    for row in library.rows(
        """
        SELECT CAST(substr(date, 1, 4) AS INTEGER) AS year, rating, count(*) AS reviews
        FROM review WHERE film_id = ? AND date IS NOT NULL
        GROUP BY year, rating
        """,
        (film_id,),
    ):
        year = row["year"]
        reviews[year] = reviews.get(year, 0) + row["reviews"]
        if row["rating"] is not None:
            ratings.setdefault(year, {})[row["rating"]] = row["reviews"]
    return tuple(YearCounts(year, reviews[year], ratings.get(year, {})) for year in sorted(reviews))


def edition(library: Library) -> int:
    """A number that grows with every change to the library: what was derived from one edition may be kept."""
    row = library.row("SELECT number FROM edition")
    return int(row[0]) if row is not None else 0


def _entry(row: sqlite3.Row) -> FilmEntry:
    return FilmEntry(
        id=row["id"],
        film=Film(row["title"], row["year"]),
        reviews=row["reviews"],
        spoilers=row["spoilers"],
        site_total=row["site_total"],
    )


_EARLIER_NAMES = """
SELECT film_name.title AS other_title, film_name.year AS other_year, film.title, film.year
FROM film_name JOIN film ON film.id = film_id
WHERE film_name.title <> film.title
"""
_OTHER_NAMES = """
SELECT key, title_key, film.title, film.year, NOT EXISTS (
    SELECT 1 FROM film_name AS another
    WHERE another.title_key = film_name.title_key AND another.film_id <> film_name.film_id
) AS alone
FROM film_name JOIN film ON film.id = film_id
WHERE film_name.title <> film.title OR film_name.year IS NOT film.year
"""
