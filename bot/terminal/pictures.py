"""The pictures of answers, drawn with the signs that a terminal has."""

from __future__ import annotations

from typing import assert_never

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.text import Text

from bot.answers.answer import Comparison, Histogram, Picture, RatingsByYear
from bot.terminal.harmless import line
from bot.terminal.histogram import HistogramView, bar, rating_style

_WIDEST = 40
_SIDES = (("A", "cyan"), ("B", "magenta"))
"""The letter and the colour of each of two films: letters too, since many a screen shows no colours."""


def picture_view(picture: Picture) -> RenderableType:
    """What rich prints for a picture."""
    match picture:
        case Histogram():
            return HistogramView(picture)
        case RatingsByYear():
            return _TimelineView(picture)
        case Comparison():
            return _ComparisonView(picture)
        case _:
            assert_never(picture)


class _TimelineView:
    """One bar a year, as long as the mean of its ratings."""

    def __init__(self, timeline: RatingsByYear) -> None:
        self.timeline = timeline

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        figures = max(len(f"{year.reviews:,}") for year in self.timeline.years)
        widest = max(1, min(_WIDEST, options.max_width - figures - 14))
        for year in self.timeline.years:
            row = Text(f"{year.year} ", no_wrap=True)
            if year.mean is not None:
                row.append(
                    bar(year.mean / 10 * widest, ascii_only=options.ascii_only),
                    style=rating_style(round(year.mean)),
                )
                row.append(f" {year.mean:.2f}")
            row.append(f" ({year.reviews:,})", style="dim")
            yield row


class _ComparisonView:
    """The two films' ratings under each other, in shares of a hundred."""

    def __init__(self, comparison: Comparison) -> None:
        self.histograms = (comparison.first, comparison.second)

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        widest = max(1, min(_WIDEST, options.max_width - 12))
        whole = [sum(item.counts) or 1 for item in self.histograms]
        most = max(
            count / of for item, of in zip(self.histograms, whole, strict=True) for count in item.counts
        )
        for (letter, style), item in zip(_SIDES, self.histograms, strict=True):
            yield Text(f"{letter}  {line(str(item.film))}", style=style)
        for rating in range(10, 0, -1):
            for (letter, style), item, of in zip(_SIDES, self.histograms, whole, strict=True):
                share = item.counts[rating - 1] / of
                row = Text(f"{rating if letter == 'A' else '':>3} ", no_wrap=True)
                row.append(f"{letter} ", style=style)
                row.append(bar(share / (most or 1) * widest, ascii_only=options.ascii_only), style=style)
                row.append(f" {share:.0%}", style="" if share else "dim")
                yield row
