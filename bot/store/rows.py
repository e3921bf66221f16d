"""A review's values as the columns of its row."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from bot.model import Review
from bot.store.bylines import reviewer_key
from bot.store.figures import divisiveness, helpfulness

BYLINE = "printed_byline reviewer reviewer_key date byline_certain other_reviewer other_date".split()
"""The columns that tell who wrote a review and when."""


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


def byline_told(row: Mapping[str, object] | sqlite3.Row) -> tuple[object, ...]:
    """What a page tells of who wrote the review and when; the library settles which reading is right."""
    either = {(row["reviewer"], row["date"]), (row["other_reviewer"], row["other_date"])}
    return row["printed_byline"], either
