"""Who made the film is asked for by a job: the words for whoever has it, what they do, and what they make.

A job is asked for by whoever has it (`the composer?`), by what only they do (`who composed it`), or by
what they make beside a word for making it (`whose music is that`, `who is responsible for the sound`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Job:
    """The words of a job: `people` have it, `does` is done by them alone, `works` are made by them."""

    people: frozenset[str]
    does: frozenset[str]
    works: frozenset[str]


def _phrases(text: str) -> frozenset[str]:
    return frozenset(phrase for part in text.split(",") if (phrase := " ".join(part.split())))


def _job(*, people: str, does: str, works: str) -> Job:
    return Job(_phrases(people), _phrases(does), _phrases(works))


JOBS = {
    "composer": _job(
        people="composer, composers, music person, music guy, music man, music people, songwriter",
        does="composed, composes, compose, composing, scored",
        works="""music, score, soundtrack, ost, tunes, tune, song, songs, synths, synth, theme,
        synthesizer, synthesizers, synthesiser, synthesisers, theme tune, melody, melodies""",
    ),
    "cinematographer": _job(
        people="""cinematographer, cinematographers, cameraman, camerawoman, camera man, camera woman,
        camera person, camera guy, camera operator, dp, dop, director of photography, photography director,
        photographer""",
        does="shot, shoots, shoot, filmed, photographed, lensed, lit",
        works="""camera, cameras, camera work, camerawork, photography, cinematography, images, image,
        pictures, shots, visuals, lens, lighting, look""",
    ),
    "sound designer": _job(
        people="""sound designer, sound person, sound guy, sound man, sound woman, sound engineer, sound
        mixer, sound wizard, sound editor""",
        does="",
        works="sound, sounds, sound design, sound work, sound mix, noises",
    ),
    "editor": _job(
        people="editor, editors, cutter",
        does="edited, edits, edit, spliced, trimmed, cut it, cut this, cut the film, cut the movie, cut the"
        " picture",
        works="editing, montage, edit",
    ),
    "producer": _job(people="producer, producers", does="produced, produces, produce", works="production"),
    "writer": _job(
        people="""writer, writers, screenwriter, screenwriters, scriptwriter, script writer, script
        writers, co writer, co writers, co author, author, authors, other writer, writing
        partner, second writer""",
        does="""penned, scripted, co wrote, co written, cowrote, cowritten, wrote it, write it,
        write this, wrote this, wrote that, wrote the film, wrote the movie, written it, writes it, wrote""",
        works="script, screenplay, story, dialogue, dialogues, lines, writing",
    ),
    "director": _job(
        people="director, directors, filmmaker, film maker, filmmakers",
        does="""directed, directs, direct, directing, helmed, called the shots, called shots, sat in the
        director chair, in the director chair, at the helm, at the wheel, ran the show""",
        works="""it, this, that, film, movie, picture, flick, thing, direction, one, masterpiece""",
    ),
}
"""The jobs on a film by their names; the first that fits is meant, but the director's where another does."""

_MAKING = _phrases(
    """did, done, do, does, doing, made, makes, make, making, wrote, writes, write, written, created,
    creates, built, handled, recorded, mixed, engineered, designed, performed, supplied, provided,
    delivered, arranged, cooked up, came up with, laid down, put together, held, holds, operated, operates,
    behind, responsible for, took, takes, helped with, helped on, is responsible, in charge of, whose,
    collaborated, collaborate, collaborates, worked with, works with, working with, teamed up, co credited,
    shares, shared, joined forces, partnered,
    invented, worked on, hired for, get for,
    got for, is on the, was on the"""
)
_ASKS = re.compile(
    r"\b(?:who|whom|whose|name|names|called|named)\b|\bby$"
    r"|\b(?:what|which) (?:\d )?(?:people|persons|men|women|guys|ones|writers|\w+ (?=helped|wrote|made"
    r"|composed|shot|directed))"
    r"|\b(?:what|which) (?:director|composer|writer|author|cinematographer|editor|person|guy|man|woman|lady"
    r"|artist|band)\b"
)
_BY = re.compile(r"\bby(?: who(?:m)?)?$|^(?:and )?by who(?:m)?\b")
_OF_REVIEWS = re.compile(
    r"\b(?:reviews?|reviewers?|ratings?|rated?|gave|give|scored it|mentions?|helpful|votes?"
    r"|(?<!i )(?<!would )(?<!did )likes?|liked"
    r"|loves?|loved|hates?"
    r"|hated|(?<!i )thinks?|thought|said|says?|praise[ds]?|enjoy\w*|complain\w*|dislike[ds]?|longest"
    r"|shortest|much"
    r"|little|finds (?:it|the|this)|found (?:it|the|this))\b"
)
_WHOS = re.compile(
    r"\bwho is (?=(?:\w+ )?(?:music|score|soundtrack|tunes?|songs?|synths?|sound|photography|camera work"
    r"|script)\b(?: is| was|$))"
)
_OF_BOOKS = re.compile(r"\b(?:novel|book|poem|play)\b")
_VOICE = re.compile(
    r"\b(?:is |was |does |did |do |has )?(?:the |its |that )?voice(?! of)(?: (?:is|was)(?: it| that)?)?"
    r"(?: on| in| at| over|$)"
    r"|\bs voice\b"
)
_DEDICATED = re.compile(
    r"\bdedicated\b(?!.*\b(?:performance|work)\b)|\bin (?:whose|memory of (?:who|whom))\b|\bdedication\b"
)


