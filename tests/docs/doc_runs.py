"""Commands of documents, run in this process over a store that is thrown away."""

from __future__ import annotations

import os
import shutil
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from typer.testing import CliRunner

from jiedu.cli import app
from jiedu.errors import JieduError

if TYPE_CHECKING:
    from doc_blocks import Command

HERE = Path(__file__).parent
ROOT = HERE.parents[1]


class Ran(NamedTuple):
    """What a command came to."""

    code: int
    lines: list[str]


@cache
def settings() -> dict[str, Any]:
    """The rows of ``commands.toml``."""
    return tomllib.loads((HERE / "commands.toml").read_text("utf-8"))


def documents() -> list[Path]:
    """Every document for users, READMEs first."""
    found = [*ROOT.glob("*.md"), *sorted((ROOT / "docs").rglob("*.md"))]
    return sorted(found, key=lambda path: (path.parent != ROOT, str(path)))


def reason_not_to_run(command: Command) -> str | None:
    """Why a command is not run by a test, or ``None``."""
    return next(
        (row["reason"] for row in settings()["unrun"] if row["holds"] in command.words), None
    )


def status_of(command: Command) -> int:
    """The status that a command is to end with: 0 where nothing else is declared."""
    rows = settings().get("status", [])
    return next((int(row["code"]) for row in rows if row["holds"] in command.words), 0)


@dataclass
class Stage:
    """A folder with the files that documents speak of, and a store.

    Attributes:
        folder: where the commands run.
    """

    folder: Path

    @classmethod
    def of(cls, document: Path, folder: Path, samples: Path, made: Path) -> Stage:
        """A stage for one document.

        Args:
            document: where it is; what it needs is declared.
            folder: an empty one.
            samples: a store of the samples, which is copied where the document needs it.
            made: a folder of documents that are made for it.
        """
        for given in (HERE / "stage", made):
            shutil.copytree(given, folder, dirs_exist_ok=True)
        source = ROOT / "src" / "jiedu" / "samples" / "releases.jsonl"
        for target in ("releases.jsonl", "src/jiedu/samples/releases.jsonl"):
            (folder / target).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, folder / target)
        stage = cls(folder)
        name = document.name.replace(".zh-CN", "")
        if name not in settings()["from_nothing"]:
            shutil.copy(samples, folder / "store.db")
        for words in settings()["before"].get(name, []):
            ran = stage.run(words)
            assert ran.code == 0, ran.lines
        return stage

    def run(self, parts: list[str]) -> Ran:
        """Run one command of jiedu."""
        if parts[0] == "export":
            for each in parts[1:]:
                name, _, value = each.partition("=")
                os.environ[name] = value
            return Ran(0, [])
        parts = settings()["same"].get(" ".join(parts), "").split() or parts
        assert parts[0] == "jiedu", f"{parts[0]} is no command of jiedu: declare why it is not run"
        result = CliRunner().invoke(app, parts[1:], prog_name="jiedu")
        told = result.output
        code = result.exit_code
        if isinstance(result.exception, JieduError):
            told += f"jiedu: {result.exception}\n"
        elif result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(code, told.splitlines())
