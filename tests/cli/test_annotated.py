from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from jiedu.cli.annotated import write_html
from jiedu.model import Bound, Commitment, Measure, Observation, Release, Span, Status, digest

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


CLAUSE = "三是到2025年<建成>5G基站300万个，"


def measure(start: int, end: int) -> Commitment:
    return Commitment(Span(start, end), "建成", "<基站>", None, "2025", (), None, "张明")


def page_of(tmp_path: Path, measures: list[Commitment], figures: list[Observation]) -> str:
    text = CLAUSE
    release = Release("a", "标题", date(2023, 7, 20), text, digest(text))
    write_html(tmp_path / "a.html", release, figures, measures)
    return (tmp_path / "a.html").read_text(encoding="utf-8").partition("<main>")[2]


def plain(page: str) -> str:
    """The text of a page without what is shown on demand."""
    body = re.sub(r'<span class="fields".*?</span>', "", page.partition("</main>")[0], flags=re.S)
    return unescape(re.sub("<[^>]+>", "", body))


def numeral(start: int, end: int) -> Observation:
    made = figure(TEXT.index("5"), "5G基站", Status.TARGET)
    return replace(made, span=Span(start, end))


START = CLAUSE.index("到")
AT = CLAUSE.index("300")


def test_a_measure_is_underlined_with_its_fields(tmp_path: Path) -> None:
    page = page_of(tmp_path, [measure(START, len(CLAUSE) - 1)], [numeral(AT, AT + 3)])
    assert plain(page) == CLAUSE
    assert page.startswith(f'三是<span class="measure" tabindex="0" aria-describedby="m{START}">到')
    assert '<mark class="target"' in page
    assert f'role="tooltip" id="m{START}">举措：建成 · &lt;基站&gt;\n期限：2025' in page
    assert "谁说的：张明" in page


PLACES: dict[str, tuple[list[tuple[int, int]], int]] = {
    "cut at its end": ([(START, AT + 1)], 1),
    "cut at its start": ([(AT + 2, len(CLAUSE))], 1),
    "one over another": ([(START, AT + 4), (AT, len(CLAUSE))], 1),
    "one after another": ([(0, START), (START, len(CLAUSE))], 2),
    "no figure in it": ([(0, 2)], 1),
}


@pytest.mark.parametrize(("spans", "shown"), PLACES.values(), ids=PLACES)
def test_a_figure_is_never_cut_and_no_measure_lies_in_another(
    spans: list[tuple[int, int]], shown: int, tmp_path: Path
) -> None:
    page = page_of(tmp_path, [measure(*span) for span in spans], [numeral(AT, AT + 3)])
    assert plain(page) == CLAUSE
    assert page.count('class="measure"') == shown
    assert page.count("<mark ") == 1
    assert ">300</mark>" in page


class Tags(HTMLParser):
    """Checks that what is opened is closed, in order, and that ids are given once."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_is_well_formed(tmp_path: Path) -> None:
    page_of(tmp_path, [measure(0, 2), measure(START, AT + 4)], [numeral(AT, AT + 3)])
    tags = Tags()
    tags.feed((tmp_path / "a.html").read_text(encoding="utf-8"))
    assert not tags.open
    assert tags.ids == ["m0", f"m{START}"]
