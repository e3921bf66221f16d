"""Greetings, thanks, praise, insults: what is said to the bot without asking anything."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.questions.kinds import SmallTalk

_LONGEST = 8
_WORD = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class _Talk:
    """A way of talking: `words` alone, one of the `telling`, and one that is `to_bot` where any are."""

    about: str
    words: frozenset[str]
    telling: frozenset[str]
    to_bot: frozenset[str] = frozenset()

    def means(self, said: list[str]) -> bool:
        """Whether what was said is of this kind."""
        return (
            self.words.issuperset(said)
            and not self.telling.isdisjoint(said)
            and (not self.to_bot or not self.to_bot.isdisjoint(said))
        )


def _talk(about: str, telling: str, around: str, to_bot: str = "") -> _Talk:
    tells = frozenset(telling.split())
    return _Talk(about, tells | set(around.split()) | set(to_bot.split()), tells, frozenset(to_bot.split()))


_DEAR = "dear friend my old bot mate buddy bud pal love darling sweetie honey man dude pullquote there you"
_TALKS = (
    _talk(
        "greeting",
        "wassup whatsup waddup oi hi hello hey hiya yo sup greetings howdy hola bonjour hallo salut"
        " namaste morning evening"
        " afternoon how up",
        f"good day all everyone what is are doing today going it {_DEAR}",
    ),
    _talk(
        "thanks",
        "gg thanks thank thx cheers ta appreciated appreciate merci gracias danke grazie obrigado arigato",
        "very much so a lot that is was great nice one perfect cool awesome for the help all thats i"
        " needed what"
        f" wanted now are kind lovely helpful helped again it {_DEAR}",
    ),
    _talk(
        "farewell",
        "bye goodbye night later cya ciao farewell",
        f"good see take care now for tomorrow soon {_DEAR}",
    ),
    _talk(
        "praise",
        "good nice great well clever smart best love awesome amazing brilliant",
        "are the so i very this done are a",
        "bot you pullquote done",
    ),
    _talk(
        "insult",
        "stupid dumb idiot useless suck shut fuck hate trash garbage worst bad shit moron crap lame damn"
        " wtf terrible"
        " away rubbish pathetic nothing",
        "ever lol omg up off i is the this piece of go so mate dude man really no help at all completely"
        " totally a"
        " waste time"
        " know learn do not anything can did are",
        "robot machine bot your ur you fuck shut suck idiot moron wtf dumb stupid lame useless away"
        " program thing"
        " pullquote",
    ),
    _talk("laugh", "lol haha hahaha lmao rofl hehe ha xd", "funny"),
    _talk(
        "agreement",
        "ok okay yes no yeah yep nope sure fine right alright good cool nice great hm hmm interesting wow k",
        "i see got it then so",
    ),
    _talk(
        "self",
        "who what bot human robot real name ai chatgpt gpt made built live old",
        "are is this an a the do where how by your you bot",
        "you your bot ai chatgpt gpt",
    ),
)


def read_small_talk(text: str) -> SmallTalk | None:
    """What the words say to the bot; None where they may ask something. `text` is in plain small letters."""
    words = _WORD.findall(text)
    if not 0 < len(words) <= _LONGEST or "§" in text:
        return None
    return next((SmallTalk(talk.about) for talk in _TALKS if talk.means(words)), None)
