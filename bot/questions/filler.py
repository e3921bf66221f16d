"""Words that a question about figures may hold without meaning more by them.

Everything else must be read by some slot; what is left over stops the figure. So nothing stands here that
could narrow what is counted (`only`, `each`, `other`, `not`).
"""

from __future__ import annotations

_SMALL = """
a an the this that these those there here it he she they them his her their we us our you your i me my
someone somebody anyone anybody everyone everybody people person persons is are was were be been being
am do does did done have has had having get gets got gotten getting will would can could shall should
may might must and of for in on by to from with at as about out into over within under across among
amongst through so then well now ever actually really just okay right please tell say show give gives
gave given giving find list let know want wants wanted like see hey hi hello yo um uh hmm guys bot
pullquote dear quick quickly question wondering curious wonder honestly total totals overall altogether
all whole entire in's any some much many exactly what which who whom whose when where how whats thanks
thank cheers mate bro dude lol or if think way approximately roughly about around
"""
_OF_REVIEWS = """
review reviews reviewed reviewing reviewer reviewers rating ratings rate rates rated rating's score
scores scored scoring star stars point points mark marks marked grade grades graded vote votes voted
voter voters voting user users viewer viewers critic critics audience member members poster posters
writer writers author authors contributor contributors writing wrote write writes written post posts
posted left leave leaves leaving submitted submit published publish hand handed hands out award awarded
awards receive received receives earn earned page pages site library database collection film films
movie movies title titles number figure figures count entry entries imdb date dated opinion verdict
response responses stats statistics text texts body
"""
_IN_COUNTS = """
end come comes came coming went go goes going exist exists existing available included includes include
contain contains containing make makes made feature features appear appears say says said saying using
use used people's between sort kind
"""

FILLER = frozenset(f"{_SMALL} {_OF_REVIEWS} {_IN_COUNTS}".split())
"""Words that a question about figures may hold without meaning more by them, in small letters."""

MEASURED = frozenset(
    """review reviews reviewer reviewers rating ratings rate rated rates score scores scored star stars
    vote votes voted voters users critics mark marks grade grades opinion opinions points point
    audience""".split()
)
"""Words that show that reviews themselves are spoken of, not the film."""
