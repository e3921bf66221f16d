"""How fast each kind of page is read, and what memory that takes, however large the file is.

Run as `python -m tests.benchmarks.readers`: files of each kind, small and of `--size` MB (1,000 unless told
otherwise), are written to a temporary folder and read in a process of their own, whose processor time and
peak memory are shown. `--only WORD` takes the kinds whose name holds the word. With `--hostile` files that
repeat what costs a reader most are read.
"""

from __future__ import annotations

import argparse
import gzip
import io
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO, cast

from bot.errors import PageError
from bot.language.bylines import candidates, choose
from bot.model import NOTHING_TOLD, Review
from bot.pages.reading import read_reviews
from tests.benchmarks.measuring import machine
from tests.benchmarks.page_kinds import KINDS, as_table, make_reviews

SMALL = 10
MEGABYTE = 1_000_000
_COPY = 500
"""Reviews that a file repeats."""

PACKED = {
    "dump, JSON lines, .gz": "dump, JSON lines",
    "dump, CSV, .zip": "dump, CSV",
    "Letterboxd export, .zip": "Letterboxd table",
}
"""Packed kinds, and the kind that they hold; their size is what they unpack to."""

_HEADER = "7/10\nTitle\nbob12 May 2001\n"
_END = "3 out of 4 found this helpful. Was this review helpful? Sign in to vote.\n"
HOSTILE = {
    "lines of one letter": "x\n",
    "blank lines": "\n",
    "votes in a body": f"{_END}word\n",
    "bylines and nothing else": "t\nbob12 May 2001\n",
    "reviews without votes": f"{_HEADER}Body.\nPermalink\n",
    "pages cut after a line": f"Foo (2001) Poster\n\nUser Reviews\n{_HEADER}body\n",
    "the same without ratings": "Foo (2001) Poster\n\nUser Reviews\nTitle\nbob12 May 2001\nbody\n",
    "bodies below their votes": f"{_HEADER}Warning: Spoilers\n{_END}Permalink\nbody\n",
    "ratings": "7/10\n",
    "Permalink": "Permalink\n",
    "posters": "a Poster\n",
    "ends of today's page": "Helpful\n•\n",
    "rows without columns": "a,b,c\n",
    "open quotes": 'text,user,"\n',
    "open objects": '{"text": "a",\n',
    "open tags": '<div class="lister-item x"><b>',
    "tags in tags": "<div class='x'>2</span></div><s",
}
"""What costs a reader most, when a file holds nothing else."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one file took: seconds of processor time, and the process's peak memory in MB."""

    megabytes: float
    reviews: int
    seconds: float
    peak: float


def write(kind: str, path: Path, size: int) -> None:
    """Write a file of the kind, of about so many bytes."""
    inner = PACKED.get(kind, kind)
    parts = _parts(inner, size)
    if kind.endswith(".gz"):
        with gzip.open(path, "wb", compresslevel=1) as packed:
            packed.writelines(parts)
    elif kind.endswith(".zip"):
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            if kind.startswith("Letterboxd"):
                archive.writestr("profile.csv", as_table([("Username", "Bio"), ("ada_l", "")]))
            with archive.open("reviews.csv", "w", force_zip64=True) as member:
                member.writelines(parts)
    else:
        with path.open("wb") as file:
            file.writelines(parts)


def _parts(kind: str, size: int) -> Iterator[bytes]:
    page = KINDS[kind]
    copy = page.render(make_reviews(_COPY))
    yield page.above
    for _ in range(max(size // len(copy), 1)):
        yield copy
    yield page.below


def measure(kind: str, folder: Path, megabytes: int) -> Measured:
    """Write a file and read it in a process of its own; the file is removed."""
    path = folder / "page"
    write(kind, path, megabytes * MEGABYTE)
    command = [sys.executable, "-m", "tests.benchmarks.readers", "--read", str(path), kind]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        told = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    path.unlink()
    reviews, seconds, unpacked = told.split()
    return Measured(int(unpacked) / MEGABYTE, int(reviews), float(seconds), usage.ru_maxrss / 1_000)


def read(path: Path, kind: str) -> None:
    """Read a file and print how many reviews it holds, the processor time, and its size unpacked."""
    page = KINDS[PACKED.get(kind, kind)]
    told = NOTHING_TOLD if kind in PACKED else page.told
    copy = len(page.render(make_reviews(_COPY)))
    with path.open("rb") as file:
        start = time.process_time()
        reviews = sum(isinstance(item, Review) for item in read_reviews(file, path.name, told))
        seconds = time.process_time() - start
    assert (reviews - page.reviews_above) % _COPY == 0, reviews
    print(reviews, seconds, (reviews - page.reviews_above) // _COPY * copy)


def seconds_for_hostile(unit: str, size: int) -> float:
    """Seconds of processor time for a file that holds nothing but the unit, again and again."""
    file = io.BytesIO((unit * (size // len(unit))).encode())
    start = time.process_time()
    with suppress(PageError):
        for _ in read_reviews(cast("BinaryIO", file), "page"):
            pass
    return time.process_time() - start


def seconds_for_bylines() -> float:
    """Seconds of processor time to split one byline."""
    printed = [review.byline.printed for review in make_reviews(2000)]
    start = time.process_time()
    for line in printed:
        choose(candidates(line) or (), {})
    return (time.process_time() - start) / len(printed)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--size", type=int, default=1_000)
    parser.add_argument("--only", default="")
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--read", nargs=2)
    arguments = parser.parse_args()
    if arguments.read:
        read(Path(arguments.read[0]), arguments.read[1])
    elif arguments.hostile:
        for kind, unit in HOSTILE.items():
            one, four = (seconds_for_hostile(unit, size * MEGABYTE) for size in (1, 4))
            print(f"{kind:<26} 1 MB {one:6.2f} s, 4 MB {four:6.2f} s, {four / max(one, 0.01):4.1f} times")
    else:
        _print_table([kind for kind in (*KINDS, *PACKED) if arguments.only in kind], arguments.size)


def _print_table(kinds: list[str], size: int) -> None:
    print(machine())
    print(
        f"| kind | MB/s | reviews/s | µs a review | a MB of {size:,} to one of {SMALL} | "
        f"peak at {SMALL} MB | peak at {size:,} MB |"
    )
    print("|---|---|---|---|---|---|---|")
    with TemporaryDirectory() as name:
        for kind in kinds:
            small, large = (measure(kind, Path(name), megabytes) for megabytes in (SMALL, size))
            growth = (large.seconds / large.megabytes) / (small.seconds / small.megabytes)
            print(
                f"| {kind} | {large.megabytes / large.seconds:.0f} | {large.reviews / large.seconds:,.0f} | "
                f"{large.seconds / large.reviews * 1e6:.0f} | {growth:.2f} | {small.peak:.0f} MB | "
                f"{large.peak:.0f} MB |",
                flush=True,
            )
    print(f"bylines alone: {seconds_for_bylines() * 1e6:.1f} µs each")


if __name__ == "__main__":
    main()
