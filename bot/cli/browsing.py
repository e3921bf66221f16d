"""`browse` opens the library in Datasette, where it is installed, with titles that people understand."""

from __future__ import annotations

import argparse
import json
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.cli.context import Commands, Context
from bot.cli.opening import open_library
from bot.errors import PullquoteError
from bot.store.titles import browsing_titles

_NOT_INSTALLED = (
    "Datasette is not installed. Install it beside Pullquote with `pip install datasette` "
    "(or start it with `uv run --extra browse pullquote browse`) and try again."
)


def add_browse(commands: Commands) -> None:
    """Add the command `browse`."""
    parser = commands.add_parser("browse", help="look at the library in a web browser, with Datasette")
    parser.add_argument("--port", type=int, default=8001, help="default: 8001")
    parser.set_defaults(run=browse)


def browse(arguments: argparse.Namespace, context: Context) -> int:
    """Start Datasette on this machine alone, until it is interrupted."""
    if find_spec("datasette") is None:
        raise PullquoteError(_NOT_INSTALLED)
    with open_library(context):
        pass  # makes it, and says what is wrong with it
    with TemporaryDirectory() as folder:
        titles = Path(folder) / "titles.json"
        titles.write_text(json.dumps(browsing_titles()), encoding="utf-8")
        # In this process, so that whatever ends this one ends Datasette.
        import_module("datasette.cli").cli.main(_words(context.settings.library, titles, arguments.port))
    return 0


def _words(library: Path, titles: Path, port: int) -> list[str]:
    served = ["serve", str(library), "--metadata", str(titles)]
    return [*served, "--host", "127.0.0.1", "--port", str(port), "--open"]
