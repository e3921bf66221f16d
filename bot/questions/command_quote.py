"""The command `quote`: from a film or any, about something or anything, of some rating or any."""

from __future__ import annotations

import re

from bot.questions.flags import MOST_POINTS, MOST_STARS, Range, points_of_stars, range_of, takes
from bot.questions.kinds import Question, RandomQuote
from bot.questions.known import Known
from bot.questions.naming import film_slot, means_film, topic_slot
from bot.questions.quote_words import split_rating
from bot.questions.typed import Typed
from bot.questions.unread import UnreadError

_NOUN = re.compile(
    r"(?:(?:a|one|any|random|good|nice|great|funny|cool)\s+)*"
    r"(?:(?:quotes?|reviews?|opinions?|thing|one)\b)?\s*",
    re.I,
)
_RATED = re.compile(
    r"(?:^|\s)(?:with\s+)?(?:at\s+least\s+)?(?P<number>10|[1-9])(?P<of_ten>/10)?\s*\+?"
    r"\s*(?:(?P<stars>stars?)|points?)"
    r"(?:\s+or\s+(?:more|better))?(?=\s|$)",
    re.I,
)
_STARS_BEHIND = re.compile(r"(?:^|\s)(?P<stars>stars?)\s+(?P<number>10|[1-9])(?P<of_ten>/10)?\+?\Z", re.I)
_ABOUT = re.compile(r"(?:^|\s)(?:about|mentioning|on)\s+", re.I)
_BY = re.compile(r"(?:^|\s)(?:by|from)\s+(?P<name>[^\s\"“”]+)(?P<more>\s+[^\s\"“”]+)?", re.I)
_ONE_NUMBER = re.compile(r"\s*\d+(?:/10)?\s*")
_FROM = re.compile(r"(?:from|in|of)\s", re.I)


def read_quote(typed: Typed, known: Known) -> Question:
    """The quote asked for; raises UnreadError for words that are neither a film nor a topic."""
    typed.allow("film", "about", "reviewer", "rating", "stars", "deck", "position")
    told = split_rating(_NOUN.sub("", typed.words, count=1))
    words, (rating, highest) = told.words, _ratings(typed)
    words, reviewer = _without_reviewer(words, known)
    if rating is None and highest is None:
        rating, highest = told.lowest, told.highest
    if rating is None and highest is None and (found := _RATED.search(words) or _STARS_BEHIND.search(words)):
        rating = _points(int(found["number"]), in_stars=found["stars"] is not None and not found["of_ten"])
        words = f"{words[: found.start()]} {words[found.end() :]}".strip()
    film, about = _film_and_topic(typed, words, known)
    reviewer = typed.text("reviewer") or reviewer
    deck, position = typed.number("deck"), typed.number("position") or 0
    return RandomQuote(film, about, rating, deck, position, highest, reviewer)


def _without_reviewer(words: str, known: Known) -> tuple[str, str | None]:
    """`by vesper-77 about fog` taken apart, where reviews are by somebody of that name."""
    for found in _BY.finditer(words):
        for name in (f"{found['name']}{found['more'] or ''}", found["name"]):
            if (printed := known.find_reviewer(name)) is not None:
                rest = f"{words[: found.start()]} {words[found.start('name') + len(name) :]}"
                return " ".join(rest.split()), printed
    return words, None


def _ratings(typed: Typed) -> Range:
    """What the options say of the rating: `rating: 8+` is in points of ten, `stars: 4` in stars of five.

    A single number is the least rating, as it always was.
    """
    stars, points = typed.text("stars"), typed.text("rating")
    try:
        if stars is not None:
            low, high = points_of_stars(stars)
        else:
            low, high = (None, None) if points is None else range_of(points, 1, MOST_POINTS)
        return low, None if _ONE_NUMBER.fullmatch(stars or points or "") else high
    except UnreadError as error:
        raise takes("rating" if stars is None else "stars") from error


def _points(number: int, *, in_stars: bool) -> int:
    return 2 * number if in_stars and number <= MOST_STARS else number


def _film_and_topic(typed: Typed, words: str, known: Known) -> tuple[str | None, str | None]:
    """`pusher about music`, `about music in pusher`, `pusher`, `music`."""
    if about := typed.text("about"):
        return typed.only_film(words, known), about
    if not words:
        return typed.film, None
    if typed.film is None and (means_film(words, known) or _FROM.match(words)) and not _ABOUT.search(words):
        return film_slot(words, known), None
    found = _ABOUT.search(words)
    if found and words[: found.start()].strip():
        return typed.only_film(words[: found.start()], known), topic_slot(words[found.end() :])
    subject, film = typed.with_film_behind(words[found.end() :] if found else words, known)
    return film, topic_slot(subject)
