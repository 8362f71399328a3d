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


@pytest.mark.parametrize("text", [TEXT * 40, f"{TEXT}\x00"])
def test_a_text_is_never_taken_for_a_path(text: str) -> None:
    kept = text.replace("\x00", "\ufffd")
    assert jiedu.read(text, published="2023-07-20").release.text == kept


def test_a_text_is_kept_as_that_of_a_file(tmp_path: Path) -> None:
    text = f"\ufeff标题\r\n{TEXT}"
    path = tmp_path / "july.txt"
    path.write_bytes(text.encode())
    day = date(2023, 7, 20)
    assert jiedu.read(text, day).release.text == jiedu.read(path, day).release.text


def test_a_file_that_is_not_there_is_no_text() -> None:
    with pytest.raises(jiedu.JieduError, match="no such file"):
        jiedu.read("missing.txt", published="2023-07-20")


def test_an_empty_text_is_refused() -> None:
    with pytest.raises(jiedu.JieduError, match="empty"):
        jiedu.read("", published="2023-07-20")


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
