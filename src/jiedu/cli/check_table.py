"""Findings for people: line by line, and as a summary."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Literal

from rich.table import Table
from rich.text import Text

from jiedu.checks import MARKS
from jiedu.cli.output import console, counted, say, visible
from jiedu.exports.finding_rows import SUMMARY_FIELDS
from jiedu.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jiedu.model import Finding

_STYLES = {
    Verdict.HOLDS: "green",
    Verdict.OFF: "bold red",
    Verdict.REVISED: "yellow",
    Verdict.COMPARABLE_BASIS: "cyan",
    Verdict.UNVERIFIABLE: "dim",
}
_QUIET = frozenset({Verdict.HOLDS, Verdict.UNVERIFIABLE})
_QUOTED = frozenset({Verdict.OFF, Verdict.REVISED})


def print_findings(findings: Iterable[Finding], *, everything: bool) -> None:
    """Print findings by release, those that are off or revised with every sentence.

    Args:
        findings: as they come.
        everything: those too that agree, or that nothing decides.
    """
    verdicts: Counter[Verdict] = Counter()
    release = ""
    for finding in findings:
        verdicts[finding.verdict] += 1
        if finding.verdict in _QUIET and not everything:
            continue
        claim = finding.claim
        if claim.release != release:
            release = claim.release
            say(f"{claim.published}  {release}", "bold")
        line = Text(f"  {claim.observation.span.start:>6}  ")
        line.append(f"{MARKS[finding.verdict]} {finding.verdict.value}", _STYLES[finding.verdict])
        line.append(visible(f"  {finding.rule}: {claim.observation.indicator}  {finding.reason}"))
        console.print(line)
        if finding.verdict in _QUOTED:
            for fact in dict.fromkeys(
                (each.release, each.sentence.strip()) for each in _all(finding)
            ):
                console.print(Text(visible(f"            {': '.join(fact)}"), "dim"))
    told = ", ".join(f"{verdicts[each]:,} {each.value}" for each in Verdict if verdicts[each])
    say(f"{counted(verdicts.total(), 'claim')}: {told or 'none that can be recomputed'}")


def _all(finding: Finding) -> tuple[Any, ...]:
    return (finding.claim, *finding.evidence)


def print_summary(rows: Sequence[dict[str, Any]]) -> None:
    """Print how many claims got which verdict."""
    table = Table(box=None, pad_edge=False)
    for name in SUMMARY_FIELDS:
        numbers = name not in {"by", "name"}
        justify: Literal["left", "right"] = "right" if numbers else "left"
        table.add_column(name, justify=justify, overflow="fold", no_wrap=name != "name")
    before = ""
    for row in rows:
        shown = [visible(str(row[name])) if row[name] else "" for name in SUMMARY_FIELDS]
        table.add_row(*(["", *shown[1:]] if row["by"] == before else shown))
        before = row["by"]
    console.print(table)
