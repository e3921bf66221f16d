"""What an import costs, each in a process of its own: processor time, clock time and memory.

`python -m tests.benchmarks.importing WAY SIZE` runs one import and prints its cost as JSON. The ways are
`floor` (a plain table in one transaction, then FTS5's `rebuild`, its rows at hand), `bulk` (all pages in one
import) and `pages` (an import for each page).
"""

from __future__ import annotations

import json
import resource
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.indexing import index_files, page_files
from bot.store.library import Library
from tests.benchmarks.library_generator import GeneratedLibrary, write_pages

_FOLDER = Path(__file__).parent
_GENERATOR = ("library_generator.py", "people.py", "words.py")
CACHE = (
    _FOLDER
    / ".cache"
    / sha256(b"".join((_FOLDER / name).read_bytes() for name in _GENERATOR)).hexdigest()[:8]
)
"""Where what is generated and built is kept, as long as the generator is the same."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of processor and clock; the most memory held and what was written, in megabytes."""

    cpu: float
    clock: float
    memory: float
    written: float


def forget_older() -> None:
    """Remove what other generators made."""
    for folder in CACHE.parent.glob("*"):
        if folder != CACHE:
            shutil.rmtree(folder)


def pages_of(size: int) -> Path:
    """The folder with the pages of a library, written if need be."""
    folder = CACHE / f"pages-{size}"
    write_pages(GeneratedLibrary(size), folder)
    return folder


def cost_of(way: str, size: int, keep: Path | None = None) -> Cost:
    """Run an import in a process of its own. `keep` is where its library is to stay."""
    pages_of(size)
    command = [
        sys.executable,
        "-m",
        "tests.benchmarks.importing",
        way,
        str(size),
        *([str(keep)] if keep else []),
    ]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Cost(**json.loads(done.stdout))


def _floor(size: int, path: Path) -> Callable[[], None]:
    reviews = [
        (
            *(
                str(item.review.film),
                item.review.title,
                item.review.byline.reviewer,
                item.review.byline.printed,
            ),
            *(str(item.review.byline.date), item.review.rating),
            *((item.review.votes.helpful, item.review.votes.total) if item.review.votes else (None, None)),
            *(item.review.spoiler, item.review.text),
        )
        for film in GeneratedLibrary(size).films()
        for item in film.reviews
    ]

    def run() -> None:
        database = sqlite3.connect(path)
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute(
            "CREATE TABLE review (id INTEGER PRIMARY KEY, film, title, reviewer, byline, date, rating, "
            "helpful, total, spoiler, text)"
        )
        columns = "film, title, reviewer, byline, date, rating, helpful, total, spoiler, text"
        marks = ", ".join("?" * len(reviews[0]))
        database.executemany(f"INSERT INTO review ({columns}) VALUES ({marks})", reviews)  # noqa: S608
        database.commit()
        database.execute(
            "CREATE VIRTUAL TABLE found USING fts5(title, text, content='review', content_rowid='id', "
            "tokenize='porter unicode61 remove_diacritics 2')"
        )
        database.execute("INSERT INTO found (found) VALUES ('rebuild')")
        database.commit()
        database.close()

    return run


def _bulk(size: int, path: Path) -> Callable[[], None]:
    folder = pages_of(size)

    def run() -> None:
        with Library(path) as library:
            index_files(library, page_files([folder]))

    return run


def _pages(size: int, path: Path) -> Callable[[], None]:
    folder = pages_of(size)

    def run() -> None:
        with Library(path) as library:
            for file in page_files([folder]):
                index_files(library, [file])

    return run


def most_memory() -> float:
    """The most memory that this process has held, in megabytes.

    Linux tells by `ru_maxrss` what the process held that started this one, where that was more.
    """
    status = Path("/proc/self/status")
    if status.exists():
        told = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM:"))
        return int(told.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


WAYS = {"floor": _floor, "bulk": _bulk, "pages": _pages}


def main(way: str, size: int, keep: Path | None) -> None:
    """Run one import and print its cost."""
    with TemporaryDirectory(dir=CACHE) as folder:
        path = keep or Path(folder) / "library.db"
        run = WAYS[way](size, path)
        before, started = time.process_time(), time.perf_counter()
        run()
        cpu, clock = time.process_time() - before, time.perf_counter() - started
        memory = most_memory()
        written = sum(file.stat().st_size for file in path.parent.glob(f"{path.name}*")) / 2**20
        print(json.dumps(asdict(Cost(cpu, clock, memory, written))))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3]) if len(sys.argv) > 3 else None)
