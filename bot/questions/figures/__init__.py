"""Questions with a figure for an answer: a cue tells what is asked, the slots of which reviews.

When a word is left that neither has read, no figure is asked for: the question comes back as unclear, with
the figures that may be meant.
"""
