"""Which unread words stop a figure: those that may narrow, divide or turn round what is counted.

A number, a comparison, a time, a name, a word in front of `reviews` or behind a preposition says which
reviews are meant; without it the figure would answer another question. A chatty word says nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

from rapidfuzz.distance import OSA

from bot.language.english import is_common_name, is_english
from bot.questions.figures.filler import MEASURED
from bot.questions.kinds import Count, Question, Share, TopReviews
from bot.questions.sentence import Sentence

Holds: TypeAlias = Callable[[str], bool]

NARROW = frozenset(
    """
    latest newest oldest earliest longest shortest highest lowest best worst bottom refuse refused
    refuses fail failed avoided deny denied hesitated non un minus drop skip ignore
    exclude remove
    discard away no not never none nothing nobody neither nor without except excluding excluded exclude
    apart besides
    instead unless each per every other others another different same rest remaining else more
    less fewer than most least lower higher above below between before after since until till during first
    last next previous early earlier late later recent recently old older new newer ago half third quarter
    dozen couple few several twice thrice times double triple january february march april june july august
    september october november december jan feb mar apr jun jul aug sep sept oct nov dec spring summer
    autumn winter monday tuesday wednesday thursday friday saturday sunday week weeks weekend month months
    day days today yesterday tonight decade decades century christmas easter versus vs compared against
    mention mentions mentioned mentioning
    second fourth fifth sixth seventh eighth ninth tenth difference ratio male female men women man woman
    boys girls american americans british danish english
    french german foreign verified top
    """.split()
)
BOUNDS = frozenset(
    "up down over under past beyond around near nearly almost towards toward through into onto off".split()
)
"""Words that bound a number or a time where they stand before one."""
_PREPOSITIONS = frozenset(
    """
    of for from by with about in on among amongst without like at outside inside within near regarding
    concerning if where whose despite unlike toward towards via under over
    named called
    """.split()
)
_DETERMINERS = frozenset("the a an this that these those my his her their its our your some any all".split())
_RELATIVE = frozenset(
    "who that which and or also are were is was did have has had been be being actually really".split()
)
_GIVING = frozenset("gave give gives rated rate scored left wrote posted said say awarded".split())
_AVERAGED = frozenset("average mean median".split())
_CUES = frozenset("average mean median averages rating ratings score scores mode".split())
_MEASURED_MARKS = frozenset("§RATING §LENGTH §VOTES".split())


def stopping(
    text: str, unread: tuple[str, ...], question: Question, sentence: Sentence, holds: Holds
) -> tuple[str, ...]:
    """Those of the unread words of the text that stop the figure that the question asks for.

    A clause of the sentence that speaks of no review, rating or number is chatter; so is a word that is
    neither English, nor a name, nor one that the reviews hold.
    """
    whole = sentence.with_commas
    unread = tuple(
        word for word in unread if not _is_noise(word, sentence, holds) or _is_named(word, text.split())
    )
    if "§DAYS" in text:
        unread = tuple(word for word in unread if word not in _OF_TIME)
    unread = tuple(word for word in unread if word not in _chatter(whole))
    words = text.split()
    rest = list(words)
    found: list[str] = []
    for word in unread:
        if word not in rest:
            found.append(word)
            continue
        place = rest.index(word)
        rest[place] = ""
        if _stops(word, place, words, set(unread), question):
            found.append(word)
    return tuple(found)


_OF_TIME = frozenset("newer older recent later earlier old new early late".split())
"""Words that say once more what the days do: `the newer crowd, so whoever wrote in 2020 or later`."""


def _is_noise(word: str, sentence: Sentence, holds: Holds) -> bool:
    """`youse`, `oot`: no word of English or of the reviews, no name, and like none that narrows."""
    if not word.isalpha() or is_english(word) or is_common_name(word) or word in NARROW or holds(word):
        return False
    if word.endswith(("nae", "nt")):  # `couldnae`: turned round as any `not`
        return False
    typed = sentence.as_typed(word)
    if typed[:1].isupper() and not sentence.typed.isupper() and not sentence.typed.startswith(typed):
        return False
    return len(word) > _SHORT or not any(OSA.distance(word, other) < _ALIKE for other in _NEGATIONS)


def _is_named(word: str, words: list[str]) -> bool:
    """Whether something stands where names do: behind `from`, or joined to what was read by `or`."""
    if word not in words:
        return False
    before = words[max(0, words.index(word) - 2) : words.index(word)]
    joined = before[-1:] in (["or"], ["and"]) and before[:1] != before[-1:] and before[0].startswith("§")
    return joined or before[-1:] in _BEFORE_NAMES


_BEFORE_NAMES = [[word] for word in ("from", "by", "in", "about", "than", "named", "called")]
_SHORT = 4
_ALIKE = 2


def _chatter(whole: str) -> set[str]:
    """The words of the clauses that say nothing of what is counted."""
    clauses = [clause.split() for clause in whole.split(" , ")]
    if len(clauses) < 2:
        return set()
    tells = [clause for clause in clauses if _tells(clause)]
    told = {word for clause in tells for word in clause}
    chatty = {word for clause in clauses if clause not in tells for word in clause}
    return {word for word in chatty - told if is_english(word) or not is_common_name(word)}


_NEGATIONS = frozenset("no not never none nothing without".split())


def _tells(clause: list[str]) -> bool:
    return any(
        word in MEASURED or word in _CUES or word in _COUNTS or word in NARROW or not word.isalpha()
        for word in clause
        if word not in _NEGATIONS
    )


_COUNTS = frozenset(
    "many much count number share percentage percent most average median longest shortest word"
    " term phrase".split()
)


def _stops(word: str, place: int, words: list[str], unread: set[str], question: Question) -> bool:
    if word in NARROW or not word.isalpha() or (len(word) > 2 and not is_english(word)):
        return True
    if word in BOUNDS:
        return any(ahead.startswith("§") for ahead in words[place + 1 : place + 4])
    if place and (words[place - 1] in _MEASURED_MARKS or words[place - 1] == "only"):
        return True
    if place and words[place - 1] in _AVERAGED:
        return True
    if words[place + 1 : place + 2] == ["§RATING"] and _neighbours(words, place, unread)[0] in _GIVING:
        return True
    if _is_told_of_them(words, place):
        return True
    before, after = _neighbours(words, place, unread)
    if after in MEASURED or after in _CUES or after in _GIVING:
        return True
    if before in _PREPOSITIONS:
        return True
    return isinstance(question, Count | TopReviews | Share) and _is_predicate(before, words, place)


def _is_told_of_them(words: list[str], place: int) -> bool:
    """`reviews that are funny`, `who liked the boat`: what is told of those that count."""
    if any(word.startswith("§") for word in words[place + 1 : place + 5]):
        return False
    back = place - 1
    while back > 0 and words[back] in _TOLD:
        back -= 1
    return back > 0 and words[back] in ("who", "that", "which") and words[back - 1] not in _BEFORE_THAT


_TOLD = frozenset("are is were was have has had been also actually really all the a an".split())
_BEFORE_THAT = frozenset("and so but of in on for than is was with at know say said think guess me".split())


def _neighbours(words: list[str], place: int, unread: set[str]) -> tuple[str, str]:
    """The nearest words that count: before it, but no article and no unread word; and right behind it."""
    back = place - 1
    while back >= 0 and (words[back] in _DETERMINERS or words[back] in unread):
        back -= 1
    on = place + 1
    while on < len(words) and words[on] in unread:
        on += 1
    return words[back] if back >= 0 else "", words[on] if on < len(words) else ""


def _is_predicate(before: str, words: list[str], place: int) -> bool:
    """`how many people cried`, `reviewers who are parents`; not what leads to a slot: `dropped a 10`."""
    ahead = words[place + 1 : place + 5]
    if any(word.startswith("§") and word.isupper() for word in ahead) and not {"and", "or", "but"} & set(
        ahead
    ):
        return before in ("and", "or")
    marks = any(word.startswith("§") and word[1:].isupper() for word in words[:place])
    return not marks or before in _RELATIVE
