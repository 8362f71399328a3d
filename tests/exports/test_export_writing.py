"""A file is there whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import subprocess
import sys
import tracemalloc
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from made import record

from jiedu.errors import JieduError
from jiedu.exports import ExportError, ExportFormat, write
from jiedu.exports.arrow import batches

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Record


def failing() -> Iterator[Record]:
    yield record()
    raise RuntimeError("the source broke")


@pytest.mark.parametrize("form", ExportFormat)
def test_what_stood_there_stays_where_the_records_break(form: ExportFormat, tmp_path: Path) -> None:
    path = tmp_path / "figures"
    path.write_text("before")
    with pytest.raises(RuntimeError, match="the source broke"):
        write(failing(), path, form)
    assert path.read_text() == "before"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("form", ExportFormat)
def test_a_full_disk_leaves_nothing(
    form: ExportFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device; make room"):
        write([record()], tmp_path / "figures", form)
    assert not list(tmp_path.iterdir())


FILLING = """
import resource, signal, sys
from pathlib import Path

sys.path.insert(0, sys.argv[1])
from made import record
from jiedu.exports import ExportError, ExportFormat, write

form, path = ExportFormat(sys.argv[2]), Path(sys.argv[3])
write([], path.with_name("warm"), form)  # what the library keeps for itself is there
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    write((record(start=i, release=str(i * 7919)) for i in range(3000)), path, form)
except ExportError as error:
    print(error)
"""


@pytest.mark.parametrize("form", ExportFormat)
def test_a_write_that_fails_midway_leaves_nothing(form: ExportFormat, tmp_path: Path) -> None:
    here = str(Path(__file__).parent)
    path = tmp_path / "figures"
    done = subprocess.run(
        [sys.executable, "-c", FILLING, here, form, path],
        capture_output=True,
        text=True,
        check=True,
    )
    assert "File too large; the disk takes no file so large" in done.stdout
    assert not done.stderr
    assert [left.name for left in tmp_path.iterdir()] == ["warm"]


@pytest.mark.parametrize("form", ExportFormat)
def test_a_folder_is_no_file(form: ExportFormat, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="is a folder; name a file in it"):
        write([record()], tmp_path, form)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("none/figures.csv", "No such file or directory; make its folder first"),
        ("file/figures.csv", "Not a directory"),
        ("n" * 300, "File name too long; give it a shorter name"),
        ("a\0b", "is no name of a file"),
    ],
)
def test_an_error_says_what_to_do(name: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(ExportError, match=words):
        write([record()], tmp_path / name, ExportFormat.CSV)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_only_be_read(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(ExportError, match="its folder must be writable"):
        write([record()], tmp_path / "figures.csv", ExportFormat.CSV)


def test_a_folder_without_room_for_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(os, "open", denied)
    with pytest.raises(JieduError, match="Permission denied; its folder must be writable"):
        write([record()], tmp_path / "figures.csv", ExportFormat.CSV)


def test_a_pipe_is_not_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with pytest.raises(ExportError, match="is a device or a pipe"):
        write([record()], pipe, ExportFormat.CSV)
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_a_link_stays_a_link_and_rights_stay_rights(tmp_path: Path) -> None:
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    write([record()], link, ExportFormat.CSV)
    assert link.is_symlink()
    assert target.read_text("utf-8").startswith("release,")
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_new_file_has_the_usual_rights(tmp_path: Path) -> None:
    (tmp_path / "usual").write_text("")
    write([record()], tmp_path / "figures.csv", ExportFormat.CSV)
    modes = {path.stat().st_mode for path in tmp_path.iterdir()}
    assert len(modes) == 1


@pytest.mark.parametrize("form", ExportFormat)
def test_memory_does_not_grow_with_the_figures(
    form: ExportFormat, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jiedu.exports.parquet_file.batches", partial(batches, size=100))
    path = tmp_path / "figures"
    write([record()], path, form)  # what loads once is loaded

    def peak(count: int) -> int:
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        write((record(start=start) for start in range(count)), path, form)
        return tracemalloc.get_traced_memory()[1] - before

    tracemalloc.start()
    try:
        few, many = peak(300), peak(3000)
    finally:
        tracemalloc.stop()
    assert many < few + 200_000
