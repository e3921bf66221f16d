"""Quotes posted by themselves: the clock that waits for their times, and what is posted.

How far a schedule has come is written before the quote is sent, and with it that the quote is on its
way. Where Discord fails, or we stop in the middle, the same quote is tried again later that day, unless it
has come through. After a downtime, a schedule whose time has passed posts once.
"""

from __future__ import annotations

import asyncio
import datetime as dt
import logging
from collections.abc import Sequence
from dataclasses import replace

import discord

from bot.answers.answer import Answer
from bot.answers.catalogue import EMPTY
from bot.answers.place import Place
from bot.discord_app.asking import Asking
from bot.discord_app.bot import Bot
from bot.discord_app.delivering import CLOSED, first_try, next_try, send
from bot.discord_app.rendering import Message, note, render, say
from bot.discord_app.rows import Reader
from bot.discord_app.schedule_words import settings_in_markup, whereabouts
from bot.discord_app.timetable import Timetable
from bot.errors import DiscordError, SettingsError
from bot.questions.kinds import RandomQuote
from bot.store.deliveries import (
    Delivery,
    due_deliveries,
    forget_delivery,
    keep_delivery,
    note_posted,
    posted_beside,
    posted_quotes,
    quote_digest,
)
from bot.store.schedules import Schedule, due_schedules, next_due, stop_schedule
from bot.store.servers import keep_code

log = logging.getLogger("pullquote")

NOBODY = 0
"""Who asked for a quote that was posted by itself: whoever presses its buttons gets copies of their own."""

_LONGEST_NAP = dt.timedelta(minutes=15)
"""The clock looks again at the latest after so long, should the machine's time have been set anew."""

_BEFORE_ANOTHER_TRY = dt.timedelta(minutes=1)

_TRIES = 5_000


class Clock:
    """Waits for the times of all schedules, as long as the bot is connected."""

    def __init__(self, client: Bot) -> None:
        self._client = client
        self._waiting: asyncio.Task[None] | None = None
        self._posting = self._changed = False

    def set(self) -> None:
        """Look at the schedules anew, because the bot has just started or one of them has changed.

        It ends a nap, never a quote that is being posted.
        """
        self._changed = True
        if not self._posting:
            self.stop()
            self._waiting = asyncio.create_task(self._wait())

    def stop(self) -> None:
        """Wait no longer."""
        self._posting = False
        if self._waiting is not None:
            self._waiting.cancel()

    async def _wait(self) -> None:
        while True:
            self._posting, self._changed = True, False
            nap = await self._until_next()
            self._posting = False
            if self._changed:
                continue
            if nap is None:
                return
            await asyncio.sleep(nap.total_seconds())

    async def _until_next(self) -> dt.timedelta | None:
        """Post what is due; gives how long to sleep then, None where nothing is scheduled."""
        asking = self._client.asking
        try:
            failed = [schedule for schedule in await self._due() if not await self._posted(schedule)]
            await self._try_again()
            due = await asking.run(next_due, asking.servers)
        except Exception:
            log.exception("The schedules of quotes could not be read; trying again later.")
            return _LONGEST_NAP
        if due is None:
            return None
        shortest = _BEFORE_ANOTHER_TRY if failed else dt.timedelta(0)
        return max(shortest, min(due - discord.utils.utcnow(), _LONGEST_NAP))

    async def _due(self) -> Sequence[Schedule]:
        return await self._client.asking.run(
            due_schedules, self._client.asking.servers, discord.utils.utcnow()
        )

    async def _posted(self, schedule: Schedule) -> bool:
        """Post what one schedule has due; False where that failed, which holds up no other."""
        try:
            if await self._client.asking.run(_is_without_its_film, self._client.asking, schedule):
                await _stop(self._client, schedule, _FILM_GONE)
                return True
            taken = await take_next(self._client.asking, schedule, kept=True)
            if taken is not None:
                await self._deliver(*taken)
        except Exception:
            log.exception("A quote of schedule %s could not be posted; trying again later.", schedule.id)
            return False
        return True

    async def _try_again(self) -> None:
        """Send what Discord didn't take at first, or what we were sending when we stopped."""
        asking = self._client.asking
        for earlier in await asking.run(due_deliveries, asking.servers, discord.utils.utcnow()):
            message = None
            if (delivery := next_try(earlier)) is not None:
                message = await asking.run(_message_of, asking, delivery)
            if delivery is None or message is None:
                log.warning("The quote of schedule %s was not posted.", earlier.schedule.id)
                await asking.run(forget_delivery, asking.servers, earlier.schedule.id)
            else:
                await asking.run(keep_delivery, asking.servers, delivery)
                await self._deliver(delivery, message)

    async def _deliver(self, delivery: Delivery, message: Message) -> None:
        schedule, asking = delivery.schedule, self._client.asking
        try:
            await send(self._client, delivery, message)
        except CLOSED:
            await _stop(self._client, schedule, _CHANNEL_CLOSED)
        except DiscordError as failure:
            later = "not today" if delivery.again_at is None else f"again at {delivery.again_at:%H:%M} UTC"
            log.warning(
                "Discord didn't take the quote of schedule %s (%s): %s.",
                schedule.id,
                failure.__cause__,
                later,
            )
        else:
            await asking.run(forget_delivery, asking.servers, schedule.id)


