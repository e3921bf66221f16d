"""The terminal chat: what each typed line does, and the loop that goes on until somebody leaves.

A line is a word of the chat itself (`show 1`, a follow-up's number, `quit`) or a question.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rich.console import Console, RenderableType
from rich.text import Text

from bot.answers.answer import Answer
from bot.answers.remembering import remember
from bot.errors import PullquoteError
from bot.questions.conversation import Conversation
from bot.questions.kinds import Question, WholeReview
from bot.terminal.quotes import quote_panel
from bot.terminal.rendering import AnswerView

LEAVE = ("quit", "exit", "q", "bye")

_KEYS = {"n": "next", "p": "previous"}
_SHOW = re.compile(r"show\s+(?P<number>[0-9]{1,3})", re.I)
_NUMBER = re.compile(r"[0-9]{1,3}")


@dataclass(slots=True)
class Chat:
    """A conversation: `read` makes a question of a line, `answer` answers it; the last answer is kept.

    So is the last that was asked for: a review that was opened from it doesn't end its list. `talk` is what
    the next line may lean on.
    """

    read: Callable[[str, Conversation | None], Question]
    answer: Callable[[Question], Answer]
    last: Answer | None = None
    listed: Answer | None = None
    talk: Conversation | None = None

    def reply(self, line: str) -> RenderableType | None:
        """What to show for the line; None when it asks to leave. An expected failure is a reply too."""
        try:
            return self._reply(" ".join(line.split()))
        except PullquoteError as error:
            return Text(str(error), style="bold red")

    def _reply(self, line: str) -> RenderableType | None:
        word = line.lower()
        if word in LEAVE:
            return None
        if found := _SHOW.fullmatch(line):
            return self._show(int(found["number"]))
        if _NUMBER.fullmatch(line):
            return self._follow(int(line))
        return self._ask(self.read(_KEYS.get(word, line), self.talk))

    def _ask(self, question: Question) -> RenderableType:
        self.last = self.answer(question)
        talk = remember(self.last, self.talk)
        if talk is not self.talk:
            self.talk, self.listed = talk, self.last
        return AnswerView(self.last, in_chat=True)

    def _show(self, number: int) -> RenderableType:
        """Opens a quote: a spoiler that was blank, and the whole review where only a part was shown."""
        quotes = self.listed.quotes if self.listed else ()
        if not 1 <= number <= len(quotes):
            return _hint(f"There is no quote {number} in the last answer.")
        quote = quotes[number - 1]
        if quote.begins and quote.ends:
            return quote_panel(quote, number, opened=True, film_named=True, in_chat=True)
        self.last = self.answer(WholeReview(quote.review_id, str(quote.film)))
        self.talk = remember(self.last, self.talk)
        return AnswerView(self.last, opened=True, in_chat=True)

    def _follow(self, number: int) -> RenderableType:
        follow_ups = self.last.follow_ups if self.last else ()
        if not 1 <= number <= len(follow_ups):
            return _hint(f"There is no {number} to pick in the last answer. Type a question, or `help`.")
        return self._ask(follow_ups[number - 1].question)


def converse(chat: Chat, lines: Iterable[str], console: Console, *, echo: bool = False) -> None:
    """Answer line after line until one asks to leave or there are no more; `echo` shows each first."""
    for line in lines:
        if not line.strip():
            continue
        if echo:
            console.print(Text("> ").append(line.strip()), soft_wrap=True)
        shown = chat.reply(line)
        if shown is None:
            break
        console.print(shown)
        console.print()


def _hint(sentence: str) -> Text:
    return Text(sentence, style="yellow")
