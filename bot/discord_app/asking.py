"""The one place that takes work off Discord's event loop: questions and files go to worker threads."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, ParamSpec, TypeVar

import discord

from bot.answers.desk import Desk
from bot.answers.remembering import remember
from bot.discord_app.buttons import KEPT
from bot.discord_app.codes import decoded
from bot.discord_app.long_names import name_in, with_names
from bot.discord_app.places import Places, Where
from bot.discord_app.recalling import Traces, is_of, question_of, reviews_of
from bot.discord_app.rendering import Message, render, say
from bot.discord_app.rows import Reader
from bot.discord_app.talks import Talks
from bot.questions.conversation import Conversation
from bot.questions.kinds import Help, Question
from bot.questions.message_words import answers_to
from bot.questions.reading import read
from bot.store.films import FilmEntry
from bot.store.servers import Servers, find_code, keep_code

Given = ParamSpec("Given")
Gained = TypeVar("Gained")


_FORGOTTEN = "This button is from a time that I can't remember. Ask the question again."


@dataclass(frozen=True, slots=True)
class Asker:
    """Who asks and where, and how far in a review they have come.

    `unveiled` says that they asked to see a spoiler: its answer must be shown to them alone. `card` says that
    they want a quote set as a picture.
    """

    id: int
    where: Where
    start: int = 0
    unveiled: bool = False
    card: bool = False

    @classmethod
    def of(cls, interaction: discord.Interaction[Any]) -> Asker:
        """The one an interaction comes from."""
        return cls(interaction.user.id, Where.of(interaction))


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer as it is shown, and whether it claims anything: no message gives way to one that doesn't.

    `asker` is who asked for it, and `conversation` what a reply to it leans on, None where nothing can be.
    """

    message: Message
    found: bool
    asker: int | None = None
    conversation: Conversation | None = None


@dataclass(frozen=True, slots=True)
class RepliedTo:
    """A message of ours that somebody replies to, and what its buttons and menus carry."""

    id: int
    left: Traces


def keep_the_loop_free() -> None:
    """Let no thread of ours keep the event loop waiting; to be called once, when all is loaded.

    Python hands over from thread to thread every 5 ms, and often looks through many objects for garbage while
    everybody waits (measured: up to 240 ms on a busy machine). What is loaded by now is no garbage, and what
    questions leave is looked for less often.
    """
    sys.setswitchinterval(0.001)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 100)


def _threads() -> ThreadPoolExecutor:
    return ThreadPoolExecutor(max(2, os.cpu_count() or 2), thread_name_prefix="asking")


