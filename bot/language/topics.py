"""What a question asks about, in its own words and in the words of those who answer it unasked.

`is it slow` asks for a quality, `the music` for a subject, `the parrot` for a thing that only the reviews
know, `does the dog die` for two things at once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.language.film_talk import Subject, subjects, subjects_asked_by
from bot.language.senses import sense
from bot.language.spelling_ways import american, both_ways
from bot.language.stance import Words, by_first_word, is_turned, places_of, valence
from bot.language.topic_words import FRAME, GENERAL, OF_FILMS, same_words

_LONGEST_PHRASE = 5
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|sixty"
    r"|seventy|eighty|ninety|hundred|thousand|million|billion|half|dozen)\b"
)
_ASKS_NUMBER = re.compile(r"\bhow (?:much|many|long|old|big|tall)\b|\bwhat (?:year|time)\b|\bwhen\b")
_ASKS_FACT = re.compile(
    r"^(?:what|which) (?!(?:about|of|other|kind|sort|else|more|part|parts|scene|bit|bits|thing|things"
    r"|aspect|is|was|are"
    r"|do|did|does|were|people|reviewers|they|can|would|could)\b)\w+ (?:(?!people|they|reviewers"
    r"|reviews)\w+ )?(?:is|was|are|were|does|did)\b"
    r"(?!.*\b(?:like|think|say|said|opinion|good|bad|best|worst|favou?rite)\b)|"
    r"^(?:on|in|at|by|from|with|for) (?:what|which) (?!way|sense|mood|part)\w+ (?:is|was|are|were|does"
    r"|did|do)\b|"
    r"^(?:(?:what is|whats) )?(?:the )?names? of\b|"
    r"^(?:and |so )?who (?!(?:else|liked|loved|hated|disliked|enjoyed|praised|mentioned|noticed|criticised"
    r"|criticized|complained|agreed|recommended|reviewed|rated|watched|played|directed)\b)\w+ed"
    r" (?:the|that|this|his|her|its) \w+|"
    r"^(?:what|which) (?:\w+ ){0,2}(?:brand|model|company|studio|country|city|street|position|format"
    r"|award)\b|"
    r"^(?:(?:and|so|but|ok|hey|please|tell me|do you know) )*(?:(?:what|which|where|when) (?:is|was|are"
    r"|were|did|does|kind|year|s)|how (?:many|old|tall|big)|in which)\b"
    r"(?!.*\b(?:like|think|say|said|opinion|good|bad|special|remarkable|interesting|memorable|annoying"
    r"|wrong)\b)"
)
_ASKS_WHETHER = re.compile(r"^(?:(?:and|so|but|ok|hey|please) )*(?:is|are|was|were) there\b")
_ROOT = 4


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked about: a subject of film talk, a person, or plain words.

    `phrases` are stems, `spelt` the words to look up, `asked` the stems with which it was asked for.
    `asks_yes` is True where a quality is asked for, False where its opposite is, None where no quality is.
    `proof` must be found in a sentence that can tell it, None where any that speaks of it will do.
    """

    label: str
    phrases: frozenset[str]
    spelt: frozenset[str]
    asked: str = ""
    subject: Subject | None = None
    asks_yes: bool | None = None
    person: bool = False
    proof: re.Pattern[str] | None = None
    cast: frozenset[str] = frozenset()
    """Stems of the names of those who act, where the acting is asked about: who judges them judges it."""

    @property
    def fact(self) -> bool:
        """Whether it is something that reviews either tell or don't, and nobody's opinion."""
        return self.subject is not None and self.subject.fact

    def is_of(self, *subjects: str) -> bool:
        """Whether it is one of these subjects of film talk."""
        return self.subject is not None and self.subject.name in subjects

    def places(self, words: Words) -> list[int]:
        """Where the sentence speaks of it."""
        found = places_of(self.phrases, words)
        if self.subject is not None and self.subject.homonyms is not None and found:
            meant = homonyms_in(self.subject.homonyms, words)
            found = [place for place in found if place not in meant]
        if self.person or (self.subject is not None and not self.fact):
            return found
        return [place for place in found if not is_simile(words, place)]

    def mentions(self, words: Words) -> bool:
        """Whether the sentence has its words at all, be it in a comparison."""
        return bool(places_of(self.phrases, words))

    def stance(self, words: Words, places: list[int]) -> int:
        """For (1), against (-1) or not to be told (0)."""
        if self.asks_yes is None:
            return valence(words, places)
        return self.quality(words, places) * (1 if self.asks_yes else -1)

    def quality(self, words: Words, places: list[int]) -> int:
        """Whether the sentence says that the film has the quality (1), lacks it (-1), or neither (0)."""
        if self.subject is None:
            return 0
        says = sum(_says(self.subject, words, place) for place in self.strong(words, places))
        return (says > 0) - (says < 0)

    def strong(self, words: Words, places: list[int]) -> list[int]:
        """Those of the places that surely speak of it, and not of some other thing in such a word."""
        subject = self.subject
        if subject is None:
            return places
        qualities = subject.qualities
        return [
            place
            for place in places
            if stands_at(subject.words, words, place)
            or (
                (length := length_at(qualities, words, place)) > 1
                or (length and not is_of_something_else(words, place))
            )
        ]

    def telling(self, words: Words, places: list[int]) -> float:
        """How well the words at the places fit what was asked, from 0 to 2."""
        fit = 0.8 * any(_same_root(words.stems[place], self.asked) for place in places)
        if self.subject is None or self.asks_yes is None:
            return fit
        return fit + 1.2 * any(stands_at(self.subject.qualities, words, place) for place in places)


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence must speak of to answer, and what it had better speak of besides.

    Without any `needed` concept the film altogether is asked about.
    """

    needed: tuple[Concept, ...] = ()
    wished: tuple[Concept, ...] = ()
    wants_number: bool = False
    fact: bool = False

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All of them."""
        return self.needed + self.wished

    @property
    def label(self) -> str:
        """What is asked about, as it follows `speak of`."""
        return " and ".join(concept.label for concept in self.needed) or "the film"

    @property
    def label_of_any(self) -> str:
        """The same, where some speak of a part of it only."""
        return " or ".join(concept.label for concept in self.needed) or "the film"


