"""Options as people type them behind a command: `film: pusher 2`, `--order newest`, `by:"Ann"`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from bot.questions.unread import AskBackError, UnreadError

_ENDS = ("from", "to")
_NAMES = {
    "film": "film",
    "movie": "film",
    "in": "film",
    "by": "reviewer",
    "reviewer": "reviewer",
    "user": "reviewer",
    "rating": "rating",
    "ratings": "rating",
    "rated": "rating",
    **{
        f"{what}{dash}{end}": f"{what}_{end}" for what in ("rating", "year") for dash in "-_" for end in _ENDS
    },
    "other": "other",
    "stars": "stars",
    "year": "year",
    "years": "year",
    "order": "order",
    "sort": "order",
    "spoiler": "spoilers",
    "spoilers": "spoilers",
    "page": "page",
    "about": "about",
    "words": "words",
    "name": "name",
    "which": "which",
    "deck": "deck",
    "position": "position",
}
_RANGE = r"(?:[<>]=?\s*\d+|\d+\s*(?:-|–|\.\.|to\b)\s*\d+|\d+\+?)"
_SHORT_VALUES = {
    **{f"{what}_{end}": r"\d+" for what in ("rating", "year") for end in _ENDS},
    "rating": _RANGE,
    "year": _RANGE,
    "stars": _RANGE,
    "page": r"\d+",
    "deck": r"\d+",
}
VALUES = {
    **{f"rating_{end}": "a number from 1 to 10" for end in _ENDS},
    **{f"year_{end}": "a year, such as 2005" for end in _ENDS},
    "rating": "ratings from 1 to 10, such as 8, 8+ or 5-7",
    "year": "years, such as 2005 or 2003-2007",
    "stars": "stars of five, such as 4 or 3-5",
    "page": "a number",
    "deck": "a number",
    "spoilers": '"only" or "no"',
    "order": "an order, such as newest",
    "film": 'a film, such as "Harbour Lights"',
    "reviewer": "a reviewer's name",
    "name": "a name",
    "about": "a word or a name",
}
"""What an option takes, as a sentence says it."""
_FLAG = re.compile(
    rf"(?:--(?P<long>{'|'.join(_NAMES)})(?:\s*[:=]\s*|\s+|\Z)|(?P<short>{'|'.join(_NAMES)})[:=]\s*)", re.I
)
_UNKNOWN = re.compile(r"--(?P<name>[a-z][\w-]*)", re.I)
_QUOTED = re.compile(r'"(?P<plain>(?:[^"\\]|\\.)*)"|“(?P<curly>[^“”]*)”', re.S)

MOST_STARS, MOST_POINTS = 5, 10

Range: TypeAlias = tuple[int | None, int | None]


@dataclass(frozen=True, slots=True)
class Flag:
    """The value of an option; `quoted` where quotes mark its end, else it may hold words that follow it.

    `dashed` says that it was typed as `--film`, which means nothing else.
    """

    value: str
    quoted: bool
    dashed: bool = False


def is_flag(word: str) -> bool:
    """Whether a word is `--film` or `--film=...`, or another option of a question."""
    return _FLAG.match(f"{word} ") is not None and word.startswith("--")


def split_flags(text: str) -> tuple[str, Mapping[str, Flag]]:
    """The text without its options, and the options by name.

    Raises UnreadError for one without a value, and asks back for one that there isn't.
    """
    rest: list[str] = []
    flags: dict[str, Flag] = {}
    start = place = 0
    while place < len(text):
        begins = place == 0 or text[place - 1].isspace()
        found = _FLAG.match(text, place) if begins else None
        if begins and not found and (unknown := _UNKNOWN.match(text, place)):
            raise AskBackError(f"There is no option --{unknown['name']} here.")
        if found:
            rest.append(text[start:place])
            name = _NAMES[(found["long"] or found["short"]).lower()]
            if name in flags:
                raise UnreadError(text)
            try:
                flag, place = _value(name, text, found.end())
                flags[name] = replace(flag, dashed=found["long"] is not None)
            except UnreadError as error:
                if not found["long"]:
                    raise
                raise takes(name) from error
            start = place
        else:
            quoted = _QUOTED.match(text, place)
            place = quoted.end() if quoted else place + 1
    rest.append(text[start:])
    return " ".join(part.strip() for part in rest if part.strip()), flags


def option(name: str) -> str:
    """An option as it is typed: `--rating-from`."""
    return f"--{name.replace('_', '-')}"


def takes(name: str) -> AskBackError:
    """Asks back for a value that the option takes."""
    return AskBackError(f"{option(name)} takes {VALUES.get(name, 'a value')}.")


def _value(name: str, text: str, start: int) -> tuple[Flag, int]:
    if quoted := _QUOTED.match(text, start):
        value = quoted["curly"] or re.sub(r"\\(.)", r"\1", quoted["plain"] or "", flags=re.S)
        return _given(Flag(value, quoted=True), text), quoted.end()
    if pattern := _SHORT_VALUES.get(name):
        found = re.compile(rf"{pattern}(?:/10)?(?!\S)", re.I).match(text, start)
        if not found:
            raise UnreadError(text)
        return Flag(found[0], quoted=True), found.end()
    if name in {"film", "other", "reviewer", "about", "name", "words", "which"}:
        end = _next_flag(text, start)
    else:
        end = start + len(text[start:].split(maxsplit=1)[0]) if text[start:].strip() else start
    return _given(Flag(text[start:end].strip(), quoted=False), text), end


def _given(flag: Flag, text: str) -> Flag:
    if not flag.value:
        raise UnreadError(text)
    return flag


def _next_flag(text: str, start: int) -> int:
    return next(
        (at.start() for at in _FLAG.finditer(text, start) if text[at.start() - 1].isspace()), len(text)
    )


def range_of(text: str, lowest: int, highest: int) -> Range:
    """`8-10`, `8..10`, `8 to 10`, `8+`, `>=8`, `>8`, `<5`, `8`: both ends included, None where open.

    Raises UnreadError for anything else, and for figures below `lowest` or above `highest`.
    """
    text = text.strip().removesuffix("/10")
    sign = re.match(r"[<>]=?", text)
    figures = [int(figure) for figure in re.findall(r"\d+", text)]
    if not re.fullmatch(_RANGE, text, re.I) or not all(lowest <= figure <= highest for figure in figures):
        raise UnreadError(text)
    if sign:
        return _open_range(sign[0], figures[0], lowest, highest)
    if text.endswith("+"):
        return figures[0], None
    if len(figures) == 2 and figures[0] > figures[1]:
        raise UnreadError(text)
    return figures[0], figures[-1]


def _open_range(sign: str, figure: int, lowest: int, highest: int) -> Range:
    ends: dict[str, Range] = {
        ">": (figure + 1, None),
        ">=": (figure, None),
        "<": (None, figure - 1),
        "<=": (None, figure),
    }
    if (sign == ">" and figure == highest) or (sign == "<" and figure == lowest):
        raise UnreadError(f"{sign}{figure}")
    return ends[sign]


def points_of_stars(text: str) -> Range:
    """The points of ten that stars of five are, as `range_of` reads them; more than five are points."""
    low, high = range_of(text, 1, MOST_POINTS)
    if max(low or 0, high or 0) > MOST_STARS:
        return low, high
    return None if low is None else 2 * low, None if high is None else 2 * high
