"""Where and how often a text holds a term: fast, for hundreds of texts are ranked for one answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

from bot.language.keywords import Keywords, Term
from bot.language.stemming import stem
from bot.language.words import WORD, plain

DIVIDER = "\x01"
"""Stands between a heading and its text, so that no term reaches from one into the other."""

Span = tuple[int, int]

_MOST_FORMS = 500
_LETTER = r"[^\W_]"
_GAP = rf"(?:[^\w{DIVIDER}]|_)+"


class Finder:
    """Finds a term in texts made `plain`.

    The pattern finds words that begin as the term's do. Those of a term that isn't exact are taken where they
    have its stems, or where the last begins as it does.
    """

    def __init__(self, pattern: re.Pattern[str], words: Sequence[_Forms] = ()) -> None:
        self._pattern, self._words = pattern, words

    def count(self, text: str) -> int:
        """How often the text holds the term."""
        found = self._pattern.findall(text)
        match self._words:
            case []:
                return len(found)
            case [single]:
                return sum(map(single.__getitem__, found))
            case _:
                return sum(map(self._fits, found))

    def spans(self, text: str) -> Iterator[Span]:
        """Where the text holds the term."""
        for found in self._pattern.finditer(text):
            if self._fits(found.groups()):
                yield found.span()

    def _fits(self, words: tuple[str, ...]) -> bool:
        return all(forms[word] for forms, word in zip(self._words, words, strict=True))


class _Forms(dict[str, bool]):
    """Whether words are forms of one, kept from text to text: words begun alike are few."""

    def __init__(self, word: str, start: str | None = None) -> None:
        self._stem, self._start = stem(word), start

    def __missing__(self, word: str) -> bool:
        is_form = stem(word) == self._stem or (self._start is not None and word.startswith(self._start))
        if len(self) < _MOST_FORMS:
            self[word] = is_form
        return is_form

    @property
    def head(self) -> str:
        """How all forms begin: a word that has a stem begins with that stem less its last letter."""
        head = self._stem[:-1] or self._stem
        return head if self._start is None else self._start[: len(head)]


@lru_cache(maxsize=1 << 8)
def finder(term: Term) -> Finder:
    """What finds the term."""
    if term.exact:
        others = "".join(_GAP + word for word in term.words[1:])
        return Finder(re.compile(f"{_word(term.words[0])}{others}(?!{_LETTER})"))
    *before, last = term.words
    words = [*map(_Forms, before), _Forms(last, last if term.begins else None)]
    heads = [_word(words[0].head), *(forms.head for forms in words[1:])]
    pattern = _GAP.join(f"({head}{_LETTER}*)" for head in heads)
    return Finder(re.compile(pattern), words)


def spans(keywords: Keywords, text: str) -> list[Span]:
    """Where a text as it was written holds the wanted terms: in order, not overlapping, longer ones first."""
    made_plain = plain(text)
    if len(made_plain) != len(text):
        return _spans_by_words(keywords, text)
    return _apart(found for term in keywords.terms for found in finder(term).spans(made_plain))


def _spans_by_words(keywords: Keywords, text: str) -> list[Span]:
    """The same, word for word, for a text with letters that are more or fewer when plain."""
    words = [found.span() for found in WORD.finditer(text)]
    made_plain = [plain(text[start:end]) for start, end in words]
    starts = dict(zip(accumulate((len(word) + 1 for word in made_plain), initial=0), words, strict=False))
    ends = dict(zip(accumulate(len(word) + 1 for word in made_plain), words, strict=True))
    joined = " ".join(made_plain)
    return _apart(
        (starts[start][0], ends[end + 1][1])
        for term in keywords.terms
        for start, end in finder(term).spans(joined)
    )


def _apart(found: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept


def _word(start: str) -> str:
    """The pattern of a word's beginning. The literal comes first: that is what makes the search fast."""
    return f"{start}(?<!{_LETTER}{start})"
