"""An `Answer` laid out as a Discord message: headline, notes, facts, quotes, in the colour of the rating.

Whatever the answer holds, the layout keeps to Discord's limits and shows no spoiler open: a sheet hands out
the room that is left, and every stranger's word passes through `markup`.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any

import discord
from discord import ui

from bot.answers.answer import Answer, Fact, FollowUp, Histogram, Paging, Quote
from bot.discord_app import limits
from bot.discord_app.cutting import ELLIPSIS, Cut, cut, going_on
from bot.discord_app.limits import length, shortened
from bot.discord_app.markup import inline, label
from bot.discord_app.rows import Reader, follow_up_rows, menu_row, paging_row, reading_row
from bot.model import Film
from bot.pictures.card import can_be_carded
from bot.pictures.drawing import Drawing, drawn, drawn_card
from bot.pictures.ink import rating_colour
from bot.questions.kinds import Help, RandomQuote, Unclear, WholeReview
from bot.questions.wording import in_words

_HEADLINE, _NOTES, _FACTS = 500, 700, 1_400
"""Characters of markup that each part may take, so that the quotes always find room."""

_LEAST_QUOTE = 400
"""Characters of markup below which a quote says nothing and is left out."""

_BLURRED = 700
"""Characters of a whole review that are shown blurred; its button shows the rest."""

_NAME = 60
"""Characters of a film's, reviewer's or review's name that a line of ours shows."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message as it can be sent, with the pictures in it."""

    view: ui.LayoutView
    drawings: tuple[Drawing, ...] = ()

    def files(self) -> list[discord.File]:
        """The pictures, to be sent once."""
        return [discord.File(io.BytesIO(drawing.png), drawing.name) for drawing in self.drawings]


class _Sheet:
    """The message as it grows, and how much room it has left."""

    def __init__(self, answer: Answer) -> None:
        self.box: ui.Container[Any] = ui.Container(accent_colour=_accent(answer))
        self.rows: list[ui.ActionRow[Any]] = []
        self.drawings: list[Drawing] = []
        self.footer = _footer(answer.paging)
        self.text = limits.TEXT_IN_MESSAGE - length(self.footer)
        self.components = limits.COMPONENTS - 2

    def add_rows(self, *rows: ui.ActionRow[Any]) -> None:
        """Add rows of buttons, which stand below the box."""
        self.rows += rows
        self.components -= sum(1 + len(row.children) for row in rows)

    def write(self, text: str) -> None:
        """Add a block of text, which must fit."""
        self.box.add_item(ui.TextDisplay(text))
        self.text -= length(text)
        self.components -= 1

    def rule(self) -> None:
        """Add a line between blocks."""
        self.box.add_item(ui.Separator())
        self.components -= 1

    def show(self, drawing: Drawing) -> None:
        """Add a picture, with the words that stand for it."""
        words = label(drawing.words, limits.ALT_TEXT)
        item = discord.MediaGalleryItem(f"attachment://{drawing.name}", description=words)
        self.box.add_item(ui.MediaGallery(item))
        self.drawings.append(drawing)
        self.components -= 1

    def finished(self) -> Message:
        """The message."""
        if self.footer:
            self.box.add_item(ui.TextDisplay(self.footer))
        view = ui.LayoutView(timeout=None)
        view.add_item(self.box)
        for row in self.rows:
            view.add_item(row)
        return Message(view, tuple(self.drawings))


