"""What the library knows of the people whom its reviews speak of.

A person is asked for in one film or, with `film_id` None, in all.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal

from bot.language.folding import folded
from bot.language.name_lookup import (
    KnownName,
    best_matches,
    name_clues,
    nearest,
    sound_clues,
    word_clues,
)
from bot.store.figures import ROW_BITS
from bot.store.library import Library
from bot.store.openly import stands_openly
from bot.store.reviews import StoredReview, as_review

_LONGEST_TYPED = 80
_MOST_CANDIDATES = 300
_BEST_KNOWN = 500
_ONCE_OR_TWICE = 2
_WALKED = 5_000
_FEWEST_LETTERS = 3
_FORMS = 40
"""The forms of a name among which one is looked for that stands openly."""
_SAMPLES = 30
"""Unmarked reviews of somebody that are looked at for the name."""


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """Somebody of whom `reviews` reviews speak, `rated` of them with a rating, which make `points` together.

    `key` is the name as it is compared. `certain` is False where it may be a place or another film.
    """

    id: int
    key: str
    name: str
    reviews: int
    rated: int
    points: int
    certain: bool = True

    @property
    def mean(self) -> Decimal | None:
        """The average rating of the reviews that speak of them, to two decimals; None where none is rated."""
        if not self.rated:
            return None
        return (Decimal(self.points) / self.rated).quantize(Decimal("0.01"), ROUND_HALF_UP)


def find_people(library: Library, typed: str, film_id: int | None = None) -> list[PersonEntry]:
    """Whom somebody may mean by a name as they type it, the likeliest first; empty where nobody is like it.

    The name may be misspelt, in lower case, without accents, or only a part of the name.
    """
    key = folded(typed[:_LONGEST_TYPED])
    if not key:
        return []
    clues = [sound_clues(key), word_clues(key)]
    if " " in key:
        clues.insert(0, name_clues(key))
    found: list[PersonEntry] = []
    for some in clues:
        found = _best(key, _with_clues(library, some, film_id)) or found
        if found and found[0].reviews > _ONCE_OR_TWICE:
            return found
    return found or _best(key, _best_known(library, film_id))


def nearest_people(
    library: Library, typed: str, film_id: int | None = None, *, limit: int
) -> list[PersonEntry]:
    """Names to suggest where `find_people` finds nobody: the least unlike of those spoken of most, openly."""
    key = folded(typed[:_LONGEST_TYPED])
    known = {entry.key: entry for entry in _best_known(library, film_id)}
    near = nearest(key, [KnownName(entry.key, entry.reviews) for entry in known.values()], 2 * limit)
    return named_openly(library, [known[name.key] for name in near], film_id)[:limit]


def suggest_people(
    library: Library, typed: str, film_id: int | None = None, *, limit: int
) -> list[PersonEntry]:
    """People who may be meant by the beginning of a name, those spoken of most first.

    Whom only reviews marked as spoilers name is left out: the name may be what they give away.
    """
    *whole, begun = folded(typed[:_LONGEST_TYPED]).split() or [""]
    if whole:
        found = _those(library, _HAS_WORD, {"begun": begun}, film_id, _MOST_CANDIDATES)
        found = [entry for entry in found if set(whole) <= set(entry.key.split())]
    elif len(begun) < _FEWEST_LETTERS:
        found = _walk(library, begun, film_id, limit)
    else:
        found = _those(library, _HAS_WORD, {"begun": begun}, film_id, limit)
    return named_openly(library, found or find_people(library, typed, film_id), film_id)[:limit]


def named_openly(
    library: Library, found: Iterable[PersonEntry], film_id: int | None = None
) -> list[PersonEntry]:
    """Those whom a review names that is not marked as a spoiler, by a name that such a review prints."""
    called = [
        person if by_name else replace(person, name=open_name(library, person, "", film_id))
        for person, by_name in _told_openly(library, found, film_id)
    ]
    return [person for person in called if person.name]


def open_name(library: Library, person: PersonEntry, typed: str, film_id: int | None = None) -> str:
    """What unmarked reviews call a person: by name or the commonest form; as typed where none does."""
    if stands_openly(library, person.name, film_id):
        return person.name
    forms = (printed for printed, _ in spellings(library, person.id, film_id, limit=_FORMS))
    return next((form for form in forms if stands_openly(library, form, film_id)), typed)


def film_people(library: Library, film_id: int, *, limit: int, offset: int = 0) -> list[PersonEntry]:
    """Whom a film's reviews speak of most.

    Leaves out what is not certain to be a person, what another film here is called, and whom only reviews
    marked as spoilers name.
    """
    rows = library.rows(
        f"{_OF_FILM} AND {_LISTED} ORDER BY film_person.reviews DESC, key LIMIT :limit OFFSET :offset",
        {"film": film_id, "limit": limit, "offset": offset},
    )
    return [_entry(row) for row in rows]


def count_film_people(library: Library, film_id: int) -> int:
    """How many people `film_people` has."""
    row = library.row(
        "SELECT count(*) FROM film_person JOIN person ON person.id = person_id "  # noqa: S608 - our own words
        f"WHERE film_id = :film AND {_LISTED}",
        {"film": film_id},
    )
    return int(row[0]) if row is not None else 0


def spellings(
    library: Library, person_id: int, film_id: int | None = None, *, limit: int
) -> list[tuple[str, int]]:
    """The forms in which a person's name is printed, each with how often, the commonest first."""
    if film_id is None:
        where = "spelling WHERE person_id = :person"
    else:
        where = "film_spelling WHERE person_id = :person AND film_id = :film"
    rows = library.rows(
        f"SELECT printed, times FROM {where} ORDER BY times DESC, printed LIMIT :limit",  # noqa: S608
        {"person": person_id, "film": film_id, "limit": limit},
    )
    return [(row["printed"], row["times"]) for row in rows]


