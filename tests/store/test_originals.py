"""What texts were taken out of is kept beside them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from jiedu.errors import StoreError
from jiedu.model import Release, digest, original_of
from jiedu.pipeline import process
from jiedu.store import View
from jiedu.store.engine import open_engine
from jiedu.store.place import place_of
from jiedu.store.schema import originals
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.model import Original

TEXT = "截至6月底，5G基站总数达293.7万个。"
PAGE = original_of(f"<p>{TEXT}</p>".encode("gb18030") * 100, "text/html")


def save(place: Path | str, text: str, original: Original | None) -> None:
    release = Release("a", "标题", date(2023, 7, 20), text, digest(text), original=original)
    with Writer(place) as writer:
        writer.save(process(release))


def test_the_bytes_come_back_as_they_were(place: Path | str) -> None:
    save(place, TEXT, PAGE)
    assert View(place).original("a") == PAGE
    assert View(place).original("b") is None


def test_each_version_has_its_own(place: Path | str) -> None:
    save(place, TEXT, PAGE)
    save(place, TEXT + "完。", None)
    assert View(place).original("a") is None
    other = original_of(b"%PDF-1.7 \0\xff", "application/pdf")
    save(place, TEXT + "又完。", other)
    assert View(place).original("a") == other


def test_the_original_does_not_tell_two_releases_apart(place: Path | str) -> None:
    save(place, TEXT, PAGE)
    bare = View(place).release("a")
    assert bare.original is None
    assert bare == Release("a", "标题", date(2023, 7, 20), TEXT, digest(TEXT), original=PAGE)


@pytest.mark.parametrize("packed", [b"", b"no zlib", b"x\x9cK\xce\x01\x00\x02\xd4\x01k"])
def test_damaged_bytes_are_not_given_for_the_original(place: Path | str, packed: bytes) -> None:
    save(place, TEXT, PAGE)
    engine = open_engine(place_of(place), create=True)
    with engine.begin() as connection:
        connection.execute(update(originals).values(packed=packed))
    engine.dispose()
    with pytest.raises(StoreError, match="not what was saved"):
        View(place).original("a")
