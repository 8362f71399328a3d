"""Inputs and runs that the tests of batches share."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from jiedu.batch import Engine, Job, Settings, Totals, run_job
from jiedu.samples import samples_path

if TYPE_CHECKING:
    from pathlib import Path

HERE = Settings(workers=0)
"""In this process alone, where a test may put something in the place of a function."""

DEADLY = "这篇会让进程消失"
ENDLESS = "这篇永远读不完"
STUCK = "这篇连中断也不理"
GREEDY = "这篇要很多内存"
BROKEN = "这篇有毛病"

SPOILED = f'''
import os, signal, time
from jiedu.batch import reading

plain = reading.process

def process(release):
    if "{DEADLY}" in release.text:
        os.kill(os.getpid(), signal.SIGKILL)
    while "{ENDLESS}" in release.text:
        pass
    if "{STUCK}" in release.text:
        time.sleep(600)  # the lock of the interpreter is let go, and no error gets in
    if "{GREEDY}" in release.text:
        bytearray(1 << 40)
    if "{BROKEN}" in release.text:
        raise KeyError("slot")
    return plain(release)

reading.process = process
'''
"""What each process of a run does first, where a test wants texts that break a reader."""


def sample_rows() -> list[dict[str, Any]]:
    """The samples that ship with the package."""
    with samples_path() as path:
        return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def written(path: Path, rows: list[dict[str, Any]]) -> str:
    """A collection of some rows."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return str(path)


def row_of(name: str, text: str, **others: str) -> dict[str, Any]:
    """A release as a row."""
    return {"id": name, "title": name, "date": "2023-07-20", "text": text, **others}


def many_rows(times: int) -> list[dict[str, Any]]:
    """The samples again and again, each text another."""
    return [
        {**row, "id": f"{row['id']}-{number}", "text": f"{row['text']}\n第{number}份。"}
        for number in range(times)
        for row in sample_rows()
    ]


def run_here(into: Path, *sources: str, settings: Settings = HERE, **options: Any) -> Totals:
    """A run in this process."""
    options.setdefault("part_bytes", 20_000)
    return run_job(Job(sources, into, **options), Engine.LOCAL, settings)


def digests(into: Path) -> dict[str, str]:
    """The digest of each file of the results; what a run keeps for itself is left out."""
    return {
        str(path.relative_to(into)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(into.rglob("*"))
        if path.is_file() and "parts" not in path.parts and not path.name.startswith(".")
    }


def table(into: Path, name: str) -> list[dict[str, Any]]:
    """The rows of a table of the results."""
    one = into / f"{name}.parquet"
    paths = [one] if one.exists() else sorted((into / name).iterdir())
    return [row for path in paths for row in pq.read_table(path).to_pylist()]


def command(into: Path, *arguments: str) -> list[str]:
    """A run as a user starts it."""
    fixed = ["batch", "--into", str(into), "--part", "0.02"]
    return [sys.executable, "-m", "jiedu", *fixed, *arguments]


def spoiled(folder: Path) -> dict[str, str]:
    """An environment in which some texts break whoever reads them."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(SPOILED, "utf-8")
    return os.environ | {"PYTHONPATH": str(folder)}


def run_command(
    into: Path, *arguments: str, environment: dict[str, str] | None = None, code: int = 0
) -> tuple[str, str]:
    """What a run says."""
    done = subprocess.run(
        command(into, *arguments), capture_output=True, check=False, text=True, env=environment
    )
    assert done.returncode == code, (done.stdout, done.stderr)
    assert "Traceback" not in done.stderr
    return done.stdout, done.stderr