def reviews_mentioning(
    library: Library, person_id: int, film_id: int | None = None, *, limit: int, offset: int = 0
) -> list[StoredReview]:
    """Reviews that speak of a person, the most helpful first."""
    of_film = "AND film_id = :film" if film_id is not None else ""
    some = f"SELECT standing FROM mention WHERE person_id = :person {of_film}"  # noqa: S608
    rows = library.rows(
        "SELECT review.*, film.title AS film_title, film.year "  # noqa: S608 - our own words
        f"FROM ({some} ORDER BY standing LIMIT :limit OFFSET :offset) AS found "
        f"CROSS JOIN review ON review.id = found.standing & {ROW_BITS} "
        "JOIN film ON film.id = review.film_id ORDER BY found.standing",
        {"person": person_id, "film": film_id, "limit": limit, "offset": offset},
    )
    return [as_review(row) for row in rows]


_OF_FILM = (
    "SELECT person_id AS id, key, film_person.name, film_person.reviews, film_person.rated, "
    "film_person.points, certain FROM film_person JOIN person ON person.id = person_id WHERE film_id = :film"
)
_UNMARKED = (
    f"FROM mention CROSS JOIN review ON review.id = mention.standing & {ROW_BITS} "
    "WHERE NOT spoiler AND mention.person_id"
)
_OPENLY_IN_FILM = (
    f"EXISTS (SELECT 1 {_UNMARKED} = film_person.person_id AND mention.film_id = film_person.film_id)"
)
_NO_TITLE = (  # a name of one word is rather a person than the film that is named after one
    "NOT (instr(key, ' ') AND EXISTS (SELECT 1 FROM film_name WHERE title_key = person.key "
    "AND film_name.film_id <> film_person.film_id))"
)
_LISTED = f"certain AND {_NO_TITLE} AND {_OPENLY_IN_FILM}"
_OF_ALL = "SELECT id, key, name, reviews, rated, points, 1 AS certain FROM person"


