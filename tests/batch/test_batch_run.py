"""What a run leaves: the same bytes whoever reads, and all that failed."""

from __future__ import annotations

import json
import threading
from typing import TYPE_CHECKING

import pytest
from batch_cases import (
    BROKEN,
    DEADLY,
    ENDLESS,
    GREEDY,
    STUCK,
    digests,
    many_rows,
    row_of,
    run_command,
    run_here,
    sample_rows,
    spoiled,
    table,
    written,
)

from jiedu.batch import BatchError, Settings, reading, running
from jiedu.batch.locking import locked
from jiedu.errors import InputError
from jiedu.pipeline import process

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Reading, Release

GOOD = [row_of("one", "今年上半年增加值同比增长3.8%。"), row_of("two", "到年底建成5G基站8万个。")]


def test_the_same_bytes_from_any_number_of_processes(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", many_rows(2))
    run_here(tmp_path / "0", source)
    for workers in (1, 2):
        run_here(tmp_path / f"{workers}", source, settings=Settings(workers))
        assert digests(tmp_path / f"{workers}") == digests(tmp_path / "0")


def test_the_manifest_names_each_file(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", sample_rows())
    totals = run_here(tmp_path / "out", source)
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text("utf-8"))
    told = {item["name"]: item["sha256"] for item in manifest["files"]}
    assert told == {k: v for k, v in digests(tmp_path / "out").items() if k != "manifest.json"}
    assert manifest["totals"]["observations"] == totals.observations
    assert totals.observations == len(table(tmp_path / "out", "observations"))


def test_nothing_is_read_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path / "x.jsonl", sample_rows())
    before = run_here(tmp_path / "out", source)
    told = digests(tmp_path / "out")
    monkeypatch.setattr(reading, "process", None)
    assert run_here(tmp_path / "out", source) == before
    assert digests(tmp_path / "out") == told


def test_more_sources_need_only_theirs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(tmp_path / "a.jsonl", GOOD[:1])
    second = written(tmp_path / "b.jsonl", GOOD[1:])
    run_here(tmp_path / "out", first)
    read: list[str] = []

    def noted(release: Release) -> Reading:
        read.append(release.id)
        return process(release)

    monkeypatch.setattr(reading, "process", noted)
    assert run_here(tmp_path / "out", first, second).releases == 2
    assert read == ["two"]
    assert run_here(tmp_path / "out", second).releases == 1
    assert [row["release"] for row in table(tmp_path / "out", "releases")] == ["two"]


