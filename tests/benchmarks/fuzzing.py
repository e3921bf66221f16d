"""Changed pages of every kind, as many as asked for: no reader may fail in any other way than by a sentence.

Run as `python -m tests.benchmarks.fuzzing [INPUTS] [FIRST]`. Input number N is always the same, so that one
that found something can be made again and become a test. The slowest input of each kind is shown, since time
must not grow faster than size.
"""

from __future__ import annotations

import gzip
import io
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from random import Random

from bot.errors import PageError
from bot.model import Problem, Review, Told
from bot.pages.reading import read_reviews
from tests.benchmarks.page_reader import FILM, KINDS, make_reviews
from tests.pages.rendering import render_page
from tests.pages.test_letterboxd import REVIEW_NAMES, REVIEWS, export, table

TOKENS = (
    *(
        b"\n",
        b"\r\n",
        b"\0",
        b"\xff",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
        b"\xc2\xa0",
        b"\x1b[31m",
        b"\xe2\x80\xa8",
        b" ",
    ),
    *(
        b"7/10\n",
        b"Permalink\n",
        b"Warning: Spoilers\n",
        b"bob12 May 2001\n",
        b"Helpful\n",
        b"Spoiler\n",
        b"/10\n",
    ),
    *(
        b"3 out of 4 found this helpful. Was this review helpful? Sign in to vote.\n",
        b" Poster\n",
        b"User Reviews\n",
    ),
    *(
        b"<div>",
        b"</div>",
        b"<!--",
        b"-->",
        b"<",
        b">",
        b'"',
        b"'",
        b"&#0;",
        b"<table>",
        b"<br>",
        b"</article>",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b":",
        b"\\",
        b"\\u0000",
        b"\\ud800",
        b"null",
        b"1e999",
        b";",
        b'""',
        b"\t",
        b"|",
    ),
    *(b"PK\3\4", b"\x1f\x8b", b"9" * 400, b"A" * 5_000, b"99/99/9999", b"31 February 2001", b"-1", b"0/0"),
)
TOLD = Told(FILM, "ada", {})


def seeds() -> dict[str, bytes]:
    """A small page of each kind."""
    reviews = [replace(review, text=review.text[:90]) for review in make_reviews(3)]
    made = {kind: head + render(reviews) for kind, (head, render) in KINDS.items()}
    spoilers = [replace(review, spoiler=True) for review in reviews]
    made["older page, copied, spoilers below"] = render_page(
        FILM, spoilers, spoilers_below_votes=True
    ).encode()
    made["Letterboxd table"] = table(REVIEW_NAMES, REVIEWS).encode()
    made["Letterboxd export"] = export()
    made["gzip"] = gzip.compress(made["CSV"])
    made["zip"] = packed_pages(made["older page, copied"])
    return made


def packed_pages(page: bytes) -> bytes:
    """An archive of two pages."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", page)
        archive.writestr("b.txt", page[: len(page) // 2])
    return out.getvalue()


PACKED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip": ("CSV", lambda content: gzip.compress(content, 1)),
    "zip": ("older page, copied", packed_pages),
    "Letterboxd export": ("Letterboxd table", lambda content: export(reviews_csv=content)),
}
"""Packed kinds, most of whose inputs are changed before they are packed: packing guards what it holds."""


def make_input(number: int, made: dict[str, bytes]) -> tuple[str, bytes, Told]:
    """The input of this number: its kind, its content, and what the host says of it."""
    random = Random(number)
    kind = list(made)[number % len(made)]
    told = TOLD if random.random() < 0.5 else Told()
    if kind in PACKED and random.random() < 0.7:
        inner, pack = PACKED[kind]
        return kind, pack(change(made[inner], list(made.values()), random)), told
    return kind, change(made[kind], list(made.values()), random), told


def change(content: bytes, others: list[bytes], random: Random) -> bytes:
    """The content with one to six changes of many kinds."""
    for _ in range(random.randint(1, 6)):
        start = random.randrange(len(content) + 1)
        stop = min(start + int(random.expovariate(1 / 30)), len(content))
        match random.randrange(7):
            case 0:
                content = content[:start] + content[stop:]
            case 1:
                content = content[:stop] + content[start:]
            case 2:
                content = content[:start] + random.choice(TOKENS) + content[start:]
            case 3:
                content = content[:start] + random.choice(TOKENS) + content[stop:]
            case 4:
                content = content[:start] + random.randbytes(random.randint(1, 4)) + content[stop:]
            case 5:
                other = random.choice(others)
                content = content[:start] + other[random.randrange(len(other)) :]
            case _:
                content = content[:start] if random.random() < 0.3 else content + content[start:stop]
    return content[:60_000]


def check(content: bytes, told: Told) -> str:
    """Read the content; what came of it. Raises whatever a reader should not."""
    try:
        found = list(read_reviews(io.BytesIO(content), "page", told))
    except PageError as error:
        return "refused" if "\n" not in str(error) else "FAILED"
    reviews = [item for item in found if isinstance(item, Review)]
    for review in reviews:
        assert review.byline.reviewer
        assert review.rating is None or 1 <= review.rating <= 10
        assert review.text == review.text.strip()
        (review.title + review.text + review.byline.reviewer + str(review.film)).encode()
    assert reviews or any(isinstance(item, Problem) for item in found)
    return "read" if reviews else "problems only"


def main() -> None:
    """Try the inputs and print what came of them."""
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    made = seeds()
    kinds = list(made)
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest = dict.fromkeys(kinds, (0.0, -1))
    failures = 0
    for number in range(first, first + inputs):
        kind, content, told = make_input(number, made)
        start, told_why = time.process_time(), "its sentence has more than one line"
        try:
            outcome = check(content, told)
        except Exception as error:  # noqa: BLE001 - to find these is what this is for
            outcome, told_why = "FAILED", f"{type(error).__name__}: {str(error)[:200]}"
        if outcome == "FAILED":
            failures += 1
            print(f"input {number} ({kind}): {told_why}")
        outcomes[kind, outcome] += 1
        slowest[kind] = max(slowest[kind], (time.process_time() - start, number))
    print(f"{'kind':<36} {'read':>9} {'problems':>9} {'refused':>9} {'failed':>7}  slowest")
    for kind in kinds:
        counts = [outcomes[kind, outcome] for outcome in ("read", "problems only", "refused", "FAILED")]
        seconds, number = slowest[kind]
        print(
            f"{kind:<36} {counts[0]:>9,} {counts[1]:>9,} {counts[2]:>9,} {counts[3]:>7,}  "
            f"{seconds * 1000:.0f} ms (input {number})"
        )
    print(f"{inputs:,} inputs, {failures} failures")


if __name__ == "__main__":
    main()
