"""`export` writes the whole library for other programs: one JSON line a review, in a stable order."""

from __future__ import annotations

import argparse

from bot.cli.context import Commands, Context
from bot.model import Review
from bot.store.library import Library
from bot.store.reviews import every_review


def add_export(commands: Commands) -> None:
    """Add the command `export`."""
    parser = commands.add_parser("export", help="write every review of the library")
    parser.add_argument("--json", action="store_true", required=True, help="as JSON, one review a line")
    parser.set_defaults(run=export)


def export(_arguments: argparse.Namespace, context: Context) -> int:
    """Write every review of the library."""
    with Library(context.settings.library) as library:
        for stored in every_review(library):
            context.streams.write_json(review_as_json(stored.review_id, stored.review), flush=False)
    return 0


def review_as_json(review_id: str, review: Review) -> dict[str, object]:
    """A review as its line of the export: `text` is the body as it stands on the page."""
    byline, votes = review.byline, review.votes
    return {
        "review_id": review_id,
        "film": review.film.title,
        "year": review.film.year,
        "title": review.title,
        "reviewer": byline.reviewer,
        "byline_certain": byline.certain,
        "date": byline.date.isoformat() if byline.date else None,
        "rating": review.rating,
        "helpful": votes.helpful if votes else None,
        "total": votes.total if votes else None,
        "spoiler": review.spoiler,
        "text": review.text,
    }
