"""Pictures of the ledger: files of every form, and nothing over or outside another."""

from __future__ import annotations

import itertools
import sys
from typing import TYPE_CHECKING

import pytest
from made_entries import DAYS, TODAY, entry, outcome
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.text import Text

import jiedu.briefings as briefings
from jiedu.briefings.caption import Caption, caption_of
from jiedu.briefings.lanes import lanes_of
from jiedu.briefings.pictures import chinese
from jiedu.briefings.timeline import draw_timeline, figure_of
from jiedu.errors import InputError
from jiedu.exports import MissingError
from jiedu.model import State

if TYPE_CHECKING:
    from pathlib import Path

    from matplotlib.figure import Figure

    from jiedu.model import Entry

CAPTION = Caption("举措进展：$一$", "来源：一篇发布")
LONG = "到二〇三〇年基本建成覆盖城乡、布局合理、绿色低碳、安全可靠的新型信息基础设施体系" * 2
LEDGERS: dict[str, list[Entry]] = {
    "one": [entry()],
    "every state": [
        entry(f"{state}", "2025-06", outcome(state, *heard), region="新疆维吾尔自治区")
        for state, heard in (
            (State.ANNOUNCED, ()),
            (State.PROGRESS, ("later",)),
            (State.ACHIEVED, ("later", "latest")),
            (State.MISSED, ("latest",)),
            (State.OVERDUE, ()),
        )
    ],
    "long words": [entry(LONG, "2030", title=LONG), entry("W" * 90), entry("\n".join("一二三"))],
    "far deadlines": [entry("碳", "2060"), entry("网", "2026")],
    "many goals": [
        entry(LONG, "2024", *(outcome(state, "later") for state in State)),
    ],
    "due on the day": [entry("网", "2025-12-01"), entry("路", "2025-12")],
    "a full page": [entry(LONG, "2027", start=at) for at in range(briefings.LANES)],
}


def boxes(figure: Figure) -> list[tuple[str, tuple[float, float, float, float]]]:
    """The texts that are seen, with their sides in pixels."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    found = []
    for text in figure.findobj(match=Text):
        assert isinstance(text, Text)
        if text.get_text().strip() and text.get_visible():
            box = text.get_window_extent(canvas.get_renderer())
            found.append((text.get_text(), (box.x0, box.y0, box.x1, box.y1)))
    return found


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("entries", LEDGERS.values(), ids=LEDGERS)
def test_no_text_is_cut_off_or_over_another(entries: list[Entry]) -> None:
    with chinese():
        figure = figure_of(lanes_of(entries, DAYS), caption_of(entries, [LONG]), TODAY, hidden=3)
        seen = boxes(figure)
    wide, high = figure.bbox.width, figure.bbox.height
    for words, (left, low, right, top) in seen:
        assert 0 <= left < right <= wide, words
        assert 0 <= low < top <= high, words
    for (one, a), (other, b) in itertools.combinations(seen, 2):
        apart = a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
        assert apart, (one, other)


FORMS = {".png": b"\x89PNG", ".svg": b"<?xml", ".pdf": b"%PDF", ".PNG": b"\x89PNG"}


@pytest.mark.usefixtures("font")
@pytest.mark.parametrize("ending", FORMS)
def test_files(ending: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    paths = [tmp_path / f"{name}{ending}" for name in "ab"]
    for path in paths:
        draw_timeline(LEDGERS["every state"], path, CAPTION, DAYS, TODAY)
    first, second = (path.read_bytes() for path in paths)
    assert first.startswith(FORMS[ending])
    assert first == second
    assert not caplog.messages  # of faces that the font has not


@pytest.mark.usefixtures("font")
def test_a_character_that_no_font_has_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(briefings.FontError, match="U\\+E000"):
        draw_timeline([entry("网\ue000")], tmp_path / "a.png", CAPTION, DAYS, TODAY)
    assert not list(tmp_path.iterdir())


def test_no_font_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jiedu.briefings.fonts.FAMILIES", ())
    monkeypatch.setattr("jiedu.briefings.fonts.find_font.__defaults__", ((),))
    with pytest.raises(briefings.FontError, match="install one"):
        draw_timeline([entry()], tmp_path / "a.png", CAPTION, DAYS, TODAY)


@pytest.mark.parametrize("name", ["a", "a.jpg", "a.txt"])
def test_other_endings(name: str, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"\.png, \.svg, \.pdf"):
        draw_timeline([entry()], tmp_path / name, CAPTION, DAYS, TODAY)


def test_nothing_to_draw(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no measures"):
        draw_timeline([], tmp_path / "a.png", CAPTION, DAYS, TODAY)


@pytest.mark.usefixtures("font")
def test_the_picture_says_what_is_left_out() -> None:
    with chinese():
        lanes = lanes_of([entry()], DAYS)
        some = [words for words, _ in boxes(figure_of(lanes, CAPTION, TODAY, hidden=1200))]
        every = [words for words, _ in boxes(figure_of(lanes, CAPTION, TODAY))]
    assert any("1,201 项举措中的 1 项" in words and "1,200 项没有画出" in words for words in some)
    assert "共 1 项举措" in every
    assert CAPTION.title in every  # a dollar sign begins no formula


def test_matplotlib_is_an_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    for name in ("timeline", "pictures", "fonts"):
        monkeypatch.delitem(sys.modules, f"jiedu.briefings.{name}")
    with pytest.raises(MissingError, match=r"matplotlib is not installed.*jiedu\[plot\]"):
        _ = briefings.draw_timeline
