"""How a sentence stands towards something it speaks of: for, against, or not to be told.

Words of praise and blame count near the thing spoken of, turned round by `not`, `hardly`, `prevents`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.language.praise import BLAME, PRAISE, TURNERS
from bot.language.senses import sense
from bot.language.spelling_ways import american
from bot.language.words import plain

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*|[,;:()—–]|\s-\s")
_APOSTROPHE = re.compile(r"['’]")
_TURNS_WITHIN = 4
_NEAR = 3
_CLAUSE_ENDS = frozenset(", ; : ( ) — – -".split())
_BUT = frozenset("but however although though yet while whereas except".split())
_SET_PHRASES = (
    (re.compile(r"\bnot (?:only|just|merely|simply|kidding|joking)\b"), " "),
    (
        re.compile(
            r"\b(?:nothing short of|no doubt|without (?:a )?doubt|can ?not (?:help|wait)|not to mention)\b"
        ),
        " ",
    ),
    (re.compile(r"\bfresh (?:out of|from)\b"), " just out of "),
    (
        re.compile(
            r"(?:\bnever|\bnot|n['’]?t) (?:seen|heard|read) (?:an? |any )?(?:better|finer|greater|wiser)\b"
        ),
        " superb ",
    ),
    (re.compile(r"\bnever (?:been|felt|seen|heard|laughed|cried) (?:so|such)\b"), " so "),
    (
        re.compile(
            r"\b(?:in top form|(?:at|on) the top of (?:his|her|their|its) game"
            r"|comes? into (?:his|her|their) own"
            r"|carr(?:y|ies|ied) the (?:entire|whole) (?:film|movie|show|picture|thing)"
            r"|steal(?:s|ing)? (?:the (?:show|film|movie|picture)|(?:every|two|all (?:his|her|the)|a few)"
            r" scenes?))\b"
        ),
        " superb ",
    ),
    (re.compile(r"\bcould ?n['’]?t (?:be|have been) (?:better|more)\b"), " perfect "),
    (re.compile(r"\b(?:can|could) ?(?:not|n['’]?t) stand\b|\bfed up\b"), " hate "),
    (
        re.compile(
            r"\b(?:as good as it gets|second to none|first[- ]rate|top[- ](?:notch|class)|spot[- ]on)\b"
        ),
        " superb ",
    ),
    (re.compile(r"\bof (?:an? )?(?:very )?high (?:level|standard|order|quality)\b"), " superb "),
    (re.compile(r"\blet ?-?down\b|\bfalls? apart\b|\b(?:got|gets) on my nerves\b"), " disappointing "),
    (re.compile(r"\b(?:was|were|been) never better\b|\bnever been better\b"), " superb "),
    (re.compile(r"\bnot (?:nearly |quite |half )?as (?:good|strong|great)\b"), " worse "),
    (
        re.compile(r"\bfrom (?:the )?(?:beginning|start|first|opening)(?: \w+)? to (?:the )?\w+"),
        " throughout ",
    ),
    (re.compile(r"\b(?:too much|too many|too little|too few|too \w+)\b"), " too "),
)


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's words in order: small, without accents and apostrophes; and the stem of each."""

    plain: tuple[str, ...]
    stems: tuple[str, ...]


_ANY_SET_PHRASE = re.compile(
    r"\bnot (?:only|just|merely|simply|kidding|joking|to mention|nearly|quite|half|as)\b|nothing short|doubt"
    r"|can ?n[o']?.?t\b|could ?n|\bfrom (?:the )?(?:beginning|start|first|opening)\b"
    r"|\bfresh (?:out|from)\b|fed up|good as it gets|second to none|\btoo\b"
    r"|in top form|top of (?:his|her|their|its) game|into (?:his|her|their) own|\bcarr\w+ the |\bsteal\w* "
    r"|never \w+ (?:so|such)\b|seen an? (?:better|finer|greater|wiser)\b"
    r"|\bhigh (?:level|standard|order|quality)\b"
    r"|first.rate|top.(?:notch|class)|spot.on|let.?down|falls? apart|my nerves|never (?:been )?better"
)


@lru_cache(maxsize=16_384)
def words_of(sentence: str) -> Words:
    """The words of a sentence; commas and brackets stand among them."""
    text = plain(sentence)
    if _ANY_SET_PHRASE.search(text):
        for phrase, meaning in _SET_PHRASES:
            text = phrase.sub(meaning, text)
    found = [
        _american(_APOSTROPHE.sub("", word) if "'" in word or "’" in word else word)
        if word[0].isalnum()
        else word.strip()
        for word in _WORD.findall(text)
    ]
    return Words(tuple(found), tuple(map(_sense, found)))


