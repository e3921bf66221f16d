from __future__ import annotations

import datetime as dt
from itertools import product

import pytest

from bot.model import Film, Filters
from bot.questions.film_names import FilmIndex
from bot.questions.kinds import (
    EVERY_FILM,
    THE_FILM,
    Average,
    CompareFilms,
    Count,
    Extreme,
    Grouping,
    Measure,
    MostCommon,
    Question,
    Share,
    Statistic,
)
from bot.questions.known import Known
from bot.questions.reading import read
from bot.questions.wording import in_words

LIGHTS, GULL = "Harbour Lights (1999)", "The Gull House (2011)"
KNOWN = Known(FilmIndex.of([Film("Harbour Lights", 1999), Film("The Gull House", 2011)]))
CONDITIONS = [
    Filters(ratings=(10,)),
    Filters(ratings=(8, 9, 10)),
    Filters(ratings=(0, 1, 2, 3)),
    Filters(ratings=(3, 7)),
    Filters(ratings=(5, 6, 7)),
    Filters(rated=False),
    Filters(rated=True),
    Filters(since=dt.date(2005, 1, 1), until=dt.date(2005, 12, 31)),
    Filters(since=dt.date(2005, 3, 7)),
    Filters(until=dt.date(2009, 12, 31)),
    Filters(reviewer="Ada-77"),
    Filters(spoilers=True),
    Filters(spoilers=False),
    Filters(mentions="ida brandt"),
    Filters(words_from=300),
    Filters(words_from=100, words_to=200),
    Filters(helpful_from=5),
    Filters(votes_to=9),
]
MANY = Filters(ratings=(10,), since=dt.date(2005, 1, 1), spoilers=False, mentions="music")
FILMS = (None, LIGHTS, EVERY_FILM, THE_FILM)
QUESTIONS: list[Question] = [
    *(Count(film, filters) for film, filters in product(FILMS, [Filters(), MANY, *CONDITIONS])),
    *(Share(film, filters) for film, filters in product(FILMS, CONDITIONS)),
    *(Average(film, filters) for film, filters in product(FILMS, [MANY, *CONDITIONS])),
    *(
        Average(film, filters, measure, statistic)
        for film, filters, measure, statistic in product(
            FILMS, [Filters(), MANY], (Measure.LENGTH, Measure.VOTES), (Statistic.MEAN, Statistic.MEDIAN)
        )
    ),
    *(
        MostCommon(film, filters, by, least)
        for film, filters, by, least in product(FILMS, [Filters(), MANY], Grouping, (True, False))
    ),
    *(
        Extreme(film, measure, lowest, filters, limit)
        for film, measure, lowest, filters, limit in product(
            FILMS, Measure, (True, False), [Filters(), MANY], (1, 3)
        )
    ),
    *(
        CompareFilms(films, statistic, filters, lowest)
        for films, statistic, filters, lowest in product(
            ((), (LIGHTS, GULL)),
            (Statistic.COUNT, Statistic.SHARE),
            [Filters(ratings=(10,)), MANY],
            (True, False),
        )
    ),
    *(CompareFilms((LIGHTS, GULL), statistic) for statistic in Statistic),
]


@pytest.mark.parametrize("question", QUESTIONS, ids=in_words)
def test_a_figure_in_words_reads_back_as_the_same_question(question: Question) -> None:
    assert read(in_words(question), KNOWN) == question
