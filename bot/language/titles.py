"""Titles as they are compared: without case, accents, articles, and with all numerals written alike."""

from __future__ import annotations

from typing import TypeAlias

from bot.language.folding import folded

Tokens: TypeAlias = tuple[str, ...]

_ARTICLES = frozenset("the a an le la les l el los las der die das den lo un une".split())
NUMBER_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
).split()
ROMANS = " i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx".split(" ")
_DIGITS = {word: str(number) for number, word in enumerate(NUMBER_WORDS)} | {
    roman: str(number) for number, roman in enumerate(ROMANS) if roman
}


def fold(text: str) -> str:
    """The title's letters and digits without case, accents and punctuation, words separated by a space."""
    return folded(text.replace("½", " 1/2"))


def tokens_of(text: str) -> Tokens:
    """The words of a name as they count: folded, numerals as digits, the leading article left out."""
    return without_article(tuple(_DIGITS.get(word, word) for word in fold(text).split()))


def without_article(tokens: Tokens) -> Tokens:
    """The tokens without a leading article, or one set behind (`Matrix, The`)."""
    if len(tokens) > 1 and tokens[0] in _ARTICLES:
        return tokens[1:]
    if len(tokens) > 1 and tokens[-1] == "the":
        return tokens[:-1]
    return tokens


def title_key(title: str) -> str:
    """The title as pages of different sites agree on it: `The Pusher, Part II` gives `pusher part 2`.

    A title that is a numeral alone stays as it is: *X* and *10* are two films.
    """
    words = without_article(tuple(fold(title).split()))
    if len(words) > 1:
        words = tuple(_DIGITS.get(word, word) for word in words)
    return " ".join(words) or title.casefold()