_HAS_CLUE = "clue IN (SELECT value FROM json_each(:clues))"
_HAS_WORD = "clue >= :begun AND clue < :begun || char(0x10FFFF)"


def _best_known(library: Library, film_id: int | None, limit: int = _BEST_KNOWN) -> list[PersonEntry]:
    if film_id is None:
        sql = f"{_OF_ALL} ORDER BY reviews DESC, key LIMIT :limit"
    else:
        sql = f"{_OF_FILM} ORDER BY certain DESC, film_person.reviews DESC, key LIMIT :limit"
    return [_entry(row) for row in library.rows(sql, {"film": film_id, "limit": limit})]


def _walk(library: Library, begun: str, film_id: int | None, limit: int) -> list[PersonEntry]:
    """Whose name has a word that begins so: a letter or two begin too many to look them up."""
    if not begun:
        return _best_known(library, film_id, limit)
    known = _OF_ALL if film_id is None else _OF_FILM
    rows = library.rows(
        f"SELECT * FROM ({known} ORDER BY 4 DESC LIMIT :walked) "  # noqa: S608 - our own words
        "WHERE key GLOB :begun || '*' OR key GLOB '* ' || :begun || '*' LIMIT :limit",
        {"begun": begun, "film": film_id, "limit": limit, "walked": _WALKED},
    )
    return [_entry(row) for row in rows]


def _with_clues(library: Library, clues: Iterable[str], film_id: int | None) -> list[PersonEntry]:
    return _those(library, _HAS_CLUE, {"clues": json.dumps(sorted(clues))}, film_id, _MOST_CANDIDATES)


def _those(
    library: Library, clue: str, values: dict[str, str], film_id: int | None, limit: int
) -> list[PersonEntry]:
    """Who has such a clue, those spoken of most first."""
    ids = f"IN (SELECT person_id FROM person_clue WHERE {clue})"  # noqa: S608 - our own words
    if film_id is None:
        sql = f"{_OF_ALL} WHERE id {ids} ORDER BY reviews DESC LIMIT :limit"
    else:
        sql = f"{_OF_FILM} AND person_id {ids} ORDER BY film_person.reviews DESC LIMIT :limit"
    rows = library.rows(sql, {**values, "film": film_id, "limit": limit})
    return [_entry(row) for row in rows]


def _told_openly(
    library: Library, found: Iterable[PersonEntry], film_id: int | None
) -> list[tuple[PersonEntry, bool]]:
    """Those whom unmarked reviews name, each with whether one of the most helpful has the whole name."""
    people = {entry.id: entry for entry in found}
    unmarked = f"{_UNMARKED} = value ->> 0 {'AND mention.film_id = :film' if film_id is not None else ''}"
    texts = f"SELECT text {unmarked} LIMIT {_SAMPLES}"
    by_name = f"EXISTS (SELECT 1 FROM ({texts}) WHERE instr(text, value ->> 1)) AS by_name"  # noqa: S608
    rows = library.rows(
        f"SELECT value ->> 0 AS id, {by_name} "  # noqa: S608 - our own words
        f"FROM json_each(:people) WHERE EXISTS (SELECT 1 {unmarked})",
        {"people": json.dumps([(entry.id, entry.name) for entry in people.values()]), "film": film_id},
    )
    return [(people[row["id"]], bool(row["by_name"])) for row in rows]


def _best(key: str, entries: Iterable[PersonEntry]) -> list[PersonEntry]:
    known = {entry.key: entry for entry in entries}
    names = [KnownName(entry.key, entry.reviews) for entry in known.values()]
    return [known[name.key] for name in best_matches(key, names)]


def _entry(row: sqlite3.Row) -> PersonEntry:
    return PersonEntry(**{name: row[name] for name in row.keys()} | {"certain": bool(row["certain"])})  # noqa: SIM118
