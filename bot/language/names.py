"""Where a text may print a name: groups of capitalised words, and what stands around them.

One pass of one regular expression finds the groups; only different groups are then taken apart. Whose names
they are, `people` finds out from all the texts about a film.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from bot.language.folding import folded
from bot.language.name_words import COMMON_WORDS, NEVER_IN_NAMES, NUMERALS, PARTICLES

NamedText = tuple[int, str, str]
"""A review's number, its heading and its text."""


class Setting(IntEnum):
    """What stands around a group of capitalised words; where more than one holds, the highest counts."""

    PLAIN = 0
    PERSON = 1  # "by Refn", "Mikkelsen plays"
    THING = 2  # "in Copenhagen", "the Duke"
    FILM = 3  # "Fear X (2002)"
    START = 4  # the first word of a sentence: capitalised whatever it is
    ROLE = 5  # "Tonny (Mads Mikkelsen)", both
    LOOSE = 6  # in a heading: every word may be capitalised there


class Name(NamedTuple):
    """A name as printed, its possessive dropped, and as it is compared."""

    printed: str
    key: str


class Group(NamedTuple):
    """The names in a group of capitalised words.

    `begins`: the first name begins where the group begins, so that the first word of a sentence may have got
    into it. `opened`: a common word stands at the beginning, capitalised. `loose`: the capitals mean little,
    for the whole group is in capitals, or common words inside it are.
    """

    names: tuple[Name, ...]
    begins: bool
    opened: bool
    loose: bool


Sightings = tuple[dict[str, list[int]], ...]
"""Per setting, in their order, and per group: the reviews that print it, one entry each time."""

_UPPER = "A-Z" + "".join(letter for letter in map(chr, range(0xC0, 0x590)) if letter.isupper())
_INITIAL = rf"\.(?= ?[{_UPPER}])"
_WORD = rf"(?:{_INITIAL}|[\w'’-]{{,60}}+)"
_CONTEXT = 4
_MOST_CONTEXTS = 1 << 16
_MARGIN = "\n" * _CONTEXT
_GROUP = re.compile(  # the group, and the few characters before and after it
    rf"([{_UPPER}](?<!\w.)(?<=(.{{{_CONTEXT}}}).)(?:{_INITIAL}|[\w'’-]{{1,60}}+)"
    rf"(?: ?(?:(?:{'|'.join(PARTICLES)}) ){{,2}}[{_UPPER}]{_WORD}){{,40}}+)(?=(.{{,{_CONTEXT}}}))",
    re.DOTALL,
)
_SENTENCE_ENDS = frozenset(".!?:…\n*•")
_TITLES_WITH_STOP = ("Mr. ", "Ms. ", "Dr. ", "St. ")
_BEFORE_THINGS = (" in ", "the ", "The ", " at ", "rom ", " of ", " on ", "nto ", " to ", " an ")
_BEFORE_PEOPLE = (" by ", " as ", "tor ", "ess ")
_AFTER_PEOPLE = (" is ", " as ", " was", " pla", " giv", " doe", " has", ", wh")
_PART_IN_BRACKETS = re.compile(rf" \(['\"“]?[{_UPPER}]")
_YEAR_IN_BRACKETS = re.compile(r"['\"”’]? \(['\"]?\d")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_INITIALS = re.compile(rf"(?:[{_UPPER}]\.)+")
_ADDED = 4
"""Letters from which a small word behind a hyphen is no part of a name, as it is in Dae-su."""

_LONE_LETTERS = re.compile(r"\b(\w) (?=\w\b)")


class _Contexts(dict[str, Setting]):
    """Settings by the few characters that make them: few contexts make up most of all texts."""

    def keep(self, context: str, setting: Setting) -> Setting:
        if len(self) >= _MOST_CONTEXTS:
            self.clear()
        self[context] = setting
        return setting


class _Before(_Contexts):
    """The setting that the few characters before a group make."""

    def __missing__(self, context: str) -> Setting:
        setting = Setting.PLAIN
        bare = context.rstrip(" \"'“”‘’*-–—[")
        if context in _TITLES_WITH_STOP:
            setting = Setting.PLAIN
        elif not bare or bare[-1] in _SENTENCE_ENDS:
            setting = Setting.START
        elif context.endswith(_BEFORE_THINGS):
            setting = Setting.THING
        elif context.endswith(_BEFORE_PEOPLE):
            setting = Setting.PERSON
        return self.keep(context, setting)


