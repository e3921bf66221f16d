"""Changed pages of every kind, as many as asked for: no reader may fail in any other way than by a sentence.

Run as `python -m tests.benchmarks.fuzzing [INPUTS] [FIRST]`. Input number N is always the same, so that one
that found something can be made again and become a test. Beside what comes of an input it is tried that

* no input takes a reader longer than `LONGEST` seconds of processor time;
* a part of it repeated four times as often takes no more than about four times as long (one in `GROWN`);
* text reads the same when the file is given in pieces of a few bytes (one in `CUT`).
"""

from __future__ import annotations

import gzip
import io
import signal
import sys
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from random import Random
from typing import BinaryIO, cast

from bot.errors import PageError
from bot.model import Problem, Review, Told
from bot.pages.reader import OPENING, Found
from bot.pages.reading import read_reviews
from tests.benchmarks.page_kinds import FILM, KINDS, as_table, make_reviews
from tests.pages.test_letterboxd import DIARY, DIARY_NAMES, RATING_NAMES, RATINGS, export

LONGEST = 20.0
GROWN = 50
CUT = 20
_SHORT, _LONG = 70_000, 280_000
"""Bytes of what is grown; by both a file's kind is told from the same beginning."""
_GROWS_TOO_FAST = 12.0
_QUICK_ENOUGH = 0.12

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
    ),
    *(b" ", b"\t", b"|", b";", b",", b":", b'"', b"'", b'""', b"\\", b"{", b"}", b"[", b"]"),
    *(b"7/10\n", b"Permalink\n", b"Warning: Spoilers\n", b"bob12 May 2001\n", b"Helpful\n", b"Spoiler\n"),
    *(b"/10\n", b"3 out of 4 found this helpful. Was this review helpful? Sign in to vote.\n"),
    *(b" Poster\n", b"User Reviews\n", b"\xe2\x80\xa2\n", b"1.2K\n", b"Aug 24, 2013\n"),
    *(
        b"<div>",
        b"</div>",
        b"<!--",
        b"-->",
        b"<",
        b">",
        b"&#0;",
        b"&amp;",
        b"<table>",
        b"<br>",
        b"</article>",
    ),
    *(b'<div class="lister-item x">', b'<article class="user-review-item">', b"<!DOCTYPE html>"),
    *(b"\\u0000", b"\\ud800", b"null", b"1e999", b"NaN", b"-1", b"0/0", b"99/99/9999", b"31 February 2001"),
    *(b"<!-- review {", b"} -->\n", b"> ", b"&#999;", b"byline_certain", b"Letterboxd URI", b"review_id"),
    *(b"PK\3\4", b"\x1f\x8b", b"9" * 400, b"A" * 5_000, b"[" * 3_000, b"'=1+1"),
)
TOLD = Told(FILM, "ada", {})

NAMELESS = ("Letterboxd table", "Letterboxd diary", "Letterboxd ratings")
"""Kinds that are refused unless the host says whose they are."""


def seeds() -> dict[str, bytes]:
    """A small page of each kind, by its name."""
    reviews = [replace(review, text=review.text[:90]) for review in make_reviews(3)]
    reviews[1] = replace(reviews[1], spoiler=True)
    made = {name: kind.page(reviews) for name, kind in KINDS.items()}
    lines = made["dump, JSON lines"]
    under_a_film = b",".join(lines.splitlines())
    made["dump, JSON below films"] = b'{"tt0396184": {"title": "Low", "reviews": [' + under_a_film + b"]}}"
    made["copied page, UTF-16"] = made["older page, copied"].decode().encode("utf-16")
    made["Letterboxd diary"] = as_table([DIARY_NAMES, *DIARY], ";")
    made["Letterboxd ratings"] = as_table([RATING_NAMES, *RATINGS])
    for name, (inner, pack) in PACKED.items():
        made[name] = pack(made[inner])
    return made


