"""Counts, shares, averages and the most common: figures that say what they were counted out of."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from bot.answers.answer import Answer, Fact, FollowUp
from bot.answers.asked import Asked
from bot.answers.restating import divided, in_points, told, told_ratings
from bot.answers.scope import Scope, scope_of
from bot.answers.wording import counted, deviation_of, mean_of, median_of, spread_of
from bot.errors import NotFoundError
from bot.model import Filters
from bot.questions.kinds import (
    EVERY_FILM,
    Average,
    Count,
    Counted,
    Extreme,
    Grouping,
    Measure,
    MostCommon,
    Order,
    Question,
    Reviewer,
    Search,
    Share,
    Statistic,
    TopReviews,
    WholeReview,
)
from bot.store import counting as store
from bot.store.counting import Selection, Tally, select
from bot.store.reviews import StoredReview

_NAMES_SHOWN = 12
_RATINGS_TOLD = 3


def count(question: Count, asked: Asked) -> Answer:
    """How many, out of how many, and who they are when they are few."""
    scope = scope_of(question.film, asked, one=_is_of_one_film(question.filters))
    question = replace(question, film=scope.named)
    chosen = select(asked.library, scope.film_id, question.filters)
    number = store.count(asked.library, chosen)
    if question.of is not Counted.REVIEWS and (number or not question.filters):
        return _count_others(question, scope, chosen, asked)
    asked_for, among = divided(question.filters)
    out_of, rated = _out_of(asked_for, among, scope, asked)
    return Answer(
        question,
        found=True,
        headline=_counted_line(number, out_of, asked_for, among, scope, rated=rated, literal=chosen.literal),
        notes=(
            *_each(chosen, question.filters, asked),
            *_notes(chosen, question.filters),
            *_on_the_site(question, scope, asked),
        ),
        facts=(
            Fact("Reviews", f"{number:,}", shown=False),
            Fact("Out of", counted(out_of, "rated review" if rated else "review"), shown=False),
            *_who(asked, chosen, number, question),
        ),
        film=scope.film,
        follow_ups=_after_count(question, number, scope, asked),
        named=_reviews_named(asked, chosen, number, question),
    )


def _is_of_one_film(filters: Filters) -> bool:
    """Whether so many reviews are hardly asked for in all films at once, when none is named."""
    return bool(filters) and filters.reviewer is None and filters.mentions is None


def _out_of(asked_for: Filters, among: Filters, scope: Scope, asked: Asked) -> tuple[int, bool]:
    """Of how many reviews the count is a part, and whether these are the rated ones."""
    population = select(asked.library, scope.film_id, among)
    if asked_for.ratings is not None:
        return store.count_rated(asked.library, population), True
    return store.count(asked.library, population), False


def _counted_line(
    number: int,
    out_of: int,
    asked_for: Filters,
    among: Filters,
    scope: Scope,
    *,
    rated: bool,
    literal: bool,
) -> str:
    if not asked_for:
        return f"{scope.opening} {counted(number, 'review')}."
    whole = f"{out_of:,} {'rated ' if rated else ''}{'review' if out_of == 1 else 'reviews'}"
    which = _that(among, out_of, literal=literal)
    verb = told(asked_for, one=1 in (number, out_of), literal=literal)
    return f"{number:,} of {whole}{scope.of}{which} {verb}."


def _that(filters: Filters, number: int, *, literal: bool = True) -> str:
    """Which of the reviews, so many of which there are, as it follows `reviews`."""
    return f" that {told(filters, one=number == 1, literal=literal)}" if filters else ""


def _notes(chosen: Selection, filters: Filters) -> tuple[str, ...]:
    if filters.mentions is None or not chosen.times:
        return ()
    also = _also_spelt(chosen)
    return (f"It stands there {counted(chosen.times, 'time')} in all.", *also)


def _also_spelt(chosen: Selection) -> tuple[str, ...]:
    """The other ways in which a name was counted, where the reviews spell it in several."""
    others = [f'"{way}"' for way in chosen.spelt[1:]]
    return (
        (f"{_listed(others)} {'counts' if len(others) == 1 else 'count'} as the same name.",)
        if others
        else ()
    )


def _each(chosen: Selection, filters: Filters, asked: Asked) -> tuple[str, ...]:
    """How many gave each rating, where a few of them are asked for together."""
    if filters.ratings is None or not 1 < len(filters.ratings) <= _RATINGS_TOLD:
        return ()
    groups = store.groups(asked.library, chosen, "rating")
    numbers = {int(rating): number for rating, number in groups.items()}
    if not numbers:
        return ()
    each = [f"{numbers.get(rating, 0):,} gave {rating}/10" for rating in sorted(filters.ratings)]
    return (f"{_listed(each)}.",)


def _on_the_site(question: Count, scope: Scope, asked: Asked) -> tuple[str, ...]:
    """How many reviews the site itself tells of, where all of the film's are counted."""
    if question.filters or scope.film is None:
        return ()
    total = asked.catalogue.meant(scope.named, asked.place).site_total
    return () if total is None else (f"The site says there are {counted(total, 'review')} in all.",)


