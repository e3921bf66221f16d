"""Today's user-reviews page, selected and copied as text.

A review is rating (`8` and `/10`, in one line or two) or none, title, perhaps `Spoiler`, body, and an end
that nothing else looks like: `Helpful`, votes up and down, author, date, `Permalink`. So the ends are looked
for, and what stands between two of them is one review.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import BinaryIO, NamedTuple

from bot.errors import PageError
from bot.model import Film, PageHead, Problem, Review, Told
from bot.pages.dates import parse_date
from bot.pages.encodings import opening_text
from bot.pages.film_in_force import FilmInForce
from bot.pages.film_line import find_film, find_total
from bot.pages.furniture import is_film_line, is_known, runs
from bot.pages.quoted import quoted_depth, unquoted, without_quotation
from bot.pages.reader import Found, Reader, cut, dated_byline
from bot.pages.saved_text import SavedText
from bot.pages.votes import votes_up_and_down

SITE = "IMDb"
LONGEST_BLOCK = 16 << 20
"""Characters after which a review that has not ended is given up, so that memory stays bounded."""

_LOOKAHEAD = 4_000
_HEADER_WITHIN = 10  # lines below a head within which a rating begins the first review
_COUNT = r"[0-9][0-9.,]{0,11}[ ]?[KkMm]?"
_DATE = r"(?:[A-Z][a-z]{2,8}\.?[ ][0-9]{1,2},?[ ][0-9]{4}|[0-9]{1,2}[ ][A-Z][a-z]{2,8}\.?[ ][0-9]{4})"
_END = re.compile(
    rf"""^[ \t]*+Helpful[ \t]*+\n?\s*+(?:•\s*+)?
    (?:(?P<up>{_COUNT})\s++(?:•\s*+)?(?:(?P<down>{_COUNT})\s++)?)?
    (?P<author>\S[^\n]{{0,100}}?)(?:[ \t]*+\n\s*+|[ \t]*•[ \t]*)(?P<date>{_DATE})[ \t]*+(?:\n|\Z)
    (?:\s*+Permalink[ \t]*+(?:\n|\Z))?""",
    re.MULTILINE | re.VERBOSE,
)
_RATING = re.compile(r"\s*+(?P<rating>10|[1-9])[ \t]*+(?:\n\s*+)?/ ?10[ \t]*+(?:\n|\Z)")
_MARKED_ABOVE = re.compile(r"\s*+Spoiler[ \t]*+\n(?=\s*+(?:10|[1-9])[ \t]*+(?:\n\s*+)?/ ?10[ \t]*+(?:\n|\Z))")
_NEXT_LINE = re.compile(r"\s*+\S[^\n]*+(?:\n|\Z)")
_PAGE_HEAD = re.compile(
    r"^[ \t]*+User reviews?[ \t]*+\n(?:[^\n]{0,200}\n){0,5}?[ \t]*+[0-9][0-9,.]{0,12} reviews?[ \t]*+\n",
    re.MULTILINE,
)
_BARE_YEAR = re.compile(r"(?:18|19|20)[0-9]{2}")


class _Written(NamedTuple):
    """The lines up to the end of a review, and that end; None below the last one. Lines count from 1."""

    line: int
    lead: str
    end: re.Match[str] | None


def read_todays_text(file: BinaryIO, source: str, told: Told) -> Iterator[Found]:
    """Read pages copied as text, one after the other, in memory that doesn't grow with the file.

    Raises PageError where the file is no text or holds no review.
    """
    saved = SavedText(file, source)
    films = FilmInForce(source, told.film)
    is_first = True
    for line, lead, end in _written(without_quotation(saved), source):
        head, start = _head_stop(lead, is_first=is_first)
        if head:
            yield from films.begin(_read_head(lead[:head]), line)
            yield from _leftover(line + lead.count("\n", 0, head), lead[head:start], source)
            line, lead = line + lead.count("\n", 0, start), lead[start:]
        if end is None:
            yield from _leftover(line, lead, source)
            continue
        is_first = False
        yield from _review(line, lead, end, films, source)
    if is_first:
        raise PageError(f"{source}: no review was found.")
    yield from films.end()
    yield from saved.problems


def is_todays_text(opening: bytes) -> bool:
    """Whether a review of today's page ends in a file's first bytes."""
    text = opening_text(opening)
    return _END.search(unquoted(text, quoted_depth(text))) is not None


def _written(pieces: Iterable[str], source: str) -> Iterator[_Written]:
    text, looked, line = "", 0, 1
    for piece in chain(pieces, [None]):
        text += piece or ""
        limit = len(text) if piece is None else len(text) - _LOOKAHEAD
        at = 0
        while (looked := text.find("Helpful", looked, limit)) >= 0:
            start = text.rfind("\n", at, looked) + 1 or at
            if end := _END.match(text, start):
                yield _Written(line, text[at:start], end)
                line += text.count("\n", at, end.end())
                at = looked = end.end()
            else:
                looked += len("Helpful")
        text, looked = text[at:], max(limit - at - len("Helpful"), 0)
        if len(text) > LONGEST_BLOCK:
            raise PageError(
                f"{source}: no review ends in the next {LONGEST_BLOCK >> 20} million signs.",
                line=line,
                text=cut(text),
            )
    yield _Written(line, text, None)


def _review(line: int, lead: str, end: re.Match[str], films: FilmInForce, source: str) -> Iterator[Found]:
    marked = _MARKED_ABOVE.match(lead)
    rating = _RATING.match(lead, marked.end() if marked else 0)
    written = lead[rating.end() if rating else 0 :].strip()
    line += lead[: len(lead) - len(lead.lstrip())].count("\n")
    title, _, body = written.partition("\n")
    if not title:
        reason = "no title stands above these votes, so a review is left out"
        yield Problem(source, line, cut(end["author"]), reason)
        return
    if films.film is None:
        films.leave_out(line, title)
        return
    mark, _, below = body.strip().partition("\n")
    marked_below = mark.strip() == "Spoiler"
    spoiler = marked_below or marked is not None or title.strip() == "Spoiler"
    text = (below if marked_below else body).strip()
    votes = votes_up_and_down(end["up"] or "0", end["down"] or "0")
    yield from films.head()
    yield Review(
        film=films.film,
        title=title.strip(),
        byline=dated_byline(end["author"].strip(), parse_date(end["date"])),
        rating=int(rating["rating"]) if rating else None,
        votes=votes,
        spoiler=spoiler,
        text=text,
        site=SITE,
    )
    if spoiler and not text:
        reason = (
            "the page doesn't hold the text of this spoiler review: it was copied before the text was opened"
        )
        yield Problem(source, line, cut(title), reason)
    if parse_date(end["date"]) is None:
        yield Problem(source, line, cut(end["date"]), "there is no such date")


def _leftover(line: int, text: str, source: str) -> Iterator[Found]:
    """What stands below the last review: the foot of the page, or a review that was cut off."""
    for is_furniture, part in runs(text):
        if not is_furniture:
            above = part[: len(part) - len(part.lstrip())].count("\n")
            reason = "this is neither a whole review nor the site's own, and is left out"
            yield Problem(source, line + above, cut(part.strip().partition("\n")[0]), reason)
        line += part.count("\n")


def _head_stop(lead: str, *, is_first: bool) -> tuple[int, int]:
    """Where the head of a page stops in the lines above a review's end, and where the review begins.

    0 where there is none. At the top of a file a film's line and lines of the site's are enough of a head.
    Between a head and a rating soon below it may stand lines that we don't know.
    """
    begins = _PAGE_HEAD.search(lead)
    if begins is None and not is_first:
        return 0, 0
    stop = place = begins.end() if begins else 0
    is_known_so_far = True
    for _ in range(_HEADER_WITHIN):
        if _RATING.match(lead, place) or _MARKED_ABOVE.match(lead, place):
            return stop, place if begins else stop
        line = _NEXT_LINE.match(lead, place)
        if line is None:
            break
        place = line.end()
        text = line[0].strip()
        is_known_so_far = is_known_so_far and (is_known(text) or (begins is None and is_film_line(text)))
        stop = place if is_known_so_far else stop
    return stop, stop


def _read_head(head: str) -> PageHead | None:
    film = find_film(head) or _film_above_user_reviews(head)
    return PageHead(film, find_total(head)) if film is not None else None


def _film_above_user_reviews(head: str) -> Film | None:
    """The film where its title stands by itself above `User reviews`, perhaps with its year below."""
    lines = [line for raw in head.split("\n") if (line := raw.strip())]
    mark = next((at for at, line in enumerate(lines) if line.casefold() == "user reviews"), 0)
    above = [line for line in lines[max(mark - 3, 0) : mark] if not is_known(line)]
    if above and _BARE_YEAR.fullmatch(above[-1]) and len(above) > 1:
        return Film(above[-2], int(above[-1]))
    return Film.parse(above[-1]) if above else None


TODAYS_TEXT = Reader("today's page copied as text", is_todays_text, read_todays_text)
