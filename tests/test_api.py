from __future__ import annotations

import subprocess
import sys
from datetime import date
from typing import TYPE_CHECKING

import pytest

import jiedu

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "上半年，电信业务收入同比增长6.2%。"


def test_every_public_name_is_there() -> None:
    for name in jiedu.__all__:
        assert getattr(jiedu, name) is not None
    assert len(jiedu.__all__) < 15
    with pytest.raises(AttributeError):
        _ = jiedu.nonsense


def test_a_text_is_read() -> None:
    reading = jiedu.read(TEXT, published="2023-07-20")
    (found,) = reading.observations
    assert (found.indicator, str(found.value), found.unit) == ("电信业务收入", "6.2", "%")


def test_a_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "july.txt"
    path.write_text(TEXT, encoding="utf-8")
    for source in (path, str(path)):
        reading = jiedu.read(source, published=date(2023, 7, 20))
        assert reading.release.id == "july"


def test_a_text_without_a_date_is_refused() -> None:
    with pytest.raises(jiedu.JieduError, match="--published"):
        jiedu.read(TEXT)


def test_importing_jiedu_loads_neither_the_grammar_nor_the_database() -> None:
    script = (
        "import jiedu, sys; print([m for m in sys.modules if m in "
        "('sqlalchemy', 'opencc', 'typer', 'jiedu.extraction')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