@lru_cache(maxsize=256)
def hint_of(spelt: frozenset[str]) -> re.Pattern[str]:
    """What must stand in a plain text that has one of the words or phrases, in whatever form."""
    starts = {max(phrase.split(), key=len)[:_START].removesuffix("y") for phrase in spelt}
    shortest = {
        start for start in starts if not any(start != other and start.startswith(other) for other in starts)
    }
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(shortest)))})")


_START = 4


def read_topic(text: str) -> Topic:
    """The topic of a question's words (in small letters, without the film's name)."""
    words = [american(word) for word in re.findall(r"[^\W_]+", text)]
    stems = [sense(word) for word in words]
    found: dict[str, Concept] = {}
    place = 0
    while place < len(words):
        size, concept = _concept_at(words, stems, place)
        if concept is not None:
            found[concept.label] = _joined(found.get(concept.label), concept)
        place += size
    concepts = tuple(found.values())
    if _ASKS_CONTENT.search(text):
        concepts = tuple(map(_asked_for_content, concepts))
    whether = bool(_ASKS_WHETHER.search(text)) and all(concept.subject is None for concept in concepts)
    return weighed(
        concepts,
        wants_number=bool(_ASKS_NUMBER.search(text)),
        fact=bool(_ASKS_FACT.search(text)) or whether,
    )


_ASKS_CONTENT = re.compile(
    r"^(?:(?:and|so|but) )*what (?:is|was|were) (?:hidden )?(?:in|inside|on) (?:the|that|his|her) \w+$"
)


def _asked_for_content(concept: Concept) -> Concept:
    """`what was in the sandwich`: a sentence that only has the word tells nothing of what was in it."""
    if concept.subject is not None:
        return concept
    words = "|".join(map(re.escape, sorted(concept.spelt)))
    within = rf"\b(?:in|inside|into|out of|on) (?:the|that|this|his|her|a) (?:\w+ )?(?:{words})\b"
    opened = (
        rf"\b(?:{words})\b(?:\W+\w+){{0,4}}?\W+(?:opened|open|full|empty|contain\w*|hold\w*|filled|hid\w*)\b"
    )
    return replace(concept, proof=re.compile(f"{within}|{opened}", re.IGNORECASE))


