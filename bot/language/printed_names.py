"""Where texts print a name, which may be spelt in dozens of ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from bot.language.sentences import Span

_FIRST_WORD = re.compile(r".\w*", re.DOTALL)


class PrintedName:
    """The forms in which a name is printed, to be found as whole words; of two in one place the longer.

    Only words that begin with the first letter of a form are looked at, each looked up among the first words
    of the forms: to read a pattern of all forms takes longer than to look through the texts of an answer.
    """

    def __init__(self, forms: Iterable[str]) -> None:
        self._forms: dict[str, list[str]] = defaultdict(list)
        for form in sorted(filter(None, forms), key=len, reverse=True):
            self._forms[_FIRST_WORD.findall(form)[0]].append(form)
        letters = "".join(re.escape(letter) for letter in sorted({word[0] for word in self._forms}))
        self._word = re.compile(rf"[{letters}](?<!\w[{letters}])\w*") if letters else None

    def spans(self, text: str) -> list[Span]:
        """Where the text prints the name, in order and not overlapping."""
        spans: list[Span] = []
        end = 0
        for found in self._word.finditer(text) if self._word else ():
            start = found.start()
            if start >= end and (form := self._printed_at(start, found.group(), text)):
                end = start + len(form)
                spans.append((start, end))
        return spans

    def _printed_at(self, start: int, word: str, text: str) -> str | None:
        for form in self._forms.get(word, ()):
            if text.startswith(form, start) and not _is_of_word(
                text[start + len(form) : start + len(form) + 1]
            ):
                return form
        return None


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"
