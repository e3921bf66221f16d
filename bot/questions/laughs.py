"""Chat words behind a question, with which nobody asks more by it: `who wrote the shortest review xd`."""

from __future__ import annotations

import re

_LAUGHS = re.compile(
    r"(?<=[\w?!.\")])(?:[\s,.!?]+(?:x+d+|lo+l+(?:z|ol)?|lmf?ao+|rofl|kek|(?:ha){2,}h?|(?:he){2,}h?|ngl"
    r"|fr(?:\s+fr)?))+(?P<end>[\s?!.]*)\Z",
    re.I,
)
_SPOKEN_OF = re.compile(
    r"(?:\b(?:mention\w*|sa(?:y|ys|id|ying)|words?|about|of|for|with|contain\w*|search|find|quote|use[sd]?"
    r"|by|is|are|was|means?)|[\"“«:-]|\A\s*[/!]?(?:review|reviewer|top|rating))\s*\Z",
    re.I,
)


def without_laughs(text: str) -> str:
    """The text without such words at its end, unless they are what is asked about: `who says lol`."""
    found = _LAUGHS.search(text)
    if found is None or _SPOKEN_OF.search(text[: found.start()]):
        return text
    return text[: found.start()] + found["end"].rstrip()
