"""Pictures drawn with the signs that a terminal has."""

from __future__ import annotations

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from bot.answers.answer import Histogram

_EIGHTHS = " ▏▎▍▌▋▊▉█"
_WIDEST = 40


class HistogramView:
    """One bar a rating, 10 of 10 above, as wide as the terminal allows; the figure stands behind its bar."""

    def __init__(self, histogram: Histogram) -> None:
        self.histogram = histogram

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        counts = self.histogram.counts
        figures = max(len(f"{count:,}") for count in counts)
        widest = max(1, min(_WIDEST, options.max_width - figures - 5))
        most = max(1, *counts)
        for rating in range(len(counts), 0, -1):
            count = counts[rating - 1]
            drawn = bar(count / most * widest, ascii_only=options.ascii_only)
            row = Text(f"{rating:>3} ", no_wrap=True)
            row.append(drawn, style=rating_style(rating))
            row.append(f" {count:,}" if count else "0", style="" if count else "dim")
            yield row


def bar(length: float, *, ascii_only: bool) -> str:
    """A bar of so many columns; whatever is not nothing can be seen."""
    if length <= 0:
        return ""
    if ascii_only:
        return "#" * max(1, round(length))
    eighths = max(1, round(length * 8))
    return "█" * (eighths // 8) + _EIGHTHS[eighths % 8].strip()


def rating_style(rating: int | None) -> str:
    """The colour of a rating in points of ten: red, yellow, green."""
    if rating is None:
        return "dim"
    return "red" if rating <= 4 else "yellow" if rating <= 6 else "green"
