"""A checked text as one page without scripts: verdicts in the margin, each beside its claim."""

from __future__ import annotations

from collections import Counter, defaultdict
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from jiedu.checks import MARKS, VERDICTS_ZH
from jiedu.cli.annotated import write_page
from jiedu.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from jiedu.model import Finding, Release, Source

_GRAVEST = [
    Verdict.OFF,
    Verdict.REVISED,
    Verdict.COMPARABLE_BASIS,
    Verdict.UNVERIFIABLE,
    Verdict.HOLDS,
]
_STYLE = """
body { max-width: 76rem; }
:root { --off: #b42318; --revised: #8a4b08; --comparable-basis: #1849a9; --holds: #1a6b3c;
  --unverifiable: #57606a; }
@media (prefers-color-scheme: dark) {
  :root { --off: #ff9b92; --revised: #f0b65f; --comparable-basis: #94bdff; --holds: #7ed6a0;
    --unverifiable: #a9b1bb; }
}
.tally { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
.row { display: grid; grid-template-columns: minmax(0, 1.35fr) minmax(0, 1fr); gap: 0 2rem; }
.row > p { margin: 0 0 .6rem; white-space: pre-wrap; }
main { white-space: normal; }
.notes ol { list-style: none; margin: 0 0 .6rem; padding: 0; font-size: .875rem;
  line-height: 1.55; }
.notes li { border-inline-start: .25rem solid; margin: 0 0 .6rem; padding: 0 0 0 .7rem; }
.off { --verdict: var(--off); } .revised { --verdict: var(--revised); }
.comparable-basis { --verdict: var(--comparable-basis); } .holds { --verdict: var(--holds); }
.unverifiable { --verdict: var(--unverifiable); }
.notes li { border-color: var(--verdict); }
.notes p { margin: 0; }
strong { color: var(--verdict); }
.notes blockquote { margin: .25rem 0 0; padding: 0; }
cite { font-style: normal; font-weight: 600; }
mark { background: none; color: inherit; padding: 0 .1em;
  border-bottom: .15em solid var(--verdict); }
mark.off { border: .12em solid var(--verdict); }
mark a { color: inherit; text-decoration: none; }
mark sup { color: var(--verdict); font-weight: 700; margin-inline-start: .1em; line-height: 1; }
a { color: inherit; }
a:focus-visible { outline: .2rem solid var(--comparable-basis); outline-offset: .1rem; }
:target { background: color-mix(in srgb, var(--verdict) 15%, transparent); }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
@media (max-width: 46rem) { .row { grid-template-columns: minmax(0, 1fr); } }
@media print {
  :root { color-scheme: light; --off: #8f1d14; --revised: #6b3a06; --comparable-basis: #123a87;
    --holds: #14532d; --unverifiable: #444; }
  body { max-width: none; margin: 0; }
  .notes li { break-inside: avoid; }
}
"""


def write_checked(path: Path, release: Release, findings: Sequence[Finding]) -> None:
    """Write the page.

    Args:
        path: the file.
        release: the text that was checked.
        findings: what came of it.

    Raises:
        InputError: where the file cannot be written.
    """
    counts = Counter(finding.verdict for finding in findings)
    parts = [_tally(counts), *_rows(release.text, findings)]
    write_page(path, release, "".join(parts), _STYLE)


def _tally(counts: Counter[Verdict]) -> str:
    items = [
        f'<li class="{each.value}"><strong>{MARKS[each]} {VERDICTS_ZH[each]}</strong> '
        f"{counts[each]}</li>"
        for each in _GRAVEST
        if counts[each]
    ]
    if not items:
        return "<p>没有可以重算的说法。</p>\n"
    return f'<ul class="tally" aria-label="核验结论">{"".join(items)}</ul>\n'


def _rows(text: str, findings: Sequence[Finding]) -> Iterator[str]:
    """A row for each line of the text, with the findings of its claims beside it."""
    by_line: dict[int, list[Finding]] = defaultdict(list)
    for finding in sorted(findings, key=_start):
        by_line[text.count("\n", 0, _start(finding))].append(finding)
    at = 0
    for number, line in enumerate(text.split("\n")):
        told = by_line[number]
        if line.strip():
            yield f'<div class="row"><p>{"".join(_marked(line, at, told))}</p>'
            yield f'<div class="notes">{_notes(told)}</div></div>\n' if told else "</div>\n"
        at += len(line) + 1


def _start(finding: Finding) -> int:
    return finding.claim.observation.span.start


def _marked(line: str, offset: int, findings: Sequence[Finding]) -> Iterator[str]:
    """The escaped line; a claim's numeral leads to its findings and bears the gravest verdict."""
    at = 0
    for start, group in groupby(findings, key=_start):
        told = list(group)
        first, last = start - offset, told[0].claim.observation.span.end - offset
        if first < at:
            continue
        verdict = min((finding.verdict for finding in told), key=_GRAVEST.index)
        yield escape(line[at:first])
        yield f'<mark class="{verdict.value}" id="c{start}"><a href="#f{start}">'
        yield f'{escape(line[first:last])}<sup aria-hidden="true">{MARKS[verdict]}</sup>'
        yield f'<span class="unseen">（{VERDICTS_ZH[verdict]}）</span></a></mark>'
        at = last
    yield escape(line[at:])


def _notes(findings: Sequence[Finding]) -> str:
    items = []
    seen: set[int] = set()
    for finding in findings:
        start = _start(finding)
        name = "" if start in seen else f' id="f{start}"'
        seen.add(start)
        found = finding.claim.observation
        items.append(
            f'<li class="{finding.verdict.value}"{name}><p><strong>'
            f"{MARKS[finding.verdict]} {VERDICTS_ZH[finding.verdict]}</strong> "
            f'<a href="#c{start}">{escape(found.indicator)} {escape(found.text)}</a> '
            f"<code>{escape(finding.rule)}</code></p>"
            f"<p>{escape(finding.reason_zh)}</p>{''.join(_quotes(finding))}</li>"
        )
    return f"<ol>{''.join(items)}</ol>"


def _quotes(finding: Finding) -> Iterator[str]:
    """The sentences that the evidence stands in, each once; the claim's own is beside it."""
    for where, sentence in dict.fromkeys(_cited(finding.evidence, finding.claim)):
        yield f"<blockquote><cite>{escape(where)}</cite> {escape(sentence)}</blockquote>"


def _cited(facts: Iterable[Source], claim: Source) -> Iterator[tuple[str, str]]:
    for fact in facts:
        own = fact.release == claim.release
        if not (own and fact.sentence == claim.sentence):
            where = "本文" if own else f"{fact.release}，{fact.published}"
            yield where, fact.sentence.strip()
