"""The tables of `library.db`, as the migrations that make them."""

from __future__ import annotations

import json
from collections.abc import Iterator

from sqlite_utils import Database, Migrations

from bot.store.held import Held
from bot.store.naming import read_people
from bot.store.sentences import cut_all_anew

library_migrations = Migrations("library")


@library_migrations()
def films_and_reviews(db: Database) -> None:
    """Films, their reviews, and what the imports brought."""
    for statement in _FILMS_AND_REVIEWS.split(";\n\n"):
        db.execute(statement)


@library_migrations()
def people_in_reviews(db: Database) -> None:
    """Whom the reviews speak of; read at once from the reviews that a library has already."""
    for statement in _PEOPLE_IN_REVIEWS.split(";\n\n"):
        db.execute(statement)
    read_people(db.conn, [film_id for (film_id,) in db.execute("SELECT id FROM film")])


@library_migrations()
def what_each_import_read(db: Database) -> None:
    """Which imports hold which review, page and total of a film; as far as earlier versions kept that."""
    for statement in _WHAT_EACH_IMPORT_READ.split(";\n\n"):
        db.execute(statement)
    db.execute("CREATE INDEX replaced_review_by_review ON replaced_review (id)")  # goes with its table
    for told in _readings_before(db):
        db.execute("INSERT OR REPLACE INTO reading (import_id, id, told) VALUES (?, ?, ?)", told)
    for change in db.query("SELECT id, before FROM film_change WHERE before ->> '$.dropped' IS NOT NULL"):
        before = json.loads(change["before"])
        for row in before["dropped"]:
            row |= {"readings": [[row["import_id"], {}]], "moved": [row["import_id"]]}
        db.execute("UPDATE film_change SET before = ? WHERE id = ?", (json.dumps(before), change["id"]))
    for statement in _WHAT_IS_KEPT_NO_MORE.split(";\n\n"):
        db.execute(statement)


@library_migrations()
def sentences_of_reviews(db: Database) -> None:
    """Where the sentences of each review stand; found at once in the reviews that a library has already."""
    for statement in _SENTENCES_OF_REVIEWS.split(";\n\n"):
        db.execute(statement)
    cut_all_anew(db.conn)


def _readings_before(db: Database) -> Iterator[tuple[int, int, str | None]]:
    """What the imports read of reviews that more than one had changed.

    Earlier versions kept each review as it stood before an import changed it: what it was then is taken for
    what the imports before had read.
    """
    for (row_id,) in db.execute(
        "SELECT id FROM review WHERE id IN "
        "(SELECT id FROM replaced_review UNION SELECT id FROM other_review_id)"
    ).fetchall():
        review = next(db.query("SELECT * FROM review WHERE id = ?", (row_id,)))
        held = Held(review, {review["import_id"]: {}})
        names = dict(
            db.execute("SELECT import_id, review_id FROM other_review_id WHERE id = ?", (row_id,)).fetchall()
        )
        before = [
            (import_id, json.loads(row))
            for import_id, row in db.execute(
                "SELECT import_id, before FROM replaced_review WHERE id = ? ORDER BY import_id", (row_id,)
            )
        ]
        readers = [review["import_id"], *(import_id for import_id, _ in before)]
        for import_id, whole in zip(readers, [*(row for _, row in before), review], strict=True):
            held.note(import_id, whole)
        for import_id, name in names.items():
            held.readings.setdefault(import_id, {})["review_id"] = name
        for import_id, told in held.readings.items():
            if told or import_id != review["import_id"]:
                yield import_id, row_id, json.dumps(told, ensure_ascii=False) if told else None


