"""Pages into the library: whole or not at all, the same page twice changing nothing."""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import blake2b

from bot.language.quotable import places_for_quotes
from bot.model import Film, PageHead, Review
from bot.store.bylines import reviewer_key
from bot.store.keeping import Keeping
from bot.store.library import Library
from bot.store.pages import note_page
from bot.store.readings import Readings
from bot.store.recognising import Recognised, film_key, name_film, note_totals, recognise
from bot.store.rows import byline_columns, content_columns, votes_columns
from bot.store.sameness import is_same

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

    `import_id` is None until a review was read, and `new_films` are the ids of films that it made.
    """

    def __init__(self, connection: sqlite3.Connection, import_id: int | None) -> None:
        self._connection = connection
        self._keeping = Keeping(connection)
        self._readings = Readings(connection, self._keeping)
        self._films: dict[Film, Recognised] = {}
        self._reviewed_before: dict[int, bool] = {}
        self._new_names: list[int] = []
        self._seen: dict[str, int] = {}
        self._cut: set[str] = set()
        self._totals: dict[int, int] = {}
        self._sources: list[str] = []
        self.import_id = self._still_there(import_id)
        self.counts = Counts()
        self.new_films: set[int] = set()
        self._met: dict[int, None] = {}

    def begin_file(self, source: str) -> None:
        """Open the next file. Reviews that agree in film, byline and title are told apart within a file."""
        self._sources.append(source)
        self.begin_part()

    def begin_part(self) -> None:
        """Open the next of the files that a file packs: the same review may stand in several of them."""
        self._seen.clear()
        self._cut.clear()
        self._films.clear()
        self._reviewed_before.clear()

    def note_film(self, head: PageHead) -> None:
        """Keep what the head of a page says of its film."""
        if head.site_id is not None:
            self._films[head.film] = self._recognised(head.film, head.site_id)
        if head.site_total is not None:
            self._totals[self._film(head.film).name_id] = head.site_total

    def films(self) -> dict[int, Film]:
        """The films that the reviews so far are of, by id and as the library calls them now."""
        rows = self._connection.execute(
            "SELECT film.id, title, year FROM json_each(?) CROSS JOIN film ON film.id = value ORDER BY key",
            (json.dumps(list(self._met)),),
        )
        return {row["id"]: Film(row["title"], row["year"]) for row in rows}

    def add(self, reviews: Sequence[Review]) -> None:
        """Keep reviews of the file, in any number of calls."""
        for start in range(0, len(reviews), _BATCH):
            self._add_batch(reviews[start : start + _BATCH])

    def note_content(self, digest: str) -> None:
        """Remember that the file's content, by its digest, is in the library."""
        note_page(self._connection, digest, self._sources[-1], self._run())

    def finish(self) -> None:
        """Write what is kept beside the reviews."""
        self._keeping.finish()
        if self.import_id is not None:
            note_totals(self._connection, self.import_id, self._totals)
            self._connection.executemany(
                "UPDATE film_name SET import_id = ? WHERE id = ?",
                [(self.import_id, name_id) for name_id in self._new_names],
            )
            self._connection.execute(
                "UPDATE import SET new = new + :new, updated = updated + :updated, "
                "unchanged = unchanged + :unchanged, sources = "
                "(SELECT json_group_array(value) FROM (SELECT value FROM json_each(sources) "
                "UNION ALL SELECT value FROM json_each(:sources))) WHERE id = :id",
                {
                    "id": self.import_id,
                    "new": self.counts.new,
                    "updated": self.counts.updated,
                    "unchanged": self.counts.unchanged,
                    "sources": json.dumps(self._sources),
                },
            )

    def _still_there(self, import_id: int | None) -> int | None:
        """The import, unless another process took back what it had brought so far."""
        there = self._connection.execute("SELECT id FROM import WHERE id = ?", (import_id,)).fetchone()
        return None if there is None else import_id

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
        self._met |= dict.fromkeys(
            known[name]["film_id"] if name in known else self._film(review.film).film_id
            for name, review in named.items()
        )
        fresh = {name: review for name, review in named.items() if name not in known}
        again = self._told_again(fresh)
        self._insert({name: review for name, review in fresh.items() if name not in again})
        self.counts.new += len(fresh) - len(again)
        self._connection.executemany(
            "INSERT INTO other_review_id (review_id, id) VALUES (?, ?)",
            [(name, row["id"]) for name, row in again.items()],
        )
        self._read_again(known | again, named)

    def _read_again(self, known: dict[str, sqlite3.Row], named: dict[str, Review]) -> None:
        held = self._readings.held(known.values())
        for name, row in known.items():
            changed = self._readings.read(held[row["id"]], self._run(), self._told(name, named[name]))
            self.counts.updated += changed
            self.counts.unchanged += not changed
        self._readings.write()

    def _told(self, name: str, review: Review) -> dict[str, object]:
        return {
            "review_id": name,
            "name_id": self._film(review.film).name_id,
            "is_cut": review.is_cut,
            **content_columns(review),
            **votes_columns(review),
            **byline_columns(review),
        }

    def _named(self, reviews: Sequence[Review]) -> dict[str, Review]:
        """Reviews by their ids. One that the file holds twice, word for word or cut, is one review."""
        named: dict[str, Review] = {}
        for review in reviews:
            name, copy, content = review_id(review), 0, hash((review.text, review.rating))
            if name in self._seen and review.is_cut:
                self.counts.unchanged += 1
                continue
            while self._seen.get(name, content) != content and name not in self._cut:
                copy += 1
                name = review_id(review, copy)
            if name in self._seen and name not in self._cut:
                self.counts.unchanged += 1
                continue
            self._seen[name] = content
            (self._cut.add if review.is_cut else self._cut.discard)(name)
            named[name] = review
        return named

    def _known(self, names: list[str]) -> dict[str, sqlite3.Row]:
        """The reviews that the library has under these ids, or has joined with them."""
        listed = json.dumps(names)
        known = {row["review_id"]: row for row in self._connection.execute(_KNOWN, (listed,))}
        return known | {row["other"]: row for row in self._connection.execute(_KNOWN_OTHERWISE, (listed,))}

    def _told_again(self, fresh: dict[str, Review]) -> dict[str, sqlite3.Row]:
        """Which of these reviews the library has already, from another source and so by another id."""
        asked = {name: review for name, review in fresh.items() if self._may_be_told_again(review)}
        if not asked:
            return {}
        by_reviewer = self._by_reviewer(asked.values())
        again: dict[str, sqlite3.Row] = {}
        for name, review in asked.items():
            film_id = self._film(review.film).film_id
            for key in _keys(review):
                for row in by_reviewer.get((film_id, key), ()):
                    if is_same(row, review):
                        again[name] = row
        return again

    def _may_be_told_again(self, review: Review) -> bool:
        """Whether its film had reviews before this file."""
        film_id = self._film(review.film).film_id
        if film_id not in self._reviewed_before:
            self._reviewed_before[film_id] = self._keeping.film(film_id).has_reviews
        return self._reviewed_before[film_id]

    def _by_reviewer(self, reviews: Collection[Review]) -> dict[tuple[int, str], list[sqlite3.Row]]:
        """The reviews that the library has of the same films by the same reviewers, in either reading."""
        keys = {(self._film(review.film).film_id, key) for review in reviews for key in _keys(review)}
        names = {(self._film(review.film).film_id, name) for review in reviews for name in _names(review)}
        asked = {"keys": json.dumps(sorted(keys)), "names": json.dumps(sorted(names))}
        found: dict[tuple[int, str], list[sqlite3.Row]] = {}
        for row in self._connection.execute(_BY_REVIEWER, asked):
            for key in {row["reviewer_key"], reviewer_key(row["other_reviewer"] or row["reviewer"])}:
                found.setdefault((row["film_id"], key), []).append(row)
        return found

    def _insert(self, reviews: dict[str, Review]) -> None:
        if reviews:
            first = self._keeping.next_id()
            self._keeping.insert(
                [self._new_row(row_id, *item) for row_id, item in enumerate(reviews.items(), first)]
            )

    def _new_row(self, row_id: int, name: str, review: Review) -> dict[str, object]:
        film, slots = self._film(review.film), places_for_quotes(review.text)
        return {
            "id": row_id,
            "review_id": name,
            "film_id": film.film_id,
            "name_id": film.name_id,
            "import_id": self._run(),
            "slots": slots,
            "first_slot": self._keeping.film(film.film_id).new_slots(slots),
            **content_columns(review),
            **votes_columns(review),
            **byline_columns(review),
        }

    def _film(self, film: Film) -> Recognised:
        if film not in self._films:
            self._films[film] = self._recognised(film, None)
        return self._films[film]

    def _recognised(self, film: Film, site_id: str | None) -> Recognised:
        found = recognise(self._connection, film, site_id)
        if found.is_new:
            self.new_films.add(found.film_id)
        elif found.name_is_new and name_film(self._connection, found.film_id):
            self._keeping.read_people_of(found.film_id)
        if found.name_is_new:
            self._new_names.append(found.name_id)
        return found


def _names(review: Review) -> set[str]:
    """Whom the byline may name."""
    other = review.byline.other
    return {review.byline.reviewer, *([other[0]] if other else [])}


def _keys(review: Review) -> set[str]:
    return {reviewer_key(name) for name in _names(review)}


_KNOWN = "SELECT * FROM review WHERE review_id IN (SELECT value FROM json_each(?))"
_KNOWN_OTHERWISE = """
SELECT other_review_id.review_id AS other, review.* FROM other_review_id
JOIN review USING (id) WHERE other_review_id.review_id IN (SELECT value FROM json_each(?))
"""
_BY_REVIEWER = """
SELECT review.* FROM json_each(:keys) AS asked CROSS JOIN review
ON reviewer_key = json_extract(asked.value, '$[1]') AND film_id = json_extract(asked.value, '$[0]')
UNION
SELECT review.* FROM json_each(:names) AS asked CROSS JOIN review
ON other_reviewer = json_extract(asked.value, '$[1]') AND film_id = json_extract(asked.value, '$[0]')
"""
