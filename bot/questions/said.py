"""Who wrote the very words that are quoted: `who said "hold music"?`, also where they are a long sentence."""

from __future__ import annotations

import re

from bot.questions.film_in_sentence import find_film_within
from bot.questions.kinds import SaidBy
from bot.questions.known import Known

_QUOTED = r"[\"“„«](?P<words>[^\"“”„«»]{1,400})[\"”“»]"
_WHO = (
    r"(?:who|which (?:reviewers?|users?|persons?|people|critics?|reviews?|ones?)|what (?:reviewer|user"
    r"|review))"
)
_SAYS = (
    r"(?:(?:has |have |had |is |was )?(?:said|says?|wrote|writes?|written|saying|writing|posted|posts)"
    r"|used? (?:the )?(?:words?|phrase|line|expression)|came up with|calls? it|called it|describe[sd] it as"
    r"|put it)"
)
_THAT = r"(?: (?:that|this|the (?:words?|line|phrase|sentence|quote|thing)|something like|about it))*"
_BEFORE = re.compile(
    rf"\s*(?:and |but |ok |so |hey |please )*(?:{_WHO} {_SAYS}{_THAT}"
    rf"|who(?:se|'s|s)? (?:(?:line|quote|words?|sentence|opinion) )?(?:is|was|are|were)?{_THAT}|{_WHO} it"
    rf" (?:is|was) that said"
    rf"|(?:where|in (?:which|what) review) (?:does|did|do|is|was)(?: it| they| he| she| somebody| someone)?"
    rf"(?: say| said| written| stand| write)?{_THAT})[ ,:]*\s*",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"[\s,:?!.–—-]*(?:(?:is|was) )?(?:who (?:said|says|wrote|writes|posted)(?: (?:that|this|it|so))?"
    r"|who(?:se)? (?:is|was) (?:that|this|it)"
    r"(?: (?:from|by))?|from (?:whom|who)|by who(?:m)?|says who|whose (?:line|quote|words) (?:is|was|are)"
    r" (?:that|this|it|those))[\s?!.]*",
    re.IGNORECASE,
)
_REST = re.compile(
    r"[\s,?!.]*(?:(?:(?:(?:in|about|of|on|for|from|by|to)|the|a|film|movie|reviews?|that|say|said|written"
    r"|again|please|exactly"
    r"|originally|then)\b)[\s,?!.]*)*",
    re.IGNORECASE,
)


def who_said(typed: str, known: Known) -> SaidBy | None:
    """The question who wrote the quoted words, None where that isn't what is asked."""
    quoted = re.search(_QUOTED, typed)
    if quoted is None or not re.search(r"\w", quoted["words"]):
        return None
    before, behind = typed[: quoted.start()], typed[quoted.end() :]
    words = " ".join(quoted["words"].split())
    if not before.strip() and _BEHIND.fullmatch(behind):
        return SaidBy("", words)
    if not _BEFORE.fullmatch(before):
        return None
    found = find_film_within(behind, known.films)
    if found is not None:
        behind = f"{behind[: found.start]} {behind[found.end :]}"
    if not _REST.fullmatch(behind):
        return None
    return SaidBy("", words, found.name if found is not None else None)
