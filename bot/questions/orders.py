"""The words for orders: `newest`, `most helpful`, `lowest rated`."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.questions.kinds import Order, SearchOrder
from bot.questions.unread import AskBackError

_PHRASES = {
    Order.HELPFUL: r"(?:most\s+)?(?:helpful|useful|popular)|helpfulness|best|top",
    Order.NEWEST: r"newest|latest|(?:most\s+)?recent|last|new|date",
    Order.HIGHEST: r"(?:highest|best|top)[\s-]+rat(?:ed|ing)|highest|(?:most\s+)?positive",
    Order.LOWEST: (
        r"(?:lowest|worst)[\s-]+rat(?:ed|ing)|lowest|worst|harshest|(?:most\s+)?(?:negative|critical|harsh)"
    ),
    Order.DIVISIVE: r"(?:most\s+)?(?:divisive|controversial|disputed|polari[sz]ing|divided)",
}
_LONGEST_FIRST = (Order.HIGHEST, Order.LOWEST, Order.HELPFUL, Order.NEWEST, Order.DIVISIVE)
ORDER_PHRASE = "|".join(_PHRASES[order] for order in _LONGEST_FIRST)
"""A pattern of every phrase that names an order, longer ones first."""

_IN_FRONT = re.compile(rf"(?:the\s+)?(?P<order>{ORDER_PHRASE})\b(?=\s|$)", re.I)
_BEHIND = re.compile(
    rf"(?:^|[\s,]+)(?:(?:sort(?:ed)?|order(?:ed)?)\s+)?(?:by\s+)?(?P<order>{ORDER_PHRASE})(?:\s+first)?$",
    re.I,
)


def order_word(text: str) -> Order | None:
    """The order that the phrase names, None where it names none."""
    return next(
        (order for order, phrase in _PHRASES.items() if re.fullmatch(phrase, text.strip(), re.I)), None
    )


def search_order_word(text: str) -> SearchOrder | None:
    """As `order_word`, for search results."""
    if re.fullmatch(r"relevance|relevant|best|match", text.strip(), re.I):
        return SearchOrder.RELEVANCE
    order = order_word(text)
    return SearchOrder(order.value) if order in set(Order) - {Order.DIVISIVE} and order is not None else None


def no_such_order(text: str, orders: Iterable[str]) -> AskBackError:
    """Asks back for one of the orders that there are."""
    *first, last = orders
    return AskBackError(f'There is no order "{text}". There are {", ".join(first)} and {last}.')


def split_order(words: str) -> tuple[str, Order | None]:
    """The words without the order in front of them or behind them, and that order."""
    for pattern in (_IN_FRONT, _BEHIND):
        if found := pattern.search(words) if pattern is _BEHIND else pattern.match(words):
            return f"{words[: found.start()]} {words[found.end() :]}".strip(), order_word(found["order"])
    return words, None
