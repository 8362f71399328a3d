"""``jiedu check``: does what is said agree with what was said."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import console, counted, print_rows, say
from jiedu.cli.rows import record_row
from jiedu.model import Finding, Source, Verdict, record_of
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading, check_store
from jiedu.readers import read_file
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_CONTRADICTION = 3  # the exit status where a check found one and --strict is on
_STYLES = {
    Verdict.HOLDS: "green",
    Verdict.OFF: "bold red",
    Verdict.REVISED: "yellow",
    Verdict.COMPARABLE_BASIS: "cyan",
    Verdict.UNVERIFIABLE: "dim",
}
FIELDS = ("rule", "verdict", "release", "start", "end", "stated", "low", "high", "reason")


def run(
    ctx: typer.Context,
    texts: Annotated[
        list[str] | None,
        typer.Argument(metavar="[RELEASE or FILE]…", help="All releases of the store by default."),
    ] = None,
    published: Annotated[
        str | None, typer.Option(help="The day of a file that does not say it, YYYY-MM-DD.")
    ] = None,
    without: Annotated[
        str | None, typer.Option(metavar="ID", help="A release that is the same text.")
    ] = None,
    verdict: Annotated[Verdict | None, typer.Option(help="One verdict only.")] = None,
    rule: Annotated[str | None, typer.Option(help="One rule only.")] = None,
    later: Annotated[
        bool, typer.Option("--with-later", help="Hold it against later releases too.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with status 3 where a claim is off.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Recompute what can be recomputed and print what does not agree, with the sum."""
    when = day(published, "--published")
    found = [
        finding
        for finding in _findings(ctx.obj, texts or [], when, without, later=later)
        if verdict is None or finding.verdict is verdict
        if rule is None or finding.rule == rule
    ]
    if form is Format.TABLE:
        _print(found, everything=verdict is not None or bool(texts))
    elif form is Format.CSV:
        print_rows(map(_flat_row, found), form, FIELDS)
    else:
        print_rows(map(finding_row, found), form)
    if strict and any(finding.verdict is Verdict.OFF for finding in found):
        raise typer.Exit(_CONTRADICTION)


def _findings(
    store: str, texts: list[str], when: date | None, without: str | None, *, later: bool
) -> Iterator[Finding]:
    view = View(store)
    if not texts:
        for _, found in check_store(view, later=later):
            yield from found
        return
    for name in texts:
        path = Path(name)
        release = read_file(path, when) if path.is_file() else view.release(name)
        yield from check_reading(process(release), view, without=without, later=later)


def finding_row(finding: Finding) -> dict[str, Any]:
    """A finding with the claim and its evidence as observations."""
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "stated": finding.claim.observation.value,
        "expected": list(finding.expected),
        "claim": _source_row(finding.claim),
        "evidence": [_source_row(fact) for fact in finding.evidence],
        "reason": finding.reason,
    }


def _source_row(fact: Source) -> dict[str, Any]:
    return record_row(record_of(fact.observation, fact.release, fact.published, fact.sentence))


def _flat_row(finding: Finding) -> dict[str, Any]:
    span = finding.claim.observation.span
    low, high = finding.expected
    return {
        "rule": finding.rule,
        "verdict": finding.verdict.value,
        "release": finding.claim.release,
        "start": span.start,
        "end": span.end,
        "stated": finding.claim.observation.value,
        "low": low,
        "high": high,
        "reason": finding.reason,
    }


def _print(findings: Iterable[Finding], *, everything: bool) -> None:
    """Print findings by release; of a whole store only what does not agree."""
    verdicts = Counter(finding.verdict for finding in findings)
    release = ""
    for finding in findings:
        quiet = finding.verdict in {Verdict.HOLDS, Verdict.UNVERIFIABLE}
        if quiet and not everything:
            continue
        claim = finding.claim
        if claim.release != release:
            release = claim.release
            say(f"{claim.published}  {release}", "bold")
        line = Text(f"  {claim.observation.span.start:>6}  ")
        line.append(finding.verdict.value, _STYLES[finding.verdict])
        line.append(f"  {finding.rule}: {claim.observation.indicator}  {finding.reason}")
        console.print(line)
        if finding.verdict is Verdict.OFF:
            for fact in (claim, *finding.evidence):
                console.print(Text(f"            {fact.release}: {fact.sentence.strip()}", "dim"))
    told = ", ".join(f"{verdicts[each]:,} {each.value}" for each in Verdict if verdicts[each])
    say(f"{counted(verdicts.total(), 'claim')}: {told or 'none that can be recomputed'}")
