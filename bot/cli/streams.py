"""Where a command reads from and writes to."""

from __future__ import annotations

import io
import json
import os
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
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
        """Those of the process; what their encoding lacks is written as a question mark.

        One that was closed before the start reads as empty, and takes what is written to it nowhere.
        """
        # In this order: each takes the lowest free number, and so the place of the one that is missing.
        streams = cls(sys.stdin or _nowhere("r"), sys.stdout or _nowhere("w"), sys.stderr or _nowhere("w"))
        for stream in (streams.source, streams.output, streams.errors):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="replace")
        return streams

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

    def complain(self, sentence: str) -> None:
        """Write a failure, where there is anything left to write it to."""
        with suppress(OSError):
            self.errors.write(f"{sentence}\n")
            self.errors.flush()

    def abandon_output(self) -> None:
        """The output takes nothing any more: let what is left in it go nowhere, quietly."""
        try:
            os.dup2(os.open(os.devnull, os.O_WRONLY), self.output.fileno())
        except (OSError, ValueError):
            return


def _nowhere(mode: str) -> TextIO:
    return Path(os.devnull).open(mode, encoding="utf-8")  # type: ignore[return-value]  # as for sys.stdout
