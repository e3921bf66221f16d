"""Words with which a question leans on the last answer: `and`, `what about`, `ok so`."""

from __future__ import annotations

import re

CONNECTED = re.compile(
    r"^(?:(?:and|but|ok|okay|so|also|hm|hmm|right|now|then|what|how|same|the same|only|just) )*(?:(?:about"
    r"|abt) )?(?:(?:for|in|of"
    r"|with|from|by|on) )*(?:(?:the|its|his|her|their) )?"
)
LEANS = re.compile(
    r"^(?:and|but|what about|how about|also|what of|(?:ok|okay|so|k|right|cool|nice|great|thanks) (?:and"
    r"|but|what about|how about))\b"
)
IS_WHOLE = re.compile(
    r"^(?:who|which (?:reviewers?|reviews|ones) (?:mention|say|said|speak|spoke)\w*|how many"
    r"|what (?:share|part|percent\w*))\b(?!.*\b(?:those|these|them|they)\b)"
)
"""Asks for its own figure, so that no condition of the last one holds."""
