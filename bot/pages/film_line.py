"""The film that a page is about, from the lines in its head."""

from __future__ import annotations

import re
from itertools import pairwise

from bot.model import Film
from bot.pages.furniture import is_film_line, is_head_line, is_known, is_year_line, site_total

_POSTER = " Poster"
_TITLE_OF_THE_WINDOW = (
    " - User Reviews - IMDb",
    " - User reviews - IMDb",
    " - User Reviews",
    " User Reviews",
    " Reviews",
)
_LAST_LINE_OF_A_PAGE = re.compile(
    r"""\A(?:Awards[ ]\|[ ]FAQ[ ]\|.{0,80}(?:Metacritic|External|Critic)[ ]Reviews
    |An[ ]error[ ]has[ ]occurr?ed\.[ ]Please[ ]try[ ]again\.
    |Recently[ ][Vv]iewed|See[ ]also|Contribute[ ]to[ ]this[ ]page|.{0,80}Sign[ ]in[ ]to[ ]vote\.
    |Permalink(?![a-z]))(?=\S)""",
    re.VERBOSE,
)
"""A page's last line, with the next page's first one in the same line: no end of a line stood there."""


def find_film(head: str) -> Film | None:
    """The film that the head of a page names, None where it names none.

    The line under its poster says it best: `Pusher II (2004) Poster`. Without one, a year by itself with the
    title above it does, or a line that ends in a year.
    """
    lines = [_LAST_LINE_OF_A_PAGE.sub("", line) for raw in head.split("\n") if (line := raw.strip())]
    return _from_poster(lines) or _from_year_line(lines) or _from_title_with_year(lines)


def find_total(head: str) -> int | None:
    """How many reviews the head of a page says there are."""
    totals = [total for line in head.split("\n") if (total := site_total(line.strip())) is not None]
    return totals[-1] if totals else None


def _from_poster(lines: list[str]) -> Film | None:
    posters = [number for number, line in enumerate(lines) if line.endswith(_POSTER)]
    confirmed = [number for number in posters if any(map(is_head_line, lines[number + 1 : number + 8]))]
    for number in reversed(confirmed or posters):
        film = Film.parse(lines[number].removesuffix(_POSTER))
        if film.year is not None:
            return film
        years = [line for line in lines[number + 1 : number + 4] if is_year_line(line)]
        return Film.parse(f"{film.title} {years[0]}") if years else film
    return None


def _from_year_line(lines: list[str]) -> Film | None:
    for title, year in pairwise(lines):
        if is_year_line(year) and not is_known(title):
            return Film.parse(f"{title} {year}")
    return None


def _from_title_with_year(lines: list[str]) -> Film | None:
    for line in reversed(lines):
        bare = next((line.removesuffix(end) for end in _TITLE_OF_THE_WINDOW if line.endswith(end)), line)
        if is_film_line(bare):
            return Film.parse(bare)
    return None