def packed_pages(page: bytes) -> bytes:
    """An archive of two pages."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("a.txt", page)
        archive.writestr("b.txt", page[: len(page) // 2])
    return out.getvalue()


PACKED: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "gzip of CSV": ("dump, CSV", lambda content: gzip.compress(content, 1)),
    "gzip of JSON lines": ("dump, JSON lines", lambda content: gzip.compress(content, 1)),
    "zip of copied pages": ("older page, copied", packed_pages),
    "zip of HTML": ("today's page, HTML", packed_pages),
    "Letterboxd export": ("Letterboxd table", lambda content: export(reviews_csv=content)),
}
"""Packed kinds, most of whose inputs are changed before they are packed: packing guards what it holds."""


def make_input(number: int, made: dict[str, bytes]) -> tuple[str, bytes, Told]:
    """The input of this number: its kind, its content, and what the host says of it."""
    random = Random(number)
    kind = list(made)[number % len(made)]
    told = TOLD if random.random() < (0.95 if kind in NAMELESS else 0.5) else Told()
    if kind in PACKED and random.random() < 0.7:
        inner, pack = PACKED[kind]
        return kind, pack(change(made[inner], list(made.values()), random)), told
    return kind, change(made[kind], list(made.values()), random), told


def change(content: bytes, others: Sequence[bytes], random: Random) -> bytes:
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
        if "\n" in str(error):
            raise AssertionError("its sentence has more than one line") from error
        return "refused"
    reviews = [item for item in found if isinstance(item, Review)]
    for review in reviews:
        assert review.byline.reviewer
        assert review.rating is None or 1 <= review.rating <= 10
        assert review.text == review.text.strip()
        assert review.votes is None or 0 <= review.votes.helpful <= review.votes.total
        (review.title + review.text + review.byline.reviewer + str(review.film)).encode()
    problems = [item for item in found if isinstance(item, Problem)]
    "".join(map(str, problems)).encode()
    assert reviews or problems
    return "read" if reviews else "problems only"


def check_growth(number: int, content: bytes, told: Told) -> None:
    """Raise AssertionError where a part of the content, repeated, takes a time that grows faster than it."""
    random = Random(f"grown {number}")
    start = random.randrange(len(content) + 1)
    stop = min(start + 1 + int(random.expovariate(1 / random.choice((5, 50, 500)))), len(content))
    part = content[start:stop] or b"x"

    def seconds(size: int) -> float:
        grown = content[:start] + part * (size // len(part)) + content[stop:]
        began = time.process_time()
        with suppress(PageError):
            for _ in read_reviews(io.BytesIO(grown), "page", told):
                pass
        return time.process_time() - began

    for _ in range(3):
        if (long := seconds(_LONG)) < _QUICK_ENOUGH or long < _GROWS_TOO_FAST * seconds(_SHORT):
            return
    raise AssertionError(f"bytes {start} to {stop}, repeated, take {long:.2f} s at {_LONG:,} bytes")


class Pieces:
    """A file that gives a few bytes at a time, as a slow pipe may, once its opening was read."""

    def __init__(self, content: bytes, most: int) -> None:
        self._file, self._most = io.BytesIO(content), most

    def seekable(self) -> bool:
        return True

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        return self._file.seek(place, whence)

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size if size == OPENING else self._most)


def check_pieces(number: int, content: bytes, told: Told) -> None:
    """Raise AssertionError where the content reads otherwise in small pieces than in one."""
    if content.startswith((b"PK", b"\x1f\x8b")):  # what is packed is never read in pieces
        return
    try:
        content.decode()
    except UnicodeDecodeError:  # how damaged lines are read is told by what was read of them
        return
    most = Random(f"cut {number}").choice((16, 61, 257, 1_021))
    whole, cut = (_all(file, told) for file in (io.BytesIO(content), Pieces(content, most)))
    if whole is None or cut is None:  # whether it is text at all is told by piece
        return
    assert whole == cut, f"it reads otherwise in pieces of {most} bytes"


def _all(file: io.BytesIO | Pieces, told: Told) -> list[Found] | None:
    try:
        return list(read_reviews(cast("BinaryIO", file), "page", told))
    except PageError:
        return None


def too_long(*_: object) -> None:
    raise TimeoutError(f"it takes longer than {LONGEST:.0f} s")


def main() -> None:
    """Try the inputs and print what came of them."""
    inputs = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    first = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    made = seeds()
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest = dict.fromkeys(made, (0.0, -1))
    tried: Counter[str] = Counter()
    signal.signal(signal.SIGVTALRM, too_long)
    for number in range(first, first + inputs):
        kind, content, told = make_input(number, made)
        signal.setitimer(signal.ITIMER_VIRTUAL, LONGEST)
        start = time.process_time()
        try:
            outcome = check(content, told)
            slowest[kind] = max(slowest[kind], (time.process_time() - start, number))
            if kind not in PACKED and number // len(made) % GROWN == 0:
                check_growth(number, content, told)
                tried["grown"] += 1
            elif kind not in PACKED and number // len(made) % CUT == 1:
                check_pieces(number, content, told)
                tried["cut"] += 1
        except Exception as error:  # noqa: BLE001 - to find these is what this is for
            outcome = "FAILED"
            print(f"input {number} ({kind}): {type(error).__name__}: {str(error)[:300]}", flush=True)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        outcomes[kind, outcome] += 1
        if (number - first) % 100_000 == 99_999:
            print(f"{number - first + 1:,} inputs so far", flush=True)
    print(f"{'kind':<36} {'read':>9} {'problems':>9} {'refused':>9} {'failed':>7}  slowest")
    for kind, (seconds, number) in slowest.items():
        counts = [outcomes[kind, outcome] for outcome in ("read", "problems only", "refused", "FAILED")]
        print(
            f"{kind:<36} {counts[0]:>9,} {counts[1]:>9,} {counts[2]:>9,} {counts[3]:>7,}  "
            f"{seconds * 1000:.0f} ms (input {number})"
        )
    failures = sum(count for (_, outcome), count in outcomes.items() if outcome == "FAILED")
    print(
        f"{inputs:,} inputs, {failures} failures; {tried['grown']:,} of them grown, "
        f"{tried['cut']:,} read in pieces"
    )


if __name__ == "__main__":
    main()
