"""What a model helped to read counts where it is asked for, and nowhere else."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.model import ASSISTED, Release, digest
from jiedu.pipeline import process
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Reading

TEXT = "2023年上半年，全省规模以上工业增加值同比增长5.2%，发电量1200亿千瓦时。"
RUN = f"{ASSISTED}/0.1.0+abcd/small:1b"


def grammars() -> Reading:
    return process(Release("a", "运行情况", date(2023, 8, 1), TEXT, digest(TEXT)))


def helped(reading: Reading) -> Reading:
    first, *rest = reading.observations
    return replace(reading, observations=(replace(first, rule="assisted: period; x"), *rest))


@pytest.fixture
def view(place: Path | str) -> View:
    """A store of one release that a grammar read, and a model helped with."""
    with Writer(place) as writer:
        writer.save(grammars(), "0.1.0+abcd")
        writer.save(helped(grammars()), RUN)
    return View(place)


def marks(view: View, run: str | None = None) -> list[bool]:
    return [item.assisted for item in view.observations("a", run)]


def test_only_the_grammars_figures_count_unless_asked(view: View) -> None:
    assert marks(view) == [False, False]
    assert marks(view, ASSISTED) == [True, False]
    assert marks(view, RUN) == [True, False]


def test_every_view_of_figures_follows(view: View) -> None:
    name = "规模以上工业增加值"
    assert view.count() == (1, 2)
    for run, mark in ((None, False), (ASSISTED, True)):
        (point,) = view.series(name, run=run).vintages
        assert point.observation.assisted is mark
        assert [item.observation.assisted for item in view.vintages(name, run=run)] == [mark]
        assert [item.rule.startswith("assisted:") for item in view.records(name, run=run)] == [mark]
    assert not any(source.observation.assisted for source in view.figures_of("a"))
    assert not any(item.assisted for reading in view.readings() for item in reading.observations)


def test_a_newer_reading_by_a_grammar_takes_the_place_of_both(
    view: View, place: Path | str
) -> None:
    with Writer(place) as writer:
        writer.save(grammars(), "0.2.0+ef01")
    assert marks(view, ASSISTED) == [False, False]


def test_the_run_is_listed_and_can_be_dropped(view: View, place: Path | str) -> None:
    assert [run.extractor for run in view.runs()] == [RUN, "0.1.0+abcd"]
    with Writer(place) as writer:
        writer.drop_run(RUN)
    assert marks(view, ASSISTED) == [False, False]


def test_a_release_without_help_shows_the_grammars_reading(place: Path | str) -> None:
    with Writer(place) as writer:
        writer.save(grammars(), "0.1.0+abcd")
    assert marks(View(place), ASSISTED) == [False, False]