class _After(_Contexts):
    """The setting that the few characters after a group make."""

    def __missing__(self, context: str) -> Setting:
        setting = Setting.PLAIN
        if _PART_IN_BRACKETS.match(context):
            setting = Setting.ROLE
        elif _YEAR_IN_BRACKETS.match(context):
            setting = Setting.FILM
        elif context.startswith(_AFTER_PEOPLE):
            setting = Setting.PERSON
        return self.keep(context, setting)


_BEFORE, _AFTER = _Before(), _After()
_SKIPPED = frozenset(
    form for word in NEVER_IN_NAMES for form in (word.capitalize(), word.upper())
) | frozenset(["I'm", "I've", "I'd", "I'll", "It's", "Don't", "That's", "He's", "She's", "There's", "What's"])


def sightings(texts: Iterable[NamedText]) -> Sightings:
    """Every group of capitalised words in the texts, by what stands around it."""
    found: Sightings = tuple(defaultdict(list) for _ in Setting)
    for review, heading, body in texts:
        for group, _, _ in _GROUP.findall(_MARGIN + heading):
            if group not in _SKIPPED:
                found[Setting.LOOSE][group].append(review)
        for group, before, after in _GROUP.findall(_MARGIN + body):
            if group not in _SKIPPED:
                found[_setting(before, after)][group].append(review)
    return found


def _setting(before: str, after: str) -> Setting:
    if before[-1] == "(":
        return Setting.ROLE if after[:1] == ")" else Setting.PLAIN
    earlier, later = _BEFORE[before], _AFTER[after]
    return later if later > earlier else earlier


@lru_cache(maxsize=1 << 16)
def read_group(text: str) -> Group:
    """Take a group of capitalised words apart: `But Kim Bodnia's Frank` gives Kim Bodnia and Frank."""
    names: list[Name] = []
    words: list[Name] = []
    keys: list[str] = []
    for printed in text.split(" "):
        word, possessive = _read_word(printed)
        keys.append(word.key)
        if not word.key or word.key in NEVER_IN_NAMES or word.key in NUMERALS or word.key.isdigit():
            _close(words, names)
        else:
            words.append(word)
            if possessive:
                _close(words, names)
    _close(words, names)
    loose = (text.isupper() and "." not in text) or not COMMON_WORDS.isdisjoint(keys[1:])
    return Group(tuple(names), keys[0] not in NEVER_IN_NAMES, keys[0] in COMMON_WORDS, loose)


def read_word(text: str) -> Name:
    """Read a group of one word."""
    return _read_word(text)[0]


@lru_cache(maxsize=1 << 16)
def _read_word(printed: str) -> tuple[Name, bool]:
    """One word without what is not part of the name, and whether it was a possessive."""
    if printed.isalpha() and printed.isascii():
        return Name(printed, printed.lower()), False
    if _INITIALS.fullmatch(printed):
        return Name(printed, folded(printed)), False
    bare = printed.lstrip("'’-.").rstrip("-.")
    plain = _POSSESSIVE.sub("", bare).rstrip("'’")
    return Name(plain, folded(plain)), plain != bare


def _close(words: list[Name], names: list[Name]) -> None:
    while words and words[-1].key in PARTICLES:
        words.pop()
    if not words:
        return
    key = _LONE_LETTERS.sub(r"\1", " ".join([word.key for word in words]))
    printed = " ".join([word.printed for word in words])
    words.clear()
    first, hyphen, rest = printed.partition("-")
    if hyphen and rest.islower() and len(rest) >= _ADDED and " " not in printed:  # "Refn-directed"
        printed, key = first, folded(first)
    if len(key) > 1:
        names.append(Name(printed, key))


_PLAIN_LETTERS = bytes(
    ord(letter) if "a" <= letter <= "z" else ord("*" if letter.isupper() or letter == "-" else " ")
    for letter in (folded(char)[:1] or " " if char.islower() else char for char in map(chr, range(256)))
)
"""Per byte of Latin-1: the plain small letter, a blank, or `*` for what keeps its word from being met."""


def in_lower_case(texts: Iterable[NamedText], words: Collection[str]) -> dict[str, list[int]]:
    """Per word of `words` (folded): the reviews that print it in lower case."""
    wanted = frozenset(word.encode("latin-1", "replace") for word in words)
    found: defaultdict[bytes, list[int]] = defaultdict(list)
    for review, heading, body in texts:
        plain = f"{heading}\n{body}".encode("latin-1", "replace").translate(_PLAIN_LETTERS)
        for word in wanted.intersection(plain.split()):
            found[word].append(review)
    return {word.decode("latin-1"): reviews for word, reviews in found.items()}
