"""Figures over the reviews that some filters let through: counts, ratings, years, lengths, extremes.

Every condition stands here as our own text; what somebody typed is only ever a parameter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field, replace

from rapidfuzz import fuzz

from bot.language.folding import folded
from bot.model import Filters
from bot.store.bylines import reviewer_key
from bot.store.figures import ROW_BITS
from bot.store.library import Library
from bot.store.matching import either, film_mark, rating_mark
from bot.store.openly import told_openly
from bot.store.people import PersonEntry, find_people, spellings
from bot.store.reviews import SELECT_REVIEW, STABLE_ORDER, StoredReview, as_review

VERIFIED = 3_000
"""Up to so many reviews found by the stem of a word are read to count only those that hold the word"
" itself."""

_CONDITIONS = {
    "film": "film_id = :film",
    "ratings": "rating IN (SELECT value FROM json_each(:ratings))",
    "since": "date >= :since",
    "until": "date <= :until",
    "reviewer": "reviewer_key = :reviewer",
    "spoilers": "spoiler = :spoilers",
    "helpful_from": "helpful >= :helpful_from",
    "helpful_to": "helpful <= :helpful_to",
    "votes_from": "total >= :votes_from",
    "votes_to": "total <= :votes_to",
    "ids": "review.id IN (SELECT value FROM json_each(:ids))",
    "site": "site = :site COLLATE NOCASE",
    "rated": "rating IS NOT NULL",
    "person": f"review.id IN (SELECT standing & {ROW_BITS} FROM mention WHERE person_id = :person)",
    "match": f"review.id IN (SELECT rowid & {ROW_BITS} FROM review_text WHERE review_text MATCH :match)",
}
_MEASURES = {
    "rating": ("rating", "rating IS NOT NULL"),
    "length": ("length(text)", "1"),
    "date": ("date", "date IS NOT NULL"),
    "helpfulness": ("helpfulness", "total > 0"),
    "share": ("1.0 * helpful / total", "total > 0"),
    "helpful_votes": ("helpful", "helpful IS NOT NULL"),
    "votes": ("total", "total IS NOT NULL"),
}
_GROUPS = {"rating": "rating", "year": "substr(date, 1, 4)"}
_KEPT_BY_RATING = ("film", "ratings", "rated")
_SUMS = {
    "films": (
        "SELECT coalesce(sum(reviews), 0) FROM (SELECT id AS film_id, 0 AS spoiler, "
        "reviews - spoilers AS reviews FROM film UNION ALL SELECT id, 1, spoilers FROM film)"
    ),
    "ratings": "SELECT coalesce(sum(reviews), 0) FROM rating_count",
}
_MARKED = 500
_NO_RATING = -1
_AMONG_MARKED = (
    f"review.id IN (SELECT rowid & {ROW_BITS} FROM review_text WHERE review_text MATCH :marked "
    f"ORDER BY rowid LIMIT {_MARKED})"
)
_NAMED, _LISTED = 7, 12
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Selection:
    """The reviews that filters let through: conditions on the reviews, and the values that they name.

    `literal` is False where so many reviews hold a word that its other forms are counted with it; `times` is
    how often a mentioned word stands in the reviews, None where that was not counted; `spelt` holds the ways
    in
    which it was looked for, first of all as it was typed.
    """

    conditions: tuple[str, ...] = ()
    values: dict[str, object] = field(default_factory=dict)
    literal: bool = True
    times: int | None = None
    spelt: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The conditions as SQL."""
        return " AND ".join(self.conditions) or "1"

    def rated(self, rating: int) -> Selection:
        """Those of them that give this rating."""
        others = tuple(one for one in self.conditions if one != _CONDITIONS["ratings"])
        values = self.values | {"ratings": json.dumps([rating])}
        return replace(self, conditions=(*others, _CONDITIONS["ratings"]), values=values)

    def also(self, name: str, value: object) -> Selection:
        """Those of them for which the condition holds, be it with another value than before."""
        other = f"also_{name}" if name in self.values else name
        condition = _CONDITIONS[name].replace(f":{name}", f":{other}")
        return replace(self, conditions=(*self.conditions, condition), values=self.values | {other: value})

    def asks_only(self, *names: str) -> bool:
        """Whether there are no conditions but these."""
        return set(self.conditions) <= {_CONDITIONS[name] for name in names}


@dataclass(frozen=True, slots=True)
class Tally:
    """Which ratings, years or reviewers have the most reviews, or the fewest: `most` of `total` each.

    So many `share` that place, the first of which are `names`; `listed` are the first by number of reviews.
    """

    most: int
    total: int
    share: int
    names: tuple[str, ...]
    listed: dict[str, int]


def select(library: Library, film_id: int | None, filters: Filters) -> Selection:
    """The reviews of a film, or of all films, that the filters let through."""
    values: dict[str, object] = {
        "film": film_id,
        "ratings": None if filters.ratings is None else json.dumps(filters.ratings),
        "since": filters.since.isoformat() if filters.since else None,
        "until": filters.until.isoformat() if filters.until else None,
        "reviewer": None if filters.reviewer is None else reviewer_key(filters.reviewer),
        "spoilers": None if filters.spoilers is None else int(filters.spoilers),
        "helpful_from": filters.helpful_from,
        "helpful_to": filters.helpful_to,
        "votes_from": filters.votes_from,
        "votes_to": filters.votes_to,
        "site": filters.site,
    }
    given = {name: value for name, value in values.items() if value is not None}
    conditions = [_CONDITIONS[name] for name in given]
    if filters.rated is not None:
        conditions.append(_CONDITIONS["rated"] if filters.rated else "rating IS NULL")
    selection = Selection(tuple(conditions), given)
    if filters.mentions is not None:
        selection = _mentioning(library, selection, filters.mentions, filters, film_id)
    if filters.also_mentions is not None:
        also = _mentioning(library, selection, filters.also_mentions, filters, film_id)
        selection = replace(also, times=None, spelt=(*selection.spelt, *also.spelt[1:]))
    if filters.words_from is not None or filters.words_to is not None:
        selection = _of_length(library, selection, filters)
    return selection


def _mentioning(
    library: Library, selection: Selection, words: str, filters: Filters, film_id: int | None
) -> Selection:
    """Those of them that hold the words, or speak of the person who is named by them in full."""
    if filters.as_spelt:
        return _holding(library, selection, words, film_id, (words,))
    if (person := _person(library, words, film_id)) is None:
        return _holding(library, selection, words, film_id, _spelt(library, words, film_id))
    forms = [printed for printed, _ in spellings(library, person.id, film_id, limit=_FORMS)]
    others = [form for form in forms if folded(form) != folded(words)]
    spelt = (words, *told_openly(library, others, film_id))
    return replace(selection.also("person", person.id), spelt=spelt)


def _person(library: Library, words: str, film_id: int | None) -> PersonEntry | None:
    """Who is named so in full."""
    name = folded(words)
    people = find_people(library, words, film_id)[:1] if " " in name else []
    return next((person for person in people if person.key == name), None)


def _holding(
    library: Library, selection: Selection, words: str, film_id: int | None, spelt: tuple[str, ...]
) -> Selection:
    """Those of them that hold the words in one of the ways in which they may be spelt."""
    asked = [parts for way in spelt if (parts := _WORD.findall(way))]
    if not asked:
        return Selection(("0",), {})
    stemmed = replace(selection.also("match", _expression(asked, film_id)), literal=False)
    if count(library, stemmed) > VERIFIED:
        return stemmed
    wanted = _literal(spelt)
    ids, times = [], 0
    for row in library.rows(f"SELECT id, title, text FROM review WHERE {stemmed.where}", stemmed.values):
        found = len(wanted.findall(folded(f"{row['title']} . {row['text']}")))
        if found:
            ids.append(row["id"])
            times += found
    told = (spelt[0], *told_openly(library, spelt[1:], film_id))
    return Selection((_CONDITIONS["ids"],), {"ids": json.dumps(ids)}, times=times, spelt=told)


def _spelt(library: Library, words: str, film_id: int | None) -> tuple[str, ...]:
    """The words; with a person's last or only name all ways in which the reviews spell it."""
    word = folded(words)
    if " " in word or len(word) < _SHORTEST_NAME:
        return (words,)
    people = find_people(library, words, film_id)[:1]
    printed = [form for one in people for form, _ in spellings(library, one.id, film_id, limit=_FORMS)]
    parts = {part for form in printed for part in folded(form).split()}
    if word not in parts:
        return (words,)
    others = sorted(
        part
        for part in parts
        if part not in (word, f"{word}s") and part[0] == word[0] and fuzz.ratio(part, word) >= _ALIKE
    )
    return (words, *others)


