"""Misspelt words of a question, put right without ever turning one English word into another.

Only a word that is neither English nor used by the reviews is looked at, and only what the grammar knows may
take its place: `avrage ratng` is read, `Refn` and `rating` stay what they are.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.language.english import is_common_name, is_english
from bot.language.film_talk import spelt_words
from bot.questions.figures.filler import FILLER
from bot.questions.plain_words import EVERYDAY_WORDS
from bot.questions.rewording import SPOKEN

_GRAMMAR = """
percentage percentile percent fraction proportion
share portion median average mean common frequent popular usual
typical mode highest lowest best worst longest shortest latest newest earliest oldest first last recent
helpful useful unhelpful harshest kindest positive negative generous controversial divisive maximum
minimum perfect exactly least most fewest fewer more less than above below under over between higher
lower greater better worse full unrated spoiler spoilers without with mention mentions mentioned
mentioning talk talking talks contain containing since before after until during january february march
april june july august september october november december year years month words length word director
helmed lensed penned
directed directs directing actor actors actress cast character characters role plays played playing
portrays portrayed written wrote composed composer music soundtrack acting cinematography camera story
plot pacing ending violence violent funny scary boring slow realistic dialogue script performance
performances atmosphere humour sequel original worth watching recommend compared comparison opinion
opinions think thought thoughts favourite beautiful terrible brilliant terrifying emotional tension
suspense gory bloody brutal disturbing depressing predictable confusing entertaining overrated
underrated masterpiece budget box office distribution breakdown histogram spread reviewers viewers
different distinct number count library quote quotes scenes scene believable convincing visuals editing
setting location theme themes twist yapper rambler costumes effects
"""
_WORDS = frozenset(_GRAMMAR.split()) | FILLER | EVERYDAY_WORDS | SPOKEN | spelt_words()
_SHORTEST = 4


def put_right(word: str, is_known: Callable[[str], bool]) -> str:
    """The word, or the one of the grammar's words that it is a misspelling of.

    `is_known` tells whether the reviews use a word.
    """
    if len(word) < _SHORTEST or not word.isalpha() or word in _WORDS or is_english(word):
        return word
    if is_common_name(word) or is_known(word):
        return word
    return _likeliest(word) or word


@cache
def _candidates() -> tuple[str, ...]:
    return tuple(sorted(word for word in _WORDS if len(word) >= _SHORTEST))


def _likeliest(word: str) -> str | None:
    """The one grammar word within one slip of the word, or within two where both are long."""
    slips = 1 if len(word) < 6 else 2
    likely = process.extract(word, _candidates(), scorer=OSA.distance, score_cutoff=slips, limit=5)
    found = [(candidate, distance) for candidate, distance, _ in likely if not _sounds_apart(word, candidate)]
    if not found:
        return None
    nearest = min(distance for _, distance in found)
    nearest_ones = [candidate for candidate, distance in found if distance == nearest]
    same_start = [candidate for candidate in nearest_ones if candidate[0] == word[0]]
    if nearest == 2 and not same_start:
        return None
    return max(
        same_start or nearest_ones,
        key=lambda candidate: (OSA.normalized_similarity(word, candidate), candidate),
    )


_VOWELS = frozenset("aeiouy")


def _sounds_apart(word: str, other: str) -> bool:
    """Whether two letters differ and a vowel is a consonant there: `scarsese`, `scariest`."""
    if len(word) != len(other) or OSA.distance(word, other) != _TWO_SLIPS:
        return False
    differ = [(one, two) for one, two in zip(word, other, strict=True) if one != two]
    return len(differ) == _TWO_SLIPS and any((one in _VOWELS) != (two in _VOWELS) for one, two in differ)


_TWO_SLIPS = 2