def _who(asked: Asked, chosen: Selection, number: int, question: Count) -> tuple[Fact, ...]:
    if not _tells_names(question, number):
        return ()
    selected = store.selected(asked.library, chosen, limit=_NAMES_SHOWN)
    found = asked.shown(selected)
    hidden = len(selected) - len(found)
    names = [*map(_by, found), *([counted(hidden, "spoiler review") + " left out here"] if hidden else [])]
    return (Fact("By", ", ".join(names)),) if names else ()


def _tells_names(question: Count, number: int) -> bool:
    return bool(question.filters) and 0 < number <= _NAMES_SHOWN


def _reviews_named(asked: Asked, chosen: Selection, number: int, question: Count) -> tuple[WholeReview, ...]:
    """The reviews of those whom a count names, in the order in which they are named."""
    if not _tells_names(question, number):
        return ()
    found = asked.shown(store.selected(asked.library, chosen, limit=_NAMES_SHOWN))
    return tuple(WholeReview(item.review_id, str(item.review.film)) for item in found)


def _by(stored: StoredReview) -> str:
    review = stored.review
    rating = f" ({review.rating}/10)" if review.rating is not None else ""
    return f"{review.byline.reviewer}{rating}"


def _after_count(question: Count, number: int, scope: Scope, asked: Asked) -> tuple[FollowUp, ...]:
    """What may be asked next: other ways to see the same reviews, and what stars may have meant as well."""
    filters = question.filters
    share: tuple[FollowUp, ...] = ()
    if filters:
        asked_for, among = divided(filters)
        share = (FollowUp("As a share", Share(question.film, asked_for, among)),)
    left_out = asked.place.spoilers_left_out and filters.spoilers
    can_be_read = _can_be_read(question, number, scope) and not left_out
    read = (FollowUp(_READ[number == 1], _reading(question, number)),) if can_be_read else ()
    other: tuple[FollowUp, ...] = ()
    if (points := in_points(filters)) is not None and points.ratings is not None:
        other = (FollowUp(f"{told_ratings(points.ratings)} instead", replace(question, filters=points)),)
    return (*read, *other, *share, FollowUp("Average rating", Average(question.film, filters)))


_READ = {True: "Read it", False: "Read them"}


def _can_be_read(question: Count, number: int, scope: Scope) -> bool:
    """Whether there are some to read, and few enough to be put in order at once."""
    few = scope.film_id is not None or question.filters.reviewer is not None or number <= _FEW
    return bool(number and question.filters and (few or question.filters.mentions))


_FEW = 2_000


def _reading(question: Count, number: int) -> Question:
    """Those that were counted; where these are very many that hold a word, as a search finds them."""
    words = question.filters.mentions
    if number > _FEW and words and question.filters == Filters(mentions=words):
        return Search(f'"{words}"' if " " in words else words, question.film)
    return TopReviews(question.film, filters=question.filters)


_NOUNS = {
    Counted.REVIEWERS: "reviewer",
    Counted.FILMS: "film",
    Counted.VOTES: "vote",
    Counted.HELPFUL_VOTES: "helpful vote",
}


def _count_others(question: Count, scope: Scope, chosen: Selection, asked: Asked) -> Answer:
    helpful, total = store.votes(asked.library, chosen)
    number = {
        Counted.REVIEWERS: lambda: store.count_reviewers(asked.library, chosen),
        Counted.FILMS: lambda: store.count_films(asked.library, chosen),
        Counted.VOTES: lambda: total,
        Counted.HELPFUL_VOTES: lambda: helpful,
        Counted.REVIEWS: lambda: store.count(asked.library, chosen),
    }[question.of]()
    written = store.count(asked.library, chosen)
    which = _that(question.filters, written, literal=chosen.literal)
    reviews = counted(written, "review")
    noun = counted(number, _NOUNS[question.of])
    votes = question.of in (Counted.VOTES, Counted.HELPFUL_VOTES)
    line = {
        Counted.REVIEWERS: f"{noun} wrote the {reviews}{scope.of}{which}.",
        Counted.FILMS: f"{noun} {'has' if number == 1 else 'have'} reviews{which}: {reviews} in all.",
    }.get(question.of, f"Readers gave {noun} to the {reviews}{scope.of}{which}.")
    extra = (f"{helpful:,} of {counted(total, 'vote')} found the review helpful.",) if votes else ()
    return Answer(
        question,
        found=True,
        headline=line,
        notes=(*extra, *_also_spelt(chosen)),
        facts=(
            Fact(_NOUNS[question.of].capitalize() + "s", f"{number:,}", shown=False),
            Fact("Reviews", reviews, shown=False),
            *(_who(asked, chosen, number, question) if question.of is Counted.REVIEWERS else ()),
        ),
        film=scope.film,
    )


