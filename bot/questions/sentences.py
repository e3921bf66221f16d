"""Simple sentences: `what is the average rating of pusher 2?`, `who mentions mads mikelsen?`.

The film is read first and taken out; what remains must be one of the known forms from its first word to its
last. So a number, a comparison or a condition that no form has room for leaves the sentence unread.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.questions.film_in_sentence import find_film_within
from bot.questions.kinds import Question
from bot.questions.known import Known
from bot.questions.naming import film_slot
from bot.questions.sentence_forms import FORMS
from bot.questions.unread import UnreadError

_COURTESY = re.compile(
    r"(?:hey|hi|hello|ok|okay|so|and|please|pls|(?:can|could|would|will) you|let me see|do you know"
    r"|i(?:'d like| want| would like) to (?:see|know|read)|(?:show|give|tell)(?: me)?|get me|list)"
    r"[\s,]+(?=\S)",
    re.I,
)
_COURTESY_BEHIND = re.compile(r"[\s,]+(?:please|pls|thanks|thank you|thx)$", re.I)
_SHORT_FORM = re.compile(r"\b(what|who|how|where)(?:'s|s)\b", re.I)
_BEFORE_FILM = re.compile(
    r"(?:^|\s)(?:(?:of|for|in|about|from|on|to|by)\s+)?(?:the\s+)?(?:(?:film|movie)\s+)?$", re.I
)
_AFTER_FILM = re.compile(r"^(?:'s?\b)?(?:\s+(?:film|movie)\b)?", re.I)
_THIS_FILM = re.compile(
    r"\s(?:of|for|in|about|from|on)\s+(?:it|here|(?:this|that|the)(?:\s+(?:one|film|movie))?)$", re.I
)
_OF = re.compile(r"\s(?:of|for|in|from|on)\s+", re.I)


def read_sentence(text: str, known: Known) -> Question:
    """The question that the sentence asks; raises UnreadError where any of its words stays unread."""
    for sentence, film in _without_film(_plainly(text), known):
        if question := _asked(sentence, film):
            return question
    raise UnreadError(text)


def _asked(sentence: str, film: str | None) -> Question | None:
    for form, build in FORMS:
        if found := form.fullmatch(sentence):
            try:
                return build(found, film)
            except UnreadError:
                continue
    return None


def _plainly(text: str) -> str:
    """The sentence without courtesies, with its short forms written out."""
    text = " ".join(re.sub(r"[’‘]", "'", text).split()).strip(" ?!.,;")
    text = _COURTESY_BEHIND.sub("", _SHORT_FORM.sub(r"\1 is", text))
    while found := _COURTESY.match(text):
        text = text[found.end() :]
    return text.strip(" ?!.,;:")


def _without_film(text: str, known: Known) -> Iterator[tuple[str, str | None]]:
    """The sentence without its film, and that film; the likeliest way of taking it apart first."""
    for sentence in dict.fromkeys((text, text.replace("'s", ""))):
        if found := find_film_within(sentence, known.films):
            before = _BEFORE_FILM.sub("", sentence[: found.start])
            after = _AFTER_FILM.sub("", sentence[found.end :])
            yield " ".join(f"{before} {after}".split()).strip(" ,:-"), found.name
            break
    yield text, None
    yield _THIS_FILM.sub("", text), None
    for of in reversed(list(_OF.finditer(text))[-3:]):
        try:
            yield text[: of.start()], film_slot(text[of.end() :], known)
        except UnreadError:
            continue
