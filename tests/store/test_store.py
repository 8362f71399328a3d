from __future__ import annotations

import sqlite3
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest
from sqlalchemy import event

from jiedu.errors import InputError, JieduError, NotFoundError, StoreError
from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.pipeline.saving import Kept, read_into
from jiedu.store import Saved, View, Wanted, schema
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

TEXT = "截至6月底，5G基站总数达293.7万个。上半年，电信业务收入同比增长6.2%。"


def release(text: str = TEXT, name: str = "a", day: date = date(2023, 7, 20)) -> Release:
    return Release(name, "标题", day, text, digest(text), region="江苏省")


def save(path: Path, *releases: Release) -> list[Saved]:
    with Writer(path) as writer:
        return [writer.save(process(item)) for item in releases]


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "folder" / "store.db"


def test_what_is_saved_is_read_back(store: Path) -> None:
    reading = process(release())
    save(store, release())
    view = View(store)
    assert view.release("a") == reading.release
    assert view.observations("a") == reading.observations
    assert view.count() == (1, len(reading.observations))


def test_the_same_text_twice_changes_nothing(store: Path) -> None:
    assert save(store, release()) == [Saved.NEW]
    before = dump(store)
    assert save(store, release()) == [Saved.UNCHANGED]
    assert dump(store) == before


def test_another_text_under_an_id_is_a_new_version(store: Path) -> None:
    other = TEXT.replace("6.2", "6.3")
    assert save(store, release(), release(other)) == [Saved.NEW, Saved.CHANGED]
    view = View(store)
    assert view.release("a").text == other
    assert [item.text for item in view.versions("a")] == [TEXT, other]
    assert [str(item.value) for item in view.observations("a")][-1] == "6.3"
    assert view.count()[0] == 1


def test_a_series_is_what_was_known_on_a_day(store: Path) -> None:
    later = release("截至9月底，5G基站总数达318.9万个。", "b", date(2023, 10, 20))
    save(store, later, release())
    view = View(store)
    both = view.vintages("5G基站")
    assert [item.observation.period for item in both] == ["2023-06-30", "2023-09-30"]
    early = view.vintages("5G基站", as_of=date(2023, 8, 1))
    assert [item.release for item in early] == ["a"]
    assert view.vintages("5G基站", measure="growth") == []
    assert len(view.vintages("5G基站", region="江苏省")) == 2


@pytest.mark.parametrize(
    ("name", "region"),
    [("江苏省", "江苏省"), ("江苏", "江苏省"), (None, "江苏省"), ("全国", None), ("火星", None)],
)
def test_a_region_is_meant_by_any_of_its_names(
    store: Path, name: str | None, region: str | None
) -> None:
    save(store, release())
    view = View(store)
    if region is None:
        with pytest.raises(InputError, match="region 江苏省"):
            view.series("5G基站", Wanted(region=name))
        return
    (point,) = view.series("5G基站", Wanted(region=name)).vintages
    assert point.observation.region == region


def test_a_changed_text_counts_from_its_own_day(store: Path) -> None:
    mended = release(TEXT.replace("293.7", "293.9"), day=date(2023, 9, 1))
    save(store, release(), mended)
    view = View(store)
    for day, value, text in (
        (date(2023, 8, 1), 2937000, TEXT),
        (date(2023, 9, 1), 2939000, mended.text),
        (None, 2939000, mended.text),
    ):
        (found,) = view.vintages("5G基站", as_of=day)
        assert found.observation.value == value
        assert view.texts({"a"}, day) == {"a": text}
    assert view.vintages("5G基站", as_of=date(2023, 1, 1)) == []


def test_more_texts_than_a_statement_takes_names(store: Path) -> None:
    save(store, release())
    assert list(View(store).texts({"a", *map(str, range(40_000))})) == ["a"]


def test_what_is_not_there_is_said_with_near_names(store: Path) -> None:
    save(store, release())
    view = View(store)
    with pytest.raises(NotFoundError, match="电信业务收入"):
        view.vintages("电信业务总收入额")
    with pytest.raises(NotFoundError, match="no release 'b'"):
        view.release("b")


def test_errors_pass_through_and_the_rest_is_saved(store: Path) -> None:
    error = JieduError("broken")
    first, second = read_into(store, [error, release()])
    assert first is error
    assert isinstance(second, Kept)
    assert View(store).count()[0] == 1


def test_there_is_no_store_to_read(store: Path) -> None:
    with pytest.raises(StoreError, match="read something first"):
        View(store)


def test_an_empty_file_is_no_store_yet(tmp_path: Path) -> None:
    path = tmp_path / "store.db"
    path.touch()
    with pytest.raises(StoreError, match="read something first"):
        View(path)
    assert save(path, release()) == [Saved.NEW]


