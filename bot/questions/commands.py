"""Command words as they are typed: `rating pusher 2`, `top pusher 2 newest`, `mentions mads mikelsen`.

Each command has a function that takes the words behind it; all of them must be understood, else UnreadError
is raised and the words are read as a sentence or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TypeAlias

from bot.questions.command_quote import read_quote
from bot.questions.command_search import read_search
from bot.questions.film_keys import fold
from bot.questions.kinds import (
    AverageRating,
    CompareFilms,
    Films,
    Help,
    Mentions,
    Order,
    People,
    Question,
    Reviewer,
    Timeline,
    TopReviews,
    WholeReview,
)
from bot.questions.known import Known
from bot.questions.naming import film_slot, is_film, is_whole_title, means_film, name_slot, unquoted
from bot.questions.orders import order_word, split_order
from bot.questions.typed import Typed, nothing_left
from bot.questions.unread import UnreadError

_Read: TypeAlias = Callable[[Typed, Known], Question]

_LONGEST = 300
_RATING_NOUN = re.compile(r"\A(?:user\s+|review\s+)?(?:ratings?|scores?|stars?)\b", re.I)
_REVIEWS_NOUN = re.compile(r"(?:[0-9]{1,2}\s+)?(?:rated\s+)?(?:reviews?\b)?", re.I)
_BETWEEN_FILMS = re.compile(r"\s+(?:and|with|to|against|versus|vs\.?)\s+|\s*[,;|]\s*", re.I)
_FILMS_NOUN = re.compile(r"(?:all\s+)?(?:the\s+)?(?:films|movies)\b", re.I)
_OF_FILM_BY = re.compile(r"(?:(?:of|for|on)\s+)?(?P<film>.+?)\s+by\s+(?P<name>.+)", re.I)
_BY_OF_FILM = re.compile(r"(?P<name>.+?)\s+(?:of|for|on|in|about)\s+(?P<film>.+)", re.I)


def read_command(text: str, known: Known) -> Question:
    """The question that the command words ask; raises UnreadError where they do not begin with a command."""
    head, _, rest = " ".join(text.split(None, 1)).partition(" ")
    read = COMMANDS.get(head.lower())
    if read is None:
        raise UnreadError(text)
    typed = Typed.of(rest, known)
    if len(typed.words) > _LONGEST and read is not read_search:
        raise UnreadError(text)
    return read(typed, known)


def _rating(typed: Typed, known: Known) -> Question:
    typed.allow("film")
    words = typed.words if is_whole_title(typed.words, known) else _RATING_NOUN.sub("", typed.words, count=1)
    return AverageRating(typed.only_film(words, known))


def _timeline(typed: Typed, known: Known) -> Question:
    typed.allow("film")
    return Timeline(typed.only_film(re.sub(r"^(?:of|for)\s+", "", typed.words, flags=re.I), known))


def _compare(typed: Typed, known: Known) -> Question:
    """Two films, whatever stands between them: `pusher and pusher 2`, `pusher vs. pusher 2`."""
    typed.allow()
    for found in _BETWEEN_FILMS.finditer(typed.words):
        names = typed.words[: found.start()], typed.words[found.end() :]
        if all(means_film(name, known) for name in names):
            return CompareFilms(tuple(film_slot(name, known) or "" for name in names))
    raise UnreadError(typed.words)


def _top(default: Order | None) -> _Read:
    def read(typed: Typed, known: Known) -> Question:
        typed.allow("film", "order", "page")
        words, order = typed.words, default
        if not is_whole_title(words, known) and "order" not in typed.flags:
            words, found = split_order(words if default else f"most {words}")
            order = found or default
        if flag := typed.text("order"):
            order = order_word(flag)
        if order is None:
            raise UnreadError(typed.words)
        if not is_whole_title(words, known):
            words = _REVIEWS_NOUN.sub("", words, count=1)
        return TopReviews(typed.only_film(words, known), order, typed.page)

    return read


def _mentions(typed: Typed, known: Known) -> Question:
    typed.allow("film", "name", "page")
    if name := typed.text("name"):
        nothing_left(typed.words)
        return Mentions(name, typed.film, typed.page)
    words, film = typed.with_film_behind(typed.words, known)
    return Mentions(
        name_slot(re.sub(r"^(?:of|for|about)\s+", "", words, flags=re.I), longest=6), film, typed.page
    )


def _people(typed: Typed, known: Known) -> Question:
    typed.allow("film", "page")
    return People(typed.only_film(typed.words, known), typed.page)


def _films(typed: Typed, _known: Known) -> Question:
    typed.allow("page")
    if fold(typed.words) not in {"", "list", "all", "list all"}:
        raise UnreadError(typed.words)
    return Films(typed.page)


def _list(typed: Typed, _known: Known) -> Question:
    typed.allow("page")
    nothing_left(_FILMS_NOUN.sub("", typed.words, count=1))
    return Films(typed.page)


def _review(typed: Typed, known: Known) -> Question:
    typed.allow("film", "which", "reviewer")
    if which := typed.text("which") or typed.text("reviewer"):
        nothing_left(typed.words)
        return WholeReview(which, typed.film)
    words, film = re.sub(r"^by\s+", "", typed.words, flags=re.I), typed.film
    if film is None and is_film(words, known):
        return TopReviews(words)
    if (
        film is None
        and unquoted(words) is None
        and (both := _OF_FILM_BY.fullmatch(words) or _BY_OF_FILM.fullmatch(words))
    ):
        words, film = both["name"], film_slot(both["film"], known)
    return WholeReview(name_slot(words), film)


def _reviewer(typed: Typed, _known: Known) -> Question:
    typed.allow("page", "name")
    if name := typed.text("name"):
        nothing_left(typed.words)
        return Reviewer(name, typed.page)
    return Reviewer(name_slot(typed.words), typed.page)


def _help(typed: Typed, _known: Known) -> Question:
    typed.allow()
    nothing_left(re.sub(r"^(?:me|please)\b", "", typed.words, flags=re.I))
    return Help()


def _commands(*readers: tuple[str, _Read]) -> Mapping[str, _Read]:
    return {name: read for names, read in readers for name in names.split()}


COMMANDS = _commands(
    ("rating ratings rate rated average avg score histogram", _rating),
    ("timeline years", _timeline),
    ("compare versus vs", _compare),
    ("top best reviews helpful", _top(Order.HELPFUL)),
    ("newest latest recent", _top(Order.NEWEST)),
    ("highest", _top(Order.HIGHEST)),
    ("worst lowest harshest", _top(Order.LOWEST)),
    ("divisive controversial", _top(Order.DIVISIVE)),
    ("most", _top(None)),
    ("search find grep", read_search),
    ("mentions mention mentioned", _mentions),
    ("people names cast", _people),
    ("quote quotes random", read_quote),
    ("films movies library", _films),
    ("list", _list),
    ("review read", _review),
    ("reviewer by user author", _reviewer),
    ("help commands examples", _help),
)
"""Every word that a command may begin with, and what reads the words behind it."""