def render(answer: Answer, reader: Reader) -> Message:
    """Lay an answer out for its reader."""
    if isinstance(answer.question, WholeReview) and len(answer.quotes) == 1:
        return _whole_review(answer, answer.quotes[0], reader)
    if reader.card and len(answer.quotes) == 1 and can_be_carded(answer.quotes[0]):
        return _card(answer, answer.quotes[0], reader)
    sheet = _Sheet(answer)
    sheet.add_rows(*paging_row(answer, reader), *menu_row(answer), *follow_up_rows(answer, reader))
    _write_head(sheet, answer)
    quotes = answer.quotes
    if isinstance(answer.question, RandomQuote):  # these stand by themselves
        quotes = tuple(replace(quote, begins=True, ends=True) for quote in quotes)
    for place, quote in enumerate(quotes):
        share = sheet.text // (len(quotes) - place)
        if share < _LEAST_QUOTE or sheet.components < 2:
            break
        if place or answer.notes or answer.facts:
            sheet.rule()
        sheet.write(_quote(quote, share, film=quote.film != answer.film).shown)
    return sheet.finished()


def say(sentence: str) -> Message:
    """Lay out a sentence of ours that answers no question, such as a refusal."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[Any] = ui.Container(ui.TextDisplay(_within(sentence, _FACTS) or "…"))
    return Message(view.add_item(box))


def note(lines: Sequence[str]) -> Message:
    """Lay out lines of markup of our own; strangers' words in them must be safe already."""
    view = ui.LayoutView(timeout=None)
    box: ui.Container[Any] = ui.Container(ui.TextDisplay(_lines(lines, limits.TEXT_IN_MESSAGE) or "…"))
    return Message(view.add_item(box))


def safe(text: str, room: int = 200) -> str:
    """Words that hold a stranger's, for a line of markup of our own."""
    return _within(text, room)


def name(text: str, room: int = 200) -> str:
    """What a stranger is called or calls something, for a line of markup of our own."""
    return _fitted(lambda line: inline(line, [line]), text, room)


def stars(rating: int | None) -> str:
    """A rating as stars and figures: `★★★½☆ 7/10`."""
    if rating is None:
        return "no rating"
    full, half = divmod(max(0, min(rating, 10)), 2)
    return f"{'★' * full}{'½' * half}{'☆' * (5 - full - half)} {rating}/10"


def _whole_review(answer: Answer, quote: Quote, reader: Reader) -> Message:
    hidden = quote.hidden and not reader.unveiled
    start = min(reader.start, max(len(quote.text) - 1, 0))
    sheet = _Sheet(answer)
    _write_head(sheet, answer)
    room = min(sheet.text, _BLURRED) if hidden else sheet.text
    shown = _quote(replace(quote, spoiler=hidden, gives_away=False), room, film=False, start=start)
    sheet.write(shown.shown)
    more = None if hidden or shown.end >= len(quote.text) else shown.end
    sheet.add_rows(*reading_row(answer, reader, more=more, hidden=hidden), *follow_up_rows(answer, reader))
    return sheet.finished()


def _card(answer: Answer, quote: Quote, reader: Reader) -> Message:
    sheet = _Sheet(answer)
    sheet.show(drawn_card(quote))
    sheet.write(_source(quote, film=True))
    sheet.add_rows(*follow_up_rows(answer, reader))
    return sheet.finished()


def _write_head(sheet: _Sheet, answer: Answer) -> None:
    names = _names(answer)
    sheet.write("### " + (_within(answer.headline, _HEADLINE, names) or "…"))
    for block in (_notes(answer.notes, names), _facts(answer.further_facts, names), _examples(answer, names)):
        if block:
            sheet.write(block)
    if answer.picture is not None:
        sheet.show(drawn(answer.picture))


def _names(answer: Answer) -> frozenset[str]:
    """Strangers' words that the lines of the answer may repeat."""
    shown = [(quote.film, quote.reviewer) for quote in answer.quotes]
    asked = [(item.label, item.question) for item in answer.follow_ups]
    labels = [fact.label for fact in answer.facts]
    return frozenset(_texts((answer.question, answer.film, shown, asked, labels)))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Film():
            yield str(value)
        case list() | tuple():
            for item in value:
                yield from _texts(item)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from _texts(getattr(value, field.name))


