"""How many glued bylines are split right: `python -m tests.benchmarks.bylines`.

Measured on real pairs of reviewer and date, glued together as the site prints them. They are not ours to ship
and lie beside the repository, in `../shared/samples/bylines.tsv`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.language.bylines import Decision, Split, candidates, settle

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "bylines.tsv"
PAGE_SIZE = 25

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Score:
    """How the lines of one or more libraries were decided; `open_*` counts only lines with two readings."""

    lines: int
    right: int
    certain: int
    certain_right: int
    open_certain: int
    open_certain_right: int
    doubts: float
    """The errors that the stated probabilities lead to expect."""

    @property
    def share_right(self) -> float:
        return self.right / self.lines

    @property
    def share_certain(self) -> float:
        return self.certain / self.lines

    @property
    def certain_share_right(self) -> float:
        return self.certain_right / self.certain

    @property
    def open_certain_share_right(self) -> float:
        return self.open_certain_right / max(1, self.open_certain)


def read_pairs(sample: Path = SAMPLE) -> list[Pair]:
    """Read the true pairs of reviewer and date; FileNotFoundError when the sample isn't there."""
    lines = sample.read_text(encoding="utf-8").splitlines()[1:]
    return [(reviewer, date) for reviewer, _, date in (line.rpartition("\t") for line in lines)]


def readings_of(pairs: Sequence[Pair]) -> list[tuple[Split, ...]]:
    return [candidates(reviewer + date) or () for reviewer, date in pairs]


def score(pairs: Sequence[Pair], *, library_size: int | None = None) -> Score:
    """Settle the pairs as one library, or as many of `library_size` consecutive lines, and count."""
    size = library_size or len(pairs)
    readings = readings_of(pairs)
    decisions = [
        decision
        for start in range(0, len(pairs), size)
        for decision in settle(readings[start : start + size])
    ]
    right = [decision.split.reviewer == pair[0] for decision, pair in zip(decisions, pairs, strict=True)]
    certain = list(_right_where(decisions, right, only_open=False))
    open_certain = list(_right_where(decisions, right, only_open=True))
    return Score(
        lines=len(pairs),
        right=sum(right),
        certain=len(certain),
        certain_right=sum(certain),
        open_certain=len(open_certain),
        open_certain_right=sum(open_certain),
        doubts=sum(1 - decision.probability for decision in decisions),
    )


def _right_where(decisions: list[Decision], right: list[bool], *, only_open: bool) -> Iterator[bool]:
    for decision, is_right in zip(decisions, right, strict=True):
        if decision.certain and not (only_open and decision.other is None):
            yield is_right


def _print_score(name: str, found: Score) -> None:
    print(
        f"{name:<24}{found.share_right:>8.2%} right   {found.lines - found.right:>4} errors"
        f" ({found.doubts:.0f} expected)   {found.share_certain:>6.1%} certain,"
        f" {found.certain_share_right:.3%} of them right "
        f"({found.open_certain_share_right:.3%} of those with two readings)"
    )


def _print_times(pairs: Sequence[Pair]) -> None:
    printed = [reviewer + date for reviewer, date in pairs]
    begun = time.perf_counter()
    readings = [candidates(line) or () for line in printed]
    read = time.perf_counter()
    settle(readings)
    settled = time.perf_counter()
    per_line = 1e6 / len(printed)
    print(
        f"{(read - begun) * per_line:.2f} µs a line to find its candidates, "
        f"{(settled - read) * per_line:.2f} µs to settle it with the whole library"
    )


def main() -> int:
    try:
        pairs = read_pairs()
    except FileNotFoundError:
        print(
            f"{SAMPLE} is not there. Put a file with the columns `reviewer` and `date` (5 August 2005),"
            " separated by a tab, one pair a line, at that place.",
            file=sys.stderr,
        )
        return 1
    print(f"{len(pairs):,} bylines, {sum(len(r) == 2 for r in readings_of(pairs)):,} with two readings")
    _print_score("one library", score(pairs))
    _print_score(f"libraries of {PAGE_SIZE} lines", score(pairs, library_size=PAGE_SIZE))
    _print_score("libraries of one line", score(pairs, library_size=1))
    _print_times(pairs)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
