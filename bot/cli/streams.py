"""Where a command reads from and writes to."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO, TextIO

from rich.console import Console


@dataclass(frozen=True, slots=True)
class Streams:
    """Standard input, output and errors, or what stands for them."""

    source: TextIO
    output: TextIO
    errors: TextIO

    @classmethod
    def standard(cls) -> Streams:
        """Those of the process; what their encoding lacks is written as a question mark."""
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return cls(sys.stdin, sys.stdout, sys.stderr)

    def console(self) -> Console:
        """A console for answers and reports."""
        return Console(file=self.output, highlight=False)

    def error_console(self) -> Console:
        """A console for failures and progress."""
        return Console(file=self.errors, highlight=False, soft_wrap=True)

    def source_bytes(self) -> BinaryIO:
        """Standard input as bytes."""
        return self.source.buffer

    def write_json(self, value: Mapping[str, object], *, flush: bool = True) -> None:
        """Write one JSON line for another program; letters stand as they are where the encoding has them."""
        plain = (self.output.encoding or "").lower().replace("-", "") != "utf8"
        self.output.write(json.dumps(value, ensure_ascii=plain) + "\n")
        if flush:
            self.output.flush()

    def abandon_output(self) -> None:
        """Nobody reads the output any more: let what is left in it go nowhere, quietly."""
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.output.fileno())
        except (OSError, ValueError):
            return


def as_text(text: str) -> str:
    """What was typed, with a question mark for bytes that are no text."""
    return text.encode("utf-8", "replace").decode()
