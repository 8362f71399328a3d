"""A short run of each target, the same one every time, and the parts of the fuzzer itself."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from fuzzing.fitting import UnfitError, fit_reading, fit_structure
from fuzzing.measuring import tried
from fuzzing.minimising import minimised
from fuzzing.running import Run
from fuzzing.seeds import KEPT, input_of, read_inputs, row_of, seeds_of, write_inputs
from fuzzing.targets import TARGETS, Target
from jiedu.model import Span, Structure
from jiedu.pipeline import process
from jiedu.readers import parse_date, read_text
from jiedu.segments import segment

if TYPE_CHECKING:
    from pathlib import Path

_INPUTS = 25
_TEXT = "上半年，规模以上工业增加值同比增长3.8%。\n下一步，将加快5G建设。"


def name_of(target: Target) -> str:
    return target.name


@pytest.mark.parametrize("target", TARGETS, ids=name_of)
def test_a_short_run_fails_nowhere(target: Target, tmp_path: Path) -> None:
    run = Run([target], 1, tmp_path)
    tally = run.go(600, inputs=_INPUTS)[target.name]
    # how fast and how large is for the run of an hour to say
    failures = [
        name for name in run.report()["failures"] if name.split()[1] not in {"slow", "memory"}
    ]
    assert not failures
    assert tally.inputs >= _INPUTS


@pytest.mark.parametrize("target", TARGETS, ids=name_of)
def test_seeds_are_kept_for_each_target(target: Target) -> None:
    kept = list(read_inputs(KEPT / f"{target.name}.jsonl"))
    assert kept
    assert all(isinstance(given, str if target.draw == "text" else bytes) for given in kept)


def test_the_seeds_are_small() -> None:
    assert sum(path.stat().st_size for path in KEPT.iterdir()) < 300_000
    assert {path.stem for path in KEPT.iterdir()} == {target.name for target in TARGETS}


@pytest.mark.parametrize("target", TARGETS, ids=name_of)
def test_the_same_chance_draws_the_same_input(target: Target) -> None:
    one, other = seeds_of(target)[0], seeds_of(target)[-1]
    drawn = [
        [target.drawn(chance, one, other) for _ in range(5)] for chance in (Random(7), Random(7))
    ]
    assert drawn[0] == drawn[1]
    assert any(given != one for given in drawn[0])


@pytest.mark.parametrize(
    "given", ["增长3.8%", "\ud83d\u2028\x85\n", b"\xb9\xab", "公".encode(), "", b""]
)
def test_inputs_are_written_and_read_again(given: str | bytes, tmp_path: Path) -> None:
    write_inputs(tmp_path / "a.jsonl", [given, given])
    assert list(read_inputs(tmp_path / "a.jsonl")) == [given, given]
    assert input_of(row_of(given)) == given


def test_a_span_that_does_not_fit_is_told() -> None:
    reading = process(read_text(_TEXT, "a", parse_date("2023-07-20", "a")))
    fit_reading(reading)
    figure = reading.observations[0]
    for wrong in (
        replace(figure, span=Span(figure.span.start, len(_TEXT) + 1)),
        replace(figure, span=Span(figure.span.start + 1, figure.span.end)),
        replace(figure, text="3.9%"),
        replace(figure, sentence=Span(0, 2)),
    ):
        with pytest.raises(UnfitError):
            fit_reading(replace(reading, observations=(wrong,)))


def test_sentences_that_leave_something_out_are_told() -> None:
    found = segment(_TEXT)
    fit_structure(_TEXT, found)
    with pytest.raises(UnfitError):
        fit_structure(_TEXT, Structure(found.turns, found.points, found.sentences[:-1]))


def _breaking(text: str) -> object:
    if "甲" in text and "乙" in text:
        raise KeyError(text)
    return text


def test_a_failure_is_named_and_made_smaller() -> None:
    target = Target("made", _breaking, ("丙",))
    given = "丙" * 300 + "甲" + "丙" * 70 + "乙" + "丙" * 5
    assert tried(target, given).failure.startswith("KeyError")
    assert minimised(target, given) == "甲乙"


def test_another_result_of_a_second_call_is_told(tmp_path: Path) -> None:
    results = iter(range(10_000))
    run = Run([Target("process", lambda text: [next(results)], ("丙",))], 1, tmp_path)
    run.go(600, inputs=80)
    assert any(name.endswith("differs") for name in run.report()["failures"])
