"""What people speak of when they speak of a film, and in which words (see `film_talk.toml`)."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.language.senses import sense
from bot.language.spelling_ways import american, both_ways


@dataclass(frozen=True, slots=True)
class Subject:
    """A subject of film talk: `label` follows `speak of`.

    `words` are about it, `weak` ones often about something else; `yes` and `no` words say that a film has the
    quality or lacks it; `asked` ask for it. All of them are stems, of single words and of phrases; `spelt`
    holds them as they are written. A `fact` is told by reviews or not, and nobody's opinion; a sentence tells
    it only where its `proof`, if it has one, is found there.
    """

    name: str
    label: str
    spelt: frozenset[str]
    words: frozenset[str]
    weak: frozenset[str]
    yes: frozenset[str]
    no: frozenset[str]
    asked: frozenset[str]
    fact: bool
    proof: re.Pattern[str] | None
    homonyms: re.Pattern[str] | None
    """Where its words mean something else: the whole match, or the group in it that matched."""
    qualities: frozenset[str]
    """The words of both `yes` and `no`."""
    sides: tuple[str, str] | None
    """What `yes` and `no` say of the film in a word; None where its words don't tell that."""
    content: bool
    """Whether it is something in the film, so that praise beside it is no opinion on it."""

    @property
    def every_word(self) -> frozenset[str]:
        """Whatever may show that a sentence is about the subject."""
        return self.words | self.weak | self.yes | self.no


@cache
def subjects() -> dict[str, Subject]:
    """Every subject by its name."""
    text = files("bot.language").joinpath("film_talk.toml").read_text(encoding="utf-8")
    return {name: _subject(name, entry) for name, entry in tomllib.loads(text).items()}


def _subject(name: str, entry: dict[str, Any]) -> Subject:
    phrases = {kind: _phrases(entry.get(kind, "")) for kind in ("words", "weak", "yes", "no", "asked")}
    told = [phrase for kind in ("words", "weak", "yes", "no") for phrase in phrases[kind]]
    return Subject(
        name=name,
        label=entry["label"],
        spelt=frozenset(way for phrase in told for way in both_ways(phrase)),
        fact=entry.get("fact", False),
        proof=re.compile(entry["proof"]) if "proof" in entry else None,
        homonyms=re.compile(entry["homonyms"]) if "homonyms" in entry else None,
        qualities=frozenset(map(stemmed, [*phrases["yes"], *phrases["no"]])),
        content=entry.get("content", False),
        sides=tuple(entry.get("sides", ("for", "against"))) or None,
        **{kind: frozenset(map(stemmed, found)) for kind, found in phrases.items()},
    )


def _phrases(text: str) -> list[str]:
    return [phrase for part in text.split(",") if (phrase := " ".join(part.split()))]


def stemmed(phrase: str) -> str:
    """The phrase with each of its words as a stem."""
    return " ".join(sense(american(word)) for word in phrase.split())


@cache
def subjects_asked_by() -> dict[str, str]:
    """For each word or phrase with which a subject is asked for, the subject's name; the first one wins."""
    found: dict[str, str] = {}
    for name, subject in subjects().items():
        for phrase in sorted(subject.asked):
            found.setdefault(phrase, name)
    for name, subject in subjects().items():
        for phrase in sorted(subject.words | subject.yes | subject.no):
            found.setdefault(phrase, name)
    return found


@cache
def spelt_words() -> frozenset[str]:
    """Every word of the subjects as it is written."""
    return frozenset(
        word for subject in subjects().values() for phrase in subject.spelt for word in phrase.split()
    )
