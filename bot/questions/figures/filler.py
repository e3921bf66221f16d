"""Words that a question about figures may hold without meaning more by them.

Everything else must be read by some slot; what is left over stops the figure. So nothing stands here that
could narrow what is counted, divide it or turn it round (`each`, `other`, `more`, `not`).
"""

from __future__ import annotations

_SMALL = """
a an the this that these those there here it he she they him his her them em their we us our you your i me
my myself yourself someone somebody anyone anybody everyone everybody people person persons guys folk lot
is are was were be been being am do does did done have has had having get gets got gotten getting will
would can could shall should may might must and of for in on by to from with at as about out into within
among amongst so then well now ever actually really just only alone okay one ones arithmetic
culprit quantity sir madam maam nos share author wise right
tell say show give gives gave given giving find found list let know want wants wanted like see look need
needs learn hear please ask asking hey hi hello yo um uh hmm oh ah ok bot pullquote dear quick quickly
question wondering wonder curious interested interest honestly exactly precisely specifically roughly
approximately total totals overall altogether all whole entire any some much many single every what which
who whom whose when where how if or else too thanks thank cheers mate bro dude man lol haha think guess
believe suppose reckon remember sure maybe perhaps way thing things everything stuff kind sort bit tad
kindly once come comes came end ends line lined lines call called calls name named names put both counted
counting count counts included including inclusive years far along fact matter terms regard regarding
concerning respect case time today's moment nice good great love idea chance anyway though tho btw simply
simple basically actual exact possible possibly able there's here's also pls pot throw thrown combined
pooled lumped together taken hold holds but however aka ie namely viz start
started starting begin began talking sitting hovering hovers scrolled scroll worked become becomes sequel
trust trouble looking care stretch stretched nose anything bothered
"""
_PEOPLE = """
lads lass lasses peeps souls blokes mates dudes bros chaps fellas geezers gals raters watchers humans
humanity youse
yall lot bunch individuals folk guy soul bloke lad crowd community cinephiles moviegoers
"""
_TELLING = """
gimme spit throw dish cough state report display print list lemme inform advise provide fetch grab hit
 share
decimals decimal places precisely nr rough ballpark quickly asap truly properly
sorry again pal excuse google siri alexa friend friends asks asked current currently left picture flick
notes theirs mine yours ours distribution chart table data
dataset rant rants essay writeup based stored saved kept loaded histogram pile stack heap whoever
whatever whichever something
scoreline
scorelines scorer note
identify wait stayed stay stays remained remain remains ended gathered gather scooped racked snagged
bagged netted
drew attracted amassed collect collects sheer
stuck pool percentile fine plain collected thumbs fella fellas ramble rambles rambling lazy new old
sweetie dear
darling chief buddy
"""
_CHATTY = """
ngl fr tbh imo imho lmk idk rn asap lowkey highkey bruh yall ffs omg wtf smh af jk iirc afaik fyi btw lol
pls yeah yep nah wanna gonna kinda sorta dunno em gotta cos cuz
"""
_OF_REVIEWS = """
review reviews reviewed reviewing reviewer reviewers rating ratings rate rates rated score scores scored
scoring star stars point points mark marks marked grade grades graded vote votes voted voter voters voting
user users viewer viewers critic critics audience audiences member members poster posters writer writers
author authors contributor contributors writing wrote write writes written post posts posted leave leaves
leaving submitted submit published publish hand handed hands award awarded awards receive received
receives earn earned page pages site website library database collection film films movie movies title
titles number numbers figure figures entry entries imdb date dated opinion opinions verdict response
responses stats statistics text texts body value cast casts watcher watchers visitors crowd folks
reader readers amount tally
"""
_IN_COUNTS = """
go goes going went exist exists existing available include includes contain contains containing make makes
made feature features appear appears says said saying using use used out pen hand penned dropped  puts
assigned handed dished slapped threw bestowed picked chose typed logged sat landed awarding falls fall
land lands sits taken takes take took state states calculate compute work works worked add adds added
"""

FILLER = frozenset(f"{_SMALL} {_PEOPLE} {_TELLING} {_CHATTY} {_OF_REVIEWS} {_IN_COUNTS}".split())
"""Words that a question about figures may hold without meaning more by them, in small letters."""

MEASURED = frozenset(
    """
rant writeup
review reviews reviewer reviewers rating ratings rate rated rates score scores scored star stars vote
votes voted voters users user critic critics reviewer mark marks grade grades opinion opinions points audience
readers
""".split()
)
"""Words that show that reviews themselves are spoken of, not the film."""
