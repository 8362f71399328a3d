"""Measures what DESIGN promises: accuracy, speed, memory and start-up; prints a table.

Nothing here is asserted: figures depend on the machine. The texts are those of the shared
folder beside the repository, or the package's own samples where it is absent.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table

from jiedu.model import Release, digest
from jiedu.pipeline import numerals, process

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
COLLECTION = SHARED / "corpus" / "releases.jsonl"
SAMPLES = ROOT / "src" / "jiedu" / "samples" / "releases.jsonl"
COMPILED = ROOT / "build" / "compiled"
"""Where make wheel puts the compiled package."""
LEAST = 500_000
"""Characters below which the texts are read again, so that the clock has something to count."""


def releases(path: Path) -> Iterator[Release]:
    """The releases of a collection, one at a time."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield Release(
                id=row["id"],
                title=row["title"],
                published=date.fromisoformat(row["date"]),
                text=row["text"],
                sha256=digest(row["text"]),
                region=row.get("region"),
            )


def read_all(path: Path) -> None:
    """Read a collection four times and print characters a second, the median of the last three."""
    texts = list(releases(path))
    size = sum(len(release.text) for release in texts)
    rounds = max(1, -(-LEAST // size))
    times = []
    for _ in range(4):
        start = time.process_time()
        for _ in range(rounds):
            read = [process(release).observations for release in texts]
        times.append(time.process_time() - start)
    speed = size * rounds / statistics.median(times[1:])
    found = sum(map(len, read))
    print(size * rounds, len(texts), found, round(speed), digest(repr(read)))


def measure_speed(path: Path) -> Iterator[tuple[str, str]]:
    """Characters a second from text to observations, with the wheel beside it in turns.

    Raises:
        ValueError: where the compiled package reads anything else than the interpreted one.
    """
    command = [sys.executable, __file__, "--read", str(path)]
    plain, compiled = dict(os.environ), os.environ | {"PYTHONPATH": str(COMPILED)}
    speeds: list[tuple[int, int]] = []
    size = texts = found = 0
    results = set()
    for _ in range(3):
        both = []
        for environment in (plain, compiled):
            printed = subprocess.run(
                command, env=environment, capture_output=True, check=True, text=True
            ).stdout
            *counts, result = printed.split()
            size, texts, found, speed = map(int, counts)
            both.append(speed)
            results.add(result)
            if not COMPILED.exists():
                break
        speeds.append((both[0], both[-1]))
    if len(results) > 1:
        raise ValueError("the compiled package reads other figures: make wheel again")
    yield "text read", f"{size:,} characters of {texts:,} releases"
    yield "observations", f"{found:,}"
    slow = statistics.median(pair[0] for pair in speeds)
    yield "speed, interpreted", f"{slow:,.0f} characters a second"
    if not COMPILED.exists():
        yield "speed, compiled", "not measured: make wheel first"
        return
    ratio = statistics.median(after / before for before, after in speeds)
    fast = statistics.median(pair[1] for pair in speeds)
    yield "speed, compiled", f"{fast:,.0f} characters a second, x{ratio:.2f}"


SHAPES = {
    "one clause of figures": "今年5个",
    "openers and figures": "“5%",
    "letters": "a",
    "magnitudes": "千",
    "no full stop": "规模以上工业增加值同比增长3.8%，",
}


def measure_growth() -> Iterator[tuple[str, str]]:
    """Processor time of texts that are one piece over and over; twice the text, twice the time."""
    for name, piece in SHAPES.items():
        times = []
        for size in (25_000, 50_000, 100_000):
            text = (piece * size)[:size]
            release = Release("x", "", date(2023, 7, 20), text, digest(text))
            start = time.process_time()
            process(release)
            numerals(release)
            times.append(time.process_time() - start)
        seconds = ", ".join(f"{spent:.2f}" for spent in times)
        yield f"growth: {name}", f"{seconds} s at 25k, 50k, 100k; last x{times[2] / times[1]:.1f}"


def stream(path: Path) -> None:
    """Read a collection release by release and print this process's memory peak in KiB."""
    for release in releases(path):
        process(release)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def measure_memory(path: Path) -> Iterator[tuple[str, str]]:
    """The memory peak of a fresh process that streams the collection."""
    command = [sys.executable, __file__, "--stream", str(path)]
    peak = int(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
    unit = 1 if sys.platform == "darwin" else 1024  # ru_maxrss is in bytes there
    yield "memory peak, streaming", f"{peak * unit / 1e6:,.0f} MB"


def cpu_seconds(command: list[str]) -> float:
    """The processor time of one run of a command."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, capture_output=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def measure_start() -> Iterator[tuple[str, str]]:
    """Processor time to start, the median of five; an empty interpreter is given beside it."""
    jiedu = str(Path(sys.executable).with_name("jiedu"))
    for name, command in (
        ("jiedu --help", [jiedu, "--help"]),
        ("import jiedu", [sys.executable, "-c", "import jiedu"]),
        ("python alone", [sys.executable, "-c", ""]),
    ):
        try:
            times = [cpu_seconds(command) for _ in range(5)]
        except (OSError, subprocess.CalledProcessError) as error:
            yield f"CPU of {name}", f"failed: {error}"
        else:
            yield f"CPU of {name}", f"{statistics.median(times) * 1000:.0f} ms"


def measure_accuracy() -> Iterator[tuple[str, str]]:
    """The scorer's figures on the development texts."""
    gold = SHARED / "gold" / "dev"
    if not gold.exists():
        yield "accuracy", "not measured: no shared folder beside the repository"
        return
    jiedu = str(Path(sys.executable).with_name("jiedu"))
    scorer = str(SHARED / "gold" / "score.py")
    with tempfile.TemporaryDirectory() as out:
        try:
            subprocess.run([jiedu, "annotate", str(gold), out], capture_output=True, check=True)
        except subprocess.CalledProcessError as error:
            yield "accuracy", f"not measured: {error.stderr.decode().strip().splitlines()[-1]}"
            return
        command = [sys.executable, scorer, "score", str(gold), out, "--json"]
        figures = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    for part in ("found", "core", "full"):
        score = figures["observations"][part]
        yield f"observations {part}", f"F1 {score['f1']:.4f} (p {score['p']}, r {score['r']})"
    slots = figures["observations"]["slots"]
    yield "slots", ", ".join(f"{slot} {value}" for slot, value in slots.items())
    for part in ("turns", "items"):
        yield part, f"F1 {figures['structure'][part]['f1']:.4f}"


def main() -> int:
    """Run all measurements and print them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--stream", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--read", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.read:
        read_all(args.read)
        return 0
    if args.stream:
        stream(args.stream)
        return 0
    path = COLLECTION if COLLECTION.exists() else SAMPLES
    table = Table(title=f"jiedu on {os.cpu_count()} processors, read from {path.name}")
    table.add_column("what")
    table.add_column("figure")
    for rows in (
        measure_accuracy(),
        measure_speed(path),
        measure_growth(),
        measure_memory(path),
        measure_start(),
    ):
        for row in rows:
            table.add_row(*row)
        table.add_section()
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
