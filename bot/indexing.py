"""Page files into the library, with a report of what they brought.

A file is kept whole or not at all. Small files share a transaction, since each transaction of a full-text
index has its price; a file too big to be held in memory, or packed, streams into one of its own.
"""

from __future__ import annotations

import gc
import hashlib
import io
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from operator import itemgetter
from pathlib import Path, PurePosixPath
from typing import Any, BinaryIO

from bot import __version__
from bot.errors import PageError
from bot.model import NOTHING_TOLD, Film, Note, PageHead, Problem, Review, Told
from bot.pages.leftovers import is_hidden, is_leftover, is_of_a_page
from bot.pages.members import Member
from bot.pages.ratings import SCALES
from bot.pages.reader import Found, NextFile
from bot.pages.reading import is_packed, read_reviews
from bot.pages.unpacked import unpacked_exports
from bot.store.library import Library
from bot.store.pages import PageState, note_unreadable, page_state
from bot.store.saving import Counts, Importing, importing
from bot.store.vocabulary import settle_counts

STREAMED_FROM = 8 << 20
"""Bytes from which a file is not read into memory whole."""

ORDERS = {"day-first": True, "month-first": False}
"""How a host may say that dates of two numbers and a year are meant: whether the day stands first."""

_SHARED_BYTES = 32 << 20
_BATCH = 5_000
_PROBLEMS_KEPT = 1_000
_LARGEST_EXPORT = 256 << 20
"""Bytes of an export that was unpacked beyond which its tables are read one by one."""
_OBJECTS_BETWEEN = 50_000
"""New objects between two looks for garbage."""

Progress = Callable[[str | None, int], None]
"""Told the name of a file and how many of its bytes were read since it was last told.

None is told once there is nothing left to read for now, and what was read is written and indexed.
"""


@dataclass(frozen=True, slots=True)
class PageFile:
    """A file that may hold reviews. `opens` opens it anew each time; `size` is None where it isn't known."""

    name: str
    opens: Callable[[], BinaryIO]
    size: int | None = None


@dataclass(slots=True)
class Report:
    """What an import brought. `problems` holds the first thousand, `problem_count` counts all.

    `notes` say how files were read that can be read otherwise, the first thousand too.

    `known` counts files whose content was met before; `unreadable` names those of them, with their problem,
    that could not be read then. `import_id` is None where no review was read.
    `films` are those of the library by their ids, however many names the pages gave them, and `new_films` are
    ids.
    """

    files: int = 0
    known: int = 0
    unreadable: list[str] = field(default_factory=list)
    import_id: int | None = None
    films: dict[int, Film] = field(default_factory=dict)
    new_films: set[int] = field(default_factory=set)
    counts: Counts = field(default_factory=Counts)
    problems: list[Problem] = field(default_factory=list)
    problem_count: int = 0
    notes: list[Note] = field(default_factory=list)

    def add_note(self, note: Note) -> None:
        """Keep the note if it is among the first."""
        if len(self.notes) < _PROBLEMS_KEPT:
            self.notes.append(note)

    def add_problem(self, problem: Problem) -> None:
        """Count the problem, and keep it if it is among the first."""
        self.problem_count += 1
        if len(self.problems) < _PROBLEMS_KEPT:
            self.problems.append(problem)


def read_told(
    film: str | None,
    reviewer: str | None,
    columns: str | None,
    scale: int | None = None,
    dates: str | None = None,
) -> Told:
    """What a host types of files: a film's title, a reviewer's name, columns as `text=body, reviewer=who`.

    `scale` is what ratings are out of: 5, 10 or 100; `dates` is one of `ORDERS`. Raises PageError for what
    can't be read.
    """
    try:
        named = None if film is None else Film.parse(film)
    except ValueError as error:
        raise PageError('A film needs a title, for example "Harbour Lights (1999)".') from error
    if scale is not None and scale not in SCALES:
        raise PageError(f"Ratings can be out of {', '.join(map(str, SCALES))}, not out of {scale}.")
    if dates is not None and dates not in ORDERS:
        raise PageError(f'Dates can be {" or ".join(ORDERS)}, not "{dates}".')
    day_first = None if dates is None else ORDERS[dates]
    return Told(named, (reviewer or "").strip() or None, _read_columns(columns or ""), scale, day_first)


def _read_columns(typed: str) -> dict[str, str]:
    columns: dict[str, str] = {}
    for pair in filter(str.strip, typed.split(",")):
        what, _, column = pair.partition("=")
        if not column.strip():
            raise PageError(
                f'"{pair.strip()}" doesn\'t say which column holds what. Write text=COLUMN,reviewer=COLUMN.'
            )
        columns[what.strip()] = column.strip()
    return columns


