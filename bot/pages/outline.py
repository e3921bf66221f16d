"""The outline of a copied page: which lines are a review, which are the site's own, which are neither.

A review is rating (or none), title, byline, perhaps `Warning: Spoilers`, body, votes, `Permalink`. A body
holds anything, so only what stands around it can be trusted: a review ends at a line of votes with a
`Permalink` or another review's header below it, and its header is looked for from the last end on. In the
site's older layout the body of a spoiler review stands below its votes. Each line is in exactly one block.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple, TypeAlias

from bot.errors import PageError
from bot.language.bylines import Split
from bot.pages.furniture import find_foot, find_head, head_stop, is_known, runs
from bot.pages.header import (
    SOON,
    Header,
    begins_with_header,
    begins_with_rating,
    ends_with_spoiler_header,
    find_header,
    find_header_below_spoiler,
)

LOOKAHEAD = 1 << 16
"""Characters read beyond a line of votes before it is judged; a file's end counts as enough."""
LONGEST_BLOCK = 16 << 20
"""Characters after which a review that has not ended is given up, so that memory stays bounded."""

_NUMBER = r"[0-9][0-9,.'’ \u202f]{0,15}"
_VOTES = re.compile(
    rf"""[ \t]*+(?P<helpful>{_NUMBER})\ out\ of\ (?P<total>{_NUMBER})\ found\ this\ helpful\.?
    (?:\s*+Was\ this\ review\ helpful\?(?:\s*+Sign\ in\ to\ vote\.?)?)?[ \t]*+(?:\n|\Z)""",
    re.VERBOSE,
)
_VOTES_BEGUN = re.compile(
    rf"(?P<helpful>{_NUMBER}) out of(?: (?:(?P<total>{_NUMBER}) f(?P<rest>[a-zWS .?]*))?|(?: {_NUMBER} ?))?"
)
_SEARCHED = 1 << 14
"""Characters below a spoiler without a body within which a header is looked for above a line of votes."""
_PERMALINK = re.compile(r"\s*+Permalink[ \t]*+(?:\n|\Z)")
_PERMALINK_CUT = re.compile(r"\s*+(?:P(?:e(?:r(?:m(?:a(?:l(?:in?)?)?)?)?)?)?)?\Z")  # or no more lines at all


class Ending(Enum):
    """How a review ends."""

    WITH_VOTES = auto()
    WITHOUT_VOTES = auto()
    CUT_OFF = auto()


@dataclass(frozen=True, slots=True)
class Furniture:
    """Lines that are the site's own. `line` is the first one's number, from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True)
class Stray:
    """Lines that are neither the site's own nor a review that can be read."""

    line: int
    text: str
    has_votes: bool


class Written(NamedTuple):
    """A review as it stands: `text` is all of its lines, `votes` are the two numbers as printed.

    `spoiler` is true as well where `is_doubtful`: its body may be that of the spoiler review above. `is_cut`:
    its body may go on where the text ends.
    """

    line: int
    text: str
    rating: str | None
    title: str
    byline: str
    splits: tuple[Split, ...]
    spoiler: bool
    body: str
    votes: tuple[str, str] | None
    ending: Ending
    is_doubtful: bool = False
    is_cut: bool = False


Block: TypeAlias = Furniture | Stray | Written


def outline(pieces: Iterable[str], source: str, *, lookahead: int = LOOKAHEAD) -> Iterator[Block]:
    """Part a page's text, given in pieces of whole lines, into its blocks, in their order.

    The blocks' texts, joined, are the text. Raises PageError where a file goes on and on without a review.
    """
    return _Outline(source, lookahead).blocks(pieces)


class _End(NamedTuple):
    """The lines below a body: where they start and stop in the text. `votes` is None where they have none."""

    start: int
    stop: int
    votes: tuple[str, str] | None


