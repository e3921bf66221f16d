"""Pages into the library: whole or not at all, the same page twice changing nothing."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b

from bot.language.folding import folded
from bot.language.sentences import SHORTEST_QUOTE
from bot.model import Film, PageHead, Review
from bot.store.bylines import reviewer_key
from bot.store.figures import divisiveness, helpfulness, standing
from bot.store.keeping import Keeping
from bot.store.library import Library

_BATCH = 5_000


@dataclass(slots=True)
class Counts:
    """How many reviews of an import were new to the library, changed something in it, or changed nothing."""

    new: int = 0
    updated: int = 0
    unchanged: int = 0


@contextmanager
def importing(library: Library, import_id: int | None = None) -> Iterator[Importing]:
    """One transaction of an import: it keeps all the pages it is given or, when something is raised, none.

    `import_id` is the run of an earlier transaction that this one goes on with; None begins a run.
    """
    with library.transaction() as connection:
        running = Importing(connection, import_id)
        yield running
        running.finish()


def film_key(film: Film) -> str:
    """A film's title and year as they are compared across pages."""
    return f"{folded(film.title) or film.title.casefold()}|{film.year or ''}"


def review_id(review: Review, copy: int = 0) -> str:
    """Name a review for good: the site's id where its page has one, else a hash of what never changes.

    That is its film, its byline as printed and its title: votes, ratings and the way a byline is split may
    change. `copy` tells apart reviews of one file that agree in all of these and yet differ.
    """
    if review.site_id:
        return review.site_id if not copy else f"{review.site_id}-{copy}"
    parts = [film_key(review.film), review.byline.printed, review.title, *([str(copy)] if copy else [])]
    return "pq" + blake2b("\0".join(parts).encode(), digest_size=7).hexdigest()


class Importing:
    """An import in progress. Made by `importing`.

    `import_id` is None until something new was kept.
    """

    def __init__(self, connection: sqlite3.Connection, import_id: int | None) -> None:
        self._connection = connection
        self._keeping = Keeping(connection)
        self._film_ids: dict[Film, int] = {}
        self._seen: dict[str, int] = {}
        self._sources: list[str] = []
        self.import_id = import_id
        self.counts = Counts()
        self.new_films: list[Film] = []

    def begin_file(self, source: str) -> None:
        """Open the next file. Reviews that agree in film, byline and title are told apart within a file."""
        self._seen.clear()
        self._sources.append(source)

    def note_film(self, head: PageHead) -> None:
        """Keep what the head of a page says of its film."""
        if head.site_total is not None:
            self._keeping.film(self._film_id(head.film)).site_total = head.site_total

    def add(self, reviews: Sequence[Review]) -> None:
        """Keep reviews of the file, in any number of calls."""
        for start in range(0, len(reviews), _BATCH):
            self._add_batch(reviews[start : start + _BATCH])

    def note_content(self, digest: str) -> None:
        """Remember that the file's content, by its digest, is in the library."""
        self._connection.execute(
            "INSERT OR IGNORE INTO page (digest, source, import_id) VALUES (?, ?, ?)",
            (digest, self._sources[-1], self.import_id),
        )

    def finish(self) -> None:
        """Write what is kept beside the reviews."""
        self._keeping.finish()
        if self.import_id is not None:
            self._connection.execute(
                "UPDATE import SET new = new + :new, updated = updated + :updated, sources = "
                "(SELECT json_group_array(value) FROM (SELECT value FROM json_each(sources) "
                "UNION ALL SELECT value FROM json_each(:sources))) WHERE id = :id",
                {
                    "id": self.import_id,
                    "new": self.counts.new,
                    "updated": self.counts.updated,
                    "sources": json.dumps(self._sources),
                },
            )

    def _run(self) -> int:
        if self.import_id is None:
            (self.import_id,) = self._connection.execute(
                "INSERT INTO import (at, sources) VALUES (?, '[]') RETURNING id",
                (dt.datetime.now(dt.UTC).isoformat(timespec="seconds"),),
            ).fetchone()
        assert self.import_id is not None  # noqa: S101 - RETURNING gave it
        return self.import_id

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
        """Reviews by their ids. One that the file holds twice, word for word, is one review."""
        named: dict[str, Review] = {}
        for review in reviews:
            name, copy, content = review_id(review), 0, hash((review.text, review.rating))
            while self._seen.get(name, content) != content:
                copy += 1
                name = review_id(review, copy)
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
        if reviews:
            first = self._keeping.next_id()
            self._keeping.insert(
                [self._new_row(row_id, *item) for row_id, item in enumerate(reviews.items(), first)]
            )

    def _new_row(self, row_id: int, name: str, review: Review) -> dict[str, object]:
        film_id, slots = self._film_id(review.film), _slots(review.text)
        return {
            "id": row_id,
            "review_id": name,
            "film_id": film_id,
            "import_id": self._run(),
            "slots": slots,
            "first_slot": self._keeping.film(film_id).new_slots(slots),
            **_content(review),
            **_votes(review, row_id),
            **_byline(review),
        }

    def _update(self, row: sqlite3.Row, review: Review) -> bool:
        """Bring a known review up to date; False where the page says nothing new of it.

        A copy with fewer votes than the library has is the older one: it changes nothing.
        """
        if review.votes is not None and review.votes.total < (row["total"] or 0):
            return False
        keeps_votes = review.votes is None and row["total"] is not None
        values = _content(review) | ({} if keeps_votes else _votes(review, row["id"]))
        if all(row[column] == value for column, value in values.items()):
            return False
        slots = _slots(review.text)
        if slots > row["slots"]:
            values |= {"slots": slots, "first_slot": self._keeping.film(row["film_id"]).new_slots(slots)}
        self._connection.execute(
            "INSERT OR IGNORE INTO replaced_review (import_id, id, before) VALUES (?, ?, ?)",
            (self._run(), row["id"], json.dumps(dict(row), ensure_ascii=False)),
        )
        self._keeping.replace(row, dict(row) | values)
        return True

    def _film_id(self, film: Film) -> int:
        if film not in self._film_ids:
            key = film_key(film)
            row = self._connection.execute("SELECT id FROM film WHERE key = ?", (key,)).fetchone()
            if row is None:
                row = self._connection.execute(
                    "INSERT INTO film (title, year, key) VALUES (?, ?, ?) RETURNING id",
                    (film.title, film.year, key),
                ).fetchone()
                self.new_films.append(film)
            self._film_ids[film] = row["id"]
        return self._film_ids[film]


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


def _byline(review: Review) -> dict[str, object]:
    byline = review.byline
    return {
        "printed_byline": byline.printed,
        "reviewer": byline.reviewer,
        "reviewer_key": reviewer_key(byline.reviewer),
        "date": byline.date.isoformat() if byline.date else None,
        "byline_certain": int(byline.certain),
        "other_reviewer": byline.other[0] if byline.other else None,
        "other_date": byline.other[1].isoformat() if byline.other else None,
    }


def _slots(text: str) -> int:
    """At least as many places as the text can have stand-alone quotes."""
    return len(text) // SHORTEST_QUOTE + 1
