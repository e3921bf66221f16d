"""What reviews say of a film as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import Asked, left_out
from bot.answers.opinions.choosing import SIDES, both_sides, once, paged
from bot.answers.opinions.judging import READ, is_of_another_film
from bot.answers.opinions.said import Said, quote_of
from bot.answers.scope import Scope
from bot.language.going_on import whole_saying
from bot.language.leaning import leans
from bot.language.sayings import saying
from bot.language.sentences import Span
from bot.language.stance import valence, words_of
from bot.language.topics import Topic
from bot.questions.kinds import (
    EVERY_FILM,
    NotInReviews,
    Opinion,
    Order,
    TopReviews,
)
from bot.store.figures import helpfulness
from bot.store.reviews import StoredReview, film_reviews


def altogether(question: Opinion | NotInReviews, scope: Scope, asked: Asked) -> Answer:
    """Sentences on the film as a whole, from those who liked it and those who didn't."""
    if scope.film_id is None:
        asked.catalogue.meant(EVERY_FILM, asked.place)
        raise AssertionError(scope)
    side = SIDES[question.side] if isinstance(question, Opinion) and question.side else None
    ranked = once(sums(scope, side, asked))
    page = question.page if isinstance(question, Opinion) else 1
    chosen, at = paged(ranked, both_sides(ranked, ranked), page)
    quotes = tuple(quote for one in chosen if (quote := quote_of(one, Topic(()), asked)) is not None)
    return Answer(
        question if isinstance(question, Opinion) else Opinion("", question.film),
        found=bool(ranked),
        headline=f"What reviews{scope.of} {_THINK[side]}." if ranked else _NO_SUM.format(of=scope.of),
        notes=left_out(len(chosen) - len(quotes), what="spoiler passage"),
        quotes=quotes,
        paging=at,
        film=scope.film,
        follow_ups=(
            FollowUp("How it is rated", scope.rating),
            FollowUp("The harshest", TopReviews(question.film, Order.LOWEST)),
        ),
    )


_NO_SUM = "No review{of} sums it up in a sentence that can be quoted."


def sums(scope: Scope, side: int | None, asked: Asked) -> list[Said]:
    """What each review says of the film as a whole, the best first."""
    if scope.film_id is None:
        return []
    reviews = [
        *film_reviews(asked.library, scope.film_id, "helpful", limit=READ // 2),
        *film_reviews(asked.library, scope.film_id, "lowest", limit=10),
    ]
    once = {stored.review_id: stored for stored in reviews}
    said = [best for stored in once.values() if (best := _summing_up(stored, scope, side)) is not None]
    return sorted(said, key=lambda one: -one.score)


_THINK = {None: "think of it, for and against", 1: "praise", -1: "hold against it"}
_FILM_WORDS = frozenset(words_of("film movie flick picture masterpiece sequel it").stems)


_SUMS_UP = re.compile(
    r"\b(?:overall|all in all|in short|this (?:film|movie)|the (?:film|movie) is|recommend)\b", re.IGNORECASE
)


_MIDDLE_RATING = 6.5
_SHORT_WORDS, _LONGEST_RUN, _MOST_JUDGING = 4, 160, 6


def _summing_up(stored: StoredReview, scope: Scope, wanted: int | None) -> Said | None:
    """What a review says that judges the film as a whole, or that best praises or blames it."""
    text, title = stored.review.text, stored.review.title
    spans: list[Span | None] = [*(_complete(text, stored.sentences) if wanted else stored.sentences)]
    if wanted and title:
        spans.append(None)
    told = [said for span in spans if (said := _judging(stored, span, scope, wanted)) is not None]
    return max(told, key=lambda said: said.score, default=None)


def _complete(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """The sentences with what answers or completes them; a run of very short ones as one."""
    behind = 0
    for at in range(len(spans)):
        if at < behind:
            continue
        start, end = whole_saying(text, spans, at)
        behind = at + 1
        while behind < len(spans) and _is_short(text, spans[behind - 1]) and _is_short(text, spans[behind]):
            if spans[behind][1] - start > _LONGEST_RUN:
                break
            end, behind = max(end, spans[behind][1]), behind + 1
        yield start, end


def _is_short(text: str, span: Span) -> bool:
    return len(text[slice(*span)].split()) < _SHORT_WORDS


def _judging(stored: StoredReview, span: Span | None, scope: Scope, wanted: int | None) -> Said | None:
    """A sentence, or the title, with how well it sums the film up; None where it doesn't judge so."""
    review = stored.review
    known = saying(review.title if span is None else review.text[slice(*span)])
    words = known.words
    if wanted:
        surely = leans(known, wanted, review.rating)
        side = wanted if surely else 0
    else:
        surely, side = 0.0, valence(words, ()) if len(words.plain) >= _SHORT_WORDS else 0
    if not side:
        return None
    score = surely + min(_MOST_JUDGING, known.judging) - 0.06 * max(0, len(words.plain) - 22)
    of_film = any(word in _FILM_WORDS for word in words.stems)
    score += (2 if known.of_film or not wanted else 0.7) * of_film - (span is None)
    score -= bool(wanted) and len(words.plain) < _SHORT_WORDS - 1
    score -= 1.5 * known.gives_away + is_of_another_film(known, scope)
    score += 1.5 * bool(_SUMS_UP.search(known.text)) - known.asks
    if wanted and review.rating is not None:
        score += 0.35 * wanted * (review.rating - _MIDDLE_RATING)
    votes = review.votes
    score += helpfulness(votes.helpful, votes.total) if votes else 0
    return Said(stored, span, score, side, 0)
