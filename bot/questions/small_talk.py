"""Greetings, thanks, praise, insults: what is said to the bot without asking anything."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language.folding import folded
from bot.questions.kinds import Help, SmallTalk
from bot.questions.plain_words import FILM_TALK

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
        "bye goodbye night later cya ciao farewell tomorrow soon",
        "lol haha well right "
        f"good see take care now for tomorrow soon then ok okay so have a nice day one all {_DEAR}",
    ),
    _talk(
        "praise",
        "good nice great well clever smart best love awesome amazing brilliant",
        "are the so i very this done are a mate pal buddy man one",
        "bot you pullquote done job work",
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
    _talk(
        "never_mind",
        "nevermind nvm forget mind cancel scratch drop leave skip whatever",
        "it that this never about ok okay oh no nah well actually then just please all i said lets do"
        " not worry"
        " bother of course sorry thanks now",
    ),
    _talk("laugh", "lol haha hahaha lmao rofl hehe ha xd lmfao", "funny nice one good so that is was thats"),
    _talk(
        "agreement",
        "ok okay yes no yeah yep nope sure fine right alright good cool nice great hm hmm interesting"
        " wow k sorry oops",
        "i see got it then so my bad thats that is fair enough",
    ),
    _talk(
        "self",
        "who what bot human robot person machine alive real name ai chatgpt gpt made built live old",
        "are is this an a the do where how by your you bot",
        "you your bot ai chatgpt gpt",
    ),
)


_HELP_AROUND = frozenset(
    """
    what how which whats hows kind kinds sort sorts of things thing stuff question questions can could do
    does should may might you u i we one it this that bot robot here even actually really all else
    exactly then like possibly explain show tell me us the im am is are a an to for with at on in new
    first time hi hey hello yo so and ok okay please pls sorry there anything something your say mean
    about allowed put topics subjects sorts
    again today now anyway app tool machine pullquote good someone mate friend help just
    joined came got wondering no idea any try wait bro dude man never used before have has tried not sure
    lol
    """.split()
)
_HELP_TELLING = frozenset(
    """
    ask asked asking answer answers do use used using work works know able help features commands command
    functions capable start begin good tell take handle cover understand accept
    """.split()
)
_HELP_ASKS = frozenset("what how which whats hows explain show tell".split())
_HELP_WHOM = frozenset("you u i we one it this that bot robot pullquote your commands features ".split())
_ABOUT_A_FILM = re.compile(
    r"\b(?:about|know|tell) (?:it|this|that|them|the)\b|\bhow good\b|\bwhat (?:is"
    r"|are) good\b|\bgood is\b"
)


def _asks_for_help(text: str) -> bool:
    """`what can you do`, `how does this work`, `im new here, what do i ask`: in nothing but such words."""
    words = set(_WORD.findall(text))
    return (
        words <= _HELP_AROUND | _HELP_TELLING
        and not words.isdisjoint(_HELP_TELLING)
        and not words.isdisjoint(_HELP_ASKS)
        and not words.isdisjoint(_HELP_WHOM)
        and not _ABOUT_A_FILM.search(text)
    )


_THANKS = re.compile(
    r"^(?:(?:aw+|ha+|haha|lol|yay|brilliant|lovely|sweet|ok|okay|great|nice|cool|perfect|awesome|alright"
    r"|right|many|oh|ah|wow|well|and|good) )*"
    r"(?:thanks|thank you|thank u|thank ye|thankee|thanx|thnx|tanks|tysm|tyvm|thx|ty|cheers|ta|merci|gracias"
    r"|danke|grazie|obrigad[oa]|takk?|tack)\b"
)
_GREETING = re.compile(
    r"^(?:(?:oh|well|ok|okay|and|so|a|very) )*(?:(?:hey+a?|hi+|hiya+|hello+|hullo|ello|hallo|hej|hejsa|hei"
    r"|hola|oi|yo+|sup|salut|ciao|moin|servus|aloha|ahoy|salaam|shalom|konnichiwa|bonsoir|buenas|buongiorno"
    r"|privet"
    r"|ahoj|czesc|bore da|gday|g day|wagwan|wass?up|alright(?= (?:mate|pal|lads?|bot|there|all|folks|you"
    r"|ya|buddy)"
    r"\b|$)|awright|[ae]y up|greetings|salutations|howdy|namaste|top of the morning|(?:good |guid"
    r" )?(?:morn(?:in|ing)?"
    r"|even(?:in|ing)|afternoon)|good (?:day|night|eve)|long time no see|(?:what|whit|wat)(?:s| is)?"
    r" (?:the craic|new with"
    r" you|happening|cooking)|wh[ai]ts the craic|hows (?:it going|things|tricks|life)|how is (?:life|tricks)"
    r"|is any(?:one|body) (?:here|home|there)|any(?:one|body) (?:home|there)|knock knock)\b ?)+"
)
_HOW_ARE_YOU = re.compile(
    r"\b(?:(?:what|whit)s? (?:is )?the craic|what is up|whats up|how are (?:you|things)|how is it going"
    r"|how do you do|are you (?:there"
    r"|awake|up)"
    r"|you (?:there|up|awake)|how have you been|nice to meet you"
    r"|(?:i am |im )?(?:new|first time) (?:here|in here|to this|on here))\b"
)
_ASKS = re.compile(
    r"\b(?:what|how|who|whose|which|why|when|where|is|are|was|does|do|did|should|can|could|any|tell|show"
    r"|give|many|much"
    r"|average|rating|score|music|film|movie|review|reviews|plot|story|acting|think|say)\b"
)
_TO_BOT = re.compile(
    r"\b(?:you(?: are|r|re)?|ur|(?:this|the|that|dumb|stupid|worst|best|useless|good|bad|great|smart"
    r"|clever) bot|bot"
    r"|robot|pullquote|ya|ye|youse)\b"
)
_RUDE = re.compile(
    r"\b(?:dumb(?:est|er|o)?|stupid(?:est)?|idiot(?:ic)?|useless|trash|garbage|suck(?:s|ed)?|worst|moron"
    r"|lame(?:st)?"
    r"|pathetic|rubbish|crap|terrible|awful|braindead|brainless|clown|fool|broken|hopeless|shit(?:ty)?"
    r"|annoying"
    r"|shut up|hate|not (?:very|that|too|so|exactly) (?:smart|clever|bright|good|useful|helpful)"
    r"|(?:more brains|smarter|more use|cleverer|better) than you)\b"
)
_NAMED = re.compile(
    r"\b(?:muppet|numpty|pillock|plonker|wally|twit|twat|git|prat|eejit|donkey|dunce|dimwit|halfwit|nitwit"
    r"|bozo|dolt"
    r"|plank|wanker|arse\w*|tosser|bampot|toaster|kettle|fridge|microwave|calculator|satnav|tin can"
    r"|tincan|rust ?bucket"
    r"|bucket of bolts|scrap(?: metal| heap)?|heap of (?:junk|scrap)|junk|daft|thick|dense|clueless"
    r"|gormless|glaikit"
    r"|waste of|no use|not much use|a joke|a disgrace|half asleep|a bit slow today)\b"
)
_LIKENED = re.compile(
    r"\b(?:more|better|smarter|cleverer|brighter|sharper|funnier|quicker)\b.*\bthan (?:you|u|ya|ye|this"
    r" (?:bot|thing))\b"
)
_OFF = re.compile(
    r"^(?:(?:oh|just|well|now|och|ach|why do not you|please) )*(?:away (?:ye|you|and|with)|get (?:lost|in the"
    r" (?:bin|sea)|stuffed)|go (?:away|to hell|boil your head|jump in)|shut (?:up|it|your)|bugger off"
    r"|piss off"
    r"|sod off|naff off|do one|jog on|on your bike|you (?:absolute|utter|total|complete|daft|stupid)"
    r" \w+$|what a (?:useless|stupid|dumb|rubbish) (?:bot|thing|machine))\b"
)
_GRATEFUL = re.compile(
    r"\b(?:arigatou?|domo|tusind tak|tak|tack|kiitos|spasibo|dziekuje|asante|shukran|xie xie|toda|mahalo"
    r"|efharisto|much obliged|obliged|grateful|lifesaver|you (?:have |really )?(?:helped|saved|made my|are a"
    r" (?:star|gem|legend|treasure|saint|diamond))|been (?:a |so |very |really )*(?:great |big |huge |real"
    r" )*(?:help|helpful|useful|kind)|that (?:helps|helped|settles|settled|sorted|sorts|saved)|bless you|god"
    r" bless|(?:so |very )kind of you|appreciate\w*|nice one|good man|good lad|good lass|good girl|good"
    r" boy|(?:ya|you"
    r"|what a|absolute) (?:star|gem|legend|beauty|dancer))\b"
)
_APOSTROPHE = re.compile(r"['’‘`´]")
_KIND_WORDS = (
    "good|great|best|smart(?:est)?|clever|awesome|amazing|brilliant|nice|cool|helpful|useful|lovely|genius"
    "|wonderful|love"
)
_PRAISED = re.compile(
    rf"\b(?:you|ya|ye|u|ur|this|that|pullquote|bot|robot)(?: (?:are|re|r|is|were"
    rf"|was))?(?: (?!any\b)\w+){{0,3}}? (?:{_KIND_WORDS})\b"
    rf"|\b(?:{_KIND_WORDS}) (?:\w+ )?(?:bot|robot|pullquote|job|work)\b|\b(?:love|like) (?:you|u|ya|this bot"
    rf"|pullquote)\b"
    rf"|^(?:{_KIND_WORDS})$"
)
_ASKS_SOMETHING = re.compile(
    r"\b(?:which|whose|do you notice|have you got|how many|average|rating|reviews?|actors?|films? you"
    r"|films you have)\b"
)
_QUESTION = re.compile(
    r"^(?:(?:wait|ok|okay|so|and|but|hey|bro|lol|well|hmm?|yo|bot|pls|please|dude|man) )*"
    r"(?:what|how|who|whose|which|why|when|where|is|was|does|do|did|should|can|could|any)\b"
)
_THANKED_ASKS = re.compile(
    r"\b(?:what|how|who|whose|which|why|when|where|does|did|should|can|could|any|tell|show|many|average"
    r"|rating|score"
    r"|music|plot|story|acting|about|and (?:the|is|how|what))\b"
)
_ASKS_FIRST = re.compile(
    r" ?(?:is|are|was|were|does|do|did|should|can|could|any|what|how|who|which|why|when|where|the|tell"
    r"|show|give|music|plot"
    r"|story|acting|average|rating|score)\b"
)
_LONGEST_SAID = 16


_ASKS_OF_IT = re.compile(r"(?:and |so |but |well )?(?:is|was) (?:it|this)\b")
"""`is it good` asks about the film, though it has only words of which agreement is made."""


def read_small_talk(text: str, typed: str = "") -> SmallTalk | Help | None:
    """What the words say to the bot; None where they may ask something.

    `text` is in plain small letters, typos put right; `typed` is as it came, for dialect and other tongues.
    """
    words = _WORD.findall(text)
    if not words or "§" in text or any(letter.isdigit() for letter in text):
        return None
    if len(words) <= _LONGEST and not _ASKS_OF_IT.match(text):
        talk = next((SmallTalk(talk.about) for talk in _TALKS if talk.means(words)), None)
        if talk is not None:
            return talk
    if len(words) > _LONGEST_SAID:
        return None
    as_typed = " ".join(_WORD.findall(_APOSTROPHE.sub("", folded(typed))))
    talk_as_read = _said_to_bot(text)
    return talk_as_read or (_said_to_bot(as_typed) if as_typed and _is_chatter(as_typed) else None)


def _said_to_bot(text: str) -> SmallTalk | Help | None:
    if _asks_for_help(text):
        return Help()
    for pattern, about in ((_THANKS, "thanks"), (_GREETING, "greeting")):
        if (found := pattern.match(text)) is not None:
            rest = _HOW_ARE_YOU.sub(" ", text[found.end() :])
            asks = _THANKED_ASKS if about == "thanks" or not _ASKS_FIRST.match(rest) else _ASKS
            if not asks.search(rest) and _is_chatter(rest):
                return SmallTalk(about)
    if (_QUESTION.match(text) and not text.startswith("what a ")) or _OF_FILMS.search(
        text.removeprefix("get in the bin")
    ):
        return None
    if _GRATEFUL.search(text) and _is_chatter(text):
        return SmallTalk("thanks")
    if _TO_BOT.search(text):
        if _is_rude(text):
            return SmallTalk("insult")
        return SmallTalk("praise") if _PRAISED.search(text) and not _ASKS_SOMETHING.search(text) else None
    return SmallTalk("insult") if _OFF.match(text) and _is_chatter(text) else None


def _is_rude(text: str) -> bool:
    return bool(_RUDE.search(text) or _NAMED.search(text) or _LIKENED.search(text) or _OFF.match(text))


_OF_FILMS = re.compile(
    r"\b(?:film|movie|it|reviews?|reviewers?|people|scenes?|acting|music|plot|story|ending|ratings?|marks|median"
    r"|scores|votes|average)\b"
)


def _is_chatter(rest: str) -> bool:
    """Whether what follows a greeting speaks of no film: a name, a place, a kindness."""
    return not any(word in FILM_TALK and word not in _CHATTER for word in rest.split())


_CHATTER = frozenset(
    "everyone people time good best great like love most help helped helpful liked gave".split()
)
