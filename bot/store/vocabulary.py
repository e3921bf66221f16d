"""How common each stem is: what ranking weighs by, and where prefixes and suggestions come from.

FTS5 could tell, but only by walking through all places of a word. So the counts are kept in a table and taken
anew now and then, when the library has changed: they are weights, nobody is shown them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.language.words import WORD, plain, stem_of
from bot.store.figures import ROW_BITS
from bot.store.library import Library

STEP = 8_192
"""How many reviews lie between two marks of the ladder that tells which standing the nth review has."""

_SMALL = 2_000
_STALE = 0.5
_MANY = 4
_FIRST_MARK = "\ue000"
_LIKE_ENOUGH = 70
_SAMPLES, _LOOKED_AT = 3, 200
_TRIED = 4
"""Of a stem so many places are looked at, of the words to be found so many times as many are tried."""


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many reviews the full-text index holds, and how many words one has on average.

    `counted` is how many it held when the stems were counted; `counts_are_exact` says whether nothing has
    changed since.
    """

    reviews: int
    counted: int
    words: float
    counts_are_exact: bool


def count_stems_again(connection: sqlite3.Connection, *, tolerance: float) -> None:
    """Count the stems anew where the library has since changed by more than this share, or is small."""
    now = _sizes(connection.execute(_SIZES).fetchone()).reviews
    (then,) = connection.execute("SELECT coalesce(max(reviews), 0) FROM last_count").fetchone()
    fewer, more = sorted((now, then))
    if more > fewer * (1 + (tolerance if now > _SMALL else 0)):
        count_stems(connection)


def count_stems(connection: sqlite3.Connection) -> None:
    """Count in how many reviews each stem stands."""
    for statement in ("DELETE FROM stem", "DELETE FROM standing_step", "DELETE FROM last_count"):
        connection.execute(statement)
    connection.execute(
        "INSERT INTO stem SELECT term, doc FROM indexed_stem WHERE doc > 1 AND term < ?", (_FIRST_MARK,)
    )
    connection.execute(
        "INSERT INTO standing_step SELECT place, id FROM "
        "(SELECT id, row_number() OVER (ORDER BY id) AS place FROM review_text_docsize) WHERE place % ? = 0",
        (STEP,),
    )
    now = _sizes(connection.execute(_SIZES).fetchone()).reviews
    connection.execute("INSERT INTO last_count SELECT ?, number FROM edition", (now,))


def settle_counts(library: Library, changed: int) -> None:
    """Bring the counts up to date behind an import that changed so many reviews, where it is worth it."""
    with library.transaction() as connection:
        reviews = _sizes(connection.execute(_SIZES).fetchone()).reviews
        count_stems_again(connection, tolerance=_STALE if changed * _MANY < reviews else 0)


def sizes(library: Library) -> Sizes:
    """The sizes of the full-text index, which FTS5 keeps exactly."""
    return _sizes(library.row(_SIZES))


def reviews_with(library: Library, stems: Collection[str]) -> dict[str, int]:
    """In how many reviews each stem stands, about; stems that stand in one or none are left out."""
    rows = library.rows(
        "SELECT stem, reviews FROM stem WHERE stem IN (SELECT value FROM json_each(?))",
        (json.dumps(list(stems)),),
    )
    return {row["stem"]: row["reviews"] for row in rows}


def stems_beginning(library: Library, start: str, *, most: int) -> dict[str, int]:
    """The commonest stems that begin so, with the number of their reviews."""
    sql = "SELECT stem, reviews FROM stem WHERE stem >= :start AND stem < :start || char(0x10FFFF)"
    rows = library.rows(f"{sql} ORDER BY reviews DESC, stem LIMIT :most", {"start": start, "most": most})
    if not rows:  # all of them are rare, or new: so few places that FTS5 may be asked
        sql = "SELECT term AS stem, doc AS reviews FROM indexed_stem WHERE term >= :start "
        rows = library.rows(
            f"{sql} AND term < :start || char(0x10FFFF) LIMIT :most", {"start": start, "most": most}
        )
    return {row["stem"]: row["reviews"] for row in rows}


