"""The machine's own noise: how late a process is woken that does nothing but sleep.

A loop is held no less than that, whatever runs in it. Measured beside a benchmark, in a process of its own.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

TICK = 0.001


@contextmanager
def machine_noise(late: list[float]) -> Iterator[None]:
    """Measure until the end of the block; then `late` holds by how many seconds each sleep was too long."""
    command = [sys.executable, "-m", "tests.benchmarks.idle_sleeper"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as sleeper:
        assert sleeper.stdout is not None
        sleeper.stdout.readline()  # it is awake
        try:
            yield
        finally:
            told, _ = sleeper.communicate()
            late += map(float, told.split())


async def _sleep_until_told() -> list[float]:
    late: list[float] = []
    told = asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    while not told.done():
        before = time.perf_counter()
        await asyncio.sleep(TICK)
        late.append(max(0.0, time.perf_counter() - before - TICK))
    return late


if __name__ == "__main__":
    print("awake", flush=True)
    print(*asyncio.run(_sleep_until_told()))
