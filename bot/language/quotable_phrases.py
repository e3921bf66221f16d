"""Turns of phrase that tell whether a sentence is worth quoting: images, retelling, talk about the review.

Looking for a pattern costs more than looking for a word, hence each phrase names words of which it holds one.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Phrase:
    """A pattern for small letters with a space before them, and words of which one stands in each match.

    A match begins with a space, for a pattern that begins so is looked for in a sixth of the time.
    """

    words: frozenset[str]
    pattern: re.Pattern[str]

    def stands_in(self, text: str, words: AbstractSet[str]) -> bool:
        """Whether the text, whose words are given, holds the phrase."""
        return not self.words.isdisjoint(words) and self.pattern.search(text) is not None


def _phrase(words: str, *patterns: str) -> Phrase:
    return Phrase(frozenset(words.split()), re.compile(f" (?:{'|'.join(patterns)})"))


NEGATIONS = """
    not never no longer isn't wasn't doesn't don't didn't aren't weren't can't couldn't won't wouldn't hasn't
    haven't hadn't shouldn't ain't"""

IMAGE = _phrase(
    """
    resembles resembled resembling seem seems like than if though way as can could equivalent kind sort
    feel feels felt look looks sound sounds play plays has have had move moves unfold unfolds read reads
    smell smells taste tastes
    """,
    r"(?<!looking )(?<!something )(?<!would )(?<!'d )(?:like|than) (?:an?|one|two|being|watching|someone"
    r"|somebody"
    r"|nothing|having|listening|reading|eating|walking|waiting|sitting|getting|trying|your|my)\b",
    r"as (?:if|though)\b",
    r"the way (?:you|an?|one|some|most|other)\b",
    r"(?!well|far|soon|long|much|good|many|bad)as \w+ as (?:an?|the|my|your)\b",
    r"(?:feels?|felt|looks?|sounds?|plays?|moves?|unfolds?|reads?|smells?|tastes?) like\b"
    r"(?! (?:it|they|he|she|i|you|we)\b)",
    r"(?:you can|you could|i could) (?:almost |practically |nearly |really )?"
    r"(?:smell|taste|feel|hear|touch|read|fry|see)\b",
    r"(?:resembl(?:es|ed|ing) an?|seems? to have (?:been|\w+ed))\b",
    r"ha(?:s|ve|d) (?:all )?the (?:\w+ ){1,2}of (?:an?|the|two|wet)\b",
    r"the (?:(?:kind|sort) (?:of \w+ )?(?:you|that|where)|(?:cinematic|film|movie) equivalent)\b",
    r"(?:kind|sort) of \w+ (?:that|you|with)\b",
)
"""Something is likened to something else, or can be smelt."""

THAN = _phrase("than", r"(?:more|less|better|worse|rather|\w{3,}er) (?:\w+ ){0,5}than\b")
COMPARES = _phrase(
    "so ever i've i never second of beside any the",
    r"so \w+ (?:\w+ )?(?:that|as to|you|i)\b",
    r"ever (?:seen|made|sat|watched|heard|filmed|had|put|written|recorded)\b",
    r"i(?:'ve| have) (?:ever|never|seldom|rarely)\b",
    r"never (?:\w+ )?(?:seen|been|heard|felt)\b",
    r"(?:second to none|of all time|of (?:the|its|his|her|this) (?:year|decade|generation|career|kind"
    r"|century)"
    r"|beside any|any other|the (?:most|least|best|worst|\w{3,}est))\b",
)
"""The film, or something in it, is measured by others."""

CONTRASTS = _phrase(
    NEGATIONS + " without only all more what if has have had nobody but",
    r"(?:\w+n't|not|never|no longer)\b[^.;:!?]{2,70}[;,:.—–-] ?(?:but |just |only |merely |rather )?"
    r"(?:it|he|she|they|this|you|we)(?:'s)?\b",
    r"not (?:because|despite|in spite|so much|for)\b",
    r"not (?:\w+ ){1,6}but\b",
    r"but (?:\w+ ){1,4}(?:is|was|does|did|has)(?: not|n't)[.!]",
    r"without (?:\w+ ){1,2}\w+(?:,| or| and|\.|$)",
    r"(?:only to|all \w+,? (?:and )?no \w+|no \w+, no \w+|more \w+ than \w+|what (?:\w+ ){1,6}is|if you)\b",
    r"ha(?:s|ve|d) (?:only |just )?(?:one|two|three) \w+(?:,| and|:|;) ",
    r"nobody (?:has |had |ever )*(?:told|asked|noticed|bothered|thought|laughed)\b",
)
"""One thing is set against another."""

REACTS = _phrase(
    """
    made makes make let lets left leaves leave had has keeps kept back life asleep paid walked started
    began stopped ran edge holding afraid haven't can't cannot stay stays stayed
    """,
    r"(?:made|makes?|lets?|left|leaves?|had|has|keeps|kept) (?:me|you|us) (?!to\b)",
    r"(?:my|your|want (?:\w+ ){1,2}) ?(?:money|pounds|dollars|euros) back",
    r"(?:minutes|hours?|evening|afternoon) (?:of my life|back)\b",
    r"(?:fell|fallen|fall) asleep\b",
    r"i (?:paid|walked (?:out|home)|ran|left)\b",
    r"i (?:kept|started|began|stopped) \w+ing\b",
    r"on the edge of (?:my|your)\b",
    r"(?:holding (?:my|on)|afraid of|haven't (?:slept|stopped)|can(?:'t|not) (?:stop|get|forget)"
    r"|stay(?:s|ed)? with (?:me|you))\b",
)
"""What the film did to somebody who saw it."""

RETELLS = (
    _phrase(
        "is",
        r"is (?:about|set|based|centered|centred|released|sent|forced|hired|tasked|caught|approached)\b",
    ),
    _phrase(
        """
    story tale revolve revolves around centers centres focus focuses focused focusing concentrates
    follows following
    """,
        r"(?:tells|told) (?:the|a) (?:story|tale)\b|the (?:story|tale) (?:of|follows|begins|centers"
        r"|centres"
        r"|concerns|takes)\b|revolves? around\b|(?:centers|centres|focus(?:es|ing|ed)?"
        r"|concentrates) (?:now )?on\b"
        r"|follow(?:s|ing) ",
    ),
    _phrase(
        "time finds find sets set picks pick turns turned turn begins begin opens comes come gets get",
        r"(?:this|the) time (?:the|it|around)\b|finds? (?:himself|herself|themselves|out)\b|sets? out\b"
        r"|picks? up (?:where|after)\b|turn(?:s|ed)? (?:to|out)\b|begins? (?:to|with)\b|opens with\b"
        r"|comes? (?:back|home)\b|gets? (?:hired|caught|involved)\b",
    ),
    _phrase("who", r"(?<!like )an? (?:\w+ )?(?:man|woman|boy|girl|cop|guy|couple) who\b|who has\b"),
    _phrase("has", r"has (?:to|just)\b"),
    _phrase("main our lead", r"(?:main|our|lead) (?:character|protagonist|hero|heroine)\b"),
    _phrase(
        "year years months day shot made released filmed written produced",
        r"years? (?:later|ago|have)\b|months later\b|one day\b"
        r"|(?:was|were) (?:shot|made|released|filmed|written|produced)\b",
    ),
)
"""What happens in the film, or how it came to be made."""

LEANS_WITHIN = _phrase(
    """
    instead otherwise therefore however thus hence former latter other others these those that this in
    the such so do nr too well either though again anyway it
    """,
    r"(?:part|half|most|thing) (?:of|about|in) it\b",
    r"(?:instead(?! of)|otherwise|therefore|however|thus|hence)\b",
    r"the (?:former|latter|others?)(?=[.,;!?]| \w+s\b)",
    r"(?:these|those) (?:two|three|four|scenes?|moments?|parts?|people|guys|things|facts|characters"
    r"|feelings)\b",
    r"(?:that|this) (?:scene|moment|point|time|line|guy|man|woman|person|character|part|reason|way)\b",
    r"(?:that|those|these) \w+(?:[.!]$|[,;])",
    r"(?:in this one|in that (?:one|respect)|the same|such an?|does so|do so"
    r"|so (?:does|is|did|was) (?:he|she|it|they)|nr \d)\b",
    r"(?:too|as well|either|though|again|anyway)[.!]+$",
)
"""Something in the sentence goes back to one before."""

HEDGES = _phrase(
    """
    opinion imo imho me guess honest tbh suppose something whatever thing speak etc mention credit
    shout-out shoutout off kudos recommend
    """,
    r"(?:in my (?:humble )?opinion|imo|imho|just me|i guess|to be honest|tbh|i suppose|or something"
    r"|or whatever"
    r"|sort of thing|so to speak|etc|(?:special )?mention (?:must|should|has to|goes)"
    r"|(?:give|gives|deserves?) (?:\w+ )?credit|shout-?out|hats off|kudos|highly recommend)\b",
)
"""Filling, and thanks to all involved."""

OF_THE_REVIEW = _phrase(
    """
    out star stars point points review reviews reviewer reviewers imdb letterboxd comment comments
    subject thread my i i'll i'd minus sorry as mentioned mention wrote see said plot synopsis score
    upvote upvotes spoil spoils spoiled spoiler spoilers spoiling spoiler-free
    """,
    r"out of (?:10|5|100|ten|five)\b|[(]?\d\s*(?:stars?|points?)\b",
    r"(?:reviews?|reviewers?|imdb|letterboxd|spoil(?:s|ed|ing|er|ers)?|comments?|subject line|thread"
    r"|upvotes?"
    r"|my (?:vote|rating|mark|score)|i (?:give|gave|rate|rated|score|scored) (?:it|this|the (?:film|movie))"
    r"|i(?:'ll| will|'d) (?:give|rate)|minus points|sorry for my|as (?:i )?(?:said|mentioned|stated|noted"
    r"|written)"
    r"|i (?:already )?mentioned|i wrote|mention(?:ed)? (?:this|that|it|above|before|earlier)|aforementioned"
    r"|(?:see|said) (?:above|below|before)|plot summary|synopsis)\b",
)
"""The sentence speaks of the review, or of another one."""

OF_THE_DISC = _phrase(
    "dvd blu-ray bluray vhs extras bonus deleted anamorphic dolby aspect picture region transfer",
    r"(?:dvd|blu-?ray|vhs|extras|bonus features|deleted scenes|anamorphic|dolby|aspect ratio"
    r"|picture quality"
    r"|region [12]|transfer)\b",
)
"""It speaks of what the film was sold on."""

TELLS_WHO_DIES = _phrase(
    """
    dies died death kills killed murders murder suicide shot drowns revealed reveals murderer killer
    """,
    r"(?<!bored )(?<!to )(?:dies|died|death of|kills|killed|murders?|suicide|shot dead|drowns|is revealed"
    r"|reveals? that|the (?:murder|kill)er is)\b",
)
"""Somebody who hasn't seen the film had better not read it."""

