"""The lines above a review's body: rating (or none), title, byline, perhaps the mark of a spoiler.

A title may look like a rating, a date or a byline, and a body may hold all of these, so a header is known by
where it stands: a page's text begins with one after every review's end. Only where other lines stand there
first (a page's head, the body of a spoiler review in the older layout) is it searched for. Below a spoiler
review without a body even the first lines may be that body: there all that look like a header are compared.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.language.bylines import Split, candidates
from bot.pages.furniture import find_head, is_known

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
FAR = 1 << 14
"""Characters below a line that looks like a byline within which a likelier one is looked for..."""
SOON = 200
"""...and where the first one is as good as any."""
_BLANK = re.compile(r"\s*+\Z")
_BLANK_LINE = re.compile(r"\n[ \t]*+\n\s*+\S")


class Header(NamedTuple):
    """A review's header, and where it starts and stops in the text. `splits` are its byline's readings.

    `is_doubtful`: what stands below may be the body of the spoiler review above, or of another one.
    """

    start: int
    stop: int
    rating: str | None
    title: str
    byline: str
    splits: tuple[Split, ...]
    spoiler: bool
    is_doubtful: bool = False


def begins_with_header(text: str, start: int) -> bool:
    """Whether a header seems to stand at this place."""
    return _HEADER.match(text, start) is not None


def begins_with_rating(text: str, start: int = 0) -> bool:
    """Whether the first line from this place on that isn't blank is a rating and nothing else."""
    return _RATING_LINE.match(text, start) is not None


def ends_with_spoiler_header(text: str) -> bool:
    """Whether the last lines are a byline with the mark of a spoiler below it."""
    lines = [line for line in text.split("\n") if line.strip()][-2:]
    return len(lines) == 2 and bool(_BYLINE.fullmatch(lines[0].strip()) and _SPOILERS.fullmatch(lines[1]))


def find_header(text: str, start: int, stop: int, *, further: int = FAR) -> Header | None:
    """The header of the one review between two places: the first thing there, or further down.

    Where lines of a body look like a header too, the likeliest is taken of those `further` below the first.
    """
    match = _HEADER.match(text, start, stop)
    splits = match and candidates(match["byline"])
    if match is None or splits is None:
        return _header_further_down(text, start, stop, further)
    rating, title, byline, spoiler = match.groups()
    return Header(start, match.end(), rating, title.rstrip(), byline, splits, spoiler is not None)


def find_header_below_spoiler(text: str, start: int, stop: int, *, has_end: bool) -> Header | None:
    """The header of the one review between two places, where a spoiler review's body may stand above it.

    Without an end of a review at `stop` there may be no review, only that body.
    """
    found = [
        (_rank_below_spoiler(header, line_above, text, stop), header)
        for header, line_above in _header_likes(text, start, stop)
        if header.splits
    ]
    if not found:
        return None
    best = max(rank for rank, _ in found)
    equals = [header for rank, header in found if rank == best]
    *_, is_tight, _ = best
    is_first = is_tight and not text[start : equals[0].start].strip()
    chosen = equals[0] if is_first else equals[-1]
    may_be_body = not has_end and not any(best[:3]) and find_head(text, start, chosen.start) is None
    if may_be_body and not is_first:
        return None
    others = [header for _, header in found if header is not chosen]
    is_doubtful = any(other.spoiler or other.start > chosen.start for other in others)
    return chosen._replace(is_doubtful=is_doubtful or may_be_body)


def _header_further_down(text: str, start: int, stop: int, further: int) -> Header | None:
    best: Header | None = None
    best_rank: tuple[bool, ...] = ()
    last = stop
    for header, above in _header_likes(text, start, stop):
        if header.start >= last:
            break
        rank = _rank(header, above, text, stop)
        # A title that looks like a byline, below a line of the site's that looks like its title.
        is_title_read_as_byline = best and best.byline == header.title and is_known(best.title)
        if header.splits and (rank > best_rank or is_title_read_as_byline):
            best, best_rank = header, rank
            if all(rank[:2]):
                break
            last = min(last, header.stop + further)
    return best


def _header_likes(text: str, start: int, stop: int) -> Iterator[tuple[Header, str]]:
    """Lines that look like a header, each time with the line above them; some can't be one by their day."""
    above = deque([(start, "")] * 3, maxlen=3)  # the last lines that are not blank, and where they start
    while start < stop:
        line_stop = text.find("\n", start, stop) + 1 or stop
        line = text[start:line_stop].strip()
        if line and above[2][1] and _BYLINE.fullmatch(line):
            header = _header_below(tuple(above), line, text, line_stop, stop)
            yield header, above[1 if header.rating is None else 0][1]
        if line:
            above.append((start, line))
        start = line_stop


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


def _rank(header: Header, line_above: str, text: str, stop: int) -> tuple[bool, ...]:
    """How likely it is one: below a line of the site's, with a rating, with nothing but its mark below."""
    is_below_furniture = not line_above or is_known(line_above)
    return is_below_furniture, header.rating is not None, _has_nothing_below(header, text, stop)


def _rank_below_spoiler(header: Header, line_above: str, text: str, stop: int) -> tuple[bool, ...]:
    """How likely it is one rather than a body: bodies have blank lines between theirs, and hardly a mark."""
    is_rated, is_tight = header.rating is not None, not _BLANK_LINE.search(text, header.start, header.stop)
    is_below_furniture = bool(line_above) and is_known(line_above)
    has_nothing_below = _has_nothing_below(header, text, stop)
    return has_nothing_below, is_rated and is_tight, header.spoiler, is_below_furniture, is_tight, is_rated


def _has_nothing_below(header: Header, text: str, stop: int) -> bool:
    return header.spoiler and _BLANK.match(text, header.stop, stop) is not None
