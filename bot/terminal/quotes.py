"""A quoted passage as a panel: the review's title, the words, and who wrote them, when and how rated."""

from __future__ import annotations

from rich import box
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.text import Text

from bot.answers.answer import Quote
from bot.terminal.harmless import line, stressed
from bot.terminal.histogram import rating_style

_MONTHS = ("January February March April May June July August September October November December").split()


def quote_panel(
    quote: Quote, number: int, *, opened: bool, film_named: bool, in_chat: bool
) -> RenderableType:
    """The quote with its number; what is hidden is blank unless `opened`, a spoiler with its title."""
    blank = quote.hidden and not opened
    body: list[RenderableType] = []
    if quote.title and not (blank and quote.spoiler):
        body.append(Text(line(quote.title), style="bold"))
    body.append(_blank(quote, number, in_chat=in_chat) if blank else _words(quote))
    body.append(_signature(quote, film_named=film_named))
    return Panel(
        Group(*body),
        title=Text(f" {number}{_warning(quote)} "),
        title_align="left",
        border_style="red" if quote.hidden else rating_style(quote.rating),
        box=box.ROUNDED,
    )


def _warning(quote: Quote) -> str:
    if quote.spoiler:
        return " · spoiler"
    return " · may give the ending away" if quote.gives_away else ""


def _blank(quote: Quote, number: int, *, in_chat: bool) -> Text:
    hint = "spoiler hidden" if quote.spoiler else "hidden"
    if in_chat:
        hint += f": type `show {number}`"
    return Text(f"▒▒▒ [{hint}] ▒▒▒", style="dim")


def _words(quote: Quote) -> Text:
    words = stressed(quote.text.strip("\r\n"), _within(quote), "bold underline")
    before, behind = "" if quote.begins else "… ", "" if quote.ends else " …"
    return Text.assemble((before, "dim"), words, (behind, "dim"))


def _within(quote: Quote) -> list[tuple[int, int]]:
    cut = len(quote.text) - len(quote.text.lstrip("\r\n"))
    return [(start - cut, end - cut) for start, end in quote.stress if start >= cut]


def _signature(quote: Quote, *, film_named: bool) -> Text:
    """`— UlrikSander · 8/10 · 11 March 2006 · 54 of 62 found this helpful`, in pieces that wrap whole."""
    signed = Text().append("— ", style="dim")
    signed.append(line(quote.reviewer), style="bold")
    if film_named:
        signed.append(f" on {line(str(quote.film))}")
    signed.append(" · ", style="dim")
    signed.append(_stars(quote.rating), style=rating_style(quote.rating))
    for detail in (_day(quote), _votes(quote)):
        if detail:
            signed.append(f" · {detail}", style="dim")
    return signed


def _stars(rating: int | None) -> str:
    return "no rating" if rating is None else f"★ {rating}/10"


def _day(quote: Quote) -> str:
    day = quote.date
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day else ""


def _votes(quote: Quote) -> str:
    if quote.helpful is None or quote.total is None:
        return ""
    return f"{quote.helpful:,} of {quote.total:,} found this helpful"