_american = lru_cache(maxsize=65_536)(american)
_sense = lru_cache(maxsize=65_536)(sense)


def places_of(phrases: frozenset[str], words: Words) -> list[int]:
    """Where one of the phrases (of stems) stands in the sentence, by the place of its first word."""
    first, single, several = by_first_word(phrases)
    stems = words.stems
    if first.isdisjoint(stems):
        return []
    return [
        place
        for place, word in enumerate(stems)
        if word in single
        or (word in several and any(stems[place : place + len(phrase)] == phrase for phrase in several[word]))
    ]


@lru_cache(maxsize=1_024)
def by_first_word(
    phrases: frozenset[str],
) -> tuple[frozenset[str], frozenset[str], dict[str, list[tuple[str, ...]]]]:
    """Every word with which a phrase begins; the phrases of one word, and the others by their first."""
    several: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        first, *others = phrase.split()
        if others:
            several.setdefault(first, []).append((first, *others))
    single = frozenset(phrase for phrase in phrases if " " not in phrase)
    return single.union(several), single, several


def valence(words: Words, around: Sequence[int]) -> int:
    """Praise less blame in the clauses of the given places; without places, in all of the sentence."""
    clause = clauses(words)
    near = {clause[place] for place in around}
    total = 0
    for place, word in enumerate(words.stems):
        if near and clause[place] not in near:
            continue
        weight = (word in PRAISE) - (word in BLAME)
        if weight and not belongs_to_comparison(words, place):
            total += -weight if is_turned(words, place) else weight
    return (total > 0) - (total < 0)


def is_judged_near(words: Words, places: Sequence[int]) -> bool:
    """Whether a word of praise or blame stands beside one of the places, with a few words between at most."""
    return any(
        words.stems[near] in PRAISE or words.stems[near] in BLAME
        for place in places
        for near in range(max(0, place - _NEAR), min(len(words.stems), place + _NEAR + 1))
        if near != place
    )


def evaluates(words: Words) -> int:
    """How many words of praise or blame the sentence holds."""
    return sum(word in PRAISE or word in BLAME for word in words.stems)


def is_turned(words: Words, place: int) -> bool:
    """Whether what stands at the place is said not to be so."""
    turned = 0
    for back in range(1, _TURNS_WITHIN + 1):
        if place - back < 0 or words.plain[place - back] in _CLAUSE_ENDS or words.plain[place - back] in _BUT:
            break
        turned += turns(words, place - back, place)
    return turned % 2 == 1


def turns(words: Words, at: int, place: int) -> bool:
    """Whether a word turns round what stands further on, and not its own verb alone."""
    word = words.plain[at]
    return word in TURNERS and not (
        word in _OF_ITS_VERB and any(between in _LINKS for between in words.plain[at:place])
    )


_OF_ITS_VERB = frozenset(["never", "without"])
_LINKS = frozenset("is was are were".split())
"""`that it is never opened is the best of it`: the first verb is turned round, the second isn't."""


def belongs_to_comparison(words: Words, place: int) -> bool:
    """`like` as in `like a lock`, `well` as in `as well`: no praise."""
    word = words.plain[place]
    after = words.plain[place + 1] if place + 1 < len(words.plain) else ""
    before = words.plain[place - 1] if place else ""
    if word == "like":
        return before not in (
            "i",
            "you",
            "we",
            "they",
            "will",
            "would",
            "to",
            "not",
            "dont",
            "didnt",
            "really",
            "also",
        )
    if word in ("well", "right", "works", "work", "kind", "owns", "fine"):
        return before in ("as", "the", "their", "his", "her") or after in ("as", "there", "out", "of")
    if word == "fun":
        return before == "for"
    if word == "too":
        return before in (",", "me", "you", "him", "her", "them")
    if word == "love":
        return before in ("of", "a", "no", "his", "her", "their", "true") or after in _OF_LOVE
    return word == "long" and after in ("time", "ago", "since")


_OF_LOVE = frozenset("story stories affair affairs interest letter scene scenes triangle song life".split())


def clauses(words: Words) -> list[int]:
    """The number of the clause in which each word stands."""
    numbers: list[int] = []
    clause = 0
    for word in words.plain:
        if word in _CLAUSE_ENDS - {","} or word in _BUT:
            clause += 1
        numbers.append(clause)
    return numbers
