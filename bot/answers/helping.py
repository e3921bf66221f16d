"""What can be asked, shown by examples from this very library."""

from __future__ import annotations

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import Asked
from bot.answers.catalogue import EMPTY
from bot.answers.wording import counted, shortened
from bot.questions.kinds import (
    AverageRating,
    Films,
    Help,
    Mentions,
    Order,
    People,
    Question,
    RandomQuote,
    Search,
    TopReviews,
    Unclear,
)
from bot.questions.wording import in_words
from bot.store.people import film_people


def help_(question: Help, asked: Asked) -> Answer:
    """Every kind of question, each as one that this library can answer."""
    films = asked.catalogue.by_film
    if not films:
        return Answer(question, found=False, headline=EMPTY)
    reviews = sum(entry.reviews for entry in films.values())
    return Answer(
        question,
        found=True,
        headline=f"Ask about {counted(len(films), 'film')} and {counted(reviews, 'review')}, for example:",
        follow_ups=examples(asked),
    )


def unclear(question: Unclear, asked: Asked) -> Answer:
    """No figure is given for words that were not understood; the likeliest readings are offered."""
    if question.readings:
        unread = f'"{shortened(question.unread)}"' if question.unread else "all of it"
        return Answer(
            question,
            found=False,
            headline=f"I could not read {unread}, so I give no figure. Did you mean:",
            follow_ups=tuple(FollowUp(_label(reading), reading) for reading in question.readings[:4]),
        )
    return Answer(
        question,
        found=False,
        headline="I could not read that as a question, so I give no figure.",
        notes=("Try one of these:",),
        follow_ups=examples(asked)[:3],
    )


def _label(question: Question) -> str:
    words = in_words(question)
    return words[:1].upper() + words[1:]


def examples(asked: Asked) -> tuple[FollowUp, ...]:
    """One question of each kind, about the place's film or the one with the most reviews."""
    films = asked.catalogue.by_film
    if not films:
        return ()
    entry = asked.catalogue.meant_if_any(None, asked.place) or max(
        films.values(), key=lambda item: item.reviews
    )
    film = str(entry.film)
    people = film_people(asked.library, entry.id, limit=1)
    return (
        FollowUp("How it is rated", AverageRating(film)),
        FollowUp("What helped readers most", TopReviews(film)),
        *(FollowUp(f"Who speaks of {person.name}", Mentions(person.name, film)) for person in people),
        *([FollowUp("Whom they speak of most", People(film))] if people else []),
        FollowUp("Where a word stands", Search("music", film)),
        FollowUp("The harshest view", TopReviews(film, Order.LOWEST)),
        FollowUp("A quote", RandomQuote(film)),
        FollowUp("Every film there is", Films()),
    )
