from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from jiedu.model import Release, digest
from jiedu.pipeline.saving import read_into

if TYPE_CHECKING:
    from desk import Desk

_BAD = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>\u202e{{ 3*7919 }}"


def _release(name: str, day: date, value: str) -> Release:
    text = (
        f"{_BAD}说，截至年末，5G基站总数达{value}万个。"
        f"将推进“{_BAD}”行动，建设智能工厂{value}家。\n{_BAD}增长{value}%。"
    )
    return Release(
        name, f"{_BAD}{name}", day, text, digest(text), _BAD, None, "javascript:alert(3)"
    )


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("/compare?a=x%22%3E1&b=x2", "&lt;script&gt;"),
        ("/compare?a=script&b=", "&lt;script&gt;"),
        ("/compare/choices?side=a&a=script", "&lt;script&gt;"),
        ("/compare?a=x%22%3E1&b=x2&part=sentences_reworded", "x%22%3E1"),
        ("/search?words=5G基站总数", "&lt;script&gt;"),
        ("/search?words=onerror", "<mark>onerror</mark>"),
        ("/ask?question=5G基站最新有多少", "330"),
        ("/ask?question=%3Cscript%3Ealert(1)%3C/script%3E", "&lt;script&gt;"),
    ],
)  # fmt: skip
def test_words_of_releases_are_never_markup(desk: Desk, place: str, said: str) -> None:
    releases = [
        _release('x">1', date(2026, 8, 20), "220"),
        _release("x2", date(2026, 9, 20), "330"),
    ]
    for _ in read_into(desk.store, releases):
        pass
    with desk.serving() as client:
        text = client.get(place).text
    assert said in text
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "\u202e" not in text
    assert "23757" not in text
    assert 'href="javascript:' not in text
