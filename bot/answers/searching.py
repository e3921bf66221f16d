"""Reviews that hold the words somebody looks for."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import REVIEWS_A_PAGE, Asked, left_out, paging
from bot.answers.passages import around
from bot.answers.quotes import can_be_quoted
from bot.answers.restating import told
from bot.answers.scope import settled
from bot.answers.wording import counted, shortened
from bot.errors import NotFoundError
from bot.language.keywords import Keywords, parse_keywords
from bot.language.occurrences import spans
from bot.model import Filters
from bot.questions.film_in_sentence import find_film_within
from bot.questions.kinds import EVERY_FILM, RandomQuote, Search
from bot.store.films import FilmEntry
from bot.store.matching import Within
from bot.store.reviews import find_reviewer
from bot.store.search import SearchResults, search_reviews

_SIGNS = re.compile(r"[\"“”„«»*]|(?:^|\s)[-−]|\bOR\b")
_BETWEEN = re.compile(r"\s+(?:(?:in|of|from|for)\s+)*\s*(?=\Z|\s)")
_NO_WORDS = 'Give at least one word that the reviews should hold, such as music or "hand-held camera".'
_LEFT_OUT = "Reviews marked as spoilers are left out here, so none of them is searched."


def search(question: Search, asked: Asked) -> Answer:
    """The reviews with the words, best first, each by the stretch where the words stand."""
    entry = asked.catalogue.meant_if_any(question.film, asked.place)
    question = _in_order(replace(question, film=settled(question.film, entry)))
    keywords = parse_keywords(question.words)
    if not keywords.wanted:
        return Answer(question, found=False, headline=_NO_WORDS)
    if asked.place.spoilers_left_out and question.spoilers:
        return Answer(question, found=False, headline=_LEFT_OUT)
    if question.reviewer is not None and find_reviewer(asked.library, question.reviewer) is None:
        raise NotFoundError(
            f'No review in this library is by "{shortened(question.reviewer)}". '
            "Try the name as it stands under a quote."
        )
    first = max(1, question.page)
    results = search_reviews(
        asked.library,
        keywords,
        _within(question, asked, entry.id if entry else None),
        order=question.order.value,
        limit=REVIEWS_A_PAGE,
        offset=(first - 1) * REVIEWS_A_PAGE,
    )
    at = paging(results.total, question.page, exact=results.exact, listed=results.listed)
    if not results.reviews and at.page == first:
        marked = _left_out(question, keywords, asked, entry)
        return replace(_nothing(question, results, asked, shown=not marked), notes=marked)
    if not results.reviews:
        return search(replace(question, page=at.page), asked)
    quotes = tuple(around(item, spans(keywords, item.review.text)) for item in results.reviews)
    return Answer(
        replace(question, page=at.page),
        found=True,
        headline=f"{_found(question, results)} {_holding(question, one=results.total == 1)}",
        notes=_left_out(question, keywords, asked, entry),
        quotes=quotes,
        paging=at,
        film=entry.film if entry else None,
        follow_ups=_after(question, keywords, results),
    )


def _after(question: Search, keywords: Keywords, results: SearchResults) -> tuple[FollowUp, ...]:
    """A quote with the words, where a review that is shown has one: sentences hold less than reviews."""
    open_ones = (stored for stored in results.reviews if not stored.review.spoiler)
    if not any(can_be_quoted(keywords, stored) for stored in open_ones):
        return ()
    return (FollowUp("A quote about it", RandomQuote(question.film, about=question.words)),)


def _left_out(question: Search, keywords: Keywords, asked: Asked, entry: FilmEntry | None) -> tuple[str, ...]:
    """How many spoilers would be found too where the place doesn't leave them out."""
    if not asked.place.spoilers_left_out or question.spoilers is not None:
        return ()
    within = replace(_within(question, asked, entry.id if entry else None), spoilers=True)
    marked = search_reviews(asked.library, keywords, within, limit=1)
    return left_out(marked.total, exact=marked.exact)


def _in_order(question: Search) -> Search:
    """The same question with its ranges the right way round."""
    ratings = sorted(rating for rating in (question.rating_from, question.rating_to) if rating is not None)
    years = sorted(year for year in (question.year_from, question.year_to) if year is not None)
    if len(ratings) > 1:
        question = replace(question, rating_from=ratings[0], rating_to=ratings[1])
    if len(years) > 1:
        question = replace(question, year_from=years[0], year_to=years[1])
    return question


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


def _nothing(question: Search, results: SearchResults, asked: Asked, *, shown: bool) -> Answer:
    """That no review has the words: none of those `shown` here, where others are left out."""
    if (inside := _in_a_film(question, asked)) is not None:
        words = shortened(inside.words)
        meant = words if _SIGNS.search(words) else f'"{words}"'
        return Answer(
            question,
            found=False,
            headline=f"{_found(question, results, shown=shown)} {_holding(question, one=True)} "
            f"Did you mean {meant} in {inside.film}?",
            follow_ups=(FollowUp(f"{words} in {inside.film}", inside),),
        )
    nearest = results.nearest if shown else ()
    hint = f" The nearest words that would: {', '.join(nearest)}." if nearest else ""
    return Answer(
        question,
        found=False,
        headline=f"{_found(question, results, shown=shown)} {_holding(question, one=True)}{hint}",
        follow_ups=tuple(FollowUp(word, replace(question, words=word, page=1)) for word in nearest),
    )


def _in_a_film(question: Search, asked: Asked) -> Search | None:
    """`salt low water` as a search for salt in Low Water; None where that finds nothing."""
    if question.film not in (None, EVERY_FILM):
        return None
    named = find_film_within(question.words, asked.catalogue.index)
    if named is None or named.match.film is None:
        return None
    words = _BETWEEN.sub(" ", f"{question.words[: named.start]} {question.words[named.end :]}").strip()
    inside = replace(question, words=words, film=str(named.match.film), page=1)
    return inside if words and search(inside, asked).found else None


def _found(question: Search, results: SearchResults, *, shown: bool = True) -> str:
    """How many of which reviews: `None of the reviews of Pusher II (2004) that gave 8/10 or more`."""
    film, which = f" of {question.film}" if question.film not in (None, EVERY_FILM) else "", _told(question)
    if not results.total and not results.exact:
        return f"None of the most helpful reviews{film}{which}"
    if which:
        number = f"{results.total:,}" if results.exact else f"Over {results.total:,}"
        return f"{number if results.total else 'None'} of the reviews{film}{which}"
    if not results.total:
        return f"No review{film}" if shown else f"No review{film} that is shown here"
    number = counted(results.total, "review") if results.exact else f"Over {results.total:,} reviews"
    return f"{number}{film}"


def _told(question: Search) -> str:
    rated = question.rating_from is not None or question.rating_to is not None
    filters = Filters(
        ratings=tuple(range(question.rating_from or 1, (question.rating_to or 10) + 1)) if rated else None,
        since=dt.date(question.year_from, 1, 1) if question.year_from else None,
        until=dt.date(question.year_to, 12, 31) if question.year_to else None,
        reviewer=question.reviewer,
        spoilers=question.spoilers,
    )
    return f" that {told(filters)}" if filters else ""


def _holding(question: Search, *, one: bool) -> str:
    words = shortened(question.words)
    if _SIGNS.search(words):  # quoted words are not quoted again
        return f"{'answers' if one else 'answer'} to {words}."
    return f'{"holds" if one else "hold"} "{words}".'
