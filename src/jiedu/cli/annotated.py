"""The annotated text of a release as one self-contained page without scripts."""

from __future__ import annotations

from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from jiedu.cli.written import number, write_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Observation, Release, Span

_PAGE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
:root {{ color-scheme: light dark; }}
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; line-height: 1.9;
  font-family: system-ui, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }}
main {{ white-space: pre-wrap; overflow-wrap: anywhere; }}
mark {{ padding: 0 .15em; border-radius: .2em; background: #fde68a; color: #1f2937; }}
mark.target {{ background: #bfdbfe; }}
mark.forecast {{ background: #ddd6fe; }}
{style}</style>
</head>
<body>
<h1>{title}</h1>
<p>{about}</p>
<main>{body}</main>
</body>
</html>
"""


def write_html(path: Path, release: Release, observations: Iterable[Observation]) -> None:
    """Write the page.

    Raises:
        InputError: where the file cannot be written.
    """
    write_page(path, release, "".join(_marked(release.text, observations)))


def write_page(path: Path, release: Release, body: str, style: str = "") -> None:
    """Write a page about a release.

    Args:
        path: the file.
        release: the release that heads it.
        body: its HTML.
        style: rules of its own, in CSS.

    Raises:
        InputError: where the file cannot be written.
    """
    about = "  ".join(filter(None, [str(release.published), release.publisher, release.region]))
    title = escape(release.title or release.id)
    write_text(path, _PAGE.format(title=title, about=escape(about), body=body, style=style))


def _marked(text: str, observations: Iterable[Observation]) -> Iterable[str]:
    """The escaped text; a numeral of several figures is marked once, with a line for each."""
    at = 0
    for span, found in groupby(sorted(observations, key=_place), key=_place):
        if span.start < at:
            continue
        figures = list(found)
        hint = escape("\n".join(map(_hint, figures)), quote=True)
        yield escape(text[at : span.start])
        yield f'<mark class="{figures[0].status.value}" title="{hint}">'
        yield f"{escape(span.of(text))}</mark>"
        at = span.end
    yield escape(text[at:])


def _place(found: Observation) -> Span:
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