_FILMS_AND_REVIEWS = """
-- A film, as its best name has it or, where `renamed`, as a host calls it. `site_total` is how many reviews
-- the site says there are; `slots` is how many places for a quote its reviews have (see review.first_slot).
CREATE TABLE film (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    year INTEGER,
    renamed INTEGER NOT NULL DEFAULT 0 CHECK (renamed IN (0, 1)),
    site_total INTEGER,
    reviews INTEGER NOT NULL DEFAULT 0,
    spoilers INTEGER NOT NULL DEFAULT 0,
    slots INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A name that pages give a film; a film of several sources may have several. `key` is title and year as they
-- are compared across pages, `title_key` the title alone, `site_id` the site's id of the film. `import_id` is
-- the import that brought it, NULL where a host gave it.
CREATE TABLE film_name (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    film_id INTEGER NOT NULL REFERENCES film(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    year INTEGER,
    key TEXT NOT NULL UNIQUE,
    title_key TEXT NOT NULL,
    site_id TEXT,
    import_id INTEGER
) STRICT;

CREATE INDEX film_name_by_title ON film_name (title_key);

CREATE INDEX film_name_by_site_id ON film_name (site_id) WHERE site_id IS NOT NULL;

CREATE INDEX film_name_by_film ON film_name (film_id);

-- What a host made of films, merging and renaming, with what it takes to take it back, as JSON.
CREATE TABLE film_change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    said TEXT NOT NULL,
    before TEXT NOT NULL
) STRICT;

-- How many reviews of a film on a site ('' where it can't be told) gave each rating, kept so that an average
-- never scans reviews.
CREATE TABLE rating_count (
    film_id INTEGER NOT NULL REFERENCES film(id) ON DELETE CASCADE,
    site TEXT NOT NULL,
    rating INTEGER NOT NULL,
    reviews INTEGER NOT NULL,
    PRIMARY KEY (film_id, site, rating)
) STRICT, WITHOUT ROWID;

-- A run of an import. It can be taken back: see review.import_id and replaced_review.
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    at TEXT NOT NULL,
    sources TEXT NOT NULL,
    new INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A review. `review_id` is its name to the world and never changes. `helpfulness` is the Wilson lower bound
-- of its votes, `divisiveness` how evenly many votes are split. `standing` is its rowid in the full-text
-- index, the most helpful first. A review has `slots` places for a quote, some of them empty, numbered within
-- its film from `first_slot`: so a random quote is one step into an index. `name_id` is the name of the film
-- under which it came, `site` the site that published it.
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    review_id TEXT NOT NULL UNIQUE,
    film_id INTEGER NOT NULL REFERENCES film(id),
    name_id INTEGER NOT NULL,
    import_id INTEGER NOT NULL,
    site TEXT,
    rating INTEGER CHECK (rating BETWEEN 0 AND 10),
    helpful INTEGER,
    total INTEGER,
    helpfulness REAL NOT NULL,
    divisiveness REAL NOT NULL,
    spoiler INTEGER NOT NULL CHECK (spoiler IN (0, 1)),
    printed_byline TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    reviewer_key TEXT NOT NULL,
    date TEXT,
    byline_certain INTEGER NOT NULL CHECK (byline_certain IN (0, 1)),
    other_reviewer TEXT,
    other_date TEXT,
    slots INTEGER NOT NULL,
    first_slot INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL
) STRICT;

CREATE INDEX review_by_helpfulness ON review (film_id, helpfulness DESC, id);

CREATE INDEX review_by_divisiveness ON review (film_id, divisiveness DESC, id);

CREATE INDEX review_by_date ON review (film_id, date DESC, id);

CREATE INDEX review_by_rating ON review (film_id, rating, helpfulness DESC, id);

CREATE INDEX review_by_slot ON review (film_id, first_slot, slots);

CREATE INDEX review_by_reviewer ON review (reviewer_key, film_id);

CREATE INDEX review_by_other_reviewer ON review (other_reviewer) WHERE other_reviewer IS NOT NULL;

-- Another id of a review that more than one source holds, and the import that found it so.
CREATE TABLE other_review_id (
    review_id TEXT PRIMARY KEY,
    id INTEGER NOT NULL,
    import_id INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE INDEX other_review_id_by_review ON other_review_id (id);

-- A review as it stood before an import updated it, as JSON of its columns.
CREATE TABLE replaced_review (
    import_id INTEGER NOT NULL REFERENCES import(id) ON DELETE CASCADE,
    id INTEGER NOT NULL,
    before TEXT NOT NULL,
    PRIMARY KEY (import_id, id)
) STRICT, WITHOUT ROWID;

-- Of how many bylines a name is a candidate: alone, or beside another name that the same line may give.
CREATE TABLE byline_name (
    name TEXT PRIMARY KEY,
    alone INTEGER NOT NULL,
    shared INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How many reviews of a month (2004-05) there are.
CREATE TABLE month_count (
    month TEXT PRIMARY KEY,
    reviews INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- A review as it is indexed: beside its words stand marks, so that a filter is one more word to find. Both
-- dates that a glued byline may give are of one month.
CREATE VIEW indexed_review AS
SELECT id, standing, title, text,
    char(57344) || 'f' || film_id
    || coalesce(' ' || char(57344) || 'r' || rating, '')
    || coalesce(' ' || char(57344) || 'm' || substr(date, 1, 4) || substr(date, 6, 2), '')
    || CASE spoiler WHEN 1 THEN ' ' || char(57344) || 's' ELSE '' END AS marks
FROM review;

-- The full text, stemmed, accents folded. It holds no copy of the texts: it reads them from `review`.
CREATE VIRTUAL TABLE review_text USING fts5(
    title, text, marks,
    content='indexed_review', content_rowid='standing',
    tokenize='porter unicode61 remove_diacritics 2'
);

-- The index read the other way round: its stems, and the places of a stem.
CREATE VIRTUAL TABLE indexed_stem USING fts5vocab('review_text', 'row');

CREATE VIRTUAL TABLE indexed_place USING fts5vocab('review_text', 'instance');

-- In how many reviews a stem stands, where there are two or more, as of the last count.
CREATE TABLE stem (
    stem TEXT PRIMARY KEY,
    reviews INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- The standing of every so manyth review, as of the last count.
CREATE TABLE standing_step (
    reviews INTEGER PRIMARY KEY,
    standing INTEGER NOT NULL
) STRICT;

-- One row: how many reviews the index held at the last count, and in which edition that was.
CREATE TABLE last_count (
    reviews INTEGER NOT NULL,
    edition INTEGER NOT NULL
) STRICT;

-- One row: a number that grows with every change, so that what was derived from the library can be kept.
CREATE TABLE edition (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL
) STRICT;

INSERT INTO edition VALUES (1, 0);

-- A file whose reviews are in the library, by the digest of its content: a start indexes only what is new.
CREATE TABLE page (
    digest TEXT PRIMARY KEY,
    source TEXT NOT NULL,
    import_id INTEGER
) STRICT, WITHOUT ROWID
"""

