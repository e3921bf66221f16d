"""The one place that takes work off Discord's event loop: questions and files go to worker threads."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from typing import ParamSpec, TypeVar

from discord import ui

from bot.answers.desk import Desk
from bot.answers.place import Place
from bot.discord_app.buttons import KEPT
from bot.discord_app.codes import decoded
from bot.discord_app.rendering import Reader, render
from bot.questions.kinds import Question
from bot.store.servers import Servers, find_code, keep_code

Given = ParamSpec("Given")
Gained = TypeVar("Gained")


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it is shown, and whether it claims anything: no message gives way to one that doesn't."""

    view: ui.LayoutView
    found: bool


def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(os.cpu_count() or 2, thread_name_prefix="asking")


@dataclass(frozen=True, slots=True)
class Asking:
    """The library's desk and the servers' choices, with the threads that may wait for them."""

    desk: Desk
    servers: Servers
    threads: ThreadPoolExecutor = field(default_factory=_threads)

    async def run(self, work: Callable[Given, Gained], *args: Given.args, **kwargs: Given.kwargs) -> Gained:
        """Do the work in a worker thread. No query, file or picture may be touched anywhere else."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, partial(work, *args, **kwargs))

    async def ask(self, question: Question, asker: int, *, start: int = 0, unveiled: bool = False) -> Reply:
        """Answer a question and lay the answer out for its reader."""
        return await self.run(self._reply, question, asker, start=start, unveiled=unveiled)

    async def asked_by_code(self, code: str) -> Question | None:
        """The question that a button carries, None where it is none of ours any more."""
        if not code.startswith(KEPT):
            return decoded(code)
        kept = await self.run(find_code, self.servers, code.removeprefix(KEPT))
        return None if kept is None else decoded(kept)

    def close(self) -> None:
        """Let the threads finish what they are at, and take no more."""
        self.threads.shutdown(wait=True, cancel_futures=True)

    def _reply(self, question: Question, asker: int, *, start: int, unveiled: bool) -> Reply:
        answer = self.desk.answer(question, Place())
        reader = Reader(asker, partial(keep_code, self.servers), start=start, unveiled=unveiled)
        return Reply(render(answer, reader), answer.found)
