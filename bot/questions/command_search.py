"""The command `search`: words, "exact phrases", -excluded ones, and options."""

from __future__ import annotations

import re

from bot.questions.flags import Range, points_of_stars, range_of, takes
from bot.questions.kinds import Question, Search, SearchOrder
from bot.questions.known import Known
from bot.questions.orders import no_such_order, search_order_word
from bot.questions.typed import Typed, nothing_left
from bot.questions.unread import AskBackError, UnreadError

_SPOILERS = {
    "only": True,
    "yes": True,
    "true": True,
    "no": False,
    "false": False,
    "without": False,
    "none": False,
    "hide": False,
}
_ENDS_OF_RANGES = ("rating_from", "rating_to", "year_from", "year_to")
_LIKE_A_SENTENCE = re.compile(
    r"(?:me|out|who|what|someone|anyone|(?:all\s+|any\s+|the\s+|every\s+)?(?:reviews?|passages?))\s", re.I
)
_FOR = re.compile(r"for(?:\s+(?=\S)|\Z)", re.I)


def read_search(typed: Typed, known: Known) -> Question:
    """The search; raises UnreadError where it can't be read, and asks back for words or an option's value."""
    typed.allow(
        "film", "reviewer", "rating", "stars", "year", "order", "spoilers", "page", "words", *_ENDS_OF_RANGES
    )
    stars, year = typed.text("stars"), _range(typed, "year", 1880, 2100)
    rating = _range(typed, "rating", 1, 10) if stars is None else points_of_stars(stars)
    words, film = _words(typed, known)
    return Search(
        words=words,
        film=film,
        order=_order(typed),
        reviewer=typed.text("reviewer"),
        rating_from=rating[0],
        rating_to=rating[1],
        year_from=year[0],
        year_to=year[1],
        spoilers=_spoilers(typed),
        page=typed.page,
    )


def _words(typed: Typed, known: Known) -> tuple[str, str | None]:
    if words := typed.text("words"):
        nothing_left(typed.words)
        return words, typed.film
    words, film = typed.with_film_behind(_FOR.sub("", typed.words, count=1), known)
    if not words:
        raise AskBackError("Search for what?", Search(""))
    if _LIKE_A_SENTENCE.match(words):
        raise UnreadError(typed.words)
    return words, film


def _range(typed: Typed, name: str, lowest: int, highest: int) -> Range:
    text = typed.text(name)
    start, end = (typed.number(f"{name}_{side}", lowest, highest) for side in ("from", "to"))
    if start is None and end is None:
        return (None, None) if text is None else _range_told(name, text, lowest, highest)
    if text is not None:
        raise UnreadError(typed.words)
    return start, end


def _range_told(name: str, text: str, lowest: int, highest: int) -> Range:
    try:
        return range_of(text, lowest, highest)
    except UnreadError as error:
        raise takes(name) from error


def _order(typed: Typed) -> SearchOrder:
    text = typed.text("order")
    order = SearchOrder.RELEVANCE if text is None else search_order_word(text)
    if order is None:
        raise no_such_order(str(text), SearchOrder)
    return order


def _spoilers(typed: Typed) -> bool | None:
    text = typed.text("spoilers")
    if text is None:
        return None
    if text.lower() not in _SPOILERS:
        raise takes("spoilers")
    return _SPOILERS[text.lower()]
