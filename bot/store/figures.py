"""The figures that are kept beside each review, so that no order has to be computed when it is asked for."""

from __future__ import annotations

from math import log2, sqrt

_Z95 = 1.959963984540054
_STANDINGS = 1 << 10
LENGTHS = 1 << 5
"""How many steps of length there are."""

_SHORT, _STEPS_OF_A_DOUBLING = 60, 4
_LETTERS_OF_A_WORD = 5.6
_ROOM_FOR_IDS = 32
ROW_BITS = (1 << _ROOM_FOR_IDS) - 1
"""The bits of a standing that are the review's row."""


def helpfulness(helpful: int | None, total: int | None) -> float:
    """Lower bound of the Wilson score interval at 95% for the share of helpful votes, 0 to 1.

    Source: E. B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22
    (1927). 54 of 62 ranks above 2 of 2, which raw shares would not do.
    """
    if not total or helpful is None:
        return 0.0
    share, z2 = helpful / total, _Z95 * _Z95
    centre = share + z2 / (2 * total)
    spread = _Z95 * sqrt((share * (1 - share) + z2 / (4 * total)) / total)
    return max(0.0, (centre - spread) / (1 + z2 / total))


def divisiveness(helpful: int | None, total: int | None) -> float:
    """How much readers disagree about a review: votes ** (smaller side / larger side), 0 for an empty side.

    Source: the "controversial" order in Reddit's published ranking code.
    """
    if not total or helpful is None:
        return 0.0
    against = total - helpful
    if helpful <= 0 or against <= 0:
        return 0.0
    return float(total ** (min(helpful, against) / max(helpful, against)))


def standing(usefulness: float, length: int, row: int) -> int:
    """The rowid of a review in the full-text index: small for helpful ones, which a search so meets first.

    Helpfulness is told in 1,024 steps. Of reviews of one step the shorter ones come first, by steps of a
    fifth of their `length` in characters. Each review has its place at once, whatever is imported later.
    """
    unhelpfulness = _STANDINGS - 1 - int(usefulness * (_STANDINGS - 1))
    longness = min(LENGTHS - 1, int(_STEPS_OF_A_DOUBLING * log2(1 + length / _SHORT)))
    return (unhelpfulness * LENGTHS + longness) << _ROOM_FOR_IDS | row


def longness(place: int) -> int:
    """In which step of length the review with this standing is; the shortest are in step 0."""
    return (place >> _ROOM_FOR_IDS) % LENGTHS


def words_at(step: int) -> float:
    """About how many words a review has whose length is in this step."""
    return _SHORT * (2 ** ((step + 0.5) / _STEPS_OF_A_DOUBLING) - 1) / _LETTERS_OF_A_WORD
