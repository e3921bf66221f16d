"""Random quotes, dealt like cards: none twice until the deck is used up, and nobody keeps a list.

A deck number stands for one shuffle of the pool, and a position in it for one quote. So "another quote" is
the same question with the next position, wherever and whenever it is asked; how far a place has come is all
that `decks` remembers. A deck is gone through twice: first come the best quotes, then the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from math import gcd
from random import Random
from typing import Protocol

from bot.answers.answer import Answer, FollowUp, Quote
from bot.answers.asked import Asked
from bot.answers.decks import DECKS, Pool
from bot.answers.passages import passage
from bot.answers.restating import told_ratings
from bot.answers.reviewers import no_reviewer
from bot.answers.scope import settled
from bot.answers.wording import shortened
from bot.language.keywords import Keywords, parse_keywords
from bot.language.occurrences import spans
from bot.language.quotable import GOOD, Quotable, best_apart, good_quotes, standing_alone
from bot.questions.kinds import EVERY_FILM, AverageRating, RandomQuote, Search, WholeReview
from bot.store.films import FilmEntry
from bot.store.matching import Within
from bot.store.quotes import count_slots, place_at_slot, review_of
from bot.store.reviews import StoredReview, find_reviewer, reviews_by
from bot.store.search import search_reviews

_ROUNDS = 2
_TRIES = 2_000
_FEW = 100
"""In a pool of at most so many places it is found out whether it holds another quote."""
_REVIEWS_ABOUT = 100
_REVIEWS_BY = 200


def random_quote(question: RandomQuote, asked: Asked) -> Answer:
    """The next quote of the deck; a fresh deck when it is used up.

    Asked for without a deck, it goes on in the one that the place has begun.
    """
    entry = asked.catalogue.meant_if_any(question.film, asked.place)
    if not asked.catalogue.by_film:
        asked.catalogue.meant(None, asked.place)
    film = str(entry.film) if entry else None
    question = replace(question, reviewer=_reviewer(question, asked))
    pool = Pool(
        asked.place.channel,
        film,
        question.about,
        question.rating_from,
        question.rating_to,
        question.reviewer,
    )
    if question.deck is None:
        deck, position = asked.decks.draw(pool)
    else:
        deck, position = question.deck, question.position
    question = replace(question, film=settled(question.film, entry), deck=deck)
    quotes = _about if question.about else _any if question.reviewer is None else _by
    quote_at, size = quotes(question, asked, entry.id if entry else None)
    dealt = _deal(quote_at, size, deck, position)
    if dealt is None:
        return _no_quote(question, entry, asked)
    quote, deck, position = dealt
    question = replace(question, deck=deck, position=position)
    following = None if size > _FEW else _deal(quote_at, size, deck, position + 1)
    alone = following is not None and following[0] == quote
    asked.decks.dealt(pool, deck, position)
    return Answer(
        question,
        found=True,
        headline=f"{quote.reviewer} on {quote.film}.",
        notes=("There is no other one like it.",) if alone and question.about else (),
        quotes=(quote,),
        film=quote.film,
        follow_ups=(
            *(
                ()
                if alone
                else (FollowUp("Another quote", replace(question, position=question.position + 1)),)
            ),
            FollowUp("The whole review", WholeReview(quote.review_id, str(quote.film))),
            FollowUp("Average rating", AverageRating(str(quote.film))),
        ),
    )


def _reviewer(question: RandomQuote, asked: Asked) -> str | None:
    """Whose quote is asked for, as printed; raises NotFoundError where nobody of that name wrote."""
    if question.reviewer is None:
        return None
    printed = find_reviewer(asked.library, question.reviewer)
    if printed is None:
        raise no_reviewer(question.reviewer, asked)
    return printed


def _no_quote(question: RandomQuote, entry: FilmEntry | None, asked: Asked) -> Answer:
    """That there is none; where reviews hold the words, they can be searched."""
    keywords = parse_keywords(question.about or "")
    spoilers = False if asked.place.spoilers_left_out else None
    within = Within(film_id=entry.id if entry else None, spoilers=spoilers)
    held = bool(keywords.wanted and search_reviews(asked.library, keywords, within, limit=1).reviews)
    words = question.about or ""
    return Answer(
        question,
        found=False,
        headline=_nothing(question),
        film=entry.film if entry else None,
        follow_ups=(FollowUp(f"Search for {words}", Search(words, question.film)),) if held else (),
    )


def has_quotes(film: str, film_id: int, asked: Asked) -> bool:
    """Whether there is any quote from the film."""
    return _deal(*_any(RandomQuote(film), asked, film_id), 0, 0) is not None


class Quotes(Protocol):
    """Gives the quote at a place of the pool, if it is one of the best or else of the others."""

    def __call__(self, place: int, *, best: bool) -> Quote | None:
        """None where the place is empty, or holds one of the other kind."""
        ...


def _any(question: RandomQuote, asked: Asked, film_id: int | None) -> tuple[Quotes, int]:
    places = asked.catalogue.quote_places

    def at(place: int, *, best: bool) -> Quote | None:
        own_film, own_slot = places.in_film(place) if film_id is None else (film_id, place)
        found = place_at_slot(asked.library, own_slot, own_film)
        if found is None or best != (found.number == 0):
            return None
        stored = review_of(asked.library, found)
        if stored is None:
            return None
        review = stored.review
        if review.spoiler or not _is_of_rating(question, review.rating):
            return None
        good = _good_quotes(review.text)
        return passage(stored, good[found.number].span) if found.number < len(good) else None

    return at, places.count() if film_id is None else count_slots(asked.library, film_id)


def _is_of_rating(question: RandomQuote, rating: int | None) -> bool:
    lowest, highest = question.rating_from, question.rating_to
    if lowest is None and highest is None:
        return True
    return rating is not None and (lowest or 0) <= rating <= (highest or rating)


def _by(question: RandomQuote, asked: Asked, film_id: int | None) -> tuple[Quotes, int]:
    """The good quotes of one reviewer, or where there are none, whatever of theirs stands by itself."""
    reviews = reviews_by(asked.library, question.reviewer or "", film_id=film_id, limit=_REVIEWS_BY)
    found = [
        (passage(stored, quote.span), quote.worth >= GOOD)
        for stored in reviews
        if not stored.review.spoiler and _is_of_rating(question, stored.review.rating)
        for quote in best_apart(standing_alone(stored.review.text))
    ]
    return _listed([item for item in found if item[1]] or found)


@lru_cache(maxsize=256)
def _good_quotes(text: str) -> tuple[Quotable, ...]:
    """What can be quoted of a review, read once though a deck has several places for it."""
    return tuple(good_quotes(text))


def _about(question: RandomQuote, asked: Asked, film_id: int | None) -> tuple[Quotes, int]:
    keywords = parse_keywords(question.about or "")
    within = Within(
        film_id=film_id,
        reviewer=question.reviewer,
        spoilers=False,
        rating_from=question.rating_from,
        rating_to=question.rating_to,
    )
    results = search_reviews(asked.library, keywords, within, limit=_REVIEWS_ABOUT)
    found = [
        (passage(stored, (start, end), spans(keywords, stored.review.text[start:end])), quote.worth >= GOOD)
        for stored in results.reviews
        for quote in best_apart(_holding(keywords, stored))
        for start, end in (quote.span,)
    ]
    return _listed(found)


def _listed(found: Sequence[tuple[Quote, bool]]) -> tuple[Quotes, int]:
    """Quotes at hand, each with whether it is one of the best."""

    def at(place: int, *, best: bool) -> Quote | None:
        quote, good = found[place]
        return quote if good == best else None

    return at, len(found)


def can_be_quoted(keywords: Keywords, stored: StoredReview) -> bool:
    """Whether something in the review stands by itself and holds the words."""
    return any(True for _ in _holding(keywords, stored))


def _holding(keywords: Keywords, stored: StoredReview) -> Iterator[Quotable]:
    return standing_alone(stored.review.text, holds=lambda passage: spans(keywords, passage))


def _deal(quote_at: Quotes, size: int, deck: int, position: int) -> tuple[Quote, int, int] | None:
    """The quote at the position or at the next one that holds any, with its deck and position."""
    for _ in range(min(_TRIES, 2 * _ROUNDS * size)):
        if position >= _ROUNDS * size:
            deck, position = (deck + 1) % DECKS, 0
        round_, place = divmod(position, size)
        quote = quote_at(_shuffled(place, size, deck), best=round_ == 0)
        if quote is not None:
            return quote, deck, position
        position += 1
    return None


def _shuffled(position: int, size: int, deck: int) -> int:
    """The place at a position of a deck: a walk by a stride that has no factor in common with `size`."""
    start, stride = _walk(size, deck)
    return (start + position * stride) % size


@lru_cache(maxsize=256)
def _walk(size: int, deck: int) -> tuple[int, int]:
    dealer = Random(deck)  # noqa: S311 - a shuffle, not a secret
    start = dealer.randrange(size)
    stride = dealer.randrange(1, size + 1)
    while gcd(stride, size) != 1:
        stride = stride % size + 1
    return start, stride


def _nothing(question: RandomQuote) -> str:
    where = f" of {question.film}" if question.film not in (None, EVERY_FILM) else ""
    about = f' about "{shortened(question.about)}"' if question.about else ""
    by = f" by {question.reviewer}" if question.reviewer else ""
    rated = _told_rating(question.rating_from, question.rating_to)
    none = f"No review{where}{by}{rated} has a sentence{about} that stands by itself."
    marked = " Reviews marked as spoilers are not quoted." if by else ""
    return f"{none}{marked} Try another film or word."


def _told_rating(lowest: int | None, highest: int | None) -> str:
    if lowest is None and highest is None:
        return ""
    return f" rated {told_ratings(tuple(range(lowest or 1, (highest or 10) + 1)))}"
