"""Questions written so short that a button can carry them: old buttons work as long as Discord shows them.

A code is a letter for the kind and the fields in their order, defaults left empty: `t|Pusher II (2004)||2` is
the second page of a film's most helpful reviews. What stands in a field as a whole (filters, several films,
other questions) is a code within the code, its parts divided by `~`. Codes stand in messages that were sent
long ago: a letter is never given to another kind, and a new field goes behind the others.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from collections.abc import Mapping
from enum import Enum
from types import NoneType
from typing import Any, cast, get_args, get_origin, get_type_hints

from bot.model import Filters
from bot.questions.kinds import (
    Average,
    AverageRating,
    CompareFilms,
    CompareOpinions,
    CompareSpans,
    Count,
    Extreme,
    Films,
    Help,
    Mentions,
    MostCommon,
    NotInReviews,
    Opinion,
    People,
    Question,
    RandomQuote,
    ReviewedBy,
    Reviewer,
    SaidBy,
    Search,
    Share,
    SmallTalk,
    Timeline,
    TopReviews,
    Unclear,
    Who,
    WholeReview,
    WroteOfAll,
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
    "c": Count,
    "y": Share,
    "v": Average,
    "o": MostCommon,
    "x": Extreme,
    "k": CompareFilms,
    "b": ReviewedBy,
    "i": Opinion,
    "g": Who,
    "n": NotInReviews,
    "d": SaidBy,
    "l": SmallTalk,
    "e": Timeline,
    "j": CompareSpans,
    "z": WroteOfAll,
    "C": CompareOpinions,
}
_LETTER_OF = {kind: letter for letter, kind in LETTERS.items()}
_EMPTY_TEXT = "%"
_HEX = re.compile("%([0-9a-f]{2})")
_SIGN = re.compile(r"[%|~\x00-\x1f]")


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
    return "" if value == default else _SIGN.sub(_hex, _told(value)) or _EMPTY_TEXT


def _hex(sign: re.Match[str]) -> str:
    return f"%{ord(sign.group()):02x}"


def _told(value: object) -> str:
    match value:
        case bool():
            return str(int(value))
        case Enum():
            return str(value.value)
        case dt.date():
            return value.isoformat()
        case tuple():
            return "~".join(_SIGN.sub(_hex, _told(item)) or _EMPTY_TEXT for item in value)
        case Filters():
            fields = dataclasses.fields(value)
            return "~".join(_value(getattr(value, field.name), field.default) for field in fields).rstrip("~")
        case str() | int():
            return str(value)
        case _:
            return encoded(cast(Question, value))


def _parsed(value: str, hint: Any) -> Any:  # noqa: ANN401 - what the field's type hint says
    return _meant(_HEX.sub(lambda sign: chr(int(sign[1], 16)), "" if value == _EMPTY_TEXT else value), hint)


def _meant(text: str, hint: Any) -> Any:  # noqa: ANN401 - what the field's type hint says
    if hint == Question:
        return _question(text)
    if get_origin(hint) is tuple:
        return tuple(_parsed(part, get_args(hint)[0]) for part in text.split("~")) if text else ()
    kind = next((part for part in get_args(hint) or (hint,) if part is not NoneType), str)
    if get_origin(kind) is tuple:
        return _meant(text, kind)
    if kind is bool:
        return text == "1"
    if kind is dt.date:
        return dt.date.fromisoformat(text)
    if kind is Filters:
        hints = get_type_hints(Filters)
        parts = zip(dataclasses.fields(Filters), text.split("~"), strict=False)
        return Filters(**{field.name: _parsed(part, hints[field.name]) for field, part in parts if part})
    return kind(text)


def _question(code: str) -> Question:
    found = decoded(code)
    if found is None:
        raise ValueError(code)
    return found
