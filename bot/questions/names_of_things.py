"""Questions for what a thing in a film is called, or which it is: `the parrot's name`, `which prison is it`.

Reviews hardly ever tell; what they say of the thing itself is no answer.
"""

from __future__ import annotations

import re

_NAMED = """
dog cat parrot boat ship pub bar horse bird baby kid child son daughter car tug song band town street hotel
""".split()
_OF_A_KIND = """
prison jail hospital school hotel bar pub bank street road station river port harbor harbour boat ship car gun
pistol breed brand camera lens stock software engine song newspaper
""".split()
_THING = rf"(?:{'|'.join(_NAMED)})"
_KIND = rf"(?:{'|'.join(_OF_A_KIND)})"
_ASKS_NAME = re.compile(
    rf"\bwhat (?:do|did|does) (?:they|he|she|it|people) (?:name|call)"
    rf" (?:the|their|his|her|its) (?:\w+ )?{_THING}\b"
    r"|\bwhat is (?:it|its name)(?: called| named)?$(?<!what is it)"
    rf"|\b{_THING}s?\b.*\b(?:called|named|name)$|\bname of the {_THING}\b|\bwhat is the {_THING}s? name"
    rf"|^(?:(?:and|so|but) )*(?:(?:in|at|from|on|to|with) )?(?:which|what) (?:\w+ )?{_KIND}s?"
    r" (?:is|was|are|were|does|did|do|they|he|she|it)\b"
)


def asks_name_of_thing(text: str) -> bool:
    """Whether the words ask what a thing is called or which of its kind it is."""
    return bool(_ASKS_NAME.search(text))
