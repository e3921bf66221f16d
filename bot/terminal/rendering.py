"""An `Answer` laid out for a terminal of any width, with or without colours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from bot.answers.answer import Answer, Fact, Paging
from bot.questions.kinds import Question, RandomQuote, WholeReview
from bot.questions.wording import in_words
from bot.terminal.harmless import line
from bot.terminal.pictures import picture_view
from bot.terminal.quotes import quote_panel

_LONGEST_TYPED = 200
"""Signs of what nobody would type again."""


@dataclass(frozen=True, slots=True)
class AnswerView:
    """What rich prints for an answer.

    `opened` says that its spoilers were asked for. `in_chat` tells how to go on there:
    the numbers of the follow-ups, `more`, `show 1`; without, follow-ups are the words that ask them.
    """

    answer: Answer
    opened: bool = False
    in_chat: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield from self._parts(options.max_width)

    def _parts(self, width: int) -> Iterator[RenderableType]:
        answer = self.answer
        yield Text(line(answer.headline), style="bold" if answer.found else "bold yellow")
        for note in answer.notes:
            if note:
                yield Text(line(note))
        if facts := answer.further_facts:
            yield from ("", _facts(facts, width))
        if answer.picture:
            yield from ("", picture_view(answer.picture))
        for number, quote in enumerate(answer.quotes, start=1):
            yield quote_panel(
                quote,
                number,
                opened=self.opened,
                film_named=quote.film != answer.film,
                in_chat=self.in_chat,
            )
        if answer.paging and answer.paging.pages > 1:
            yield _paging(answer.paging, in_chat=self.in_chat)
        if answer.follow_ups:
            yield from ("", _follow_ups(answer, in_chat=self.in_chat))


def _facts(facts: tuple[Fact, ...], width: int) -> RenderableType:
    """Labels beside their values where that leaves half of the width to the values, else above them."""
    labels = [Text(line(fact.label), style="cyan") for fact in facts]
    values = [Text(line(fact.value)) for fact in facts]
    if max(cell_len(label.plain) for label in labels) > width // 2:
        rows = zip(labels, values, strict=True)
        return Group(*(part for label, value in rows for part in (label, Text("  ") + value)))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column()
    for label, value in zip(labels, values, strict=True):
        table.add_row(label, value)
    return table


def _paging(paging: Paging, *, in_chat: bool) -> Text:
    total = f"{paging.total:,}" if paging.exact else f"over {paging.total:,}"
    shown = Text(f"Page {paging.page:,} of {paging.pages:,} ({total} in all)", style="dim")
    ways = [
        *(["`more` for the next"] if paging.page < paging.pages else []),
        *(["`prev` for the one before"] if paging.page > 1 else []),
    ]
    return shown.append(f" · {', '.join(ways)}") if in_chat and ways else shown


def _follow_ups(answer: Answer, *, in_chat: bool) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column()
    for number, follow_up in enumerate(answer.follow_ups, start=1):
        mark = Text(f"{number:>2}" if in_chat else " -", style="cyan")
        shown, question = Text(line(follow_up.label)), as_typed(follow_up.question, answer)
        words = line(in_words(question))
        is_short = len(words) <= _LONGEST_TYPED
        if is_short and (not in_chat or question == follow_up.question):
            shown.append(": ").append(words, style="dim")
        if is_short or in_chat:
            table.add_row(mark, shown)
    return table


def as_typed(question: Question, answer: Answer) -> Question:
    """The question as somebody would type it who reads the answer: decks and ids are for buttons."""
    if isinstance(question, RandomQuote) and question.deck is not None:
        return replace(question, deck=None, position=0)
    if isinstance(question, WholeReview):
        named = {quote.review_id: quote.reviewer for quote in answer.quotes}
        return replace(question, which=named.get(question.which, question.which))
    return question
