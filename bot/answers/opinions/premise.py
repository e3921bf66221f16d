"""What a film is about, as its reviews tell it: a sentence each, of how the story begins."""

from __future__ import annotations

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import Asked, left_out
from bot.answers.opinions.choosing import once, paged
from bot.answers.opinions.judging import READ, is_of_another_film
from bot.answers.opinions.said import Said, quote_of
from bot.answers.scope import Scope
from bot.language.premises import tells_premise
from bot.language.sayings import saying
from bot.language.topics import Topic
from bot.questions.kinds import Opinion
from bot.store.figures import helpfulness
from bot.store.reviews import StoredReview, film_reviews

_SHOWN = 3
_TELLS = 1.5
_EARLY = 0.5


def premise(question: Opinion, topic: Topic, scope: Scope, asked: Asked) -> Answer | None:
    """The sentences that tell it best, one of a review; None where none does, or no film is meant."""
    if scope.film_id is None:
        return None
    reviews = film_reviews(asked.library, scope.film_id, "helpful", limit=READ // 2)
    told = [best for stored in reviews if not stored.review.spoiler and (best := _told(stored, scope))]
    ranked = once(sorted(told, key=lambda one: -one.score))
    if not ranked:
        return None
    chosen, at = paged(ranked, ranked[:_SHOWN], question.page)
    quotes = tuple(quote for one in chosen if (quote := quote_of(one, topic, asked)) is not None)
    return Answer(
        question,
        found=True,
        headline=f"What {scope.film} is about, as its reviews tell it.",
        notes=left_out(len(chosen) - len(quotes), what="spoiler passage"),
        quotes=quotes,
        paging=at,
        film=scope.film,
        follow_ups=(FollowUp("What people think of it", Opinion("", question.film)),),
    )


def _told(stored: StoredReview, scope: Scope) -> Said | None:
    """The sentence of a review that tells best what the film is about."""
    best: Said | None = None
    text = stored.review.text
    for start, end in stored.sentences:
        known = saying(text[start:end])
        told = tells_premise(known.text)
        if told < _TELLS or known.gives_away or is_of_another_film(known, scope):
            continue
        votes = stored.review.votes
        score = told - 2 * max(0.0, start / len(text) - _EARLY)
        score += helpfulness(votes.helpful, votes.total) if votes else 0
        if best is None or score > best.score:
            best = Said(stored, (start, end), score, 0, 0)
    return best
