"""How many reviews stand for something and how many against it, where that can be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.answers.opinions.asked_about import compares
from bot.answers.opinions.judging import is_of_another_film, judged
from bot.answers.opinions.said import Said
from bot.answers.scope import Scope
from bot.language.claims import claim, one_side
from bot.language.sayings import saying
from bot.language.topics import Concept, Topic
from bot.model import Film
from bot.store.passages import Speaking


@dataclass(frozen=True, slots=True)
class Sides:
    """How many reviews stand on which side, called `yes` and `no`, and of how many that can't be told."""

    yes: str
    no: str
    pro: int
    contra: int
    untold: int

    @property
    def in_words(self) -> str:
        """As it follows what they speak of."""
        says = "" if self.yes == "for" else "says " if self.pro == 1 else "say "
        told = f": {self.pro} {says}{self.yes}, {self.contra} {self.no}"
        return f"{told}; of {self.untold} I can't tell" if self.untold else told


_ENOUGH = 3
"""Sides are told where at least every third review that speaks of it takes one."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a review stands: for or has it (1), against or hasn't it (-1), not to be told (0)."""

    best: Said
    side: int


def stands_on(topic: Topic, found: Speaking, scope: Scope) -> list[Stand]:
    """Each review that speaks of the topic, in whatever words that was asked for: figures must not differ."""
    needed = tuple(replace(concept, asked="", asks_yes=None) for concept in topic.needed)
    plainly = replace(topic, needed=needed, wished=())
    stands = []
    for stored in found.reviews:
        said = [one for one in judged(stored, plainly, scope) if one.missing == 0]
        if said:
            claims = [(claimed(one, topic, scope), one) for one in said]
            best = max(claims, key=lambda each: (abs(each[0]), each[1].score))[1]
            stands.append(Stand(best, one_side(side for side, _ in claims)))
    return stands


def claimed(one: Said, topic: Topic, scope: Scope) -> int:
    """What the sentence surely claims: 1 for, -1 against; 0 for nothing, or of another film."""
    concept, known = topic.needed[0], saying(one.text)
    if is_of_another_film(known, scope) and not compares(concept):
        return 0
    return claim(concept, _called_film(one.text, scope), quality=_has_sides(concept))


def _called_film(text: str, scope: Scope) -> str:
    """The text with `the film` for its title, so that it is read what is said of it."""
    film = scope.film
    if film is None or not any(start in text.lower() for start in _starts(film)):
        return text
    return _title_of(film).sub("this film", text)


@lru_cache(maxsize=256)
def _starts(film: Film) -> tuple[str, ...]:
    """What stands in every text that has the film's title, looked for first since most have it not."""
    return tuple(way.lower()[:_START] for way in _ways(film))


_START = 5


def _ways(film: Film) -> list[str]:
    """A film's title whole, and the part before or behind its colon, the longest first."""
    parts = (part for part in re.split(r"\s*[:–—]\s+", film.title) if " " in part)
    return sorted({film.title, *parts}, key=len, reverse=True)


@lru_cache(maxsize=256)
def _title_of(film: Film) -> re.Pattern[str]:
    """A film's title as reviews write it; a single word, which may mean anything, only with a capital."""
    written = "|".join(
        f"(?i:{_numerals(re.escape(way))})" if " " in way else f"{re.escape(way)}|{re.escape(way.upper())}"
        for way in _ways(film)
    )
    return re.compile(rf"\b(?:{written})(?!\w)(?: \({film.year}\))?")


def _numerals(title: str) -> str:
    """The pattern of a title whose last numeral may be written as a figure."""
    return re.sub(r"(?<=\ )(?:II|III|IV|2|3|4)$", lambda found: _SAME_NUMBER[found[0]], title)


_SAME_NUMBER = {one: f"(?:{both})" for both in ("II|2", "III|3", "IV|4") for one in both.split("|")}


def _has_sides(concept: Concept) -> bool:
    """Whether a quality is asked about, which a film has or lacks."""
    return concept.subject is not None and (
        concept.asks_yes is not None or concept.subject.label.startswith("how ")
    )


def named_sides(topic: Topic) -> tuple[str, str] | None:
    """What the sides are called; None where there are none.

    Praise beside what a film tells of is no opinion on it.
    """
    concept, subject = topic.needed[0], topic.needed[0].subject
    if subject is None:
        return ("for", "against") if concept.person else None
    if _has_sides(concept):
        return subject.sides
    return None if subject.fact or subject.content else ("for", "against")


def sides_of(stands: Sequence[Stand], topic: Topic) -> Sides | None:
    """How many stand where; None where too few take a side."""
    named = named_sides(topic)
    sides = [stand.side for stand in stands]
    pro, contra = sides.count(1), sides.count(-1)
    if named is None or not pro + contra or (pro + contra) * _ENOUGH < len(stands):
        return None
    return Sides(*named, pro, contra, len(stands) - pro - contra)
