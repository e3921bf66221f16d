"""How many reviews stand for something and how many against it, where that can be told."""

from __future__ import annotations

from dataclasses import dataclass, replace

from bot.answers.opinions.judging import said_on
from bot.answers.opinions.said import Said
from bot.answers.scope import Scope
from bot.language.topics import Topic
from bot.store.passages import Speaking


@dataclass(frozen=True, slots=True)
class Sides:
    """How many reviews stand on which side; `yes` and `no` name the sides."""

    yes: str
    no: str
    pro: int
    contra: int

    @property
    def in_words(self) -> str:
        """As it follows what they speak of."""
        if self.yes == "for":
            return f": {self.pro} for, {self.contra} against"
        return f": {self.pro} {'says' if self.pro == 1 else 'say'} {self.yes}, {self.contra} {self.no}"


def sides_on(topic: Topic, said: list[Said]) -> Sides | None:
    """The sides, None where they can't be told: praise beside what a film tells of is no opinion on it."""
    concept, subject = topic.needed[0], topic.needed[0].subject
    if subject is None:
        named = ("for", "against") if concept.person else None
    elif concept.asks_yes is not None or subject.label.startswith("how "):
        named = subject.sides
    else:
        named = None if subject.fact or subject.content else ("for", "against")
    if named is None:
        return None
    by_quality = named != ("for", "against")
    sides = [one.quality if by_quality else one.side for one in said]
    return Sides(*named, sides.count(1), sides.count(-1)) if any(sides) else None


def whoever_speaks(topic: Topic, found: Speaking, scope: Scope) -> list[Said]:
    """Each review's stand on the topic, in whatever words that was asked for: figures must not differ."""
    needed = tuple(replace(concept, asked="", asks_yes=None) for concept in topic.needed)
    plainly = replace(topic, needed=needed, wished=())
    return [one for one in said_on(plainly, found, scope, _stand) if one.missing == 0]


def _stand(one: Said) -> tuple[float, ...]:
    """By how much a sentence tells where its review stands."""
    return -one.missing, abs(one.quality), abs(one.side), one.score
