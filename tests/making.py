"""Reviews, pages and libraries for tests, with only what a test cares about spelled out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from itertools import groupby

from bot.model import Byline, Film, PageHead, Review, Votes
from bot.store.library import Library
from bot.store.saving import Counts, importing

HARBOUR = Film("Harbour Lights", 1999)
HARBOUR_II = Film("Harbour Lights II", 2003)


def make_review(
    reviewer: str = "ada",
    *,
    film: Film = HARBOUR,
    title: str = "A title",
    rating: int | None = 7,
    votes: tuple[int, int] | None = (3, 4),
    date: dt.date | None = dt.date(2010, 5, 17),
    spoiler: bool = False,
    text: str = "The harbour glows and nobody says a word about it.",
    site_id: str | None = None,
    site: str | None = None,
) -> Review:
    printed = reviewer + (f"{date.day} {date:%B} {date.year}" if date else "")
    return Review(
        film=film,
        title=title,
        byline=Byline(printed, reviewer, date),
        rating=rating,
        votes=Votes(*votes) if votes else None,
        spoiler=spoiler,
        text=text,
        site_id=site_id,
        site=site,
    )


def save(library: Library, reviews: Iterable[Review], site_total: int | None = None) -> Counts:
    """Save the reviews as one page a film, in one transaction."""
    with importing(library) as running:
        for film, page in groupby(reviews, key=lambda review: review.film):
            running.begin_file(f"{film}.txt")
            running.note_film(PageHead(film, site_total))
            running.add(list(page))
    return running.counts
