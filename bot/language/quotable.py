"""Which sentences of a review are worth quoting by themselves, and how much.

A quote in a channel has no review around it: it must stand without one, and be worth reading. So it judges
the film or paints it (praise, blame, a comparison, an image) and doesn't retell it. A sentence is judged by
its words alone, and only when a quote is asked for: an import judges none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from bot.language import quotable_phrases as phrases
from bot.language.english import english_words
from bot.language.giving_away import speaks_of_ending
from bot.language.quotable_words import (
    CRAFT,
    ENGLISH,
    FILM,
    HE,
    LEANING,
    MILD,
    PEOPLE,
    PLOT,
    REACTIONS,
    STRONG,
    THEY,
    WATCHERS,
    WATCHING,
    WHOLE_FILMS,
    YOU,
)
from bot.language.sentences import Span, sentences

SHORTEST, LONGEST = 25, 260
"""Lengths in characters between which a passage is a quote rather than a shout or a paragraph."""

GOOD = 2.3
"""What a passage must be worth to be quoted unasked."""

_MOST_OF_A_REVIEW, _LETTERS_A_QUOTE = 8, 120
_SHORT, _SHORT_TOGETHER = 70, 130
"""Sentences so short, and no longer together, are told in one breath."""
_LESS_FOR_TWO = 0.5
_ENGLISH_SHARE = 0.6
"""Of its words, names among them, where less than a third are such as every English sentence has."""

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_SMALL_STOP = re.compile(r"[.!?…]+[)\"”']*(?=\s)|\n+")
_CLOSES = ".!?…\"”)’'"
_MANY = re.compile(r"...[^s]s$")
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"))

_KNOWN = ENGLISH | FILM | STRONG | MILD
_OF_ANY_FILM = ENGLISH | FILM
_JUDGING = STRONG | MILD
_I = frozenset(("I", "I'm", "I've", "I'd", "I'll"))
_WE = frozenset("i i'm i've i'd we we've you there".split())
_OBJECTS = frozenset(("him", "her", "them"))
_IS = frozenset("it's is was has hasn't isn't wasn't doesn't didn't feels felt looks seems".split())
_POINTS_OUT = frozenset("a an the one my his her its in of".split())


@dataclass(frozen=True, slots=True)
class Quotable:
    """A passage that stands by itself: where in its text, and what it is worth as a quote."""

    span: Span
    worth: float


def places_for_quotes(text: str) -> int:
    """As many quotes as a review may give: one for each so many letters, up to a few."""
    return min(len(text) // _LETTERS_A_QUOTE + 1, _MOST_OF_A_REVIEW)


def good_quotes(text: str) -> list[Quotable]:
    """What of a review is good enough to be quoted unasked, the best first."""
    return best_apart(standing_alone(text, least=GOOD))[: places_for_quotes(text)]


def best_apart(quotes: Iterable[Quotable]) -> list[Quotable]:
    """The best first, of equals the shorter, and none that shares a sentence with one before it."""
    chosen: list[Quotable] = []
    for quote in sorted(quotes, key=lambda quote: (-quote.worth, quote.span[1] - quote.span[0])):
        start, end = quote.span
        if all(end <= other.span[0] or other.span[1] <= start for other in chosen):
            chosen.append(quote)
    return chosen


def standing_alone(
    text: str, *, least: float | None = None, holds: Callable[[str], object] | None = None
) -> Iterator[Quotable]:
    """Passages of one or two sentences that can be quoted without what stands around them.

    A sentence that leans on the one before (`But he ...`) is quoted with it or not at all. Passages may share
    a sentence. With `least`, only those that are worth so much; with `holds`, those for which it is true.
    """
    for passage, less in _passages(text):
        if holds is None or holds(text[passage.start : passage.end]):
            worth = passage.worth_alone()
            if worth is None or (least is not None and worth - less < least):
                continue
            if not speaks_of_ending(passage.text):
                yield Quotable((passage.start, passage.end), worth - less)


def _passages(text: str) -> Iterator[tuple[_Passage, float]]:
    """Sentences, and two as one where that may be quoted; with what is taken off their worth."""
    without_capitals = _is_without_capitals(text)
    before: _Passage | None = None
    for start, end in _small_sentences(text) if without_capitals else sentences(text):
        opens = before is None or "\n" in text[before.end : start]
        sentence = _Passage(text, start, end, opens=opens, without_capitals=without_capitals)
        if end - start <= LONGEST:
            yield sentence, 0.0
            if before is not None and not opens and _belong_together(before, sentence):
                yield before.with_next(sentence), _LESS_FOR_TWO
        before = sentence


def _belong_together(first: _Passage, second: _Passage) -> bool:
    """Whether the second sentence leans on the first, or both are short."""
    length = second.end - first.start
    short = max(len(first.text), len(second.text)) <= _SHORT and length <= _SHORT_TOGETHER
    if length > LONGEST or first.leans or not (short or second.leans):
        return False
    return not phrases.LIST_ITEM.match(second.text)


def _is_without_capitals(text: str) -> bool:
    """Whether the reviewer writes all in small letters."""
    return text[:1].islower() and (" i " in text or sum(map(str.isupper, text)) * 100 < len(text))


def _small_sentences(text: str) -> Iterator[Span]:
    start = 0
    for end in (*(stop.end() for stop in _SMALL_STOP.finditer(text)), len(text)):
        if passage := text[start:end].strip():
            begin = text.index(passage, start)
            yield begin, begin + len(passage)
        start = end


class _Passage:
    """A sentence, or two, as far as it has been looked at."""

    def __init__(self, whole: str, start: int, end: int, *, opens: bool, without_capitals: bool) -> None:
        self.whole, self.start, self.end = whole, start, end
        self.opens, self.without_capitals = opens, without_capitals
        self.text = whole[start:end].replace("’", "'")
        self.small = self.text.lower()
        self.spaced = f" {self.small}"
        self.shouts = self.text.isupper()

    @cached_property
    def tokens(self) -> Sequence[str]:
        """Its words as they are printed."""
        return _WORD.findall(self.text)

    @cached_property
    def words(self) -> Sequence[str]:
        """Its words in small letters, without the `'s` of an owner."""
        return [token.removesuffix("'s") for token in _WORD.findall(self.small)]

    @cached_property
    def held(self) -> frozenset[str]:
        """Its words and those with an apostrophe whole: what it holds, in no order."""
        return frozenset(self.words)

    @cached_property
    def leans(self) -> bool:
        """Whether it goes on from the sentence before it."""
        word = _WORD.search(self.small)
        if word is None or word.start() > 3:
            return True
        first, place = word.group().split("'")[0], word.start()
        if first == "this":
            return not phrases.THIS_FILM.match(self.small, place)
        if first == "there":
            return not phrases.THERE_IS.match(self.small, place)
        return first in LEANING or phrases.GOES_ON.match(self.small, place) is not None

    def with_next(self, other: _Passage) -> _Passage:
        """It and the next sentence."""
        return _Passage(
            self.whole, self.start, other.end, opens=self.opens, without_capitals=self.without_capitals
        )

    def worth_alone(self) -> float | None:
        """What it is worth as a quote; None where it doesn't stand by itself."""
        return self._worth() if len(self.text) >= SHORTEST and self._stands() else None

    def _stands(self) -> bool:
        if not self._is_whole() or self.leans or not self._is_english() or self._dangles():
            return False
        if phrases.IT.match(self.small) and not (self.opens or self._says_what_it_is()):
            return False
        if self.words[0] in _WE and self._has(phrases.VAGUE) and not (self.opens or self.held & WHOLE_FILMS):
            return False
        if phrases.NEVER.search(self.small) or self._has(phrases.OF_THE_REVIEW):
            return False
        return not self._has(phrases.TELLS_WHO_DIES)

    def _has(self, phrase: phrases.Phrase) -> bool:
        return phrase.stands_in(self.spaced, self.held)

    def _is_whole(self) -> bool:
        text = self.text
        if "\n" in text or text.count('"') % 2 or text.endswith(("..", "…")):
            return False
        if any(text.count(opening) != text.count(closing) for opening, closing in _PAIRS):
            return False
        if self.without_capitals:
            return True
        return text[-1] in _CLOSES and (text[0].isupper() or text[0].isdigit() or text[0] in "\"“'‘")

    def _is_english(self) -> bool:
        if 3 * sum(word in _KNOWN for word in self.words) >= len(self.words):
            return True
        english = english_words()
        told = sum(word in _KNOWN or word in english for word in self.words)
        return told >= _ENGLISH_SHARE * len(self.words)

    def _says_what_it_is(self) -> bool:
        """Whether a passage that begins with `it` says that this is a film, or at once what it is like."""
        if self.held & WHOLE_FILMS:
            return True
        if self._has(phrases.REACTS):
            return True
        if _IS.isdisjoint(self.words[:3]) and not self.small.startswith("it's"):
            return False
        if self._has(phrases.IMAGE):
            return True
        judged = next((place for place, word in enumerate(self.words) if word in _JUDGING), None)
        return judged is not None and judged <= 5 and _POINTS_OUT.isdisjoint(self.words[:judged])

    def _dangles(self) -> bool:
        """Whether somebody is only called `he` or `they`, named in an earlier sentence if anywhere."""
        if HE.isdisjoint(self.held) and THEY.isdisjoint(self.held):
            return False
        somebody = several = False
        for place, word in enumerate(self.words):
            if (word in HE and not somebody) or (word in THEY and not several):
                return True
            if place and word in _OBJECTS and self.words[place - 1] in CRAFT:
                return True  # `Oakshaw plays him`: somebody else
            somebody = somebody or word in PEOPLE or self._is_name(place)
            several = several or somebody or _MANY.search(word) is not None
        return False

    def _is_name(self, place: int) -> bool:
        token = self.tokens[place]
        if self.shouts or not token[0].isupper() or token in _I:
            return False
        if place:
            return True
        next_one = self.tokens[1] if len(self.tokens) > 1 else ""
        return self.words[0] not in _KNOWN or next_one[:1].isupper()

    def _worth(self) -> float:
        """What the passage is worth as a quote, in points: about one for each thing that speaks for it."""
        held, has = self.held, self._has
        strong, mild, film = len(held & STRONG), len(held & MILD), len(held & FILM)
        named = not self.shouts and any(token[0].isupper() and token not in _I for token in self.tokens[1:])
        likens = has(phrases.IMAGE)
        hyperbole = not self.shouts and phrases.COULD.search(self.text) is not None
        reacts = bool(held & REACTIONS and held & WATCHERS) or has(phrases.REACTS)
        contrasts = has(phrases.CONTRASTS)
        generally = bool(film) and phrases.GENERALLY.match(self.small) is not None
        echoes = (film > 0 or named or not held.isdisjoint(WATCHING)) and self._echoes()
        worth = min(3.2, 1.7 * strong + 0.9 * mild)
        worth += 2.0 * likens + 1.4 * hyperbole + 1.6 * reacts + 1.0 * contrasts
        worth += 0.9 * (has(phrases.THAN) or has(phrases.COMPARES)) + 1.2 * generally + 1.2 * echoes
        if not (strong or mild or likens or reacts or hyperbole):
            if phrases.OF_THE_CRAFT.match(self.small):
                worth += 1.2
            elif not (echoes or generally or (contrasts and film)):
                worth -= 2.0
        if film:
            worth += min(1.3, 0.8 + 0.25 * film)
        elif named or reacts or self.shouts or self.opens or held & WATCHING:
            worth += 0.5
        worth += 0.5 * (not held.isdisjoint(YOU)) + 0.5 * (named and not held.isdisjoint(CRAFT))
        return round(worth - self._retelling() - self._blemishes() + self._by_length(), 2)

    def _retelling(self) -> float:
        """How much it retells what happens in the film."""
        told = len(self.held & PLOT) + 1.2 * sum(map(self._has, phrases.RETELLS))
        told += 0.5 * sum(word in HE for word in self.words)
        told += 1.5 * (phrases.NAME_IN_BRACKETS.search(self.text) is not None)
        return max(0.0, told - 0.5) * 0.9

    def _blemishes(self) -> float:
        against = 1.0 * self._has(phrases.LEANS_WITHIN) + 0.8 * self._has(phrases.HEDGES)
        against += 2.0 * self._has(phrases.OF_THE_DISC) + 1.0 * self.text.endswith("?")
        return against + 1.6 * (phrases.LIST_ITEM.match(self.text) is not None)

    def _by_length(self) -> float:
        length = len(self.text)
        if length < 40:
            return -0.2
        if length <= 140:
            return 0.5
        return 0.0 if length <= 180 else -1.0

    def _echoes(self) -> bool:
        """Whether a word comes back, as where two things are set against each other."""
        told = [
            word[:5]
            for token, word in zip(self.tokens, self.words, strict=True)
            if len(word) > 3
            and (self.shouts or token[0].islower() or word in _JUDGING)
            and word not in _OF_ANY_FILM
        ]
        return len(set(told)) < len(told)
