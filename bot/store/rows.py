"""A review's values as the columns of its row."""

from __future__ import annotations

from bot.language.sentences import SHORTEST_QUOTE
from bot.model import Review
from bot.store.bylines import reviewer_key
from bot.store.figures import divisiveness, helpfulness


def content_columns(review: Review) -> dict[str, object]:
    """What the reviewer wrote, and where."""
    return {
        "title": review.title,
        "text": review.text,
        "rating": review.rating,
        "spoiler": int(review.spoiler),
        "site": review.site,
    }


def votes_columns(review: Review) -> dict[str, object]:
    """Its votes and what is kept because of them."""
    helpful = review.votes.helpful if review.votes else None
    total = review.votes.total if review.votes else None
    usefulness = helpfulness(helpful, total)
    return {
        "helpful": helpful,
        "total": total,
        "helpfulness": usefulness,
        "divisiveness": divisiveness(helpful, total),
    }


def byline_columns(review: Review) -> dict[str, object]:
    """Who wrote it and when, as far as the page tells."""
    byline = review.byline
    return {
        "printed_byline": byline.printed,
        "reviewer": byline.reviewer,
        "reviewer_key": reviewer_key(byline.reviewer),
        "date": byline.date.isoformat() if byline.date else None,
        "byline_certain": int(byline.certain),
        "other_reviewer": byline.other[0] if byline.other else None,
        "other_date": byline.other[1].isoformat() if byline.other else None,
    }


def slots_of(text: str) -> int:
    """At least as many places as the text can have stand-alone quotes."""
    return len(text) // SHORTEST_QUOTE + 1
