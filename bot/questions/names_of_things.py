"""Questions for what reviews hardly ever tell: what a thing is called, which it is, what the film earned.

`the parrot's name`, `which prison is it`, `how much did it make`: what is said of the thing is no answer.
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


_IT = r"(?:it|they|this|that|§film\d|the (?:film|movie|studio|producers))"
_EARN = r"(?:make|made|earn|earned|gross|grossed|take in|bring in|pull in|rake in|lose|lost)"
_MADE = re.compile(
    rf"\bhow much(?: (?:money|cash|profit|dough))? (?:did|does|has|have) {_IT} (?:really |actually )?{_EARN}"
    rf"(?: (?:at the box office|in (?:total|cinemas|theaters|theatres|§film\d)|worldwide|back))*$"
    rf"|\bhow much (?:money|profit|cash)\b.*\b{_EARN}\b"
    rf"|\b(?:was|is) {_IT} (?:a )?(?:box office|commercial|financial) (?:hit|flop|success|bomb|failure)\b"
)


def asks_what_it_made(text: str) -> bool:
    """Whether the words ask what the film earned, of which reviews of it know nothing."""
    return bool(_MADE.search(text))


def asks_name_of_thing(text: str) -> bool:
    """Whether the words ask what a thing is called or which of its kind it is."""
    return bool(_ASKS_NAME.search(text))
