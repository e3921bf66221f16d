"""Reviews that hold the words somebody looks for."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import REVIEWS_A_PAGE, Asked, paging
from bot.answers.passages import around, spans_of
from bot.answers.wording import counted, shortened
from bot.questions.kinds import RandomQuote, Search
from bot.store.search import SearchResults, search_reviews


def search(question: Search, asked: Asked) -> Answer:
    """The reviews with the words, best first, each by the stretch where the words stand."""
    entry = asked.catalogue.meant_if_any(question.film, asked.place)
    question = replace(question, film=str(entry.film) if entry else None)
    first = max(1, question.page)
    results = search_reviews(
        asked.library,
        question.words,
        film_id=entry.id if entry else None,
        limit=REVIEWS_A_PAGE,
        offset=(first - 1) * REVIEWS_A_PAGE,
    )
    at = paging(results.total, question.page, exact=results.exact)
    where = f" of {entry.film}" if entry else ""
    if not results.reviews and at.page == first:
        return _nothing(question, results, where)
    if not results.reviews:
        return search(replace(question, page=at.page), asked)
    quotes = tuple(
        around(item, spans_of(results.words, item.review.text)) for item in asked.shown(list(results.reviews))
    )
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


def _nothing(question: Search, results: SearchResults, where: str) -> Answer:
    nearest = results.nearest
    hint = f" The nearest words that would: {', '.join(nearest)}." if nearest else ""
    return Answer(
        question,
        found=False,
        headline=f'No review{where} holds "{shortened(question.words)}".{hint}',
        follow_ups=tuple(FollowUp(word, replace(question, words=word, page=1)) for word in nearest),
    )
