"""`doctor` looks at an installation, says what is wrong with it, and what to do about it."""

from __future__ import annotations

import argparse
import base64
import binascii
import datetime as dt
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.answers.wording import counted
from bot.cli.context import Commands, Context
from bot.cli.opening import latest_backup, loss_of, open_library, servers_loss_of
from bot.cli.reporting import unread
from bot.errors import PageError, PullquoteError, StoreBusyError, StoreError
from bot.indexing import PageFile, page_files, states_of
from bot.settings import Settings
from bot.store.films import all_films
from bot.store.library import Library
from bot.store.pages import PageState
from bot.store.safekeeping import find_damage, find_faults, mend
from bot.store.servers import Servers
from bot.terminal.harmless import line

_LEAST_FREE = 200 << 20
_FAULTS_SHOWN = 5
_OLD_BACKUP = dt.timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Finding:
    """What the doctor says of one thing: whether it is well, and else what to do."""

    about: str
    said: str
    well: bool


def _well(about: str, said: str) -> Finding:
    return Finding(about, said, well=True)


def _wrong(about: str, said: str) -> Finding:
    return Finding(about, said, well=False)


def add_doctor(commands: Commands) -> None:
    """Add the command `doctor`."""
    parser = commands.add_parser("doctor", help="check the installation, and say what to do")
    parser.add_argument("--mend", action="store_true", help="make the index and the totals anew first")
    parser.set_defaults(run=examine, tells_faults=True)


def examine(arguments: argparse.Namespace, context: Context) -> int:
    """Say how everything is; 1 where something is wrong."""
    settings = context.settings
    if arguments.mend and settings.library.is_file():
        with open_library(context) as library:
            mend(library)
    well = True
    wrong = (_wrong("Settings", str(fault)) for fault in context.faults)
    for finding in chain(wrong, findings(settings)):
        well = well and finding.well
        mark = "ok   " if finding.well else "WRONG"
        context.streams.output.write(f"{mark}  {finding.about:<8}  {line(finding.said)}\n")
        context.streams.output.flush()
    return 0 if well else 1


def findings(settings: Settings) -> Iterator[Finding]:
    """What is to be said of the installation, one thing after the other."""
    for about, look in _EXAMINED.items():
        try:
            yield from look(settings)
        except OSError as error:
            yield _wrong(
                about, f'"{error.filename}" can\'t be looked into: {error.strerror}. Check who owns it.'
            )


def token_fault(token: str) -> str | None:
    """What speaks against this being a bot's token; None for one that is shaped like it."""
    if token.lower().startswith("bot "):
        return "It begins with the word Bot: leave that out."
    if token[0] in "\"'" or any(char.isspace() for char in token):
        return "It holds quotation marks or spaces: give the token alone."
    parts = token.split(".")
    if len(parts) == 3 and all(parts):
        if _decoded(parts[0]).isdigit():
            return None
        return "Its first part is not that of a bot's token: copy it once more, whole."
    if token.isdigit():
        return "That is the id of an application."
    if len(token) == 32:
        return "That looks like a client secret."
    return "A bot's token has three parts with dots between them."


def _decoded(part: str) -> str:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode("ascii")
    except (binascii.Error, ValueError):
        return ""


def _token(settings: Settings) -> Iterator[Finding]:
    if settings.token is None:
        yield _well("Token", "None is set: Pullquote runs in the terminal. README tells how to get one.")
        return
    fault = token_fault(settings.token)
    if fault is None:
        yield _well("Token", "DISCORD_TOKEN is set and shaped like a bot's token.")
        return
    where = "Take it from the Bot page of your application, Reset Token."
    yield _wrong("Token", f"DISCORD_TOKEN is no bot's token. {fault} {where}")


def _folder(settings: Settings) -> Iterator[Finding]:
    folder = settings.data
    existing = next(path for path in (folder.absolute(), *folder.absolute().parents) if path.exists())
    if not existing.is_dir():
        yield _wrong("Folder", f'"{existing}" is no folder. Name one in PULLQUOTE_DATA.')
        return
    if not os.access(existing, os.W_OK | os.X_OK):
        yield _wrong("Folder", f'"{existing}" can\'t be written. Check who owns it.')
    free = shutil.disk_usage(existing).free
    held = settings.library.stat().st_size if settings.library.is_file() else 0
    needed = max(_LEAST_FREE, held)
    said = f'{_size(free)} free where "{folder}" is'
    if free < needed:
        yield _wrong("Space", f"Only {said}: make room for at least {_size(needed)}.")
    else:
        yield _well("Space", f"{said}.")


