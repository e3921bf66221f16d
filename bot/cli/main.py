"""The way into every command, and the one place that turns its failures into sentences and exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from bot.cli.arguments import make_parser
from bot.cli.context import Command, Context
from bot.cli.environment import with_dotenv
from bot.cli.streams import Streams
from bot.errors import PullquoteError
from bot.settings import Settings

FAILED = 1
INTERRUPTED = 130


def main() -> int:
    """Run the command that the process was started with; gives its exit code."""
    return run(sys.argv[1:], os.environ, Streams.standard(), Path.cwd())


def run(argv: Sequence[str], environ: Mapping[str, str], streams: Streams, folder: Path) -> int:
    """Run a command: 0 when it is done, 1 for an expected failure, 130 when interrupted.

    `folder` is where `.env` is looked for. Raises SystemExit for help (0) and wrong usage (2).
    """
    arguments = make_parser().parse_args(argv)
    command: Command = arguments.run
    try:
        settings = Settings.from_env(with_dotenv(environ, folder))
        code = command(arguments, Context(settings, streams))
        streams.output.flush()
    except PullquoteError as error:
        streams.errors.write(f"{error}\n")
        return FAILED
    except BrokenPipeError:
        streams.abandon_output()
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED
    return code
