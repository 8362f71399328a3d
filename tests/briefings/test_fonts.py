"""The font with Chinese characters: found, or a loud error."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from matplotlib import font_manager

from jiedu.briefings import FontError
from jiedu.briefings.fonts import find_font

if TYPE_CHECKING:
    from pathlib import Path

    from jiedu.briefings.fonts import Font

LATIN = "DejaVu Sans"  # matplotlib's own


def test_the_font_has_what_releases_are_written_with(font: Font) -> None:
    font.check(["二〇二六年：“十五五”规划，5G基站≥10.5万个；增长3.8%！\n　·…—℃㎡①Ⅲ（三）"])


def test_the_first_family_that_is_there_wins(font: Font) -> None:
    found = find_font(("No Such Font", font.families[0], LATIN))
    assert found.families[0] == font.families[0]


def test_no_font_is_an_error_that_says_what_to_install() -> None:
    with pytest.raises(FontError, match=r"no font with Chinese characters.*fonts-noto-cjk"):
        find_font(("No Such Font",))


@pytest.mark.parametrize(
    ("text", "at"), [("第二\ue000代", 2), ("\U000f0000", 0), ("推进\ufffe网络", 2)]
)
def test_a_missing_glyph_is_an_error_with_its_place(text: str, at: int, font: Font) -> None:
    with pytest.raises(FontError) as caught:
        font.check(["都有", text])
    assert caught.value.document == text
    assert caught.value.offset == at
    assert f"U+{ord(text[at]):04X}" in str(caught.value)


def test_a_latin_font_has_no_chinese() -> None:
    with pytest.raises(FontError, match="U\\+7F51"):
        find_font((LATIN,)).check(["网络"])


def test_a_font_removed_since_the_list_was_made(
    font: Font, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = font_manager.FontEntry(str(tmp_path / "gone.ttf"), name="Gone")
    listed = [gone, *font_manager.fontManager.ttflist]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", listed)
    assert find_font(("Gone", *font.families)).families == font.families


def test_a_font_installed_since_the_list_was_made(
    font: Font, monkeypatch: pytest.MonkeyPatch
) -> None:
    known = [entry for entry in font_manager.fontManager.ttflist if entry.name == LATIN]
    monkeypatch.setattr(font_manager.fontManager, "ttflist", known)
    assert find_font(font.families[:1]).families == font.families
