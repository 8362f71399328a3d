from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from jiedu.cli.annotated import write_html
from jiedu.model import Bound, Measure, Observation, Release, Span, Status, digest

if TYPE_CHECKING:
    from pathlib import Path

TEXT = '进出口均增长<5>%，"目标"为6%。'


def figure(start: int, indicator: str, status: Status = Status.ACTUAL) -> Observation:
    return Observation(
        span=Span(start, start + 1),
        indicator=indicator,
        measure=Measure.GROWTH,
        value=Decimal(TEXT[start]),
        unit="%",
        bound=Bound.EXACT,
        period="2023",
        basis="yoy",
        status=status,
        text=f"{TEXT[start]}%",
        sentence=Span(0, len(TEXT)),
    )


def test_each_numeral_is_marked_once_and_the_text_stays(tmp_path: Path) -> None:
    release = Release("a", "<标题>", date(2023, 7, 20), TEXT, digest(TEXT))
    five, six = TEXT.index("5"), TEXT.index("6")
    found = [figure(six, "目标", Status.TARGET), figure(five, "进口"), figure(five, '出口"')]
    path = tmp_path / "a.html"
    write_html(path, release, found)
    page = path.read_text(encoding="utf-8")
    assert page.count("<mark ") == 2
    assert "增长&lt;<mark" in page
    assert ">5</mark>&gt;%，" in page
    assert "进口 · growth · = 5 % · 2023 · yoy · actual\n出口&quot;" in page
    assert '<mark class="target"' in page
    assert "<script" not in page
