"""The door of `pages`: a saved file in, its reviews and problems out, whichever kind of page it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import BinaryIO

from bot.language.bylines import candidates, evidence
from bot.model import Film, Page, PageHead, Problem, Review
from bot.pages.copied_text import Found, byline_of, read_copied_text


def read_reviews(file: BinaryIO, source: str, film: Film | None = None) -> Iterator[Found]:
    """Read a saved file as a stream, in memory that doesn't grow with it: heads, reviews, problems in order.

    `source` is the file's name as problems give it. `film` is the film that the reviews are of; None where
    the file names it itself. Bylines are settled each by itself. Raises PageError, perhaps after the first
    reviews, where the file can't be read as a page of reviews.
    """
    yield from read_copied_text(file, source, film)


def read_page(content: bytes, source: str, film: Film | None = None) -> Page:
    """Read a whole saved file, with its bylines settled among each other. Raises PageError."""
    found = list(read_reviews(io.BytesIO(content), source, film))
    return Page(
        source=source,
        heads=tuple(item for item in found if isinstance(item, PageHead)),
        reviews=_settled([item for item in found if isinstance(item, Review)]),
        problems=tuple(item for item in found if isinstance(item, Problem)),
    )


def _settled(reviews: list[Review]) -> tuple[Review, ...]:
    """The same reviews, with those bylines that can be read two ways settled as far as the others tell."""
    splits = [candidates(review.byline.printed) or () for review in reviews]
    seen = evidence(splits)
    return tuple(
        replace(review, byline=byline_of(review.byline.printed, readings, seen))
        if len(readings) > 1
        else review
        for review, readings in zip(reviews, splits, strict=True)
    )
