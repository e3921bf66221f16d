"""How often words stand in the reviews that the index gives first, told by the index itself.

It tells that in a fraction of the time that reading the texts takes, as long as not too many of a word's
places have to be passed over: so only for words of which the found reviews hold a good share.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.language.stemming import stem
from bot.store.library import Library
from bot.store.matching import Clause
from bot.store.vocabulary import Sizes, place_of

_MOST_PLACES = 2_400
_PLACES_A_REVIEW = 1.6


@dataclass(frozen=True, slots=True)
class Places:
    """How often each of some words stands in reviews, by their standings; those that lack it are left out.

    It is known up to the standing `known_to`, None where it is known of all reviews.
    """

    times: tuple[Mapping[int, int], ...]
    known_to: int | None


def places_of(library: Library, clauses: Sequence[Clause], size: Sizes, last: int | None) -> Places | None:
    """How often each clause stands in reviews up to the standing `last`, in all reviews where that is None.

    None where a clause is more than a word, or where more reviews hold the words than it takes little time to
    walk through.
    """
    if not all(clause.is_word for clause in clauses):
        return None
    share = 1.0 if last is None else min(1.0, place_of(library, last) / max(1, size.reviews))
    expected = share * _PLACES_A_REVIEW * sum(clause.reviews for clause in clauses)
    if len(clauses) > 1 and expected > _MOST_PLACES * len(clauses):
        return None
    found = [_times(library, stem(clause.term.words[0])) for clause in clauses]
    return Places(
        tuple(times for times, _ in found), min((end for _, end in found if end is not None), default=None)
    )


def _times(library: Library, word: str) -> tuple[Mapping[int, int], int | None]:
    """How often the stem stands in the first reviews that hold it, and up to which standing; None: in all."""
    rows = library.rows("SELECT doc FROM indexed_place WHERE term = ? LIMIT ?", (word, _MOST_PLACES))
    times = Counter(chain.from_iterable(rows))
    if len(rows) < _MOST_PLACES:
        return times, None
    end = rows[-1][0]
    del times[end]  # it may stand there more often
    return times, end - 1
