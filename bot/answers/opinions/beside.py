"""What reviews of several films say of one thing: each film's own answer, one behind the other.

No film is put above another by it: other people wrote of each.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest

from bot.answers.answer import Answer, Fact, FollowUp, Quote
from bot.answers.asked import Asked
from bot.answers.opinions.answering import covered, opinion
from bot.questions.kinds import CompareFilms, CompareOpinions, Opinion

_SHOWN = 6
_FILMS = 4


def compare_opinions(question: CompareOpinions, asked: Asked) -> Answer:
    """What is said of the topic film by film, with sentences of each in turn."""
    entries = list(dict.fromkeys(asked.catalogue.meant(name, asked.place) for name in question.films))
    question = replace(question, films=tuple(str(entry.film) for entry in entries))
    each = [
        opinion(Opinion(question.topic, film, side=question.side), asked) for film in question.films[:_FILMS]
    ]
    quotes = _in_turn([answer.quotes for answer in each if answer.found], len(each))
    return Answer(
        question,
        found=any(answer.found for answer in each),
        headline=" ".join(answer.headline for answer in each),
        notes=covered(quotes),
        facts=tuple(
            Fact(f"{answer.film}: {fact.label}", fact.value, shown=False)
            for answer in each
            for fact in answer.facts
        ),
        quotes=quotes,
        follow_ups=(
            *(FollowUp(f"All on {answer.film}", answer.question) for answer in each if answer.found),
            FollowUp("Their ratings", CompareFilms(question.films)),
        ),
    )


def _in_turn(quotes: list[tuple[Quote, ...]], films: int) -> tuple[Quote, ...]:
    """The first ones of each film, film by film."""
    of_each = max(1, _SHOWN // max(1, films))
    rounds = zip_longest(*(each[:of_each] for each in quotes))
    return tuple(quote for shown in rounds for quote in shown if quote is not None)
