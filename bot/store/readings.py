"""What each import read of the reviews that it holds, so that any import can be taken back.

A review is what its imports read of it, the first one first, put together. The import that brought it is
`review.import_id`. A row of `reading` stands for each other import that held it and, where the review has
become another since, for the one that brought it: `told` is what that import read otherwise than the review
stands. So a review that one import holds costs nothing here, and one that stays as it was next to nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.language.quotable import places_for_quotes
from bot.store.figures import divisiveness, helpfulness
from bot.store.held import STATE, Held, Told
from bot.store.keeping import Keeping
from bot.store.sameness import joined, updated


class Readings:
    """The readings of one transaction. `write` keeps them."""

    def __init__(self, connection: sqlite3.Connection, keeping: Keeping) -> None:
        self._connection = connection
        self._keeping = keeping
        self._changed: dict[tuple[int, int], str | None] = {}
        self._gone: list[tuple[int, int]] = []

    def held(self, rows: Iterable[sqlite3.Row]) -> dict[int, Held]:
        """The reviews of these rows, by the ids of the rows."""
        held = {row["id"]: Held(dict(row), {row["import_id"]: {}}) for row in rows}
        for row in self._connection.execute(_OF_REVIEWS, (json.dumps(list(held)),)):
            held[row["id"]].readings[row["import_id"]] = json.loads(row["told"] or "{}")
        return held

    def read(self, held: Held, import_id: int, found: Told) -> bool:
        """Add what an import reads of a known review; whether the review is another by it."""
        if import_id not in held.readings and not held.difference(found):
            held.readings[import_id] = {}
            self._changed[import_id, held.now["id"]] = None
            return False
        now = _combined(held.names(), held.now, found)
        if import_id in held.readings:  # it holds the review twice
            found = _combined([], held.whole(import_id), found)
        is_changed = self._stand(held, now)
        held.note(import_id, found)
        self._keep(held, held.readings if is_changed else (import_id,))
        return is_changed

    def take_back(self, held: Held, imports: Iterable[int]) -> bool:
        """Make the review what the other imports read of it; whether it is another by that.

        One that no other import holds is left as it is, without readings.
        """
        for import_id in imports:
            if held.readings.pop(import_id, None) is not None:
                self._gone.append((import_id, held.now["id"]))
        return bool(held.readings) and self.refold(held)

    def refold(self, held: Held) -> bool:
        """Make the review what its imports read of it; whether it is another by that."""
        first, *later = held.wholes()
        now, names = first, [first["review_id"]]
        for found in later:
            now = _combined(names, now, found)
            names.append(found["review_id"])
        import_id = min(held.readings)
        name_id = first["name_id"] if self._is_name_of(first["name_id"], held.now) else held.now["name_id"]
        place = {"import_id": import_id, "name_id": name_id}
        is_changed = self._stand(held, now, place)
        self._keep(held, held.readings)
        return is_changed

    def move(self, held: Held, other: Held) -> list[int]:
        """Give what the imports read of a review to another that is the same; which imports the other lacked.

        The review is left without readings, to be deleted.
        """
        moved = [import_id for import_id in held.readings if import_id not in other.readings]
        for import_id in moved:
            other.note(import_id, held.whole(import_id))
        self._keep(other, moved)
        self._gone += [(import_id, held.now["id"]) for import_id in held.readings]
        return moved

    def write(self) -> None:
        """Write what was changed."""
        self._connection.executemany("DELETE FROM reading WHERE import_id = ? AND id = ?", self._gone)
        self._connection.executemany(
            "INSERT OR REPLACE INTO reading (import_id, id, told) VALUES (?, ?, ?)",
            [(*key, told) for key, told in self._changed.items()],
        )
        self._gone.clear()
        self._changed.clear()

    def _keep(self, held: Held, imports: Iterable[int]) -> None:
        for import_id in imports:
            told = held.readings[import_id]
            key = (import_id, held.now["id"])
            if told or import_id != held.now["import_id"]:
                self._changed[key] = json.dumps(told, ensure_ascii=False) if told else None
            else:
                self._changed.pop(key, None)
                self._gone.append(key)

    def _stand(self, held: Held, now: Told, place: Mapping[str, Any] | None = None) -> bool:
        """Let the review be so from now on, and tell what each import read against that."""
        row = held.now
        values = {column: now[column] for column in STATE}
        is_changed = any(row[column] != value for column, value in values.items())
        if not is_changed and (place is None or all(row[key] == value for key, value in place.items())):
            return False
        wholes = {import_id: held.whole(import_id) for import_id in held.readings}
        if is_changed:
            values |= _figures(values) | self._slots(row, values["text"])
        held.now = self._keeping.replace(row, row | values | dict(place or {}))
        for import_id, whole in wholes.items():
            held.note(import_id, whole)
        return is_changed

    def _slots(self, row: Told, text: str) -> Told:
        slots = places_for_quotes(text)
        if slots <= row["slots"]:
            return {}
        return {"slots": slots, "first_slot": self._keeping.film(row["film_id"]).new_slots(slots)}

    def _is_name_of(self, name_id: int, row: Told) -> bool:
        if name_id == row["name_id"]:
            return True
        named = "SELECT 1 FROM film_name WHERE id = ? AND film_id = ?"
        return self._connection.execute(named, (name_id, row["film_id"])).fetchone() is not None


def _combined(names: Sequence[str], known: Told, found: Told) -> Told:
    """The known review, that was read by these ids, with what a later reading says of it."""
    sources = {*names, found["review_id"]}
    if len(sources) == 1 or not names:
        return updated(known, found)
    return joined(known, found, first=found["review_id"] == names[0])


def _figures(values: Told) -> Told:
    votes = values["helpful"], values["total"]
    return {"helpfulness": helpfulness(*votes), "divisiveness": divisiveness(*votes)}


_OF_REVIEWS = """
SELECT id, import_id, told FROM reading WHERE id IN (SELECT value FROM json_each(?))
"""
