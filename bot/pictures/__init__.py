"""Pictures for those who would rather look than read: figures and quotes drawn as PNG files.

`drawing` takes what an answer holds and gives the file with the words that stand for it; each kind of picture
has a module; `ink` is what they are drawn with. Fonts are shipped, so that a picture looks alike everywhere.
"""
