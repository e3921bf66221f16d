"""A review beside what each of its imports read of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.store.rows import BYLINE, byline_told

Told = dict[str, Any]

STATE = [*"site rating helpful total spoiler title text".split(), *BYLINE]
"""The columns that imports tell."""

_COMPARED = "review_id name_id site rating helpful total spoiler title text".split()
_COLUMNS = ["review_id", "name_id", *STATE]


@dataclass(slots=True)
class Held:
    """A review as it stands, and what each import that holds it told otherwise."""

    now: Told
    readings: dict[int, Told]

    def whole(self, import_id: int) -> Told:
        """All that the import read of it."""
        return {column: self.now[column] for column in _COLUMNS} | self.readings[import_id]

    def wholes(self) -> list[Told]:
        """What each import read of it, the first one first."""
        return [self.whole(import_id) for import_id in sorted(self.readings)]

    def names(self) -> list[str]:
        """The ids by which the imports read it, the first one first."""
        own: str = self.now["review_id"]
        return [self.readings[import_id].get("review_id", own) for import_id in sorted(self.readings)]

    def note(self, import_id: int, whole: Mapping[str, Any]) -> None:
        """Keep what the import read, as far as the review stands otherwise."""
        self.readings[import_id] = self.difference(whole)

    def difference(self, whole: Mapping[str, Any]) -> Told:
        """What was read otherwise than the review stands."""
        told = {column: whole[column] for column in _COMPARED if whole[column] != self.now[column]}
        if byline_told(whole) != byline_told(self.now):
            told |= {column: whole[column] for column in BYLINE}
        if whole.get("is_cut"):
            told["is_cut"] = True
        return told
