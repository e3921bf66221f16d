"""A sentence with the slots read so far: which reviews they mean, and marks where they stood."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, replace

from bot.model import Filters
from bot.questions.numbers import Range, RangeFound, ranges_in

MARKS = frozenset("§RATING §DAYS §REVIEWER §SPOILERS §MENTION §LENGTH §VOTES §RATED §SITE".split())
"""What stands in the text where a slot was read."""


@dataclass(frozen=True, slots=True)
class Slots:
    """The reviews meant, the marks of what said so in their order, and the text with these marks in it.

    `limit` is how many of them are asked for (`the 3 longest`), None where no number is told.
    """

    filters: Filters
    marks: tuple[str, ...]
    text: str
    limit: int | None = None


def put(slots: Slots, start: int, end: int, mark: str, filters: Filters) -> Slots:
    """The slots with the filters, and the mark in the place of the words that told them."""
    text = " ".join(f"{slots.text[:start]} §{mark.upper()} {slots.text[end:]}".split())
    return replace(slots, text=text, filters=filters)


def only(slots: Slots, number: str, unit: str = "") -> RangeFound | None:
    """The one range of numbers of that unit; None where there are several, which can't all be meant."""
    found = [each for each in ranges_in(slots.text, number) if unit in slots.text[each.start : each.end]]
    if len(found) == _BOTH_SIDES:
        found = _told_twice(found, slots.text)
    if len(found) == _BOTH_SIDES and (both := _between_both(found, slots.text)) is not None:
        return both
    return found[0] if len(found) == 1 else None


_BOTH_SIDES = 2
_AND_ALSO = re.compile(r"[ ,]*(?:and|but|yet|though)?(?: also| still)?(?: (?:a mark|is|was|that is|it))? *")


_AGAIN = re.compile(r"[ ,]*(?:(?:ie|i e|so|meaning|that is|i mean|aka|namely|in other words|or) )*(?:an? )?")


def _told_twice(found: list[RangeFound], text: str) -> list[RangeFound]:
    """`no more than 6, ie 6 at most`: one range, if it is the same in other words."""
    first, again = found
    if first.range != again.range or not _AGAIN.fullmatch(text[first.end : again.start]):
        return found
    return [RangeFound(first.range, first.start, again.end, bare=False)]


def _between_both(found: list[RangeFound], text: str) -> RangeFound | None:
    """`higher than 7 but lower than 10`: what both allow, where one bounds below and the other above."""
    first, second = found
    joined = _AND_ALSO.fullmatch(text[first.end : second.start])
    ranges = sorted((first.range, second.range), key=lambda each: each.low == -math.inf)
    low, high = ranges
    bounds = not low.values and not high.values and low.high == math.inf and high.low == -math.inf
    if joined is None or not bounds or low.low == -math.inf or low.low > high.high:
        return None
    return RangeFound(Range(low.low, high.high), first.start, second.end, bare=False)
