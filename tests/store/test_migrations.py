"""Older stores are brought up to date; the steps lead to what a new store is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.store import View
from jiedu.store.engine import open_engine
from jiedu.store.place import place_of
from jiedu.store.schema import metadata
from jiedu.store.versions import migrate
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

TEXT = "截至6月底，5G基站总数达293.7万个。"
_OLD = """INSERT INTO observations
 (release_key, start, "end", indicator, indicator_id, measure, value, unit, bound, period,
 status, text, sentence_start, sentence_end, rule)
 VALUES (1, 13, 18, '5G基站总数', 'telecom.5g_base_stations', 'level', '2937000', '个', '=',
 '2023-06-30', 'actual', '293.7万个', 0, 20, 'r')"""


def emptied(place: Path | str) -> Engine:
    """A place without a table, opened for writing."""
    engine = open_engine(place_of(place), create=True)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE release_grams"))
        connection.execute(text("DROP TABLE alembic_version"))
        metadata.drop_all(connection)
    return engine


@pytest.fixture
def old(place: Path | str) -> Path | str:
    """A store of the first schema, with one figure."""
    engine = emptied(place)
    with engine.begin() as connection:
        migrate(connection, "0001")
        connection.execute(
            text(
                "INSERT INTO releases (id, version, sha256, title, published, ingested, text)"
                " VALUES ('a', 1, :sum, '标题', '2023-07-20', '2023-07-21 08:00:00.000000', :text)"
            ),
            {"sum": digest(TEXT), "text": TEXT},
        )
        connection.execute(text(_OLD))
        connection.execute(text("DROP TABLE alembic_version"))  # as stores were, before steps
    engine.dispose()
    return place


def test_an_older_store_keeps_its_figures(old: Path | str) -> None:
    view = View(old)
    (found,) = view.observations("a")
    assert (found.indicator, str(found.value), found.text) == ("5G基站总数", "2937000", "293.7万个")
    assert [item.release.id for item in view.search("基站")] == ["a"]
    (run,) = view.runs()
    assert (run.readings, run.figures) == (1, 1)
    with Writer(old) as writer:  # a reading by this extractor is another run
        release = Release("a", "标题", date(2023, 7, 20), TEXT, digest(TEXT))
        writer.save(process(release), "new")
    assert len(View(old).runs()) == 2


def test_a_server_gets_its_index_anew(database: str) -> None:
    release = Release("a", "标题", date(2023, 7, 20), TEXT, digest(TEXT))
    with Writer(database) as writer:
        writer.save(process(release))
    engine = open_engine(place_of(database), create=True)
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE release_grams"))
        connection.execute(text("CREATE TABLE release_grams (grams TEXT[])"))  # as it once was
        for later in ("judgements", "originals"):
            connection.execute(text(f"DROP TABLE {later}"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    engine.dispose()
    for word in ("5g基站总数达", "站", "万个"):
        assert [item.release.id for item in View(database).search(word)] == ["a"]


def test_the_steps_lead_to_a_new_store(old: Path | str) -> None:
    View(old)
    engine = open_engine(place_of(old), create=True)
    with engine.connect() as connection:
        different = compare_metadata(MigrationContext.configure(connection), metadata)
    own = ("release_grams", "alembic_version")
    assert [item for item in different if not any(name in str(item) for name in own)] == []
