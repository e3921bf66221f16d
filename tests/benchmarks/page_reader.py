"""How fast a copied page is read, and that the time grows with its size and no faster.

Run as `python -m tests.benchmarks.page_reader`. Real-shaped reviews of about 1,200 characters; each size is
read three times and the fastest counts, as processor time.
"""

from __future__ import annotations

import datetime as dt
import io
import time
import tracemalloc
from random import Random

from bot.language.bylines import candidates, choose
from bot.model import Byline, Film, Review, Votes
from bot.pages.reading import read_reviews
from tests.pages.rendering import render_page

SIZES = (1, 10, 50)
MEGABYTE = 1_000_000
FILM = Film("Harbour Lights", 1999)
WORDS = "the harbour lights of a film that nobody saw in its year are on again – it’s as good as ever".split()


def make_page(size: int) -> tuple[bytes, int]:
    """A page of at least `size` bytes, and how many reviews it holds."""
    random = Random(2004)
    reviews = [make_review(random) for _ in range(500)]
    one = render_page(FILM, reviews).encode()
    copies = size // len(one) + 1
    return one * copies, copies * len(reviews)


def make_review(random: Random) -> Review:
    text = "\n\n".join(" ".join(random.choices(WORDS, k=86)) + "." for _ in range(3))
    date = dt.date(2000, 1, 1) + dt.timedelta(days=random.randrange(9000))
    name = f"reviewer-{random.randrange(100_000)}"
    byline = Byline(f"{name}{date.day} {date:%B} {date.year}", name, date)
    helpful = random.randrange(2000)
    votes = Votes(helpful, helpful + random.randrange(500))
    spoiler = random.random() < 0.1
    return Review(FILM, "A title of some words", byline, random.randint(1, 10), votes, spoiler, text)


def seconds_to_read(page: bytes, reviews: int) -> float:
    fastest = float("inf")
    for _ in range(3):
        start = time.process_time()
        found = sum(isinstance(item, Review) for item in read_reviews(io.BytesIO(page), "page.txt"))
        fastest = min(fastest, time.process_time() - start)
        assert found == reviews
    return fastest


def seconds_for_bylines(page: bytes) -> float:
    reviews = [item for item in read_reviews(io.BytesIO(page), "page.txt") if isinstance(item, Review)]
    start = time.process_time()
    for review in reviews:
        choose(candidates(review.byline.printed) or (), {})
    return (time.process_time() - start) / len(reviews)


def peak_of_reading(page: bytes) -> int:
    """Bytes that reading holds at most, beside the page itself."""
    tracemalloc.start()
    for _ in read_reviews(io.BytesIO(page), "page.txt"):
        pass
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


def main() -> None:
    """Print the table."""
    print(f"{'size':>6} {'reviews':>8} {'seconds':>8} {'MB/s':>7} {'µs/review':>10} {'of 1 MB':>8}")
    first = None
    for size in SIZES:
        page, reviews = make_page(size * MEGABYTE)
        seconds = seconds_to_read(page, reviews)
        megabytes = len(page) / MEGABYTE
        first = first or seconds / megabytes
        ratio = seconds / first
        print(
            f"{size:>3} MB {reviews:>8,} {seconds:>8.3f} {megabytes / seconds:>7.1f} "
            f"{seconds / reviews * 1e6:>10.1f} {ratio:>8.2f}"
        )
    small, _ = make_page(MEGABYTE)
    peak = peak_of_reading(make_page(10 * MEGABYTE)[0])
    print(f"bylines alone: {seconds_for_bylines(small) * 1e6:.1f} µs/review")
    print(f"memory at most, streaming 10 MB: {peak / MEGABYTE:.1f} MB")


if __name__ == "__main__":
    main()
