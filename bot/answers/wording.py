"""Figures in words: how numbers, ratings and counts read in an answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 review`, `1,204 reviews`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def joined(names: Sequence[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def shortened(text: str, length: int = 80) -> str:
    """What somebody typed, short enough to be repeated in a sentence."""
    text = " ".join(text.split())
    return text if len(text) <= length else text[: length - 1].rstrip() + "…"


def mean_of(counts: Mapping[int, int]) -> Decimal:
    """The mean of ratings given as rating → how many, to two decimals, half rounded up."""
    total = sum(counts.values())
    exact = Decimal(sum(rating * count for rating, count in counts.items())) / Decimal(total)
    return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


def median_of(counts: Mapping[int, int]) -> Decimal:
    """The median of ratings given as rating → how many: the middle one, or halfway between the two."""
    total = sum(counts.values())
    low, high = _at(counts, (total - 1) // 2), _at(counts, total // 2)
    return Decimal(low) if low == high else Decimal(low + high) / 2


def deviation_of(counts: Mapping[int, int]) -> Decimal:
    """The standard deviation of ratings given as rating → how many, all of them taken for the population."""
    total = sum(counts.values())
    mean = Decimal(sum(rating * count for rating, count in counts.items())) / total
    variance = sum(((rating - mean) ** 2 * count for rating, count in counts.items()), Decimal()) / total
    return variance.sqrt().quantize(Decimal("0.01"), ROUND_HALF_UP)


def spread_of(counts: Mapping[int, int]) -> str:
    """Ratings with how often each was given: `7×12 · 8×3`."""
    return " · ".join(f"{rating}×{counts[rating]:,}" for rating in sorted(counts) if counts[rating])


def _at(counts: Mapping[int, int], place: int) -> int:
    for rating in sorted(counts):
        place -= counts[rating]
        if place < 0:
            return rating
    raise IndexError(place)
