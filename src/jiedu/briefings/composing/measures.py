"""Measures: new, going on, dropped, with their goals, deadlines, owners and what became of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from jiedu.briefings.composing.quoting import joined, quoted
from jiedu.briefings.composing.said import figure, is_said
from jiedu.briefings.composing.setting import count, strong, text
from jiedu.briefings.composing.values import value_words
from jiedu.briefings.periods import day_words, period_words
from jiedu.model import (
    Bullets,
    Change,
    Entry,
    Grid,
    Heading,
    MeasureChange,
    Paragraph,
    State,
    Words,
    WordsKind,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Block, Line, Observation

_WIDTHS = (44, 18, 13, 13, 12)
_KIND_WIDTHS = (10, 38, 17, 12, 12, 11)
_LEAST = 6  # code points of a clause that says what is done
_GOALS = 2  # that a row has room for
_KINDS = {
    Change.NEW: "measure_new",
    Change.CHANGED: "measure_goes_on",
    Change.GONE: "measure_gone",
}


class _Row(NamedTuple):
    """A measure: whether it is new, its entry in the ledger, and what it was before."""

    kind: str
    entry: Entry
    change: MeasureChange | None = None


def measures(setting: Setting) -> list[Block]:
    """The section."""
    blocks: list[Block] = [Heading(setting.words["measures"])]
    rows = _rows(setting)
    blocks.append(Paragraph(_preface(rows, setting)))
    if rows:
        blocks.extend(_table(rows, setting))
    blocks.extend(_answered(setting))
    return blocks


def _preface(rows: Sequence[_Row], setting: Setting) -> Line:
    compared = setting.material.comparison
    if not rows:
        return (text(setting.words["measures_none"]),)
    if compared is None:
        return (text(setting.words["uncompared"]),)
    kinds = [row.kind for row in rows]
    counts = [
        setting.say("measure_counts", kind=setting.words[key], count=kinds.count(key))
        for key in _KINDS.values()
    ]
    return (count(setting.words["separator"].join(counts) + setting.words["stop"]),)


def _rows(setting: Setting) -> list[_Row]:
    """The measures, by kind where they can be compared, the most important of each first."""
    found = setting.material
    said = [entry for entry in found.entries if len(entry.promise.text) >= _LEAST]
    mine = {entry.promise.commitment.span: entry for entry in said}
    if found.comparison is None:
        ranked = sorted(said, key=lambda entry: -_weight(entry))
        return [_Row("", entry) for entry in ranked]
    old = {entry.promise.commitment.span: entry for entry in found.earlier}
    rows: list[_Row] = []
    for change in found.comparison.measures:
        entry = mine.get(change.new.span) if change.new else None
        if change.new is None and change.old is not None:
            entry = old.get(change.old.span)
        if entry is not None:
            rows.append(_Row(_KINDS[change.change], entry, change))
    order = list(_KINDS.values())
    return sorted(rows, key=lambda row: (order.index(row.kind), -_weight(row.entry)))


def _weight(entry: Entry) -> float:
    """What can be held against later figures comes first: goals, deadlines, programmes, owners."""
    promise = entry.promise
    commitment = promise.commitment
    return (
        2.0 * bool(promise.goals)
        + 2.0 * any(goal.indicator_id for goal in promise.goals)
        + 2.0 * bool(commitment.deadline)
        + 1.0 * bool(commitment.instrument)
        + 1.0 * bool(commitment.owner)
        + 1.5 * any(outcome.state is not State.ANNOUNCED for outcome in entry.outcomes)
    )


def _table(rows: Sequence[_Row], setting: Setting) -> Iterator[Block]:
    shown = _shared_out(rows, setting.limits.measures)
    by_kind = setting.material.comparison is not None
    cells = []
    for row in shown:
        kind = ((strong(setting.words[row.kind]),),) if by_kind else ()
        cells.append((*kind, *_cells(row, setting)))
    key = "measure_kind_columns" if by_kind else "measure_columns"
    header, widths = setting.words[key], _KIND_WIDTHS if by_kind else _WIDTHS
    dull = {setting.words["none"], setting.words["states"][State.ANNOUNCED]}
    kept = [at for at in range(len(header)) if not all(_is_in(row[at], dull) for row in cells)]
    yield Grid(
        setting.table("measure_table"),
        tuple(header[at] for at in kept),
        tuple(tuple(row[at] for at in kept) for row in cells),
        tuple(widths[at] for at in kept),
    )
    if len(rows) > len(shown):
        left = setting.say("measure_left", count=len(rows) - len(shown))
        yield Paragraph((count(left),), remark=True)


def _is_in(cell: Line, dull: set[str]) -> bool:
    """Whether a cell says nothing; a column of such cells is left out."""
    return "".join(words.text for words in cell) in dull


def _shared_out(rows: Sequence[_Row], most: int) -> list[_Row]:
    """So many rows that each kind has its part; what one does not need goes to the others."""
    kinds = list(dict.fromkeys(row.kind for row in rows))
    taken: list[_Row] = []
    share = most // max(1, len(kinds))
    for kind in kinds:
        taken += [row for row in rows if row.kind == kind][:share]
    rest = [row for row in rows if row not in taken]
    taken += rest[: most - len(taken)]
    return sorted(taken, key=lambda row: rows.index(row))


def _cells(row: _Row, setting: Setting) -> tuple[Line, ...]:
    promise = row.entry.promise
    commitment = promise.commitment
    none = (text(setting.words["none"]),)
    note = setting.notes.place(
        promise.release, commitment.span, promise.text, period=commitment.deadline
    )
    goals = [_goal(goal, note, row.change, setting) for goal in promise.goals[:_GOALS]]
    due = period_words(commitment.deadline, setting.language)
    who = commitment.owner or ""
    if who not in promise.text and any(sign.isdigit() for sign in who):
        who = ""  # no name
    return (
        quoted(promise.text, setting.limits.words + 12, setting, note),
        joined(goals, setting.words["semicolon"]) or none,
        (Words(due, WordsKind.PERIOD, (note,)),) if due else none,
        (text(who),) if who else none,
        state_of(row.entry, setting),
    )


def _goal(goal: Observation, note: int, change: MeasureChange | None, setting: Setting) -> Line:
    """A goal, and what it was in the release that this one is compared with, where it moved."""
    value = figure(goal, setting.language, note)
    compared = setting.material.comparison
    targets = change.targets if change and change.new else ()
    moved = next((item for item in targets if item.new == goal and item.old), None)
    if compared is None or change is None or moved is None or moved.change is not Change.CHANGED:
        return (value,)
    old, span = moved.old, change.old.span if change.old else None
    if old is None or span is None or not is_said(old):
        return (value,)
    before = setting.notes.place(compared.old.id, span, span.of(compared.old.text), shown=True)
    told = setting.say("goal_before", value=value_words(old, setting.language))
    return (value, Words(told, WordsKind.FIGURE, (before,)))


def state_of(entry: Entry, setting: Setting) -> Line:
    """What became of a measure, with the sentence that says so."""
    states = list(dict.fromkeys(outcome.state for outcome in entry.outcomes))
    words = setting.words["semicolon"].join(setting.words["states"][state] for state in states)
    notes = [
        setting.notes.evidence(found)
        for outcome in entry.outcomes
        for found in outcome.evidence[:1]
    ]
    return (text(words, *dict.fromkeys(notes)),)


def _answered(setting: Setting) -> list[Block]:
    """Earlier measures that this release says something about."""
    found = setting.material.answered
    if not found:
        return []
    ranked = sorted(found, key=lambda entry: (-_weight(entry), entry.promise.published))
    items = tuple(_answer(entry, setting) for entry in ranked[: setting.limits.answered])
    blocks: list[Block] = [
        Paragraph((strong(setting.words["answered"]),)),
        Bullets(items),
    ]
    if len(found) > len(items):
        left = setting.say("measure_left", count=len(found) - len(items))
        blocks.append(Paragraph((count(left),), remark=True))
    return blocks


def _answer(entry: Entry, setting: Setting) -> Line:
    promise = entry.promise
    note = setting.notes.place(promise.release, promise.commitment.span, promise.text)
    day = day_words(promise.published, setting.language)
    told = [outcome for outcome in entry.outcomes if outcome.evidence][:1]
    state = setting.words["states"][told[0].state]
    evidence = setting.notes.evidence(told[0].evidence[0])
    return (
        strong(setting.say("answered_item", state=state)),
        *quoted(promise.text, setting.limits.words + 12, setting, note),
        Words(setting.say("answered_from", day=day), WordsKind.PERIOD, (evidence,)),
    )
