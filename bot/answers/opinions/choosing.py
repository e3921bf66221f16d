"""Which of the sentences that answer are shown, and in what order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answers.answer import Paging
from bot.answers.opinions.said import Said
from bot.questions.kinds import Side

SHOWN = 5
_FEW = 2
_WORSE_THAN_BEST, _MUCH_WORSE, _FIRST = 2.2, 2.8, 3
SIDES = {Side.FOR: 1, Side.AGAINST: -1}


def of_side(said: list[Said], side: int, claims: list[int]) -> list[Said]:
    """Those that surely are of the side; where they are few, those that may be come behind them."""
    of_side = [one for one, claim in zip(said, claims, strict=True) if claim == side]
    if len(of_side) >= _FEW:
        return of_side
    maybe = [one for one, claim in zip(said, claims, strict=True) if not claim and one.side != -side]
    others = [replace(one, score=one.score - 1) for one in maybe]
    return [*of_side, *others] or said


def best_of(ranked: Sequence[Said]) -> list[Said]:
    """Those worth showing first: not much worse than the best one, and from both sides."""
    best = ranked[0].score
    kept = [
        one
        for place, one in enumerate(ranked)
        if one.score >= best - (_WORSE_THAN_BEST if place >= _FIRST else _MUCH_WORSE)
    ]
    return both_sides(kept, ranked)


def paged(ranked: Sequence[Said], first: Sequence[Said], page: int) -> tuple[list[Said], Paging | None]:
    """What stands on the page: `first` on page 1, then what it left of `ranked`; and where that page is.

    Behind the last page nothing stands.
    """
    others = [one for one in ranked if one not in first]
    pages = 1 + -(-len(others) // SHOWN)
    shown = others[SHOWN * (page - 2) : SHOWN * (page - 1)] if page > 1 else list(first)
    at = Paging(page=page, pages=pages, total=len(first) + len(others))
    return shown, at if 1 < pages >= page else None


def once(ranked: Sequence[Said]) -> list[Said]:
    """Each sentence once: people quote each other, and some write the same under two names."""
    once: dict[tuple[str, bool], Said] = {}
    for one in ranked:
        once.setdefault((one.text, one.stored.review.spoiler), one)
    return list(once.values())


def both_sides(best: Sequence[Said], others: Sequence[Said]) -> list[Said]:
    """The best ones, with the best of the smaller side among the first three."""
    chosen = list(best[:SHOWN])
    sides = {one.side for one in chosen}
    for side in (1, -1):
        other = next((one for one in others if one.side == side), None)
        if other is not None and side not in sides:
            chosen = [*chosen[: SHOWN - 1], other]
    first = chosen[:1]
    against = next((one for one in chosen[1:] if first and one.side == -first[0].side != 0), None)
    if against is not None:
        chosen.remove(against)
        chosen.insert(min(2, len(chosen)), against)
    return chosen
