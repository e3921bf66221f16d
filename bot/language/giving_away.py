"""Sentences that speak of how a film ends: hidden wherever they stand."""

from __future__ import annotations

import re

_ENDING = re.compile(
    r"\b(?:endings?|finales?|(?<!\bto )(?<!\bto the )finish|climax|epilogue|denouement"
    r"|conclusion|resolution|twists?|(?:at|in|by|near|towards?|until|till) the (?:very )?end"
    r"|(?:very|bitter) end|the end (?:of (?:the"
    r"|this|it)|when|where|is|was)"
    r"|ends? (?:up|on|with|in|badly|well)|(?:last|final|closing) (?:\w+ )?(?:scenes?|shots?|minutes?|act"
    r"|frames?|images?|reel|line|moments?)"
    r"|credits (?:roll|rolled)|turn(?:s|ed)? out (?:to be|that)|(?:he|she|they|who) (?:dies|die|drowns?"
    r"|gets? killed|is killed|kills?)"
    r"|(?:is|gets|was|were|been) (?:killed|murdered|shot dead)|survives?|sinks? the boat)\b",
    re.IGNORECASE,
)


def speaks_of_ending(sentence: str) -> bool:
    """Whether the sentence speaks of the end of the film."""
    return bool(_ENDING.search(sentence))
