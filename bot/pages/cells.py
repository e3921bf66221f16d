"""Cells of a table as a spreadsheet may hold them: none of them is a formula, and reading gives them back.

A spreadsheet runs what begins with `=`, `+`, `-` or `@`. An apostrophe before it makes it text, which is what
people who keep tables by hand write too.
"""

from __future__ import annotations

import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"''*[=+\-@\t\r]")


def guarded(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """The text that the cell stands for: `unguarded(guarded(text)) == text`."""
    return cell[1:] if _GUARDED.match(cell) else cell
