"""Where films and reviews are kept, and the only place that speaks SQL.

`schema` reads top to bottom; `library` opens the file and hands out connections; `saving` writes pages;
the other modules each answer one kind of question, values in, values out: rows never leave this room.
"""
