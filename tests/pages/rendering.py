"""Reviews as the older user-reviews page prints them when it is copied as text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bot.model import Film, Review

HEAD = (
    "",
    "({year})",
    "",
    "User Reviews",
    "",
    "Review this title",
    "{total} Reviews",
    "Sort by:",
    "Filter by Rating:",
)
FOOT = (
    "An error has occurred. Please try again.",
    "Load More",
    "",
    "See also",
    "",
    "Awards | FAQ | User Ratings | External Reviews",
    "",
    "",
    "Recently Viewed",
)


def render_page(
    film: Film,
    reviews: Iterable[Review],
    *,
    site_total: int = 44,
    above: Sequence[str] = (),
    head: bool = True,
    foot: bool = True,
    spoilers_below_votes: bool = False,
    permalinks: bool = True,
) -> str:
    lines = list(above)
    if head:
        lines.append(f"{film} Poster")
        lines += [line.format(year=film.year, total=f"{site_total:,}") for line in HEAD]
    for review in reviews:
        lines += render_review(review, body_below_votes=spoilers_below_votes, permalink=permalinks)
    return "\n".join([*lines, *(FOOT if foot else ()), ""])


def render_review(review: Review, *, body_below_votes: bool = False, permalink: bool = True) -> list[str]:
    header = [] if review.rating is None else [f"{review.rating}/10"]
    header += [review.title, review.byline.printed]
    if review.spoiler:
        header.append("Warning: Spoilers")
    body = review.text.split("\n") if review.text else []
    end = [render_votes(review)] if review.votes else []
    if permalink:
        end.append("Permalink")
    return [*header, *end, *body] if review.spoiler and body_below_votes else [*header, *body, *end]


def render_votes(review: Review) -> str:
    assert review.votes is not None
    helpful, total = review.votes.helpful, review.votes.total
    return f"{helpful:,} out of {total:,} found this helpful. Was this review helpful? Sign in to vote."


def render_todays(
    film: Film, reviews: Iterable[Review], *, site_total: int = 572, opened: bool = True
) -> str:
    """Today's page, copied as text."""
    head = [film.title, str(film.year), "User reviews", f"{site_total:,} reviews", "Sort by", "Featured", ""]
    foot = ["", "More to explore", "Anything", "Recently viewed", "You have no recently viewed pages"]
    body = [line for review in reviews for line in render_todays_review(review, opened=opened)]
    return "\n".join([*head, *body, *foot, ""])


def render_todays_review(review: Review, *, opened: bool = True) -> list[str]:
    assert review.votes is not None
    assert review.byline.date is not None
    rating = [] if review.rating is None else [str(review.rating), "/10"]
    mark = ["Spoiler"] if review.spoiler else []
    text = [review.text] if review.text and (opened or not review.spoiler) else []
    votes = [str(review.votes.helpful), str(review.votes.total - review.votes.helpful)]
    date = f"{review.byline.date:%b} {review.byline.date.day}, {review.byline.date.year}"
    return [
        *rating,
        review.title,
        *mark,
        *text,
        "Helpful",
        "•",
        *votes,
        review.byline.reviewer,
        date,
        "Permalink",
    ]
