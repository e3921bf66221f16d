"""Sentences that say nothing before the next one does: a question that is answered, a thing announced.

`Is it as good as the first one?` tells nothing without `Nearly.`, `A word about the script.` nothing at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.language.sentences import Span

_LONGEST = 320
_SHORT_ANSWER = 60
_SHORT = 32
_ONE_WORD = 2
_ANNOUNCES = re.compile(
    r"^(?:(?:and|so|now|but|finally|just|one|a|another|some|few|last|final|quick|brief) ){0,4}"
    r"(?:words?|notes?) (?:about|on|of|regarding)\b"
    r"|^(?:as for|on to|regarding|speaking of|now,? (?:to )?the|(?:and )?what about)\b",
    re.IGNORECASE,
)
_REPORTS = re.compile(
    r"\b(?:has|have|had) been (?:called|said|described)\b|\b(?:people|some|others|many|critics|they)"
    r" (?:\w+ )?(?:say|said|call|called|complain)\b",
    re.IGNORECASE,
)
_TURNS = re.compile(
    r"^(?:then|but|and then|and again|twice|again|still|yet|not|it (?:doesn|isn)['’]t)\b", re.IGNORECASE
)


def whole_saying(text: str, spans: Sequence[Span], at: int) -> Span:
    """The sentence at the place, with those behind it without which it says nothing."""
    start, end = spans[at]
    sentence, behind = text[start:end], at + 1
    while behind < len(spans) and _goes_on(sentence, text[slice(*spans[behind])], first=behind == at + 1):
        if spans[behind][1] - start > _LONGEST or "\n" in text[end : spans[behind][0]]:
            break
        end, behind = spans[behind][1], behind + 1
        sentence = text[spans[behind - 1][0] : end]
    return start, end


def _goes_on(sentence: str, following: str, *, first: bool) -> bool:
    if not first:
        return len(sentence) <= _SHORT_ANSWER and bool(_REPORTS.search(sentence))
    if sentence.endswith("?"):
        return not following.endswith("?") and len(following) <= _SHORT_ANSWER
    if len(sentence) > _SHORT_ANSWER:
        return False
    if _ANNOUNCES.search(sentence):
        return not following.endswith("?")
    return len(sentence) <= _SHORT and len(following) <= _SHORT_ANSWER and bool(_TURNS.search(following))


_ANSWERED = re.compile(r"(?P<asked>[^.!?]*)\?+[\"'”’)]*\s+(?P<answer>[^.!?]+)[.!?…]*\s*", re.IGNORECASE)
_YES = re.compile(
    r"^(?:oh |hell |well,? |god |a thousand times )*(?:yes|yep|yeah|absolutely|definitely|certainly|of course"
    r"|sure|very|totally|completely|without (?:a )?doubt|you bet|and how)\b(?!.*\b(?:but|if|though)\b)",
    re.IGNORECASE,
)
_NO = re.compile(
    r"^(?:oh |hell |well,? |god )*(?:no|nope|nah|not (?:really|at all|quite|even close|in the least|for me"
    r"|a bit)|hardly|nearly|almost|never|far from it)\b(?!.*\b(?:but|if|though)\b)",
    re.IGNORECASE,
)
_INVERTED = re.compile(
    r"^(?P<verb>\W*(?:is|was|are|were) (?:it|this|that|(?:the|this) \w+|[A-Z]\w+))\b", re.IGNORECASE
)


def stated(sentence: str) -> str:
    """The sentence with each question that it answers by yes or no put as a statement."""
    return _ANSWERED.sub(_as_statement, sentence) if "?" in sentence else sentence


def _as_statement(found: re.Match[str]) -> str:
    asked, answer = found["asked"].strip(), found["answer"].strip()
    if len(asked.split()) <= _ONE_WORD:
        asked = f"is it {asked}"
    if _INVERTED.search(asked) and _YES.search(answer):
        return f"{asked}. "
    if _INVERTED.search(asked) and _NO.search(answer):
        return _INVERTED.sub(r"\g<verb> not", asked) + ". "
    return found[0]