def _library(settings: Settings) -> Iterator[Finding]:
    if loss := loss_of(settings):
        yield _wrong("Library", loss)
        return
    if not settings.library.exists():
        yield _well("Library", "There is none yet: it is made by the first import or start.")
        return
    checked = "sound, and its index agrees"
    try:
        with Library(settings.library) as library:
            unwritable = library.unwritable
            try:
                faults = find_faults(library)
            except StoreBusyError:
                faults = find_damage(library)
                checked = "sound; another process writes, so that its index could not be looked into"
            films = all_films(library) if not faults else ()
    except PullquoteError as error:
        is_damaged = "damaged" in str(error)
        told = f'"{settings.library}" is damaged or no database of ours.' if is_damaged else str(error)
        yield _wrong("Library", f"{told} {_remedy(told, settings)}" if is_damaged else told)
        return
    if unwritable is not None:
        yield _wrong("Library", f"{unwritable} Until then questions are answered, and no more.")
    for fault in faults[:_FAULTS_SHOWN]:
        yield _wrong("Library", f"{fault} {_remedy(fault, settings)}")
    if not faults and unwritable is None:
        reviews = sum(entry.reviews for entry in films)
        yield _well("Library", f"{counted(len(films), 'film')}, {counted(reviews, 'review')}; {checked}.")


def _remedy(fault: str, settings: Settings) -> str:
    if "damaged" not in fault and "no film" not in fault:
        return "Run `pullquote doctor --mend`."
    latest = latest_backup(settings)
    anew = (
        f'start again: what lies in "{settings.pages}" is read anew, and what was imported from elsewhere '
        "needs another `pullquote import`"
    )
    back = f"bring back a backup (`pullquote restore {latest}`)" if latest else anew
    return f'Move "{settings.library}" away and {back}.'


def _servers(settings: Settings) -> Iterator[Finding]:
    if loss := servers_loss_of(settings):
        yield _wrong("Servers", loss)
    if not settings.servers.exists():
        return
    try:
        with Servers(settings.servers) as servers:
            faults = find_damage(servers)
    except PullquoteError as error:
        faults = (str(error),)
    for fault in faults[:1]:
        yield _wrong("Servers", f"{fault} A backup of it has a name that ends in -servers.db.")
    if not faults:
        yield _well("Servers", "What Discord's servers chose is sound.")


def _pages(settings: Settings) -> Iterator[Finding]:
    if not settings.pages.exists():
        yield _well("Pages", f'"{settings.pages}" is not there yet: a start makes it.')
        return
    if not settings.pages.is_dir():
        yield _wrong("Pages", f'"{settings.pages}" is no folder. Move it away: a start makes one.')
        return
    try:
        files = list(page_files([settings.pages]))
        states = _states(settings, files)
    except PageError as error:
        yield _wrong("Pages", str(error))
        return
    except StoreError:  # of which more is said where the library is looked into
        yield _well("Pages", f'{counted(len(files), "file")} in "{settings.pages}".')
        return
    named = {state: [name for name, its in states.items() if its is state] for state in PageState}
    told = f'{counted(len(states), "file")} in "{settings.pages}"'
    counts = {state: len(names) for state, names in named.items() if names}
    parts = [f"{counts[state]:,} {state.value}{more}" for state, more in _PAGES.items() if state in counts]
    yield _well("Pages", f"{told}{': ' * bool(parts)}{'; '.join(parts)}.")
    if named[PageState.UNREADABLE]:
        yield _well("Pages", f"{unread(settings.pages, named[PageState.UNREADABLE])}.")


def _states(settings: Settings, files: Sequence[PageFile]) -> dict[str, PageState]:
    if loss := loss_of(settings):
        raise StoreError(loss)
    if not settings.library.is_file():
        return dict.fromkeys((file.name for file in files), PageState.NEW)
    with Library(settings.library) as library:
        return states_of(library, files)


def _backups(settings: Settings) -> Iterator[Finding]:
    latest = latest_backup(settings)
    if latest is None:
        yield _well("Backup", "There is none in the folder backups: `pullquote backup` makes one.")
        return
    made = dt.datetime.fromtimestamp(latest.stat().st_mtime, dt.UTC)
    old = dt.datetime.now(dt.UTC) - made > _OLD_BACKUP
    yield _well("Backup", f"The latest is {latest} of {made:%Y-%m-%d}{', rather old' * old}.")


_PAGES = {
    PageState.READ: "",
    PageState.NEW: " (the next start reads what is new)",
    PageState.TAKEN_BACK: " (`pullquote import FILE` reads it again)",
    PageState.UNREADABLE: "",
}
_EXAMINED: dict[str, Callable[[Settings], Iterator[Finding]]] = {
    "Token": _token,
    "Folder": _folder,
    "Library": _library,
    "Servers": _servers,
    "Pages": _pages,
    "Backup": _backups,
}


def _size(number: int) -> str:
    return f"{number / (1 << 30):,.1f} GB" if number >= 1 << 30 else f"{number >> 20:,} MB"
