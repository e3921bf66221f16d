"""The parts of a question that name something: a film, a person, a topic.

What a slot leaves over is never dropped: words beside a film's name that ask for more than the film
(`pusher 2 above 8`) raise UnreadError, so that no figure answers half a question.
"""

from __future__ import annotations

import re

from bot.questions.film_in_sentence import find_film_within
from bot.questions.film_keys import fold
from bot.questions.film_names import find_by_words, find_film
from bot.questions.known import Known
from bot.questions.plain_words import EVERYDAY_WORDS, FUNCTION_WORDS
from bot.questions.unread import UnreadError

_QUOTED = re.compile(
    r"""\s*(?:"(?P<plain>(?:[^"\\]|\\.)+)"|“(?P<curly>[^“”]+)”|«(?P<angled>[^«»]+)»)\s*""", re.S
)
_LEAD = re.compile(r"(?:(?:of|for|in|about|from|on|to)\s+)?(?:(?:the\s+)?(?:film|movie)\s+)?", re.I)
_TRAIL = re.compile(r"(?:[\s,]+(?:the\s+)?(?:film|movie|please|pls|thanks|thank you))*[\s?!.,;]*$", re.I)
_PLACE = re.compile(
    r"(?:(?:of|for|in|about|from|on|to)\s+)?(?:it|here|(?:this|that|the)(?:\s+(?:one|film|movie))?)", re.I
)
_LONGEST = 300
_FILLER = frozenset(
    "the a of for in about from on film movie please pls thanks thank you called named titled".split()
)
_IN_A_TITLE = frozenset("the a an and of to in on at for with".split())
_NAME_PARTS = frozenset("the de da di du del della la le van von der den of jr sr".split())


def unquoted(text: str) -> str | None:
    """What stands between the quotes, where the whole text is quoted; None otherwise."""
    found = _QUOTED.fullmatch(text)
    if not found:
        return None
    return found["curly"] or found["angled"] or re.sub(r"\\(.)", r"\1", found["plain"], flags=re.S)


def film_slot(text: str, known: Known) -> str | None:
    """The film that the text names, as typed; None where it names none or the one meant by the place.

    A name that the library does not know is given back too when it can be one. Raises UnreadError for words
    that are more than a film's name.
    """
    if not text.strip(" ?!.,;"):
        return None
    if (name := unquoted(text)) is not None:
        return name
    if len(text) > _LONGEST:
        raise UnreadError(text)
    if is_film(text, known):
        return text.strip()
    name = _bare(text)
    if not name or _PLACE.fullmatch(text.strip(" ?!.,;")):
        return None
    if is_film(name, known):
        return name
    return _film_among_filler(name, known) or _unknown_film(name, text)


def is_film(text: str, known: Known) -> bool:
    """Whether the whole text names one or more known films."""
    match = find_film(text, known.films)
    return match.film is not None or bool(match.candidates)


def is_whole_title(text: str, known: Known) -> bool:
    """Whether the text is the whole title of a known film, or a whole part of it."""
    return len(text) <= _LONGEST and bool(find_by_words(text, known.films, partly=False))


def means_film(text: str, known: Known) -> bool:
    """Whether the text names a known film, or one of the same name with another number."""
    if len(text) > _LONGEST:
        return False
    try:
        return is_film(text, known) or _film_among_filler(_bare(text), known) is not None
    except UnreadError:
        return False


def _bare(text: str) -> str:
    text = _TRAIL.sub("", text.strip())
    lead = _LEAD.match(text)
    return text[lead.end() :].strip() if lead else text.strip()


def _film_among_filler(text: str, known: Known) -> str | None:
    found = find_film_within(text, known.films)
    if found is None:
        return None
    if not is_filler(f"{text[: found.start]} {text[found.end :]}"):
        raise UnreadError(text)
    return found.name


def is_filler(text: str) -> bool:
    """Whether the words say nothing by themselves."""
    return set(fold(text).split()) <= _FILLER


def _unknown_film(name: str, text: str) -> str:
    if text.lower().startswith("about "):
        raise UnreadError(text)
    if not may_be_film(name):
        raise UnreadError(text)
    return name


def may_be_film(name: str) -> bool:
    """Whether a name that the library does not know looks like a film's, rather than like a question."""
    words = fold(name).split()
    telling = [word for word in words if word not in EVERYDAY_WORDS and not word.isdigit()]
    asking = [word for word in words if word in EVERYDAY_WORDS and word not in _IN_A_TITLE]
    return bool(telling) and not asking and len(words) <= 8


def is_unheard_title(name: str, known: Known) -> bool:
    """Whether a name may be a film's, and is nothing that the reviews speak of."""
    words = fold(name).split()
    return (
        may_be_film(name)
        and not any(map(known.holds, words))
        and not known.is_person(name)
        and known.find_reviewer(name) is None
    )


def name_slot(text: str, *, longest: int = 4) -> str:
    """The person whom the text names; raises UnreadError for words that are no name."""
    if (name := unquoted(text)) is not None:
        return name
    name = text.strip(" ?!.,;") if len(text) <= _LONGEST else ""
    words = name.lower().split()
    if not 0 < len(words) <= longest or any(fold(word) in FUNCTION_WORDS - _NAME_PARTS for word in words):
        raise UnreadError(text)
    return name


def topic_slot(text: str, *, longest: int = 5) -> str:
    """What passages shall be about; raises UnreadError for words that say more than a topic."""
    if (quoted := unquoted(text)) is not None:
        return quoted
    if len(text) > _LONGEST:
        raise UnreadError(text)
    words = re.sub(r"^(?:the|a|an)\s+", "", text.strip(" ?!.,;"), flags=re.I)
    folded = fold(words).split()
    if not 0 < len(folded) <= longest or folded[0] in FUNCTION_WORDS or folded[-1] in FUNCTION_WORDS:
        raise UnreadError(text)
    return words
