"""Votes on a review, in the two ways that pages print them."""

from __future__ import annotations

import re

from bot.model import Votes
from bot.pages.furniture import number
from bot.pages.rows import Value

_OUT_OF = re.compile(
    r"(?P<helpful>[0-9][0-9,.]{0,15}) out of (?P<total>[0-9][0-9,.]{0,15}) found this helpful"
)
_PAIR = re.compile(r"\D*([0-9][0-9,]{0,12})\D+([0-9][0-9,]{0,12})\D*")
_LONE = re.compile(r"([0-9][0-9,]{0,12})(?:\.0+)?")
_NONE = frozenset(("", "none", "null", "nan", "n/a"))
_COUNT = re.compile(r"(?P<number>[0-9]{1,9}(?:[.,][0-9]{1,3}){0,3}) ?(?P<unit>[KkMm])?")


def votes_out_of(text: str) -> Votes | None:
    """Votes as the sentence `2,647 out of 2,984 found this helpful.` gives them, None without one."""
    match = _OUT_OF.search(text)
    if match is None:
        return None
    helpful, total = number(match["helpful"]), number(match["total"])
    return Votes(helpful, total) if helpful <= total else None


def votes_up_and_down(up: str, down: str) -> Votes | None:
    """Votes from how many found a review helpful and how many did not, as in `1.2K` and `34`."""
    helpful, unhelpful = _count(up), _count(down)
    return None if helpful is None or unhelpful is None else Votes(helpful, helpful + unhelpful)


def _count(text: str) -> int | None:
    match = _COUNT.fullmatch(text.strip())
    if match is None:
        return None
    if match["unit"]:
        whole, *parts = re.split(r"[.,]", match["number"])
        return round(float(f"{whole}.{''.join(parts)}") * (1_000 if match["unit"] in "Kk" else 1_000_000))
    return number(match["number"])


def parse_votes(helpful: Value, total: Value, unhelpful: Value) -> Votes | None:
    """Votes as a table gives them: `54 out of 62`, `["54", "62"]`, or in two columns.

    None where it gives none. Raises ValueError for what can't be votes.
    """
    if str(helpful).strip().casefold() in _NONE:
        return None
    if is_lone(helpful):
        if is_lone(total):
            return _checked(_whole(helpful), _whole(total))
        return _checked(_whole(helpful), _whole(helpful) + _whole(unhelpful)) if is_lone(unhelpful) else None
    pair = _PAIR.fullmatch(str(helpful))
    if pair is None:
        raise ValueError(str(helpful))
    return _checked(number(pair[1]), number(pair[2]))


def is_lone(value: Value) -> bool:
    """Whether the value is one whole number and nothing else."""
    return not isinstance(value, bool) and _LONE.fullmatch(str(value).strip()) is not None


def _whole(value: Value) -> int:
    return number(str(value).strip().partition(".")[0])


def _checked(helpful: int, total: int) -> Votes:
    if helpful > total:
        raise ValueError(f"{helpful} of {total}")
    return Votes(helpful, total)
