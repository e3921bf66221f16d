"""How figures are taken: of each question the median of three rounds, then figures over the questions."""

from __future__ import annotations

import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TypeVar

ROUNDS = 3

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Timing:
    """How long questions took, in milliseconds, ordered."""

    taken: tuple[float, ...]

    @classmethod
    def of(cls, taken: Iterable[float]) -> Timing:
        return cls(tuple(sorted(taken)))

    def at(self, share: float) -> float:
        """The time within which this share of the questions was answered."""
        return self.taken[min(len(self.taken) - 1, int(share * len(self.taken)))]

    @property
    def p50(self) -> float:
        return self.at(0.5)

    @property
    def p95(self) -> float:
        return self.at(0.95)

    @property
    def worst(self) -> float:
        return self.taken[-1]

    def __str__(self) -> str:
        return f"{self.p50:.2f} / {self.p95:.2f} / {self.worst:.2f}"


def time_all(
    ask: Callable[[T], object], questions: Sequence[T], rounds: int = ROUNDS, *, warm: bool = True
) -> list[float]:
    """Milliseconds of each question: the median of the rounds, after one to warm up."""
    taken: list[list[float]] = [[] for _ in questions]
    for _ in range(rounds + warm):
        for question, times in zip(questions, taken, strict=True):
            start = time.perf_counter()
            ask(question)
            times.append((time.perf_counter() - start) * 1_000)
    return [median(times[-rounds:]) for times in taken]


def measure(
    ask: Callable[[T], object], questions: Sequence[T], rounds: int = ROUNDS, *, warm: bool = True
) -> Timing:
    """The timing over all questions."""
    return Timing.of(time_all(ask, questions, rounds, warm=warm))


def machine() -> str:
    """What the figures were taken on."""
    info = Path("/proc/cpuinfo")
    models = (
        [line for line in info.read_text().splitlines() if line.startswith("model name")]
        if info.exists()
        else []
    )
    name = models[0].partition(":")[2].strip() if models else platform.processor() or platform.machine()
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{os.cpu_count()} × {name}, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"
    )
