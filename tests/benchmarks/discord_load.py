"""64 members ask at once while an import runs: how long is the loop held, how late are they acknowledged?

    python -m tests.benchmarks.discord_load [reviews]

Everything but Discord itself is real: the bot, its threads, the library, the import. simcord stands in for
Discord, and what it costs counts as ours. Aims: the loop never held for over 50 ms, everybody acknowledged
within 1 s.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import simcord
from simcord import interactions
from simcord._runtime import _restore_loop
from simcord.enums import InteractionType

from bot.answers.desk import Desk
from bot.discord_app.asking import Asking, keep_the_loop_free
from bot.discord_app.client import Pullquote
from bot.indexing import index_files, page_files
from bot.settings import Settings
from bot.store.library import Library
from bot.store.servers import Servers
from tests.benchmarks import library_generator
from tests.benchmarks.idle_sleeper import TICK, machine_noise

MEMBERS = 64
ROUNDS = 5
HELD_AT_MOST, ACKNOWLEDGED_WITHIN = 0.050, 1.0
QUESTIONS: tuple[tuple[str, dict[str, str]], ...] = (
    ("rating", {}),
    ("top", {"order": "newest"}),
    ("search", {"words": "the"}),
    ("mentions", {"name": "Anders"}),
    ("quote", {}),
    ("films", {}),
    ("timeline", {}),
    ("help", {}),
)


@dataclass(slots=True)
class Measured:
    """How long the loop was held at each tick, and when each interaction was acknowledged, in seconds.

    `worked` is the time that the loop's thread had a processor at each tick: what others on the machine take
    from it is not in it. `noise` is how late an idle process was woken meanwhile.
    """

    held: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    noise: list[float] = field(default_factory=list)
    acknowledged: list[float] = field(default_factory=list)
    answered: float = 0.0


async def main(reviews: int) -> int:
    """Measure and print; 1 where an aim was missed."""
    with tempfile.TemporaryDirectory() as folder, Library(Path(folder) / "library.db") as library:
        pages = library_generator.write_pages(
            library_generator.GeneratedLibrary(reviews), Path(folder) / "pages"
        )
        first, later = pages[: len(pages) // 2], pages[len(pages) // 2 :]
        index_files(library, list(page_files(first)))
        with Servers(Path(folder) / "servers.db") as servers:
            asking = Asking(Desk(library), servers)
            settings = Settings(token=None, data=Path(folder), hosts=frozenset(), prefix="!")
            bot = Pullquote(asking, library, settings, message_content=False)
            async with simcord.run(bot, settle_timeout=120) as env:
                _restore_loop(env)  # from here on, time is real
                await asking.run(asking.warm_up)
                keep_the_loop_free()
                _print("just started", await _measure(env, asking, None, rounds=1))
                idle = await _measure(env, asking, None)
                busy = await _measure(env, asking, lambda: index_files(library, list(page_files(later))))
            asking.close()
    _print("no import", idle)
    _print("during an import", busy)
    print(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors")
    missed = max(busy.held) > HELD_AT_MOST or max(busy.acknowledged) > ACKNOWLEDGED_WITHIN
    print("An aim was missed." if missed else "All aims are met.")
    return int(missed)


async def _measure(env: simcord.Env, asking: Asking, importing: Any, rounds: int = ROUNDS) -> Measured:
    guild = env.create_guild()
    channel = guild.create_text_channel("films")
    members = [guild.add_member(env.create_user(f"member{number}")) for number in range(MEMBERS)]
    film = str(asking.desk.suggest_films("")[0].film)
    measured = Measured()
    work = asyncio.ensure_future(asking.run(importing)) if importing else None
    await asyncio.sleep(0.2)
    with machine_noise(measured.noise), _watched(measured):
        for _ in range(rounds):
            await _round(env, channel, members, film, measured)
    if work is not None:
        print("The import outlasted the questions." if not work.done() else "The import ended early!")
        await work
    return measured


async def _round(env: simcord.Env, channel: Any, members: list[Any], film: str, measured: Measured) -> None:
    started = time.perf_counter()
    records = []
    for member, (name, given) in zip(members, islice(cycle(QUESTIONS), len(members)), strict=True):
        records.append(
            _ask(env, channel, member, name, given if name in ("films", "help") else given | {"film": film})
        )
        await asyncio.sleep(0)
    waiting = list(records)
    while waiting:
        now = time.perf_counter()
        done = [record for record in waiting if record.responded]
        measured.acknowledged += [now - started] * len(done)
        waiting = [record for record in waiting if not record.responded]
        await asyncio.sleep(TICK)
    while any(record.loading for record in records):  # noqa: ASYNC110 - simcord tells nobody
        await asyncio.sleep(TICK)
    measured.answered = max(measured.answered, time.perf_counter() - started)


def _ask(env: simcord.Env, channel: Any, member: Any, name: str, given: dict[str, str]) -> Any:
    command = env.backend.find_command(name, None)
    assert command is not None
    record, payload = interactions.base_payload(
        env.backend,
        type=InteractionType.APPLICATION_COMMAND,
        channel_id=channel.id,
        guild_id=channel.guild.id,
        user_id=member.id,
        data={
            "id": command["id"],
            "name": name,
            "type": 1,
            "options": [{"name": key, "type": 3, "value": value} for key, value in given.items()],
        },
    )
    env.backend.emit("INTERACTION_CREATE", payload)
    return record


@contextmanager
def _watched(measured: Measured) -> Iterator[None]:
    async def watch() -> None:
        while True:
            before, worked = time.perf_counter(), time.thread_time()
            await asyncio.sleep(TICK)
            measured.worked.append(time.thread_time() - worked)
            measured.held.append(max(0.0, time.perf_counter() - before - TICK))

    watching = asyncio.ensure_future(watch())
    try:
        yield
    finally:
        watching.cancel()


def _print(name: str, measured: Measured) -> None:
    held, acknowledged, noise = map(sorted, (measured.held, measured.acknowledged, measured.noise))
    print(
        f"{name}: {len(acknowledged)} questions; "
        f"loop held p99 {held[len(held) * 99 // 100] * 1000:.1f} ms, at most {held[-1] * 1000:.1f} ms "
        f"(of which it worked at most {max(measured.worked) * 1000:.1f} ms; an idle process was late by "
        f"p99 {noise[len(noise) * 99 // 100] * 1000:.1f}, at most {noise[-1] * 1000:.1f} ms); "
        f"acknowledged p95 {acknowledged[len(acknowledged) * 95 // 100] * 1000:.0f} ms, "
        f"at the latest {acknowledged[-1] * 1000:.0f} ms; all 64 answered within {measured.answered:.2f} s"
    )


if __name__ == "__main__":
    sys.exit(asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)))
