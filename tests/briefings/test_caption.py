"""The words around a picture."""

from __future__ import annotations

from datetime import date

from made_entries import entry

from jiedu.briefings import caption_of


def test_one_release_is_named() -> None:
    found = caption_of([entry(), entry(start=20)], ["江苏省"])
    assert found.title == "举措进展：工作问答 · 江苏省"
    assert found.source.startswith("来源：信息部，1 篇发布，2024-03-05。")


def test_several_are_counted() -> None:
    later = entry(release="b", published=date(2025, 1, 2), title="报告")
    found = caption_of([entry(), later], ["江苏省"])
    assert found.title == "举措进展：江苏省"
    assert "2 篇发布，2024-03-05 至 2025-01-02" in found.source
    assert caption_of([entry(), later]).title == "举措进展"