@pytest.mark.parametrize("name", ["a?b=1.db", "100%.db", "a#b.db", "仓库.db", ":memory:"])
def test_a_store_may_have_any_name(tmp_path: Path, name: str) -> None:
    save(tmp_path / name, release())
    assert (tmp_path / name).is_file()
    assert View(tmp_path / name).count()[0] == 1


def test_a_store_is_made_whole_or_not_at_all(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def half(connection: Connection) -> None:
        schema.releases.create(connection)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(schema.metadata, "create_all", half)
        with pytest.raises(KeyboardInterrupt):
            Writer(store)
    assert save(store, release()) == [Saved.NEW]


def test_a_reading_is_saved_whole_or_not_at_all(store: Path) -> None:
    reading = process(release())
    broken = replace(reading.observations[-1], unit=cast("str", None))
    with Writer(store) as writer:
        with pytest.raises(StoreError):
            writer.save(replace(reading, observations=(*reading.observations, broken)))
        assert writer.save(reading) is Saved.NEW


def test_several_writers_wait_for_each_other(store: Path) -> None:
    script = textwrap.dedent(
        f"""
        import sys
        from datetime import date
        from pathlib import Path
        from jiedu.model import Reading, Release, digest
        from jiedu.store.writer import Writer

        with Writer(Path({str(store)!r})) as writer:
            for number in range(50):
                text = f"{{sys.argv[1]}} {{number}}"
                release = Release(str(number), "", date(2023, 7, 20), text, digest(text))
                writer.save(Reading(release, (), (), ()))
        """
    )
    children = [subprocess.Popen([sys.executable, "-c", script, name]) for name in "abcd"]
    assert [child.wait() for child in children] == [0, 0, 0, 0]
    assert all(len(View(store).versions(str(number))) == 4 for number in (0, 49))


def test_a_folder_is_no_store(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="folder"):
        Writer(tmp_path)


@pytest.mark.parametrize("name", ["x" * 5000, "a\x00b"])
def test_a_name_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    for opened in (Writer, View):
        with pytest.raises(StoreError, match="cannot be reached"):
            opened(tmp_path / name)


def test_a_text_file_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    path.write_text("this is a text and no database " * 40, encoding="utf-8")
    with pytest.raises(StoreError, match="not a database"):
        Writer(path)
    assert path.read_text(encoding="utf-8").startswith("this is a text")


def test_a_foreign_database_is_no_store(tmp_path: Path) -> None:
    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE other (x)")
    with pytest.raises(StoreError, match="no jiedu store"):
        Writer(path)


def test_a_damaged_file_is_said(store: Path) -> None:
    save(store, *(release(f"第{number}篇。{TEXT}", f"r{number}") for number in range(200)))
    with sqlite3.connect(store) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    whole = store.read_bytes()
    store.write_bytes(whole[:8192] + b"\x5a" * (len(whole) - 8192))
    with pytest.raises(StoreError, match="restore it from a copy"):
        View(store).series("5G基站")


def test_a_full_disk_loses_nothing_that_was_saved(store: Path) -> None:
    save(store, release())
    with Writer(store) as writer:

        def fill(connection: sqlite3.Connection, _: object) -> None:
            connection.execute("PRAGMA max_page_count = 1")  # as large as it is, and no larger

        event.listen(writer._engine, "connect", fill)
        writer._engine.dispose()
        large = process(release(f"{TEXT}\n" * 2_000, "large"))
        with pytest.raises(StoreError, match="make room"):
            writer.save(large)
    assert View(store).observations("a") == process(release()).observations
    assert save(store, release("上半年，电信业务收入同比增长6.2%。", "b")) == [Saved.NEW]


def test_a_newer_store_is_not_touched(store: Path) -> None:
    save(store, release())
    with sqlite3.connect(store) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="newer jiedu"):
        View(store)


def test_a_kill_loses_nothing_that_was_acknowledged(store: Path) -> None:
    script = textwrap.dedent(
        f"""
        from datetime import date
        from pathlib import Path
        from jiedu.model import Release, digest
        from jiedu.pipeline.saving import read_into

        def releases():
            for number in range(100_000):
                text = f"第{{number}}篇：上半年，电信业务收入同比增长6.2%。"
                yield Release(f"r{{number}}", "", date(2023, 7, 20), text, digest(text))

        for kept in read_into(Path({str(store)!r}), releases()):
            print(kept.reading.release.id, flush=True)
        """
    )
    child = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    acknowledged = [child.stdout.readline().strip() for _ in range(40)]
    child.kill()
    acknowledged += child.stdout.read().split()
    child.wait()
    view = View(store)
    for name in acknowledged:
        assert len(view.observations(name)) == 1
    assert save(store, release()) == [Saved.NEW]


def dump(path: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(path) as connection:
        tables = ("releases", "observations")
        return [row for table in tables for row in connection.execute(f"SELECT * FROM {table}")]