def page_files(paths: Iterable[Path]) -> Iterator[PageFile]:
    """The files that the paths name, folders with all that lies below them, in order of their names.

    A file of a folder is named by its way from there. Hidden files are passed over, and what can't be looked
    into is a file that can't be opened. Raises PageError for a path that names nothing.
    """
    for path in paths:
        try:
            yield from _files_of(path)
        except OSError as error:
            raise PageError(f'"{path}" can\'t be read: {error.strerror or error}.') from error


def read_files(files: Iterable[PageFile], told: Told = NOTHING_TOLD) -> Iterator[Found]:
    """What would be read of the files; nothing is written. A file that can't be read is a problem."""
    for file in _whole_exports(files):
        try:
            with _opened(file) as stream:
                yield from read_reviews(stream, file.name, told)
        except PageError as error:
            yield error.as_problem(file.name)


def index_files(
    library: Library,
    files: Iterable[PageFile],
    *,
    told: Told = NOTHING_TOLD,
    only_new: bool = False,
    progress: Progress = lambda name, size: None,
) -> Report:
    """Read the files into the library. `only_new` passes over content that was met before.

    A file that can't be read is a problem of the report and changes nothing. Raises StoreError when the
    library can't be written; what earlier transactions kept stays.
    """
    report = Report()
    files = _whole_exports(files)
    with _garbage_seldom():
        _index(library, files, told, report, progress, only_new=only_new)
    settle_counts(library, report.counts.new + report.counts.updated)
    library.truncate_log()
    return report


def states_of(library: Library, files: Iterable[PageFile]) -> dict[str, PageState]:
    """What became of each file, by its name. Raises PageError."""
    whole = _whole_exports(files)
    return {file.name: page_state(library, _digest(file), file.name, __version__) for file in whole}


def rehearse(library: Library, files: Iterable[PageFile], told: Told = NOTHING_TOLD) -> Report:
    """What an import of the files would bring; nothing is kept. The library waits meanwhile.

    Each file is read twice, since one that can't be read to its end is not kept in part.
    """
    report, readable = Report(), list[PageFile]()
    for file in _whole_exports(files):
        report.files += 1
        try:
            with _opened(file) as stream:
                deque(read_reviews(stream, file.name, told), maxlen=0)
            readable.append(file)
        except PageError as error:
            report.add_problem(error.as_problem(file.name))
    with suppress(_RehearsedError), importing(library) as running:
        for file in readable:
            with _opened(file) as stream:
                _keep(running, file.name, read_reviews(stream, file.name, told), report)
        _add(report, running)
        raise _RehearsedError
    report.import_id = None
    return report


class _RehearsedError(Exception):
    """Ends a rehearsal, so that nothing of it is kept."""


def _index(
    library: Library,
    files: Iterable[PageFile],
    told: Told,
    report: Report,
    progress: Progress,
    *,
    only_new: bool,
) -> None:
    shared: list[_ReadFile] = []
    new: dict[tuple[str, str], None] = {}
    for file in files:
        report.files += 1
        try:
            if only_new:
                digest = _digest(file)
                state = page_state(library, digest, file.name, __version__)
                if state is not PageState.NEW:
                    report.known += 1
                    report.unreadable += [file.name] * (state is PageState.UNREADABLE)
                    progress(file.name, file.size or 0)
                    continue
                new[digest, file.name] = None
            if file.size is None or file.size >= STREAMED_FROM or _is_packed(file):
                _stream(library, file, told, report, progress)
            else:
                shared.append(_read(file, told, progress))
        except PageError as error:
            report.add_problem(error.as_problem(file.name))
        if sum(item.size for item in shared) >= _SHARED_BYTES:
            _save(library, shared, report, progress)
            shared.clear()
    _save(library, shared, report, progress)
    unreadable = [
        (digest, name)
        for digest, name in new
        if page_state(library, digest, name, __version__) is PageState.NEW
    ]
    if unreadable:
        note_unreadable(library, unreadable, __version__)


@contextmanager
def _garbage_seldom() -> Iterator[None]:
    """Look for cycles of objects seldom: an import makes none, and looking often takes a tenth of its time.

    Not to look at all would leave everything to be looked through at the end, with all threads waiting.
    """
    usual = gc.get_threshold()
    gc.set_threshold(_OBJECTS_BETWEEN, *usual[1:])
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@dataclass(frozen=True, slots=True)
class _ReadFile:
    name: str
    digest: str
    size: int
    found: Sequence[Found]


def _read(file: PageFile, told: Told, progress: Progress) -> _ReadFile:
    with _opened(file) as stream:
        content = stream.read()
    found = list(read_reviews(io.BytesIO(content), file.name, told))
    progress(file.name, len(content))
    return _ReadFile(file.name, hashlib.sha256(content).hexdigest(), len(content), found)


