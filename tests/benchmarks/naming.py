"""Misspelt names: how fast and how well the reviews are found that speak of their bearers.

The truth is the generator's: which reviews speak of whom, by the full name or by the surname alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from rapidfuzz import fuzz, process

from bot.answers.passages import around
from bot.answers.people import FORMS_STRESSED
from bot.language.printed_names import PrintedName
from bot.language.words import plain
from bot.store.library import Library
from bot.store.people import find_people, reviews_mentioning, spellings
from tests.benchmarks.engines import TOP, Tantivy, texts
from tests.benchmarks.library_generator import GeneratedLibrary
from tests.benchmarks.people import Person
from tests.benchmarks.words import one_edit

ASKED = 200
_ALIKE = 85


@dataclass(frozen=True, slots=True)
class Asked:
    """A name as it is typed, and the reviews that truly speak of its bearer, by their places."""

    typed: str
    by_full_name: frozenset[int]
    by_any_name: frozenset[int]


@dataclass(slots=True)
class Found:
    """What was found of what is true, over all names."""

    full: int = 0
    full_found: int = 0
    any: int = 0
    any_found: int = 0
    found: int = 0

    def add(self, asked: Asked, found: Collection[int]) -> None:
        found = set(found)
        self.full += len(asked.by_full_name)
        self.full_found += len(asked.by_full_name & found)
        self.any += len(asked.by_any_name)
        self.any_found += len(asked.by_any_name & found)
        self.found += len(found)

    @property
    def recall_of_full_names(self) -> float:
        return self.full_found / self.full

    @property
    def recall(self) -> float:
        return self.any_found / self.any

    @property
    def precision(self) -> float:
        return self.any_found / self.found if self.found else 1.0


class Names:
    """Our way: the people table, then the reviews that speak of the likeliest."""

    name = "Pullquote"

    def __init__(self, library: Library) -> None:
        self._library = library

    def search(self, asked: Asked) -> object:
        """Who is meant, and the passages of the first reviews that speak of them, as an answer shows them."""
        people = find_people(self._library, asked.typed)
        if not people:
            return ()
        reviews = reviews_mentioning(self._library, people[0].id, limit=TOP)
        forms = spellings(self._library, people[0].id, limit=FORMS_STRESSED)
        printed = PrintedName(form for form, _ in forms)
        return [around(item, printed.spans(item.review.text)) for item in reviews]

    def all(self, asked: Asked) -> list[int]:
        """All reviews that speak of who is meant, by their places."""
        people = find_people(self._library, asked.typed)
        if not people:
            return []
        sql = "SELECT standing & 4294967295 AS id FROM mention WHERE person_id = ?"
        return [row["id"] - 1 for row in self._library.rows(sql, (people[0].id,))]


class EveryText:
    """rapidfuzz over all texts, as a bot without an index does it."""

    name = "rapidfuzz over all texts"

    def __init__(self, library: Path) -> None:
        self._texts = [plain(f"{title}\n{text}") for _, title, text in texts(library)]

    def all(self, asked: Asked) -> list[int]:
        """The places of the texts that hold something like the name."""
        found = process.extract(
            plain(asked.typed), self._texts, scorer=fuzz.partial_ratio, score_cutoff=_ALIKE, limit=None
        )
        return [place for _, _, place in found]


def make_questions(library: GeneratedLibrary, count: int = ASKED) -> list[Asked]:
    """Names of people, each misspelt by one edit; the well-known ones are asked for more often."""
    full: dict[Person, set[int]] = defaultdict(set)
    surname: dict[Person, set[int]] = defaultdict(set)
    place = 0
    for film in library.films():
        for item in film.reviews:
            for mention in item.mentions:
                (full if mention.full else surname)[mention.person].add(place)
            place += 1
    random = Random("names")
    spoken_of = sorted((person for person in full if len(full[person]) > 2), key=lambda one: -len(full[one]))
    people = [spoken_of[int(len(spoken_of) ** random.random()) - 1] for _ in range(count)]
    return [
        Asked(
            _misspelt(str(person), random), frozenset(full[person]), frozenset(full[person] | surname[person])
        )
        for person in people
    ]


def _misspelt(name: str, random: Random) -> str:
    first, _, last = name.partition(" ")
    return (
        f"{one_edit(first, random)} {last}" if random.random() < 0.3 else f"{first} {one_edit(last, random)}"
    )


def judge(find: Callable[[Asked], Collection[int]], questions: Sequence[Asked]) -> Found:
    """How much of the truth is found."""
    found = Found()
    for asked in questions:
        found.add(asked, find(asked))
    return found


def fuzzy(engine: Tantivy) -> Callable[[Asked], object]:
    """tantivy's fuzzy query for the name."""
    return lambda asked: engine.search_name(plain(asked.typed))
