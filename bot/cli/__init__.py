"""The commands of `pullquote`: the one place that opens things, hands them on, and says what went wrong.

`main` reads the arguments and the environment; each command has a module of its own.
"""