_SHORTEST_NAME = 4
_FORMS = 12
_ALIKE = 85


def _expression(ways: Sequence[Sequence[str]], film_id: object) -> str:
    """What the index is asked for: the words side by side in one of the ways, in the film if one is meant."""
    phrases = " OR ".join(f'"{" ".join(words)}"' for words in ways)
    return f"{either([film_mark(film_id)])} AND ({phrases})" if isinstance(film_id, int) else phrases


def _literal(ways: Sequence[str]) -> re.Pattern[str]:
    """The words as they stand or in the plural, spelt in one of the ways, in a folded text."""
    phrase = "|".join(re.escape(folded(words)) for words in ways)
    return re.compile(rf"(?<!\w)(?:{phrase})(?:e?s)?(?!\w)")


def _of_length(library: Library, selection: Selection, filters: Filters) -> Selection:
    low, high = filters.words_from or 0, filters.words_to if filters.words_to is not None else float("inf")
    rows = library.rows(f"SELECT id, text FROM review WHERE {selection.where}", selection.values)
    ids = [row["id"] for row in rows if low <= len(row["text"].split()) <= high]
    return Selection(
        (_CONDITIONS["ids"],), {"ids": json.dumps(ids)}, selection.literal, selection.times, selection.spelt
    )


def count(library: Library, selection: Selection) -> int:
    """How many reviews."""
    if selection.asks_only("film", "spoilers"):
        return _sum(library, selection, "films")
    if selection.conditions and selection.asks_only(*_KEPT_BY_RATING):
        return _sum(library, selection, "ratings")
    return _number(library, "count(*)", selection)


