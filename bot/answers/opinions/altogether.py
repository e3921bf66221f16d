"""What reviews say of a film as a whole."""

from __future__ import annotations

import re

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import Asked, left_out
from bot.answers.opinions.choosing import SIDES, both_sides, once, paged
from bot.answers.opinions.judging import READ, is_of_another_film
from bot.answers.opinions.said import Said, quote_of
from bot.answers.scope import Scope
from bot.language.claims import judgement
from bot.language.sayings import saying
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


_COMPLAINS = re.compile(
    r"\b(?:but|however|unfortunately|sadly|minus|weakness(?:es)?|weak|reservations?|mistakes?|problems?|faults?|flaws?|wish"
    r"|could (?:lose|go|have)|too|lacks?|less convinced|bad|drags?|boring|pointless|disappoint\w*|mess"
    r"|cheat|not|isn['’]t"
    r"|wasn['’]t|doesn['’]t|didn['’]t)\b",
    re.IGNORECASE,
)


_PRAISES = re.compile(
    r"\b(?:best|strongest|great|superb|brilliant|wonderful|perfect|amazing|love[ds]?|finest|excellent|highlight|beautiful"
    r"|outstanding|terrific|incredible|magnificent|special|good)\b",
    re.IGNORECASE,
)


_SUMS_UP = re.compile(
    r"\b(?:overall|all in all|in short|this (?:film|movie)|the (?:film|movie) is|recommend)\b", re.IGNORECASE
)


_MIDDLE_RATING = 6.5
_NOT_BAD, _NOT_GOOD = 5, 7


def _leans(stored: StoredReview, sentence: str, side: int) -> float:
    """How much a sentence is likelier to praise or blame by its own words and by the review's rating."""
    rating = stored.review.rating
    told = 0.35 * side * (rating - _MIDDLE_RATING) if rating is not None else 0.0
    return told + 1.2 * bool((_PRAISES if side > 0 else _COMPLAINS).search(sentence))


def _may_be_of(stored: StoredReview, sentence: str, side: int, sure: int) -> bool:
    """Whether a sentence that seems to be of the side is: against its rating it must say so surely."""
    rating = stored.review.rating
    if sure != side:
        return not sure and rating is not None and (rating >= _NOT_BAD if side > 0 else rating <= _NOT_GOOD)
    return side > 0 or (rating is not None and rating <= _NOT_GOOD) or bool(_COMPLAINS.search(sentence))


def _summing_up(stored: StoredReview, scope: Scope, wanted: int | None) -> Said | None:
    """The sentence of a review that judges the film as a whole, or that best praises or blames it."""
    best: Said | None = None
    text = stored.review.text
    for span in stored.sentences:
        sentence = text[slice(*span)]
        known = saying(sentence)
        words = known.words
        side = valence(words, ())
        if not side or len(words.plain) < 4 or wanted not in (None, side):
            continue
        score = known.judging - 0.06 * max(0, len(words.plain) - 22)
        score += 2 * any(word in _FILM_WORDS for word in words.stems)
        score -= 1.5 * known.gives_away + is_of_another_film(known, scope)
        score += 1.5 * bool(_SUMS_UP.search(sentence))
        score += _leans(stored, sentence, wanted) if wanted else 0
        if wanted:
            sure = judgement(sentence)
            if not _may_be_of(stored, sentence, wanted, sure):
                continue
            score += 1.5 * (sure == wanted)
        score -= known.asks
        votes = stored.review.votes
        score += helpfulness(votes.helpful, votes.total) if votes else 0
        if best is None or score > best.score:
            best = Said(stored, span, score, side, 0)
    return best