def standing_of(library: Library, place: int) -> int | None:
    """About the standing of the nth most helpful review; None where that is the last or beyond."""
    row = library.row("SELECT min(standing) AS standing FROM standing_step WHERE reviews >= ?", (place,))
    return None if row is None else row["standing"]


def place_of(library: Library, standing: int) -> int:
    """How many reviews stand before this standing, at most so many that are more helpful."""
    row = library.row("SELECT min(reviews) AS place FROM standing_step WHERE standing >= ?", (standing,))
    return sizes(library).reviews if row is None or row["place"] is None else int(row["place"])


def nearest_words(library: Library, word: str, *, most: int) -> list[str]:
    """Words of the library that look most like one that it doesn't hold, as unmarked reviews print them.

    What only reviews marked as spoilers hold is left out: it may be what they give away.
    """
    wanted = stem_of(word)
    same_start = "SELECT stem, reviews FROM stem WHERE stem >= ? AND stem < ? || char(0x10FFFF)"
    found = _like(wanted, library.rows(same_start, (wanted[:1], wanted[:1])), _TRIED * most)
    if not found:
        about_as_long = "SELECT stem, reviews FROM stem WHERE abs(length(stem) - ?) < 2 AND reviews > 4"
        found = _like(wanted, library.rows(about_as_long, (len(wanted),)), _TRIED * most)
    printed = (form for stem in found if (form := _printed(library, stem)) is not None)
    return list(islice(printed, most))


def _like(wanted: str, rows: Iterable[sqlite3.Row], most: int) -> list[str]:
    reviews = {row["stem"]: row["reviews"] for row in rows if abs(len(row["stem"]) - len(wanted)) < 3}
    near = process.extract(
        wanted, reviews.keys(), scorer=fuzz.ratio, score_cutoff=_LIKE_ENOUGH, limit=2 * most
    )
    order = sorted((OSA.distance(wanted, stem), -reviews[stem], stem) for stem, _, _ in near)
    return [stem for _, _, stem in order[:most]]


def _printed(library: Library, stem: str) -> str | None:
    """A word with this stem as an unmarked review prints it, the commonest form in a few of them."""
    rows = library.rows(_WITH_STEM, (stem, _SAMPLES))
    forms = [plain(found.group()) for row in rows for found in WORD.finditer(row["text"])]
    forms = [form for form in forms if stem_of(form) == stem]
    return max(forms, key=forms.count, default=None)


_WITH_STEM = (
    "SELECT title || char(10) || text AS text "  # noqa: S608 - numbers of ours
    f"FROM (SELECT DISTINCT doc & {ROW_BITS} AS id FROM "
    f"(SELECT doc FROM indexed_place WHERE term = ? LIMIT {_LOOKED_AT})) AS held "
    "CROSS JOIN review ON review.id = held.id WHERE NOT spoiler LIMIT ?"
)
_SIZES = (
    "SELECT (SELECT block FROM review_text_data WHERE id = 1) AS averages, "
    "(SELECT reviews FROM last_count) AS counted, "
    "(SELECT last_count.edition = number FROM last_count, edition) AS exact"
)


def _sizes(row: sqlite3.Row | None) -> Sizes:
    """Read FTS5's own record of averages: the number of rows, then the number of words in each column."""
    assert row is not None  # noqa: S101 - it has no condition
    numbers = varints(row["averages"] or b"")
    reviews = numbers[0] if numbers else 0
    words = sum(numbers[1:3]) / reviews if reviews else 0.0
    return Sizes(reviews, row["counted"] or reviews, words, bool(row["exact"]))


def varints(packed: bytes) -> list[int]:
    """The numbers in a row of SQLite's variable-length integers (none above 2**56 is in our tables)."""
    numbers, number = [], 0
    for byte in packed:
        number = number << 7 | byte & 0x7F
        if byte < 0x80:
            numbers.append(number)
            number = 0
    return numbers
