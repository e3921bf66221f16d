"""What schedules have posted, and what is on its way into a channel.

A quote is kept here from before it is first sent until Discord has it, so that neither a crash nor a restart
loses one.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sqlite3
from dataclasses import dataclass, replace

from bot.store.schedules import Schedule, schedule_of
from bot.store.servers import Servers


@dataclass(frozen=True, slots=True)
class Delivery:
    """A quote being sent, which the `deck` and `position` of its schedule name.

    `begun` is when it was first tried, `tries` how often it has been with this time, `again_at` when it is to
    be tried once more should this try fail, None where it is the last. Both dates are UTC.
    """

    schedule: Schedule
    begun: dt.datetime
    again_at: dt.datetime | None
    tries: int


def quote_digest(review_id: str, text: str) -> str:
    """What a posted quote is remembered by."""
    return hashlib.blake2b(f"{review_id}\0{text}".encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def posted_quotes(servers: Servers, schedule: Schedule) -> frozenset[str]:
    """The digests of what a schedule has posted since all were used last."""
    rows = servers.rows("SELECT quote FROM posted_quote WHERE schedule_id = ?", (schedule.id,))
    return frozenset(row["quote"] for row in rows)


def posted_beside(servers: Servers, schedule: Schedule) -> frozenset[str]:
    """The digests of what the other schedules of its channel have posted."""
    rows = servers.rows(
        """
        SELECT quote FROM schedule JOIN posted_quote ON schedule_id = schedule.id
        WHERE server_id = ? AND channel_id = ? AND schedule.id <> ?
        """,
        (schedule.server_id, schedule.channel_id, schedule.id),
    )
    return frozenset(row["quote"] for row in rows)


def note_posted(
    servers: Servers,
    schedule: Schedule,
    quote: str | None,
    *,
    all_used: bool = False,
    delivery: Delivery | None = None,
) -> None:
    """Keep how far a schedule has come: its deck, position and next time, and the quote posted now.

    With `delivery`, the quote counts as on its way until `forget_delivery`.
    """
    with servers.transaction() as connection:
        connection.execute(
            "UPDATE schedule SET deck = ?, position = ?, next_at = ? WHERE id = ?",
            (schedule.deck, schedule.position, schedule.next_at.isoformat(), schedule.id),
        )
        if all_used:
            connection.execute("DELETE FROM posted_quote WHERE schedule_id = ?", (schedule.id,))
        if quote is not None:
            connection.execute(
                """
                INSERT OR IGNORE INTO posted_quote (schedule_id, quote)
                SELECT id, ? FROM schedule WHERE id = ?
                """,
                (quote, schedule.id),
            )
        if delivery is not None:
            _keep(connection, delivery)


def keep_delivery(servers: Servers, delivery: Delivery) -> None:
    """Keep a try that is about to be made, so that the next one follows even if we stop in the middle."""
    with servers.transaction() as connection:
        _keep(connection, delivery)


def forget_delivery(servers: Servers, schedule_id: int) -> None:
    """A schedule's quote is on its way no longer."""
    with servers.transaction() as connection:
        connection.execute("DELETE FROM quote_on_its_way WHERE schedule_id = ?", (schedule_id,))


def due_deliveries(servers: Servers, now: dt.datetime) -> list[Delivery]:
    """What is to be tried again, the longest due first."""
    rows = servers.rows(
        """
        SELECT schedule.*, way.deck AS its_deck, way.position AS its_position, way.begun, way.tries
        FROM quote_on_its_way AS way JOIN schedule ON schedule.id = way.schedule_id
        WHERE way.next_at <= ? ORDER BY way.next_at, schedule.id
        """,
        (now.isoformat(),),
    )
    return [
        Delivery(
            replace(schedule_of(row), deck=row["its_deck"], position=row["its_position"]),
            begun=dt.datetime.fromisoformat(row["begun"]),
            again_at=None,
            tries=row["tries"],
        )
        for row in rows
    ]


def _keep(connection: sqlite3.Connection, delivery: Delivery) -> None:
    schedule = delivery.schedule
    connection.execute("DELETE FROM quote_on_its_way WHERE schedule_id = ?", (schedule.id,))
    if delivery.again_at is not None:
        connection.execute(
            """
            INSERT INTO quote_on_its_way (schedule_id, deck, position, begun, next_at, tries)
            SELECT id, ?, ?, ?, ?, ? FROM schedule WHERE id = ?
            """,
            (
                schedule.deck,
                schedule.position,
                delivery.begun.isoformat(),
                delivery.again_at.isoformat(),
                delivery.tries,
                schedule.id,
            ),
        )
