"""Two spans of days beside each other: how their reviews are rated, or how many they are."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from bot.answers.answer import Answer, Fact, FollowUp
from bot.answers.asked import Asked
from bot.answers.restating import told_days
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted, mean_of, median_of
from bot.model import Filters
from bot.questions.kinds import Average, CompareSpans, Count, Question, Statistic, Timeline
from bot.store import counting as store
from bot.store.counting import select


@dataclass(frozen=True, slots=True)
class _Span:
    """What the reviews of a span come to; `figure` is None where none of them is rated."""

    days: str
    reviews: int
    rated: int
    figure: Decimal | None


def compare_spans(question: CompareSpans, asked: Asked) -> Answer:
    """The figure of each span, with how many reviews it rests on."""
    scope = scope_of(question.film, asked, one=True)
    question = replace(question, film=scope.named)
    spans = [_span(filters, question, scope, asked) for filters in (question.first, question.second)]
    line = (
        _numbers(spans, scope) if question.statistic is Statistic.COUNT else _ratings(spans, question, scope)
    )
    return Answer(
        question,
        found=True,
        headline=line,
        notes=(*_together(spans, question), *_difference(spans)),
        facts=tuple(Fact(_label(span), _told(span, question), shown=False) for span in spans),
        film=scope.film,
        follow_ups=(
            *(
                FollowUp(_label(span), _alone(question, filters))
                for span, filters in zip(spans, (question.first, question.second), strict=True)
            ),
            *(() if scope.film is None else (FollowUp("Year by year", Timeline(str(scope.film))),)),
        ),
    )


def _span(filters: Filters, question: CompareSpans, scope: Scope, asked: Asked) -> _Span:
    chosen = select(asked.library, scope.film_id, filters)
    reviews = store.count(asked.library, chosen)
    counts = {int(rating): number for rating, number in store.groups(asked.library, chosen, "rating").items()}
    figure: Decimal | None = Decimal(reviews)
    if question.statistic is not Statistic.COUNT:
        summed_up = median_of if question.statistic is Statistic.MEDIAN else mean_of
        figure = summed_up(counts) if counts else None
    return _Span(told_days(filters.since, filters.until), reviews, sum(counts.values()), figure)


def _numbers(spans: list[_Span], scope: Scope) -> str:
    first, second = spans
    written = f"{'was' if first.reviews == 1 else 'were'} written {first.days}"
    return f"{counted(first.reviews, 'review')}{scope.of} {written}, {second.reviews:,} {second.days}."


def _ratings(spans: list[_Span], question: CompareSpans, scope: Scope) -> str:
    name = "median" if question.statistic is Statistic.MEDIAN else "average"
    first, second = (_told(span, question) for span in spans)
    return (
        f"The {name} rating of the reviews{scope.of} written {spans[0].days} is {first}; "
        f"of those {spans[1].days} it is {second}."
    )


def _told(span: _Span, question: CompareSpans) -> str:
    if question.statistic is Statistic.COUNT:
        return counted(span.reviews, "review")
    if span.figure is None:
        return "not to be told, as none is rated"
    return f"{span.figure} of 10, over {counted(span.rated, 'rated review')}"


def _together(spans: list[_Span], question: CompareSpans) -> tuple[str, ...]:
    """The sum of both numbers, where no review is in both spans."""
    end, begin = question.first.until, question.second.since
    if question.statistic is not Statistic.COUNT or end is None or begin is None or end >= begin:
        return ()
    return (f"Together that is {counted(sum(span.reviews for span in spans), 'review')}.",)


def _difference(spans: list[_Span]) -> tuple[str, ...]:
    first, second = spans
    if first.figure is None or second.figure is None or first.figure == second.figure:
        return ()
    return (f"The difference is {abs(first.figure - second.figure):f}.",)


def _label(span: _Span) -> str:
    return span.days[:1].upper() + span.days[1:]


def _alone(question: CompareSpans, filters: Filters) -> Question:
    if question.statistic is Statistic.COUNT:
        return Count(question.film, filters)
    return Average(question.film, filters, statistic=question.statistic)
