"""The head of a saved IMDb page, older or newer: the film, its id, and how many reviews the site has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from bot.model import Film, PageHead
from bot.pages.furniture import number
from bot.pages.saved_html import line_of

_NOT_THE_FILM = re.compile(r"(?: - (?:IMDb|User [Rr]eviews|Reviews|Ratings|Metacritic reviews))+$")
_TITLE_ID = re.compile(r"/title/(tt[0-9]{5,12})\b")
_TOTAL = re.compile(r"(?P<total>[0-9][0-9,.]{0,12}) (?:User )?[Rr]eviews?")
_POSTER = " Poster"


def read_head(root: LexborNode) -> PageHead | None:
    """Read what stands above the reviews; None where no film is named."""
    films = [film for film in _named(root) if film.title]
    film = next((film for film in films if film.year is not None), films[0] if films else None)
    return PageHead(film, _total(root), _site_id(root)) if film is not None else None


def _named(root: LexborNode) -> Iterator[Film]:
    """The film as the page names it, in the places that name it best first."""
    block = root.css_first(".subpage_title_block [itemprop=name]")
    poster = root.css_first(f'img[alt$="{_POSTER}"]')
    window = _NOT_THE_FILM.sub("", line_of(root.css_first("title")))
    half = window[: len(window) // 2 - 1]
    yield from (
        Film.parse(name)
        for name in (
            line_of(block),
            ((poster and poster.attributes.get("alt")) or "").removesuffix(_POSTER),
            half if window == f"{half} - {half}" else window,  # the older page says it twice
            line_of(root.css_first("[data-testid=subtitle]")),
        )
        if name.strip()
    )


def _total(root: LexborNode) -> int | None:
    for place in root.css("[data-testid=tturv-total-reviews], .lister .header, .header span"):
        if match := _TOTAL.search(line_of(place)):
            return number(match["total"])
    return None


def _site_id(root: LexborNode) -> str | None:
    for link in root.css('link[rel=canonical], meta[property="og:url"], .subpage_title_block a'):
        address = link.attributes.get("href") or link.attributes.get("content") or ""
        if match := _TITLE_ID.search(address):
            return match[1]
    return None