def _joined(one: Concept | None, other: Concept) -> Concept:
    """What is asked for twice, with the words of both; one that asks for a quality leads."""
    if one is None:
        return other
    first = other if one.asks_yes is None else one
    return replace(first, asked=f"{one.asked} {other.asked}")


def weighed(concepts: tuple[Concept, ...], *, wants_number: bool = False, fact: bool = False) -> Topic:
    """What of the concepts an answer needs, and what it had better have.

    `fact` is True where the question asks for something that is told or not, whatever it is called.
    """
    needed = _needed(_Sorted.of(concepts), fact=fact)
    named = {word for concept in needed for word in concept.label.split()}
    wished = tuple(concept for concept in concepts if concept not in needed and concept.label not in named)
    fact = fact or any(concept.fact for concept in needed)
    return Topic(tuple(needed), wished, wants_number and fact, fact)


@dataclass(frozen=True, slots=True)
class _Sorted:
    """What a question speaks of, by kind."""

    facts: list[Concept]
    worth: list[Concept]
    compared: list[Concept]
    people: list[Concept]
    subjects: list[Concept]
    qualities: list[Concept]
    words: list[Concept]

    @classmethod
    def of(cls, concepts: tuple[Concept, ...]) -> _Sorted:
        kinds: dict[str, list[Concept]] = {name: [] for name in cls.__slots__}
        for concept in concepts:
            kinds[_kind(concept)].append(concept)
        return cls(**kinds)


def _kind(concept: Concept) -> str:
    if concept.subject is None:
        return "people" if concept.person else "words"
    if concept.fact:
        return "facts"
    if concept.subject.name in ("worth", "comparison"):
        return {"worth": "worth", "comparison": "compared"}[concept.subject.name]
    return "subjects" if concept.asks_yes is None else "qualities"


def _needed(given: _Sorted, *, fact: bool) -> list[Concept]:
    """Facts whole; else people or a subject; else a quality; else a comparison, or what the words name."""
    words, people = given.words, given.people
    filled = given.qualities or any(one.is_of("pace", "story") for one in given.subjects)
    facts = [one for one in given.facts if not (one.is_of("runtime") and filled)]
    if facts and not given.worth:
        return [*facts, *words, *people]
    if fact and people and words:
        return [*people, *words]
    if people:
        besides = [one for one in given.subjects if not one.is_of(*_SAID_OF_PEOPLE)]
        return [*people[:1], *besides[:1]]
    treated = [one for one in given.qualities if one.is_of("realism") and not one.asks_yes]
    if treated:
        return treated[:1]
    if given.subjects:
        leading = [
            one
            for one in given.subjects
            if not one.is_of(*_GIVE_WAY)
            and not (one.is_of("age") and given.compared)  # the sequel holds up beside the first
        ]
        if not leading and given.compared:
            return given.compared[:1]
        return [*(leading or given.subjects)[:1], *(words if fact else [])]
    if given.qualities:
        return given.qualities[:1]
    some = [_any_of(words)] if words else []
    if given.compared and (not some or _OF_THE_FIRST.search(given.compared[0].asked)):
        return given.compared[:1]
    if given.worth:
        return [*some, *given.worth]
    return words


_OF_THE_FIRST = re.compile(r"\b(?:first|origin|predecessor|part|sequel|on)\b")


def _any_of(words: list[Concept]) -> Concept:
    """One thing, which any of the words names."""
    return Concept(
        " ".join(word.label for word in words),
        frozenset[str]().union(*(word.phrases for word in words)),
        frozenset[str]().union(*(word.spelt for word in words)),
        " ".join(word.asked for word in words),
    )


_GIVE_WAY = frozenset("sound atmosphere symbolism".split())
"""Subjects that say little beside another: `the sound of the synths` asks about the music."""