_PEOPLE_IN_REVIEWS = """
-- Somebody whom reviews speak of, a person or a character. `key` is the name as it is compared, `name` as it
-- is printed most in the film that speaks of them most. `reviews` speak of them, `rated` of these give a
-- rating, which make `points` together: sums over film_person, kept by triggers.
CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    reviews INTEGER NOT NULL DEFAULT 0,
    rated INTEGER NOT NULL DEFAULT 0,
    points INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX person_by_reviews ON person (reviews DESC, key);

-- The same for one film. `certain` is 0 where it may be a place or another film.
CREATE TABLE film_person (
    film_id INTEGER NOT NULL REFERENCES film(id) ON DELETE CASCADE,
    person_id INTEGER NOT NULL REFERENCES person(id),
    name TEXT NOT NULL,
    certain INTEGER NOT NULL CHECK (certain IN (0, 1)),
    reviews INTEGER NOT NULL,
    rated INTEGER NOT NULL,
    points INTEGER NOT NULL,
    PRIMARY KEY (film_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX film_person_by_person ON film_person (person_id, reviews DESC, name);

CREATE TRIGGER film_person_comes AFTER INSERT ON film_person BEGIN
    UPDATE person SET reviews = reviews + new.reviews, rated = rated + new.rated,
    points = points + new.points WHERE id = new.person_id;
END;

CREATE TRIGGER film_person_goes AFTER DELETE ON film_person BEGIN
    UPDATE person SET reviews = reviews - old.reviews, rated = rated - old.rated,
    points = points - old.points WHERE id = old.person_id;
END;

-- Which review speaks of whom, by the review's standing: the most helpful first, in a film and in all.
CREATE TABLE mention (
    film_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    standing INTEGER NOT NULL,
    PRIMARY KEY (film_id, person_id, standing),
    FOREIGN KEY (film_id, person_id) REFERENCES film_person ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX mention_by_person ON mention (person_id, standing);

-- How often a name is printed in what form, in a film and (kept by triggers) in all.
CREATE TABLE film_spelling (
    film_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    printed TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (film_id, person_id, printed),
    FOREIGN KEY (film_id, person_id) REFERENCES film_person ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE spelling (
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    printed TEXT NOT NULL,
    times INTEGER NOT NULL,
    PRIMARY KEY (person_id, printed)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER film_spelling_comes AFTER INSERT ON film_spelling BEGIN
    INSERT INTO spelling VALUES (new.person_id, new.printed, new.times)
    ON CONFLICT (person_id, printed) DO UPDATE SET times = times + excluded.times;
END;

CREATE TRIGGER film_spelling_goes AFTER DELETE ON film_spelling BEGIN
    UPDATE spelling SET times = times - old.times WHERE person_id = old.person_id AND printed = old.printed;
    DELETE FROM spelling WHERE person_id = old.person_id AND printed = old.printed AND times = 0;
END;

-- Where to look for a person whose name is typed more or less so: see bot.language.name_lookup.
CREATE TABLE person_clue (
    clue TEXT NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person(id) ON DELETE CASCADE,
    PRIMARY KEY (clue, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_clue_by_person ON person_clue (person_id)
"""

