"""A question in the command words that ask it: what is read from them is the same question again."""

from __future__ import annotations

import re
from typing import assert_never

from bot.questions.figure_words import figure_in_words
from bot.questions.figures.filler import FILLER
from bot.questions.figures.narrowing import NARROW
from bot.questions.film_keys import fold
from bot.questions.kinds import (
    Average,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    CompareSpans,
    Count,
    Extreme,
    Films,
    Help,
    Mentions,
    MostCommon,
    NotInReviews,
    Opinion,
    Order,
    People,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    SaidBy,
    Search,
    SearchOrder,
    Share,
    SmallTalk,
    Timeline,
    TopReviews,
    Unclear,
    Who,
    WholeReview,
    WroteOfAll,
)
from bot.questions.naming import may_be_film
from bot.questions.plain_words import EVERYDAY_WORDS, FUNCTION_WORDS
from bot.questions.sentence import words_of
from bot.questions.typos import put_right

_FILM = re.compile(r"[\w'&.-]+(?: [\w'&.-]+)*(?<![.-])(?: \([0-9]{4}\))?")
_NAME = re.compile(r"[^\W\d_][\w'.-]*[\w-](?: [\w'-]*[\w-]){0,3}")
_ONE_WORD = re.compile(r"[^\W\d_][\w-]+")
_WORDS = re.compile(r"[\w'*-]+(?: [\w'*-]+)*")
_THAT = "who said that"
_LIKE_A_YEAR = 1_000
"""Pages from which on a number could be read as the year of something."""

_AROUND_FIGURES = FILLER | NARROW
_RESERVED = frozenset(
    """page newest latest recent divisive controversial harshest useful quote quotes review reviews passage
    passages every someone anyone""".split()
)


def in_words(question: Question) -> str:  # noqa: C901 - a table, one line a kind
    """The command that asks the question, such as `newest Pusher II (2004)`.

    What could be read differently stands in quotes. The words of an `Unclear` are those that were typed.
    """
    match question:
        case AverageRating(film):
            return _joined("rating", _film(film))
        case Timeline(film):
            return _joined("timeline", _film(film))
        case TopReviews() if question.filters:
            return figure_in_words(question)
        case TopReviews(film, order, page):
            return _joined("top" if order is Order.HELPFUL else order.value, _film(film), _page(page))
        case Search():
            return _search(question)
        case Mentions(name, film, page):
            plain = _NAME.fullmatch(name) and _is_telling(name)
            return _joined(
                "mentions", name if plain else _flag("name", name), _flag("film", film), _page(page)
            )
        case People(film, page):
            return _joined("people", _film(film), _page(page))
        case RandomQuote():
            return _quote(question)
        case Films(page):
            return _joined("films", _page(page))
        case WholeReview(which, film):
            plain = film is not None and _ONE_WORD.fullmatch(which) and _is_telling(which)
            return _joined("review", which if plain else _flag("which", which), _flag("film", film))
        case Reviewer(name, page):
            plain = _ONE_WORD.fullmatch(name) and _is_telling(name)
            return _joined("reviewer", name if plain else _flag("name", name), _page(page))
        case Count() | Share() | Average() | MostCommon() | Extreme() | CompareFilms() | ReviewedBy():
            return figure_in_words(question)
        case CompareSpans() | WroteOfAll():
            return figure_in_words(question)
        case CompareOpinions(topic, films):
            return f"compare {' and '.join(map(quoted, films))} on {quoted(topic or 'everything')}"
        case Opinion() | NotInReviews():
            return _opinion(question)
        case Who(subject, film):
            return _joined("who is", quoted(subject), "in" if film else None, _film(film))
        case SaidBy(_, words, film):
            return _joined("who said", quoted(words), "in" if film else None, _film(film)) if words else _THAT
        case SmallTalk(about):
            return about
        case Help():
            return "help"
        case Unclear(text):
            return text
        case _:
            assert_never(question)


def _opinion(question: Opinion | NotInReviews) -> str:
    film = _film(question.film) or "it"
    if not question.topic:
        return f"what do people think of {film}"
    return f"what do people say about {quoted(question.topic)} in {film}"


def _search(question: Search) -> str:
    words = question.words
    plain = _WORDS.fullmatch(words) and not words.startswith("-") and not _grammatical(words)
    return _joined(
        "search",
        words if plain else _flag("words", words),
        _flag("film", question.film),
        _flag("by", question.reviewer),
        _range("rating", question.rating_from, question.rating_to),
        _range("year", question.year_from, question.year_to),
        None if question.order is SearchOrder.RELEVANCE else f"order: {question.order.value}",
        None if question.spoilers is None else f"spoilers: {'only' if question.spoilers else 'no'}",
        _page(question.page),
    )


def _quote(question: RandomQuote) -> str:
    about = question.about
    plain = about and about[0].isalnum() and _WORDS.fullmatch(about) and not _grammatical(about)
    film = question.film
    return _joined(
        "quote",
        f"from {film}" if film is not None and _is_plain_film(film) else _flag("film", film),
        f"about {about}" if plain and len(str(about).split()) <= 3 else _flag("about", about),
        _flag("by", question.reviewer),
        _range("rating", question.rating_from, question.rating_to),
        _number("deck", question.deck),
        _number("position", question.position or None),
    )


def _film(film: str | None) -> str | None:
    return film if film is None or _is_plain_film(film) else quoted(film)


def _is_plain_film(film: str) -> bool:
    words = fold(film).split()
    as_read = " ".join(word for word, _ in words_of(film)).split()
    spelt_right = all(word in as_read and put_right(word, lambda _: False) == word for word in words)
    plain = _RESERVED.isdisjoint(words) and not _AROUND_FIGURES.issuperset(words)
    return bool(_FILM.fullmatch(film)) and may_be_film(film) and plain and spelt_right


def _grammatical(text: str) -> bool:
    return not set(fold(text).split()).isdisjoint(FUNCTION_WORDS | _RESERVED)


def _is_telling(name: str) -> bool:
    return (EVERYDAY_WORDS | _RESERVED).isdisjoint(fold(name).split())


def _flag(name: str, value: str | None) -> str | None:
    return None if value is None else f"{name}: {quoted(value)}"


def quoted(text: str) -> str:
    """The text between quotes, as an option's value or an exact phrase is typed."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _range(name: str, start: int | None, end: int | None) -> str | None:
    if start is None:
        return None if end is None else f"{name}: <={end}"
    if end is None:
        return f"{name}: {start}+"
    return f"{name}: {start}" if start == end else f"{name}: {start}-{end}"


def _number(name: str, value: int | None) -> str | None:
    return None if value is None else f"{name}: {value}"


def _page(page: int) -> str | None:
    if page < _LIKE_A_YEAR:
        return None if page == 1 else f"page {page}"
    return _flag("page", str(page))


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part is not None)
