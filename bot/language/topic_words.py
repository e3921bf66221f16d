"""Words that stand around the topic of a question without being one."""

from __future__ import annotations

from bot.language.senses import sense

_GENERAL = """
good bad great okay ok decent nice well best worst better worse any awesome amazing excellent terrible
horrible awful brilliant perfect cool solid fine quality strong weak like liked love loved hate hated
dislike disliked enjoy praise praised criticise criticize complain complaint favourite favorite wonderful
fantastic superb lousy poor rubbish crap different difference similar usual typical meh mid lit slaps bangs
"""
_FRAME = """
a about across actually after again all almost alone already also although always am among an and another
any anybody anyone anything are around as aside ask asking aspect aspects at audience away back based
basically be because been before being below between bit both but by call called can cause come comes coming
compared consensus considered could critic critics cuz curious d describe described did do does doing done
down each either else enough especially etc even ever every everybody everyone everything exactly example
examples experience expect explain extent factor fairly far feel feeling feels felt few film films find
finds first flick folks for found from general generally get gets getting give gives go goes going gonna got
guys guess had happen happened happens has have having he hear heard hello her here hey hi him his honest
honestly how i idea if impression impressions in into is it its just keep kind kinda know known later
least less let level like likely list little ll look looking lot lots m made main mainly make makes many may
maybe me mean means mention mentioned mentions might mind mine more most mostly movie movies much must my
need needs never no none nor not note now o of off often oh ok on once one ones only onto opinion opinions
or other others our out over overall own part particularly parts people per perhaps person persons picture
place please point possible pretty probably put quite quote quotes ran range rather re reaction reactions
read really received regarding regards response review reviewer reviewers reviews right s said same say
saying says scale see seem seems seen sentence sentences she should show side so some somebody someone
something sort spoken still stuff such suppose t take talk talked talking talks tell telling tend terms than
thank that the their them then there these they thing things think thinking thinks this those though thought
thoughts to today together too total totally toward try turn two type under until up upon us use used user
users usual usually ve verdict very via view viewer viewers views vs want wants was watch watched watching
way we well were what whatever when where whether which while who whole whom whose why will wise with within
without wonder wondering word words work worked works would write writes writing wrote yes yet you your
yours actual bother bothered normal scene scenes moment moments amount degree ton tons plenty bunch guy gal
tbh evening night tonight weekend pros cons sum nutshell short overview friend friends girlfriend boyfriend
wife husband gf bf mum mom since worried planning saw years ago ex nah yeah yep awkward parents sofa
swears swear portray portrayed portrays portraying depict depicts depicted depicting
swore everyones everybodys peoples problem problems issue issues sums recap
summarize summarise summarized summarised
claims claimed insists reckons reckon reckoned imho sis sister brother grandson granny
"""
_OF_FILMS = """
film movie flick picture sequel part half hour act scene beginning start opening middle pace story plot feel
feeling way experience watch piece work entry thriller drama comedy horror crime depiction portrait
atmosphere mood tone moment performance character world bit stuff masterpiece tale minute first second
finish ending
"""

_SAME = (
    "father dad daddy pops papa fatherhood",
    "mother mom mum mommy mama motherhood",
    "son boy baby infant",
    "child kid baby infant",
    "daughter girl",
    "cop policeman police inspector detective",
    "villain crook baddie antagonist",
    "boat ship tug tugboat",
    "phone telephone",
    "relation relationship",
    "cash money",
    "jail prison",
    "guy man men",
    "woman women female",
    "wife wives",
    "movie film",
    "town city",
    "fog mist",
)


def same_words(word: str) -> set[str]:
    """The word with those that name the same."""
    return {word}.union(*(words.split() for words in _SAME if word in words.split()))


CHARACTERS = frozenset(
    """father dad daddy pops mother mom mum son daughter cop policeman policewoman inspector detective officer
    villain baddie crook antagonist villainess boss chief doctor engineer landlady landlord captain
    skipper nurse
    priest teacher operator caller sidekick neighbour neighbor waitress barmaid bartender""".split()
)
"""Words for characters, by which a question may mean whoever plays them."""

GENERAL = frozenset(map(sense, _GENERAL.split()))
"""Stems that judge without saying what: `is the music good` asks about the music."""

FRAME = frozenset(_FRAME.split())
"""Words of which questions are built, and that name nothing."""

OF_FILMS = frozenset(map(sense, _OF_FILMS.split()))
"""Stems of what a film is or has as a whole: `a slow film` speaks of the film."""