def share(question: Share, asked: Asked) -> Answer:
    """What part of the reviews, in percent, with both numbers."""
    scope = scope_of(question.film, asked, one=True)
    question = replace(question, film=scope.named)
    both = in_both(question.filters, question.among)
    chosen = select(asked.library, scope.film_id, both)
    number = store.count(asked.library, chosen)
    out_of, rated = _out_of(question.filters, question.among, scope, asked)
    if not out_of:
        raise NotFoundError(
            f"No review{scope.of} {told(question.among, one=True) or 'is there'}, so there is no share to"
            " give."
        )
    whole = f"{out_of:,} {'rated ' if rated else ''}{'review' if out_of == 1 else 'reviews'}"
    which = _that(question.among, out_of, literal=chosen.literal)
    percent = percent_of(number, out_of)
    verb = told(question.filters, one=1 in (number, out_of), literal=chosen.literal)
    of_all = store.count(asked.library, select(asked.library, scope.film_id, question.among))
    note = (
        (f"Of all {of_all:,} reviews, rated or not, that is {percent_of(number, of_all)}.",)
        if of_all != out_of
        else ()
    )
    return Answer(
        question,
        found=True,
        headline=f"{percent}: {number:,} of {whole}{scope.of}{which} {verb}.",
        notes=(*note, *_also_spelt(chosen)),
        facts=(
            Fact("Share", percent, shown=False),
            Fact("Reviews", f"{number:,} of {whole}", shown=False),
        ),
        film=scope.film,
        follow_ups=(FollowUp("Who they are", Count(question.film, both)),),
    )


def in_both(one: Filters, other: Filters) -> Filters:
    """What both let through; what the one leaves open, the other says."""
    return Filters(
        **{
            name: getattr(one, name) if getattr(one, name) is not None else getattr(other, name)
            for name in Filters.__dataclass_fields__
        }
    )


