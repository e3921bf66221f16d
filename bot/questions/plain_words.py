"""Everyday English words: what is never by itself a film's name, nor a misspelling of one, in a sentence."""

from __future__ import annotations

FUNCTION_WORDS = frozenset(
    """a about after again all also am an and any are as at be been before but by can could did do does
    doing for from get give got had has have having he her here hers him his how i if in into is isnt it
    its just like lot many may me might mine more most much must my no not of off on one ones only or
    other our out over own said same say says see seen shall she should so some such than that the their
    theirs them then there these they this those through to too up us very was we were what when where
    which who whom whose why will with without would you your yours dont doesnt didnt wasnt werent whats
    whos hows wheres theres im ive id please pls thanks thank hey hi hello ok okay yes yeah really
    actually""".split()
)
"""Words that carry grammar rather than meaning, folded (no apostrophes)."""

FILM_TALK = frozenset(
    """act acted acting actor actors actress average avg bad best better boring camera cast cinematography
    common critic critics cut dialogue director ending ever everyone far feel felt film films find first
    funny give gives gave good great hate hated help helpful high highest last latest least like liked
    list long longest look love loved low lowest make makes mean median mention mentioned mentions mixed
    movie movies music negative new newest number old oldest opinion opinions pacing part people person
    plot point points popular positive quote quotes random rate rated rating ratings recent review
    reviewed reviewer reviewers reviews scary scene scenes score scored scores script search second
    sequel share shortest show slow sound soundtrack spoiler spoilers star stars story style talk talks
    tell tense thing things think thinks third thought time times title top trailer typical user users
    view viewer viewers violence violent vote votes watch watched watching worst worth write writes
    written wrote year years zero""".split()
)
"""Words with which people talk about films and reviews, folded."""

EVERYDAY_WORDS = FUNCTION_WORDS | FILM_TALK