def count_rated(library: Library, selection: Selection) -> int:
    """How many of them give a rating."""
    if selection.asks_only(*_KEPT_BY_RATING):
        return _sum(library, selection, "ratings")
    return _number(library, "count(rating)", selection)


def count_reviewers(library: Library, selection: Selection) -> int:
    """How many different people wrote them."""
    return _number(library, "count(DISTINCT reviewer_key)", selection)


def count_films(library: Library, selection: Selection) -> int:
    """How many films they are about."""
    return _number(library, "count(DISTINCT film_id)", selection)


def votes(library: Library, selection: Selection) -> tuple[int, int]:
    """How many readers found them helpful, and how many voted, in all."""
    return (
        _number(library, "coalesce(sum(helpful), 0)", selection),
        _number(library, "coalesce(sum(total), 0)", selection),
    )


def _number(library: Library, what: str, selection: Selection) -> int:
    row = library.row(f"SELECT {what} FROM review WHERE {selection.where}", selection.values)
    return int(row[0]) if row is not None else 0


def _sum(library: Library, selection: Selection, kept: str) -> int:
    """How many there are by what is kept of films or ratings: no review is gone through."""
    row = library.row(f"{_SUMS[kept]} WHERE {selection.where}", selection.values)
    return int(row[0]) if row is not None else 0


def groups(library: Library, selection: Selection, by: str) -> dict[str, int]:
    """How many reviews each rating or year has; those without one are left out."""
    if by == "rating" and selection.asks_only(*_KEPT_BY_RATING):
        source = f"SELECT rating AS name, reviews AS one FROM rating_count WHERE {selection.where}"
    elif by == "year" and not selection.conditions:
        source = "SELECT substr(month, 1, 4) AS name, reviews AS one FROM month_count"
    else:
        source = f"SELECT {_GROUPS[by]} AS name, 1 AS one FROM review WHERE {selection.where}"
    rows = library.rows(
        f"SELECT name, sum(one) AS reviews FROM ({source}) WHERE name IS NOT NULL "
        "GROUP BY name HAVING sum(one) > 0 ORDER BY reviews DESC, name",
        selection.values,
    )
    return {str(row["name"]): row["reviews"] for row in rows}


def tally(library: Library, selection: Selection, by: str, *, least: bool) -> Tally | None:
    """The ratings, years or reviewers of the most reviews, or of the fewest; None where there are none."""
    if by == "reviewer":
        return _tally_of_reviewers(library, selection, least=least)
    found = groups(library, selection, by)
    if not found:
        return None
    most = min(found.values()) if least else max(found.values())
    names = tuple(name for name, number in found.items() if number == most)
    return Tally(most, sum(found.values()), len(names), names[:_NAMED], _first(found))