def _examples(answer: Answer, names: Collection[str]) -> str:
    """Where it is asked what can be asked: what to type for each of the buttons."""
    if not isinstance(answer.question, (Help, Unclear)):
        return ""
    lines = [_example(item, names) for item in answer.follow_ups]
    return _lines([*lines, *([_MORE] if lines and isinstance(answer.question, Help) else [])], _FACTS)


_MORE = "-# Press a button, type / to see every command, or mention me and ask in your own words."


def _example(item: FollowUp, names: Collection[str]) -> str:
    typed = in_words(item.question)
    words = f"**{_within(typed, 200, names)}**"
    return words if item.label.lower() == typed.lower() else f"{_within(item.label, 80, names)}: {words}"


def _notes(notes: Sequence[str], names: Collection[str]) -> str:
    return _lines([_within(note, _NOTES, names) for note in notes], _NOTES)


def _facts(facts: Sequence[Fact], names: Collection[str]) -> str:
    lines = [
        f"**{_within(fact.label, 80, names) or '…'}** {_within(fact.value, 240, names)}" for fact in facts
    ]
    return _lines(lines, _FACTS)


def _lines(lines: Sequence[str], room: int) -> str:
    """As many of the lines as there is room for."""
    kept: list[str] = []
    for line in lines:
        room -= length(line) + 1
        if room < 0:
            break
        if line:
            kept.append(line)
    return "\n".join(kept)


def _quote(quote: Quote, room: int, *, film: bool, start: int = 0) -> Cut:
    source = _source(quote, film=film)
    title = name(quote.title, min(200, room // 3))
    heading = "**Spoiler**" if quote.spoiler else f"**{title}**" if title else ""
    if quote.gives_away and not quote.spoiler:
        heading = f"{heading} {_GIVES_AWAY}".lstrip()
    before = "" if quote.begins else ELLIPSIS
    text = before + (quote.text if quote.ends else going_on(quote.text))
    stress = [(left + len(before), right + len(before)) for left, right in quote.stress]
    room -= length(heading) + length(source) + 2
    part = cut(text, room, start=start, stress=stress, spoiler=quote.hidden)
    return Cut("\n".join(line for line in (heading, part.shown, source) if line), part.end)


_GIVES_AWAY = "*may give the ending away*"


def _source(quote: Quote, *, film: bool) -> str:
    parts = [stars(quote.rating), name(quote.reviewer, _NAME)]
    if quote.date is not None:
        parts.append(f"{quote.date.day} {quote.date:%B} {quote.date.year}")
    if quote.total:
        parts.append(f"{quote.helpful or 0:,} of {quote.total:,} found it helpful")
    if film:
        parts.append(name(str(quote.film), _NAME))
    return "-# " + " · ".join(part for part in parts if part)


def _footer(paging: Paging | None) -> str:
    if paging is None or paging.pages < 2:
        return ""
    total = f"{paging.total:,}" if paging.exact else f"over {paging.total:,}"
    return f"-# Page {paging.page:,} of {paging.pages:,} · {total} in all"


def _within(text: str, room: int, names: Collection[str] = ()) -> str:
    """A line escaped, in at most `room` characters of markup."""
    return _fitted(lambda line: inline(line, names), text, room)


def _fitted(escape: Callable[[str], str], text: str, room: int) -> str:
    line, shorter = escape(shortened(text, room)), room
    while length(line) > room:
        shorter -= max(1, (length(line) - room) // 2)
        line = escape(shortened(text, max(shorter, 1)))
    return line


def _accent(answer: Answer) -> discord.Colour | None:
    """The colour of the film's mean or else of the quotes' ratings; none where nothing is rated."""
    given = [quote.rating for quote in answer.quotes if quote.rating is not None]
    if isinstance(answer.picture, Histogram) and any(answer.picture.counts):
        rating = answer.picture.mean
    elif given:
        rating = sum(given) / len(given)
    else:
        return None
    return discord.Colour.from_rgb(*rating_colour(rating))
