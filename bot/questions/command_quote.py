"""The command `quote`: from a film or any, about something or anything, with a number of stars or not."""

from __future__ import annotations

import re

from bot.questions.kinds import Question, RandomQuote
from bot.questions.known import Known
from bot.questions.naming import film_slot, means_film, topic_slot
from bot.questions.typed import Typed

_NOUN = re.compile(r"(?:(?:a|one|any|random)\s+)*(?:(?:quotes?|reviews?|opinions?|thing|one)\b)?\s*", re.I)
_STARS = re.compile(
    r"(?:^|\s)(?:with\s+)?(?:at\s+least\s+)?(?P<stars>10|[1-9])(?:/10)?\s*\+?\s*(?:stars?|points?)"
    r"(?:\s+or\s+(?:more|better))?(?=\s|$)",
    re.I,
)
_STARS_BEHIND = re.compile(r"(?:^|\s)stars?\s+(?P<stars>10|[1-9])(?:/10)?\+?\Z", re.I)
_ABOUT = re.compile(r"(?:^|\s)(?:about|mentioning|on)\s+", re.I)
_FROM = re.compile(r"(?:from|in|of)\s", re.I)


def read_quote(typed: Typed, known: Known) -> Question:
    """The quote asked for; raises UnreadError for words that are neither a film nor a topic."""
    typed.allow("film", "about", "stars", "deck", "position")
    words, stars = _NOUN.sub("", typed.words, count=1), typed.number("stars", 1, 10)
    if stars is None and (found := _STARS.search(words) or _STARS_BEHIND.search(words)):
        stars, words = int(found["stars"]), f"{words[: found.start()]} {words[found.end() :]}".strip()
    film, about = _film_and_topic(typed, words, known)
    return RandomQuote(film, about, stars, typed.number("deck"), typed.number("position") or 0)


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
