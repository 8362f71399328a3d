"""Charts of headline figures that have a course so far."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.periods import period_words
from jiedu.briefings.series_chart import kind_of, with_gaps_told
from jiedu.briefings.sources import source_line
from jiedu.briefings.stretches import day_of
from jiedu.briefings.titles import titled
from jiedu.model import Chart, ChartKind, ChartPoint, ChartSeries, Picture, Pictures

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from jiedu.briefings.composing.setting import Setting
    from jiedu.model import Block, Observation, Source

_LEAST = 4  # figures that make a course
_YEARS = 3  # that a picture goes back
_A_ROW = 2


def pictures(setting: Setting, told: Sequence[Observation]) -> list[Block]:
    """The charts, two side by side; none where no headline figure has a course."""
    found = list(_pictures(setting, told))
    return [Pictures(tuple(found[at : at + _A_ROW])) for at in range(0, len(found), _A_ROW)]


def _pictures(setting: Setting, told: Sequence[Observation]) -> Iterator[Picture]:
    drawn: set[str] = set()
    ranked = sorted(told, key=lambda found: (-_covered(found, setting), found.span))
    for found in ranked:
        if len(drawn) == setting.limits.pictures:
            return
        line = _line(found, setting)
        if len(line) < _LEAST or found.indicator_id in drawn:
            continue
        drawn.add(found.indicator_id or "")
        yield _picture(found, line, len(drawn), setting)


def _covered(found: Observation, setting: Setting) -> int:
    return min(len(_line(found, setting)), _LEAST * 2)


def _line(found: Observation, setting: Setting) -> list[Source]:
    until = setting.material.as_of
    line = setting.history.line(found, until)
    first = until.replace(year=until.year - _YEARS, day=1)
    return [source for source in line if day_of(source.observation.period or "") >= first]


def _picture(found: Observation, line: Sequence[Source], number: int, setting: Setting) -> Picture:
    points = tuple(
        ChartPoint(
            source.observation.value,
            source.observation.period,
            bound=source.observation.bound,
            release=source.release,
        )
        for source in line
    )
    names = {source.release for source in line}
    releases = [*setting.material.releases, setting.release]
    source = source_line([item for item in releases if item.id in names], setting.language)
    name = setting.name(found)
    kind = kind_of(found.indicator_id or "", found.measure, points)
    chart = with_gaps_told(
        Chart(name, found.unit, kind, (ChartSeries(name, points),), source, setting.language)
    )
    periods = sorted((point.period or "" for point in points), key=day_of)
    described = setting.say(
        "described",
        title=titled(chart),
        kind=setting.words["bars" if kind is ChartKind.BARS else "line"],
        count=len(points),
        first=period_words(periods[0], setting.language),
        last=period_words(periods[-1], setting.language),
    )
    caption = setting.say("picture", number=number, title=titled(chart))
    return Picture(chart, caption, described)
