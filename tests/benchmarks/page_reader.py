"""How fast each kind of page is read, and that the time grows with its size and no faster.

Run as `python -m tests.benchmarks.page_reader`. Real-shaped reviews of about 1,200 characters; each size is
read twice and the faster counts, as processor time. With `--memory` the peak over a generated file of 1 GB is
measured for each kind that streams, with `--hostile` files that repeat what costs a reader most are read.
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
from contextlib import suppress
from operator import itemgetter
from random import Random
from typing import Any, BinaryIO, cast

from bot.errors import PageError
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
}
"""What costs a reader most, when a file holds nothing else."""


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


def seconds_for_hostile(unit: str, size: int) -> float:
    """Seconds of processor time for a file that holds nothing but the unit, again and again."""
    file = io.BytesIO((unit * (size // len(unit))).encode())
    start = time.process_time()
    with suppress(PageError):
        for _ in read_reviews(file, "page"):
            pass
    return time.process_time() - start


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
    if "--hostile" in sys.argv:
        for kind, unit in HOSTILE.items():
            one, four = (seconds_for_hostile(unit, size * MEGABYTE) for size in (1, 4))
            print(f"{kind:<26} 1 MB {one:6.2f} s, 4 MB {four:6.2f} s, {four / one:4.1f} times")
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
