"""Who wrote of each of several films."""

from __future__ import annotations

from dataclasses import replace

from bot.answers.answer import Answer, Fact, FollowUp
from bot.answers.asked import Asked
from bot.answers.wording import counted, joined
from bot.model import Filters
from bot.questions.kinds import Grouping, MostCommon, Reviewer, WroteOfAll
from bot.store.counting import count_reviewers, select, selected
from bot.store.films import FilmEntry
from bot.store.reviewers import who_wrote_of_all, who_wrote_of_several

_NAMED = 12
_OFFERED = 3
_FILMS_TOLD = 4


def wrote_of_all(question: WroteOfAll, asked: Asked) -> Answer:
    """The reviewers of all the films, each with the ratings given; or those of so many, whichever."""
    if question.least:
        return _of_so_many(question, asked)
    entries = _entries(question, asked)
    question = replace(question, films=tuple(str(entry.film) for entry in entries) if question.films else ())
    names = who_wrote_of_all(asked.library, [entry.id for entry in entries])
    every = not question.films
    return Answer(
        question,
        found=True,
        headline=_headline(names, _told(entries, every=every)),
        facts=tuple(Fact(name, _given(name, entries, asked)) for name in names[:_NAMED])
        if len(entries) <= _FILMS_TOLD
        else (),
        follow_ups=(
            *(FollowUp(f"All by {name}", Reviewer(name)) for name in names[:_OFFERED]),
            *(() if names else (FollowUp("Who wrote the most", MostCommon(by=Grouping.REVIEWER)),)),
        ),
    )


def _of_so_many(question: WroteOfAll, asked: Asked) -> Answer:
    """Who reviewed at least so many films, out of all who wrote."""
    films = who_wrote_of_several(asked.library, question.least)
    everybody = count_reviewers(asked.library, select(asked.library, None, Filters()))
    more = [f"{len(films) - _NAMED:,} more"] if len(films) > _NAMED else []
    named = f": {joined([*list(films)[:_NAMED], *more])}" if films else ""
    return Answer(
        question,
        found=True,
        headline=f"{len(films):,} of {counted(everybody, 'reviewer')} wrote of at least "
        f"{counted(question.least, 'film')}{named}.",
        facts=tuple(Fact(name, counted(number, "film")) for name, number in list(films.items())[:_NAMED]),
        follow_ups=tuple(FollowUp(f"All by {name}", Reviewer(name)) for name in list(films)[:_OFFERED]),
    )


def _entries(question: WroteOfAll, asked: Asked) -> list[FilmEntry]:
    """The films, those with the fewest reviews first; raises FilmError where one can't be settled."""
    if question.films:
        named = dict.fromkeys(asked.catalogue.meant(name, asked.place) for name in question.films)
        return list(named)
    return sorted(asked.catalogue.by_film.values(), key=lambda entry: entry.reviews)


def _told(entries: list[FilmEntry], *, every: bool) -> str:
    if every and len(entries) > 1:
        return "both films here" if len(entries) == 2 else f"all {len(entries):,} films here"
    both = "both " if len(entries) == 2 else ""
    return both + joined([str(entry.film) for entry in entries])


def _headline(names: tuple[str, ...], films: str) -> str:
    if not names:
        return f"No reviewer here wrote of {films}."
    more = [f"{len(names) - _NAMED:,} more"] if len(names) > _NAMED else []
    return f"{counted(len(names), 'reviewer')} wrote of {films}: {joined([*names[:_NAMED], *more])}."


def _given(name: str, entries: list[FilmEntry], asked: Asked) -> str:
    """What the reviewer gave each film."""
    given = []
    for entry in entries:
        chosen = select(asked.library, entry.id, Filters(reviewer=name))
        ratings = [stored.review.rating for stored in selected(asked.library, chosen, limit=1)]
        rating = "no rating" if ratings[0] is None else f"{ratings[0]}/10"
        given.append(f"{entry.film} {rating}")
    return ", ".join(given)
