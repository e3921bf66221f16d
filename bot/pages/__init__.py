"""Saved pages into reviews: bytes in, reviews and problems out; no file, clock or database.

`reading` is the door; it chooses the reader by looking at the content, and a `reader` is one module and one
line there. For the older user-reviews page copied as text the way is: `saved_text` makes bytes into text,
`outline` parts the text into the reviews and what stands around them (`header` and `furniture` know the
lines), `film_line` finds the film that a page names, and `copied_text` makes reviews and problems of it all.
Pages saved as HTML go through `saved_html`, with a layout in a module each, those saved as a `single_file`
too; tables through `dumps`, which knows `columns` by their names, on `rows` of CSV or JSON; `letterboxd`
reads what somebody exports from there, `unpacked` or not; and `archives` unpacks. `other_files` says what
isn't read, and `leftovers` knows what isn't worth a word. Everything streams: a file of any size needs the
memory of a piece of it.
"""
