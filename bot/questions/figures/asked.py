"""A sentence as the readers of figures see it, and what they make of it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.model import Filters
from bot.questions.figures.filler import FILLER, MEASURED
from bot.questions.kinds import Question
from bot.questions.sentence import Sentence
from bot.questions.slots.marked import MARKS, Slots

_FILM = re.compile(r"§film\d+")


@dataclass(frozen=True, slots=True)
class Reading:
    """A question, and the words of the sentence that its reading leaves unread.

    Where it is not `told` what is counted (`positive reviews`), the unread words are for the asker to settle:
    `others` are what may be meant as well, and `asks` says what is to be settled.
    """

    question: Question
    unread: tuple[str, ...] = ()
    told: bool = True
    others: tuple[Question, ...] = ()
    asks: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """A sentence with its slots, and the film that they are about as the question names it."""

    sentence: Sentence
    slots: Slots
    film: str | None

    @property
    def text(self) -> str:
        """The sentence with marks where slots were read."""
        return self.slots.text

    @property
    def filters(self) -> Filters:
        """Which reviews are meant."""
        return self.slots.filters

    def has(self, pattern: str) -> bool:
        """Whether the text holds the pattern as whole words."""
        return bool(re.search(rf"\b(?:{pattern})\b", self.text))

    @property
    def speaks_of_reviews(self) -> bool:
        """Whether reviews, ratings, reviewers or votes are spoken of by name."""
        return any(word in MEASURED for word in self.text.split())


def left(text: str, *cues: re.Match[str] | re.Pattern[str] | None) -> tuple[str, ...]:
    """The words of the text that neither a cue nor a slot has read and that may matter.

    A cue is a place in the text, or a pattern that is read wherever it stands. A word of which a cue has read
    only a part is left whole.
    """
    letters = list(text)
    for cue in cues:
        if isinstance(cue, re.Pattern):
            for found in cue.finditer(text):
                _blank(letters, found)
        elif cue is not None:
            _blank(letters, cue)
    places = ((found.start(), found[0]) for found in re.finditer(r"\S+", text))
    rest = (word for place, word in places if "".join(letters[place : place + len(word)]).strip())
    return tuple(word for word in rest if not _is_read(word))


def _blank(letters: list[str], found: re.Match[str]) -> None:
    letters[found.start() : found.end()] = " " * (found.end() - found.start())


def _is_read(word: str) -> bool:
    return word in FILLER or word in MARKS or bool(_FILM.fullmatch(word))
