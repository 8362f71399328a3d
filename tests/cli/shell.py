"""jiedu as a user calls it."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class Shell:
    """Runs jiedu as a user does, in a process of its own, over one store."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.store = folder / "store.db"

    def __call__(self, *arguments: str, code: int = 0, data: str = "") -> tuple[str, str]:
        command = [sys.executable, "-m", "jiedu", "--store", str(self.store), *arguments]
        done = subprocess.run(
            command, input=data.encode(), capture_output=True, check=False, cwd=self.folder
        )
        out, errors = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == code, (out, errors)
        assert "Traceback" not in errors
        return out, errors

    def write(self, name: str, text: str | bytes) -> str:
        data = text.encode() if isinstance(text, str) else text
        (self.folder / name).write_bytes(data)
        return name
