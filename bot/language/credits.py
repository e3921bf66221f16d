"""Who plays whom and who did what on a film, as the sentences of its reviews tell it in passing.

`Tonny (Mads Mikkelsen)`, `Zlatko Buric as Milo`, `X plays Y`, `Káldossy's Tarrant`, `directed by X`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’.-]*[\w]"
_PARTICLE = r"(?:de|van|von|der|den|la|le|da|di|af|el|al|bin)"
_NAME = rf"{_WORD}(?: (?:{_PARTICLE} )*{_WORD}){{0,3}}"
_FULL = rf"{_WORD}(?: (?:{_PARTICLE} )*{_WORD}){{1,3}}"
_ROLE = rf"(?:(?:the |a |an |his |her |their |Inspector |Detective |Captain )*(?P<role>{_NAME}))"
_NO_ROLE = (
    r"(?!(?:is|was|are|were|has|had|who|that|which|and|but|in|with|of|for|to|from|steals?|makes?|gives?)\b)"
)
_DESCRIBED = rf"(?:the |a |an )(?P<role>(?:{_NO_ROLE}[a-z]+[ -]){{0,3}}{_NO_ROLE}[a-z]+)"
_PLAY = r"(?:plays|played|playing|portrays|portrayed|portraying|embodies|stars as|acts as|voices)"
_LINK = (
    r"(?:,? (?:an? )?[a-z ]{0,24}?(?:wonderfully |again |superbly |brilliantly |well |perfectly"
    r" )?(?:played|portrayed|acted|performed|embodied|voiced)(?: \w+ly)? by|,? played by)"
)

_OWNED = re.compile(rf"(?P<who>{_NAME})['’]s (?P<role>{_NAME})")
_PLAYS = (
    re.compile(
        rf"(?<![\w])(?P<role>{_NAME}|{_WORD})[\"'”’]* ?\((?:again )?(?:played by )?(?P<who>{_FULL})\)"
    ),
    re.compile(
        rf"(?P<who>{_NAME}),? (?:who )?(?:{_PLAY}|as|in the role of|in the part of)(?: \w+ly)? {_ROLE}"
    ),
    re.compile(rf"(?P<role>{_NAME}){_LINK} (?P<who>{_NAME})"),
    _OWNED,
    re.compile(rf"(?P<role>{_NAME}), (?:whom|who) (?P<who>{_NAME}) (?:plays|played|portrays)"),
    re.compile(
        rf"(?P<who>{_NAME}) (?:comes back|returns|is back|appears|turns up|shines|excels)(?: again)? as"
        rf" {_ROLE}"
    ),
    re.compile(rf"\b(?P<role>[a-z]+) \((?:played by )?(?P<who>{_FULL})\)"),
    re.compile(rf"(?P<who>{_NAME}),? (?:plays|played|playing|portrays|as) {_DESCRIBED}\b"),
)
_JOBS = {
    "director": (
        rf"(?i:directed|helmed|made) by (?P<who>{_NAME})",
        rf"(?:[Dd]irector|[Ff]ilmmaker|[Ww]riter ?/ ?director|[Ww]riter-director)(?:,)? (?P<who>{_NAME})",
        rf"(?P<who>{_NAME})(?:['’]s)? (?:directs|directed|has directed|as a director|as director|in the"
        rf" director)",
        rf"(?P<who>{_NAME})['’]s? (?:[\w\d-]+ ){{0,2}}(?:direction|directing|film|movie|staging|feature"
        rf" debut|feature|Pusher|debut)\b",
        rf"(?:direction|directing|staging) (?:of|by) (?P<who>{_NAME})",
        rf"(?P<who>{_NAME}), (?:the|its) director",
    ),
    "composer": (
        rf"(?i:composed|scored) by (?P<who>{_NAME})",
        rf"(?:[Mm]usic|[Ss]core|[Ss]oundtrack|[Tt]heme)s? (?:is |was )?(?:composed |written )?(?:by|of"
        rf"|from) (?P<who>{_NAME})",
        rf"(?P<who>{_NAME})['’]s? (?:[\w/'’\d-]+ ){{0,4}}(?:score|music|soundtrack|theme|accordion"
        rf"|synthesi[sz]ers?|synths|songs?|compositions?)\b",
        rf"(?P<who>{_NAME}) (?:wrote|composed|scored) (?:[\w-]+ ){{0,5}}(?:music|score|soundtrack|theme)",
        rf"[Cc]omposer (?P<who>{_NAME})",
    ),
    "cinematographer": (
        rf"(?:[Ss]hot|[Ff]ilmed|[Pp]hotographed) by (?P<who>{_NAME})",
        rf"(?P<who>{_NAME}) (?:shot|filmed|photographed) (?:it|this|the film|the whole)",
        rf"(?P<who>{_NAME})['’]s? (?:[\w-]+ ){{0,2}}(?:photography|camera|camerawork|cinematography|images"
        rf"|lens|pictures)\b",
        rf"(?:[Cc]inematographer|[Cc]ameraman|[Pp]hotography (?:of|by)|[Cc]inematography (?:of|by)"
        rf"|[Cc]amera(?:work)? (?:of|by)) (?P<who>{_NAME})",
    ),
    "writer": (
        rf"(?i:written|scripted) by (?P<who>{_NAME})",
        rf"(?:[Ss]cript|[Ss]creenplay|[Ww]riting) (?:by|of|from) (?P<who>{_NAME})",
        rf"(?:[Ww]riter|[Ss]creenwriter)(?: ?/ ?director)? (?P<who>{_NAME})",
        rf"(?P<who>{_NAME})['’]s? (?:[\w-]+ ){{0,2}}(?:script|screenplay|dialogue|writing)\b",
        rf"(?:which|that) (?:he|she) wrote with (?:the )?(?:[a-z]+ ){{0,3}}(?P<who>{_NAME})",
        rf"(?P<who>{_NAME})['’]s [^.;]{{0,120}}?\b(?:which|that) (?:he|she) (?:co-?)?wrote with\b",
    ),
    "editor": (
        rf"(?:edited|cut) by (?P<who>{_NAME})",
        rf"[Ee]ditor (?P<who>{_NAME})",
        rf"(?P<who>{_NAME})['’]s editing",
    ),
    "producer": (rf"(?i:produced) by (?P<who>{_NAME})", rf"[Pp]roducer (?P<who>{_NAME})"),
    "dedication": (rf"[Dd]edicated to (?P<who>{_NAME})",),
    "voice": (
        rf"\b[Vv]oice (?:is |was )?(?:of|by) (?P<who>{_NAME})",
        rf"(?P<who>{_NAME})['’]s voice\b",
        rf"(?P<who>{_NAME}),? (?:who )?(?:is|was)(?: \w+){{0,2}} (?:a|the) voice\b",
    ),
    "sound designer": (
        rf"[Ss]ound(?: design)? (?:is |was )?by (?P<who>{_NAME})",
        rf"(?P<who>{_NAME})['’]s sound\b",
    ),
}
_BY_JOB = {job: tuple(re.compile(pattern) for pattern in patterns) for job, patterns in _JOBS.items()}


@dataclass(frozen=True, slots=True)
class Credit:
    """Somebody `who` plays the `role`, or does the job that `role` names; where in the sentence it stands.

    `sure` is False where it may mean something else: `Mikkelsen's Tonny` as against `Refn's Drive`.
    """

    who: str
    role: str
    start: int
    end: int
    sure: bool = True


def casting(sentence: str) -> Iterator[Credit]:
    """Who plays whom, as far as the sentence tells."""
    for pattern in _PLAYS:
        for found in pattern.finditer(sentence):
            who, role = _bare(found["who"]), _bare(found["role"])
            if who and role and who != role:
                yield Credit(who, role, found.start(), found.end(), sure=pattern is not _OWNED)


def crew(sentence: str, job: str) -> Iterator[Credit]:
    """Who did the job on the film, as far as the sentence tells."""
    for pattern in _BY_JOB.get(job, ()):
        for found in pattern.finditer(sentence):
            if (who := _bare(found["who"])) and not _REPLACED.match(sentence, found.end()):
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


def _bare(name: str) -> str:
    name = name.strip(" .,'’\"-")
    name = re.sub(r"['’]s$", "", name)
    while (shorter := _FIRST.sub("", name)) != name:
        name = shorter
    return "" if name.lower() in _NEVER or len(name) < 3 else name
