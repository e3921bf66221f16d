"""Passages of a review, always verbatim: its beginning, or the place where the words stand."""

from __future__ import annotations

from collections.abc import Sequence

from bot.answers.answer import Quote
from bot.language.sentences import Span, sentences
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
    for _, stop in sentences(text):
        if stop > length:
            break
        end = stop
    return passage(stored, (0, end or _last_gap(text, length)))


def around(stored: StoredReview, spans: Sequence[Span], length: int = EXCERPT) -> Quote:
    """The stretch of the review that holds most of the spans, which are stressed in it."""
    text = stored.review.text
    if not spans:
        return opening(stored, length)
    start, end = _stretch(text, spans, length)
    stress = tuple((left - start, right - start) for left, right in spans if start <= left and right <= end)
    return passage(stored, (start, end), stress)


def passage(stored: StoredReview, span: Span, stress: Sequence[Span] = ()) -> Quote:
    """The span of the review's text as a quote."""
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


def _stretch(text: str, spans: Sequence[Span], length: int) -> Span:
    """About `length` characters with the most spans, from the beginning of a sentence where one is near."""
    best = max(range(len(spans)), key=lambda place: _held(spans, place, length * 3 // 4))
    first = spans[best][0]
    parts = list(sentences(text))
    start = max((begin for begin, _ in parts if first - length // 2 <= begin <= first), default=None)
    if start is None:
        start = text.find(" ", max(0, first - length // 3), first) + 1 or first
    if len(text) - start <= length:
        return start, len(text.rstrip())
    end = max((stop for _, stop in parts if start < stop <= start + length), default=0)
    if end < spans[best][1]:
        end = _last_gap(text, start + length)
    return start, max(end, spans[best][1])


def _held(spans: Sequence[Span], place: int, length: int) -> int:
    start = spans[place][0]
    return sum(1 for _, end in spans[place:] if end <= start + length)


def _last_gap(text: str, limit: int) -> int:
    """The end of the last whole word before the limit."""
    gap = max(text.rfind(" ", 0, limit + 1), text.rfind("\n", 0, limit + 1))
    return len(text[:gap].rstrip()) if gap > limit // 2 else limit
