"""Keyword search whose time doesn't grow with the number of matches.

The full-text index holds reviews in the order of their standing, so the first matches it gives are the most
helpful ones. Ranking looks at `MOST_MATCHES` of them at most. Where the index tells soon how often they hold
the words, all of these are ranked, else the texts of `MOST_READ` are read: up to so many matches the best are
bm25's best, above they are the best among the most helpful.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter

from bot.language.keywords import Keywords, Term, parse_keywords
from bot.language.occurrences import DIVIDER
from bot.language.printed_titles import is_printed_as_title
from bot.language.stemming import stem
from bot.language.words import plain
from bot.store.bylines import reviewer_key
from bot.store.figures import ROW_BITS, longness
from bot.store.library import Library
from bot.store.matching import EVERYWHERE, Clause, Matching, Within, matching, month_mark, months, rating_mark
from bot.store.places import places_of
from bot.store.relevance import Weighed, about_the_best_first, score, weighed
from bot.store.reviews import SELECT_REVIEW, StoredReview, as_review
from bot.store.vocabulary import Sizes, nearest_words, reviews_with, sizes, varints

MOST_MATCHES = 1_500
MOST_READ = 200
_MOST_MEASURED = 100
_COUNTED, _COUNTING_STEPS = 10_000, 30_000
_NEAREST = 3
_TITLES_SEEN = 10
_LAST = (1 << 63) - 1


@dataclass(frozen=True, slots=True)
class SearchResults:
    """One page of what a search found.

    `total` is exact, or the number that there are more of. `listed` is how many of them the pages can show.
    Where nothing was found, `exact` False tells that not all reviews could be looked through, and `nearest`
    holds what would be found instead.
    """

    reviews: tuple[StoredReview, ...]
    total: int
    exact: bool
    listed: int
    nearest: tuple[str, ...] = ()


def search_reviews(
    library: Library,
    keywords: Keywords,
    within: Within = EVERYWHERE,
    *,
    order: str = "relevance",
    limit: int = 10,
    offset: int = 0,
) -> SearchResults:
    """Reviews that hold the keywords, in one of the orders relevance, helpful, newest, highest, lowest.

    Reviews without a date have no place in `newest`, those without a rating none in `highest` and `lowest`.
    """
    size = sizes(library)
    asked = matching(library, keywords, within, size.reviews)
    if asked is None:
        return SearchResults((), 0, exact=True, listed=0)
    search = _Search(library, asked, within, size)
    match order:
        case "relevance":
            standings = search.by_relevance()
        case "newest":
            standings = search.by_date()
        case "highest" | "lowest":
            standings = search.by_rating(range(10, -1, -1) if order == "highest" else range(11))
        case _:
            standings = search.by_helpfulness()
    total, exact = search.total(len(standings))
    return SearchResults(
        _reviews(library, standings[offset : offset + limit]),
        total,
        exact,
        listed=len(standings),
        nearest=() if standings else _nearest(library, keywords, within, size),
    )


def holds_word(library: Library, word: str) -> bool:
    """Whether any review holds the word or a form of it."""
    return _finds(library, word, EVERYWHERE, sizes(library))


def prints_as_title(library: Library, words: str) -> bool:
    """Whether one of the first reviews that hold these words together prints them as a film's title."""
    together = f'"{words}"'
    if not _finds(library, together, EVERYWHERE, sizes(library)):
        return False
    found = search_reviews(library, parse_keywords(together), limit=_TITLES_SEEN).reviews
    return any(is_printed_as_title(words, stored.review.text) for stored in found)


