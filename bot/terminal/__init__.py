"""Answers in a terminal: `rendering` lays one out, `chat` goes on asking.

`harmless` takes from strangers' text what would steer the terminal; `prompt` is where lines are typed.
"""