VAGUE = _phrase("it", r"(?:to|of|from|with|about|for|by) it\b")
"""`it`, which was named before."""

NEVER = re.compile(r"https?:|www\.|\d\s*/\s*\d|[@#]\w|[*_]{2}")
"""Addresses, ratings and marks."""

# What follows is looked for at the beginning.

GOES_ON = re.compile(
    r"(?:as (?:a result|a consequence|such|for|to|it (?:turns|happens))|in (?:order|addition|short|fact"
    r"|other words"
    r"|(?:this|that|the (?:second|third|next|same)) \w+)|for (?:starters|example|instance|one thing|that"
    r"|this|them|him"
    r"|her|the (?:second|third))|on (?:top|the (?:other|first|second|third)|this|that)|at (?:least|first"
    r"|(?:this|that) point|the same)|be that|of (?:course|them|these|those)|from (?:there|then|this|that)"
    r"|having said"
    r"|other than|despite (?:this|that|these|it|all)|un(?:til|der) (?:then|that|this)"
    r"|(?:part|some|most|none|all|each|one|many|both|two|half) of (?:it|this|that|these|those|them)"
    r"|the (?:same|latter|former|only other|reason|answer|problem)"
    r"|the (?:rest|others?|second|third)(?= (?:is|was|are|were|has|had|does|did|one|two|film|movie)\b|[,;])"
    r"|what's (?:more|left)|what (?:is more|remains|happens|follows)"
    r"|(?:with|by|after|before|since|without) (?:this|that|these|those|it|him|her|them)|(?:one|an)other"
    r"|all (?:this|that|in|things)|to (?:this|that|do so)|up to (?:this|that)|everyone else|only (?:then"
    r"|this)"
    r"|(?:my|the) (?:only )?(?:reservation|complaint|gripe|quibble)s?)\b"
)
"""It goes on from the sentence before."""

