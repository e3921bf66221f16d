"""Whether two names of a part, or of a player, are one: as typed and as printed, in full and in part."""

from __future__ import annotations

from rapidfuzz import fuzz

from bot.language.folding import folded

_ALIKE = 82


def is_called(typed: str, name: str) -> bool:
    """Whether a name as typed, maybe misspelt or in part, is that name."""
    typed_words, words = folded(typed).split(), folded(name).split()
    if not typed_words or not words:
        return False
    return all(
        any(is_word(same, other) for other in words for same in called_too(word)) for word in typed_words
    )


_SAME_PEOPLE = (
    "father dad daddy pops papa",
    "mother mom mum mommy mama birth",
    "son boy kid",
    "daughter girl",
    "cop policeman policewoman detective inspector officer police",
    "villain baddie crook gangster antagonist",
    "wife spouse",
    "boss chief",
    "doctor doc",
    "dealer pusher supplier",
)
_SAME = {word: set(words.split()) for words in _SAME_PEOPLE for word in words.split()}


def is_word(typed: str, word: str) -> bool:
    """Whether two words are one, maybe misspelt."""
    if typed == word:
        return True
    return min(len(typed), len(word)) > 3 and typed[0] == word[0] and fuzz.ratio(typed, word) >= _ALIKE


def called_too(word: str) -> set[str]:
    """The words that mean whom the word means, itself among them: `father`, `dad`, `pops`."""
    return _SAME.get(word, {word})


def is_same_player(one: str, other: str) -> bool:
    """Whether two forms of a name are one player's: `Strake` and `Imelda Streke`, but not `Ida Strake`."""
    first, second = folded(one).split(), folded(other).split()
    few, many = sorted((first, second), key=len)
    return bool(few) and all(any(is_word(word, name) for name in many) for word in few)


def is_same_role(one: str, other: str) -> bool:
    """Whether two forms of a part's name are one: `Dot` and `Dot Corrigan`, `Tonny` and `Tony`."""
    return is_called(one, other) or is_called(other, one)
