"""Every figure of search, names, figures and imports, in one run.

`uv run --group bench python -m tests.benchmarks` generates libraries of 10,000, 100,000 and 1,000,000
reviews, imports them as a host does, asks us and the others the same, and writes the run's part of
RESULTS.md. It takes about 40 minutes and 12 GB of disk. `--sizes 10000` is a try of a minute, `--only keyword
names` leaves the rest out; then nothing is written unless `--write` is said. What is generated and built is
kept in `.cache` for the next run.
"""

from __future__ import annotations

import argparse
import datetime as dt
import os
from pathlib import Path
from random import Random
from statistics import mean

from bot.answers.desk import Desk
from bot.questions.kinds import AverageRating, RandomQuote
from bot.store.library import Library
from tests.benchmarks.engines import Engine, Postgres, RawFts5, Tantivy, texts
from tests.benchmarks.importing import CACHE, WAYS, Cost, cost_of, forget_older, pages_of
from tests.benchmarks.keyword import Ours, judge, time_engine
from tests.benchmarks.library_generator import SIZES, GeneratedLibrary
from tests.benchmarks.measuring import Timing, machine, measure
from tests.benchmarks.naming import Asked, EveryText, Names, fuzzy, make_questions
from tests.benchmarks.naming import judge as judge_names
from tests.benchmarks.queries import make_queries
from tests.benchmarks.results import Results, save, write

PARTS = ("import", "keyword", "names", "figures")
_RESULTS = Path(__file__).parent / "RESULTS.md"
_REPEATED_UP_TO = 100_000
_IMPORTS = 3
_NAMES_IN_EVERY_TEXT = 20


def main() -> None:
    """Run what is asked for and print or write the results."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), help="how many reviews")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=list(PARTS), help="which parts")
    parser.add_argument("--write", action="store_true", help="write RESULTS.md whatever is asked for")
    asked = parser.parse_args()
    forget_older()
    results = Results(machine(), dt.datetime.now(dt.UTC), tuple(asked.sizes))
    for size in asked.sizes:
        run(size, set(asked.only), results)
    print(write(results))
    if asked.write or (set(asked.only) == set(PARTS) and set(SIZES) <= set(asked.sizes)):
        save(results, _RESULTS)


def run(size: int, parts: set[str], results: Results) -> None:
    """Take the figures of one size."""
    folder = CACHE / f"built-{size}"
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "library.db"
    _tell(size, "pages", results)
    pages_of(size)
    if not path.exists() or "import" in parts:
        _tell(size, "imports", results)
        results.imports[size] = import_costs(size, path, compared="import" in parts)
    results.length = mean(len(text) for _, _, text in texts(path))
    with Library(path) as library:
        if "figures" in parts:
            _tell(size, "figures", results)
            results.figures[size] = figures(library, size)
        if "names" in parts:
            _tell(size, "names", results)
            names(library, path, folder, size, results)
        if "keyword" in parts:
            _tell(size, "keyword search", results)
            keyword(library, path, folder, size, results)
    _tell(size, "done", results)


def _tell(size: int, part: str, results: Results) -> None:
    results.load.append(os.getloadavg()[0])
    now = dt.datetime.now(dt.UTC)
    print(f"{now:%H:%M:%S} {size:,} reviews: {part} (load {results.load[-1]:.1f})", flush=True)


def import_costs(size: int, path: Path, *, compared: bool) -> dict[str, list[Cost]]:
    """What the ways of importing cost, in turns; the library that the first makes stays at the path."""
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    costs = {"bulk": [cost_of("bulk", size, path)]}
    if compared and size <= _REPEATED_UP_TO:
        for _ in range(_IMPORTS):
            for way in WAYS:
                costs.setdefault(way, []).append(cost_of(way, size))
    return costs


def keyword(library: Library, path: Path, folder: Path, size: int, results: Results) -> None:
    """Keyword search, ours and the others'."""
    queries = make_queries(GeneratedLibrary(size))
    ours, raw = Ours(library), RawFts5(path, folder)
    engines: list[Engine] = [ours, Tantivy(path, folder), raw]
    results.keyword[size] = [time_engine(engine, queries) for engine in engines]
    results.quality[size] = judge(ours, raw, queries)
    if Postgres.is_installed():
        postgres = Postgres(path, folder)
        results.keyword[size].append(time_engine(postgres, queries, rounds=1))
        postgres.close()


def names(library: Library, path: Path, folder: Path, size: int, results: Results) -> None:
    """Misspelt names, ours and the others'."""
    questions = make_questions(GeneratedLibrary(size))
    ours, engine = Names(library), Tantivy(path, folder)
    timings = {ours.name: measure(ours.search, questions), engine.name: measure(fuzzy(engine), questions)}
    results.recall[size] = {ours.name: judge_names(ours.all, questions)}
    every = EveryText(path)
    few = questions[:_NAMES_IN_EVERY_TEXT]
    found: dict[Asked, list[int]] = {}
    timings[every.name] = measure(
        lambda asked: found.update({asked: every.all(asked)}), few, rounds=1, warm=False
    )
    results.recall[size][every.name] = judge_names(found.__getitem__, few)
    results.names[size] = timings


def figures(library: Library, size: int) -> dict[str, Timing]:
    """Autocomplete, averages and random quotes."""
    random = Random("figures")
    desk = Desk(library)
    generated = GeneratedLibrary(size)
    films = [str(film) for film in random.choices(list(desk.catalogue().by_film), k=200)]
    begun = [film[: random.randint(1, 12)] for film in films]
    people = [str(person)[: random.randint(1, 9)] for person in random.choices(generated.people[:500], k=200)]
    return {
        "film autocomplete": measure(desk.suggest_films, begun),
        "person autocomplete": measure(desk.suggest_people, people),
        "average and histogram of a film": measure(desk.answer, [AverageRating(film) for film in films]),
        "random quote of a film": measure(desk.answer, [RandomQuote(film) for film in films]),
        "random quote of any film": measure(desk.answer, [RandomQuote(deck=deck) for deck in range(200)]),
    }


if __name__ == "__main__":
    main()
