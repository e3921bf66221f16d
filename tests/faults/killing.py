"""Kill a real import at some moment, and see what is left of the library."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from bot.store.films import all_films
from bot.store.library import Library
from bot.store.reviews import StoredReview, every_review
from bot.store.safekeeping import find_faults

ROOT = Path(__file__).resolve().parent.parent.parent
REVIEWS_A_PAGE = 12


@dataclass(frozen=True, slots=True)
class Pages:
    """A folder of pages, what they give when nothing goes wrong, and how many seconds that takes."""

    folder: Path
    expected: list[StoredReview]
    seconds: float


def write_pages(folder: Path, number: int) -> None:
    """Write so many pages of invented reviews."""
    folder.mkdir(parents=True)
    for page in range(number):
        reviews = "".join(
            f"{1 + (page + review) % 10}/10\nOn the pier, {review}\n"
            f"walker{page}x{review}a{1 + review} May 2011\n"
            + f"Hollis Marden walks the pier of film {page} for the {review}th time, and the gulls cry. "
            * 12
            + f"\n{review} out of {page + review} found this helpful. Was this review helpful? "
            "Sign in to vote.\nPermalink\n"
            for review in range(REVIEWS_A_PAGE)
        )
        (folder / f"{page:04}.txt").write_text(
            f"Pier {page} (2001) Poster\n\n(2001)\n\nUser Reviews\n\n{reviews}"
        )


def prepare(folder: Path, number: int) -> Pages:
    """Write pages and import them once, undisturbed."""
    write_pages(folder / "pages", number)
    started = time.monotonic()
    assert start_import(folder / "pages", folder / "undisturbed").wait() == 0
    seconds = time.monotonic() - started
    return Pages(folder / "pages", reviews_in(folder / "undisturbed"), seconds)


def start_import(pages: Path, data: Path) -> subprocess.Popen[bytes]:
    """Start the product's own import as a process of its own."""
    environ = os.environ | {"PULLQUOTE_DATA": str(data), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [sys.executable, "-m", "bot", "import", str(pages)],
        cwd=data.parent,
        env=environ,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def kill_import(pages: Pages, data: Path, moment: float) -> None:
    """Kill an import at a moment (0 to 1 of its time), hold what is left against what must be, and finish it.

    Raises AssertionError where the library is not sound, a page is there in part, or the same import
    afterwards does not complete it.
    """
    process = start_import(pages.folder, data)
    time.sleep(moment * pages.seconds)
    process.kill()
    process.wait()
    if (data / "library.db").exists():
        with Library(data / "library.db") as library:
            assert find_faults(library) == ()
            assert {entry.reviews for entry in all_films(library)} <= {REVIEWS_A_PAGE}
    assert start_import(pages.folder, data).wait() == 0
    assert reviews_in(data) == pages.expected


def reviews_in(data: Path) -> list[StoredReview]:
    """Every review of the installation's library."""
    with Library(data / "library.db") as library:
        assert find_faults(library) == ()
        return list(every_review(library))
