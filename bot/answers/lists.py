"""Lists of reviews and films, and one review whole."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.answers.answer import Answer, Fact, FollowUp
from bot.answers.asked import FILMS_A_PAGE, REVIEWS_A_PAGE, Asked, offset, paging
from bot.answers.chosen import chosen_reviews
from bot.answers.passages import whole
from bot.answers.reviewers import no_reviewer
from bot.answers.wording import counted, mean_of
from bot.errors import NotFoundError
from bot.model import Byline
from bot.questions.kinds import (
    AverageRating,
    Films,
    Order,
    RandomQuote,
    Reviewer,
    TopReviews,
    WholeReview,
)
from bot.store.films import FilmEntry, every_rating_count
from bot.store.reviews import (
    StoredReview,
    count_film_reviews,
    film_reviews,
    find_review,
    reviewer_ratings,
    reviews_by,
)

_ORDER_WORDS = {
    Order.HELPFUL: "most helpful first",
    Order.NEWEST: "newest first",
    Order.HIGHEST: "highest rating first",
    Order.LOWEST: "lowest rating first",
    Order.DIVISIVE: "those that divide readers most first",
}
_LACKING = {
    Order.HELPFUL: "has no review",
    Order.NEWEST: "has no review with a date",
    Order.HIGHEST: "has no review with a rating",
    Order.LOWEST: "has no review with a rating",
    Order.DIVISIVE: "has no review that divides its readers",
}

_REVIEW_ID = re.compile(r"pq[0-9a-f]{14}|rw[0-9]{1,12}")
"""What buttons name a review by; nobody is asked to type one."""

_REMOVED = "That review has since been removed."


def top_reviews(question: TopReviews, asked: Asked) -> Answer:
    """The film's reviews in the order asked for, by their beginnings."""
    if question.filters:
        return chosen_reviews(question, asked)
    entry = asked.catalogue.meant(question.film, asked.place)
    total = count_film_reviews(asked.library, entry.id, question.order)
    at = paging(total, question.page)
    question = replace(question, film=str(entry.film), page=at.page)
    reviews = film_reviews(asked.library, entry.id, question.order, limit=REVIEWS_A_PAGE, offset=offset(at))
    if not reviews:
        headline = f"{entry.film} {_LACKING[question.order]}."
        helpful = FollowUp("Most helpful", TopReviews(question.film))
        follow_ups = () if question.order is Order.HELPFUL else (helpful,)
        return Answer(question, found=False, headline=headline, film=entry.film, follow_ups=follow_ups)
    return Answer(
        question,
        found=True,
        headline=f"{counted(total, 'review')} of {entry.film}, {_ORDER_WORDS[question.order]}.",
        notes=asked.left_out(reviews),
        quotes=asked.openings(reviews),
        paging=at,
        film=entry.film,
        follow_ups=tuple(
            FollowUp(order.value.capitalize(), TopReviews(question.film, order))
            for order in Order
            if order is not question.order and entry.reviews > 1
        ),
    )


def whole_review(question: WholeReview, asked: Asked) -> Answer:
    """One review with all of its text."""
    stored = _review_meant(question, asked)
    review = stored.review
    if asked.place.spoilers_left_out and review.spoiler:
        headline = (
            f"{review.byline.reviewer}'s review is marked as a spoiler, and those are left out here. "
            "Ask for it in a direct message to me."
        )
        return Answer(
            replace(question, which=stored.review_id), found=False, headline=headline, film=review.film
        )
    rated = f", {review.rating} of 10" if review.rating is not None else ""
    return Answer(
        replace(question, which=stored.review_id, film=str(review.film)),
        found=True,
        headline=f"{review.byline.reviewer} on {review.film}{rated}.",
        notes=_byline_note(review.byline),
        quotes=(whole(stored),),
        film=review.film,
        follow_ups=(
            FollowUp(f"More by {review.byline.reviewer}", Reviewer(review.byline.reviewer)),
            FollowUp("Average rating", AverageRating(str(review.film))),
        ),
    )


def reviewer(question: Reviewer, asked: Asked) -> Answer:
    """What a reviewer wrote, newest first."""
    ratings = reviewer_ratings(asked.library, question.name)
    if not ratings:
        raise no_reviewer(question.name, asked)
    at = paging(len(ratings), question.page)
    reviews = reviews_by(asked.library, question.name, limit=REVIEWS_A_PAGE, offset=offset(at))
    name = reviews[0].review.byline.reviewer
    counts = {rating: ratings.count(rating) for rating in set(ratings) if rating is not None}
    wrote = f"{name} wrote {counted(len(ratings), 'review')} in this library"
    return Answer(
        replace(question, name=name, page=at.page),
        found=True,
        headline=f"{wrote}{_average(counts, len(ratings))}.",
        notes=asked.left_out(reviews),
        quotes=asked.openings(reviews),
        paging=at,
        follow_ups=tuple(
            FollowUp(str(item.review.film), WholeReview(item.review_id, str(item.review.film)))
            for item in asked.shown(reviews)[:3]
        ),
    )


def _average(counts: dict[int, int], reviews: int) -> str:
    rated = sum(counts.values())
    if not rated:
        return ""
    if rated == 1:
        return f"{'' if reviews == 1 else ', one of them'} with a rating: {next(iter(counts))} out of 10"
    return f", {mean_of(counts)} out of 10 on average over {rated:,} rated"


def films(question: Films, asked: Asked) -> Answer:
    """The films of the library, by title, with how many reviews and what average each has."""
    entries = list(asked.catalogue.by_film.values())
    at = paging(len(entries), question.page, size=FILMS_A_PAGE)
    page = entries[offset(at, FILMS_A_PAGE) :][:FILMS_A_PAGE]
    counts = every_rating_count(asked.library, [entry.id for entry in page])
    reviews = sum(entry.reviews for entry in entries)
    return Answer(
        replace(question, page=at.page),
        found=True,
        headline=f"{counted(len(entries), 'film')} with {counted(reviews, 'review')}.",
        facts=tuple(Fact(str(entry.film), _film_line(entry, counts.get(entry.id, {}))) for entry in page),
        paging=at if at.pages > 1 else None,
        follow_ups=(
            *(FollowUp(f"Rating of {entry.film}", AverageRating(str(entry.film))) for entry in page[:3]),
            FollowUp("A quote from any", RandomQuote()),
        ),
    )


def _byline_note(byline: Byline) -> tuple[str, ...]:
    if byline.certain or byline.other is None:
        return ()
    name, day = byline.other
    return (f"The page prints name and day together, so it may also be {name} on {day.day} {day:%B %Y}.",)


def _film_line(entry: FilmEntry, counts: dict[int, int]) -> str:
    average = f", {mean_of(counts)} of 10" if counts else ", unrated"
    return counted(entry.reviews, "review") + average


def _review_meant(question: WholeReview, asked: Asked) -> StoredReview:
    which = question.which.strip()
    stored = find_review(asked.library, which)
    if stored is not None:
        return stored
    if _REVIEW_ID.fullmatch(which) and not reviews_by(asked.library, which, limit=1):
        raise NotFoundError(_REMOVED)
    entry = asked.catalogue.meant_if_any(question.film, asked.place)
    by_name = reviews_by(asked.library, question.which, film_id=entry.id if entry else None, limit=1)
    if by_name:
        return by_name[0]
    raise no_reviewer(question.which, asked, film=str(entry.film) if entry else None)
