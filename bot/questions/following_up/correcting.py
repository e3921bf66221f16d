"""A word put right: `i meant tallow quay`, `no, the music`, `not pusher, low water`, `the ending i mean`."""

from __future__ import annotations

import re

_SORRY = r"(?:(?:no|nope|nah|sorry|oops|ops|wait|ah|oh|argh|ugh|hm+|well|my bad|actually|rather)\b[\s,.!:-]*)"
_MEANT = (
    r"(?:(?:i|we) (?:(?:actually|really|just|only) )?(?:meant?|was (?:asking|talking) about|am talking about"
    r"|said|wanted)|meant|make (?:that|it)|correction)(?: to (?:say|ask|type|write))?\b[\s,:-]*"
)
_CORRECTED = re.compile(rf"{_SORRY}*{_MEANT}(?P<right>\S.*)", re.IGNORECASE)
_BEHIND = re.compile(
    rf"{_SORRY}*(?P<right>\S.*?)[\s,.-]+(?:is )?(?:what )?i (?:meant?|was asking about)[\s.!]*", re.IGNORECASE
)
_DENIED = re.compile(
    rf"{_SORRY}*(?:no|nope|nah|oops|wait|sorry)\b[\s,.!:-]+"
    r"(?P<right>(?!(?:no|nope|wait|sorry|i|we|you|that|this|it|it's|thanks?|thank|need|worries|problem|way"
    r"|one|idea|more|not|but|spoilers?)\b)\S+(?:\s+\S+){0,4})",
    re.IGNORECASE,
)
_NOT_BUT = re.compile(
    rf"{_SORRY}*not\s+(?:the\s+)?(?P<wrong>[^,;]+?)(?:\s*[,;]\s*(?:but\s+)?|\s+but\s+)"
    r"(?P<right>\S+(?:\s+\S+){0,5})",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"(?:who|whose|what|which|how|why|when|where|is|are|was|were|do|does|did|has|have|can|could|show|give"
    r"|list|tell|and|about|in|of|for|with|without|by|from|only|just|compare|search|quote|top|rating|newest"
    r"|lowest|highest|mentions|review|reviews|reviewer|timeline|more|rate|avg|average|median|find|read|open"
    r"|films|people|help)\b",
    re.IGNORECASE,
)


def put_right(typed: str) -> str:
    """The words as if nothing else had been said before them: `what about tallow quay` for `i meant` it.

    What asks by itself stays a question of its own; words that correct nothing stay as they are.
    """
    words = typed.strip().rstrip("?!. ")
    for pattern in (_CORRECTED, _NOT_BUT, _BEHIND, _DENIED):
        if found := pattern.fullmatch(words):
            right = found["right"].strip()
            return right if _ASKS.match(right) else f"what about {right}"
    return typed
