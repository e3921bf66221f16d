"""A run's part of RESULTS.md: what was to be shown, row by row, and the figures behind it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from bot.store.search import MOST_READ
from tests.benchmarks.importing import Cost
from tests.benchmarks.keyword import EngineTiming, Quality
from tests.benchmarks.measuring import Timing
from tests.benchmarks.naming import Found
from tests.benchmarks.queries import SHARES, Kind

BIG, MIDDLE = 1_000_000, 100_000
_BEGINS, _ENDS = "<!-- python -m tests.benchmarks -->", "<!-- end of python -m tests.benchmarks -->"


@dataclass(slots=True)
class Results:
    """Everything that was measured, by the size of the library. `length` is the mean review's, in letters."""

    machine: str
    began: dt.datetime
    sizes: tuple[int, ...]
    length: float = 0.0
    load: list[float] = field(default_factory=list)
    imports: dict[int, dict[str, list[Cost]]] = field(default_factory=dict)
    keyword: dict[int, list[EngineTiming]] = field(default_factory=dict)
    quality: dict[int, Quality] = field(default_factory=dict)
    names: dict[int, dict[str, Timing]] = field(default_factory=dict)
    recall: dict[int, dict[str, Found]] = field(default_factory=dict)
    figures: dict[int, dict[str, Timing]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """What was to be shown: the figure, at how many reviews, what it had to be, and whether it is."""

    what: str
    at: int
    wanted: str
    figure: str
    reached: bool


def replaced(whole: str, part: str) -> str:
    """The text of RESULTS.md with this run's part in the place of the last one's, or at the end."""
    before, _, rest = whole.partition(_BEGINS)
    _, _, after = rest.partition(_ENDS)
    return f"{before.rstrip()}\n\n{_BEGINS}\n{part.strip()}\n{_ENDS}\n{after}"


def save(results: Results, file: Path) -> None:
    """Put the run's part into the file."""
    file.write_text(replaced(file.read_text(encoding="utf-8"), write(results)), encoding="utf-8")


def write(results: Results) -> str:
    """The run's part of RESULTS.md."""
    load = f"{min(results.load):.1f} to {max(results.load):.1f}" if results.load else "not taken"
    parts = [
        "## Search, names, figures and imports: `uv run --group bench python -m tests.benchmarks`",
        f"{results.began:%Y-%m-%d}, {results.machine}; load average {load} (others worked on the machine: "
        "look at the ratios). Everything in one run, every engine asked the same questions over the same "
        f"texts, {results.length:,.0f} characters long on average. Times are milliseconds, "
        "`p50 / p95 / worst` over the questions, each question the median of three rounds after one to warm "
        "up (PostgreSQL one round after it, rapidfuzz over all texts a single one).",
        *_tables(results),
    ]
    return "\n\n".join(parts)


def _tables(results: Results) -> Iterator[str]:
    rows = [row for part in (_keyword, _names, _figures, _imports, _growth) for row in part(results)]
    if rows:
        yield "### What it had to show"
        yield _table(["what", "reviews", "wanted", "measured", ""], map(_cells, rows))
    if results.keyword:
        yield "### Keyword search: the ten best with snippets"
        shares = ", ".join(f"{share} × {kind}" for kind, share in SHARES.items())
        yield f"{sum(SHARES.values())} searches: {shares}. PostgreSQL passes over stop words."
        yield from _keyword_tables(results)
    if results.names:
        yield "### Misspelt names: the reviews that speak of their bearers"
        yield _names_table(results)
    if results.figures:
        yield "### Autocomplete, figures, quotes"
        kinds = list(next(iter(results.figures.values())))
        yield _table(
            ["reviews", *kinds],
            [[f"{size:,}", *map(str, one.values())] for size, one in results.figures.items()],
        )
    if any(results.imports.values()):
        yield "### Imports"
        yield (
            "`floor` is a plain table in one transaction, its rows at hand, then FTS5's `rebuild` with our "
            "tokenizer; `bulk` all pages in one import, `pages` an import for each page, both read from "
            "files, with index and names. Median of the repeated runs, each in a process of its own."
        )
        yield _imports_table(results)


def _cells(row: Row) -> list[str]:
    reached = "reached" if row.reached else "**not reached**"
    return [row.what, f"{row.at:,}", row.wanted, row.figure, reached]


def _keyword(results: Results) -> Iterator[Row]:
    if BIG not in results.keyword:
        return
    ours, tantivy, raw = (one.whole for one in results.keyword[BIG][:3])
    quality = results.quality[BIG]
    yield _at_most("keyword search, p95 against tantivy's", BIG, ours.p95 / tantivy.p95, 1.5)
    yield _at_most("keyword search, p95 against FTS5's `ORDER BY rank`", BIG, ours.p95 / raw.p95, 1 / 50)
    yield _at_most("keyword search, worst against tantivy's worst", BIG, ours.worst / tantivy.worst, 4)
    few, exact = f"all {quality.few}", quality.exact == quality.few
    yield Row("searches with up to K matches whose ten are bm25's", BIG, few, str(quality.exact), exact)
    kept = f"{quality.mean:.3f} on average, least {quality.least:.3f}"
    yield Row("share of the ten best's score kept above K", BIG, "at least 0.9", kept, quality.mean >= 0.9)


def _names(results: Results) -> Iterator[Row]:
    if BIG not in results.names:
        return
    ours, tantivy, every = results.names[BIG].values()
    found = next(iter(results.recall[BIG].values()))
    yield _at_most("misspelt name to mentions, p95, ms", BIG, ours.p95, 5)
    yield _at_most("the same against tantivy's fuzzy query", BIG, ours.p95 / tantivy.p95, 1 / 5)
    yield _at_most("the same against rapidfuzz over all texts", BIG, ours.p95 / every.p95, 1 / 500)
    yield _at_least("the same, recall of full names", BIG, found.recall_of_full_names, 0.975)
    yield _at_least("the same, recall with surnames alone", BIG, found.recall, 0.95)
    yield _at_least("the same, precision", BIG, found.precision, 0.99)


def _figures(results: Results) -> Iterator[Row]:
    for what, timing in results.figures.get(BIG, {}).items():
        yield _at_most(f"{what}, p95, ms", BIG, timing.p95, 20 if "autocomplete" in what else 5)


def _imports(results: Results) -> Iterator[Row]:
    middle = {way: _cpu(costs) for way, costs in results.imports.get(MIDDLE, {}).items()}
    if "pages" in middle:
        bulk, pages = middle["bulk"] / middle["floor"], middle["pages"] / middle["floor"]
        yield _at_most("import in one, CPU against the floor", MIDDLE, bulk, 1)
        yield _at_most("import page by page, CPU against the floor", MIDDLE, pages, 1.5)
    if big := results.imports.get(BIG):
        yield _at_most("most memory of an import, MB", BIG, big["bulk"][0].memory, 400)


def _growth(results: Results) -> Iterator[Row]:
    for what, timings in _ours(results).items():
        if BIG in timings and MIDDLE in timings:
            growth = timings[BIG].p95 / timings[MIDDLE].p95
            yield _at_most(f"growth of p95 since 100,000: {what}", BIG, growth, 3)


def _ours(results: Results) -> dict[str, dict[int, Timing]]:
    """How long our answers took, by what was asked and the size of the library."""
    found = {
        "keyword search": {size: engines[0].whole for size, engines in results.keyword.items()},
        "misspelt name": {size: next(iter(timings.values())) for size, timings in results.names.items()},
    }
    for size, timings in results.figures.items():
        for what, timing in timings.items():
            found.setdefault(what, {})[size] = timing
    return found


def _keyword_tables(results: Results) -> Iterator[str]:
    for size, engines in results.keyword.items():
        ours = engines[0].whole
        yield _table(
            [f"{size:,} reviews", "all", "our p95 is", *Kind],
            [
                [one.name, str(one.whole), _share(ours, one.whole), *map(str, one.by_kind.values())]
                for one in engines
            ],
        )
        quality = results.quality[size]
        yield (
            f"Our ten: bm25's own in {quality.exact} of {quality.few} searches with up to K={MOST_READ} "
            f"matches; in the other {len(quality.kept)} they keep {quality.mean:.3f} of the ten best's score "
            f"on average, at least {quality.least:.3f}. (Left out: phrases and prefixes, which FTS5 reads "
            "otherwise.)"
        )


def _names_table(results: Results) -> str:
    rows = []
    for size, timings in results.names.items():
        ours = next(iter(timings.values()))
        for name, timing in timings.items():
            found = results.recall[size].get(name)
            shares = (found.recall_of_full_names, found.recall, found.precision) if found else ()
            judged = [f"{share:.3f}" for share in shares]
            rows.append([f"{size:,}", name, str(timing), _share(ours, timing), *judged])
    head = ["reviews", "", "time", "our p95 is", "recall, full names", "recall, surnames too", "precision"]
    return _table(head, rows)


def _share(ours: Timing, other: Timing) -> str:
    """How our p95 compares, in the reader's words."""
    return "" if ours is other else f"{ours.p95 / other.p95:.3g}×"


def _imports_table(results: Results) -> str:
    rows = []
    for size, ways in results.imports.items():
        floor = _cpu(ways["floor"]) if "floor" in ways else None
        for way, costs in ways.items():
            cpu, clock = _cpu(costs), _of(costs, lambda cost: cost.clock)
            against = f"{cpu / floor:.2f}" if floor else ""
            figures = [
                f"{cpu:.1f}",
                f"{cpu / size * 1e6:.0f}",
                against,
                f"{clock:.1f}",
                f"{size / clock:,.0f}",
            ]
            sizes = [f"{_of(costs, figure):,.0f}" for figure in (_memory, _written)]
            rows.append([f"{size:,}", way, str(len(costs)), *figures, *sizes])
    head = "reviews|way|runs|CPU, s|µs a review|against the floor|clock, s|reviews/s|memory, MB|written, MB"
    return _table(head.split("|"), rows)


def _cpu(costs: Iterable[Cost]) -> float:
    return _of(costs, lambda cost: cost.cpu)


def _memory(cost: Cost) -> float:
    return cost.memory


def _written(cost: Cost) -> float:
    return cost.written


def _of(costs: Iterable[Cost], figure: Callable[[Cost], float]) -> float:
    return median(map(figure, costs))


def _at_most(what: str, at: int, figure: float, most: float) -> Row:
    return Row(what, at, f"at most {most:.3g}", f"{figure:.3g}", figure <= most)


def _at_least(what: str, at: int, figure: float, least: float) -> Row:
    return Row(what, at, f"at least {least:.3g}", f"{figure:.4f}", figure >= least)


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    padded = [[*row, *[""] * len(head)][: len(head)] for row in map(list, rows)]
    lines = [head, ["---"] * len(head), *padded]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
