"""The readers of saved pages: text in, reviews and problems out; no file, clock or database."""
