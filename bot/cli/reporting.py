"""What an import brought, in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from shlex import quote

from bot.answers.wording import counted
from bot.indexing import Report
from bot.terminal.harmless import line

_NAMED = 5
_SHOWN = 20


def report_lines(report: Report) -> Iterator[str]:
    """The report of an import, a line each: films, new, updated, unchanged, notes, problems."""
    counts = report.counts
    yield f"Films      {len(report.films):,}{_named(report)}"
    yield f"New        {counts.new:,}"
    yield f"Updated    {counts.updated:,}"
    yield f"Unchanged  {counts.unchanged:,}"
    yield from note_lines(report)
    yield f"Problems   {report.problem_count:,}"
    yield from problem_lines(report)


def note_lines(report: Report) -> Iterator[str]:
    """How files were read that can be read otherwise, below a heading; nothing where there are none."""
    if report.notes:
        yield f"Notes      {len(report.notes):,}"
    for note in report.notes[:_SHOWN]:
        yield f"  {line(str(note))}"
    if len(report.notes) > _SHOWN:
        yield f"  ... and {len(report.notes) - _SHOWN:,} more; `pullquote parse PATH` shows all."


def problem_lines(report: Report) -> Iterator[str]:
    """The first problems, each with its file, line and text, and how many more there are."""
    for problem in report.problems[:_SHOWN]:
        yield f"  {line(str(problem))}"
    if report.problem_count > _SHOWN:
        yield f"  ... and {report.problem_count - _SHOWN:,} more; `pullquote parse PATH` shows all."


def summary(report: Report) -> str:
    """The report in one sentence, for a start that found something new."""
    counts, new = report.counts, report.files - report.known
    return (
        f"Indexed {new:,} {'file' if new == 1 else 'files'}: {counts.new:,} new reviews, "
        f"{counts.updated:,} updated, {counts.unchanged:,} unchanged, {report.problem_count:,} problems."
    )


def unread(folder: Path, names: Sequence[str]) -> str:
    """That files of the folder were tried before and can't be read, and what shows why."""
    shown = [quote(line(str(folder / name))) for name in names[:_NAMED]]
    return (
        f'{counted(len(names), "file")} in "{folder}" could not be read: '
        f"`pullquote parse {' '.join(shown)}{' ...' * (len(names) > _NAMED)}` shows why"
    )


def _named(report: Report) -> str:
    if not report.films:
        return ""
    names = [line(str(film)) for film in list(report.films.values())[:_NAMED]]
    return f": {', '.join(names)}{', ...' if len(report.films) > _NAMED else ''}"
