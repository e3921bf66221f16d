"""Votes on a review, in the two ways that pages print them."""

from __future__ import annotations

import re

from bot.model import Votes
from bot.pages.furniture import number

_OUT_OF = re.compile(
    r"(?P<helpful>[0-9][0-9,.]{0,15}) out of (?P<total>[0-9][0-9,.]{0,15}) found this helpful"
)
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
