"""Whom the reviews speak of: who mentions somebody, and who is talked about most."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import REVIEWS_A_PAGE, Asked, offset, paging
from bot.answers.passages import EXCERPT, around
from bot.answers.quotes import can_be_quoted
from bot.answers.scope import settled
from bot.answers.searching import search
from bot.answers.wording import counted, shortened
from bot.language.keywords import parse_keywords
from bot.language.printed_names import PrintedName
from bot.questions.kinds import AverageRating, Mentions, People, RandomQuote, Search, TopReviews
from bot.store.films import FilmEntry
from bot.store.openly import told_openly
from bot.store.people import (
    PersonEntry,
    count_film_people,
    film_people,
    find_people,
    named_openly,
    nearest_people,
    open_name,
    reviews_mentioning,
    spellings,
)
from bot.store.reviews import StoredReview

PEOPLE_A_PAGE = 5
FORMS_STRESSED = 40
"""The forms of a name that are stressed where they stand, the commonest."""

_FORMS_SHOWN, _FORMS_TRIED = 6, 12
_OTHERS = 3
_HIDDEN = "Only reviews marked as spoilers name them."
_TO_CHOOSE_FROM = 10


def mentions(question: Mentions, asked: Asked) -> Answer:
    """The reviews that speak of a person, the most helpful first, each by where it does."""
    entry = asked.catalogue.meant_if_any(question.film, asked.place)
    film_id = entry.id if entry else None
    question = replace(question, film=settled(question.film, entry))
    found = find_people(asked.library, question.name, film_id)
    if not found:
        return _nobody(question, asked, entry)
    person = found[0]
    at = paging(person.reviews, question.page)
    openly = bool(named_openly(asked.library, [person], film_id))
    name = open_name(asked.library, person, shortened(question.name), film_id)
    question = replace(question, name=name, page=at.page)
    reviews = reviews_mentioning(asked.library, person.id, film_id, limit=REVIEWS_A_PAGE, offset=offset(at))
    forms = spellings(asked.library, person.id, film_id, limit=FORMS_STRESSED)
    printed = PrintedName(form for form, _ in forms)
    number = f"{person.reviews:,} of {counted(entry.reviews, 'review')}" if entry else f"{person.reviews:,}"
    of_film = f" of {entry.film}" if entry else " review" if person.reviews == 1 else " reviews"
    return Answer(
        question,
        found=True,
        headline=f"{number}{of_film} {'mentions' if person.reviews == 1 else 'mention'} {name}.",
        notes=(*(() if openly else (_HIDDEN,)), _average(person), *asked.left_out(reviews)),
        facts=(
            Fact("Reviews", number, shown=False),
            Fact("Average of these", _mean(person), shown=False),
            *_spelt(forms, film_id, asked),
        ),
        quotes=tuple(around(item, printed.spans(item.review.text)) for item in asked.shown(reviews)),
        paging=at,
        film=entry.film if entry else None,
        follow_ups=(
            *(
                FollowUp(other, Mentions(other, question.film))
                for other in _others(found[1:], film_id, asked)
            ),
            *_quotable(name, question.film, reviews),
        ),
    )


def people(question: People, asked: Asked) -> Answer:
    """Whom a film's reviews speak of most, with how those reviews rate it and one quote each."""
    entry = asked.catalogue.meant(question.film, asked.place)
    total = count_film_people(asked.library, entry.id)
    at = paging(total, question.page, size=PEOPLE_A_PAGE)
    question = replace(question, film=str(entry.film), page=at.page)
    found = film_people(asked.library, entry.id, limit=PEOPLE_A_PAGE, offset=offset(at, PEOPLE_A_PAGE))
    found = named_openly(asked.library, found, entry.id)
    if not found:
        headline = f"No review of {entry.film} names anybody that we could make out."
        helpful = FollowUp("Most helpful", TopReviews(question.film))
        return Answer(question, found=False, headline=headline, film=entry.film, follow_ups=(helpful,))
    return Answer(
        question,
        found=True,
        headline=f"{counted(total, 'person is', 'people are')} named in reviews of {entry.film}, "
        "the most mentioned first.",
        facts=tuple(
            Fact(person.name, f"{counted(person.reviews, 'review')}, {_mean(person)}") for person in found
        ),
        quotes=_one_each(found, entry, asked),
        paging=at,
        film=entry.film,
        follow_ups=(
            *(FollowUp(person.name, Mentions(person.name, question.film)) for person in found[:_OTHERS]),
            FollowUp("Average rating", AverageRating(question.film)),
        ),
    )


