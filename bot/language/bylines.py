"""Who wrote a review and when, though the site prints both glued together.

`yoshi-3315 August 2005` is *yoshi-33* on the 15th or *yoshi-331* on the 5th: 63% of real lines have two such
splits, never more. `candidates` finds them, `choose` says which is likelier, from how names end (`endings`)
and from where else in the library either name stands.

On 27,782 real bylines as one library 99.1% come out right, on pages of 25 by themselves 98.3%. The sum of the
doubts that `choose` states is the number of its errors (calibrated within a few percent), so that more must
come from evidence not used here. Dates near other reviews' dates were tried: worth 0.04%, for a second table
to keep. Settling again, each name weighed by its probability so far, was tried: five rounds mend not one
error, since in all errors but one both names have the same evidence.
"""

from __future__ import annotations

import calendar
import datetime as dt
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from bot.language.endings import weight

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

MONTHS = {
    written: number
    for number, name in enumerate(calendar.month_name)
    if name
    for written in (name, name[:3], name[:3] + ".", *(("Sept", "Sept.") if name == "September" else ()))
}
EARLY_DAYS = {str(day): day for day in range(1, 10)}
LATE_DAYS = {str(day): day for day in range(10, 32)}

CERTAIN_FROM = 0.995

# What a name's ending counts for beside one more byline that speaks for the name.
WEIGHT_OF_ENDINGS = 0.01


class Split(NamedTuple):
    """One way to read a byline. A named tuple, since an import makes millions of them."""

    reviewer: str
    date: dt.date


class Seen(NamedTuple):
    """How many bylines a name is a candidate of: `alone`, or `shared` with another candidate."""

    alone: int = 0
    shared: int = 0


class Decision(NamedTuple):
    """The likelier split, the other one if there is one, and the probability that `split` is right."""

    split: Split
    other: Split | None
    certain: bool
    probability: float


NEVER_SEEN = Seen()


def candidates(printed: str) -> tuple[Split, ...] | None:
    """Find every valid reading of a glued byline; None if the line is no byline.

    With two readings the one with the day of one digit (and so the longer name) stands first. Days have no
    leading zero and exist in their month; white space around the line or a name doesn't count.
    """
    parts = printed.rsplit(None, 2)
    if len(parts) < 3:
        return None
    glued, written_month, written_year = parts
    month = MONTHS.get(written_month)
    if month is None or len(written_year) != 4 or not (written_year.isascii() and written_year.isdigit()):
        return None
    year = int(written_year)
    if not year:
        return None
    early = _split(glued[:-1], EARLY_DAYS.get(glued[-1:]), month, year)
    late = _split(glued[:-2], LATE_DAYS.get(glued[-2:]), month, year)
    if early and late:
        return early, late
    only = early or late
    return (only,) if only else None


def _split(name: str, day: int | None, month: int, year: int) -> Split | None:
    if day is None:
        return None
    reviewer = name.strip()
    if not reviewer or (day > 28 and day > calendar.monthrange(year, month)[1]):
        return None
    return Split(reviewer, dt.date(year, month, day))


def evidence(library: Iterable[Sequence[Split]]) -> dict[str, Seen]:
    """Count for every candidate name how many bylines it stands in.

    The counts of a library are the sums of its bylines' own: a store may keep them as a table of names, add
    and take away as reviews come and go, and settle anew only those bylines that have two candidates of which
    one has gained or lost.
    """
    alone: Counter[str] = Counter()
    shared: Counter[str] = Counter()
    for splits in library:
        counts = alone if len(splits) == 1 else shared
        for split in splits:
            counts[split.reviewer] += 1
    return {name: Seen(alone[name], shared[name]) for name in alone.keys() | shared.keys()}


def choose(splits: Sequence[Split], seen: Mapping[str, Seen]) -> Decision:
    """Say which reading of one byline is likelier, and how sure that is.

    `splits` is what `candidates` gave, `seen` holds at least the two names' `evidence`, this byline itself
    counted or not: bylines that speak for both names speak for neither. Where one name stands in bylines that
    the other can't explain, it wins; how the names end decides the rest. The result depends on these counts
    only, so that the order of import doesn't matter.
    """
    if len(splits) == 1:
        return Decision(splits[0], None, certain=True, probability=1.0)
    early, late = splits
    probability = probability_of_early(
        early.reviewer,
        late.reviewer,
        early.date.year,
        seen.get(early.reviewer, NEVER_SEEN),
        seen.get(late.reviewer, NEVER_SEEN),
    )
    if probability > 0.5:
        return Decision(early, late, probability >= CERTAIN_FROM, probability)
    return Decision(late, early, 1 - probability >= CERTAIN_FROM, 1 - probability)


def probability_of_early(
    early: str, late: str, year: int, early_seen: tuple[int, int], late_seen: tuple[int, int]
) -> float:
    """How probable it is that of two candidates the one with the day of one digit is right.

    Each comes with how many bylines it is a candidate of: alone, and shared.
    """
    early_weight, late_weight = weight(early, year), weight(late, year)
    early_share = early_weight / (early_weight + late_weight)
    more_shared = early_seen[1] - late_seen[1]
    for_early = early_seen[0] + max(more_shared, 0) + WEIGHT_OF_ENDINGS * early_share
    for_late = late_seen[0] + max(-more_shared, 0) + WEIGHT_OF_ENDINGS * (1 - early_share)
    return for_early / (for_early + for_late)


def settle(library: Sequence[Sequence[Split]]) -> list[Decision]:
    """Decide all bylines of a library at once: what any incremental settling must come to."""
    seen = evidence(library)
    return [choose(splits, seen) for splits in library]
