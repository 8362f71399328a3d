"""The table of headline figures: this time, last time, and the change with its sum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.composing.salience import headline_figures
from jiedu.briefings.composing.setting import count, period, text
from jiedu.briefings.composing.values import is_exact, value_words, written_number
from jiedu.briefings.magnitudes import grouped, scale_of, unit_name
from jiedu.briefings.naming import publisher_name
from jiedu.briefings.periods import day_words, period_words
from jiedu.briefings.stretches import stretch_of
from jiedu.catalogue import unit_family
from jiedu.model import Grid, Heading, Measure, Paragraph, Span, Stretch, Words, WordsKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jiedu.briefings.composing.setting import Setting
    from jiedu.briefings.magnitudes import Scale
    from jiedu.model import Block, Line, Observation, Release, Source

_PERCENT = frozenset({"%", "pp"})
_AMOUNTS = frozenset({Measure.LEVEL, Measure.LEVEL_CHANGE})
_WIDTHS = (29, 16, 16, 19, 20)


def headlines(setting: Setting) -> tuple[list[Block], list[Observation]]:
    """The section, and the figures that it tells."""
    blocks: list[Block] = [Heading(setting.words["headlines"])]
    told, left = headline_figures(setting)
    if not told:
        blocks.append(Paragraph((text(setting.words["headline_none"]),)))
        return blocks, []
    if setting.material.comparison is not None:
        blocks.append(Paragraph((_previous(setting.material.comparison.old, setting),)))
    before = [setting.history.before(one, setting.release) for one in told]
    compared = any(before)
    rows = [_row(one, last, setting) for one, last in zip(told, before, strict=True)]
    key = "" if compared else "_alone"
    columns = tuple(setting.words[f"headline_columns{key}"])
    cells = tuple(row[: len(columns)] for row in rows)
    caption = setting.table(f"headline_table{key}")
    blocks.append(Grid(caption, columns, cells, _WIDTHS[: len(columns)], (2, 3, 4)))
    blocks.append(Paragraph(tuple(_remarks(setting, left, compared=compared)), remark=True))
    return blocks, told


def _previous(old: Release, setting: Setting) -> Words:
    """Which release this one is compared with, and where its title stands."""
    told = setting.say(
        "compared_with",
        publisher=publisher_name(old.publisher, setting.language),
        title=old.title,
        day=day_words(old.published, setting.language),
    )
    at = max(0, old.text.find(old.title))
    span = Span(at, min(at + len(old.title), len(old.text)))
    note = setting.notes.place(old.id, span, span.of(old.text))
    return Words(told, WordsKind.PERIOD, (note,))


def _remarks(setting: Setting, left: int, *, compared: bool) -> Iterator[Words]:
    yield text(setting.words["headline_unlike" if compared else "headline_alone"])
    if left:
        yield text(setting.words["gap"])
        yield count(setting.say("headline_left", count=left))


def _row(found: Observation, before: Source | None, setting: Setting) -> tuple[Line, ...]:
    release = setting.release
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
    new, last = (_operand(item, scale) for item in (found, old))
    result = grouped(scale.of(difference)).replace("-", "−")
    last = f"({last})" if old.value < 0 else last
    unit = unit_name("pp", setting.language) if found.unit in _PERCENT else scale.unit
    between = setting.words["gap"] if unit else ""
    sign = setting.words["plus"] if difference > 0 else ""
    return (
        Words(f"{sign}{result}{between}{unit}", WordsKind.SUM),
        text("\n"),
        Words(f"{new}−{last}={result}", WordsKind.SUM),
    )


def _operand(found: Observation, scale: Scale) -> str:
    """A figure in a sum: with the digits of the text where it is no amount."""
    number = written_number(found)
    sign = "−" if found.value < 0 else ""
    return f"{sign}{number}" if number else grouped(scale.of(found.value)).replace("-", "−")