def _nobody(question: Mentions, asked: Asked, entry: FilmEntry | None) -> Answer:
    """Nobody is known by the name, but the reviews may hold its words."""
    held = _holding(question, asked)
    if held.found and held.paging is not None:
        total = held.paging.total
        number = counted(total, "review") if held.paging.exact else f"Over {total:,} reviews"
        name = shortened(question.name)
        headline = f'{number} {"holds" if total == 1 else "hold"} "{name}". Nobody is known by that name.'
        return replace(held, question=replace(question, page=held.paging.page), headline=headline)
    near = nearest_people(asked.library, question.name, entry.id if entry else None, limit=_OTHERS)
    where = f" of {entry.film}" if entry else ""
    hint = f" Did you mean {' or '.join(person.name for person in near)}?" if near else ""
    return Answer(
        question,
        found=False,
        headline=f'No review{where} mentions "{shortened(question.name)}".{hint}',
        film=entry.film if entry else None,
        follow_ups=tuple(
            FollowUp(person.name, replace(question, name=person.name, page=1)) for person in near
        ),
    )


def _holding(question: Mentions, asked: Asked) -> Answer:
    """The reviews that have the name as it is typed, else those with a form of it: `drive`, `drives`."""
    as_typed = question.name.strip('"')
    literally = search(Search(f'"{as_typed}"', question.film, page=question.page), asked)
    return (
        literally
        if literally.found
        else search(Search(question.name, question.film, page=question.page), asked)
    )


def _average(person: PersonEntry) -> str:
    if person.mean is None:
        return "None of these gives a rating."
    if person.rated == 1:
        return f"The one that gives a rating gives {person.mean.normalize():f} out of 10."
    return f"Those that give a rating give {person.mean} out of 10 on average ({person.rated:,} rated)."


def _mean(person: PersonEntry) -> str:
    return "unrated" if person.mean is None else f"{person.mean} of 10 over {person.rated:,} rated"


def _spelt(forms: Sequence[tuple[str, int]], film_id: int | None, asked: Asked) -> tuple[Fact, ...]:
    """The forms of a name that unmarked reviews print; none where it stands in marked ones only."""
    open_ones = set(told_openly(asked.library, (printed for printed, _ in forms[:_FORMS_TRIED]), film_id))
    shown = [f"{printed} {times:,}×" for printed, times in forms if printed in open_ones][:_FORMS_SHOWN]
    return (Fact("Spelt", " · ".join(shown)),) if shown else ()


def _quotable(name: str, film: str | None, reviews: Sequence[StoredReview]) -> tuple[FollowUp, ...]:
    """A quote about somebody, where a sentence of the reviews shown can be quoted by itself."""
    keywords = parse_keywords(name)
    unmarked = (stored for stored in reviews if not stored.review.spoiler)
    if not any(can_be_quoted(keywords, stored) for stored in unmarked):
        return ()
    return (FollowUp("A quote about them", RandomQuote(film, about=name)),)


def _others(found: Sequence[PersonEntry], film_id: int | None, asked: Asked) -> list[str]:
    """Whom else the name may mean, among those whom unmarked reviews call so."""
    return [person.name for person in named_openly(asked.library, found[: 2 * _OTHERS], film_id)][:_OTHERS]


def _one_each(found: Sequence[PersonEntry], entry: FilmEntry, asked: Asked) -> tuple[Quote, ...]:
    """For each person a review that names them, helpful, unmarked, and not quoted for another if possible."""
    quotes: dict[str, Quote] = {}
    for person in found:
        reviews = asked.shown(reviews_mentioning(asked.library, person.id, entry.id, limit=_TO_CHOOSE_FROM))
        reviews.sort(key=lambda item: (item.review_id in quotes, item.review.spoiler))
        if reviews and reviews[0].review_id not in quotes:
            forms = spellings(asked.library, person.id, entry.id, limit=FORMS_STRESSED)
            printed = PrintedName(form for form, _ in forms)
            spans = printed.spans(reviews[0].review.text)
            quotes[reviews[0].review_id] = around(reviews[0], spans, EXCERPT // 2)
    return tuple(quotes.values())
