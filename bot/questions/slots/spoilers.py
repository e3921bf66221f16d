"""Whether reviews that are marked as spoilers are meant, or those that aren't."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.slots.marked import Slots, put

_A_TAG = (
    r"(?: (?:warnings?|tags?|alerts?|flags?|labels?|notices?|badges?|marks?|walls?|notes?|signs?|stickers?"
    r"|disclaimers?|headers?|banners?))?"
)
_ON_IT = (
    r"(?: (?:on|in|to|over|above|for|up|at|before) (?:theirs|it|them|the top|top|the start|(?:their|his|her"
    r"|the) (?:own )?(?:reviews?|texts?|writing|piece|words)))*"
)
_MARKED = r"(?:marked|tagged|flagged|labell?ed|hidden|hiding)"
_TO_MARK = (
    r"(?:have|has|had|contain|include|carry|bear|come with|give|put|add|use|leave|attach|stick|slap|post"
    r"|bother with|bother to put|mark|tag|flag|label|warn of|warn about|warn)"
)
_THOSE = (
    r"(?: (?:the|any|all|of|those|every|anything|everything|whatever|\d|reviews?|ones?|that|which|who|are"
    r"|were|is|got|have|has|with|having|contain|containing|marked|tagged|flagged|labell?ed|as|for|a|carry"
    r"|carrying|behind|hidden|bearing|out|away|off|aside))*"
)
_BEHIND = r"(?: (?:marked|tagged|flagged|labell?ed|reviews?|ones?|warnings?|flags?|tags?|from|carrying))*"
_AWAY = r"(?:out|away|aside|off|apart)"
_NO_SPOILERS = re.compile(
    r"(?:with(?:out| no)|exclud(?:e|es|ing)|ignor(?:e|ing)|except(?: for)?|minus|not counting|leav(?:e"
    r"|ing) out|skip(?:ping)?|not including)"
    r" (?:any |the |of )*(?:spoilers?(?: warnings?| tags?| reviews?| ones?| marked reviews?)?|reviews with"
    r" spoilers)"
    rf"|(?:do|does|did|are|is|were) not (?:{_TO_MARK} (?:it |theirs |their reviews? )?(?:any |a )?"
    rf"|{_MARKED} (?:as |for |with |behind |by )*)?(?:an? )?spoilers?{_A_TAG}{_ON_IT}"
    r"|(?:without|exclud(?:e|es|ing)|ignor(?:e|ing)|except|minus|leav(?:e|ing) out|skip(?:ping)?"
    r"|(?<!who )(?<!many )(?<!people )(?<!reviewers )(?<!that )(?<!which )drop(?:ping)?|tak(?:e|ing)"
    r" (?:out|away)|remov(?:e|ing)|not counting|other than|apart from)"
    rf"{_THOSE} spoilers?(?: warnings?| tags?| reviews?| ones?)?"
    r"|(?:filter|get rid|remov|exclud|ignor|skip|weed|minus|without|disregard|forget|not count)\w*"
    rf"{_THOSE} spoilers?{_BEHIND}(?: {_AWAY})?"
    rf"|(?:leav|tak|throw|cut|kick|toss|chuck|put|set)\w*{_THOSE} {_AWAY}{_THOSE} spoilers?{_BEHIND}"
    rf"|(?:leav|tak|keep|filter|throw|cut|kick|lef|toss|chuck|put|set)\w*{_THOSE} spoilers?{_BEHIND}"
    rf" {_AWAY}"
    r"|not want (?:any |the )?spoilers?"
    r"|spoilers?(?: (?:marked|tagged|flagged|labell?ed|reviews?|ones?|warnings?|with|having|a|are|is"
    r"|were|get|got|being|been|have|all))*"
    r" (?:left out|excluded|ignored|removed|skipped|taken (?:out|away)|thrown (?:out|away)|dropped"
    r"|discounted|not counted|kept out"
    r"|filtered out|set aside|put aside|cut out)\b"
    rf"|not {_MARKED} (?:as |for |with |behind )*(?:an? )?spoilers?{_A_TAG}|(?:no|non|un) ?spoilers?{_A_TAG}"
    r"|(?:do|does|did) not spoil(?: (?:anything|it|the \w+))?|spoiler free|spoilerfree|unspoiled"
    r"|without (?:getting |being |having it )*spoil(?:ed|t|ing)"
)
_SPOILERS = re.compile(
    r"(?:carry|carries|carrying|have|has|having|bear|bears|come with|comes with|with|put|puts|gave|left|added"
    rf"|slapped|stuck|attached) (?:a|the|any) warnings?\b{_ON_IT}|"
    rf"(?:flagged|tagged) (?:theirs\b|(?:their|the) (?:own )?reviews?\b){_THOSE}(?: spoilers?{_A_TAG})?|"
    r"(?:with|have|has|contain(?:s|ing)?|includ(?:e|es|ing)|marked|tagged|flagged|labell?ed|warn(?:s"
    r"|ing)?(?: about| of| for)?|give|carry|carries|carrying|come with|comes with|got|hidden|hiding|behind)"
    rf" (?:as |for |with |a |an |any |the |having |containing |behind |of )*spoilers?{_A_TAG}{_ON_IT}"
    r"|(?:marked |flagged |tagged )?(?:as )?(?:giv(?:e|es|ing)|gave)(?: away)? the (?:story|ending|plot"
    r"|end)(?: away)?"
    r"|spoil(?:s|ed)? (?:it|the film|§film\d|the ending|anything|something)"
    r"|(?:marked|tagged|flagged|labell?ed)(?: (?:his|her|their|the|its|own|text|review|reviews|it|as"
    r"|containing|having|with|for|a))* spoilers?"
    rf"|spoiler (?:warning |tagged |marked |filled |flagged )?(?=reviews?|ones)|spoilers?{_A_TAG}{_ON_IT}"
)


def read_spoilers(slots: Slots) -> Slots:
    """The slots with what is said of reviews that are marked as spoilers."""
    for pattern, wanted in ((_NO_SPOILERS, False), (_SPOILERS, True)):
        filters = replace(slots.filters, spoilers=wanted)
        while found := pattern.search(slots.text):
            slots = put(slots, found.start(), found.end(), "spoilers", filters)
        if slots.filters.spoilers is not None:
            return _spoilers_left_out(slots)
    return slots


_NOT_COUNTED = re.compile(
    r"\b(?:do|did|does|should|would|must|can|could|are|is|were|was) not (?:be )?(?:count(?:ed)?|included?"
    r"|considered|matter|there|part of it)\b"
    r"|\b(?:are|is|were|was|get|got|be|being|been) (?:gone|out|away|off|(?:taken|left|thrown|kicked|filtered)"
    r" (?:out|away|off)|removed|excluded|ignored|dropped|skipped)\b"
    r"|\b(?:forget(?: about)?|ditch|scrap|lose|leav(?:e|ing) aside|(?:get(?:ting)?|got) rid of"
    r"|do away with)\b"
)
_THE_REST = re.compile(
    r"(?:\bof )?\b(?:all )?(?:the )?(?:rest|remaining(?: ones)?|remainder|what is left|others)\b"
)


_TAKEN_OUT_FIRST = re.compile(r"\b(?:after|once|when|if)(?: (?:all|you|i|we|having))* (?=§SPOILERS)")


def _spoilers_left_out(slots: Slots) -> Slots:
    """`the spoiler ones should not count`, `forget the spoilers, average of the rest`: those are left out."""
    told = _NOT_COUNTED.search(slots.text) if slots.filters.spoilers else None
    if told is not None:
        text = f"{slots.text[: told.start()]} {slots.text[told.end() :]}"
        slots = replace(slots, text=text, filters=replace(slots.filters, spoilers=False))
    if slots.filters.spoilers is False:
        text = _TAKEN_OUT_FIRST.sub("", _THE_REST.sub(" ", slots.text))
        slots = replace(slots, text=" ".join(text.split()))
    return slots
