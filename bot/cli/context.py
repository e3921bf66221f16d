"""What every command is given beside its arguments."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from bot.cli.streams import Streams
from bot.errors import SettingsError
from bot.settings import Settings


@dataclass(frozen=True, slots=True)
class Context:
    """The host's settings, the streams of the process, and settings that can't be used.

    Only a command that tells of these is run with any.
    """

    settings: Settings
    streams: Streams
    faults: tuple[SettingsError, ...] = ()


Command: TypeAlias = Callable[[argparse.Namespace, Context], int]
"""A command takes its arguments and gives the exit code. Expected failures are raised as PullquoteError."""

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001
"""What commands are added to; argparse has no public name for it."""
