"""Where lines are typed: with a history and completion in a terminal, plainly from a pipe or file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.history import FileHistory, History, InMemoryHistory
from prompt_toolkit.input import Input
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.keys import Keys
from prompt_toolkit.output import Output

from bot.terminal.harmless import as_text
from bot.terminal.harmless import line as harmless

Suggest = Callable[[str], Sequence[str]]
"""Names of films that somebody may be typing, likeliest first."""

OFFERED = (
    "rating top newest highest lowest divisive search mentions people quote films review reviewer help "
    "more prev show quit"
).split()
"""The command words that are offered; the others are understood too."""

_TAKE_A_FILM = frozenset(
    "rating average top newest highest lowest worst best divisive people quote reviews".split()
)
_FILM_BEHIND = (" in ", " of ", " film: ", " from ")


class Completions(Completer):
    """Command words for the first word, films' names where a film may stand."""

    def __init__(self, suggest: Suggest) -> None:
        self.suggest = suggest

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterable[Completion]:
        """What the text before the cursor may become."""
        typed = document.text_before_cursor.lstrip()
        if " " not in typed:
            word = typed.lstrip("/!")
            yield from (
                Completion(f"{offer} ", -len(word)) for offer in OFFERED if offer.startswith(word.lower())
            )
            return
        name = film_being_typed(typed)
        if name is not None:
            yield from (Completion(harmless(film), -len(name)) for film in self.suggest(name))


def film_being_typed(typed: str) -> str | None:
    """The beginning of a film's name at the end of the line, None where none can stand there."""
    behind = max(
        (typed.lower().rfind(mark) + len(mark) for mark in _FILM_BEHIND if mark in typed.lower()), default=0
    )
    if behind:
        return typed[behind:]
    head, _, rest = typed.partition(" ")
    return rest.lstrip() if head.lstrip("/!").lower() in _TAKE_A_FILM else None


def typed_lines(
    history: Path, suggest: Suggest, *, source: Input | None = None, screen: Output | None = None
) -> Iterator[str]:
    """The lines that are typed, until Ctrl-D or Ctrl-C on an empty line; on any other Ctrl-C clears it."""
    session: PromptSession[str] = PromptSession(
        "> ",
        history=_history(history),
        completer=Completions(suggest),
        complete_while_typing=False,
        key_bindings=_without_mouse(),
        input=source,
        output=screen,
    )
    while True:
        try:
            yield as_text(session.prompt())
        except EOFError:
            return
        except KeyboardInterrupt:
            if not session.default_buffer.text:
                return


def _without_mouse() -> KeyBindings:
    """Take no mouse, which the chat has no use for: escape sequences that are typed or pasted look like one.

    The library reads what stands in them without looking whether it can.
    """
    keys = KeyBindings()
    for key in (Keys.Vt100MouseEvent, Keys.WindowsMouseEvent):
        keys.add(key)(lambda _event: None)
    return keys


def _history(path: Path) -> History:
    """The history in the file; only in memory where the file can't be written."""
    try:
        path.touch()
    except OSError:
        return InMemoryHistory()
    return _TextHistory(path)


class _TextHistory(FileHistory):
    """A history that takes bytes that are no text as well."""

    def store_string(self, string: str) -> None:
        super().store_string(as_text(string))
