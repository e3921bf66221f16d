"""Files made to do harm, given to the product's own import: what it says, how long that takes, its memory.

Run as `python -m tests.benchmarks.hostile [WORD]`, for those whose name holds the word. Each is written to a
temporary folder (at most 1 GB, or sparse), read in a process of its own, and removed.
"""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.page_kinds import KINDS, make_reviews
from tests.making import HARBOUR, make_review
from tests.pages.html_rendering import render_older
from tests.pages.rendering import render_page

GIGABYTE = 1_000_000_000
_ZEROS = bytes(1 << 20)
_PAGE = render_page(HARBOUR, [make_review("ada"), make_review("bob")]).encode()


def repeated(path: Path, part: bytes, size: int, above: bytes = b"", below: bytes = b"") -> None:
    """Write the part again and again, up to about the size."""
    block = part * max((1 << 20) // len(part), 1)
    with path.open("wb") as file:
        file.write(above)
        for _ in range(max(size // len(block), 1)):
            file.write(block)
        file.write(below)


def zipped(path: Path, files: Iterator[tuple[str, bytes]], times: int = 1) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files:
            with archive.open(name, "w", force_zip64=True) as member:
                member.writelines(content for _ in range(times))


def zip_of_zeros(path: Path) -> None:
    zipped(path, iter([("page.txt", _ZEROS)]), 4_000)


def zip_of_a_table(path: Path) -> None:
    row = b"ada,Harbour Lights (1999),9,It glows and glows.\n" * 20_000
    zipped(path, iter([("a.csv", b"user,film,rating,text\n" + row)]), 1_500)


def zips_in_zips(path: Path) -> None:
    inner = path.with_name("inner.zip")
    zip_of_zeros(inner)
    zipped(path, ((f"{number}.zip", inner.read_bytes()) for number in range(9)))
    inner.unlink()


def many_members(path: Path) -> None:
    zipped(path, ((f"{number}.txt", b"x") for number in range(20_000)))


def names_that_climb(path: Path) -> None:
    names = ("../../up.txt", "/etc/up.txt", "a/../../up.txt", "C:\\up.txt", "..\\up.txt")
    zipped(path, ((name, _PAGE) for name in names))


def gzip_of_zeros(path: Path) -> None:
    with gzip.open(path, "wb") as file:
        for _ in range(4_000):
            file.write(_ZEROS)


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5 * GIGABYTE)


def nested_divs(path: Path) -> None:
    review = render_older(HARBOUR, [make_review("ada", text="DEEP"), make_review("bob")])
    path.write_text(review.replace("DEEP", "<div>" * 1_000_000))


def one_review_of_html(path: Path) -> None:
    above, below = render_older(HARBOUR, [make_review("ada", text="LONG")]).encode().split(b"LONG")
    repeated(path, b"It glows. <br/>", GIGABYTE, above, below)


def nul_bytes(path: Path) -> None:
    path.write_bytes(_PAGE.replace(b"harbour", b"har\0bour"))


def utf16(path: Path) -> None:
    path.write_bytes(_PAGE.decode().encode("utf-16"))


def utf16_noise(path: Path) -> None:
    repeated(path, bytes(range(256)), 50_000_000, b"\xff\xfe")


def csv_field(path: Path) -> None:
    repeated(path, b"so ", 500_000_000, b'user,film,rating,text\nada,Harbour (1999),9,"', b'"\n')


def csv_field_of_lines(path: Path) -> None:
    repeated(path, b"so\n", 500_000_000, b'user,film,rating,text\nada,Harbour (1999),9,"', b'"\n')


def csv_columns(path: Path) -> None:
    with path.open("w") as file:
        file.writelines(f"c{number}," for number in range(999_999))
        file.write("last\n")
        file.writelines("1," for _ in range(999_999))
        file.write("1\n")


def json_depth(path: Path) -> None:
    path.write_text('{"a":[' * 100_000)


def json_line(path: Path) -> None:
    above = b'{"user": "ada", "film": "Harbour (1999)", "rating": 9, "text": "'
    repeated(path, b"so ", GIGABYTE, above, b'"}\n')


def json_one_object(path: Path) -> None:
    row = json.dumps({"user": "ada", "rating": 9, "text": "It glows."}).encode() + b","
    repeated(path, row, GIGABYTE, b'{"film": "Harbour (1999)", "reviews": [', b"{}]}")


def text_line(path: Path) -> None:
    repeated(path, b"so ", GIGABYTE, _PAGE)


def text_without_end(path: Path) -> None:
    repeated(path, b"so it goes\n", GIGABYTE, _PAGE[: _PAGE.index(b"The harbour")])


def own_markdown_without_end(path: Path) -> None:
    repeated(path, b"> so it goes\n", GIGABYTE, KINDS["own Markdown"].page(make_reviews(1)))


def letterboxd_films(path: Path) -> None:
    with path.open("wb") as file:
        file.write(KINDS["Letterboxd table"].above)
        for number in range(1_500_000):
            file.write(b"2010-05-17,Film %d,1999,https://boxd.it/%x,4,,,,\n" % (number, number))


def many_heads(path: Path) -> None:
    repeated(path, b"<!DOCTYPE html><html><title>Harbour (1999)</title>", 100_000_000)


FILES: dict[str, Callable[[Path], None]] = {
    "zip of 4 GB of zeros": zip_of_zeros,
    "zip of a table of 1.5 GB": zip_of_a_table,
    "zips within a zip": zips_in_zips,
    "zip of 20,000 files": many_members,
    "zip of names that climb out": names_that_climb,
    "gzip of 4 GB of zeros": gzip_of_zeros,
    "sparse file of 5 GB": sparse,
    "1,000,000 nested <div>": nested_divs,
    "HTML review of 1 GB": one_review_of_html,
    "2,000,000 heads of HTML": many_heads,
    "NUL bytes in a page": nul_bytes,
    "page in UTF-16": utf16,
    "50 MB of noise as UTF-16": utf16_noise,
    "CSV field of 500 MB": csv_field,
    "CSV field of 500 MB, of lines": csv_field_of_lines,
    "CSV of 1,000,000 columns": csv_columns,
    "JSON 100,000 deep": json_depth,
    "JSON line of 1 GB": json_line,
    "JSON object of 1 GB": json_one_object,
    "text line of 1 GB": text_line,
    "review of 1 GB": text_without_end,
    "own Markdown, review of 1 GB": own_markdown_without_end,
    "Letterboxd, 1,500,000 films": letterboxd_films,
}


def main() -> None:
    """Print a table of what came of each file."""
    print("| file | MB | seconds | peak | what is said |\n|---|---|---|---|---|")
    with TemporaryDirectory() as name:
        for told, write in FILES.items():
            if len(sys.argv) < 2 or sys.argv[1] in told:
                print(_row(told, write, Path(name)), flush=True)


def _row(told: str, write: Callable[[Path], None], folder: Path) -> str:
    path = folder / "page"
    write(path)
    size = path.stat().st_size / 1_000_000
    data = folder / "data"
    environ = os.environ | {"PULLQUOTE_DATA": str(data)}
    command = [sys.executable, "-m", "bot", "import", str(path), "--reviewer", "ada"]
    began = time.monotonic()
    with subprocess.Popen(
        command, env=environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        assert process.stdout
        said = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.monotonic() - began
    path.unlink()
    for file in data.glob("library.db*"):
        file.unlink()
    new = next((line.split()[1] for line in said.splitlines() if line.startswith("New")), "0")
    problem = next((line.strip() for line in said.splitlines() if line.strip().startswith("page")), "")
    outcome = f"{new} reviews. {problem[:230]}" if new != "0" else problem[:230] or said[-200:]
    return f"| {told} | {size:,.1f} | {seconds:.1f} | {usage.ru_maxrss / 1_000:.0f} MB | {outcome} |"


if __name__ == "__main__":
    main()
