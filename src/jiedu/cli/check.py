"""``jiedu check``: does what is said agree with what was said."""

from __future__ import annotations

from collections import Counter
from itertools import zip_longest
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from jiedu.checks import RULES
from jiedu.cli.check_table import print_findings, print_summary
from jiedu.cli.checked_page import write_checked
from jiedu.cli.options import Format, FormatOption, day
from jiedu.cli.output import print_rows
from jiedu.cli.sarif import write_sarif
from jiedu.exports.finding_rows import FIELDS, SUMMARY_FIELDS, finding_row, flat_row, summary_rows
from jiedu.model import Finding, Reading, Release, Verdict
from jiedu.pipeline import process
from jiedu.pipeline.checking import check_reading, check_store
from jiedu.readers import read_file
from jiedu.store import View

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from datetime import date

_CONTRADICTION = 3  # the exit status where a check found one and --strict is on
_ONE_PAGE = "a page is of one text: name one release or file"

Checked = tuple[Reading, list[Finding]]


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
    rule: Annotated[
        str | None, typer.Option(help=f"One rule only: {', '.join(RULES)}.", show_default=False)
    ] = None,
    later: Annotated[
        bool, typer.Option("--with-later", help="Hold it against later releases too.")
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Exit with status 3 where a claim is off.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(help="Write one text with verdicts in its margin to this file.")
    ] = None,
    sarif: Annotated[
        Path | None, typer.Option(help="Write SARIF 2.1.0 to this file, for editors and CI.")
    ] = None,
    summary: Annotated[
        bool, typer.Option("--summary", help="Only how many claims, by rule and by publisher.")
    ] = False,
    form: FormatOption = Format.TABLE,
) -> None:
    """Recompute what can be recomputed and print what does not agree, with the sum."""
    names = texts or []
    when = day(published, "--published")
    if html is not None and len(names) != 1:
        raise typer.BadParameter(_ONE_PAGE, param_hint="--html")
    if rule is not None and rule not in RULES:
        raise typer.BadParameter(f"no such rule; there are {', '.join(RULES)}", param_hint="--rule")

    def is_wanted(finding: Finding) -> bool:
        return (verdict is None or finding.verdict is verdict) and (
            rule is None or finding.rule == rule
        )

    verdicts: Counter[Verdict] = Counter()
    checked: Iterable[Checked] = _counted(
        _checked(ctx.obj, names, when, without, later, is_wanted), verdicts
    )
    if names or sarif is not None:
        checked = list(checked)  # a whole store is told as it is checked
    if html is not None:
        for reading, found in checked:
            write_checked(html, reading.release, found)
    if sarif is not None:
        files = [name if Path(name).is_file() else None for name in names]
        write_sarif(sarif, _placed(checked, files))
    if summary:
        _print_summary(checked, form)
    else:
        _print(checked, form, everything=verdict is not None or bool(names))
    if strict and verdicts[Verdict.OFF]:
        raise typer.Exit(_CONTRADICTION)


def _counted(checked: Iterable[Checked], verdicts: Counter[Verdict]) -> Iterator[Checked]:
    for reading, found in checked:
        verdicts.update(finding.verdict for finding in found)
        yield reading, found


def _placed(
    checked: Iterable[Checked], files: list[str | None]
) -> Iterator[tuple[Release, str | None, list[Finding]]]:
    """Texts with the files they were read from; a whole store has none."""
    for (reading, found), file in zip_longest(checked, files):
        yield reading.release, file, found


def _checked(
    store: str,
    names: list[str],
    when: date | None,
    without: str | None,
    later: bool,
    is_wanted: Callable[[Finding], bool],
) -> Iterator[Checked]:
    """Each text that has findings that are wanted, or that was named."""
    view = View(store)
    if not names:
        for reading, found in check_store(view, later=later):
            kept = [finding for finding in found if is_wanted(finding)]
            if kept:
                yield reading, kept
    for name in names:
        path = Path(name)
        release = read_file(path, when) if path.is_file() else view.release(name)
        reading = process(release)
        found = check_reading(reading, view, without=without, later=later)
        yield reading, [finding for finding in found if is_wanted(finding)]


def _print(checked: Iterable[Checked], form: Format, *, everything: bool) -> None:
    findings = (finding for _, found in checked for finding in found)
    if form is Format.TABLE:
        print_findings(findings, everything=everything)
    elif form is Format.CSV:
        print_rows(map(flat_row, findings), form, FIELDS)
    else:
        print_rows(map(finding_row, findings), form)


def _print_summary(checked: Iterable[Checked], form: Format) -> None:
    rows = summary_rows(checked)
    if form is Format.TABLE:
        print_summary(rows)
    else:
        print_rows(rows, form, SUMMARY_FIELDS)
