"""Whether reviews that are marked as spoilers are meant, or those that aren't."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.questions.slots.marked import Slots, put

_NO_SPOILERS = re.compile(
    r"(?:with(?:out| no)|exclud(?:e|es|ing)|ignor(?:e|ing)|except(?: for)?|minus|not counting|leav(?:e"
    r"|ing) out|skip(?:ping)?|not including)"
    r" (?:any |the |of )*(?:spoilers?(?: warnings?| tags?| reviews?| ones?| marked reviews?)?|reviews with"
    r" spoilers)"
    r"|(?:do|does|did|are|is|were) not (?:(?:have|contain|include|has|carry|bear|come with|give) (?:any "
    r"|a )?|marked (?:as |for "
    r"|with )?|tagged (?:as |for |with )?|flagged (?:as |for |with )?)?(?:an? )?(?:spoilers?(?: warnings?|"
    r" tags?)?)"
    r"|(?:without|exclud(?:e|es|ing)|ignor(?:e|ing)|except|minus|leav(?:e|ing) out|skip(?:ping)?"
    r"|drop(?:ping)?"
    r"|tak(?:e|ing) (?:out|away)|remov(?:e|ing)|not counting|other than|apart from)"
    r"(?: (?:the|any|all|of|those|reviews?|ones?|that|which|who|are|were|is|got|have|has|with|having"
    r"|contain|containing"
    r"|marked|tagged|flagged|labell?ed|as|for|a|carry|carrying))* spoilers?(?: warnings?| tags?|"
    r" reviews?| ones?)?"
    r"|(?:leav|tak|filter|throw|cut|kick|toss|chuck|drop|get rid|remov|exclud|ignor|skip|weed|minus"
    r"|without|disregard|forget"
    r"|not count|put)\w*"
    r"(?: (?:out|away|off|aside|of|the|all|those|any|every|anything|everything|whatever|\d|reviews?"
    r"|ones?|that|which|who|are|were|is"
    r"|got|have|has|with|having"
    r"|marked|tagged|flagged|labell?ed|as|for|a|containing|carrying))* spoilers?"
    r"(?: (?:marked|tagged|flagged|labell?ed|reviews?|ones?|warnings?|flags?|tags?|from|carrying))*(?:"
    r" (?:out|away|aside|off))?"
    r"|(?:leav|tak|keep|filter|throw|cut|kick|lef)\w*(?: (?:the|all|those|any|out))*"
    r" spoilers?(?: (?:marked|tagged|flagged|reviews?|ones?|warnings?))* (?:out|away|aside|off)"
    r"|not want (?:any |the )?spoilers?"
    r"|spoilers?(?: (?:marked|tagged|flagged|labell?ed|reviews?|ones?|warnings?|with|having|a|are|is"
    r"|were|get|got|being|been|have|all))*"
    r" (?:left out|excluded|ignored|removed|skipped|taken (?:out|away)|thrown (?:out|away)|dropped"
    r"|discounted|not counted|kept out"
    r"|filtered out|set aside|put aside|cut out)\b"
    r"|not (?:marked|tagged|flagged) (?:as |for |with )?(?:an? )?spoilers?|(?:no|non|un) ?spoilers?"
    r"|(?:do|does|did) not spoil(?: (?:anything|it|the \w+))?|spoiler free|spoilerfree|unspoiled"
    r"|no spoilers?|without (?:getting |being |having it )*spoil(?:ed|t"
    r"|ing)"
)
_SPOILERS = re.compile(
    r"(?:carry|carries|carrying|have|has|having|bear|bears|come with|comes with|with) (?:a|the|any)"
    r" warnings?\b|"
    r"(?:with|have|has|contain(?:s|ing)?|includ(?:e|es|ing)|marked|tagged|flagged|labell?ed|warn(?:s"
    r"|ing)?(?: about| of| for)?|give|carry|carries|carrying|come with|comes with|got)"
    r" (?:as |for |with |a |an |any |the |having |containing )*spoilers?(?: warnings?| tags?| alerts?)?"
    r"|(?:marked |flagged |tagged )?(?:as )?(?:giv(?:e|es|ing)|gave)(?: away)? the (?:story|ending|plot"
    r"|end)(?: away)?"
    r"|spoil(?:s|ed)? (?:it|the film|§film\d|the ending|anything|something)"
    r"|(?:marked|tagged|flagged|labell?ed)(?: (?:his|her|their|the|its|own|text|review|reviews|it|as"
    r"|containing"
    r"|having|with|for|a))* spoilers?"
    r"|spoiler (?:warning |tagged |marked |filled |flagged )?(?=reviews?|ones)|spoilers?(?: warnings?|"
    r" tags?)?"
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


def _spoilers_left_out(slots: Slots) -> Slots:
    """`the spoiler ones should not count`, `forget the spoilers, average of the rest`: those are left out."""
    told = _NOT_COUNTED.search(slots.text) if slots.filters.spoilers else None
    if told is not None:
        text = f"{slots.text[: told.start()]} {slots.text[told.end() :]}"
        slots = replace(slots, text=text, filters=replace(slots.filters, spoilers=False))
    if slots.filters.spoilers is False:
        slots = replace(slots, text=" ".join(_THE_REST.sub(" ", slots.text).split()))
    return slots
