"""Which of the parts that reviews tell of is asked for, by a name or by what the part is called.

A part's votes are gathered over all its spellings: those tell who plays Smeden, too, who call him the father.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from bot.answers.asked import Asked
from bot.answers.casting import Part, Told, as_part, credits_told, reviews_read, told_openly, voted
from bot.answers.scope import Scope
from bot.language.credits import Credit, Proof
from bot.language.folding import folded
from bot.language.part_names import called_too, is_called, is_same_player, is_same_role, is_word
from bot.language.parts import KIN, TITLES
from bot.language.topic_words import CHARACTERS


def meant_by(subject: str, told: Sequence[Told]) -> list[Told]:
    """The credits of the part that is asked for, by its name if it is one, else by what it is called."""
    words = folded(subject).split()
    if is_kin(words):
        return _kin(words[-1], words[:-1], told)
    name = name_in(subject)
    in_full = [one for one in told if is_called(name, one.credit.role)]
    if any(one.credit.role[:1].isupper() for one in in_full):
        return in_full + [one for one in _in_part(name, told) if _is_played_by_one_of(one, in_full)]
    described = [one for one in told if one not in in_full and is_described(words, one.credit)]
    return in_full + described or _in_part(name, told)


def is_kin(words: Sequence[str]) -> bool:
    """Whether somebody is asked for by what he is to another: `tonny father`."""
    return len(words) > 1 and words[-1] in KIN


def name_in(subject: str) -> str:
    """The name without what its bearer is: `inspector quill` is Quill, `rook the engineer` Rook."""
    words = folded(subject).split()
    while len(words) > 1 and words[0] in TITLES:
        words = words[1:]
    return " ".join(word for word in words if word not in CHARACTERS) or " ".join(words)


def _in_part(name: str, told: Sequence[Told]) -> list[Told]:
    """`Dot` and `Corrigan` are Dot Corrigan, a surname as long as no other bears it."""
    first, *_, last = [*name.split(), ""]
    bearers = {one.credit.role for one in told if not is_called(one.credit.role, name)}
    shared = any(is_called(last, role) for role in bearers)
    return [
        one
        for one in told
        if one.credit.role[:1].isupper()
        and is_called(one.credit.role, name)
        and (is_word(folded(one.credit.role).split()[0], first) or not shared)
    ]


def _is_played_by_one_of(one: Told, others: Sequence[Told]) -> bool:
    return any(is_same_player(one.credit.who, other.credit.who) for other in others)


def is_described(words: Iterable[str], credit: Credit) -> bool:
    """Whether the part is called all that beside its name: `the engineer`, `drug lord`."""
    beside = credit.described | set(folded(credit.role).split())
    return all(called_too(word) & beside for word in words)


def _kin(kin: str, others: Sequence[str], told: Sequence[Told]) -> list[Told]:
    """Who is that to somebody: `Tonny's father` stands behind Tonny in its sentence, or is called Tonny's."""
    meant = [one for one in told if is_described([kin], one.credit)]
    return [one for one in meant if _belongs_to(others, one)]


def _belongs_to(others: Sequence[str], one: Told) -> bool:
    if one.credit.owner is not None:
        return is_called(" ".join(others), one.credit.owner)
    ahead = folded(one.stored.review.text[one.span[0] : one.span[0] + one.credit.end]).split()
    return any(is_word(word, name) for word in others for name in ahead)


def gathered(meant: Sequence[Told], told: Sequence[Told]) -> list[Told]:
    """The credits of the same part by the same player under its other names, those given among them."""
    names = {name for one in meant for name in _names_of(one.credit)}
    return [
        one
        for one in told
        if one in meant
        or (
            _is_played_by_one_of(one, meant)
            and any(_is_one_of(name, names) for name in _names_of(one.credit))
        )
    ]


def _names_of(credit: Credit) -> Iterator[str]:
    yield credit.role if credit.role[:1].isupper() else credit.role.split()[-1]
    yield from (word for word in credit.described if word in KIN or word in CHARACTERS)


def _is_one_of(name: str, names: set[str]) -> bool:
    return any(is_same_role(name, other) for other in names)


def perhaps_meant(subject: str, scope: Scope, asked: Asked) -> list[Told]:
    """`Gethin Oakshaw's Purser`, where nothing surer tells who plays that part."""
    return [
        one
        for one in credits_told(scope, asked)
        if one.credit.proof is Proof.PAIR
        and " " in one.credit.who
        and meant_by(subject, [one])
        and not one.hidden
    ]


def told_beside(subject: str, told: list[Told]) -> Iterator[Told]:
    """Credits beside which somebody is called that: `Imelda Strake as Dot Corrigan, the landlady`."""
    wanted = [word for word in folded(subject).split() if len(word) > 2]
    for reach in _REACHES:
        found = [one for one in told if wanted and _stand_near(wanted, one, reach)]
        if found:
            yield from found
            return


_REACHES = (45, 75)


def _stand_near(wanted: list[str], one: Told, reach: int) -> bool:
    text = one.stored.review.text[slice(*one.span)]
    near = set(folded(text[max(0, one.credit.start - reach) : one.credit.end + reach]).split())
    return all(called_too(word) & near for word in wanted)


_CAPITALS = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"


def told_of_description(
    subject: str, told: list[Told], scope: Scope, asked: Asked, *, openly: bool
) -> Iterator[Told]:
    """Credits of a part that some sentence describes so, or of a player who is somebody `as the villain`.

    `openly` passes over what reviews marked as spoilers describe.
    """
    described = folded(subject).split()
    words = "|".join(sorted({same for word in described for same in called_too(word)}))
    part = re.compile(
        rf"(?P<role>{_CAPITALS}(?: {_CAPITALS})?),? (?:is |was )?(?:a|an|the|his"
        rf"|her) (?:[\w-]+ ){{0,3}}(?:{words})\b"
        rf"|\b(?:[Tt]he |[Aa] )(?:{words}),? (?P<called>{_CAPITALS})"
    )
    player = re.compile(
        rf"(?P<who>{_CAPITALS}(?: {_CAPITALS})?)\b[^.;A-Z]{{0,60}}? as (?:a|an"
        rf"|the) (?:{words})\b"
    )
    for stored in reviews_read(scope, asked):
        if openly and stored.review.spoiler:
            continue
        for found in part.finditer(stored.review.text):
            if not _is_described(described, stored.review.text[found.start() : found.end() + _BEHIND]):
                continue
            name = found["role"] or found["called"]
            yield from (one for one in told if is_called(name, one.credit.role))
        for found in player.finditer(stored.review.text):
            if not _is_described(described, found[0]):
                continue
            yield from (one for one in told if is_called(found["who"], one.credit.who))


def _is_described(words: list[str], passage: str) -> bool:
    """Whether all that was asked for stands there: `a tug skipper` is no boy on the tug."""
    there = set(folded(passage).split())
    return all(called_too(word) & there for word in words)


_BEHIND = 20


def part_of(role: str, scope: Scope, asked: Asked) -> Part | None:
    """The part that a word for a character means, such as `dad` or `engineer`; None if untold openly."""
    told = told_openly(scope, asked)
    meant = gathered(meant_by(role, told), told) or list(told_beside(role, told))
    votes = voted(meant, scope, asked)
    return as_part(votes[0]) if votes else None
