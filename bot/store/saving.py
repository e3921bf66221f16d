"""Pages into the library: whole or not at all, the same page twice changing nothing."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b

from bot.language.folding import folded
from bot.language.sentences import SHORTEST_QUOTE
from bot.model import Film, PageHead, Review
from bot.store.bylines import NameCounts, reviewer_key
from bot.store.figures import divisiveness, helpfulness, standing
from bot.store.library import Library

_BATCH = 5_000


@dataclass(slots=True)
class Counts:
    """How many reviews of an import were new to the library, changed something in it, or changed nothing."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0


@contextmanager
def importing(library: Library) -> Iterator[Importing]:
    """One transaction of an import: it keeps all the pages it is given or, when something is raised, none."""
    with library.transaction() as connection:
        running = Importing(connection)
        yield running
        running.finish()


def film_key(film: Film) -> str:
    """A film's title and year as they are compared across pages."""
    return f"{folded(film.title) or film.title.casefold()}|{film.year or ''}"


def review_id(review: Review, copy: int = 0) -> str:
    """Name a review for good: the site's id where its page has one, else a hash of what never changes.

    That is its film, its byline as printed and its title: votes, ratings and the way a byline is split may
    change. `copy` tells apart reviews of one page that agree in all of these and yet differ.
    """
    if review.site_id:
        return review.site_id
    parts = [film_key(review.film), review.byline.printed, review.title, *([str(copy)] if copy else [])]
    return "pq" + blake2b("\0".join(parts).encode(), digest_size=7).hexdigest()


