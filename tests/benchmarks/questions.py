"""How long strangers' questions take: `python -m tests.benchmarks.questions [SIZE]`, of 100,000 reviews.

The questions of the rounds are asked of the generated library of `python -m tests.benchmarks` (built where it
is not there): those about a film in the channel of its largest film, the others with no film meant. Processor
time stands beside the clock, for others may work on the machine.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.discord_app.asking import keep_the_loop_free
from bot.indexing import index_files, page_files
from bot.questions.reading import read
from bot.store.films import all_films
from bot.store.library import Library
from tests.benchmarks.importing import CACHE, pages_of
from tests.benchmarks.measuring import ROUNDS, Timing, machine
from tests.questions.judging import ROUNDS as FOLDER
from tests.questions.judging import read_round

_FILMS = (
    "tallow quay ii: low water",
    "tallow quay ii",
    "tallow quay",
    "low water",
    "exchange 1961",
    "pusher 2",
)


def main() -> None:
    """Print `p50 / p95 / worst` of both kinds of question, in milliseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("size", nargs="?", type=int, default=100_000)
    size = parser.parse_args().size
    with Library(_built(size)) as library:
        desk = Desk(library)
        largest = sorted(all_films(library), key=lambda entry: -entry.reviews)[:1]
        names = [str(entry.film) for entry in largest]
        keep_the_loop_free()
        print(machine(), f"load {os.getloadavg()[0]:.1f}", sep=", ")
        about, altogether = _questions(names[0])
        print(f"{len(about)} questions with a film of {largest[0].reviews:,} reviews:")
        _print(desk, about, names)
        print(f"{len(altogether)} questions without a film:")
        _print(desk, altogether, [None])
        print("reading alone:", _reading(desk, about, names))
        print(f"load {os.getloadavg()[0]:.1f}")


def _built(size: int) -> Path:
    path = CACHE / f"built-{size}" / "library.db"
    if not path.exists():
        print("building the library first", file=sys.stderr)
        path.parent.mkdir(parents=True, exist_ok=True)
        with Library(path) as library:
            index_files(library, page_files([pages_of(size)]))
    return path


def _questions(film: str) -> tuple[list[str], list[str]]:
    """The questions of all rounds, with a film meant and without; the films in them by a generated name."""
    items = [item for file in sorted(FOLDER.glob("round-*.json")) for item in read_round(file)]
    about = [_named(item["question"], film) for item in items if item["film"]]
    altogether = [
        _named(item["question"], film) for item in items if not item["film"] and item["library"] == "B"
    ]
    return about, altogether


def _named(question: str, film: str) -> str:
    for name in _FILMS:
        at = question.lower().find(name)
        if at >= 0:
            question = question[:at] + film + question[at + len(name) :]
    return question


def _print(desk: Desk, questions: Sequence[str], films: Sequence[str | None]) -> None:
    """Each question once, as it is asked first, and then the median of three rounds more."""
    clock: list[list[float]] = [[] for _ in questions]
    processor: list[list[float]] = [[] for _ in questions]
    for _ in range(ROUNDS + 1):
        for number, question in enumerate(questions):
            place = Place(film=films[number % len(films)])
            begun, begun_cpu = time.perf_counter(), time.process_time()
            desk.answer(read(question, desk.known(place)), place)
            processor[number].append((time.process_time() - begun_cpu) * 1_000)
            clock[number].append((time.perf_counter() - begun) * 1_000)
    for name, taken in (("clock", clock), ("processor", processor)):
        first = Timing.of(times[0] for times in taken)
        again = Timing.of(median(times[1:]) for times in taken)
        print(f"  {name}: {again}; when first asked {first}")


def _reading(desk: Desk, questions: Sequence[str], films: Sequence[str | None]) -> Timing:
    known = desk.known(Place(film=films[0]))
    taken = []
    for question in questions:
        begun = time.perf_counter()
        read(question, known)
        taken.append((time.perf_counter() - begun) * 1_000)
    return Timing.of(taken)


if __name__ == "__main__":
    main()
