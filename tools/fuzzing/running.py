"""One process that draws inputs and tries them, for some seconds."""

from __future__ import annotations

import hashlib
import json
import time
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

import fuzzing
import jiedu
from fuzzing.circumstances import Input
from fuzzing.measuring import tried
from fuzzing.seeds import input_of, read_inputs, row_of, seeds_of, write_inputs
from fuzzing.targets import Target

if TYPE_CHECKING:
    from collections.abc import Sequence

    from fuzzing.measuring import Outcome

_SHORT = 5_000  # what is kept and changed further
_ARCHIVE = 60_000  # and of archives
_LONG = 10_000  # inputs whose seconds are told for 100,000 characters
_TWICE = 0.1  # of the inputs are tried a second time, for the same result
_SAMPLED = 0.01  # and of these some by the next process
_KEPT = 400  # inputs of one target that are changed further; each new process tries them again
_SEEDED = 0.3  # of the inputs are drawn from a seed, not from what was found


@dataclass
class Tally:
    """What was tried of one target.

    Attributes:
        inputs: how many.
        characters: of all of them.
        seconds: of the processor, for the calls alone.
        slowest: seconds for 100,000 characters, over inputs of 10,000 and more.
        longest: seconds of one input.
        grown: the most bytes that the memory grew by over one input.
        kinds: how many kinds of results there were.
    """

    inputs: int = 0
    characters: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    longest: float = 0.0
    grown: int = 0
    kinds: int = 0

    def add(self, given: Input, found: Outcome) -> None:
        """Count one more input."""
        self.inputs += 1
        self.characters += len(given)
        self.seconds += found.seconds
        self.longest = max(self.longest, found.seconds)
        self.grown = max(self.grown, found.grown)
        if len(given) >= _LONG:
            self.slowest = max(self.slowest, found.seconds * 100_000 / len(given))


@dataclass
class _Course:
    """What is known of one target in this process."""

    target: Target
    corpus: list[Input]
    seeds: list[Input]
    seen: set[str] = field(default_factory=set)
    spent: float = 0.0
    tally: Tally = field(default_factory=Tally)

    def drawn(self, chance: Random) -> Input:
        from_seeds = chance.random() < _SEEDED or not self.corpus
        one = chance.choice(self.seeds if from_seeds else self.corpus)
        other = chance.choice(self.corpus or self.seeds)
        return self.target.drawn(chance, one, other)


class Run:
    """Draws inputs and tries them, each target for its share of the time.

    Args:
        targets: what is fuzzed.
        seed: the same one draws the same inputs.
        folder: where failures, the inputs in hand, and what was found are written.
    """

    def __init__(self, targets: Sequence[Target], seed: int, folder: Path) -> None:
        self._chance = Random(seed)
        self._folder = folder
        self._failed: Counter[str] = Counter()
        self._sample: list[dict[str, Any]] = []
        self._courses = [_Course(target, [], seeds_of(target)) for target in targets]
        folder.mkdir(parents=True, exist_ok=True)
        self._held = (folder / "hand").open("wb", buffering=0)

    def go(self, seconds: float, inputs: int | None = None) -> dict[str, Tally]:
        """Go on for some seconds, or for some inputs of each target.

        Args:
            seconds: of the clock.
            inputs: of each target, where they are told.
        """
        self._resume()
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            course = min(self._courses, key=lambda each: each.spent / each.target.weight)
            if inputs is not None:
                course = min(self._courses, key=lambda each: each.tally.inputs)
                if course.tally.inputs >= inputs:
                    break
            self._step(course)
        for course in self._courses:
            course.tally.kinds = len(course.seen)
            write_inputs(self._corpus(course), course.corpus)
        sample = {"code": _code(), "rows": self._sample}
        (self._folder / "sample.json").write_text(json.dumps(sample))
        return {course.target.name: course.tally for course in self._courses}

    def _step(self, course: _Course) -> None:
        start = time.process_time()
        given = course.drawn(self._chance)
        self._try(course, given)
        course.spent += time.process_time() - start

    def _try(self, course: _Course, given: Input) -> None:
        self._hand(course.target, given)
        found = tried(course.target, given)
        course.tally.add(given, found)
        new = found.features - course.seen
        course.seen |= found.features
        most = _ARCHIVE if course.target.draw == "packed" else _SHORT
        if new and len(given) <= most and not found.failure and len(course.corpus) < _KEPT:
            course.corpus.append(given)
        if found.failure:
            self._fail(course.target, given, found.failure, found.detail)
            return
        if self._chance.random() < _TWICE:
            again = tried(course.target, given)
            if again.digest != found.digest:
                self._fail(course.target, given, "differs", "two calls give two results")
            if self._chance.random() < _SAMPLED / _TWICE:
                row = {"target": course.target.name, "digest": found.digest}
                self._sample.append(row | {"input": row_of(given)})

    def _hand(self, target: Target, given: Input) -> None:
        """What is tried next: it is all that is left where the process dies of it."""
        data = given if isinstance(given, bytes) else given.encode("utf-8", "surrogatepass")
        self._held.seek(0)
        self._held.write(target.name.encode() + b"\n" + data)
        self._held.truncate()

    def _fail(self, target: Target, given: Input, failure: str, detail: str) -> None:
        self._failed[f"{target.name} {failure}"] += 1
        number = self._failed[f"{target.name} {failure}"]
        if number > 5:
            return
        words = "".join(sign if sign.isalnum() else "_" for sign in failure)[:60]
        path = (
            self._folder
            / "failures"
            / f"{target.name}-{words}-{number}-{time.time_ns() // 10**6}.json"
        )
        path.parent.mkdir(exist_ok=True)
        row = {"target": target.name, "failure": failure, "detail": detail, "input": row_of(given)}
        path.write_text(json.dumps(row))

    def _corpus(self, course: _Course) -> Path:
        return self._folder / "corpus" / f"{course.target.name}.jsonl"

    def _resume(self) -> None:
        """Take up what the process before this one found."""
        for course in self._courses:
            for given in [*course.seeds, *read_inputs(self._corpus(course))]:
                if len(given) <= _ARCHIVE:
                    self._try(course, given)
        sample = self._folder / "sample.json"
        if not sample.exists():
            return
        courses = {course.target.name: course for course in self._courses}
        kept = json.loads(sample.read_text())
        for row in kept["rows"] if kept["code"] == _code() else ():
            if row["target"] not in courses:
                continue
            course = courses[row["target"]]
            given = input_of(row["input"])
            if tried(course.target, given).digest != row["digest"]:
                self._fail(course.target, given, "differs", "two processes give two results")

    def report(self) -> dict[str, Any]:
        """What was tried by now, to be written."""
        return {
            "targets": {course.target.name: asdict(course.tally) for course in self._courses},
            "failures": dict(self._failed),
        }


def _code() -> str:
    """The digest of what is run: results are held against those of the same code alone."""
    told = hashlib.sha256()
    for package in (jiedu, fuzzing):
        for path in sorted(Path(str(package.__file__)).parent.rglob("*.py")):
            told.update(path.read_bytes())
    return told.hexdigest()
