"""Keyword search whose time doesn't grow with the number of matches.

The full-text index holds reviews in the order of their standing, so the first matches it gives are the most
helpful ones. Ranking looks at `MOST_MATCHES` of them at most, and reads the texts of `MOST_READ`: up to so
many matches the best are bm25's best, above they are the best among the most helpful.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from operator import itemgetter

from bot.language.keywords import Keywords, Term, parse_keywords
from bot.language.occurrences import DIVIDER
from bot.language.stemming import stem
from bot.language.words import plain
from bot.store.bylines import reviewer_key
from bot.store.figures import ROW_BITS
from bot.store.library import Library
from bot.store.matching import EVERYWHERE, Matching, Within, matching, month_mark, months, rating_mark
from bot.store.relevance import score, weighed
from bot.store.reviews import SELECT_REVIEW, StoredReview, as_review
from bot.store.vocabulary import Sizes, nearest_words, reviews_with, sizes, varints

MOST_MATCHES = 1_000
MOST_READ = 500
_COUNTED, _COUNTED_OF_ONE_WORD = 2_000, 10_000
_NEAREST = 3
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
    search = _Search(library, asked, within)
    match order:
        case "relevance":
            standings = search.by_relevance(size)
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
        nearest=() if standings else _nearest(library, keywords, within, size.reviews),
    )


def holds_word(library: Library, word: str) -> bool:
    """Whether any review holds the word or a form of it."""
    return _finds(library, word, EVERYWHERE, sizes(library).reviews)


class _Search:
    """One search, asked for in one order. Reviews are told by their standings."""

    def __init__(self, library: Library, asked: Matching, within: Within) -> None:
        self._library, self._asked, self._within = library, asked, within

    @cached_property
    def most_helpful(self) -> list[int]:
        """The first that the index gives, wanted or not."""
        return self._first(self._asked.expression)

    def finds(self) -> bool:
        """Whether there is any."""
        return bool(self._first(self._asked.expression, 1))

    def total(self, listed: int) -> tuple[int, bool]:
        """How many there are, or what there are more of."""
        if len(self.most_helpful) < MOST_MATCHES:
            return listed if self._asked.check else len(self.most_helpful), self._asked.last is None
        if self._asked.check:
            return listed, False
        most = _COUNTED_OF_ONE_WORD if self._asked.is_one_word else _COUNTED
        found = len(self._first(self._asked.expression, most + 1))
        return min(found, most), found <= most

    def by_helpfulness(self) -> list[int]:
        """The most helpful ones first."""
        return self._wanted(self.most_helpful)

    def by_rating(self, ratings: Iterable[int]) -> list[int]:
        """The most helpful ones of each rating in turn."""
        found: list[int] = []
        for rating in ratings:
            if len(found) < MOST_MATCHES:
                found += self._wanted(self._first(self._asked.narrowed([rating_mark(rating)])))
        return found[:MOST_MATCHES]

    def by_date(self) -> list[int]:
        """The newest first: ever more months are looked at at once."""
        left, size = months(self._library, self._within), 1
        found: list[int] = []
        while left and len(found) < MOST_MATCHES:
            marks = map(month_mark, left[:size])
            found += self._newest_first(self._wanted(self._first(self._asked.narrowed(marks))))
            left, size = left[size:], size * 2
        return found[:MOST_MATCHES]

    def by_relevance(self, size: Sizes) -> list[int]:
        """The best first."""
        clauses = weighed(self._asked.clauses, size)
        if not clauses:
            return self.most_helpful
        lengths = self._lengths(self.most_helpful)
        read = self.most_helpful
        if self._asked.check is None:
            read = sorted(read, key=lengths.__getitem__)[:MOST_READ]
        ranked = [
            (-score(text, lengths[standing], clauses, size.words), standing)
            for standing, text in self._texts(read)
            if self._asked.check is None or self._asked.check(text)
        ]
        return [standing for _, standing in sorted(ranked)[:MOST_READ]]

    def _first(self, expression: str, limit: int = MOST_MATCHES) -> list[int]:
        reviewer = self._within.reviewer
        values = {
            "match": expression,
            "last": _LAST if self._asked.last is None else self._asked.last,
            "limit": limit,
            "reviewer": None if reviewer is None else reviewer_key(reviewer),
        }
        rows = self._library.rows(_FIRST if reviewer is None else _FIRST_OF_REVIEWER, values)
        return list(map(itemgetter(0), rows))

    def _wanted(self, standings: list[int]) -> list[int]:
        """Those whose texts hold what stems can't tell."""
        check = self._asked.check
        if check is None:
            return standings
        return [standing for standing, text in self._texts(standings) if check(text)]

    def _texts(self, standings: Sequence[int]) -> Iterator[tuple[int, str]]:
        for row in self._library.rows(_TEXTS, (json.dumps(standings),)):
            yield row[0], plain(row[1])

    def _lengths(self, standings: Sequence[int]) -> dict[int, int]:
        """How many words each review has, as FTS5 keeps it."""
        rows = self._library.rows(_LENGTHS, (json.dumps(standings),))
        return {row[0]: _words(row[1]) for row in rows}

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
_ASKED = "FROM json_each(?) AS asked CROSS JOIN"
_REVIEW = f"{_ASKED} review ON review.id = asked.value & {ROW_BITS}"
_LENGTHS = f"SELECT size.id, sz {_ASKED} review_text_docsize AS size ON size.id = asked.value"
_TEXTS = f"SELECT standing, title || char({ord(DIVIDER)}) || text {_REVIEW}"
_BY_DATE = f"SELECT standing {_REVIEW} WHERE date IS NOT NULL ORDER BY date DESC, standing"
_PAGE = f"{SELECT_REVIEW} WHERE review.id IN (SELECT value & {ROW_BITS} FROM json_each(?))"  # noqa: S608 - our own words


def _reviews(library: Library, standings: Sequence[int]) -> tuple[StoredReview, ...]:
    rows = library.rows(_PAGE, (json.dumps(standings),))
    found = {row["standing"]: as_review(row) for row in rows}
    return tuple(found[standing] for standing in standings if standing in found)


def _nearest(library: Library, keywords: Keywords, within: Within, reviews: int) -> tuple[str, ...]:
    """Searches that would find something: words like those that aren't there, else the words one by one."""
    choices = [word for term in keywords.terms for word in _like(library, term)]
    if len(keywords.terms) > 1 or keywords.unwanted:
        choices += [" ".join(term.words) for term in keywords.terms]
    finding = (choice for choice in dict.fromkeys(choices) if _finds(library, choice, within, reviews))
    return tuple(islice(finding, _NEAREST))


def _like(library: Library, term: Term) -> list[str]:
    known = reviews_with(library, {stem(word) for word in term.words})
    return [
        near
        for word in term.words
        if stem(word) not in known
        for near in nearest_words(library, word, most=_NEAREST)
    ]


def _finds(library: Library, words: str, within: Within, reviews: int) -> bool:
    asked = matching(library, parse_keywords(words), within, reviews)
    return asked is not None and _Search(library, asked, within).finds()


@lru_cache(maxsize=1 << 14)
def _words(packed: bytes) -> int:
    """The words of title and text from the row in which FTS5 keeps how many each column has."""
    return sum(varints(packed)[:2])