def test_a_changed_source_is_read_again(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", GOOD[:1])
    run_here(tmp_path / "out", source)
    written(tmp_path / "x.jsonl", GOOD)
    assert run_here(tmp_path / "out", source).releases == 2


def test_a_damaged_part_is_read_again(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", GOOD)
    run_here(tmp_path / "out", source)
    told = digests(tmp_path / "out")
    for path in (tmp_path / "out").rglob("parts/*/observations.parquet"):
        path.write_bytes(path.read_bytes()[:-9] + b"123456789")
    run_here(tmp_path / "out", source)
    assert digests(tmp_path / "out") == told


@pytest.mark.parametrize("size", [50, 200, 1_000_000])
def test_a_text_counts_once(tmp_path: Path, size: int) -> None:
    rows = [*GOOD, row_of("again", GOOD[0]["text"]), *GOOD, row_of("other", "另一篇增长4%。")]
    source = written(tmp_path / "x.jsonl", rows)
    totals = run_here(tmp_path / "out", source, part_bytes=size)
    assert (totals.releases, totals.repeats) == (3, 3)
    told = [(row["release"], row["same_as"]) for row in table(tmp_path / "out", "releases")]
    assert told == [
        ("one", None),
        ("two", None),
        ("again", "one"),
        ("one", "one"),
        ("two", "two"),
        ("other", None),
    ]
    figures = [row["release"] for row in table(tmp_path / "out", "observations")]
    assert sorted(set(figures)) == ["one", "other", "two"]
    assert len(figures) == len(set(figures))


def test_one_source_given_twice_counts_once(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", GOOD)
    totals = run_here(tmp_path / "out", source, source)
    assert (totals.releases, totals.repeats) == (2, 2)


def test_what_failed_is_listed_in_the_order_of_the_input(tmp_path: Path) -> None:
    lines = [json.dumps(row, ensure_ascii=False) for row in GOOD]
    (tmp_path / "x.jsonl").write_text(f"{lines[0]}\nno json\n{lines[1]}\n", "utf-8")
    (tmp_path / "undated.txt").write_text("增长3%", "utf-8")
    sources = [str(tmp_path / name) for name in ("gone.jsonl", "x.jsonl", "undated.txt")]
    totals = run_here(tmp_path / "out", *sources)
    assert (totals.releases, totals.failures) == (2, 3)
    failures = table(tmp_path / "out", "failures")
    assert [(row["source"], row["place"], row["error"]) for row in failures] == [
        (sources[0], 0, "InputError"),
        (sources[1], len(lines[0].encode()) + 1, "BadLineError"),
        (sources[2], 0, "NoDateError"),
    ]


def test_retry_reads_again_what_failed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = written(tmp_path / "x.jsonl", GOOD)

    def fails(release: Release) -> Reading:
        if release.id == "one":
            raise KeyError("slot")
        return process(release)

    monkeypatch.setattr(reading, "process", fails)
    assert run_here(tmp_path / "out", source).failures == 1
    (row,) = table(tmp_path / "out", "failures")
    assert (row["release"], row["reason"]) == ("one", "reading it failed with KeyError: 'slot'")
    monkeypatch.setattr(reading, "process", process)
    assert run_here(tmp_path / "out", source).failures == 1
    assert run_here(tmp_path / "out", source, retry=True).failures == 0
    run_here(tmp_path / "other", source)
    assert digests(tmp_path / "out") == digests(tmp_path / "other")


def test_texts_that_break_a_worker_are_listed(tmp_path: Path) -> None:
    bad = {
        "deadly": (DEADLY, "the process that reads it does not survive"),
        "endless": (ENDLESS, "reading it takes longer than 1 seconds"),
        "stuck": (STUCK, "the process that reads it does not survive"),
        "greedy": (GREEDY, "reading it takes more memory than a worker may have"),
        "broken": (BROKEN, "reading it failed with KeyError: 'slot'"),
    }
    rows = sample_rows()
    for number, (name, (text, _)) in enumerate(bad.items()):
        rows.insert(3 * number + 1, row_of(name, text))
    source = written(tmp_path / "x.jsonl", rows)
    arguments = [source, "--workers", "2", "--seconds", "1"]
    run_command(tmp_path / "out", *arguments, environment=spoiled(tmp_path / "site"), code=1)
    failures = table(tmp_path / "out", "failures")
    assert {row["release"]: row["reason"] for row in failures} == {
        name: reason for name, (_, reason) in bad.items()
    }
    read = [row["release"] for row in table(tmp_path / "out", "releases")]
    assert read == [row["id"] for row in sample_rows()]


def test_a_folder_is_written_by_one_run_at_a_time(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", GOOD)
    with locked(tmp_path / "out"), pytest.raises(BatchError, match="another run"):
        run_here(tmp_path / "out", source)
    assert run_here(tmp_path / "out", source).releases == 2


def test_a_worker_of_another_extractor_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = written(tmp_path / "x.jsonl", GOOD)
    monkeypatch.setattr(running, "extractor_id", lambda: "0+other")
    with pytest.raises(BatchError, match="a worker has the extractor"):
        run_here(tmp_path / "out", source)


def test_sources_without_anything_are_a_wrong_call(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_bytes(b"")
    with pytest.raises(InputError, match="nothing to read"):
        run_here(tmp_path / "out", str(tmp_path / "x.jsonl"))


def test_no_thread_is_left(tmp_path: Path) -> None:
    before = threading.active_count()
    run_here(tmp_path / "out", written(tmp_path / "x.jsonl", GOOD))
    assert threading.active_count() <= before + 1  # the last watch may be on its way out


def test_what_a_killed_run_left_is_no_hindrance(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", GOOD)
    work, parts = tmp_path / "out" / ".work", tmp_path / "out" / "parts"
    work.mkdir(parents=True)
    (work / "texts.db").write_bytes(b"half of a database")
    (parts / ".part-0").mkdir(parents=True)
    (parts / "other.trail").write_text("begun\n0\n", "utf-8")
    assert run_here(tmp_path / "out", source).releases == 2
    assert not work.exists()
    assert [path.is_dir() for path in parts.iterdir()] == [True]
