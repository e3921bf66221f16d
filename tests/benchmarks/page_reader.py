"""How fast each kind of page is read, and that the time grows with its size and no faster.

Run as `python -m tests.benchmarks.page_reader`. Real-shaped reviews of about 1,200 characters; each size is
read twice and the faster counts, as processor time. With `--memory` the peak over a generated file of 1 GB is
measured for each kind that streams (some minutes).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import resource
import sys
import time
from collections.abc import Callable
from operator import itemgetter
from random import Random
from typing import Any, BinaryIO, cast

from bot.language.bylines import candidates, choose
from bot.model import Byline, Film, Review, Votes
from bot.pages.reading import read_reviews
from tests.pages.html_rendering import render_older
from tests.pages.html_rendering import render_todays as render_todays_html
from tests.pages.rendering import render_page, render_todays

SIZES = (1, 10, 50)
MEGABYTE = 1_000_000
FILM = Film("Harbour Lights", 1999)
WORDS = "the harbour lights of a film that nobody saw in its year are on again – it’s as good as ever".split()
COLUMNS = ("user", "film", "rating", "title", "date", "text", "helpful", "total")


def copied(reviews: list[Review]) -> bytes:
    return render_page(FILM, reviews).encode()


def todays_text(reviews: list[Review]) -> bytes:
    return render_todays(FILM, reviews).encode()


def older_html(reviews: list[Review]) -> bytes:
    return render_older(FILM, reviews).encode()


def todays_html(reviews: list[Review]) -> bytes:
    return render_todays_html(FILM, reviews).encode()


def table(reviews: list[Review]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(map(row, reviews))
    return out.getvalue().encode()


def json_lines(reviews: list[Review]) -> bytes:
    return "".join(
        json.dumps(dict(zip(COLUMNS, row(review), strict=True))) + "\n" for review in reviews
    ).encode()


def row(review: Review) -> tuple[object, ...]:
    assert review.votes
    facts = (
        review.byline.reviewer,
        str(review.film),
        review.rating,
        review.title,
        review.byline.date,
        review.text,
    )
    return (*map(str, facts), review.votes.helpful, review.votes.total)


KINDS: dict[str, tuple[bytes, Callable[[list[Review]], bytes]]] = {
    "older page, copied": (b"", copied),
    "today's page, copied": (b"", todays_text),
    "older page, HTML": (b"", older_html),
    "today's page, HTML": (b"", todays_html),
    "CSV": (",".join(COLUMNS).encode() + b"\n", table),
    "JSON lines": (b"", json_lines),
}
"""For each kind of page: what stands at its top once, and how reviews are rendered, any number of times."""


class Repeated(io.RawIOBase):
    """A file that says the same again and again, up to a size; it takes no memory."""

    def __init__(self, head: bytes, part: bytes, size: int) -> None:
        self._head, self._part, self._size = head, part, size
        self.copies = max((size - len(head)) // len(part), 1)
        self._length = len(head) + self.copies * len(part)
        self._at = 0

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        self._at = place + {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._length}[whence]
        return self._at

    def readinto(self, buffer: Any) -> int:
        size = min(len(buffer), self._length - self._at)
        if self._at < len(self._head):
            data = self._head[self._at : self._at + size]
        else:
            start = (self._at - len(self._head)) % len(self._part)
            data = self._part[start : start + size]
        buffer[: len(data)] = data
        self._at += len(data)
        return len(data)


def make_reviews(count: int) -> list[Review]:
    random = Random(2004)
    return [make_review(random, number) for number in range(count)]


def make_review(random: Random, number: int) -> Review:
    text = "\n\n".join(" ".join(random.choices(WORDS, k=86)) + "." for _ in range(3))
    date = dt.date(2000, 1, 1) + dt.timedelta(days=random.randrange(9000))
    name = f"reviewer-{random.randrange(100_000)}"
    byline = Byline(f"{name}{date.day} {date:%B} {date.year}", name, date)
    helpful = random.randrange(2000)
    votes = Votes(helpful, helpful + random.randrange(500))
    spoiler = random.random() < 0.1
    rating = random.randint(1, 10)
    return Review(FILM, "A title of some words", byline, rating, votes, spoiler, text, f"rw{number}")


def read(kind: str, size: int) -> tuple[int, int, float]:
    """How many bytes and reviews there were, and the seconds of processor time it took."""
    head, render = KINDS[kind]
    file = Repeated(head, render(make_reviews(500)), size)
    start = time.process_time()
    reviews = sum(
        isinstance(item, Review)
        for item in read_reviews(cast("BinaryIO", io.BufferedReader(file, MEGABYTE)), "page")
    )
    seconds = time.process_time() - start
    assert reviews == 500 * file.copies, reviews
    return file.seek(0, io.SEEK_END), reviews, seconds


def seconds_for_bylines() -> float:
    printed = [review.byline.printed for review in make_reviews(2000)]
    start = time.process_time()
    for line in printed:
        choose(candidates(line) or (), {})
    return (time.process_time() - start) / len(printed)


def main() -> None:
    """Print the table."""
    if "--memory" in sys.argv:
        for kind in KINDS:
            size, reviews, seconds = read(kind, 1_000 * MEGABYTE)
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_000
            print(
                f"{kind:<22} {size / MEGABYTE:,.0f} MB, {reviews:,} reviews, {seconds:.0f} s; "
                f"peak of the process so far {peak:.0f} MB"
            )
        return
    print(f"{'kind':<22} {'size':>5} {'MB/s':>7} {'reviews/s':>10} {'µs/review':>10} {'time of 1 MB':>13}")
    for kind in KINDS:
        first = 0.0
        for megabytes in SIZES:
            size, reviews, seconds = min(
                (read(kind, megabytes * MEGABYTE) for _ in range(2)), key=itemgetter(2)
            )
            first = first or seconds / size
            print(
                f"{kind:<22} {megabytes:>5} {size / MEGABYTE / seconds:>7.1f} {reviews / seconds:>10,.0f} "
                f"{seconds / reviews * 1e6:>10.1f} {seconds / (first * MEGABYTE):>13.1f}"
            )
    print(f"bylines alone: {seconds_for_bylines() * 1e6:.1f} µs/review")


if __name__ == "__main__":
    main()
