"""Whether reviews with a rating are meant, or those without."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.slots.marked import Slots, put

_NOT_RATED = re.compile(
    r"(?:left|leave|leaves) (?:the |their |it )?(?:star )?(?:rating|ratings|score|scores|stars?)"
    r" ?(?:blank|empty|out|off)|(?:skip(?:s|ped)?|omit(?:s|ted)?|(?:left|leaves?|miss(?:ed)?) out)"
    r" (?:giving |leaving )?(?:the |their |an? |any )?(?:star )?(?:ratings?|scores?|marks?|stars?)|"
    r"(?:never|did not (?:even )?(?:bother|care)) (?:to )?(?:gave|give|left|leave|put|with|add|added)(?:"
    r" (?:an?|any|the|it|in))*(?: star)?"
    r" (?:number|rating|score|mark|stars?)s?|"
    r"(?:forgot(?:ten)?|forgets?|fail(?:s|ed)?|neglect(?:s|ed)?|refus(?:e|es|ed)|declin(?:e|es|ed)"
    r"|omit(?:s|ted)?) to"
    r" (?:(?:leave|give|put|add|post|assign)(?: (?:an?|any|the|it|in))*(?: star)? (?:rating|score|mark|number"
    r"|stars)|(?:rate|score)(?: it)?$)|"
    r"(?:carry|carries|carrying|bear|bears|show|shows) no (?:star )?(?:rating|score|mark|number|stars?)|"
    r"without (?:putting|giving|leaving|adding|assigning|awarding) (?:an? |any )?(?:star |number"
    r" )?(?:ratings?|scores?|stars?"
    r"|marks?|number)(?: (?:on|to|for) (?:it|them|this))?|"
    r"(?:with(?:out| no) |(?:has|have|had|gave|give|left|leave) no |(?:did|do|does) not (?:give|leave|have"
    r"|include) )"
    r"(?:(?:it |the film |§film\d )?(?:an? |any )?(?:star )?(?:ratings?|scores?|stars?|marks?|number))(?:"
    r" at all)?"
    r"|unrated|un rated|not rated|(?:did|do|does) not rate(?: it)?(?: at all)?|no (?:rating|score|stars?)\b"
    r"|(?:missing|lack(?:s|ing)?) (?:an? |the )?(?:rating|score)s?|ratingless|scoreless"
)
_WITH_RATING = re.compile(
    r"(?<!highest )(?<!lowest )(?<!best )(?<!worst )(?<!top )(?<!most )(?<!least )\b(?:rated|scored)"
    r" (?=reviews|ones)|"
    r"(?:with|(?:has|have|had|gave|give|left|includ(?:e|es|ing))) (?:an? |any )(?:star )?(?:rating|score)s?"
    r"(?! (?:of|above|below|over|under|between|higher|lower|greater|less|at least|at most|\d|better|worse"
    r"|exactly))(?: at all)?"
    r"|(?:rated|scored) at all|(?:are|is|were) (?:actually )?rated$"
)
_EVEN_UNRATED = re.compile(
    r"(?: ,)? (?:(?:also )?counting|including|even|also)(?: (?:any|those|the|all|ones?|reviews?|that|who"
    r"|which|are))*"
    r" (?:(?:carry|have|has|with|gave|give|left|bear|show)(?:ing)? )?(?:unrated(?: ones?)?|no (?:mark"
    r"|rating|score|number|stars?)"
    r"|without (?:an? |any )?(?:mark|rating|score|number|stars?))"
)


def read_rated(slots: Slots) -> Slots:
    """The slots with what is said of reviews that give a rating or give none."""
    slots = replace(slots, text=_EVEN_UNRATED.sub("", slots.text))
    for pattern, wanted in ((_NOT_RATED, False), (_WITH_RATING, True)):
        if found := pattern.search(slots.text):
            return put(slots, found.start(), found.end(), "rated", replace(slots.filters, rated=wanted))
    return slots
