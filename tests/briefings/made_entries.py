"""Entries of a ledger, made for the tests of pictures and calendars."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from jiedu.model import Commitment, Entry, Evidence, Outcome, Promise, Span, State

DAYS = {"later": date(2025, 6, 1), "latest": date(2025, 9, 1)}
TODAY = date(2025, 12, 1)


def outcome(
    state: State = State.ANNOUNCED, *heard: str, target: int | None = None, percent: str = ""
) -> Outcome:
    """An outcome with evidence in the releases that were heard."""
    evidence = tuple(Evidence(release, Span(3, 9), f"{release}：已经办好。") for release in heard)
    share = Decimal(percent) if percent else None
    return Outcome(target, state, share, evidence, f"because of {state}")


def entry(
    text: str = "推进网络建设",
    due: str | None = None,
    *outcomes: Outcome,
    start: int = 7,
    release: str = "plan",
    published: date = date(2024, 3, 5),
    region: str | None = None,
    title: str = "工作问答",
) -> Entry:
    """A measure with its outcomes; announced where there are none."""
    commitment = Commitment(
        Span(start, start + len(text)), "推进", "网络建设", "通信局", due, (), None, "张明"
    )
    promise = Promise(
        release, published, title, "信息部", region, commitment, text, f"{text}。", ()
    )
    return Entry(promise, outcomes or (outcome(),))
