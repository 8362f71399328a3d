"""What is reported of a watched source as rows: stable field names, and an id for each."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from jiedu.exports.finding_rows import finding_row
from jiedu.exports.rows import commitment_row, outcome_row, record_row
from jiedu.model import NoticeKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from jiedu.model import Finding, Notice, Outcome, Promise, Record

NOTICE_FIELDS = (
    "id", "kind", "release", "published", "title", "url", "told", "figure", "before", "finding",
    "measure", "outcome", "due",
)  # fmt: skip
_DIGITS = 16
_PLACES = 4


def notice_row(notice: Notice) -> dict[str, Any]:
    """One thing that is reported; fields that are not of its kind are ``None``."""
    told = _told(notice)
    promise = notice.promise
    row: dict[str, Any] = {
        "kind": notice.kind.value,
        "release": notice.release,
        "published": notice.published.isoformat(),
        "title": notice.title,
        "url": notice.url,
        "told": told,
        "figure": record_row(notice.figure) if notice.figure else None,
        "before": record_row(notice.before) if notice.before else None,
        "finding": finding_row(notice.finding) if notice.finding else None,
        "measure": _measure_row(promise) if promise else None,
        "outcome": outcome_row(notice.outcome) if notice.outcome else None,
        "due": notice.due.isoformat() if notice.due else None,
    }
    return {"id": _id(row), **row}


def _id(row: Mapping[str, Any]) -> str:
    """The same for the same notice always, so that who gets it twice can tell."""
    place = [row["kind"], row["release"], row["told"], row["due"]]
    about = row["figure"] or row["measure"] or (row["finding"] or {}).get("claim") or {}
    place.append(about.get("start"))
    return hashlib.sha256(repr(place).encode()).hexdigest()[:_DIGITS]


def _measure_row(promise: Promise) -> dict[str, Any]:
    row = commitment_row(promise.commitment, promise.release, promise.published, promise.text)
    return {**row, "region": promise.region}


def _told(notice: Notice) -> str:
    """The notice in one line for a person."""
    if notice.figure is not None:
        before = notice.before
        last = f"; last {_figure(before)}" if before is not None else ""
        place = f"{notice.figure.region} " if notice.figure.region else ""
        return _line(f"{place}{notice.figure.indicator} {_figure(notice.figure)}{last}")
    if notice.finding is not None:
        return _line(_finding(notice.finding))
    assert notice.promise is not None
    words = notice.promise.text
    if notice.kind is NoticeKind.DUE:
        return _line(f"{words} (due {notice.due})")
    if notice.outcome is not None:
        return _line(f"{_outcome(notice.outcome)}: {words}")
    return _line(words)


def _figure(found: Record) -> str:
    kind = "" if found.measure.value == "level" else f"{found.measure.value} "
    bound = "" if found.bound.value == "=" else found.bound.value
    basis = f", {found.basis}" if found.basis and found.basis != "yoy" else ""
    goal = "" if found.status.value == "actual" else f", {found.status.value}"
    when = found.period or "no period"
    return f"{kind}{bound}{_grouped(found.value)} {found.unit} ({when}{basis}{goal})"


def _finding(finding: Finding) -> str:
    return f"{finding.rule}: {finding.claim.observation.indicator} {finding.reason}"


def _outcome(outcome: Outcome) -> str:
    percent = f" {outcome.percent:f} %" if outcome.percent is not None else ""
    return f"{outcome.state.value}{percent}"


def _grouped(value: Decimal) -> str:
    """A value with its thousands apart, without needless noughts or an endless quotient."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -_PLACES:
        value = round(value, _PLACES)
    return f"{value.normalize():,f}"


def _line(words: str) -> str:
    return " ".join(words.split())
