"""Who wrote what was just shown, or the very words that somebody quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import Asked
from bot.answers.passages import opening, passage
from bot.answers.restating import told_day
from bot.answers.scope import settled
from bot.answers.wording import counted, joined, shortened
from bot.errors import NotFoundError
from bot.language.keywords import parse_keywords
from bot.language.occurrences import spans
from bot.language.sentences import Span
from bot.questions.kinds import Reviewer, SaidBy, Search, WholeReview
from bot.store.films import FilmEntry
from bot.store.matching import Within
from bot.store.reviews import StoredReview, find_review
from bot.store.search import SearchResults, search_reviews

_SHOWN = 5
_NAMED = 10


def said_by(question: SaidBy, asked: Asked) -> Answer:
    """Who wrote it, when, of which film, and with what rating."""
    return _of_words(question, asked) if question.words else _of_passages(question, asked)


def _of_passages(question: SaidBy, asked: Asked) -> Answer:
    found = [
        stored
        for review_id in question.review_ids.split()
        if (stored := find_review(asked.library, review_id)) is not None
    ]
    if not found:
        raise NotFoundError("I have shown nothing that somebody said. Ask for a quote first.")
    names = list(dict.fromkeys(stored.review.byline.reviewer for stored in found))
    return Answer(
        question,
        found=True,
        headline=f"{names[0]} wrote that{_when(found)}, of {found[0].review.film}."
        if len(found) == 1
        else f"{names[0]} wrote that."
        if len(names) == 1
        else f"In that order: {joined(names)}.",
        facts=tuple(
            Fact(stored.review.byline.reviewer, _of(stored.review.rating, str(stored.review.film)))
            for stored in found[:_NAMED]
        ),
        notes=asked.left_out(found[:3]),
        quotes=asked.openings(found[:3]),
        film=found[0].review.film,
        follow_ups=_after(asked.shown(found)),
    )


def _of_words(question: SaidBy, asked: Asked) -> Answer:
    """Those whose reviews hold the words side by side, each by the very sentence; of any film if need be."""
    entry = asked.catalogue.meant_if_any(question.film, asked.place)
    results = _holding(question.words, entry, asked)
    if not results.reviews and question.film is None and entry is not None:
        entry, results = None, _holding(question.words, None, asked)
    question = replace(question, film=settled(question.film, entry))
    if not results.reviews:
        return _nobody(question, entry, asked)
    reviews = list(results.reviews)
    films = {stored.review.film for stored in reviews}
    return Answer(
        question,
        found=True,
        headline=_one(reviews[0]) if results.total == 1 else _several(question, results),
        notes=asked.left_out(reviews),
        quotes=tuple(_sentence(stored, question.words) for stored in asked.shown(reviews)),
        film=next(iter(films)) if len(films) == 1 else None,
        follow_ups=(
            *_after(asked.shown(reviews)),
            *(
                (FollowUp("All of them", Search(f'"{question.words}"', question.film)),)
                if results.total > len(reviews)
                else ()
            ),
        ),
    )


def _holding(words: str, entry: FilmEntry | None, asked: Asked) -> SearchResults:
    within = Within(film_id=entry.id if entry else None)
    return search_reviews(asked.library, parse_keywords(f'"{words}"'), within, limit=_SHOWN)


def _one(stored: StoredReview) -> str:
    review = stored.review
    rated = f", {review.rating}/10" if review.rating is not None else ""
    return f"{review.byline.reviewer}, on {review.film}{_when([stored])}{rated}."


def _several(question: SaidBy, results: SearchResults) -> str:
    number = f"{results.total:,}" if results.exact else f"Over {results.total:,}"
    names = dict.fromkeys(stored.review.byline.reviewer for stored in results.reviews)
    shown = [*names, *(["others"] if results.total > len(results.reviews) else [])]
    return f'{number} reviews say "{shortened(question.words)}": {joined(shown)}.'


def _nobody(question: SaidBy, entry: FilmEntry | None, asked: Asked) -> Answer:
    """That nobody wrote it so; who used all of its words apart can be looked for."""
    within = Within(film_id=entry.id if entry else None)
    apart = search_reviews(asked.library, parse_keywords(question.words), within, limit=1)
    held = counted(apart.total, "review") if apart.exact else f"over {apart.total:,} reviews"
    of_film = f" of {entry.film}" if entry else ""
    return Answer(
        question,
        found=False,
        headline=f'No review{of_film} says "{shortened(question.words)}" in these words.',
        notes=(f"All of the words stand in {held}.",) if apart.reviews else (),
        film=entry.film if entry else None,
        follow_ups=(FollowUp("Where the words stand", Search(question.words, question.film)),)
        if apart.reviews
        else (),
    )


def _sentence(stored: StoredReview, words: str) -> Quote:
    """The sentence in which the words stand, or both where they reach into the next."""
    text = stored.review.text
    found = spans(parse_keywords(f'"{words}"'), text)
    if not found:
        return opening(stored)
    start, end = _around(stored, found[0])
    return passage(stored, (start, end), ((found[0][0] - start, found[0][1] - start),))


def _around(stored: StoredReview, words: Span) -> Span:
    touched = [span for span in stored.sentences if span[0] < words[1] and words[0] < span[1]]
    start = min([words[0], *(begin for begin, _ in touched)])
    return start, max([words[1], *(end for _, end in touched)])


def _after(found: Sequence[StoredReview]) -> tuple[FollowUp, ...]:
    """The whole review and others by its reviewer, where there is one."""
    names = {stored.review.byline.reviewer for stored in found}
    if len(found) != 1 or not names:
        return ()
    review = found[0].review
    return (
        FollowUp("The whole review", WholeReview(found[0].review_id, str(review.film))),
        FollowUp(f"More by {review.byline.reviewer}", Reviewer(review.byline.reviewer)),
    )


def _when(found: Sequence[StoredReview]) -> str:
    date = found[0].review.byline.date
    return f" on {told_day(date)}" if len(found) == 1 and date is not None else ""


def _of(rating: int | None, film: str) -> str:
    return f"{film}, {rating}/10" if rating is not None else f"{film}, no rating"
