"""Who did what on a film, as the sentences of its reviews tell it in passing: `directed by X`, `X's score`.

Who plays whom is read in `parts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

NAME_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*[\w]"
_PARTICLE = r"(?:de|van|von|der|den|la|le|da|di|af|el|al|bin)"
NAME = rf"{NAME_WORD}(?: (?:{_PARTICLE} )*{NAME_WORD}){{0,3}}"
FULL_NAME = rf"{NAME_WORD}(?: (?:{_PARTICLE} )*{NAME_WORD}){{1,3}}"
"""One word of a name, a name, and a name of several words, for regular expressions."""
_JOBS = {
    "director": (
        rf"(?i:directed|helmed|made) by (?P<who>{NAME})",
        rf"(?:[Dd]irector|[Ff]ilmmaker|[Ww]riter ?/ ?director|[Ww]riter-director)(?:,)? (?P<who>{NAME})",
        rf"(?P<who>{NAME})(?:['’]s)? (?:directs|directed|has directed|as a director|as director|in the"
        rf" director)",
        rf"(?P<who>{NAME})['’]s? (?:[\w\d-]+ ){{0,2}}(?:direction|directing|film|movie|staging|feature"
        rf" debut|feature|Pusher|debut)\b",
        rf"(?:direction|directing|staging) (?:of|by) (?P<who>{NAME})",
        rf"(?P<who>{NAME}), (?:the|its) director",
    ),
    "composer": (
        rf"(?i:composed|scored) by (?P<who>{NAME})",
        rf"(?:[Mm]usic|[Ss]core|[Ss]oundtrack|[Tt]heme)s? (?:is |was )?(?:composed |written )?(?:by|of"
        rf"|from) (?P<who>{NAME})",
        rf"(?P<who>{NAME})['’]s? (?:[\w/'’\d-]+ ){{0,4}}(?:score|music|soundtrack|theme|accordion"
        rf"|synthesi[sz]ers?|synths|songs?|compositions?)\b",
        rf"(?P<who>{NAME}) (?:wrote|composed|scored) (?:[\w-]+ ){{0,5}}(?:music|score|soundtrack|theme)",
        rf"[Cc]omposer (?P<who>{NAME})",
    ),
    "cinematographer": (
        rf"(?:[Ss]hot|[Ff]ilmed|[Pp]hotographed) by (?P<who>{NAME})",
        rf"(?P<who>{NAME}) (?:shot|filmed|photographed) (?:it|this|the film|the whole)",
        rf"(?P<who>{NAME})['’]s? (?:[\w-]+ ){{0,2}}(?:photography|camera|camerawork|cinematography|images"
        rf"|lens|pictures)\b",
        rf"(?:[Cc]inematographer|[Cc]ameraman|[Pp]hotography (?:of|by)|[Cc]inematography (?:of|by)"
        rf"|[Cc]amera(?:work)? (?:of|by)) (?P<who>{NAME})",
    ),
    "writer": (
        rf"(?i:written|scripted) by (?P<who>{NAME})",
        rf"(?:[Ss]cript|[Ss]creenplay|[Ww]riting) (?:by|of|from) (?P<who>{NAME})",
        rf"(?:[Ww]riter|[Ss]creenwriter)(?: ?/ ?director)? (?P<who>{NAME})",
        rf"(?P<who>{NAME})['’]s? (?:[\w-]+ ){{0,2}}(?:script|screenplay|dialogue|writing)\b",
        rf"(?:which|that) (?:he|she) wrote with (?:the )?(?:[a-z]+ ){{0,3}}(?P<who>{NAME})",
        rf"(?P<who>{NAME})['’]s [^.;]{{0,120}}?\b(?:which|that) (?:he|she) (?:co-?)?wrote with\b",
    ),
    "editor": (
        rf"(?:edited|cut) by (?P<who>{NAME})",
        rf"[Ee]ditor (?P<who>{NAME})",
        rf"(?P<who>{NAME})['’]s editing",
    ),
    "producer": (rf"(?i:produced) by (?P<who>{NAME})", rf"[Pp]roducer (?P<who>{NAME})"),
    "dedication": (rf"[Dd]edicated to (?P<who>{NAME})",),
    "voice": (
        rf"\b[Vv]oice (?:is |was )?(?:of|by) (?P<who>{NAME})",
        rf"(?P<who>{NAME})['’]s voice\b",
        rf"(?P<who>{NAME}),? (?:who )?(?:is|was)(?: \w+){{0,2}} (?:a|the) voice\b",
    ),
    "sound designer": (
        rf"[Ss]ound(?: design)? (?:is |was )?by (?P<who>{NAME})",
        rf"(?P<who>{NAME})['’]s sound\b",
    ),
}
_BY_JOB = {job: tuple(re.compile(pattern) for pattern in patterns) for job, patterns in _JOBS.items()}


class Proof(Enum):
    """What else has to be told before a credit is believed.

    `Refn's Drive` is built like `Mikkelsen's Tonny`: this `PAIR` must surely be told in other words, too.
    `Ostrowick's villain` may be said only of somebody who surely is a `PLAYER` in the film.
    """

    NONE = "none"
    PLAYER = "player"
    PAIR = "pair"


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody `who` plays the `role`, or does the job that `role` names; where in the sentence it stands.

    Of a part, `described` are the words, in lower case, by which it is called beside its role, and `owner` is
    whose it is, in `Dot's daughter`. `placed` is the film that is named right behind it, `wished` whether the
    sentence tells what would have been.
    """

    who: str
    role: str
    start: int
    end: int
    proof: Proof = Proof.NONE
    described: frozenset[str] = frozenset()
    owner: str | None = None
    placed: str | None = None
    wished: bool = False


def crew(sentence: str, job: str) -> Iterator[Credit]:
    """Who did the job on the film, as far as the sentence tells."""
    for pattern in _BY_JOB.get(job, ()):
        for found in pattern.finditer(sentence):
            if (who := bare(found["who"])) and not _REPLACED.match(sentence, found.end()):
                yield Credit(who, job, found.start(), found.end())


_REPLACED = re.compile(
    r" (?:has been |had been |was |is |were |got |being )?(?:replaced|dropped|gone|missed|missing)\b"
)
"""What is replaced was somebody's in another film: `X's accordion has been replaced by Y's synthesizers`."""


_FIRST = re.compile(
    r"^(?:The|A|An|And|But|When|While|As|With|In|On|At|Of|For|From|His|Her|Their|Its|This|That|These|Those"
    r"|After|Before|Then|Finally|Also"
    r"|Watch|Here|There|If|Even|Both|Only|Good|Bad|Whenever|Forget|Imagine|Where|Who|What|Director"
    r"|Inspector|Writer|Actor|Actress|Mr|Mrs|Ms|Dr|Film|Movie|Luckily|Unlike|Like) "
)
_NEVER = frozenset(
    "the a an it he she they i you we this that these those there here but and film movie what who when"
    " while however danish english".split()
)


def bare(name: str) -> str:
    """The name without what stands around it; empty where it is none."""
    name = name.strip(" .,'’\"-")
    name = re.sub(r"['’]s$", "", name)
    while (shorter := _FIRST.sub("", name)) != name:
        name = shorter
    return "" if name.lower() in _NEVER or len(name) < 3 else name