async def post(client: Bot, schedule: Schedule) -> bool:
    """Post the schedule's next quote out of turn; False where there was nothing to post.

    Raises DiscordError where Discord doesn't take it.
    """
    taken = await take_next(client.asking, schedule, kept=False)
    if taken is None:
        return False
    try:
        await send(client, *taken)
    except CLOSED:
        await _stop(client, schedule, _CHANNEL_CLOSED)
        return False
    return True


async def take_next(asking: Asking, schedule: Schedule, *, kept: bool) -> tuple[Delivery, Message] | None:
    """The schedule's next quote, written down as posted; None where there is none.

    With `kept` it counts as on its way until it is forgotten.
    """
    taken = await asking.run(_take_next, asking, schedule, kept=kept)
    if taken is None:
        log.info("Schedule %s found no quote to post.", schedule.id)
    return taken


def preview(asking: Asking, schedule: Schedule) -> Message:
    """What the schedule would post next; nothing is used up by it."""
    found = _next_quote(asking, schedule)
    return say(_nothing(asking, schedule)) if found is None else _laid_out(asking, schedule, found[0])


def with_film_of_now(asking: Asking, schedule: Schedule) -> Schedule:
    """The schedule with its film as it is called by now, should it have been renamed or merged."""
    return replace(schedule, film=schedule.film and asking.called_now(schedule.film))


def has_quotes(asking: Asking, schedule: Schedule) -> bool:
    """Whether the library holds any quote for the schedule."""
    if _is_without_its_film(asking, schedule):
        return False  # a film that is merely called alike is another one
    return bool(asking.desk.answer(_question(schedule), Place()).quotes)


def check_has_quotes(asking: Asking, schedule: Schedule) -> None:
    """Raise SettingsError, which says what to try, where the library holds no quote for the schedule."""
    if not has_quotes(asking, schedule):
        raise SettingsError(_nothing(asking, schedule))


def _nothing(asking: Asking, schedule: Schedule) -> str:
    """Why the schedule has nothing to post, and with what it would have."""
    if not asking.desk.catalogue().by_film:
        return EMPTY
    if _is_without_its_film(asking, schedule):
        return f"{schedule.film} is no longer in the library. Give the schedule another film, or any film."
    of_film = f"of {schedule.film} " if schedule.film else ""
    fewer = [replace(schedule, stars=stars or None) for stars in reversed(range(schedule.stars or 0))]
    other = next((one for one in fewer if has_quotes(asking, one)), None)
    if other is None:
        return (
            f"No review {of_film}has a sentence that can be quoted by itself. Try another film, or any film."
        )
    most = f"Try a rating of {other.stars} or less" if other.stars else "Try it without a rating"
    return (
        f"No review {of_film}that gives {schedule.stars} of 10 or more has a sentence that can be quoted by "
        f"itself. {most}{', or another film' if schedule.film else ''}."
    )


