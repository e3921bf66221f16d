"""The other end of a scale, or the other side of an argument: `and the worst?`, `anyone disagree?`."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.model import Filters
from bot.questions.conversation import Conversation
from bot.questions.figures.extremes import superlative
from bot.questions.following_up.connecting import CONNECTED
from bot.questions.kinds import (
    Average,
    AverageRating,
    CompareFilms,
    Count,
    Extreme,
    Measure,
    MostCommon,
    Opinion,
    Order,
    Question,
    ReviewedBy,
    Share,
    Side,
    Statistic,
    TopReviews,
    WholeReview,
)
from bot.questions.slots.marked import Slots

_DISAGREES = re.compile(
    r"^(?:and |but |so )?(?:does |did |do |is there )?(?:any ?one|any ?body|some ?one|who"
    r"|others?)(?: else)? (?:who )?(?:disagree[sd]?|think"
    r" otherwise|thinks otherwise|hates? it|hated it|dislike[sd]? it|did not like it|complain(?:s|ed)?)$"
)
_AGREES = re.compile(
    r"^(?:and |but |so )?(?:does |did |do )?(?:any ?one|any ?body|some ?one|who)(?: else)? (?:agree[sd]?"
    r"|likes? it|liked it|loves? it|loved it|praise[sd]? it)$"
)


def side_asked_for(text: str, question: Question) -> Opinion | None:
    """`anyone disagree`, `who liked it` after sentences on a topic: those of one side."""
    if not isinstance(question, Opinion):
        return None
    side = Side.AGAINST if _DISAGREES.match(text) else Side.FOR if _AGREES.match(text) else None
    return replace(question, side=side, page=1) if side else None


_OTHER_END = re.compile(
    r"\b(?:at|on|from|to)? ?the other end\b(?: of (?:the|that) (?:table|list|scale|line|range|spectrum))?"
)


def other_end(text: str, slots: Slots, last: Conversation) -> Question | None:
    """`and the worst?` after a question about reviews or ratings."""
    bare = CONNECTED.sub("", text, count=1).strip()
    question = last.question
    if isinstance(question, Extreme | CompareFilms) and _OTHER_END.search(text):
        return replace(question, lowest=not question.lowest)
    if len(bare.split()) > 5 or slots.marks or _OF_FILMS.search(bare):
        return None
    if isinstance(question, Opinion) and not re.search(r"review|rat|score", bare):
        side = {"worst": Side.AGAINST, "bad": Side.AGAINST, "best": Side.FOR, "good": Side.FOR}.get(
            bare.split()[0] if bare else ""
        )
        side = side or (
            Side.AGAINST
            if re.fullmatch(
                r"(?:the )?(?:negatives?|downsides?|complaints|cons|other side|bad (?:things|stuff|ones)"
                r"|critics)",
                bare,
            )
            else None
        )
        return replace(question, side=side, page=1) if side else None
    if not isinstance(question, _FIGURES):
        return None
    if isinstance(question, Extreme) and _FLIPPED.fullmatch(bare):
        return replace(question, lowest=not question.lowest, limit=1)
    if isinstance(question, TopReviews) and question.order in _MEASURES and _FLIPPED.fullmatch(bare):
        return Extreme(question.film, _MEASURES[question.order], lowest=question.order is not Order.LOWEST)
    found = superlative(bare)
    if found is None:
        return None
    measure, lowest = found
    film = getattr(question, "film", None)
    filters = getattr(question, "filters", None) or Filters()
    if isinstance(question, CompareFilms) and (measure is not Measure.RATING or _OF_REVIEWS.search(bare)):
        return None
    if isinstance(question, CompareFilms):
        statistic = Statistic.MEAN if _rates(bare, question) else question.statistic
        return replace(question, lowest=lowest, statistic=statistic)
    return Extreme(film, measure, lowest, replace(filters, ratings=None))


_OF_REVIEWS = re.compile(r"\b(?:who|reviews?|reviewers?|gave)\b")


def _rates(bare: str, question: CompareFilms) -> bool:
    """Whether `the worst` speaks of ratings, though something else was compared: not the fewest votes."""
    counted = question.statistic not in (Statistic.MEAN, Statistic.MEDIAN, Statistic.SHARE)
    return counted and not question.filters and bool(re.search(r"\b(?:best|worst)\b", bare))


_OF_FILMS = re.compile(r"\b(?:which|what) (?:film|movie)s?\b|\b(?:films|movies)\b")
_FLIPPED = re.compile(
    r"(?:the )?(?:least|lowest|worst|most|opposite|reverse|other (?:end|way)(?: round| around)?|bottom|top"
    r"|highest)(?: one)?(?: ,? ?(?:so |i mean |meaning )?(?:the )?(?:highest|lowest|best|worst|most"
    r"|least|longest|shortest)(?: one)?)?"
)
_MEASURES = {
    Order.HELPFUL: Measure.HELPFULNESS,
    Order.NEWEST: Measure.DATE,
    Order.HIGHEST: Measure.RATING,
    Order.LOWEST: Measure.RATING,
}
_FIGURES = (
    Count,
    Share,
    Average,
    AverageRating,
    MostCommon,
    Extreme,
    TopReviews,
    ReviewedBy,
    CompareFilms,
    WholeReview,
)
