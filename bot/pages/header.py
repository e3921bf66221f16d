"""The lines above a review's body: rating (or none), title, byline, perhaps the mark of a spoiler.

A title may look like a rating, a date or a byline, and a body may hold all of these, so a header is known by
where it stands: a page's text begins with one after every review's end. Only where other lines stand there
first (a page's head, the body of a spoiler review in the older layout) is it searched for.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import NamedTuple

from bot.pages.bylines import Split, candidates
from bot.pages.furniture import is_known

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH_AND_YEAR = rf"[0-9]\ (?:{_MONTHS})\ [0-9]{{4}}"
_HEADER = re.compile(
    rf"""\s*+
    (?:(?P<rating>10|[1-9])\ ?/\ ?10[ \t]*+\n\s*+)?
    (?P<title>\S[^\n]*+)\n\s*+
    (?P<byline>\S[^\n]{{0,120}}{_MONTH_AND_YEAR})[ \t]*+(?:\n|\Z)
    (?P<spoiler>\s*+Warning:\ Spoilers[ \t]*+(?:\n|\Z))?
    """,
    re.VERBOSE,
)
_BYLINE = re.compile(rf"[^\n]{{1,120}}{_MONTH_AND_YEAR}", re.VERBOSE)
_RATING = re.compile(r"(?P<rating>10|[1-9]) ?/ ?10")
_RATING_LINE = re.compile(rf"\s*+{_RATING.pattern}[ \t]*+(?:\n|\Z)")
_SPOILERS = re.compile(r"\s*+Warning: Spoilers[ \t]*+(?:\n|\Z)")
_BLANK = re.compile(r"\s*+\Z")


class Header(NamedTuple):
    """A review's header, and where it starts and stops in the text. `splits` are its byline's readings."""

    start: int
    stop: int
    rating: str | None
    title: str
    byline: str
    splits: tuple[Split, ...]
    spoiler: bool


def begins_with_header(text: str, start: int) -> bool:
    """Whether a review seems to begin at this place, even if its byline can't be read."""
    return bool(_HEADER.match(text, start) or _RATING_LINE.match(text, start))


def find_header(text: str, start: int, stop: int) -> Header | None:
    """The header of the one review between two places: the first thing there, or further down.

    Where a body holds lines that look like a header too, the likeliest one is taken.
    """
    match = _HEADER.match(text, start, stop)
    splits = match and candidates(match["byline"])
    if match is None or splits is None:
        return _header_further_down(text, start, stop)
    rating, title, byline, spoiler = match.groups()
    return Header(start, match.end(), rating, title.rstrip(), byline, splits, spoiler is not None)


def _header_further_down(text: str, start: int, stop: int) -> Header | None:
    best: Header | None = None
    best_rank: tuple[bool, ...] = ()
    above = deque([(start, "")] * 3, maxlen=3)  # the last lines that are not blank, and where they start
    place = start
    for raw in text[start:stop].split("\n"):
        line = raw.strip()
        if line and above[2][1] and _BYLINE.fullmatch(line):
            header = _header_below(tuple(above), line, text, min(place + len(raw) + 1, stop), stop)
            rank = _rank(header, above, text, stop)
            if header.splits and rank > best_rank:
                best, best_rank = header, rank
        if line:
            above.append((place, line))
        place += len(raw) + 1
    return best


def _header_below(above: Sequence[tuple[int, str]], byline: str, text: str, place: int, stop: int) -> Header:
    rating = _RATING.fullmatch(above[1][1])
    spoiler = _SPOILERS.match(text, place, stop)
    return Header(
        above[1 if rating else 2][0],
        spoiler.end() if spoiler else place,
        rating and rating["rating"],
        above[2][1],
        byline,
        candidates(byline) or (),
        spoiler is not None,
    )


def _rank(header: Header, above: Sequence[tuple[int, str]], text: str, stop: int) -> tuple[bool, ...]:
    """How likely it is one: below a line of the site's, with nothing but its mark below, with a rating."""
    line_above = above[1 if header.rating is None else 0][1]
    has_nothing_below = header.spoiler and _BLANK.match(text, header.stop, stop) is not None
    return (not line_above or is_known(line_above), has_nothing_below, header.rating is not None)