def timed(schedule: Schedule) -> Schedule:
    """The schedule with the time at which it posts next."""
    timetable = Timetable(schedule.minute, schedule.zone, schedule.days)
    return replace(schedule, next_at=timetable.next_after(discord.utils.utcnow()))


def _take_next(asking: Asking, schedule: Schedule, *, kept: bool) -> tuple[Delivery, Message] | None:
    found = _next_quote(asking, schedule)
    schedule = timed(schedule)
    if found is None:
        note_posted(asking.servers, schedule, None)
        return None
    answer, all_used = found
    question, quote = answer.question, answer.quotes[0]
    if isinstance(question, RandomQuote) and question.deck is not None:
        schedule = replace(schedule, deck=question.deck, position=question.position)
    delivery = first_try(schedule)
    note_posted(
        asking.servers,
        replace(schedule, position=schedule.position + 1),
        quote_digest(quote.review_id, quote.text),
        all_used=all_used,
        delivery=delivery if kept else None,
    )
    return delivery, _laid_out(asking, schedule, answer)


def _message_of(asking: Asking, delivery: Delivery) -> Message | None:
    """The message of a quote on its way, None where the library holds no such quote any more."""
    answer = asking.desk.answer(_question(delivery.schedule), Place())
    return _laid_out(asking, delivery.schedule, answer) if answer.quotes else None


def _question(schedule: Schedule) -> RandomQuote:
    return RandomQuote(
        schedule.film, rating_from=schedule.stars, deck=schedule.deck, position=schedule.position
    )


def _next_quote(asking: Asking, schedule: Schedule) -> tuple[Answer, bool] | None:
    """The next quote that was not posted yet, and whether all were used so that it starts anew.

    A deck is shuffled anew when the library has changed, hence what was posted is looked up, and a deck that
    runs out is followed through the next one before everything counts as used. What another schedule has
    posted in the channel waits until there is nothing else.
    """
    if _is_without_its_film(asking, schedule):
        return None
    posted, beside = posted_quotes(asking.servers, schedule), posted_beside(asking.servers, schedule)
    question = _question(schedule)
    ended = 0
    first: Answer | None = None
    unused: Answer | None = None
    for _ in range(_TRIES):
        answer = asking.desk.answer(question, Place())
        if not answer.quotes or not isinstance(answer.question, RandomQuote):
            return None
        ended += answer.question.deck != question.deck
        if ended > 1:
            break
        quote = answer.quotes[0]
        digest = quote_digest(quote.review_id, quote.text)
        if digest not in posted | beside:
            return answer, False
        if digest not in posted:
            unused = unused or answer
        first = first or answer
        question = replace(answer.question, position=answer.question.position + 1)
    if unused is not None:
        return unused, False
    return None if first is None else (first, True)


def _is_without_its_film(asking: Asking, schedule: Schedule) -> bool:
    """Whether the schedule's film was removed; not where the library is empty, which may be refilled."""
    return bool(schedule.film and asking.desk.catalogue().by_film and asking.is_gone(schedule.film))


def _laid_out(asking: Asking, schedule: Schedule, answer: Answer) -> Message:
    def keep(code: str) -> str:
        return keep_code(asking.servers, code)

    return render(answer, Reader(NOBODY, keep, card=schedule.card))


_CHANNEL_CLOSED = "the channel is gone or I may not post there"
_FILM_GONE = "their film is no longer in the library"


async def _stop(client: Bot, schedule: Schedule, why: str) -> None:
    """Stop a schedule that can post nothing any more, and say why to the one who set it up."""
    await client.asking.run(stop_schedule, client.asking.servers, schedule.id)
    log.info("Schedule %s stopped, because %s.", schedule.id, why)
    if schedule.made_by is None:
        return
    told = note(
        [
            f"The quotes you scheduled for {whereabouts(client, schedule)} have stopped, because "
            f"{why}. Set them up anew with /quotes schedule.",
            f"-# They were: {settings_in_markup(schedule)}",
        ]
    )
    try:
        await (await client.fetch_user(schedule.made_by)).send(view=told.view)
    except discord.HTTPException as refusal:
        log.info("Could not tell the one who set up schedule %s: %s", schedule.id, refusal)
