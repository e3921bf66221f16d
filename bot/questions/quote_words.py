"""Whose quote is asked for, and from a review of what rating: `by vesper-77`, `from a 1 star review`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.questions.flags import MOST_POINTS, MOST_STARS

_GOOD, _BAD = 8, 4
"""From which rating on a review is called a good one, and up to which a bad one, where it is quoted."""

_PRAISING = "good|great|positive|glowing|nice|best|happy"
_OF_REVIEW = re.compile(
    r"(?:^|\s)(?:from|of|out of|in)\s+(?:an?|any|some|one of the|the)\s+(?:(?:really|very)\s+)?"
    r"(?:(?P<number>10|[1-9])(?:\s*(?:/\s*10|out of (?:10|ten))|[\s-]*(?P<stars>stars?)|[\s-]*points?)?"
    rf"|(?P<mood>{_PRAISING}|bad|negative|terrible|harsh|worst|nasty|angry))\s+reviews?(?=\s|\Z)",
    re.I,
)


@dataclass(frozen=True, slots=True)
class OfRating:
    """The words without those that tell a rating, and the ratings that they ask for, both ends included."""

    words: str
    lowest: int | None = None
    highest: int | None = None


def split_rating(words: str) -> OfRating:
    """Take `from a 1 star review` out of the words. A star of five is two points, and either will do."""
    found = _OF_REVIEW.search(words)
    if found is None:
        return OfRating(words)
    rest = " ".join(f"{words[: found.start()]} {words[found.end() :]}".split())
    if found["mood"]:
        good = re.fullmatch(_PRAISING, found["mood"], re.I)
        return OfRating(rest, _GOOD, MOST_POINTS) if good else OfRating(rest, 1, _BAD)
    number = int(found["number"])
    if found["stars"] and number <= MOST_STARS:
        return OfRating(rest, 2 * number - 1, 2 * number)
    return OfRating(rest, number, number)