_WHAT_EACH_IMPORT_READ = """
-- Of how many reviews an import said nothing new.
ALTER TABLE import ADD COLUMN unchanged INTEGER NOT NULL DEFAULT 0;

-- An import that holds a review beside the one that brought it (review.import_id), or that one: `told` is
-- what it read otherwise than the review stands now, as JSON of columns; NULL where that is nothing.
CREATE TABLE reading (
    import_id INTEGER NOT NULL,
    id INTEGER NOT NULL,
    told TEXT,
    PRIMARY KEY (import_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX reading_by_review ON reading (id);

-- How many reviews of a film its site has, as a page of an import says that calls the film by this name.
CREATE TABLE told_total (
    name_id INTEGER NOT NULL REFERENCES film_name(id) ON DELETE CASCADE,
    import_id INTEGER NOT NULL,
    total INTEGER NOT NULL,
    PRIMARY KEY (name_id, import_id)
) STRICT, WITHOUT ROWID;

INSERT INTO told_total
SELECT (SELECT min(id) FROM film_name WHERE film_id = film.id),
    (SELECT max(import_id) FROM review WHERE film_id = film.id), site_total
FROM film WHERE site_total IS NOT NULL AND reviews > 0;

-- A page that a start passes over: one that this version of us could not read or, where that is NULL, one
-- whose import was taken back.
CREATE TABLE passed_page (
    digest TEXT NOT NULL,
    source TEXT NOT NULL,
    version TEXT,
    PRIMARY KEY (digest, source)
) STRICT, WITHOUT ROWID;

INSERT INTO passed_page SELECT digest, source, NULL FROM page WHERE import_id IS NULL;

ALTER TABLE page RENAME TO earlier_page;

-- A file that an import read, by the digest of its content: a start indexes only what is new.
CREATE TABLE page (
    digest TEXT NOT NULL,
    import_id INTEGER NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (digest, import_id)
) STRICT, WITHOUT ROWID;

INSERT INTO page SELECT digest, import_id, source FROM earlier_page WHERE import_id IS NOT NULL;

DROP TABLE earlier_page
"""

_WHAT_IS_KEPT_NO_MORE = """
DROP TABLE replaced_review;

ALTER TABLE other_review_id DROP COLUMN import_id
"""

_SENTENCES_OF_REVIEWS = """
-- Where the sentences of a review's text begin and end, in letters: [[0,43],[44,90]].
ALTER TABLE review ADD COLUMN sentences TEXT NOT NULL DEFAULT '[]';

-- The sentences of the reviews, numbered from 0.
CREATE VIEW sentence AS
SELECT review.id AS review, key AS number, review_id, film_id, spoiler,
    substr(text, json_extract(value, '$[0]') + 1, json_extract(value, '$[1]') - json_extract(value, '$[0]'))
    AS sentence
FROM review, json_each(sentences)
"""
