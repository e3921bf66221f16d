"""How surely a sentence praises a film or holds something against it, whatever it is asked about."""

from __future__ import annotations

import re

from bot.language.claims import names_thing, verdict
from bot.language.sayings import Saying
from bot.language.stance import valence, words_of

_HEARSAY = re.compile(
    r"\b(?:friends?|wife|husband|brother|sister|people|critics?|review(?:er)?s|(?:every|some)(?:one|body))\b"
    r"[^.;]{0,60}\b(?:recommend|sa(?:y|id)|told|tells?|call|prais|complain|found|think|thought|expect)"
    r"|\b(?:has|have|had) been (?:called|said|described|recommended)\b|\bi (?:was|had been|am) told\b",
    re.IGNORECASE,
)
_MOCKS = re.compile(
    r"\bi(?:['’]ll)? (?:grant|give) (?:you|it|them)\b|\bso (?:is|are) (?:a|an|the)\b|\bas if\b", re.IGNORECASE
)
_CONCEDES = re.compile(r"^\W*(?:although|though|even though|while|despite|even if)\b", re.IGNORECASE)
_OBJECTS = re.compile(
    r"\b(?:reservations?|complaints?|gripes?|quibbles?|criticisms?|weakness(?:es)?|flaws?|faults?|downsides?"
    r"|negatives?|letdown|let-down)\b|\b(?:less|not|n['’]t) (?:\w+ )?(?:convinced|impressed|sold)\b"
    r"|\bcould (?:lose|go|do without)\b"
    r"|\bmy (?:only|one|main|biggest) (?:problem|issue|disappointment)\b",
    re.IGNORECASE,
)
_WISHES = re.compile(
    r"\b(?:unfortunately|sadly|minus|mistakes?|problems?|wish|too|lacks?|bad|drags?|boring|pointless|mess|cheat"
    r"|disappoint\w*)\b",
    re.IGNORECASE,
)
_DENIES = re.compile(
    r"\b(?:no|not|nothing|nobody|never|without|cannot|too|hardly|why)\b|n['’]t\b|\bback\b", re.IGNORECASE
)
_BEHIND_BUT = re.compile(r"^.*\b(?:but|however)\b", re.IGNORECASE | re.DOTALL)
_FEWEST = 4
_LOW, _HIGH = 4, 8


def leans(known: Saying, side: int, rating: int | None) -> float:
    """How surely a sentence is the review's own praise (`side` 1) or complaint (-1); 0 where it isn't."""
    if _HEARSAY.search(known.text) or known.asks or (side > 0 and _MOCKS.search(known.text)):
        return 0.0
    if side < 0 and _CONCEDES.search(known.text):
        return 0.0
    objects = side < 0 and bool(_OBJECTS.search(known.text))
    if side < 0 and rating is not None and rating >= _HIGH and not (objects or _WISHES.search(known.text)):
        return 0.0
    sure = verdict(known.text)
    if sure:
        told = 0.5 if _BEHIND_BUT.search(known.text) and _comes_down(known) != side else 1.5
        return told if sure == side and not _is_plot(known) else 0.0
    if objects:
        return 1.0
    if rating is None or len(known.words.plain) < _FEWEST:
        return 0.0
    if side < 0 and rating <= _LOW and _DENIES.search(known.text) and valence(known.words, ()) <= 0:
        return 0.5
    agrees = rating > _LOW if side > 0 else rating < _HIGH
    of_film = known.of_film or names_thing(known.words)
    return 0.3 if agrees and of_film and not _is_plot(known) and _comes_down(known) == side else 0.0


def _is_plot(known: Saying) -> bool:
    """Whether it tells of somebody in the film rather than of the film."""
    return known.of_somebody > 1 and not known.of_film and not names_thing(known.words)


def _comes_down(known: Saying) -> int:
    """The side of what stands behind the last `but`, or of the whole."""
    behind = _BEHIND_BUT.sub("", known.text)
    return valence(words_of(behind) if behind != known.text else known.words, ())
