"""Findings as SARIF 2.1.0, which editors and continuous integration show beside the text.

Regions count code points of the text as it was read (``columnKind``): of a Word document that is
one line a paragraph. ``off`` is an error, ``revised`` and ``comparable-basis`` are notes, what
nothing decides is kept as an open question of no level; claims that hold are no results.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import PurePath
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from jiedu.checks import RULES
from jiedu.cli.written import write_text
from jiedu.model import Verdict
from jiedu.version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from jiedu.model import Finding, Release, Source

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {
    Verdict.OFF: ("error", "fail"),
    Verdict.REVISED: ("note", "fail"),
    Verdict.COMPARABLE_BASIS: ("note", "fail"),
    Verdict.UNVERIFIABLE: ("none", "open"),
}
_NAMES = list(RULES)


def write_sarif(
    path: Path, checked: Iterable[tuple[Release, str | None, Iterable[Finding]]]
) -> None:
    """Write the findings of some texts.

    Args:
        path: the file.
        checked: each text with the file it was read from, if it was, and its findings.

    Raises:
        InputError: where the file cannot be written.
    """
    results = [
        _result(finding, release, _uri(release.id, file))
        for release, file, findings in checked
        for finding in findings
        if finding.verdict in _LEVELS
    ]
    driver = {
        "name": "jiedu",
        "semanticVersion": VERSION,
        "rules": [_rule(name) for name in _NAMES],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    write_text(path, json.dumps(log, ensure_ascii=False, indent=1) + "\n")


def _uri(release_id: str, file: str | None) -> str:
    """Where a text is: its file as it was named, or a name of our own for one of the store."""
    if file is None:
        return f"jiedu:{quote(release_id)}"
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _rule(name: str) -> dict[str, Any]:
    about = RULES[name].replace("``", "")
    return {
        "id": name,
        "shortDescription": {"text": about.partition("\n")[0]},
        "fullDescription": {"text": about},
        "help": {"text": about},
    }


def _result(finding: Finding, release: Release, uri: str) -> dict[str, Any]:
    claim = finding.claim
    level, kind = _LEVELS[finding.verdict]
    found = claim.observation
    told = f"{finding.rule}\n{found.indicator}\n{found.text}\n{claim.sentence}"
    return {
        "ruleId": finding.rule,
        "ruleIndex": _NAMES.index(finding.rule),
        "level": level,
        "kind": kind,
        "message": {"text": f"{found.indicator}: {finding.reason}"},
        "locations": [{"physicalLocation": _place(claim, release.text, uri)}],
        "relatedLocations": [
            _related(number, fact, claim, release.text, uri)
            for number, fact in enumerate(finding.evidence)
        ],
        # the same claim is the same result when text before it is changed
        "partialFingerprints": {
            "jiedu/v1": hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()
        },
    }


def _place(fact: Source, text: str, uri: str) -> dict[str, Any]:
    span = fact.observation.span
    return {
        "artifactLocation": {"uri": uri},
        "region": {
            "charOffset": span.start,
            "charLength": len(span),
            "startLine": text.count("\n", 0, span.start) + 1,
            "startColumn": _column(text, span.start),
            "endLine": text.count("\n", 0, span.end) + 1,
            "endColumn": _column(text, span.end),
            "snippet": {"text": span.of(text)},
        },
    }


def _column(text: str, offset: int) -> int:
    return offset - text.rfind("\n", 0, offset)


def _related(number: int, fact: Source, claim: Source, text: str, uri: str) -> dict[str, Any]:
    words = f"{fact.release}, {fact.published}: {fact.sentence.strip()}"
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(fact.release, None)}}
    if fact.release == claim.release:
        place = _place(fact, text, uri)
    elif not fact.cell:
        span = fact.observation.span
        place["region"] = {"charOffset": span.start, "charLength": len(span)}
    return {"id": number, "message": {"text": words}, "physicalLocation": place}
