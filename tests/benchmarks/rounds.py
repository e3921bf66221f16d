"""How strangers' questions are answered: `python -m tests.benchmarks.rounds [NUMBER ...] [--misses]`."""

from __future__ import annotations

import argparse
import tempfile
import time
from pathlib import Path

from bot.answers.desk import Desk
from bot.indexing import index_files, page_files
from bot.store.library import Library
from tests.questions.judging import ROUNDS, Score, category, judge_all, misses, read_round

ROOT = Path(__file__).resolve().parents[2]
PAGES = {
    "A": [ROOT.parent / "shared" / "pages" / "pusher-ii-2004.txt"],
    "B": sorted((ROOT / "data" / "pages").glob("*-sample.txt")),
}
"""The pages of each library that rounds ask about; A's page may not be shipped and may be missing."""


def open_desks(folder: Path) -> dict[str, Desk]:
    """A desk for each library whose pages are there; the libraries stay open."""
    desks: dict[str, Desk] = {}
    for name, pages in PAGES.items():
        if pages and all(page.is_file() for page in pages):
            library = Library(folder / f"{name}.db")
            index_files(library, page_files(pages))
            desks[name] = Desk(library)
    return desks


def main() -> None:
    """Print the figures of each round."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("rounds", nargs="*", help="numbers or files of rounds; all that are kept by default")
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    arguments = parser.parse_args()
    files = [
        Path(each) if "." in each else ROUNDS / f"round-{each}.json" for each in arguments.rounds
    ] or sorted(ROUNDS.glob("round-*.json"))
    with tempfile.TemporaryDirectory(prefix="pullquote-") as folder:
        desks = open_desks(Path(folder))
        for file in files:
            _print(file, desks, details=arguments.misses)


def _print(file: Path, desks: dict[str, Desk], *, details: bool) -> None:
    items = read_round(file)
    begun = time.perf_counter()
    score = judge_all(items, desks)
    taken = (time.perf_counter() - begun) / max(1, len(score.judged))
    print(f"{file.stem}: {len(score.judged)} of {len(items)} questions, {taken * 1_000:.1f} ms each")
    for name, figure in score.figures.items():
        print(f"  {name:30} {figure:6.1%}")
    print(f"  wrong: {dict(misses(score))}")
    if details:
        _print_misses(score)


def _print_misses(score: Score) -> None:
    for one in score.judged:
        if not one.right:
            print(
                f"  [{category(one.item)}{' WRONG FIGURE' if one.wrong_figure else ''}]", one.item["question"]
            )
            print(f"      {one.answer.kind}: {one.answer.text[:160]}")


if __name__ == "__main__":
    main()
