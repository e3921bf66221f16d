"""Quotes that a server has posted by themselves: when, where, and which comes next."""

from __future__ import annotations

import datetime as dt
import sqlite3
from dataclasses import dataclass

from bot.store.servers import Servers


@dataclass(frozen=True, slots=True)
class Schedule:
    """A quote posted at a time of day.

    `minute` counts from midnight of the time zone, `days` holds days of the week, 0 for Monday. `deck` and
    `position` name the quote that comes next, `next_at` (UTC) says when. `made_by` is the member who is told
    when it stops, None where they don't want to be known.
    """

    id: int
    server_id: int
    channel_id: int
    made_by: int | None
    film: str | None
    stars: int | None
    card: bool
    minute: int
    zone: str
    days: frozenset[int]
    deck: int
    position: int
    next_at: dt.datetime


def add_schedule(servers: Servers, schedule: Schedule) -> Schedule:
    """Keep a new schedule; gives it with its id."""
    with servers.transaction() as connection:
        connection.execute("INSERT OR IGNORE INTO server (server_id) VALUES (?)", (schedule.server_id,))
        added = connection.execute(
            """
            INSERT INTO schedule (
                server_id, channel_id, made_by, film, stars, card, minute, zone, days, deck, position, next_at
            )
            VALUES (
                :server_id, :channel_id, :made_by, :film, :stars, :card, :minute, :zone, :days, :deck,
                :position, :next_at
            )
            RETURNING *
            """,
            {
                "server_id": schedule.server_id,
                "channel_id": schedule.channel_id,
                "made_by": schedule.made_by,
                "film": schedule.film,
                "stars": schedule.stars,
                "card": schedule.card,
                "minute": schedule.minute,
                "zone": schedule.zone,
                "days": _bits(schedule.days),
                "deck": schedule.deck,
                "position": schedule.position,
                "next_at": schedule.next_at.isoformat(),
            },
        ).fetchone()
        return schedule_of(added)


def change_schedule(servers: Servers, schedule: Schedule) -> None:
    """Keep what was changed of a schedule. What it has posted stays, and so does its place in the deck."""
    with servers.transaction() as connection:
        connection.execute(
            """
            UPDATE schedule SET
                channel_id = :channel_id, film = :film, stars = :stars, card = :card, minute = :minute,
                zone = :zone, days = :days, next_at = :next_at
            WHERE id = :id
            """,
            {
                "id": schedule.id,
                "channel_id": schedule.channel_id,
                "film": schedule.film,
                "stars": schedule.stars,
                "card": schedule.card,
                "minute": schedule.minute,
                "zone": schedule.zone,
                "days": _bits(schedule.days),
                "next_at": schedule.next_at.isoformat(),
            },
        )


def schedules_of(servers: Servers, server_id: int) -> list[Schedule]:
    """The schedules of a server, the oldest first."""
    rows = servers.rows("SELECT * FROM schedule WHERE server_id = ? ORDER BY id", (server_id,))
    return [schedule_of(row) for row in rows]


def find_schedule(servers: Servers, server_id: int, schedule_id: int) -> Schedule | None:
    """One schedule of a server."""
    row = servers.row("SELECT * FROM schedule WHERE server_id = ? AND id = ?", (server_id, schedule_id))
    return None if row is None else schedule_of(row)


def due_schedules(servers: Servers, now: dt.datetime) -> list[Schedule]:
    """The schedules whose time has come, the longest due first."""
    due = "SELECT * FROM schedule WHERE next_at <= ? ORDER BY next_at, id"
    rows = servers.rows(due, (now.isoformat(),))
    return [schedule_of(row) for row in rows]


def next_due(servers: Servers) -> dt.datetime | None:
    """When the next quote is to be posted or tried again, None where there is no schedule."""
    row = servers.row(
        """
        SELECT min(next_at) AS next_at
        FROM (SELECT next_at FROM schedule UNION ALL SELECT next_at FROM quote_on_its_way)
        """
    )
    return None if row is None or row["next_at"] is None else dt.datetime.fromisoformat(row["next_at"])


def stop_schedule(servers: Servers, schedule_id: int) -> None:
    """Delete a schedule."""
    with servers.transaction() as connection:
        connection.execute("DELETE FROM schedule WHERE id = ?", (schedule_id,))


def schedules_made_by(servers: Servers, member: int) -> int:
    """How many schedules bear the id of a member."""
    rows = servers.rows("SELECT count(*) AS number FROM schedule WHERE made_by = ?", (member,))
    return int(rows[0]["number"])


def forget_member(servers: Servers, member: int) -> None:
    """Delete all that is kept about a member; what they set up stays, and bears nobody's id."""
    with servers.transaction() as connection:
        connection.execute("UPDATE schedule SET made_by = NULL WHERE made_by = ?", (member,))


def schedule_of(row: sqlite3.Row) -> Schedule:
    """The schedule that a row of the table holds."""
    return Schedule(
        id=row["id"],
        server_id=row["server_id"],
        channel_id=row["channel_id"],
        made_by=row["made_by"],
        film=row["film"],
        stars=row["stars"],
        card=bool(row["card"]),
        minute=row["minute"],
        zone=row["zone"],
        days=frozenset(day for day in range(7) if row["days"] >> day & 1),
        deck=row["deck"],
        position=row["position"],
        next_at=dt.datetime.fromisoformat(row["next_at"]),
    )


def _bits(days: frozenset[int]) -> int:
    return sum(1 << day for day in days)
