"""Tries inputs nobody would write on everything that reads.

    make fuzz ARGS="--minutes 60 --seed 1"

Inputs are drawn from the seeds of ``tests/fuzz/seeds`` and from what earlier ones led to: one that
gives a new kind of result is kept and changed further. A failure is an exception that is no
``JieduError``, more than a second of the processor for 100,000 characters, more than 256 MB over
one input, a span that does not fit its text, or another result when it is read again, in the same
process or in the next. They are written to ``build/fuzz/failures``; ``--again FILE`` tries one
again, and ``--minimise FILE`` makes it smaller.

The inputs are tried in a process of its own, which is replaced every few minutes, and where it
dies.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from fuzzing.measuring import tried
from fuzzing.minimising import minimised
from fuzzing.running import Run
from fuzzing.seeds import input_of, row_of
from fuzzing.targets import TARGETS

_FOLDER = Path("build/fuzz")
_STRETCH = 300  # seconds of one process
_QUIET = 180  # seconds after which a process that tries one and the same input is ended
_ADDRESSES = 3 * 1024**3


def main() -> None:
    """Run as it is said on the command line."""
    told = _arguments()
    if told.again or told.minimise:
        _again(told.again or told.minimise, smaller=bool(told.minimise))
    elif told.stretch:
        _stretch(told)
    else:
        _supervise(told)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--target", action="append", choices=[each.name for each in TARGETS])
    parser.add_argument("--folder", type=Path, default=_FOLDER)
    parser.add_argument("--again", type=Path)
    parser.add_argument("--minimise", type=Path)
    parser.add_argument("--stretch", type=float, help=argparse.SUPPRESS)
    return parser.parse_args()


def _stretch(told: argparse.Namespace) -> None:
    """One process: it says on standard output what it tried."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    wanted = [each for each in TARGETS if not told.target or each.name in told.target]
    run = Run(wanted, told.seed, told.folder)
    run.go(told.stretch)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    (told.folder / "report.json").write_text(json.dumps(run.report() | {"peak": peak}))


def _supervise(told: argparse.Namespace) -> None:
    os.nice(10)
    told.folder.mkdir(parents=True, exist_ok=True)
    start, reports, number = time.monotonic(), [], 0
    while (left := told.minutes * 60 - (time.monotonic() - start)) > 1:
        seed = told.seed * 1000 + number
        died = _one(told, seed, min(_STRETCH, left))
        number += 1
        report = told.folder / "report.json"
        if report.exists():
            reports.append(json.loads(report.read_text()))
            report.unlink()
        if died:
            _keep_hand(told.folder, died)
        whole = _whole(reports) | {"seconds": round(time.monotonic() - start)}
        (told.folder / "whole.json").write_text(json.dumps(whole, indent=1))
    _print(json.loads((told.folder / "whole.json").read_text()))


def _one(told: argparse.Namespace, seed: int, seconds: float) -> str:
    """Have one process run; why it died, where it did."""
    command = [sys.executable, __file__, "--stretch", str(seconds), "--seed", str(seed)]
    command += ["--folder", str(told.folder)]
    for name in told.target or ():
        command += ["--target", name]
    child = subprocess.Popen(command, env=os.environ | {"PYTHONHASHSEED": str(seed % 2**32)})
    hand = told.folder / "hand"
    while child.poll() is None:
        time.sleep(1)
        if hand.exists() and time.time() - hand.stat().st_mtime > _QUIET:
            child.kill()
            child.wait()
            return "it hung"
    return f"it ended with {child.returncode}" if child.returncode else ""


def _keep_hand(folder: Path, why: str) -> None:
    if not (folder / "hand").exists():
        raise SystemExit(f"no process could be started: {why}")
    name, _, data = (folder / "hand").read_bytes().partition(b"\n")
    target = next(each for each in TARGETS if each.name == name.decode())
    given = data.decode("utf-8", "surrogatepass") if target.draw == "text" else data
    row = {"target": target.name, "failure": "died", "detail": why, "input": row_of(given)}
    path = folder / "failures" / f"{target.name}-died-{time.time_ns() // 10**6}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(row))


def _whole(reports: list[dict[str, Any]]) -> dict[str, Any]:
    """The reports of all processes as one."""
    targets: dict[str, dict[str, float]] = {}
    failures: dict[str, int] = {}
    for report in reports:
        for name, tally in report["targets"].items():
            whole = targets.setdefault(name, dict.fromkeys(tally, 0))
            for key, value in tally.items():
                added = key in {"inputs", "characters", "seconds"}
                whole[key] = whole[key] + value if added else max(whole[key], value)
        for name, number in report["failures"].items():
            failures[name] = failures.get(name, 0) + number
    peak = max((report["peak"] for report in reports), default=0)
    return {"targets": targets, "failures": failures, "peak": peak, "processes": len(reports)}


def _print(whole: dict[str, Any]) -> None:
    print(
        f"{whole['seconds']:,} s, {whole['processes']} processes,"
        f" peak {whole['peak'] / 2**20:.0f} MB"
    )
    print(
        f"{'target':<12}{'inputs':>9}{'characters':>13}{'s/100k':>8}{'longest':>9}{'MB':>6}{'kinds':>7}"
    )
    for name, tally in whole["targets"].items():
        print(
            f"{name:<12}{tally['inputs']:>9,}{tally['characters']:>13,}{tally['slowest']:>8.2f}"
            f"{tally['longest']:>9.2f}{tally['grown'] / 2**20:>6.0f}{tally['kinds']:>7}"
        )
    for name, number in sorted(whole["failures"].items()):
        print(f"failure: {name} ({number})")


def _again(path: Path, *, smaller: bool) -> None:
    row = json.loads(path.read_text())
    target = next(each for each in TARGETS if each.name == row["target"])
    given = input_of(row["input"])
    if smaller:
        given = minimised(target, given)
    found = tried(target, given)
    print(f"{target.name}: {found.failure or 'nothing wrong'} {found.detail}")
    print(f"{found.seconds:.3f} s, {found.grown / 2**20:.0f} MB, {len(given)} long")
    print(repr(given[:2000]))


if __name__ == "__main__":
    main()
