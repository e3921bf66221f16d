"""How many of many killed imports leave a sound library: `python -m tests.benchmarks.kills [number]`.

Each import is a real process, killed (SIGKILL) at a random moment. Afterwards the library must be sound, hold
each page whole or not at all, and be completed by the same import: see `tests.faults.killing`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from tests.faults.killing import kill_import, prepare

PAGES = 120


def main(number: int) -> None:
    """Kill so many imports and print how many libraries survived."""
    random, survived = Random(1984), 0
    with TemporaryDirectory() as name:
        folder = Path(name)
        pages = prepare(folder, PAGES)
        for turn in range(number):
            moment = random.random() * 1.1
            try:
                kill_import(pages, folder / f"killed-{turn}", moment)
                survived += 1
            except AssertionError as error:
                print(f"killed at {moment:.3f} of {pages.seconds:.2f} s: {error}")
    print(f"{survived} of {number} libraries survived a kill")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 200)
