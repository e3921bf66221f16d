"""What can be asked, shown by examples from this very library."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.answers.answer import Answer, FollowUp
from bot.answers.asked import Asked
from bot.answers.catalogue import EMPTY
from bot.answers.quotes import has_quotes
from bot.answers.wording import counted, shortened
from bot.language.keywords import parse_keywords
from bot.language.words import plain_words
from bot.questions.kinds import (
    AverageRating,
    CompareFilms,
    Films,
    Help,
    Mentions,
    Order,
    People,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    TopReviews,
    Unclear,
)
from bot.questions.plain_words import EVERYDAY_WORDS, FUNCTION_WORDS
from bot.questions.wording import in_words
from bot.store.films import FilmEntry, rating_counts
from bot.store.matching import Within
from bot.store.people import film_people, named_openly
from bot.store.reviews import film_reviews
from bot.store.search import search_reviews


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
    if question.asks:
        offered = _offered(question, asked)
        notes = ("For example:",) if offered else ()
        return Answer(question, found=False, headline=question.asks, notes=notes, follow_ups=offered)
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


def _offered(question: Unclear, asked: Asked) -> tuple[FollowUp, ...]:
    """Whole questions of the kind that was begun; a name or word that is lacking is one of this library."""
    begun = [reading for reading in question.readings if reading in _LACKING]
    return (
        *(FollowUp(_begun(reading), reading) for reading in question.readings if reading not in begun),
        *(each for each in examples(asked) if any(isinstance(each.question, type(one)) for one in begun)),
        *(_somebody(asked) if Reviewer("") in begun else ()),
    )


def _begun(reading: Question) -> str:
    match reading:
        case CompareFilms((_, other)):
            return f"With {other}"
        case _:
            return _label(reading)


_LACKING = (Search(""), Mentions(""), Reviewer(""))


def _somebody(asked: Asked) -> Iterator[FollowUp]:
    """The reviewer of the most helpful review of the film with most reviews."""
    most = max(asked.catalogue.by_film.values(), key=lambda entry: entry.reviews, default=None)
    for stored in film_reviews(asked.library, most.id, Order.HELPFUL, limit=1) if most else ():
        name = stored.review.byline.reviewer
        yield FollowUp(f"What {name} wrote", Reviewer(name))


def _label(question: Question) -> str:
    words = in_words(question)
    return words[:1].upper() + words[1:]


def examples(asked: Asked) -> tuple[FollowUp, ...]:
    """One question of each kind that has an answer, about the place's film or the one with most reviews."""
    films = asked.catalogue.by_film
    if not films:
        return ()
    entry = asked.catalogue.meant_if_any(None, asked.place) or max(
        films.values(), key=lambda item: item.reviews
    )
    return tuple(_examples(entry, asked))


def _examples(entry: FilmEntry, asked: Asked) -> Iterator[FollowUp]:
    film, rated = str(entry.film), bool(rating_counts(asked.library, entry.id))
    if rated:
        yield FollowUp("How it is rated", AverageRating(film))
    if entry.reviews:
        yield FollowUp("What helped readers most", TopReviews(film))
    for person in named_openly(asked.library, film_people(asked.library, entry.id, limit=1), entry.id):
        yield FollowUp(f"Who speaks of {person.name}", Mentions(person.name, film))
        yield FollowUp("Whom they speak of most", People(film))
    if word := _word_in(entry, asked):
        yield FollowUp("Where a word stands", Search(word, film))
    if rated:
        yield FollowUp("The harshest view", TopReviews(film, Order.LOWEST))
    if has_quotes(film, entry.id, asked):
        yield FollowUp("A quote", RandomQuote(film))
    if len(asked.catalogue.by_film) > 1:
        yield FollowUp("Every film there is", Films())


_WORDS = ("music", "ending", "acting", "story", "camera", "characters", "dialogue", "humour", "violence")
"""What people ask about, the most asked first."""

_READ, _LEAST_LETTERS = 10, 5


def _word_in(entry: FilmEntry, asked: Asked) -> str | None:
    """A word that reviews of the film hold: one that people ask about, else a common one."""
    spoilers = False if asked.place.spoilers_left_out else None
    within = Within(film_id=entry.id, spoilers=spoilers)
    for word in _WORDS:
        if search_reviews(asked.library, parse_keywords(word), within, limit=1).reviews:
            return word
    reviews = film_reviews(asked.library, entry.id, Order.HELPFUL, limit=_READ)
    words = Counter(
        word for item in reviews if not item.review.spoiler for word in set(_words(item.review.text))
    )
    return max(words, key=lambda word: (words[word], len(word), word), default=None)


def _words(text: str) -> Iterator[str]:
    for word in plain_words(text):
        if len(word) >= _LEAST_LETTERS and word.isalpha() and word not in FUNCTION_WORDS | EVERYDAY_WORDS:
            yield word
