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
    CompareOpinions,
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
    Timeline,
    TopReviews,
    WholeReview,
)
from bot.questions.slots.marked import Slots

_DISAGREES = re.compile(
    r"^(?:and |but |so )?(?:does |did |do |is there )?(?:any ?one|any ?body|some ?one|who"
    r"|others?)(?: else)? (?:who )?(?:disagree[sd]?(?: with (?:him|her|them|that|this|it))?|think"
    r" otherwise|thinks otherwise|hates? it|hated it|dislike[sd]? it|did not like it|complain(?:s|ed)?)$"
)
_AGREES = re.compile(
    r"^(?:and |but |so )?(?:does |did |do )?(?:any ?one|any ?body|some ?one|who)(?: else)?"
    r" (?:agree[sd]?(?: with (?:him|her|them|that|this|it))?"
    r"|likes? it|liked it|loves? it|loved it|praise[sd]? it)$"
)


def side_asked_for(text: str, question: Question) -> Opinion | None:
    """`anyone disagree`, `who liked it` after sentences on a topic: those of one side."""
    if not isinstance(question, Opinion):
        return None
    against, favours = (_DISAGREES, _ASKS_BAD), (_AGREES, _ASKS_GOOD)
    side = Side.AGAINST if any(each.match(text) for each in against) else None
    side = side or (Side.FOR if any(each.match(text) for each in favours) else None)
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
    if isinstance(question, Opinion | CompareOpinions):
        return _other_side(question, bare)
    if isinstance(question, Timeline) and superlative(bare) is not None:
        return question
    if not isinstance(question, _FIGURES):
        return None
    if isinstance(question, Extreme) and _FLIPPED.fullmatch(bare):
        return replace(question, lowest=not question.lowest, limit=1)
    if isinstance(question, TopReviews) and question.order in _MEASURES and _FLIPPED.fullmatch(bare):
        return Extreme(question.film, _MEASURES[question.order], lowest=question.order is not Order.LOWEST)
    if isinstance(question, CompareFilms):
        return _of_compared(question, bare)
    found = superlative(bare)
    if found is None:
        return None
    measure, lowest = found
    film = getattr(question, "film", None)
    filters = getattr(question, "filters", None) or Filters()
    return Extreme(film, measure, lowest, replace(filters, ratings=None))


def _other_side(question: Opinion | CompareOpinions, bare: str) -> Question | None:
    """`and the worst?`, `the downsides` after sentences on a topic: those of one side.

    Of films beside each other it is the better one, or the worse.
    """
    if _OF_FIGURES.search(bare):
        return None
    side = _END_OF.get(bare.removeprefix("the ").partition(" ")[0]) if bare else None
    side = side or (Side.AGAINST if _BLAME.fullmatch(bare) else None)
    if side is None:
        return None
    if isinstance(question, Opinion):
        return replace(question, side=side, page=1)
    return CompareFilms(question.films, lowest=side is Side.AGAINST)


_OF_FIGURES = re.compile(r"review|rat|score")
_END_OF = {"worst": Side.AGAINST, "bad": Side.AGAINST, "best": Side.FOR, "good": Side.FOR}
_BLAME = re.compile(
    r"(?:the )?(?:negatives?|downsides?|complaints|cons|other side|bad (?:things|stuff|ones)|critics|haters)"
)
_ASKS_BAD = re.compile(
    r"^(?:and |but |so |is there |was there |were there |did they say |do they say )*(?:anything|any"
    r"|something|what is"
    r"|what was) (?:bad|negative|wrong|complaints?|criticisms?|downsides?|weakness(?:es)?|flaws?|not good)"
    r"(?: (?:about|with|of|in|said|things|points|at all|there)| it| the film| the movie)*$"
)
_ASKS_GOOD = re.compile(
    r"^(?:and |but |so |is there |was there |were there |did they say |do they say )*(?:anything|any"
    r"|something|what is"
    r"|what was) (?:good|positive|praise|strengths?|nice)"
    r"(?: (?:about|with|of|in|said|things|points|at all|there)| it| the film| the movie)*$"
)


def _of_compared(question: CompareFilms, bare: str) -> CompareFilms | None:
    """`and the worst?` after films were compared: not the fewest votes, where these were."""
    found = superlative(bare)
    if found is None:
        flips = _FLIPPED.fullmatch(bare) is not None
        return replace(question, lowest=not question.lowest) if flips else None
    measure, lowest = found
    if measure is not Measure.RATING or _OF_REVIEWS.search(bare):
        return None
    counted = question.statistic not in (Statistic.MEAN, Statistic.MEDIAN, Statistic.SHARE)
    rates = counted and not question.filters and re.search(r"\b(?:best|worst)\b", bare)
    return replace(question, lowest=lowest, statistic=Statistic.MEAN if rates else question.statistic)


_OF_REVIEWS = re.compile(r"\b(?:who|reviews?|reviewers?|gave|things?|parts?|bits?|about)\b")


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
