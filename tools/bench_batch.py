"""Measures runs over many releases: one process, two, a cluster of two; memory; kills.

Nothing here is asserted but that all runs write the same bytes. The texts are those of the shared
folder beside the repository, or the package's own samples, again and again, each with a line of its
own, so that none counts as the repetition of another.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, NamedTuple

from rich.console import Console
from rich.table import Table

from batch_kills import batch_command, children_of, kill_runs, results_digest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = ROOT.parent / "shared" / "corpus" / "releases.jsonl"
SAMPLES = ROOT / "src" / "jiedu" / "samples" / "releases.jsonl"
CHARACTERS = 20_000_000
WAYS = {
    "1 process": ["--workers", "1"],
    "2 processes": ["--workers", "2"],
    "Dask, 2 workers": ["--engine", "dask", "--workers", "2"],
}
_LOOK = 0.1  # seconds between two looks at the memory


class Ran(NamedTuple):
    """What a run took.

    Attributes:
        seconds: by the clock.
        processor: seconds of all its processes.
        alone: of those, the seconds of the process that gives out the parts.
        coordinator: the most memory of the process that gives out the parts, in megabytes.
        worker: the most memory of any other of its processes.
        digest: of its results.
    """

    seconds: float
    processor: float
    alone: float
    coordinator: float
    worker: float
    digest: str


def make(path: Path, characters: int) -> tuple[int, int]:
    """Write a collection of so many characters, and say how many, and of how many releases."""
    source = COLLECTION if COLLECTION.exists() else SAMPLES
    rows = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    written = releases = 0
    with path.open("w", encoding="utf-8") as file:
        for row in _again(rows):
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
            written += len(row["text"])
            releases += 1
            if written >= characters:
                return written, releases
    raise AssertionError


def _again(rows: list[dict[str, str]]) -> Iterator[dict[str, str]]:
    number = 0
    while True:
        for row in rows:
            yield {
                **row,
                "id": f"{row['id']}-{number}",
                "text": f"{row['text']}\n（{number}号文本）",
            }
        number += 1


def run(source: Path, into: Path, way: list[str]) -> Ran:
    """Run once into an empty folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    child = subprocess.Popen(batch_command(into, str(source), *way), stdout=subprocess.DEVNULL)
    peaks: dict[int, float] = {}
    alone = 0.0
    while child.poll() is None:
        for pid in _family(child.pid):
            peaks[pid] = max(peaks.get(pid, 0.0), _peak(pid))
        alone = max(alone, _spent(child.pid))
        time.sleep(_LOOK)
    seconds = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, child.args)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    own = peaks.pop(child.pid, 0.0)
    return Ran(seconds, spent, alone, own, max(peaks.values(), default=0.0), results_digest(into))


def _family(pid: int) -> Iterator[int]:
    yield pid
    for child in children_of(pid):
        yield from _family(child)


def _peak(pid: int) -> float:
    """The most memory that a process has held, in megabytes, on Linux."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text("ascii", "replace").splitlines()
    except OSError:
        return 0.0
    found = [line for line in lines if line.startswith("VmHWM")]
    return int(found[0].split()[1]) * 1024 / 1e6 if found else 0.0


def _spent(pid: int) -> float:
    """The processor seconds of a process so far, without those of its children, on Linux."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK") if fields else 0.0


def speeds(folder: Path, characters: int, repeats: int, console: Console) -> str:
    """Print the table of all ways, run in turns; return the digest that all have."""
    source = folder / "releases.jsonl"
    size, releases = make(source, characters)
    ran: dict[str, list[Ran]] = {way: [] for way in WAYS}
    for number in range(repeats):
        for way, arguments in WAYS.items():
            into = folder / f"{number}-{len(arguments)}-{arguments[-1]}"
            ran[way].append(run(source, into, arguments))
            console.print(_line(way, ran[way][-1]))
            subprocess.run(["rm", "-rf", str(into)], check=True)
    digests = {item.digest for some in ran.values() for item in some}
    if len(digests) > 1:
        raise ValueError("the runs do not write the same bytes")
    console.print(_table(ran, size, releases))
    return digests.pop()


def _line(way: str, item: Ran) -> str:
    """What is said while the others still run."""
    memory = f"{item.coordinator:,.0f} and {item.worker:,.0f} MB"
    return (
        f"{way}: {item.seconds:.1f} s, {item.processor:.1f} s of processors"
        f" ({item.alone:.1f} of the coordinator's), {memory},"
        f" load {os.getloadavg()[0]:.1f}"
    )


def _table(ran: dict[str, list[Ran]], size: int, releases: int) -> Table:
    load = os.getloadavg()[0]
    table = Table(
        title=f"{size:,} characters of {releases:,} releases, {os.cpu_count()} processors,"
        f" load {load:.1f}; medians"
    )
    for heading in (
        "where", "seconds", "characters a second", "times one process", "processor seconds",
        "of these the coordinator's",
        "MB of the coordinator", "MB of a worker",
    ):  # fmt: skip
        table.add_column(heading, justify="left" if heading == "where" else "right")
    base = next(iter(ran.values()))
    for way, some in ran.items():
        seconds = statistics.median(item.seconds for item in some)
        # beside the run of one process just before it: the load of the machine is much the same
        times = statistics.median(
            one.seconds / this.seconds for one, this in zip(base, some, strict=True)
        )
        table.add_row(
            way,
            f"{seconds:.1f}",
            f"{size / seconds:,.0f}",
            f"{times:.2f}",
            f"{statistics.median(item.processor for item in some):.1f}",
            f"{statistics.median(item.alone for item in some):.1f}",
            f"{max(item.coordinator for item in some):,.0f}",
            f"{max(item.worker for item in some):,.0f}",
        )
    return table


def kills(folder: Path, times: int, digest: str, console: Console) -> None:
    """Kill a run at random moments, let it end, and compare."""
    source = folder / "releases.jsonl"
    into = folder / "killed"
    arguments = [str(source), *WAYS["2 processes"]]
    start = time.monotonic()
    subprocess.run(batch_command(folder / "timed", *arguments), check=True, capture_output=True)
    longest = (time.monotonic() - start) / max(1, times) * 2  # so that it ends about after the last
    chance = random.Random(20261128)
    survived = kill_runs(into, arguments, times, max(2.0, longest), chance)
    same = "the same" if survived.digest == digest else "OTHER"
    console.print(
        f"started to be killed {times} times, killed before its end {survived.kills} times;"
        f" the results are {same} to the byte"
    )


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--characters", type=int, default=CHARACTERS)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--kills", type=int, default=20)
    args = parser.parse_args()
    console = Console(width=120)
    with TemporaryDirectory() as name:
        digest = speeds(Path(name), args.characters, args.repeats, console)
        kills(Path(name), args.kills, digest, console)
    return 0


if __name__ == "__main__":
    sys.exit(main())
