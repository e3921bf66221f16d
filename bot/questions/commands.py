"""Command words as they are typed: `rating pusher 2`, `top pusher 2 newest`, `mentions mads mikelsen`.

Each command has a function that takes the words behind it; all of them must be understood, else UnreadError
is raised and the words are read as a sentence or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from bot.questions.command_quote import read_quote
from bot.questions.command_search import read_search
from bot.questions.film_keys import fold
from bot.questions.film_names import find_film
from bot.questions.kinds import (
    AverageRating,
    CompareFilms,
    Extreme,
    Films,
    Help,
    Measure,
    Mentions,
    Order,
    People,
    Question,
    Reviewer,
    Search,
    Timeline,
    TopReviews,
    WholeReview,
)
from bot.questions.known import Known
from bot.questions.naming import (
    film_slot,
    is_film,
    is_unheard_title,
    is_whole_title,
    means_film,
    name_slot,
    unquoted,
)
from bot.questions.orders import no_such_order, order_word, split_order
from bot.questions.typed import Typed, nothing_left
from bot.questions.unread import AskBackError, UnreadError

_Read: TypeAlias = Callable[[Typed, Known], Question]

_LONGEST = 300
_MOST_AT_ONCE = 25
_COMPARED = 4
_RATING_NOUN = re.compile(r"\A(?:user\s+|review\s+)?(?:ratings?|scores?|stars?)\b", re.I)
_COURTESY = re.compile(
    r"(?:(?:please|pls|plz|plss|thanks|thank you|thx|ty|cheers|mate|bro|lol|haha)\W*)+", re.I
)
_REVIEWS_NOUN = re.compile(r"(?<![\"“«])\breviews?\b(?![\"”»])", re.I)
_ARTICLE = re.compile(r"(?:the|an?|any|some)\s+(?=\S)", re.I)
_RATED = re.compile(r"rated\b\s*", re.I)
_GENRE = re.compile(
    r"(?:the\s+)?(?:horror|comed(?:y|ies)|thrillers?|action|dramas?|westerns?|romances?|romantic|sci[\s-]?fi|anime"
    r"|documentar(?:y|ies)|musicals?|crime|fantasy|animation|animated|war|noir)(?:\s+(?:films?|movies?|one|ones))?\W*",
    re.I,
)
_HOW_MANY = re.compile(r"(?P<number>[0-9]{1,9})\b(?!\s*[/.:%])\s*", re.I)
_SAYING = re.compile(
    r"(?:that\s+|which\s+)?(?:mention(?:s|ing)?|contain(?:s|ing)?|hold(?:s|ing)?"
    r"|with\s+the\s+words?)\s+(?P<words>.+)",
    re.I,
)
_BETWEEN_FILMS = re.compile(r"\s+(?:and|with|to|against|versus|vs\.?)\s+|\s*[,;|]\s*", re.I)
_AT_THE_END = re.compile(r"(?:^|\s+)(?:and|with|to|against|versus|vs\.?)\Z", re.I)
_FILMS_NOUN = re.compile(r"(?:of\s+)?(?:all\s+)?(?:the\s+)?(?:films|movies)\b", re.I)
_POSSESSIVE = re.compile(r"(?P<name>\S+?)['’]s\s+review\Z", re.I)
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
    return AverageRating(typed.only_film("" if _COURTESY.fullmatch(words.strip()) else words, known))


def _timeline(typed: Typed, known: Known) -> Question:
    typed.allow("film")
    return Timeline(typed.only_film(re.sub(r"^(?:of|for)\s+", "", typed.words, flags=re.I), known))


def _compare(typed: Typed, known: Known) -> Question:
    """Two films, whatever stands between them: `pusher and pusher 2`, `pusher vs. pusher 2`."""
    typed.allow("film", "other")
    if typed.film is not None and (other := typed.text("other")):
        nothing_left(typed.words)
        return CompareFilms((typed.film, other))
    typed.allow()
    for found in _BETWEEN_FILMS.finditer(typed.words):
        names = typed.words[: found.start()], typed.words[found.end() :]
        if all(means_film(name, known) for name in names):
            return CompareFilms(tuple(film_slot(name, known) or "" for name in names))
    parts = [part for part in _BETWEEN_FILMS.split(typed.words) if part.strip()]
    if 1 < len(parts) <= _COMPARED and all(means_film(part, known) for part in parts):
        return CompareFilms(tuple(film_slot(part, known) or "" for part in parts))
    alone = _AT_THE_END.sub("", typed.words)
    if not alone or is_film(alone, known):
        raise _one_film_more(alone, known)
    if len(parts) == 1 and is_unheard_title(alone, known):
        return CompareFilms((alone,))
    raise UnreadError(typed.words)


def _one_film_more(named: str, known: Known) -> AskBackError:
    """Asks for the film that a comparison lacks, or for both."""
    first = find_film(named, known.films).film if named else None
    films = [str(film) for film in known.films.films[:_COMPARED] if film != first]
    if first is None:
        examples = [CompareFilms((films[0], films[1]))] if len(films) > 1 else []
        return AskBackError("Compare which films?", *examples)
    examples = [CompareFilms((str(first), other)) for other in films]
    return AskBackError(f"Compare {first} with which other film?", *examples[:3])


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
                raise no_such_order(flag, Order)
        if order is None:
            raise UnreadError(typed.words)
        number = None
        if not is_whole_title(words, known):
            number, words = _how_many(words, known)
            if rated := _RATED.match(words):
                order, words = Order.HIGHEST if order is Order.HELPFUL else order, words[rated.end() :]
            words = _REVIEWS_NOUN.sub("", words, count=1).strip()
        if _GENRE.fullmatch(words):
            raise AskBackError(
                "Reviews don't tell me of what genre a film is. I can rank the films by their ratings.",
                CompareFilms(),
            )
        if said := _SAYING.fullmatch(words):
            return _said(said["words"], typed, known)
        film = typed.only_film(words, known)
        return TopReviews(film, order, typed.page) if number is None else _so_many(film, order, number)

    return read


def _how_many(words: str, known: Known) -> tuple[int | None, str]:
    """`3 pusher 2` taken apart; the number in front of `12 angry men` belongs to the title."""
    found = _HOW_MANY.match(words)
    if found is None:
        return None, words
    film = find_film(words, known.films).film
    if film is not None and film.title.startswith(found["number"]):
        return None, words
    return int(found["number"]), words[found.end() :]


def _so_many(film: str | None, order: Order, number: int) -> Question:
    if order not in _MEASURES or not 1 <= number <= _MOST_AT_ONCE:
        raise UnreadError(str(number))
    measure, lowest = _MEASURES[order]
    return Extreme(film, measure, lowest=lowest, limit=number)


def _said(words: str, typed: Typed, known: Known) -> Question:
    words, film = typed.with_film_behind(words, known)
    if article := _ARTICLE.match(words):  # a thing, no name
        return Search(words[article.end() :], film, page=typed.page)
    return Mentions(name_slot(words, longest=6), film, typed.page)


def _mentions(typed: Typed, known: Known) -> Question:
    typed.allow("film", "name", "page")
    if name := typed.text("name"):
        nothing_left(typed.words)
        return Mentions(name, typed.film, typed.page)
    words, film = typed.with_film_behind(f" {typed.words}", known)
    words = words.strip()
    if not words:
        raise AskBackError("Mentions of whom?", Mentions(""))
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
    if not words and film is None:
        raise AskBackError("Whose review?", Reviewer(""))
    words = _POSSESSIVE.sub(r"\g<name>", words)
    if words.lower().startswith("of ") and not is_film(words, known):
        words = words[3:].strip()
    if film is None and is_film(words, known):
        return TopReviews(words)
    if film is None and (beside := _reviewer_beside_film(words, known)):
        return WholeReview(*beside)
    if (
        film is None
        and unquoted(words) is None
        and (both := _OF_FILM_BY.fullmatch(words) or _BY_OF_FILM.fullmatch(words))
    ):
        words, film = both["name"], film_slot(both["film"], known)
    return WholeReview(name_slot(words), film)


def _reviewer_beside_film(words: str, known: Known) -> tuple[str, str] | None:
    """`fennimore_w low water` or `low water fennimore_w`, where both are known."""
    parts = words.split()
    for at in range(1, min(len(parts), _LONGEST_PAIR)):
        first, second = " ".join(parts[:at]), " ".join(parts[at:])
        for name, film in ((first, second), (second, first)):
            if known.find_reviewer(name) is not None and is_film(film, known):
                return name, film
    return None


_LONGEST_PAIR = 12


def _ask(typed: Typed, _known: Known) -> Question:
    if not typed.words:
        raise AskBackError("Ask what? Put the question behind it, such as: ask how is the music.", Help())
    raise UnreadError(typed.words)


def _reviewer(typed: Typed, _known: Known) -> Question:
    typed.allow("page", "name")
    if name := typed.text("name"):
        nothing_left(typed.words)
        return Reviewer(name, typed.page)
    if not typed.words:
        raise AskBackError("Which reviewer?", Reviewer(""))
    return Reviewer(name_slot(typed.words), typed.page)


def _help(typed: Typed, _known: Known) -> Question:
    typed.allow()
    if typed.words.lower() not in COMMANDS:
        nothing_left(re.sub(r"^(?:me|please)\b", "", typed.words, flags=re.I))
    return Help()


def _look(typed: Typed, known: Known) -> Question:
    if not re.match(r"(?:up|for)\s", typed.words, re.I):
        raise UnreadError(typed.words)
    return read_search(replace(typed, words=typed.words.partition(" ")[2]), known)


_MEASURES = {
    Order.HELPFUL: (Measure.HELPFULNESS, False),
    Order.NEWEST: (Measure.DATE, False),
    Order.HIGHEST: (Measure.RATING, False),
    Order.LOWEST: (Measure.RATING, True),
}
"""What is measured where so many reviews are asked for, and whether the lowest are meant."""


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
    ("look", _look),
    ("mentions mention mentioned", _mentions),
    ("people names cast", _people),
    ("quote quotes random", read_quote),
    ("films movies library", _films),
    ("list", _list),
    ("review read", _review),
    ("reviewer by user author", _reviewer),
    ("help commands examples", _help),
    ("ask", _ask),
)
"""Every word that a command may begin with, and what reads the words behind it."""
