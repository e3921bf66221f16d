"""Reviews that hold the words somebody looks for."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import REVIEWS_A_PAGE, Asked, paging
from bot.answers.passages import around
from bot.answers.wording import counted, shortened
from bot.language.keywords import parse_keywords, spans
from bot.questions.kinds import RandomQuote, Search
from bot.store.matching import Within
from bot.store.search import SearchResults, search_reviews


def search(question: Search, asked: Asked) -> Answer:
    """The reviews with the words, best first, each by the stretch where the words stand."""
    entry = asked.catalogue.meant_if_any(question.film, asked.place)
    question = replace(question, film=str(entry.film) if entry else None)
    first = max(1, question.page)
    keywords = parse_keywords(question.words)
    results = search_reviews(
        asked.library,
        keywords,
        _within(question, asked, entry.id if entry else None),
        order=question.order.value,
        limit=REVIEWS_A_PAGE,
        offset=(first - 1) * REVIEWS_A_PAGE,
    )
    at = paging(results.total, question.page, exact=results.exact, listed=results.listed)
    where = f" of {entry.film}" if entry else ""
    if not results.reviews and at.page == first:
        return _nothing(question, results, where)
    if not results.reviews:
        return search(replace(question, page=at.page), asked)
    quotes = tuple(around(item, spans(keywords, item.review.text)) for item in results.reviews)
    total = counted(results.total, "review") if results.exact else f"Over {results.total:,} reviews"
    return Answer(
        replace(question, page=at.page),
        found=True,
        headline=f'{total}{where} {"hold" if results.total != 1 else "holds"} "{shortened(question.words)}".',
        quotes=quotes,
        paging=at,
        film=entry.film if entry else None,
        follow_ups=(FollowUp("A quote about it", RandomQuote(question.film, about=question.words)),),
    )


def _within(question: Search, asked: Asked, film_id: int | None) -> Within:
    return Within(
        film_id=film_id,
        reviewer=question.reviewer,
        rating_from=question.rating_from,
        rating_to=question.rating_to,
        year_from=question.year_from,
        year_to=question.year_to,
        spoilers=False if asked.place.spoilers_left_out else question.spoilers,
    )


def _nothing(question: Search, results: SearchResults, where: str) -> Answer:
    nearest = results.nearest
    none = "No review" if results.exact else "None of the most helpful reviews"
    hint = f" The nearest words that would: {', '.join(nearest)}." if nearest else ""
    return Answer(
        question,
        found=False,
        headline=f'{none}{where} holds "{shortened(question.words)}".{hint}',
        follow_ups=tuple(FollowUp(word, replace(question, words=word, page=1)) for word in nearest),
    )