class Importing:
    """An import in progress. Made by `importing`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._films: dict[str, _FilmTotals] = {}
        self._seen: dict[str, int] = {}
        self._names = NameCounts(connection)
        self.counts = Counts()
        self.new_films: list[Film] = []

    def begin_file(self) -> None:
        """Open the next file. Reviews that agree in film, byline and title are told apart within a file."""
        self._seen.clear()

    def note_film(self, head: PageHead) -> None:
        """Keep what the head of a page says of its film."""
        totals = self._film(head.film)
        if head.site_total is not None:
            totals.site_total = head.site_total

    def add(self, reviews: Sequence[Review]) -> None:
        """Keep reviews of the file, in any number of calls."""
        for start in range(0, len(reviews), _BATCH):
            self._add_batch(reviews[start : start + _BATCH])

    def note_page(self, digest: str, source: str) -> None:
        """Remember that the content with this digest is in the library."""
        self._connection.execute(
            "INSERT INTO page (digest, source, imported_at) VALUES (?, ?, ?) "
            "ON CONFLICT (digest) DO UPDATE SET source = excluded.source, imported_at = excluded.imported_at",
            (digest, source, dt.datetime.now(dt.UTC).isoformat(timespec="seconds")),
        )

    def finish(self) -> None:
        """Settle the bylines and write the totals that are kept beside the reviews."""
        self._names.settle()
        self._connection.execute("UPDATE edition SET number = number + 1")
        self._connection.executemany(
            "UPDATE film SET site_total = :site_total, slots = :slots, reviews = reviews + :reviews, "
            "spoilers = spoilers + :spoilers WHERE id = :id",
            [totals.as_values() for totals in self._films.values()],
        )
        self._connection.executemany(
            "INSERT INTO rating_count (film_id, rating, reviews) VALUES (?, ?, ?) "
            "ON CONFLICT (film_id, rating) DO UPDATE SET reviews = reviews + excluded.reviews",
            [
                (totals.id, rating, change)
                for totals in self._films.values()
                for rating, change in totals.ratings.items()
                if change
            ],
        )

    def _add_batch(self, reviews: Sequence[Review]) -> None:
        named = self._named(reviews)
        known = self._known(list(named))
        fresh = {name: review for name, review in named.items() if name not in known}
        self._insert(fresh)
        self.counts.new += len(fresh)
        for name, row in known.items():
            if self._update(row, named[name]):
                self.counts.updated += 1
            else:
                self.counts.unchanged += 1

    def _named(self, reviews: Sequence[Review]) -> dict[str, Review]:
        """Reviews by their ids. One that the page holds twice, word for word, is one review."""
        named: dict[str, Review] = {}
        for review in reviews:
            name, copy, content = review_id(review), 0, hash((review.text, review.rating))
            while self._seen.get(name, content) != content:
                copy += 1
                name = review_id(review, copy) if not review.site_id else f"{review.site_id}-{copy}"
            if name in self._seen:
                self.counts.unchanged += 1
                continue
            self._seen[name] = content
            named[name] = review
        return named

    def _known(self, names: list[str]) -> dict[str, sqlite3.Row]:
        rows = self._connection.execute(
            "SELECT * FROM review WHERE review_id IN (SELECT value FROM json_each(?))", (json.dumps(names),)
        )
        return {row["review_id"]: row for row in rows}

    def _insert(self, reviews: dict[str, Review]) -> None:
        if not reviews:
            return
        (last,) = self._connection.execute("SELECT coalesce(max(id), 0) FROM review").fetchone()
        rows = [
            self._new_row(last + number, name, item) for number, (name, item) in enumerate(reviews.items(), 1)
        ]
        self._connection.executemany(_INSERT_REVIEW, rows)
        self._connection.executemany(
            _INSERT_TEXT, sorted((row["standing"], row["title"], row["text"]) for row in rows)
        )

    def _new_row(self, row_id: int, name: str, review: Review) -> dict[str, object]:
        film = self._film(review.film)
        film.count(review.rating, spoiler=review.spoiler, change=1)
        slots = _slots(review.text)
        values = _votes(review, row_id) | _content(review)
        values |= {
            "id": row_id,
            "review_id": name,
            "film_id": film.id,
            "slots": slots,
            "first_slot": film.slots,
        }
        byline = review.byline
        self._names.count(byline)
        values |= {
            "printed_byline": byline.printed,
            "reviewer": byline.reviewer,
            "reviewer_key": reviewer_key(byline.reviewer),
            "date": byline.date.isoformat() if byline.date else None,
            "byline_certain": int(byline.certain),
            "other_reviewer": byline.other[0] if byline.other else None,
            "other_date": byline.other[1].isoformat() if byline.other else None,
        }
        film.slots += slots
        return values

    def _update(self, row: sqlite3.Row, review: Review) -> bool:
        """Bring a known review up to date; False where the page says nothing new of it.

        A copy with fewer votes than the library has is the older one: it changes nothing.
        """
        if review.votes is not None and review.votes.total < (row["total"] or 0):
            return False
        kept_votes = review.votes is None and row["total"] is not None
        values = _content(review) | ({} if kept_votes else _votes(review, row["id"]))
        if all(row[column] == value for column, value in values.items()):
            return False
        film = self._film_of(row["film_id"])
        film.count(row["rating"], spoiler=bool(row["spoiler"]), change=-1)
        film.count(review.rating, spoiler=review.spoiler, change=1)
        values |= {"slots": row["slots"], "first_slot": row["first_slot"]}
        if _slots(review.text) > row["slots"]:
            values |= {"slots": _slots(review.text), "first_slot": film.slots}
            film.slots += _slots(review.text)
        new = dict(row) | values
        indexed = ("standing", "title", "text")
        if any(row[column] != new[column] for column in indexed):
            self._connection.execute(_DELETE_TEXT, tuple(row[column] for column in indexed))
            self._connection.execute(_UPDATE_REVIEW, new)
            self._connection.execute(_INSERT_TEXT, tuple(new[column] for column in indexed))
        else:
            self._connection.execute(_UPDATE_REVIEW, new)
        return True

    def _film(self, film: Film) -> _FilmTotals:
        key = film_key(film)
        if key not in self._films:
            row = self._connection.execute("SELECT * FROM film WHERE key = ?", (key,)).fetchone()
            if row is None:
                row = self._connection.execute(
                    "INSERT INTO film (title, year, key) VALUES (?, ?, ?) RETURNING *",
                    (film.title, film.year, key),
                ).fetchone()
                self.new_films.append(film)
            self._films[key] = _FilmTotals(row["id"], row["slots"], row["site_total"])
        return self._films[key]

    def _film_of(self, film_id: int) -> _FilmTotals:
        for totals in self._films.values():
            if totals.id == film_id:
                return totals
        row = self._connection.execute("SELECT * FROM film WHERE id = ?", (film_id,)).fetchone()
        self._films[row["key"]] = _FilmTotals(row["id"], row["slots"], row["site_total"])
        return self._films[row["key"]]


@dataclass(slots=True)
class _FilmTotals:
    """What an import changes in a film: `slots` and `site_total` as they will be, the rest as differences."""

    id: int
    slots: int
    site_total: int | None
    reviews: int = 0
    spoilers: int = 0
    ratings: Counter[int] = field(default_factory=Counter)

    def count(self, rating: int | None, *, spoiler: bool, change: int) -> None:
        self.reviews += change
        self.spoilers += change * spoiler
        if rating is not None:
            self.ratings[rating] += change

    def as_values(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in ("id", "slots", "site_total", "reviews", "spoilers")}


def _content(review: Review) -> dict[str, object]:
    return {
        "title": review.title,
        "text": review.text,
        "rating": review.rating,
        "spoiler": int(review.spoiler),
    }


def _votes(review: Review, row_id: int) -> dict[str, object]:
    helpful = review.votes.helpful if review.votes else None
    total = review.votes.total if review.votes else None
    usefulness = helpfulness(helpful, total)
    return {
        "helpful": helpful,
        "total": total,
        "helpfulness": usefulness,
        "divisiveness": divisiveness(helpful, total),
        "standing": standing(usefulness, row_id),
    }


def _slots(text: str) -> int:
    """At least as many places as the text can have stand-alone quotes."""
    return len(text) // SHORTEST_QUOTE + 1


_COLUMNS = (
    "id review_id film_id rating helpful total helpfulness divisiveness spoiler printed_byline reviewer "
    "reviewer_key date byline_certain other_reviewer other_date slots first_slot standing title text"
).split()
_INSERT_REVIEW = (
    f"INSERT INTO review ({', '.join(_COLUMNS)}) VALUES ({', '.join(':' + column for column in _COLUMNS)})"  # noqa: S608 - our own column names
)
_UPDATE_REVIEW = (
    "UPDATE review SET rating = :rating, helpful = :helpful, total = :total, helpfulness = :helpfulness, "
    "divisiveness = :divisiveness, spoiler = :spoiler, slots = :slots, first_slot = :first_slot, "
    "standing = :standing, title = :title, text = :text WHERE id = :id"
)
_INSERT_TEXT = "INSERT INTO review_text (rowid, title, text) VALUES (?, ?, ?)"
_DELETE_TEXT = "INSERT INTO review_text (review_text, rowid, title, text) VALUES ('delete', ?, ?, ?)"
