"""The title of a chart, with the unit in which its figures are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jiedu.briefings.data_files import read_words
from jiedu.briefings.magnitudes import scale_of
from jiedu.briefings.words import one_line

if TYPE_CHECKING:
    from jiedu.briefings.magnitudes import Scale
    from jiedu.model import Chart, Language


def titled(chart: Chart) -> str:
    """A chart's title with its unit."""
    words = read_words("charts", chart.language)
    unit = chart_scale(chart).unit
    form = words["unit" if unit else "unitless"]
    return str(form.format(title=one_line(chart.title), unit=unit))


def chart_scale(chart: Chart) -> Scale:
    """The unit in which all figures of a chart are drawn."""
    values = [point.value for series in chart.series for point in series.points]
    return scale_of(values, chart.unit, chart.language)


def chart_words(language: Language) -> dict[str, str]:
    """The words that charts add to figures."""
    return read_words("charts", language)
