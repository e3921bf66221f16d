"""Short human lines for what is said to the bot."""

from __future__ import annotations

from bot.answers.answer import Answer
from bot.answers.asked import Asked
from bot.answers.helping import examples
from bot.questions.kinds import SmallTalk

_LINES = {
    "greeting": "Hello! Ask me what people wrote about a film.",
    "thanks": "You're welcome.",
    "farewell": "Goodbye. The reviews will be here.",
    "praise": "Kind of you. The reviewers did the writing.",
    "insult": "Fair enough; critics are my trade. Ask me about a film and I'll do better.",
    "laugh": "Glad you like it.",
    "agreement": "Right. What else would you like to know?",
    "never_mind": "All right. Ask me something else whenever you like.",
    "no_more": "That was all there is to show.",
    "no_page_before": "That is the first page.",
    "no_pages": "Nothing here has pages. Ask for `top` or `films`.",
    "nothing_yet": "I have shown nothing yet that could go on. Ask me about a film first.",
    "self": "I'm Pullquote, a program that answers from saved film reviews: figures, quotes and names.",
}

_OF_PAGES = ("no_more", "no_page_before", "no_pages")
"""Said of what was shown, which is there still to go on from."""


def small_talk(question: SmallTalk, asked: Asked) -> Answer:
    """A line, and examples of what can be asked."""
    return Answer(
        question,
        found=False,
        headline=_LINES.get(question.about, _LINES["greeting"]),
        follow_ups=() if question.about in _OF_PAGES else examples(asked)[:3],
    )