def _save(library: Library, files: Sequence[_ReadFile], report: Report, progress: Progress) -> None:
    if not files:
        return
    progress(None, 0)
    with importing(library, report.import_id) as running:
        for file in files:
            if _keep(running, file.name, file.found, report):
                running.note_content(file.digest)
        _add(report, running)


def _stream(library: Library, file: PageFile, told: Told, report: Report, progress: Progress) -> None:
    with _opened(file) as stream, importing(library, report.import_id) as running:
        counted = _Counted(stream, lambda size: progress(file.name if size else None, size))
        found = read_reviews(io.BufferedReader(counted, 1 << 20), file.name, told)
        if _keep(running, file.name, found, report):
            running.note_content(counted.digest.hexdigest())
        _add(report, running)


def _keep(running: Importing, name: str, found: Iterable[Found], report: Report) -> bool:
    """Keep what was found in a file; whether it held a review."""
    held = False
    running.begin_file(name)
    batch: list[Review] = []
    for item in found:
        match item:
            case Review():
                held = True
                batch.append(item)
                if len(batch) >= _BATCH:
                    running.add(batch)
                    batch = []
            case PageHead():
                running.note_film(item)
            case Problem():
                report.add_problem(item)
            case Note():
                report.add_note(item)
            case NextFile():
                running.add(batch)
                batch = []
                running.begin_part()
    running.add(batch)
    return held


def _add(report: Report, running: Importing) -> None:
    report.import_id = running.import_id
    report.films |= running.films()
    report.new_films |= running.new_films
    report.counts.new += running.counts.new
    report.counts.updated += running.counts.updated
    report.counts.unchanged += running.counts.unchanged


def _is_packed(file: PageFile) -> bool:
    with _opened(file) as stream:
        return is_packed(stream)


def _digest(file: PageFile) -> str:
    digest = hashlib.sha256()
    with _opened(file) as stream:
        while piece := stream.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


class _Counted(io.RawIOBase):
    """A stream that tells how many bytes were read each time, 0 at its end, and what the digest of it is."""

    def __init__(self, stream: BinaryIO, tell: Callable[[int], None]) -> None:
        self._stream, self._tell = stream, tell
        self.digest = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:  # noqa: ANN401 - anything that takes bytes
        place = memoryview(buffer)
        piece = self._stream.read(len(place))
        place[: len(piece)] = piece
        self.digest.update(piece)
        self._tell(len(piece))
        return len(piece)


def _whole_exports(files: Iterable[PageFile]) -> list[PageFile]:
    """The files, where the parts of an export that was unpacked are one file again."""
    whole = list(files)
    for export in unpacked_exports([Member(file.name, file.opens) for file in whole]):
        parts = [file for file in whole if export.holds(file.name)]
        sizes = [file.size for file in parts]
        size = sum(size or 0 for size in sizes)
        if None in sizes or size > _LARGEST_EXPORT:
            continue
        place = whole.index(parts[0])
        whole = [file for file in whole if not export.holds(file.name)]
        whole.insert(place, PageFile(export.name, export.packed, size))
    return whole


def _files_of(path: Path) -> Iterator[PageFile]:
    if path.is_dir():
        for _, file in sorted(_below(path), key=itemgetter(0)):
            yield file
    elif path.exists():
        yield _file(path, path.name)
    else:
        raise PageError(f'There is no file or folder "{path}". Check the name and try again.')


def _below(folder: Path) -> Iterator[tuple[Path, PageFile]]:
    """What lies below the folder, with its place; also folders that can't be looked into."""
    closed: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=closed.append):
        beside = frozenset(names)
        folders[:] = [
            name for name in folders if not is_hidden(name) and not is_of_a_page(PurePosixPath(name), beside)
        ]
        for path in (Path(here, name) for name in names if not is_leftover(PurePosixPath(name), ())):
            try:
                if path.is_file():
                    yield path, _file(path, path.relative_to(folder).as_posix())
            except OSError as error:
                closed.append(error)
    for reason in closed:
        path = Path(reason.filename)
        name = folder.name if path == folder else path.relative_to(folder).as_posix()
        yield path, _closed(name, reason)


def _file(path: Path, name: str) -> PageFile:
    size = path.stat().st_size if path.is_file() else None
    return PageFile(_as_text(name), lambda: path.open("rb"), size)


def _closed(name: str, reason: OSError) -> PageFile:
    def opens() -> BinaryIO:
        raise reason

    return PageFile(_as_text(name), opens, 0)


def _as_text(name: str) -> str:
    """A file's name, which may be any bytes, as text."""
    return os.fsencode(name).decode("utf-8", "replace")


@contextmanager
def _opened(file: PageFile) -> Iterator[BinaryIO]:
    try:
        with file.opens() as stream:
            yield stream
    except OSError as error:
        raise PageError(f"{file.name}: this can't be read: {error.strerror or error}.") from error
