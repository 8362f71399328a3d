"""A comparison as rows that programs read: stable field names, one row a change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jiedu.model import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.model import Comparison, FigureChange, MeasureChange, NameChange, Release, Span

DIFF_FIELDS = (
    "section", "change", "weight", "name", "key", "measure", "unit", "basis", "region", "status",
    "old_value", "new_value", "old_bound", "new_bound", "difference", "difference_unit",
    "relative", "old_period", "new_period", "old_count", "new_count", "likeness", "shift",
    "old_degrees", "new_degrees", "targets", "old", "old_start", "old_end", "old_text", "new",
    "new_start", "new_end", "new_text",
)  # fmt: skip
"""The fields of every row, in their order; those that a section has no use for are null."""

_JOINT = "、"


def comparison_rows(found: Comparison) -> Iterator[dict[str, Any]]:
    """Every change, section by section, the heaviest first."""
    for figure in found.figures:
        yield _row(found, "figure", figure, _figure(found, figure))
    for measure in found.measures:
        old, new = (item.span if item else None for item in (measure.old, measure.new))
        yield _row(found, "measure", measure, _measure(measure) | _places(found, old, new))
    for name in found.programmes:
        yield _row(found, "programme", name, _name(name) | _places(found, name.old, name.new))
    for phrase in found.phrases:
        words = {"name": phrase.phrase, "old_count": phrase.old_count}
        words |= {"new_count": phrase.new_count}
        yield _row(found, "wording", phrase, words | _places(found, phrase.old, phrase.new))
    for sentence in found.sentences:
        alike = {"likeness": _alike(sentence.likeness)}
        yield _row(found, "sentence", sentence, alike | _places(found, sentence.old, sentence.new))


def targets_of(change: MeasureChange) -> str:
    """A measure's goals as written, old → new; — where one release has none."""
    return _JOINT.join(
        f"{goal.old.text if goal.old else '—'} → {goal.new.text if goal.new else '—'}"
        for goal in change.targets
    )


def _row(found: Comparison, section: str, item: Any, values: dict[str, Any]) -> dict[str, Any]:
    row: dict[str, Any] = dict.fromkeys(DIFF_FIELDS)
    row |= {"section": section, "change": item.change.value, "weight": round(item.weight, 3)}
    return row | {"old": found.old.id, "new": found.new.id} | values


def _places(found: Comparison, old: Span | None, new: Span | None) -> dict[str, Any]:
    return _place("old", found.old, old) | _place("new", found.new, new)


def _place(side: str, release: Release, span: Span | None) -> dict[str, Any]:
    if span is None:
        return {}
    text = span.of(release.text)
    return {f"{side}_start": span.start, f"{side}_end": span.end, f"{side}_text": text}


def _figure(found: Comparison, change: FigureChange) -> dict[str, Any]:
    """Both figures; they stand at their numerals, and are quoted with their sentences."""
    told = change.told
    row = {
        "name": told.indicator,
        "key": told.indicator_id,
        "measure": told.measure.value,
        "unit": told.unit,
        "basis": told.basis,
        "region": told.region,
        "status": told.status.value,
        "difference": change.difference,
        "difference_unit": change.unit or None,
        "relative": None if change.relative is None else round(change.relative, 2),
    }
    for side, item, release in (("old", change.old, found.old), ("new", change.new, found.new)):
        if item is not None:
            row |= _place(side, release, item.span)
            row[f"{side}_text"] = item.sentence.of(release.text)
            row[f"{side}_value"] = item.value
            row[f"{side}_bound"] = item.bound.value
            row[f"{side}_period"] = item.period
    return row


def _measure(change: MeasureChange) -> dict[str, Any]:
    told = change.told
    return {
        "name": told.object,
        "key": told.instrument,
        "likeness": _alike(change.likeness),
        "shift": change.shift.value or None,
        "old_degrees": _JOINT.join(change.old_degrees) or None,
        "new_degrees": _JOINT.join(change.new_degrees) or None,
        "targets": targets_of(change) or None,
        "old_period": change.old.deadline if change.old else None,
        "new_period": change.new.deadline if change.new else None,
    }


def _name(change: NameChange) -> dict[str, Any]:
    new = change.change is Change.NEW
    return {
        "name": change.name,
        "key": change.key,
        "old_count": 0 if new else change.count,
        "new_count": change.count if new else 0,
    }


def _alike(likeness: float) -> float | None:
    return round(likeness, 3) if likeness else None
