"""The library of an installation, opened for a command: never an empty one in place of one that is lost."""

from __future__ import annotations

from pathlib import Path

from bot.cli.context import Context
from bot.errors import StoreError
from bot.settings import Settings
from bot.store.library import Library

REPLACED = "before-restore"
"""How the names of copies begin that a `restore` keeps of what it replaces."""


def open_library(context: Context) -> Library:
    """Open the library, or make the first one; raises StoreError where there was one that is gone."""
    if loss := loss_of(context.settings):
        raise StoreError(loss)
    return Library(context.settings.library, tell=context.streams.complain)


def loss_of(settings: Settings) -> str | None:
    """What to do about a library that is gone though there are copies of it; None where it isn't."""
    library, latest = settings.library, latest_backup(settings)
    if latest is None or (library.exists() and not (library.is_file() and not library.stat().st_size)):
        return None
    what = "is empty" if library.exists() else "is gone"
    return (
        f'"{library}" {what}, though there are copies of it. `pullquote restore {latest}` brings the latest '
        "back; `pullquote restore --anew` begins with an empty library."
    )


def servers_loss_of(settings: Settings) -> str | None:
    """What to do where servers.db is gone though there are copies of it; None where it isn't."""
    copies = settings.backups.glob("*-servers.db")
    latest = max(copies, key=lambda file: file.stat().st_mtime, default=None)
    if latest is None or settings.servers.exists():
        return None
    return (
        f'"{settings.servers}" is gone, and with it what Discord\'s servers chose. There is a copy: while '
        f'Pullquote is stopped, copy "{latest}" to that place.'
    )


def latest_backup(settings: Settings) -> Path | None:
    """The latest copy of the library, also one that was kept before an earlier version's was changed.

    What a `restore` replaced comes last, since somebody would have it replaced.
    """
    files = [file for file in settings.backups.glob("*.db") if not file.stem.endswith("-servers")]
    files += settings.data.glob(f"{settings.library.stem}-before-*.db")
    return max(
        files, key=lambda file: (not file.name.startswith(REPLACED), file.stat().st_mtime), default=None
    )
