"""How evidence is found: by indices, whatever a store holds beside it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event

from jiedu.model import Release, digest
from jiedu.pipeline import process
from jiedu.store import View
from jiedu.store.writer import Writer

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

TEXT = "6月，汽车销量255.2万辆。6月，光伏扶贫驿站达350座。"


@pytest.fixture
def view(tmp_path: Path) -> View:
    made = Release("a", "标题", date(2024, 7, 10), TEXT, digest(TEXT))
    with Writer(tmp_path / "store.db") as writer:
        writer.save(process(made), "one")
    return View(tmp_path / "store.db")


def test_by_the_period_among_all_of_an_indicator(view: View) -> None:
    """Without the period an index yields all that was ever said of the indicators."""
    asked: list[tuple[str, Any]] = []

    def note(_: Any, __: Any, statement: str, values: Any, *more: Any) -> None:
        if "FROM observations" in statement:
            asked.append((statement, values))

    event.listen(view._engine, "before_cursor_execute", note)
    found = view.sources({"sales/automobile"}, {"光伏扶贫驿站"}, {"2024-06", "2023-06"}, set())
    event.remove(view._engine, "before_cursor_execute", note)
    assert [fact.observation.text for fact in found] == ["255.2万辆", "350座"]
    plans = []
    with view._engine.connect() as connection:
        for statement, values in asked:
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            plans.append(" ".join(str(row[3]) for row in rows))
    by_id, by_name = plans
    assert "observations_by_id (indicator_id=? AND measure=? AND period=?)" in by_id
    assert "observations_by_name (name_key=? AND measure=? AND period=?)" in by_name


def test_nothing_is_asked_where_nothing_is_wanted(view: View) -> None:
    assert view.sources(set(), set(), {"2024-06"}, set()) == []
    assert view.sources({"sales/automobile"}, set(), set(), set()) == []
    assert view.sources({"sales/automobile"}, set(), {"2024-06"}, {"江苏省"}) != []
    assert view.sources({"sales/automobile"}, set(), {"2024-06"}, set(), without=["a"]) == []
    early = date(2024, 7, 9)
    assert view.sources({"sales/automobile"}, set(), {"2024-06"}, set(), until=early) == []
