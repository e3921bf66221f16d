"""What every command is given beside its arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.cli.streams import Streams
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """The host's settings and the streams of the process."""

    settings: Settings
    streams: Streams


Command: TypeAlias = Callable[[argparse.Namespace, Context], int]
"""A command takes its arguments and gives the exit code. Expected failures are raised as PullquoteError."""

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
"""What commands are added to; argparse has no public name for it."""