class _Search:
    """One search, asked for in one order. Reviews are told by their standings."""

    def __init__(self, library: Library, asked: Matching, within: Within, size: Sizes) -> None:
        self._library, self._asked, self._within, self._size = library, asked, within, size

    @cached_property
    def matches(self) -> list[int]:
        """The first that the index gives, wanted or not."""
        return self._first(self._asked.expression, self._most)

    @property
    def _most(self) -> int:
        """How many matches are looked at: more, where the index tells where they stand."""
        return MOST_MATCHES if self._word is not None else MOST_MATCHES // 3

    @property
    def _word(self) -> Clause | None:
        """The single word, where nothing else narrows the search."""
        return self._asked.word if self._within.reviewer is None else None

    @property
    def _are_all(self) -> bool:
        return len(self.matches) < self._most and self._asked.last is None

    def finds(self) -> bool:
        """Whether there is any."""
        return bool(self._first(self._asked.expression, 1))

    def total(self, listed: int) -> tuple[int, bool]:
        """How many there are, or what there are more of."""
        if self._asked.check:
            return listed, self._are_all and listed != MOST_READ
        if self._word is not None and self._word.reviews > 1 and self._size.counts_are_exact:
            return self._word.reviews, True
        if self._are_all:
            return len(self.matches), True
        if self._asked.steps > _COUNTING_STEPS:
            return len(self.matches), False
        counting = f"SELECT count(*) FROM ({self._sql})"  # noqa: S608 - our own words
        (row,) = self._library.rows(counting, self._values(self._asked.expression, _COUNTED + 1, None))
        return min(row[0], _COUNTED), row[0] <= _COUNTED

    def by_helpfulness(self) -> list[int]:
        """The most helpful ones first."""
        return self._wanted(self.matches)

    def by_rating(self, ratings: Iterable[int]) -> list[int]:
        """The most helpful ones of each rating in turn."""
        found: list[int] = []
        for rating in ratings:
            if len(found) < self._most:
                found += self._wanted(self._first(self._asked.narrowed([rating_mark(rating)]), self._most))
        return found[: self._most]

    def by_date(self) -> list[int]:
        """The newest first: ever more months are looked at at once."""
        left, size = months(self._library, self._within), 1
        found: list[int] = []
        while left and len(found) < self._most:
            asked = self._asked.narrowed(map(month_mark, left[:size]))
            found += self._newest_first(self._wanted(self._first(asked, self._most)))
            left, size = left[size:], size * 2
        return found[: self._most]

    def by_relevance(self) -> list[int]:
        """The best first."""
        clauses = weighed(self._asked.clauses, self._size)
        if not clauses:
            return self.matches
        return self._ranked_by_places(clauses) or self._ranked_by_texts(clauses)

    def _ranked_by_places(self, clauses: Weighed) -> list[int]:
        """As far as the index tells where the words stand; empty where it doesn't tell that of enough."""
        is_word = self._word is not None
        if self._asked.check is not None or not (is_word or self.matches):
            return []
        last = None if is_word or self._are_all else self.matches[-1]
        places = places_of(self._library, [clause for clause, _ in clauses], self._size, last)
        if places is None:
            return []
        found = list(places.times[0])[:MOST_MATCHES] if is_word else self.matches
        if places.known_to is not None:
            found = found[: bisect_right(found, places.known_to)]
            if len(found) < MOST_READ and len(found) < len(self.matches):
                return []
        if len(found) <= MOST_READ:
            return self._measured(found, places.times, clauses)
        best = about_the_best_first(found, places.times, clauses, self._size.words)
        return self._measured(best[:_MOST_MEASURED], places.times, clauses) + best[_MOST_MEASURED:]

    def _measured(
        self, standings: list[int], times: Sequence[Mapping[int, int]], clauses: Weighed
    ) -> list[int]:
        """The reviews in order of their scores, by how many words they have."""
        ranked = []
        for standing, packed in self._library.rows(_WORDS, (json.dumps(standings),)):
            told = [(one.get(standing, 0), weight) for one, (_, weight) in zip(times, clauses, strict=True)]
            ranked.append((-score(told, _words(packed), self._size.words), standing))
        return [standing for _, standing in sorted(ranked)]

    def _ranked_by_texts(self, clauses: Weighed) -> list[int]:
        ranked = []
        for standing, words, text in self._read():
            times = [(clause.finder.count(text), weight) for clause, weight in clauses]
            ranked.append((-score(times, words, self._size.words), standing))
        return [standing for _, standing in sorted(ranked)]

    def _read(self) -> Iterable[tuple[int, int, str]]:
        """What to rank by its text: of too many matches the shortest, which say most in few words."""
        if self._asked.check is not None:
            return islice(self._checked(self.matches), MOST_READ)
        if len(self.matches) <= MOST_READ:
            return self._texts(self.matches)
        return self._texts(sorted(self.matches, key=longness)[:MOST_READ])

    def _first(self, expression: str, limit: int, last: int | None = None) -> list[int]:
        values = self._values(expression, limit, last or self._asked.last)
        return list(map(itemgetter(0), self._library.rows(self._sql, values)))

    @property
    def _sql(self) -> str:
        return _FIRST if self._within.reviewer is None else _FIRST_OF_REVIEWER

    def _values(self, expression: str, limit: int, last: int | None) -> dict[str, object]:
        reviewer = self._within.reviewer
        return {
            "match": expression,
            "last": _LAST if last is None else last,
            "limit": limit,
            "reviewer": None if reviewer is None else reviewer_key(reviewer),
        }

    def _wanted(self, standings: list[int]) -> list[int]:
        """Those whose texts hold what stems can't tell."""
        if self._asked.check is None:
            return standings
        return [standing for standing, _, _ in self._checked(standings)]

    def _checked(self, standings: list[int]) -> Iterator[tuple[int, int, str]]:
        """Those whose texts pass the check, read bit by bit: not all of them may be needed."""
        check = self._asked.check
        for start in range(0, len(standings), MOST_READ):
            for standing, words, text in self._texts(standings[start : start + MOST_READ]):
                if check is None or check(text):
                    yield standing, words, text

    def _texts(self, standings: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """The texts, made plain, with how many words each has."""
        for standing, packed, text in self._library.rows(_TEXTS, (json.dumps(standings),)):
            yield standing, _words(packed), plain(text)

    def _newest_first(self, standings: Sequence[int]) -> list[int]:
        rows = self._library.rows(_BY_DATE, (json.dumps(standings),))
        return list(map(itemgetter(0), rows))


_FIRST = (
    "SELECT rowid FROM review_text WHERE review_text MATCH :match AND rowid <= :last "
    "ORDER BY rowid LIMIT :limit"
)
_FIRST_OF_REVIEWER = (
    "SELECT standing FROM (SELECT standing FROM review WHERE reviewer_key = :reviewer "
    "ORDER BY standing LIMIT 500) CROSS JOIN review_text ON review_text.rowid = standing "
    "WHERE review_text MATCH :match AND review_text.rowid <= :last LIMIT :limit"
)
_REVIEW = f"FROM json_each(?) AS asked CROSS JOIN review ON review.id = asked.value & {ROW_BITS}"
_TEXTS = (
    f"SELECT standing, sz, title || char({ord(DIVIDER)}) || text {_REVIEW} "
    "CROSS JOIN review_text_docsize AS size ON size.id = standing"
)
_WORDS = (
    "SELECT size.id, sz FROM json_each(?) AS asked "
    "CROSS JOIN review_text_docsize AS size ON size.id = asked.value"
)
_BY_DATE = f"SELECT standing {_REVIEW} WHERE date IS NOT NULL ORDER BY date DESC, standing"
_PAGE = f"{SELECT_REVIEW} WHERE review.id IN (SELECT value & {ROW_BITS} FROM json_each(?))"  # noqa: S608 - our own words


def _reviews(library: Library, standings: Sequence[int]) -> tuple[StoredReview, ...]:
    rows = library.rows(_PAGE, (json.dumps(standings),))
    found = {row["standing"]: as_review(row) for row in rows}
    return tuple(found[standing] for standing in standings if standing in found)


def _nearest(library: Library, keywords: Keywords, within: Within, size: Sizes) -> tuple[str, ...]:
    """Searches that would find something: words like those that aren't there, else the words one by one."""
    choices = [word for term in keywords.terms for word in _like(library, term)]
    if len(keywords.terms) > 1 or keywords.unwanted:
        choices += [" ".join(term.words) for term in keywords.terms]
    finding = (choice for choice in dict.fromkeys(choices) if _finds(library, choice, within, size))
    return tuple(islice(finding, _NEAREST))


def _like(library: Library, term: Term) -> list[str]:
    known = reviews_with(library, {stem(word) for word in term.words})
    return [
        near
        for word in term.words
        if stem(word) not in known
        for near in nearest_words(library, word, most=_NEAREST)
    ]


def _finds(library: Library, words: str, within: Within, size: Sizes) -> bool:
    asked = matching(library, parse_keywords(words), within, size.reviews)
    return asked is not None and _Search(library, asked, within, size).finds()


@lru_cache(maxsize=1 << 14)
def _words(packed: bytes) -> int:
    """The words of title and text from the row in which FTS5 keeps how many each column has."""
    return sum(varints(packed)[:2])