def job_asked_for(text: str) -> str | None:
    """The job whose holder the words ask for; None where they ask for none."""
    text = _such_as().sub("", text)
    if _OF_REVIEWS.search(text) or _OF_BOOKS.search(text):
        return None
    text = _WHOS.sub("whose ", text)
    if _DEDICATED.search(text) and re.search(r"\b(?:who|whom|whose|which|what|name)\b", text):
        return "dedication"
    if _VOICE.search(text) and re.search(r"\bwho(?:se)?\b", text):
        return "voice"
    found = list(_jobs(text))
    if "director" in found and re.search(r"\bdirect(?:s|ed)?\b", text):
        return "director"
    return next(iter(found), None)


@cache
def _such_as() -> re.Pattern[str]:
    """`like a cinematographer`: behind what somebody does it only names the job."""
    people = "|".join(sorted(name for job in JOBS.values() for name in job.people))
    return re.compile(rf"\b(?:like|as in|i mean|so) (?=(?:the |a )?(?:{people})\b)")


def job_of_work(text: str) -> str | None:
    """The job that makes what the words name and nothing more: `the music` is the composer's."""
    words = set(text.split()) - _AROUND
    return next((job for job, told in JOBS.items() if words and words <= (told.works | told.people)), None)


def _jobs(text: str) -> Iterator[str]:
    """The jobs whose words stand in the text, surest first."""
    asks = bool(_ASKS.search(text))
    plain = _without_people(text)
    making = asks and (_holds(_MAKING, plain) or bool(_BY.search(plain)))
    for job, words in JOBS.items():
        if (asks and _holds(words.does, plain) and not _is_of_another(job, plain)) or (
            making and job != "director" and _holds(words.works, plain)
        ):
            yield job
    for job, words in JOBS.items():
        if _holds(words.people, text) and (asks or _only(words, text)):
            yield job
    if making and _MADE_IT.search(plain):
        yield "director"


_MADE_IT = re.compile(
    r"\bwho(?: \w+)?(?: is| was)? (?:did|done|made|makes|created|behind|responsible for|in charge of"
    r"|the man behind|the woman behind"
    r"|the brain behind|the mind behind)(?: the| this| that| a)? (?:it|this|that|film|movie|picture|flick"
    r"|thing|one|§film\d|masterpiece)\b"
    r"|\bwhose (?:film|movie|work|picture|flick|debut|baby)\b|\b(?:film|movie|picture|it|this|§film\d)(?: is"
    r"| was)?(?: a film| made)? by(?: who(?:m)?)?$"
)


def _is_of_another(job: str, text: str) -> bool:
    """`who wrote the music`: what is done to another job's work is that job."""
    if job != "writer":
        return False
    return any(_holds(JOBS[other].works, text) for other in ("composer", "sound designer"))


def _without_people(text: str) -> str:
    """The text without names of jobs whose words tell of others: `director of photography`."""
    return _SEVERAL_WORDS.sub(" ", text)


_SEVERAL_WORDS = re.compile(
    r"\b(?:"
    + "|".join(
        sorted((name for job in JOBS.values() for name in job.people if " " in name), key=len, reverse=True)
    )
    + r")\b"
)


@cache
def _any_of(phrases: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(phrases))})\b")


def _holds(phrases: frozenset[str], text: str) -> bool:
    return bool(phrases) and bool(_any_of(phrases).search(text))


_AROUND = frozenset(
    """the a an of for on in it its this that one film movie picture s please pls name named called how is was
    and so again then there here to did they get hire have who""".split()
)


def _only(job: Job, text: str) -> bool:
    """Whether hardly more than the word for who has the job is said: `the score's composer?`."""
    rest = set(re.sub(r"§\w+", " ", text).split()) - _AROUND
    own = {word for phrase in (*job.people, *job.works) for word in phrase.split()}
    return rest <= own
