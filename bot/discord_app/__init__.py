"""Discord, a thin skin over questions and answers, and the only place that imports its library.

`connecting` starts the bot, `client` is the bot itself: what it listens to and offers; `bot` is what the
others know of it. A slash command (`commands`), a message (`conversation`, `finding`) or a press (`buttons`,
`pressing`) becomes a `Question`; `asking` hands it to a worker thread, never to the event loop; `showing`
brings the `Answer` back as `rendering` and `rows` lay it out. `markup` makes strangers' words safe to show,
`limits` and `cutting` know how much fits, `codes` write a question so short that a button can carry it.

Servers: `server_settings`, `places`, `arriving`, `privacy`. Quotes by the clock: `quote_commands`,
`timetable`, `zones`, `posting`, `delivering`. The host: `library_commands`, `film_commands`,
`library_buttons`, `uploads`, `naming`, `hosts`.
"""
