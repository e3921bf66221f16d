"""Passages of a review, always verbatim: its beginning, or the place where the words stand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Quote
from bot.language.giving_away import speaks_of_ending
from bot.language.sentences import Span
from bot.store.reviews import StoredReview

EXCERPT = 320
"""About how many characters of a review stand in a list."""


def whole(stored: StoredReview) -> Quote:
    """The review with all of its text."""
    return passage(stored, (0, len(stored.review.text)))


def opening(stored: StoredReview, length: int = EXCERPT) -> Quote:
    """The first sentences of the review, as many as fit."""
    text = stored.review.text
    if len(text) <= length:
        return whole(stored)
    end = 0
    for _, stop in stored.sentences:
        if stop > length:
            break
        end = stop
    return passage(stored, (0, end or _last_gap(text, length)))


def around(stored: StoredReview, spans: Sequence[Span], length: int = EXCERPT) -> Quote:
    """The stretch of the review that holds most of the spans, which are stressed in it."""
    if not spans:
        return opening(stored, length)
    start, end = _stretch(stored, spans, length)
    stress = tuple((left - start, right - start) for left, right in spans if start <= left and right <= end)
    return passage(stored, (start, end), stress)


def passage(stored: StoredReview, span: Span, stress: Sequence[Span] = ()) -> Quote:
    """The span of the review's text as a quote; `stress` counts from the beginning of the span."""
    review, (start, end) = stored.review, span
    return Quote(
        review_id=stored.review_id,
        film=review.film,
        reviewer=review.byline.reviewer,
        byline_certain=review.byline.certain,
        rating=review.rating,
        date=review.byline.date,
        helpful=review.votes.helpful if review.votes else None,
        total=review.votes.total if review.votes else None,
        spoiler=review.spoiler,
        title=review.title,
        text=review.text[start:end],
        stress=tuple(stress),
        begins=not review.text[:start].strip(),
        ends=not review.text[end:].strip(),
    )


def veiled(quote: Quote) -> Quote:
    """The quote, hidden where it speaks of how the film ends; without its title where that does."""
    title = "" if speaks_of_ending(quote.title) else quote.title
    return replace(quote, title=title, gives_away=True) if speaks_of_ending(quote.text) else quote


def _stretch(stored: StoredReview, spans: Sequence[Span], length: int) -> Span:
    """About `length` characters with the most spans, from the beginning of a sentence where one is near."""
    text = stored.review.text
    first, last = spans[_fullest(spans, length * 3 // 4)]
    start = text.find(" ", max(0, first - length // 3), first) + 1 or first
    end = 0
    for begin, stop in stored.sentences:
        if first - length // 2 <= begin <= first:
            start, end = begin, 0
        if stop > start + length:
            break
        if stop > start:
            end = stop
    if len(text) - start <= length:
        return start, len(text.rstrip())
    if end < last:
        end = _last_gap(text, start + length)
    return start, max(end, last)


def _fullest(spans: Sequence[Span], length: int) -> int:
    """From which span on so many characters hold the most spans; they are in order and don't overlap."""
    ends = [end for _, end in spans]
    return max(range(len(spans)), key=lambda place: bisect_right(ends, spans[place][0] + length) - place)


def _last_gap(text: str, limit: int) -> int:
    """The end of the last whole word before the limit."""
    gap = max(text.rfind(" ", 0, limit + 1), text.rfind("\n", 0, limit + 1))
    return len(text[:gap].rstrip()) if gap > limit // 2 else limit
