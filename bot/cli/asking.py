"""`ask` answers once, or a line at a time for another program; `chat` goes on until somebody leaves."""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable
from pathlib import Path

from bot.answers.as_json import as_json
from bot.answers.desk import Desk
from bot.cli.context import Commands, Context
from bot.cli.opening import open_library
from bot.cli.streams import Streams
from bot.questions.flags import is_flag
from bot.questions.reading import read
from bot.questions.wording import quoted
from bot.terminal.chat import Chat, converse
from bot.terminal.harmless import as_text
from bot.terminal.rendering import AnswerView

_FROM_INPUT = "-"


def add_ask(commands: Commands) -> None:
    """Add the command `ask`."""
    parser = commands.add_parser("ask", help="answer a question")
    parser.add_argument(
        "question",
        nargs="+",
        help="command words or a sentence; - reads questions from standard input, one a line",
    )
    parser.add_argument("--json", action="store_true", help="answer with one JSON object a line")
    parser.set_defaults(run=ask)


def add_chat(commands: Commands) -> None:
    """Add the command `chat`."""
    parser = commands.add_parser("chat", help="ask in a terminal, with history and completion")
    parser.set_defaults(run=lambda _arguments, context: chat(context))


def ask(arguments: argparse.Namespace, context: Context) -> int:
    """Answer the question, or each line of standard input; as JSON also an empty one, so that lines agree."""
    words: list[str] = arguments.question
    questions: Iterable[str] = context.streams.source if words == [_FROM_INPUT] else [_joined(words)]
    with open_library(context) as library:
        desk = Desk(library)
        for question in questions:
            text = as_text(question).strip()
            if arguments.json:
                _answer_as_json(desk, text, context.streams)
            elif text or words != [_FROM_INPUT]:
                context.streams.console().print(AnswerView(desk.answer(read(text, desk.known()))))
    return 0


def _joined(words: list[str]) -> str:
    """The words as one line; what the shell's quotes held together as an option's value is quoted again."""
    line: list[str] = []
    for word in words:
        option, equals, value = word.partition("=")
        if equals and is_flag(word):
            line += [option, quoted(value)]
        else:
            line.append(quoted(word) if line and is_flag(line[-1]) else word)
    return " ".join(line)


def chat(context: Context) -> int:
    """Open the chat: with a prompt in a terminal, line by line otherwise."""
    with open_library(context) as library:
        converse_at(Desk(library), context)
    return 0


def converse_at(desk: Desk, context: Context) -> None:
    """Chat with the desk until somebody leaves."""
    streams = context.streams
    chat = Chat(lambda text, last: read(text, desk.known(), last), desk.answer)
    if streams.source.isatty() and streams.output.isatty():
        streams.console().print("Ask about the films, or type `help` or `quit`.", style="dim")
        converse(chat, _typed(desk, context.settings.data / "history"), streams.console())
    else:
        converse(chat, map(as_text, streams.source), streams.console(), echo=True)


def _typed(desk: Desk, history: Path) -> Iterable[str]:
    # Imported here: it takes long to load, and nothing but a chat at a terminal needs it.
    from bot.terminal.prompt import typed_lines

    return typed_lines(history, lambda typed: [str(entry.film) for entry in desk.suggest_films(typed, 10)])


def _answer_as_json(desk: Desk, text: str, streams: Streams) -> None:
    start = time.perf_counter()
    answer = desk.answer(read(text, desk.known()))
    taken = (time.perf_counter() - start) * 1_000
    streams.write_json(as_json(answer, question=text, milliseconds=taken))
