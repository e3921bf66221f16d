"""The way into every command, and the one place that turns its failures into sentences and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.cli.arguments import parse
from bot.cli.context import Command, Context
from bot.cli.environment import with_dotenv
from bot.cli.streams import Streams
from bot.errors import PullquoteError
from bot.settings import Settings

FAILED = 1


def main() -> int:
    """Run the command that the process was started with; gives its exit code."""
    return run(sys.argv[1:], os.environ, Streams.standard(), Path.cwd())


def run(argv: Sequence[str], environ: Mapping[str, str], streams: Streams, folder: Path) -> int:
    """Run a command: 0 when it is done, 1 for an expected failure.

    `folder` is where `.env` is looked for. Raises SystemExit for help (0) and wrong usage (2), and
    KeyboardInterrupt.
    """
    try:
        try:
            return _run(argv, environ, streams, folder)
        finally:
            streams.output.flush()
    except PullquoteError as error:
        streams.complain(str(error))
    except BrokenPipeError:
        streams.abandon_output()
    except OSError as error:
        streams.abandon_output()
        streams.complain(_sentence(error))
    return FAILED


def _run(argv: Sequence[str], environ: Mapping[str, str], streams: Streams, folder: Path) -> int:
    arguments = parse(argv)
    command: Command = arguments.run
    settings, faults = Settings.read(with_dotenv(environ, folder))
    if faults and not getattr(arguments, "tells_faults", False):
        raise faults[0]
    return command(arguments, Context(settings, streams, faults))


def _sentence(error: OSError) -> str:
    """A failure of a stream, or of a file that no command has more to say of."""
    what = "Standard input or output" if error.filename is None else f'"{error.filename}"'
    return f"{what} failed: {error.strerror or error}. Check it, and the room on its disk, and try again."