def _tally_of_reviewers(library: Library, selection: Selection, *, least: bool) -> Tally | None:
    """The same of reviewers, who may be hundreds of thousands: walked through, never held."""
    each = f"SELECT reviewer_key, count(*) AS reviews FROM review WHERE {selection.where} GROUP BY 1"
    row = library.row(
        f"SELECT {'min' if least else 'max'}(reviews), coalesce(sum(reviews), 0) FROM ({each})",
        selection.values,
    )
    if row is None or not row[1]:
        return None
    values = selection.values | {"most": row[0]}
    sharing = library.row(f"SELECT count(*) FROM ({each}) WHERE reviews = :most", values)
    names = library.rows(
        f"SELECT * FROM ({each}) WHERE reviews = :most ORDER BY reviewer_key LIMIT {_NAMED}", values
    )
    first = library.rows(
        f"SELECT * FROM ({each}) ORDER BY reviews DESC, reviewer_key LIMIT {_LISTED}", selection.values
    )
    return Tally(
        most=row[0],
        total=row[1],
        share=sharing[0] if sharing is not None else 0,
        names=tuple(_printed(library, found["reviewer_key"]) for found in names),
        listed={_printed(library, found["reviewer_key"]): found["reviews"] for found in first},
    )


def _printed(library: Library, key: str) -> str:
    row = library.row("SELECT reviewer FROM review WHERE reviewer_key = ? LIMIT 1", (key,))
    return key if row is None else str(row["reviewer"])


def _first(found: dict[str, int]) -> dict[str, int]:
    return dict(sorted(found.items(), key=lambda each: (-each[1], each[0]))[:_LISTED])


def measured(library: Library, selection: Selection, measure: str) -> list[float]:
    """The measure of each review that has one, in rising order. Length is in words."""
    if measure == "length":
        rows = library.rows(f"SELECT text FROM review WHERE {selection.where}", selection.values)
        return sorted(float(len(row["text"].split())) for row in rows)
    column, has = _MEASURES[measure]
    rows = library.rows(
        f"SELECT {column} AS value FROM review WHERE {selection.where} AND {has} ORDER BY value",
        selection.values,
    )
    return [float(row["value"]) for row in rows]


def extremes(
    library: Library, selection: Selection, measure: str, *, lowest: bool, limit: int
) -> list[StoredReview]:
    """The reviews that stand highest in a measure, or lowest; among equals the more helpful come first."""
    if measure == "rating" and not selection.conditions:
        return _extremes_of_all(library, lowest=lowest, limit=limit)
    column, has = _MEASURES[measure]
    direction = "ASC" if lowest else "DESC"
    rows = library.rows(
        f"{SELECT_REVIEW} WHERE {selection.where} AND {has} "
        f"ORDER BY {column} {direction}, helpfulness DESC, review.id LIMIT :limit",
        selection.values | {"limit": limit},
    )
    return [as_review(row) for row in rows]


def _extremes_of_all(library: Library, *, lowest: bool, limit: int) -> list[StoredReview]:
    """Of all films: one rating after the other, since no index holds the ratings of all films in order."""
    found: list[StoredReview] = []
    for rating in sorted(map(int, groups(library, Selection(), "rating")), reverse=not lowest):
        if len(found) < limit:
            found += selected(library, Selection().rated(rating), limit=limit - len(found))
    return found


def selected(library: Library, selection: Selection, *, limit: int, offset: int = 0) -> list[StoredReview]:
    """The reviews themselves, the most helpful first."""
    where, values = selection.where, selection.values
    if selection.conditions == (_CONDITIONS["ratings"],) and offset + limit < _MARKED:
        ratings = json.loads(str(values["ratings"])) or [_NO_RATING]
        where, values = _AMONG_MARKED, {"marked": either(map(rating_mark, ratings))}
    rows = library.rows(
        f"{SELECT_REVIEW} WHERE {where} ORDER BY helpfulness DESC, review.id LIMIT :limit OFFSET :offset",
        values | {"limit": limit, "offset": offset},
    )
    return [as_review(row) for row in rows]


def each_selected(library: Library, selection: Selection) -> Generator[StoredReview, None, None]:
    """All of the reviews one by one, in the order of `every_review`."""
    for row in library.stream(f"{SELECT_REVIEW} WHERE {selection.where} {STABLE_ORDER}", selection.values):
        yield as_review(row)
