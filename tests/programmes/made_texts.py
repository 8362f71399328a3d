"""Releases and measures in words of our own."""

from __future__ import annotations

from datetime import date

from jiedu.model import Commitment, Release, Span, digest


def release(number: int, text: str, publisher: str = "示例省") -> Release:
    return Release(
        id=f"r{number}",
        title="示例",
        published=date(2025, number, 1),
        text=text,
        sha256=digest(text),
        publisher=publisher,
        region=None,
        url=None,
    )


def measure(text: str, clause: str, instrument: str | None) -> Commitment:
    start = text.index(clause)
    span = Span(start, start + len(clause))
    return Commitment(span, clause[:2], clause[2:], None, None, (), instrument)
