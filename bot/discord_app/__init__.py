"""Discord, a thin skin over questions and answers, and the only place that imports its library.

`client` is the bot itself. A slash command (`commands`), a message (`conversation`) or a button becomes a
`Question`; `asking` hands it to a worker thread, never to the event loop; `showing` brings the `Answer` back
as `rendering` lays it out. `markup` makes strangers' words safe to show, `limits` knows how much fits.
"""