THIS_FILM = re.compile(
    r"this (?:film|movie|picture|flick|one|sequel|prequel|thriller|comedy|drama|horror|western|documentary"
    r"|remake"
    r"|masterpiece|(?:is|was|isn't|wasn't|has to be|must be|might be|may be) (?:\w+ ){0,2}?"
    r"(?:an?|the|one of|my|cinema|film-?making)\b)"
)
THERE_IS = re.compile(r"there(?:'s| is| are| was| were| isn't| aren't)\b(?! \w+ of\b)")
IT = re.compile(r"it(?:'s)?\b")

GENERALLY = re.compile(
    r"every \w+ \w|(?:cinema|comedy|horror|romance|satire|suspense|tragedy|animation) (?:needs?|is|has"
    r"|should|demands|requires)\b|(?:nobody|no one|nothing|everybody|everyone|everything) (?:in"
    r"|about) (?:this|the|it)\b"
    r"|(?:an?|most|some|every|few|no|any) (?:\w+[ -]){0,2}(?:films?|movies?|sequels?|thrillers?|comed(?:y"
    r"|ies)"
    r"|masterpieces?|directors?|actors?|scripts?|remakes?)\b"
)
"""It speaks of films, or of everybody in this one."""

OF_THE_CRAFT = re.compile(
    r"(?:the|this|that|his|her|its|(?:[\w.-]+ )?[\w.-]+'s?) (?:\w+ )?(?:face|voice|performance|hands|eyes"
    r"|smile|accent|costumes?|budget|film|movie|picture|sequel|script|screenplay"
    r"|director"
    r"|camera|dialogue|music|score|soundtrack|cinematography|photography|editing|editor|plot|story"
    r"|(?:first|second) (?:half|hour|act)|cast|acting|narrator|screenwriter|writer|animation|choreography"
    r"|pacing"
    r"|humou?r|jokes?|effects|colou?rs|title|villain|opening)s? "
    r"(?!(?:is|are|was|were) (?!not)|follows|begins|starts|opens|tells|centers|takes place|ends)\w+"
)
"""Its subject is the film or a part of it, which does something."""

LIST_ITEM = re.compile(r"[\w ]{2,20}: |\d+[.)] |[A-Z]{2,} ?[A-Z]*[.:] ")
"""An item of a list, a heading."""

# These need capitals.

COULD = re.compile(
    r"[A-ZÀ-Þ][\w'-]+,? (?:who )?(?:could|can|would) (?!be\b|have\b|not\b|n|only\b|also\b|hardly\b)\w+"
)
"""`Strake could read out a tide table`: what somebody might do just as well."""

NAME_IN_BRACKETS = re.compile(r"\((?:played by )?[A-ZÀ-Þ][\w'.-]+(?: [A-ZÀ-Þ][\w'.-]*)+\)")
"""`(Bruno Káldossy)`, as in a list of the cast."""
