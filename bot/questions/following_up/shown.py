"""What leans on the passages just shown: who wrote them, and when."""

from __future__ import annotations

import re

WHO_SAID = re.compile(
    r"^(?:and |but |ok |so )?(?:who (?:said|says|wrote|writes|is saying|thinks|thought|posted) (?:that"
    r"|this|it|so|those|these|the (?:first|last|second) (?:one|quote))|who(?:se)? (?:review |quote "
    r"|opinion |words )?(?:is|was|are) (?:that|this|it|those)(?: (?:by|from))?|by who(?:m)?|who(?: is it|"
    r" was it| was that)?(?: by| from)?|whose|says who|who is this from|source"
    r"|(?:which|what) (?:film|movie) (?:is|was) (?:that|this|it)(?: quote| review)?(?: from| about| of| on)?"
    r"|(?:that|this|it) is (?:from|about|of) (?:which|what) (?:film|movie))$"
)
THEY = re.compile(
    r"^(?:and |but |so |ok )*(?:which (?:users?|reviewers?|people|critics)|(?:who|which(?: ones|"
    r" reviewers)?|what) (?:were|are|was|is) (?:they|those|those people"
    r"|these|that|them|he|she|it|the ones)|who(?: exactly)?|names?|name them"
    r"|(?:their|the) names|by whom|which ones"
    r"|how many (?:(?:people|reviewers|reviews|users|of them) )?(?:gave|rated|chose|picked)"
    r" (?:it )?(?:that|those|it)(?: one)?"
    r"|list (?:them|those)|who gave (?:it|that|those|them)(?:"
    r" that)?|whose(?: is it| are they)?|who by)(?: please| exactly| then)?$"
)
READ_THEM = re.compile(
    r"^(?:and |ok |so |yes |please )*(?:(?:can|may|could) i |let me |i want to )?"
    r"(?:read|see|show(?: me| us)?|open) "
    r"(?:them|those|these|that one|it|(?:the|these|those) (?:reviews?|ones?))(?: please| then)?$"
)
WHEN_SAID = re.compile(
    r"^(?:(?:and|but|so|ok|okay) )*(?:(?:(?:what|which) (?:day|date|year|month)|when|on (?:what|which)"
    r" (?:day|date)|how long"
    r" ago)\b.*\b(?:post(?:ed)?|wr(?:ote|ite|itten)|say|said|publish(?:ed)?|put (?:it|that) (?:up"
    r"|online)|review(?:ed)?|upload(?:ed)?)\b"
    r"(?: (?:that|it|this|one|up|online|that one|the review|his review|her review))*"
    r"|(?:what|which) (?:date|day) (?:is|was) (?:that|it|this)(?: from| posted| written)?|when (?:is"
    r"|was) (?:that|it|this)"
    r" (?:from|posted|written|published|put up)|(?:the |what )?date(?: of (?:that|it))?|when"
    r"|how old (?:is|was) (?:that|this|the) review|how long ago(?: (?:was|is) (?:that|it|this))?)$"
)
