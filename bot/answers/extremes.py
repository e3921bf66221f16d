"""The reviews that stand highest or lowest in something, and one reviewer's own figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from bot.answers.answer import Answer, Fact, FollowUp
from bot.answers.asked import Asked
from bot.answers.restating import told, told_day
from bot.answers.reviewers import no_reviewer
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted
from bot.errors import NotFoundError
from bot.model import Filters
from bot.questions.kinds import Count, Extreme, Measure, ReviewedBy, Reviewer, WholeReview
from bot.store import counting as store
from bot.store.counting import Selection, select
from bot.store.reviews import StoredReview

_SHOWN = 5
_NAMES = {
    (Measure.RATING, False): "highest rating",
    (Measure.RATING, True): "lowest rating",
    (Measure.LENGTH, False): "longest review",
    (Measure.LENGTH, True): "shortest review",
    (Measure.DATE, False): "latest review",
    (Measure.DATE, True): "earliest review",
    (Measure.HELPFULNESS, False): "most helpful review",
    (Measure.HELPFULNESS, True): "least helpful review",
    (Measure.HELPFUL_VOTES, False): "review with the most helpful votes",
    (Measure.HELPFUL_VOTES, True): "review with the fewest helpful votes",
    (Measure.VOTES, False): "review with the most votes",
    (Measure.VOTES, True): "review with the fewest votes",
}
_ENOUGH_VOTES = 5


def extreme(question: Extreme, asked: Asked) -> Answer:
    """The extreme itself, whose it is, and whoever shares it; or the first few in that order."""
    scope = scope_of(question.film, asked, one=True)
    question = replace(question, film=scope.named)
    chosen = select(asked.library, scope.film_id, question.filters)
    is_rating = question.measure is Measure.RATING
    one = store.count_rated(asked.library, chosen) == 1 if is_rating else question.limit == 1
    which = f"{scope.of}{_that(question.filters, one=one, literal=chosen.literal)}"
    found = _found(question, chosen, asked)
    if not found:
        what = "rated " if question.measure is Measure.RATING else ""
        none = f"{scope.of}{_that(question.filters, one=True, literal=chosen.literal)}"
        raise NotFoundError(
            f"No {what}review{none} is there to choose from. Try another film or fewer conditions."
        )
    if question.limit > 1 and len(found) > 1:
        return _several(question, scope, found[: question.limit], chosen, which, asked)
    ties = _ties(question, chosen, found[0], asked)
    headline = _headline(question, found[0], ties, which, asked, chosen)
    alike = [item for item in found if _alike(question.measure, item, found[0])][:3]
    return Answer(
        question,
        found=True,
        headline=headline,
        notes=(*_notes(question, chosen, found[0], asked), *asked.left_out(alike)),
        facts=_facts(found[0], ties),
        quotes=asked.openings(alike),
        film=scope.film,
        follow_ups=_follow_ups(question, found[0], asked),
    )


def _that(filters: Filters, *, one: bool, literal: bool) -> str:
    return f" that {told(filters, one=one, literal=literal)}" if filters else ""


def _found(question: Extreme, chosen: Selection, asked: Asked) -> list[StoredReview]:
    limit = max(question.limit, _SHOWN)
    measure = question.measure.value
    if question.measure is Measure.HELPFULNESS and question.lowest:
        measure = "share"
    found = store.extremes(asked.library, chosen, measure, lowest=question.lowest, limit=limit)
    if question.measure is Measure.LENGTH:
        found.sort(key=lambda item: words_in(item) * (1 if question.lowest else -1))
    return found


def words_in(stored: StoredReview) -> int:
    """How many words a review has."""
    return len(stored.review.text.split())


def _alike(measure: Measure, one: StoredReview, other: StoredReview) -> bool:
    return _value(measure, one) == _value(measure, other)


def _value(measure: Measure, stored: StoredReview) -> object:
    review = stored.review
    votes = review.votes
    match measure:
        case Measure.RATING:
            return review.rating
        case Measure.DATE:
            return review.byline.date
        case Measure.LENGTH:
            return words_in(stored)
        case Measure.VOTES:
            return votes.total if votes else None
        case Measure.HELPFUL_VOTES:
            return votes.helpful if votes else None
        case Measure.HELPFULNESS:
            return (votes.helpful, votes.total) if votes else None


def _ties(question: Extreme, chosen: Selection, first: StoredReview, asked: Asked) -> list[str]:
    """The names of all who share a rating that is an extreme."""
    if question.measure is not Measure.RATING:
        return []
    same = chosen.rated(first.review.rating) if first.review.rating is not None else chosen
    return [item.review.byline.reviewer for item in store.selected(asked.library, same, limit=13)]


def _headline(
    question: Extreme,
    first: StoredReview,
    ties: Sequence[str],
    which: str,
    asked: Asked,
    chosen: Selection,
) -> str:
    name = _NAMES[question.measure, question.lowest]
    if question.measure is Measure.RATING:
        rated = store.count_rated(asked.library, chosen)
        number = store.groups(asked.library, chosen, "rating")[str(first.review.rating)]
        by = _listed(ties, number)
        given = f"given by {number:,} of {counted(rated, 'rated review')}{which}"
        return f"The {name} is {first.review.rating}/10, {given}: {by}."
    figure = _figure(question.measure, first)
    if first.review.rating is not None:
        figure += f", rated {_figure(Measure.RATING, first)}"
    return f"The {name}{which} is by {first.review.byline.reviewer}: {figure}."


def _listed(names: Sequence[str], number: int) -> str:
    shown = list(names[:6]) if number > 7 else list(names)
    more = f" and {number - len(shown):,} more" if number > len(shown) else ""
    if more or len(shown) == 1:
        return ", ".join(shown) + more
    return ", ".join(shown[:-1]) + f" and {shown[-1]}"


def _figure(measure: Measure, stored: StoredReview) -> str:
    review = stored.review
    match measure:
        case Measure.RATING:
            return "no rating" if review.rating is None else f"{review.rating}/10"
        case Measure.LENGTH:
            return counted(words_in(stored), "word")
        case Measure.DATE:
            return told_day(review.byline.date) if review.byline.date else "no date"
        case Measure.HELPFULNESS | Measure.HELPFUL_VOTES | Measure.VOTES:
            votes = review.votes
            return f"{votes.helpful:,} of {votes.total:,} found it helpful" if votes else "no votes"


def _notes(question: Extreme, chosen: Selection, first: StoredReview, asked: Asked) -> tuple[str, ...]:
    if question.measure is Measure.LENGTH:
        return ()
    if question.measure is not Measure.HELPFULNESS:
        return ()
    if not question.lowest:
        (most,) = store.extremes(asked.library, chosen, "helpful_votes", lowest=False, limit=1)
        if most.review_id == first.review_id:
            return ()
        return (
            f"Many votes and a high share count. The most helpful votes went to"
            f" {most.review.byline.reviewer}: "
            f"{_figure(Measure.VOTES, most)}.",
        )
    return _least_helpful_notes(chosen, first, asked)


def _least_helpful_notes(chosen: Selection, first: StoredReview, asked: Asked) -> tuple[str, ...]:
    ranked = store.extremes(asked.library, chosen, "share", lowest=True, limit=100)
    enough = [item for item in ranked if item.review.votes and item.review.votes.total >= _ENOUGH_VOTES]
    if not enough or enough[0].review_id == first.review_id:
        return ()
    return (
        f"Among those with at least {_ENOUGH_VOTES} votes it is {enough[0].review.byline.reviewer}'s: "
        f"{_figure(Measure.VOTES, enough[0])}.",
    )


def _facts(stored: StoredReview, ties: Sequence[str]) -> tuple[Fact, ...]:
    """What the headline and the byline tell, for scripts."""
    review = stored.review
    return (
        Fact("Reviewer", ", ".join(ties[:12]) or review.byline.reviewer, shown=False),
        *(_of_one(stored) if len(ties) <= 1 else _of_one(stored)[:1]),
    )


def _of_one(stored: StoredReview) -> tuple[Fact, ...]:
    measures = (
        ("Rating", Measure.RATING),
        ("Date", Measure.DATE),
        ("Length", Measure.LENGTH),
        ("Votes", Measure.VOTES),
    )
    return tuple(Fact(label, _figure(measure, stored), shown=False) for label, measure in measures)


def _several(
    question: Extreme, scope: Scope, shown: list[StoredReview], chosen: Selection, which: str, asked: Asked
) -> Answer:
    name = _NAMES[question.measure, question.lowest].replace("review", "reviews").replace("rating", "ratings")
    return Answer(
        question,
        found=True,
        headline=f"The {len(shown)} {name}{which}: "
        + "; ".join(f"{item.review.byline.reviewer} ({_figure(question.measure, item)})" for item in shown)
        + ".",
        facts=tuple(Fact(item.review.byline.reviewer, _figure(question.measure, item)) for item in shown),
        notes=(*_as_good(question, shown, chosen, asked), *asked.left_out(shown[:_SHOWN])),
        quotes=asked.openings(shown[:_SHOWN]),
        film=scope.film,
        follow_ups=_follow_ups(question, shown[0], asked),
        named=tuple(WholeReview(item.review_id, str(item.review.film)) for item in shown),
    )


def _as_good(
    question: Extreme, shown: list[StoredReview], chosen: Selection, asked: Asked
) -> tuple[str, ...]:
    """That others gave the same rating as the last one shown, where they did."""
    rating = shown[-1].review.rating
    if question.measure is not Measure.RATING or rating is None:
        return ()
    others = store.groups(asked.library, chosen, "rating")[str(rating)]
    others -= sum(item.review.rating == rating for item in shown)
    return (f"{counted(others, 'more review')} gave {rating}/10 too.",) if others > 0 else ()


def _follow_ups(question: Extreme, first: StoredReview, asked: Asked) -> tuple[FollowUp, ...]:
    other = replace(question, lowest=not question.lowest)
    rating = first.review.rating
    whole = [
        FollowUp("The whole review", WholeReview(item.review_id, str(item.review.film)))
        for item in asked.shown([first])
    ]
    return (
        *whole,
        FollowUp(f"The {_NAMES[other.measure, other.lowest]}", other),
        *(
            [FollowUp(f"All who gave {rating}/10", Count(question.film, Filters(ratings=(rating,))))]
            if question.measure is Measure.RATING and rating is not None
            else []
        ),
    )


def reviewed_by(question: ReviewedBy, asked: Asked) -> Answer:
    """What a reviewer gave, when, in how many words, and how helpful readers found it."""
    scope = scope_of(question.film, asked)
    chosen = select(asked.library, scope.film_id, Filters(reviewer=question.reviewer))
    found = store.selected(asked.library, chosen, limit=_SHOWN)
    if not found:
        raise no_reviewer(question.reviewer, asked, film=str(scope.film) if scope.film else None)
    if question.other is not None:
        return _two_beside(question, found[0], scope, asked)
    name = found[0].review.byline.reviewer
    return Answer(
        replace(question, reviewer=name, film=scope.named),
        found=True,
        headline=" ".join(_own_line(question.measure, item) for item in found),
        facts=_of_one(found[0]),
        notes=asked.left_out(found[:1]),
        quotes=asked.openings(found[:1]),
        film=scope.film,
        follow_ups=(
            FollowUp("The whole review", WholeReview(found[0].review_id, str(found[0].review.film))),
            FollowUp(f"All by {name}", Reviewer(name)),
        ),
    )


def _two_beside(question: ReviewedBy, first: StoredReview, scope: Scope, asked: Asked) -> Answer:
    """What two reviewers gave, and which of them gave more."""
    other = replace(question, reviewer=str(question.other), other=None)
    chosen = select(asked.library, scope.film_id, Filters(reviewer=other.reviewer))
    found = store.selected(asked.library, chosen, limit=1)
    if not found:
        raise no_reviewer(other.reviewer, asked, film=str(scope.film) if scope.film else None)
    both = [first, found[0]]
    names = [item.review.byline.reviewer for item in both]
    return Answer(
        replace(question, reviewer=names[0], other=names[1], film=scope.named),
        found=True,
        headline=" ".join(_own_line(question.measure, item) for item in both),
        facts=tuple(
            Fact(name, _figure(question.measure, item)) for name, item in zip(names, both, strict=True)
        ),
        notes=asked.left_out(both),
        quotes=asked.openings(both),
        film=scope.film,
        follow_ups=tuple(
            FollowUp(f"{name}'s whole review", WholeReview(item.review_id, str(item.review.film)))
            for name, item in zip(names, both, strict=True)
        ),
    )


def _own_line(measure: Measure, stored: StoredReview) -> str:
    review, name = stored.review, stored.review.byline.reviewer
    match measure:
        case Measure.RATING if review.rating is None:
            return f"{name} gave {review.film} no rating."
        case Measure.RATING:
            return f"{name} gave {review.film} {review.rating}/10."
        case Measure.DATE:
            return f"{name} reviewed {review.film} on {_figure(measure, stored)}."
        case Measure.LENGTH:
            return f"{name}'s review of {review.film} has {_figure(measure, stored)}."
        case Measure.HELPFULNESS | Measure.HELPFUL_VOTES | Measure.VOTES:
            return f"{name}'s review of {review.film}: {_figure(measure, stored)}."
    assert_never(measure)
