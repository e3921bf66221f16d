"""What a message between people may be answered with: no question to us, and not written for us."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.language.english import is_english
from bot.language.film_talk import stemmed, subjects, subjects_asked_by
from bot.questions.film_in_sentence import find_film_within
from bot.questions.kinds import Mentions, Opinion, Question, Search, SmallTalk, Unclear
from bot.questions.known import Known
from bot.questions.plain_words import EVERYDAY_WORDS
from bot.questions.reading import read

_WORD = re.compile(r"[^\W\d_][\w'’-]*[\w]")
_NAME = re.compile(r"[^\W\d_a-z][\w'’-]*\w(?: [^\W\d_a-z][\w'’-]*\w)*")
_ASKING = re.compile(r"\b(?:who|what|how|which|why|where|when)\b", re.IGNORECASE)
_SAYING_LITTLE = EVERYDAY_WORDS | frozenset(
    """alive amazing anybody anyone anything award awesome brilliant came come deserved deserves even
    everybody everything forget forgot friend going gonna guess guys happened hope know last let lol maybe
    mean mum need nobody nothing perfect pretty probably put remember right seeing someone something start
    started still sure thing though today tomorrow tonight totally trying understand wait wanna want wanted
    week wonder wow yesterday yet""".split()
)
_NO_TOPIC = frozenset(["worth", "comparison", "standalone", "sequel", "release", "length"])
_MOST = 5
_LONGEST_MESSAGE = 600


def answers_to(text: str, known: Known) -> Iterator[Question]:
    """What may answer a message, the likeliest first: what it asks, whom and what it speaks of, its words.

    A film that the message names is meant alone.
    """
    text = text[:_LONGEST_MESSAGE]
    for asked in (text, *(text[found.start() :] for found in _ASKING.finditer(text) if found.start())):
        question = read(asked, known)
        if not isinstance(question, (Unclear, SmallTalk)):
            yield question
    named = find_film_within(text, known.films)
    film = None
    if named is not None and named.match.film is not None:
        film = str(named.match.film)
        text = text[: named.start] + " " + text[named.end :]
    words = list(dict.fromkeys(_WORD.findall(text)))
    yield from (Mentions(name, film) for name in _names(text, words, known))
    yield from (Opinion(word, film) for word in words if _is_topic(word))
    yield from _searches([word for word in words if _is_telling(word)], film)
    if film is not None:
        yield Opinion("", film)


def _names(text: str, words: Sequence[str], known: Known) -> Iterator[str]:
    """Whoever is named: in capitals, or by a word that is no English one."""
    printed = [
        found[0] for found in _NAME.finditer(text) if found.start() or not is_english(found[0].lower())
    ]
    unusual = [word for word in words if len(word) > 3 and not is_english(word.lower())]
    for name in list(dict.fromkeys([*printed, *unusual]))[:_MOST]:
        if name.lower() not in _SAYING_LITTLE and known.is_person(name):
            yield name


def _is_topic(word: str) -> bool:
    asked = stemmed(word.lower())
    name = subjects_asked_by().get(asked)
    if name is None or name in _NO_TOPIC or subjects()[name].fact:
        return False
    return asked == stemmed(name) or asked in subjects()[name].asked | subjects()[name].qualities


def _searches(words: Sequence[str], film: str | None) -> Iterator[Question]:
    """All the words together, then the longest by itself first."""
    if 1 < len(words) <= _MOST:
        yield Search(" ".join(words), film)
    for word in sorted(words, key=len, reverse=True)[:_MOST]:
        yield Search(word, film)


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word.lower() not in _SAYING_LITTLE
