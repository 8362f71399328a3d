"""The table of headline figures: this time, last time, and the change with its sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.composing.salience import headline_figures
from jiedu.briefings.composing.setting import count, period, text
from jiedu.briefings.composing.values import is_exact, value_words
from jiedu.briefings.magnitudes import grouped, scale_of, unit_name
from jiedu.briefings.periods import period_words
from jiedu.briefings.stretches import stretch_of
from jiedu.catalogue import unit_family
from jiedu.model import Grid, Heading, Measure, Paragraph, Stretch, Words, WordsKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Block, Line, Observation, Source

_PERCENT = frozenset({"%", "pp"})
_AMOUNTS = frozenset({Measure.LEVEL, Measure.LEVEL_CHANGE})
_WIDTHS = (34, 15, 17, 19, 15)


def headlines(setting: Setting) -> tuple[list[Block], list[Observation]]:
    """The section, and the figures that it tells."""
    blocks: list[Block] = [Heading(setting.words["headlines"])]
    told, left = headline_figures(setting)
    if not told:
        blocks.append(Paragraph((text(setting.words["headline_none"]),)))
        return blocks, []
    rows = tuple(_row(found, setting) for found in told)
    columns = tuple(setting.words["headline_columns"])
    blocks.append(Grid(setting.table("headline_table"), columns, rows, _WIDTHS, (2, 3, 4)))
    blocks.append(Paragraph(tuple(_remarks(setting, left)), remark=True))
    return blocks, told


def _remarks(setting: Setting, left: int) -> Iterator[Words]:
    yield text(setting.words["headline_unlike"])
    if left:
        yield text(setting.words["gap"])
        yield count(setting.say("headline_left", count=left))


def _row(found: Observation, setting: Setting) -> tuple[Line, ...]:
    release = setting.release
    before = setting.history.before(found, release.id, release.published)
    sentence = found.sentence.of(release.text)
    note = setting.notes.observation(release.id, found, sentence)
    none = (text(setting.words["none"]),)
    value = value_words(found, setting.language)
    return (
        (text(setting.name(found)),),
        (period(period_words(found.period, setting.language)),) if found.period else none,
        (Words(value, WordsKind.FIGURE, (note,)),),
        _last(before, setting) if before else none,
        _change(found, before, setting) or none if before else none,
    )


def _last(before: Source, setting: Setting) -> Line:
    found = before.observation
    note = setting.notes.figure(before)
    value = Words(value_words(found, setting.language), WordsKind.FIGURE, (note,))
    return (value, text("\n"), period(period_words(found.period, setting.language)))


def _change(found: Observation, before: Source, setting: Setting) -> Line:
    """The difference with its sum; nothing where the two are not to be subtracted."""
    old = before.observation
    accumulated = stretch_of(found.period or "") is Stretch.ACCUMULATED
    if (
        not (is_exact(found) and is_exact(old))
        or (found.measure in _AMOUNTS and accumulated and found.unit not in _PERCENT)
        or unit_family(found.unit) != unit_family(old.unit)
        or found.measure is Measure.RANK
    ):
        return ()
    difference = found.value - old.value
    scale = scale_of([found.value, old.value], found.unit, setting.language)
    parts = (scale.of(found.value), scale.of(old.value), scale.of(difference))
    new, last, result = (grouped(part).replace("-", "−") for part in parts)
    last = f"({last})" if old.value < 0 else last
    unit = unit_name("pp", setting.language) if found.unit in _PERCENT else scale.unit
    between = setting.words["gap"] if unit else ""
    sign = setting.words["plus"] if difference > 0 else ""
    return (
        Words(f"{sign}{result}{between}{unit}", WordsKind.SUM),
        text("\n"),
        Words(f"{new}−{last}={result}", WordsKind.SUM),
    )