class _Outline:
    """The text not yet given out, from `_at` on, which is in line `_line`; it is read for votes to `_looked`.

    `_open` is the last review when it is a spoiler without a body: its body may stand below its votes, which
    are the text `_open_end`. `_is_unsure`: it is a spoiler that seems to end, but not as the site ends one.
    """

    def __init__(self, source: str, lookahead: int) -> None:
        self._source, self._lookahead = source, lookahead
        self._text, self._at, self._line, self._looked = "", 0, 1, 0
        self._open: Written | None = None
        self._open_end = ""
        self._is_unsure = False
        self._votes: _End | None = None
        self._started = False

    def blocks(self, pieces: Iterable[str]) -> Iterator[Block]:
        for piece in pieces:
            self._text = self._text[self._at :] + piece
            self._looked, self._at = max(self._looked - self._at, 0), 0
            yield from self._ended(len(self._text) - self._lookahead)
            if len(self._text) - self._at > LONGEST_BLOCK:
                yield from self._given_up()
        yield from self._ended(len(self._text))
        yield from self._rest()

    def _ended(self, limit: int) -> Iterator[Block]:
        while (end := self._next_end(limit)) is not None:
            yield from self._to_end(end)

    def _next_end(self, limit: int) -> _End | None:
        if self._votes is None:
            self._votes = self._next_votes(limit)
        end = self._end_without_votes(self._votes.start if self._votes else limit)
        if end is None:
            end, self._votes = self._votes, None
        return end

    def _next_votes(self, limit: int) -> _End | None:
        text = self._text
        looked = max(self._looked, self._at)
        while (sign := text.find(" found this helpful", looked, limit)) >= 0:
            looked = self._looked = sign + 1
            start = text.rfind("\n", self._at, sign) + 1 or self._at
            votes = _VOTES.match(text, start)
            if not votes or (stop := self._stop_below(start, votes.end())) is None:
                continue
            if self._open is None or self._may_end_below_open(self._open, start, votes.end(), stop):
                return _End(start, stop, (votes["helpful"], votes["total"]))
        self._looked = max(looked, limit - 40)
        return None

    def _stop_below(self, start: int, stop: int) -> int | None:
        """Where a review's end stops that has votes from `start` to `stop`; None where the body goes on."""
        text = self._text
        if permalink := _PERMALINK.match(text, stop) or _PERMALINK_CUT.match(text, stop):
            return permalink.end()
        if begins_with_header(text, stop) or begins_with_rating(text, stop):
            return stop
        line_end = text.find("\n", stop)
        is_above_furniture = is_known(text[stop : line_end if line_end >= 0 else len(text)])
        body_stands_below = ends_with_spoiler_header(text[max(start - 400, self._at) : start])
        return stop if is_above_furniture or body_stands_below else None

    def _may_end_below_open(self, above: Written, start: int, votes_end: int, stop: int) -> bool:
        """Whether the votes below a spoiler without a body are another review's, not a line of that body."""
        text = self._text
        if not text[self._at : start].strip():
            return False
        has_permalink = bool(text[votes_end:stop].strip())
        is_last = stop == len(text)
        if has_permalink or is_last or not above.text.rstrip().endswith("Permalink"):
            return True
        if start - self._at > _SEARCHED:
            return True
        header = self._header(start, has_end=True)
        return header is not None and (header.spoiler or header.rating is not None)

    def _header(self, stop: int, *, has_end: bool) -> Header | None:
        """The header of the next review, above what may be the end of one."""
        if self._open is not None:
            return find_header_below_spoiler(self._text, self._at, stop, has_end=has_end)
        header = find_header(self._text, self._at, stop)
        is_doubtful = header is not None and header.rating is None and self._is_unsure
        return header._replace(is_doubtful=True) if header and is_doubtful else header

    def _end_without_votes(self, limit: int) -> _End | None:
        text, sign = self._text, self._at
        while (sign := text.find("\nPermalink", sign, limit)) >= 0:
            permalink = _PERMALINK.match(text, sign)
            if permalink and permalink.end() < limit and begins_with_header(text, permalink.end()):
                return _End(sign + 1, permalink.end(), None)
            sign += 1
        return None

    def _to_end(self, end: _End) -> Iterator[Block]:
        header = self._header(end.start, has_end=True)
        while header is not None:
            if self._open is not None and header.rating is None and not self._is_like(end, self._open):
                header = header._replace(is_doubtful=True)
            yield from self._above(header.start)
            next_page, next_header = self._next_page(header.stop, end.start)
            if next_page is None or next_header is None:
                ending = Ending.WITH_VOTES if end.votes else Ending.WITHOUT_VOTES
                end_text = self._text[end.start : end.stop]
                written = self._written(header, end.start, end.stop, end.votes, ending)
                if written.spoiler and not written.body and end.votes:
                    self._open, self._open_end = written, end_text
                else:
                    yield written
                return
            yield self._written(header, next_page, next_page, None, Ending.CUT_OFF)
            header = _below_cut(header, next_header)
        yield from self._unread(end)

    def _rest(self) -> Iterator[Block]:
        """What stands below the last votes: a review that was cut off, the foot of the page, anything."""
        text = self._text
        header = self._last_header()
        while header is not None:
            yield from self._above(header.start)
            next_page, next_header = self._next_page(header.stop, len(text))
            if next_page is None:
                yield self._last(header, find_foot(text, header.stop, len(text)))
            else:
                yield self._written(header, next_page, next_page, None, Ending.CUT_OFF)
                next_header = _below_cut(header, next_header)
            header = next_header
        yield from self._above(len(text))

    def _next_page(self, start: int, stop: int) -> tuple[int | None, Header | None]:
        """Where another page begins within what looks like one review, and its first review's header."""
        place = find_head(self._text, start, stop)
        return place, None if place is None else find_header(self._text, place, stop, further=SOON)

    def _last_header(self) -> Header | None:
        header = self._header(len(self._text), has_end=False)
        if header is None or not header.is_doubtful:
            return header
        # Reviews above a page's foot have their votes: what may be a body is one.
        return header if find_foot(self._text, self._at, len(self._text)) is None else None

    def _last(self, header: Header, foot: int | None) -> Written:
        """The last review, which has no whole line of votes; one may have begun."""
        stop = len(self._text) if foot is None else foot
        body = self._text[header.stop : stop].rstrip()
        last_line = header.stop + body.rfind("\n") + 1
        if self._text[last_line:stop].strip() == "Permalink":
            return self._written(header, last_line, stop, None, Ending.WITHOUT_VOTES)
        if votes := _VOTES_BEGUN.fullmatch(self._text, last_line, header.stop + len(body)):
            printed = (votes["helpful"], votes["total"]) if votes["total"] else None
            is_whole = (votes["rest"] or "").startswith("ound this helpful")
            ending = Ending.WITH_VOTES if is_whole else Ending.CUT_OFF
            return self._written(header, last_line, stop, printed, ending)
        return self._written(header, stop, stop, None, Ending.WITHOUT_VOTES if foot else Ending.CUT_OFF)

    def _above(self, stop: int) -> Iterator[Block]:
        """Give out the lines up to a header, or to the end: an open review's body, furniture, strays."""
        yield from self._close(stop)
        if self._at == stop:
            return
        lead = self._text[self._at : stop]
        placed = head_stop(lead, is_first=not self._started)
        if placed:
            yield Furniture(*self._given(self._at + placed))
        for is_furniture, text in runs(lead[placed:]):
            line, text = self._given(self._at + len(text))
            yield Furniture(line, text) if is_furniture else Stray(line, text, has_votes=False)

    def _close(self, stop: int) -> Iterator[Written]:
        """Give the open review, if there is one, the body that stands below its votes."""
        if self._open is None:
            return
        places = (find_head(self._text, self._at, stop), find_foot(self._text, self._at, stop))
        body_stop = min((place for place in places if place is not None), default=stop)
        is_cut = body_stop == len(self._text)
        _, text = self._given(body_stop)
        yield self._open._replace(text=self._open.text + text, body=text.strip(), is_cut=is_cut)
        self._open = None

    def _unread(self, end: _End) -> Iterator[Block]:
        """Give out a review of which no header can be read."""
        if self._open is not None and end.votes is None:
            yield from self._close(end.stop)
        elif self._open is not None and self._is_end_of_open(self._open, end):
            body = self._open_end + self._text[self._at : end.start]
            _, text = self._given(end.stop)
            yield self._open._replace(text=self._open.text + text, body=body.strip(), votes=end.votes)
            self._open = None
        elif self._open is not None:
            yield self._open
            self._open = None
        placed = head_stop(self._text[self._at : end.start], is_first=not self._started)
        if placed:
            yield Furniture(*self._given(self._at + placed))
        if self._at < end.stop:
            self._started = True
            yield Stray(*self._given(end.stop), has_votes=end.votes is not None)

    def _is_like(self, end: _End, above: Written) -> bool:
        """Whether a review ends as the one above does: where it doesn't, it may be a part of that one."""
        has_permalink = self._text[end.start : end.stop].rstrip().endswith("Permalink")
        return end.votes is not None and has_permalink == above.text.rstrip().endswith("Permalink")

    def _is_end_of_open(self, above: Written, end: _End) -> bool:
        """Whether the open review's own votes seem to be its body's first line: these have a `Permalink`."""
        is_whole = self._text[end.start : end.stop].rstrip().endswith("Permalink")
        return is_whole and not above.text.rstrip().endswith("Permalink")

    def _given_up(self) -> Iterator[Block]:
        if not self._started:
            raise PageError(
                f"{self._source}: no review was found in the first {LONGEST_BLOCK >> 20} million characters. "
                "Is this a page of reviews?"
            )
        if self._open is not None:
            yield self._open
            self._open = None
        line, text = self._given(len(self._text))
        yield Furniture(line, text) if text.isspace() else Stray(line, text, has_votes=False)

    def _written(
        self, header: Header, body_stop: int, stop: int, votes: tuple[str, str] | None, ending: Ending
    ) -> Written:
        self._started = True
        body = self._text[header.stop : body_stop].strip()
        line, text = self._given(stop)
        _, _, rating, title, byline, splits, spoiler, is_doubtful = header
        is_cut = ending is Ending.CUT_OFF
        self._is_unsure = spoiler and ending is Ending.WITHOUT_VOTES
        # A mark that was cut is one.
        is_marked = spoiler or is_doubtful or (is_cut and "Warning: Spoilers".startswith(body or "-"))
        return Written(
            line, text, rating, title, byline, splits, is_marked, body, votes, ending, is_doubtful, is_cut
        )

    def _given(self, stop: int) -> tuple[int, str]:
        """The text up to a place, and the number of its first line."""
        line, text = self._line, self._text[self._at : stop]
        self._at, self._line = stop, line + text.count("\n")
        return line, text


def _below_cut(cut: Header, header: Header | None) -> Header | None:
    """The header below a review that a page's head cuts off; a spoiler may have written that head itself."""
    return header._replace(is_doubtful=True) if header is not None and cut.spoiler else header
