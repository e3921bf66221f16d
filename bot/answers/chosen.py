"""The reviews that some conditions let through: how many they are, and each by its beginning."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import REVIEWS_A_PAGE, Asked, offset, paging
from bot.answers.counting import count
from bot.answers.passages import around
from bot.language.keywords import parse_keywords
from bot.language.occurrences import spans
from bot.language.sentences import Span
from bot.questions.kinds import Count, Search, TopReviews
from bot.store import counting as store
from bot.store.counting import Selection, select
from bot.store.reviews import StoredReview


def chosen_reviews(question: TopReviews, asked: Asked) -> Answer:
    """What a count of them says, with the reviews themselves, the most helpful first."""
    counted = count(Count(question.film, question.filters), asked)
    film_id = None if counted.film is None else asked.catalogue.by_film[counted.film].id
    selection = select(asked.library, film_id, question.filters)
    at = paging(store.count(asked.library, selection), question.page)
    reviews = store.selected(asked.library, selection, limit=REVIEWS_A_PAGE, offset=offset(at))
    film = counted.question.film if isinstance(counted.question, Count) else question.film
    return replace(
        counted,
        question=replace(question, film=film, page=at.page),
        notes=(*counted.notes, *asked.left_out(reviews)),
        quotes=tuple(around(item, _spans(item, selection)) for item in asked.shown(reviews)),
        paging=at if reviews else None,
        follow_ups=tuple(_of_reviews(counted.follow_ups)),
    )


def _spans(stored: StoredReview, selection: Selection) -> list[Span]:
    """Where the words stand that the reviews must hold, however they are spelt."""
    ways = " OR ".join(f'"{way}"' for way in selection.spelt if '"' not in way)
    return spans(parse_keywords(ways), stored.review.text) if ways else []


def _of_reviews(follow_ups: Sequence[FollowUp]) -> Iterator[FollowUp]:
    """What suggests itself behind a count, where the reviews themselves are asked for."""
    for one in follow_ups:
        if isinstance(one.question, Count):
            yield FollowUp(one.label, TopReviews(one.question.film, filters=one.question.filters))
        elif not isinstance(one.question, TopReviews | Search):
            yield one