@dataclass(frozen=True, slots=True)
class Asking:
    """The library's desk, servers' choices and members' talks, with the threads that may wait for them."""

    desk: Desk
    servers: Servers
    places: Places = field(default_factory=Places)
    talks: Talks = field(default_factory=Talks)
    threads: ThreadPoolExecutor = field(default_factory=_threads)
    importer: ThreadPoolExecutor = field(default_factory=lambda: ThreadPoolExecutor(1, "importing"))

    async def run(self, work: Callable[Given, Gained], *args: Given.args, **kwargs: Given.kwargs) -> Gained:
        """Do the work in a worker thread. No query, file or picture may be touched anywhere else."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, partial(work, *args, **kwargs))

    async def import_(
        self, work: Callable[Given, Gained], *args: Given.args, **kwargs: Given.kwargs
    ) -> Gained:
        """Do what takes long in a thread of its own, one after another, so that questions don't wait."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.importer, partial(work, *args, **kwargs))

    def warm_up(self) -> None:
        """Read what every answer needs, so that the first one asked waits for nothing."""
        self.desk.answer(Help())
        self.desk.known()

    async def ask(self, question: Question, asker: Asker) -> Reply:
        """Answer a question and lay the answer out for the one who asks it."""
        return await self.run(self._reply, question, asker)

    async def ask_in_words(self, words: str, asker: Asker, to: RepliedTo | None = None) -> Reply:
        """Answer what somebody typed, in reply `to` a message of ours if any: it leans on that message."""
        return await self.run(self._reply_to_words, words, asker, to)

    async def ask_again(self, code: str, asker: Asker) -> Reply:
        """Answer the question that a button carries."""
        return await self.run(self._reply_to_code, code, asker)

    async def find_words(self, text: str, asker: Asker) -> Reply:
        """Answer what somebody wrote to others, or find the words of it in reviews."""
        return await self.run(self._reply_to_message, text, asker)

    async def greeting(self, asker: Asker) -> Reply:
        """Say what can be asked, to a server that has just met us."""
        return await self.run(self._greeting, asker)

    def film_named(self, name: str) -> str:
        """The film meant by a name, in a worker thread; raises FilmError as the desk does."""
        return str(self.entry(name).film)

    def entry(self, name: str) -> FilmEntry:
        """As `film_named`, with what the library knows of the film."""
        return self.desk.catalogue().named(name_in(self.servers, name))

    def is_gone(self, film: str) -> bool:
        """Whether a film that was chosen some time ago is in the library no more; in a worker thread."""
        return self.desk.catalogue().still_here(film) is None

    def called_now(self, film: str) -> str:
        """What a film that was chosen some time ago is called by now; in a worker thread.

        One that is in the library no more keeps the name by which it was chosen.
        """
        return str(self.desk.catalogue().still_here(film) or film)

    def close(self) -> None:
        """Let the threads finish what they are at, and take no more."""
        for pool in (self.threads, self.importer):
            pool.shutdown(wait=True, cancel_futures=True)

    def shown(self, message: int, reply: Reply) -> None:
        """Remember what a message of ours shows, so that whoever replies to it may lean on it."""
        if reply.asker is not None:
            self.talks.show(message, reply.asker, reply.conversation)

    def _reply(self, question: Question, asker: Asker, before: Conversation | None = None) -> Reply:
        question = with_names(self.servers, question)
        answer = self.desk.answer(question, self.places.place(asker.where))
        conversation = self.talks.note(asker.id, asker.where, answer, before)
        keep = partial(keep_code, self.servers)
        reader = Reader(asker.id, keep, asker.start, unveiled=asker.unveiled, card=asker.card)
        return Reply(render(answer, reader), answer.found, asker.id, conversation)

    def _reply_to_words(self, words: str, asker: Asker, to: RepliedTo | None) -> Reply:
        known = self.desk.known(self.places.place(asker.where))
        before = None if to is None else self.talks.under(to.id) or self._recalled(to.left, asker)
        last = before or self.talks.last(asker.id, asker.where)
        return self._reply(read(words, known, last), asker, before)

    def _recalled(self, left: Traces, asker: Asker) -> Conversation | None:
        """What a message was about by what its buttons carry: the question is asked once more."""
        question = question_of(left, self._decoded)
        if question is None:
            return None
        place = self.places.place(asker.where)
        again = remember(self.desk.answer(question, place))
        if again is None or is_of(question, left, again.review_ids, self._decoded):
            return again
        review = question_of(replace(left, buttons=reviews_of(left, self._decoded)), self._decoded)
        return None if review is None else remember(self.desk.answer(review, place))

    def _decoded(self, code: str) -> Question | None:
        kept = find_code(self.servers, code.removeprefix(KEPT)) if code.startswith(KEPT) else code
        question = None if kept is None else decoded(kept)
        return None if question is None else with_names(self.servers, question)

    def _reply_to_message(self, text: str, asker: Asker) -> Reply:
        place = self.places.place(asker.where)
        for question in answers_to(text, self.desk.known(place)):
            if self.desk.answer(question, place).found:
                return self._reply(question, asker)
        return Reply(say("The reviews speak of none of these words."), found=False)

    def _greeting(self, asker: Asker) -> Reply:
        answer = self.desk.answer(Help(), self.places.place(asker.where))
        greeting = replace(
            answer,
            headline="Hello! I answer questions about films from what reviewers wrote.",
            notes=(answer.headline, *answer.notes),
            follow_ups=answer.follow_ups[:3],
        )
        return Reply(render(greeting, Reader(asker.id, partial(keep_code, self.servers))), found=True)

    def _reply_to_code(self, code: str, asker: Asker) -> Reply:
        question = self._decoded(code)
        return Reply(say(_FORGOTTEN), found=False) if question is None else self._reply(question, asker)
