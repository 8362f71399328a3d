"""What a part's tables hold is what was read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from batch_cases import run_here, sample_rows, written

from jiedu.batch.storing import results_of
from jiedu.model import Release
from jiedu.pipeline import process
from jiedu.readers import read_sources

if TYPE_CHECKING:
    from pathlib import Path


def test_readings_come_back_as_they_were(tmp_path: Path) -> None:
    source = written(tmp_path / "x.jsonl", sample_rows())
    run_here(tmp_path / "out", source)
    releases = [found for found in read_sources([source]) if isinstance(found, Release)]
    assert list(results_of(tmp_path / "out")) == [process(release) for release in releases]


def test_the_original_of_a_page_is_kept(tmp_path: Path) -> None:
    page = "<html><body><p>2023年7月20日，增加值同比增长3.8%。</p></body></html>"
    (tmp_path / "a-2023-07-20.html").write_text(page, "utf-8")
    run_here(tmp_path / "out", str(tmp_path / "a-2023-07-20.html"))
    (reading,) = results_of(tmp_path / "out")
    original = reading.release.original
    assert original is not None
    assert (original.data.decode(), original.media_type) == (page, "text/html")
