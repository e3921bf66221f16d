"""Questions written so short that a button can carry them: old buttons work as long as Discord shows them.

A code is a letter for the kind and the fields in their order, defaults left empty: `t|Pusher II (2004)||2` is
the second page of a film's most helpful reviews. Codes stand in messages that were sent long ago: a letter is
never given to another kind, and a new field goes behind the others.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from enum import Enum
from types import NoneType
from typing import Any, get_args, get_type_hints

from bot.questions.kinds import (
    AverageRating,
    Films,
    Help,
    Mentions,
    People,
    Question,
    RandomQuote,
    Reviewer,
    Search,
    TopReviews,
    Unclear,
    WholeReview,
)

LETTERS: Mapping[str, type[Question]] = {
    "a": AverageRating,
    "t": TopReviews,
    "s": Search,
    "m": Mentions,
    "p": People,
    "q": RandomQuote,
    "f": Films,
    "w": WholeReview,
    "r": Reviewer,
    "h": Help,
    "u": Unclear,
}
_LETTER_OF = {kind: letter for letter, kind in LETTERS.items()}
_EMPTY_TEXT = "%"
_HEX = re.compile("%([0-9a-f]{2})")
_SIGN = re.compile(r"[%|\x00-\x1f]")


def encoded(question: Question) -> str:
    """The question's code."""
    values = [_value(getattr(question, field.name), field.default) for field in dataclasses.fields(question)]
    return "|".join([_LETTER_OF[type(question)], *values]).rstrip("|")


def decoded(code: str) -> Question | None:
    """The question that the code stands for, None where it is no code of ours."""
    letter, *values = code.split("|")
    kind = LETTERS.get(letter)
    if kind is None or len(values) > len(dataclasses.fields(kind)):
        return None
    hints = get_type_hints(kind)
    names = [field.name for field in dataclasses.fields(kind)]
    given = {name: value for name, value in zip(names, values, strict=False) if value}
    try:
        return kind(**{name: _parsed(value, hints[name]) for name, value in given.items()})
    except (TypeError, ValueError):
        return None


def _value(value: object, default: object) -> str:
    if value == default:
        return ""
    if isinstance(value, bool):
        return str(int(value))
    text = value.value if isinstance(value, Enum) else str(value)
    return _SIGN.sub(lambda sign: f"%{ord(sign.group()):02x}", text) or _EMPTY_TEXT


def _parsed(value: str, hint: Any) -> Any:  # noqa: ANN401 - what the field's type hint says
    kind = next((part for part in get_args(hint) or (hint,) if part is not NoneType), str)
    if kind is bool:
        return value == "1"
    if kind is str:
        return _HEX.sub(lambda sign: chr(int(sign[1], 16)), "" if value == _EMPTY_TEXT else value)
    return kind(value)
