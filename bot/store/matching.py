"""What is asked of the full-text index: expressions of our own words and marks, never of a member's text.

Each review is indexed with marks beside its words: its film, rating, month, and whether it is a spoiler. They
begin with a character that no word of a review has, so that a filter is one more word to find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from bot.language.keywords import Keywords, Term
from bot.language.occurrences import Finder, finder
from bot.language.stemming import stem, word_with_stem
from bot.store.library import Library
from bot.store.vocabulary import reviews_with, standing_of, stems_beginning

_MARK = "\ue000"
_ENDINGS = 64
_STEPS = 500_000
_STEPS_OF_A_PHRASE = 6


@dataclass(frozen=True, slots=True)
class Within:
    """Where to search. Ratings are in points of ten; ranges include both ends; None leaves a side open."""

    film_id: int | None = None
    reviewer: str | None = None
    rating_from: int | None = None
    rating_to: int | None = None
    year_from: int | None = None
    year_to: int | None = None
    spoilers: bool | None = None


EVERYWHERE = Within()


@dataclass(frozen=True, slots=True)
class Clause:
    """A term as the index is asked for it: about how many reviews hold it, and how to count it in a text."""

    term: Term
    expression: str
    reviews: int
    finder: Finder

    @property
    def is_word(self) -> bool:
        """Whether it asks for a single word in any of its forms."""
        return len(self.term.words) == 1 and not self.term.begins and not self.term.exact


@dataclass(frozen=True, slots=True)
class Matching:
    """What to ask the index, and what to look at in the texts that it finds.

    `groups` holds the clauses: a text must hold one of each. `check` says whether a text found by its stems
    is wanted, None where stems do. To walk through the whole index takes about so many `steps`; beyond the
    standing `last` it isn't walked, None where it may be walked whole.
    """

    expression: str
    groups: tuple[tuple[Clause, ...], ...]
    check: Callable[[str], bool] | None
    steps: int
    last: int | None

    @property
    def clauses(self) -> tuple[Clause, ...]:
        """All clauses."""
        return tuple(clause for group in self.groups for clause in group)

    @property
    def word(self) -> Clause | None:
        """The clause of a single word, where nothing else is asked for."""
        clauses = [clause for clause in self.clauses if clause.expression == self.expression]
        return next((one for one in clauses if len(one.term.words) == 1 and not one.term.begins), None)

    def narrowed(self, marks: Iterable[str]) -> str:
        """The expression for those of the reviews that have one of the marks."""
        return f"({self.expression}) AND {either(marks)}"


def matching(library: Library, keywords: Keywords, within: Within, reviews: int) -> Matching | None:
    """What to ask the index, which holds so many reviews; None where nothing wanted is told."""
    counts = reviews_with(library, {stem(word) for term in keywords.terms for word in term.words})
    groups = tuple(tuple(_clause(library, term, counts) for term in group) for group in keywords.wanted)
    wanted = [_any(clause.expression for clause in group) for group in groups]
    marks = list(map(either, _marks(library, within)))
    if not wanted and not marks:
        return None
    unwanted = [_phrase(term.words) for term in keywords.unwanted if not term.exact]
    unwanted += [either([spoiler_mark()])] if within.spoilers is False else []
    fewest = min(reviews, _reviews_of_film(library, within.film_id) or reviews)
    steps = _steps(groups, len(wanted + marks + unwanted), fewest)
    return Matching(
        _all([*wanted, *marks], unwanted),
        groups,
        _check(groups, keywords.unwanted),
        steps,
        standing_of(library, reviews * _STEPS // steps) if steps > _STEPS else None,
    )


def film_mark(film_id: int) -> str:
    """The mark of a film's reviews."""
    return f"{_MARK}f{film_id}"


def rating_mark(rating: int) -> str:
    """The mark of reviews with this rating in points of ten."""
    return f"{_MARK}r{rating}"


def month_mark(month: str) -> str:
    """The mark of reviews of a month, as in 2004-05."""
    return f"{_MARK}m{month.replace('-', '')}"


def spoiler_mark() -> str:
    """The mark of spoilers."""
    return f"{_MARK}s"


def months(library: Library, within: Within) -> list[str]:
    """The months in which the library has reviews, as in 2004-05, the latest first."""
    rows = library.rows(
        "SELECT month FROM month_count WHERE reviews > 0 AND month >= :first AND month <= :last "
        "ORDER BY month DESC",
        {"first": f"{within.year_from or 0:04}", "last": f"{within.year_to or 9999:04}-99"},
    )
    return [row["month"] for row in rows]


def either(marks: Iterable[str]) -> str:
    """The expression for reviews with one of the marks."""
    return "(" + _any(f'"{mark}"' for mark in marks) + ")"


def _marks(library: Library, within: Within) -> Iterator[list[str]]:
    if within.film_id is not None:
        yield [film_mark(within.film_id)]
    if within.rating_from is not None or within.rating_to is not None:
        first, last = (
            max(0, within.rating_from or 0),
            min(10, 10 if within.rating_to is None else within.rating_to),
        )
        yield [rating_mark(rating) for rating in range(first, last + 1)] or [f"{_MARK}none"]
    if within.year_from is not None or within.year_to is not None:
        yield [month_mark(month) for month in months(library, within)] or [f"{_MARK}none"]
    if within.spoilers:
        yield [spoiler_mark()]


def _clause(library: Library, term: Term, counts: dict[str, int]) -> Clause:
    reviews = min(counts.get(stem(word), 1) for word in term.words)
    if not term.begins:
        return Clause(term, _phrase(term.words), reviews, finder(term))
    endings = stems_beginning(library, term.words[-1], most=_ENDINGS)
    words = [term.words[-1], *filter(None, map(word_with_stem, endings))]
    expression = _any(_phrase((*term.words[:-1], word)) for word in words)
    return Clause(term, expression, max(reviews, sum(endings.values())), finder(term))


def _reviews_of_film(library: Library, film_id: int | None) -> int:
    row = library.row("SELECT reviews FROM film WHERE id = ?", (film_id,))
    return 0 if row is None else row["reviews"]


def _steps(groups: tuple[tuple[Clause, ...], ...], parts: int, fewest: int) -> int:
    """About how many entries of the index a walk over all of it would take: the rarest part leads."""
    rarest = min([fewest, *(sum(clause.reviews for clause in group) for group in groups)])
    phrases = any(len(clause.term.words) > 1 for group in groups for clause in group)
    return rarest * parts * (_STEPS_OF_A_PHRASE if phrases else 1)


def _check(
    groups: tuple[tuple[Clause, ...], ...], unwanted: tuple[Term, ...]
) -> Callable[[str], bool] | None:
    strict = [group for group in groups if any(clause.term.exact for clause in group)]
    never = [finder(term) for term in unwanted if term.exact]
    if not strict and not never:
        return None

    def is_wanted(text: str) -> bool:
        return all(any(clause.finder.count(text) for clause in group) for group in strict) and not any(
            one.count(text) for one in never
        )

    return is_wanted


def _phrase(words: Iterable[str]) -> str:
    """Words side by side. They are letters and digits alone, so quotes need no escape."""
    return '"' + " ".join(words) + '"'


def _all(wanted: list[str], unwanted: list[str]) -> str:
    expression = wanted[0] if len(wanted) == 1 else " AND ".join(f"({part})" for part in wanted)
    return f"({expression}) NOT ({_any(unwanted)})" if unwanted else expression


def _any(expressions: Iterable[str]) -> str:
    return " OR ".join(expressions)