_SAID_OF_PEOPLE = frozenset("acting character support emotion comparison realism worth".split())


def _concept_at(words: list[str], stems: list[str], place: int) -> tuple[int, Concept | None]:
    asked = subjects_asked_by()
    for size in range(min(_LONGEST_PHRASE, len(words) - place), 0, -1):
        phrase = " ".join(stems[place : place + size])
        if phrase in asked and not (size == 1 and words[place] in FRAME):
            subject = subjects()[asked[phrase]]
            asks_yes = True if phrase in subject.yes else False if phrase in subject.no else None
            spelt = subject.spelt
            return size, Concept(subject.label, subject.every_word, spelt, phrase, subject, asks_yes)
    word = words[place]
    if word in FRAME or stems[place] in GENERAL or len(word) < 2:
        return 1, None
    same = same_words(word)
    phrases = frozenset(sense(american(other)) for other in same)
    spelt = frozenset(way for other in same for way in both_ways(other))
    return 1, Concept(word, phrases, spelt, stems[place])


def _same_root(one: str, asked: str) -> bool:
    return any(
        one == other
        or (min(len(one), len(other)) > 2 and (one.startswith(other) or other.startswith(one)))
        or (len(one) > _ROOT and len(other) > _ROOT and one[: _ROOT + 1] == other[: _ROOT + 1])
        for other in asked.split()
    )


def _says(subject: Subject, words: Words, place: int) -> int:
    """Whether the words at the place say that the film has the quality (1) or lacks it (-1)."""
    said = stands_at(subject.yes, words, place) - stands_at(subject.no, words, place)
    return -said if is_turned(words, place) else said


def stands_at(phrases: frozenset[str], words: Words, place: int) -> bool:
    """Whether one of the phrases stands at the place."""
    _, single, several = by_first_word(phrases)
    stems = words.stems
    word = stems[place]
    return word in single or any(
        stems[place : place + len(phrase)] == phrase for phrase in several.get(word, ())
    )


def length_at(phrases: frozenset[str], words: Words, place: int) -> int:
    """How many words the longest of the phrases takes that stands at the place; 0 where none does."""
    _, single, several = by_first_word(phrases)
    stems = words.stems
    lengths = [len(one) for one in several.get(stems[place], ()) if stems[place : place + len(one)] == one]
    return max(lengths, default=int(stems[place] in single))


def is_of_something_else(words: Words, place: int) -> bool:
    """`slow climb`, `brutal father`: the quality of something in the film rather than of the film."""
    after = words.plain[place + 1] if place + 1 < len(words.plain) else ""
    if after in ("films", "movies"):
        return True
    if after.endswith("ly") and after != "family":
        return False
    return after.isalpha() and after not in FRAME and sense(after) not in OF_FILMS


@lru_cache(maxsize=8_192)
def homonyms_in(pattern: re.Pattern[str], words: Words) -> frozenset[int]:
    """The places of words that mean something else here: `by the end` is no ending, `a line` no dialogue."""
    text = " ".join(words.plain)
    places: set[int] = set()
    for found in pattern.finditer(text):
        start, end = found.span(found.lastindex or 0)
        first = text.count(" ", 0, start)
        places.update(range(first, first + text.count(" ", start, end) + 1))
    return frozenset(places)


_BETWEEN = frozenset("a an the some one old young big little very much pretty of".split())


def is_simile(words: Words, place: int) -> bool:
    """`like a dog`, `as a dog`: the word names no dog of the film."""
    for back, word in enumerate(reversed(words.plain[max(0, place - 4) : place])):
        if word == "like":
            return True
        if back and word not in _BETWEEN:
            return False
    return False


def proves(concept: Concept, sentence: str) -> bool:
    """Whether a sentence that speaks of a fact can tell it: a running time has a number of minutes."""
    proof = concept.subject.proof if concept.subject else concept.proof
    return proof is None or bool(proof.search(sentence))


def has_number(sentence: str) -> bool:
    """Whether a sentence tells a number."""
    return bool(_NUMBER.search(sentence.lower()))
