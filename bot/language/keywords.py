"""What people type to find a text: words, "exact phrases", -excluded ones, OR, violen* for what begins so.

Any text can be read so; what is no word and no sign is passed over. Nobody's text becomes part of a query: a
`Term` holds plain words only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.language.words import plain_words

MOST_WORDS = 32
"""More words than this are passed over: nobody types them, and each costs time."""

_CHUNK = re.compile(
    r'(?P<out>(?<!\S)[-−])?(?:["“”„«»](?P<phrase>[^"“”„«»]*)["“”„«»]|(?P<word>[^\s"“”„«»()]+))'
)
_POSSESSIVE = re.compile(r"[^\W_]{4,}['’]s")


@dataclass(frozen=True, slots=True)
class Term:
    """Words that stand side by side, in small letters without accents.

    `exact` ones stand so in the text, others by their stems. `begins` means that the last is only how a word
    begins.
    """

    words: tuple[str, ...]
    exact: bool = False
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Keywords:
    """What a text must hold: at least one term of each of `wanted`, and none of `unwanted`."""

    wanted: tuple[tuple[Term, ...], ...]
    unwanted: tuple[Term, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)

    @property
    def terms(self) -> tuple[Term, ...]:
        """All wanted terms."""
        return tuple(term for choices in self.wanted for term in choices)


def parse_keywords(text: str) -> Keywords:
    """Read what was typed; never raises."""
    wanted: list[tuple[Term, ...]] = []
    unwanted: list[Term] = []
    either = False
    for chunk in _first_words(_chunks(text)):
        if chunk in ("OR", "|"):
            either = bool(wanted)
        elif isinstance(chunk, _Unwanted):
            unwanted.append(chunk.term)
        elif isinstance(chunk, Term):
            if either:
                wanted[-1] = (*wanted[-1], chunk)
            else:
                wanted.append((chunk,))
            either = False
    return Keywords(tuple(wanted), tuple(unwanted))


@dataclass(frozen=True, slots=True)
class _Unwanted:
    term: Term


def _first_words(chunks: Iterable[Term | _Unwanted | str]) -> Iterator[Term | _Unwanted | str]:
    """The chunks as far as they have `MOST_WORDS` words; the last one may be cut."""
    left = MOST_WORDS
    for chunk in chunks:
        if left <= 0:
            return
        term = chunk.term if isinstance(chunk, _Unwanted) else chunk
        if isinstance(term, str) or len(term.words) <= left:
            yield chunk
        else:
            cut = Term(term.words[:left], term.exact)
            yield _Unwanted(cut) if isinstance(chunk, _Unwanted) else cut
        left -= 1 if isinstance(term, str) else len(term.words)


def _chunks(text: str) -> Iterator[Term | _Unwanted | str]:
    for found in _CHUNK.finditer(text):
        word, phrase = found["word"], found["phrase"]
        if word in ("OR", "|") and not found["out"]:
            yield word
        elif word != "AND" and (term := _term(word, phrase)) is not None:
            yield _Unwanted(term) if found["out"] else term


def _term(word: str | None, phrase: str | None) -> Term | None:
    if phrase is not None:
        words = plain_words(phrase)
        return Term(tuple(words), exact=True) if words else None
    assert word is not None  # noqa: S101 - the pattern finds one or the other
    words = plain_words(word)
    if _POSSESSIVE.fullmatch(word.strip(".,;:!?…")):
        words = words[:-1]
    return Term(tuple(words), begins=word.endswith("*") and word[-2:-1].isalnum()) if words else None
