"""The annotated text of a release as one self-contained page without scripts.

Figures stand on a ground of colour, measures are underlined. The fields of a measure are shown at
the foot of the window where it is pointed at or reached with the keyboard.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from jiedu.cli.annotated_page import KEY, PAGE
from jiedu.cli.written import number, write_text
from jiedu.lexicon import closing_day
from jiedu.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from jiedu.model import Commitment, Observation, Release


def write_html(
    path: Path,
    release: Release,
    observations: Iterable[Observation],
    commitments: Iterable[Commitment] = (),
) -> None:
    """Write the page.

    Args:
        path: the file.
        release: the document.
        observations: its figures.
        commitments: its measures.

    Raises:
        InputError: where the file cannot be written.
    """
    figures = sorted(observations, key=_place)
    body = "".join(_body(release.text, figures, sorted(commitments, key=_place)))
    write_page(path, release, body, key=KEY)


def write_page(path: Path, release: Release, body: str, style: str = "", key: str = "") -> None:
    """Write a page about a release.

    Args:
        path: the file.
        release: the release that heads it.
        body: its HTML.
        style: rules of its own, in CSS.
        key: what says how the page is marked, as HTML.

    Raises:
        InputError: where the file cannot be written.
    """
    about = "  ".join(filter(None, [str(release.published), release.publisher, release.region]))
    title = escape(release.title or release.id)
    page = PAGE.format(title=title, about=escape(about), body=body, style=style, key=key)
    write_text(path, page)


def _body(
    text: str, figures: Sequence[Observation], measures: Sequence[Commitment]
) -> Iterator[str]:
    """The escaped text with its measures, and the figures within and between them."""
    at = 0
    for found in measures:
        span = _whole(found.span, figures)
        if span.start < at:
            continue
        yield from _marked(text, Span(at, span.start), figures)
        name = f"m{span.start}"
        yield f'<span class="measure" tabindex="0" aria-describedby="{name}">'
        yield from _marked(text, span, figures)
        fields = escape(_fields(found))
        yield f'<span class="fields" role="tooltip" id="{name}">{fields}</span></span>'
        at = span.end
    yield from _marked(text, Span(at, len(text)), figures)


def _whole(span: Span, figures: Sequence[Observation]) -> Span:
    """A stretch that holds the whole of every figure it cuts."""
    start, end = span.start, span.end
    for figure in figures:
        if figure.span.start < end and span.start < figure.span.end:
            start, end = min(start, figure.span.start), max(end, figure.span.end)
    return Span(start, end)


def _marked(text: str, within: Span, figures: Sequence[Observation]) -> Iterator[str]:
    """A stretch of the text; a numeral of several figures is marked once, with a line for each."""
    at = within.start
    inside = (
        figure
        for figure in figures
        if within.start <= figure.span.start and figure.span.end <= within.end
    )
    for span, found in groupby(inside, key=_place):
        if span.start < at:
            continue
        told = list(found)
        hint = escape("\n".join(map(_hint, told)), quote=True)
        yield escape(text[at : span.start])
        yield f'<mark class="{told[0].status.value}" title="{hint}">'
        yield f"{escape(span.of(text))}</mark>"
        at = span.end
    yield escape(text[at : within.end])


def _place(found: Observation | Commitment) -> Span:
    return found.span


def _hint(found: Observation) -> str:
    fields = [
        found.indicator,
        found.measure.value,
        f"{found.bound.value} {number(found.value)} {found.unit}".strip(),
        found.period,
        found.basis,
        found.status.value,
    ]
    return " · ".join(field for field in fields if field)


def _fields(found: Commitment) -> str:
    """What a measure holds, a line each."""
    fields = {
        "举措": f"{found.action} · {found.object}",
        "谁来做": found.owner,
        "期限": found.deadline and f"{found.deadline}（{closing_day(found.deadline)} 前）",
        "文件或行动": found.instrument,
        "谁说的": found.speaker,
        "位置": f"{found.span.start}-{found.span.end}",
    }
    return "\n".join(f"{name}：{value}" for name, value in fields.items() if value)
