"""`python -m bot` is the command `pullquote`."""

from __future__ import annotations

import sys

INTERRUPTED = 130


def main() -> int:
    """Run the command that the process was started with; 130 when interrupted, however early."""
    try:
        from bot.cli.main import main as run_command  # takes long enough for a Ctrl-C in the middle

        return run_command()
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
