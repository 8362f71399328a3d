"""What was written and by whom: JSON lines that are only ever added."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from jiedu.server.problems import ProblemError

if TYPE_CHECKING:
    from pathlib import Path


class Audit:
    """The book of writes; what cannot be written down is not done.

    Args:
        path: the file, which only its owner may read.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def note(self, event: str, **told: object) -> None:
        """Add one line, and wait until it is on the disk.

        Args:
            event: what happens.
            told: to what, by whom; never a text or a token.

        Raises:
            ProblemError: where the file cannot be written.
        """
        now = datetime.now(UTC).isoformat(timespec="milliseconds")
        line = json.dumps({"time": now, "event": event, **told}, ensure_ascii=False) + "\n"
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            book = os.open(self._path, flags, 0o600)
            try:
                os.write(book, line.encode("utf-8", "backslashreplace"))  # one call, so whole
                os.fsync(book)
            finally:
                os.close(book)
        except OSError as error:
            raise ProblemError(
                503, "no-audit", "the write cannot be written down, so it is not done"
            ) from error