def percent_of(part: int, whole: int) -> str:
    """`12.5%`, half rounded up, without a decimal where it is zero."""
    exact = (Decimal(100 * part) / Decimal(whole)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    return f"{exact.normalize():f}%"


def average(question: Average, asked: Asked) -> Answer:
    """Mean or median of ratings, lengths or votes over the reviews that are meant."""
    scope = scope_of(question.film, asked, one=question.filters.reviewer is None)
    question = replace(question, film=scope.named)
    chosen = select(asked.library, scope.film_id, question.filters)
    reviews = store.count(asked.library, chosen)
    if question.measure is not Measure.RATING:
        return _average_of_others(question, scope, chosen, asked)
    counts = {int(rating): number for rating, number in store.groups(asked.library, chosen, "rating").items()}
    rated = sum(counts.values())
    if not rated:
        raise NotFoundError(
            f"No rated review{scope.of} {told(question.filters, one=True) or 'is there'}, so there is no"
            " average to give."
        )
    which = _that(question.filters, rated, literal=chosen.literal)
    mean, median = mean_of(counts), median_of(counts)
    whole = f"{rated:,} rated {'review' if rated == 1 else 'reviews'}{scope.of}{which}"
    match question.statistic:
        case Statistic.MEAN:
            first = (
                f"{whole[0].upper()}{whole[1:]} {'averages' if rated == 1 else 'average'} {mean} out of 10."
            )
        case Statistic.DEVIATION:
            first = f"The standard deviation of {whole} is {deviation_of(counts)}, around a mean of {mean}."
        case _:
            first = f"The median of {whole} is {median} out of 10."
    return Answer(
        question,
        found=True,
        headline=first,
        notes=(
            *(
                (f"{counted(reviews, 'review')} in all, {rated:,} of them rated.",)
                if reviews != rated
                else ()
            ),
            *_also_spelt(chosen),
        ),
        facts=(
            Fact("Mean", f"{mean} of 10", shown=question.statistic is Statistic.MEDIAN),
            Fact("Median", f"{median} of 10", shown=question.statistic is not Statistic.MEDIAN),
            Fact("Rated", f"{rated:,} of {counted(reviews, 'review')}", shown=False),
            Fact("Spread", spread_of(counts)),
        ),
        film=scope.film,
        follow_ups=_after_average(question, scope),
    )


def _after_average(question: Average, scope: Scope) -> tuple[FollowUp, ...]:
    return (
        *([FollowUp("Without that condition", scope.rating)] if question.filters and question.film else []),
        FollowUp("The highest", Extreme(question.film, filters=question.filters)),
        FollowUp("The lowest", Extreme(question.film, lowest=True, filters=question.filters)),
    )


_UNITS = {
    Measure.LENGTH: "words",
    Measure.VOTES: "votes",
    Measure.HELPFUL_VOTES: "helpful votes",
}


def _average_of_others(question: Average, scope: Scope, chosen: Selection, asked: Asked) -> Answer:
    values = store.measured(asked.library, chosen, question.measure)
    which = _that(question.filters, len(values) or 1, literal=chosen.literal)
    unit = _UNITS.get(question.measure)
    if not values or unit is None:
        raise NotFoundError(f"No review{scope.of}{which} can be averaged so. Try its rating or its length.")
    mean = (Decimal(sum(values)) / len(values)).quantize(Decimal("0.1"), ROUND_HALF_UP).normalize()
    middle = Decimal(values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
    figure, name = (
        (mean, "average") if question.statistic is Statistic.MEAN else (middle.normalize(), "median")
    )
    return Answer(
        question,
        found=True,
        headline=f"The {name} of {counted(len(values), 'review')}{scope.of}{which} is {figure:,f} {unit}.",
        facts=(
            Fact("Mean", f"{mean:,f} {unit}", shown=question.statistic is not Statistic.MEAN),
            Fact("Median", f"{middle.normalize():,f} {unit}", shown=question.statistic is Statistic.MEAN),
            Fact("Reviews", f"{len(values):,}", shown=False),
        ),
        film=scope.film,
    )


def most_common(question: MostCommon, asked: Asked) -> Answer:
    """The rating, year or reviewer of most reviews, with those that share the place."""
    scope = scope_of(question.film, asked, one=question.by is not Grouping.REVIEWER)
    question = replace(question, film=scope.named)
    chosen = select(asked.library, scope.film_id, question.filters)
    found = store.tally(asked.library, chosen, question.by, least=question.least)
    which = _that(question.filters, found.total if found else 1, literal=chosen.literal)
    if found is None:
        raise NotFoundError(f"No review{scope.of}{which} has a {question.by}, so none is the most common.")
    return Answer(
        question,
        found=True,
        headline=_most_common_line(question, found, f"{scope.of}{which}"),
        notes=("Ratings that nobody gave are not counted here.",)
        if question.least and question.by is Grouping.RATING
        else (),
        facts=tuple(
            Fact(_group_name(question.by, name), counted(number, "review"))
            for name, number in found.listed.items()
        ),
        film=scope.film,
        follow_ups=_after_most_common(question, found.names[0]),
    )


def _most_common_line(question: MostCommon, found: Tally, where: str) -> str:
    how = "least common" if question.least else "most common"
    listed = _listed([_group_name(question.by, name) for name in found.names[:6]])
    if found.share > 6:
        listed += f" and {found.share - 6:,} more"
    what = "rated review" if question.by is Grouping.RATING else "review"
    out_of = f"{found.most:,} of {counted(found.total, what)}{where}"
    each = f"{out_of} each" if found.share > 1 else out_of
    s, verb = ("", "is") if found.share == 1 else ("s", "are")
    if question.by is Grouping.RATING:
        return f"The {how} rating{s} {verb} {listed}: given by {each}."
    if question.by is Grouping.YEAR:
        number = "fewest" if question.least else "most"
        return f"The year{s} with the {number} reviews {verb} {listed}: {each}."
    return f"{listed} wrote the {'fewest' if question.least else 'most'}: {each}."


def _group_name(by: Grouping, name: str) -> str:
    return f"{name}/10" if by is Grouping.RATING else name


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + f" and {names[-1]}"


def _after_most_common(question: MostCommon, name: str) -> tuple[FollowUp, ...]:
    if question.by is Grouping.RATING:
        rating = int(name)
        who: Question = Count(question.film, replace(question.filters, ratings=(rating,)))
        return (FollowUp(f"Who gave {told_ratings((rating,))}", who),)
    if question.by is Grouping.REVIEWER:
        return (FollowUp(f"All by {name}", Reviewer(name)),)
    if question.film in (None, EVERY_FILM):
        return ()
    return (FollowUp("Newest", TopReviews(question.film, Order.NEWEST)),)
